//! What the live sign-in element says of its session.

use sell_elements::components::Tone;
use sell_elements::words::{Gap, time, words};

/// The session as the element's properties have it.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Held {
    /// One word of the contract; none where the element is not there.
    pub(crate) status: String,
    /// The scopes, with commas between.
    pub(crate) scopes: String,
    /// Milliseconds since 1970.
    pub(crate) expires_at: Option<f64>,
}

impl Held {
    /// The session in a few words, as the app's header has it.
    pub(crate) fn told(&self, now: f64) -> (Tone, String) {
        let frame = words().frame;
        let tone = match self.status.as_str() {
            "active" => Tone::Works,
            "expiring" => Tone::Soon,
            _ => return (Tone::Neutral, frame.signed_out.say().to_owned()),
        };
        let left = self.expires_at.map(|end| time::left(seconds(end - now)));
        let told = frame.connected.fill(&[
            Gap {
                name: "scopes",
                value: &self.scopes,
            },
            Gap {
                name: "left",
                value: left.as_deref().unwrap_or_default(),
            },
        ]);
        (tone, told)
    }
}

/// Whole seconds of a span that may be over.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "`as` saturates, and a span that is over is none"
)]
fn seconds(milliseconds: f64) -> u64 {
    (milliseconds / 1000.0) as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn held(status: &str) -> Held {
        Held {
            status: status.to_owned(),
            scopes: "read".to_owned(),
            expires_at: Some(2_580_000.0),
        }
    }

    #[test]
    fn a_session_is_told_as_in_the_app() {
        let told = held("active").told(0.0);
        assert_eq!(
            told,
            (Tone::Works, "Connected · read · 43 minutes left".to_owned())
        );
        assert_eq!(
            held("active").told(9e9).1,
            "Connected · read · 0 seconds left".replace("0 seconds left", &time::left(0))
        );
        assert_eq!(
            held("signed-out").told(0.0),
            (Tone::Neutral, "Not signed in".to_owned())
        );
    }
}
