//! How an answer looks: a shape with a mark in it, and a colour, beside the words.

use crate::words::Severity;

/// The kind of answer, which gives it its shape, mark and colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// It works: ✓ in a circle.
    Works,
    /// It works and wants attention: ! in a triangle.
    Soon,
    /// It is over: ✕ in a circle.
    Ended,
    /// It was refused: ✕ in an octagon.
    Refused,
    /// We could not tell: ? in a diamond. Looks like no refusal, because it is none.
    Unknown,
    /// Under way: … in a circle.
    Working,
    /// Nothing to judge: – in a circle.
    #[default]
    Neutral,
}

impl Tone {
    /// The value of `data-tone`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Works => "works",
            Self::Soon => "soon",
            Self::Ended => "ended",
            Self::Refused => "refused",
            Self::Unknown => "unknown",
            Self::Working => "working",
            Self::Neutral => "neutral",
        }
    }

    /// The drawing, on a field of 24 by 24: the shape, then the mark. Strokes only, so that it
    /// keeps its form in forced colours.
    #[must_use]
    pub const fn path(self) -> &'static str {
        match self {
            Self::Works => "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M8 12.4l2.8 2.8L16.2 9.4",
            Self::Soon => "M12 3.2L22 20.3H2zM12 9.8v4.6M12 17.2v.1",
            Self::Ended => "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M9 9l6 6M15 9l-6 6",
            Self::Refused => "M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3zM9 9l6 6M15 9l-6 6",
            Self::Unknown => {
                "M12 1.8L22.2 12L12 22.2L1.8 12zM9.8 9.7a2.3 2.3 0 1 1 3.4 2c-.8.5-1.2 1-1.2 1.8\
                 M12 16.4v.1"
            }
            Self::Working => "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M8 12h.1M12 12h.1M16 12h.1",
            Self::Neutral => "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M8.5 12h7",
        }
    }
}

impl From<Severity> for Tone {
    fn from(severity: Severity) -> Self {
        match severity {
            Severity::Failure => Self::Refused,
            Severity::Warning => Self::Soon,
            Severity::Unknown => Self::Unknown,
            Severity::Note => Self::Neutral,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Tone;

    const ALL: [Tone; 7] = [
        Tone::Works,
        Tone::Soon,
        Tone::Ended,
        Tone::Refused,
        Tone::Unknown,
        Tone::Working,
        Tone::Neutral,
    ];

    #[test]
    fn no_two_tones_share_a_name_or_a_drawing() {
        for (place, one) in ALL.iter().enumerate() {
            for other in &ALL[..place] {
                assert_ne!(one.as_str(), other.as_str());
                assert_ne!(one.path(), other.path());
            }
        }
    }
}
