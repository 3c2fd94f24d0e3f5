//! Sentences with gaps, each with a second wording for when a gap stays empty.

use super::language::text;

/// One value for one gap: the name between the braces, and what goes there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap<'a> {
    /// The name between the braces, for instance `missing`.
    pub name: &'static str,
    /// What goes there; empty counts as not known.
    pub value: &'a str,
}

/// A sentence in two English wordings: one with gaps such as `{missing}`, one without any.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Phrase {
    /// The wording with gaps, or the only wording.
    pub full: &'static str,
    /// The wording for when a gap cannot be filled; empty when `full` has no gap.
    pub neutral: &'static str,
}

impl Phrase {
    /// A sentence that needs nothing from outside.
    #[must_use]
    pub const fn fixed(text: &'static str) -> Self {
        Self {
            full: text,
            neutral: "",
        }
    }

    /// A sentence with gaps, and what to say without them.
    #[must_use]
    pub const fn with_gaps(full: &'static str, neutral: &'static str) -> Self {
        Self { full, neutral }
    }

    /// The sentence with its one gap filled; see [`fill`](Self::fill).
    #[must_use]
    pub fn with(&self, name: &'static str, value: &str) -> String {
        self.fill(&[Gap { name, value }])
    }

    /// The sentence with every gap filled, or the neutral wording when a value is not at hand.
    ///
    /// A value is put in as it is and never searched for gaps, so text from a server cannot ask
    /// for another value.
    #[must_use]
    pub fn fill(&self, gaps: &[Gap<'_>]) -> String {
        self.fill_with(gaps, |gap| gap.value.to_owned())
    }

    /// The same, with every value as `written` writes it.
    pub(super) fn fill_with(&self, gaps: &[Gap<'_>], written: fn(&Gap<'_>) -> String) -> String {
        fill(text(self.full), gaps, written).unwrap_or_else(|| text(self.neutral).to_owned())
    }
}

/// `template` with its gaps filled, or `None` when one of them has no value.
fn fill(template: &str, gaps: &[Gap<'_>], written: fn(&Gap<'_>) -> String) -> Option<String> {
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = cut(rest, b'{') {
        let (name, tail) = cut(after, b'}')?;
        let gap = gaps.iter().find(|gap| gap.name == name)?;
        let value = written(gap);
        if value.is_empty() {
            return None;
        }
        out.push_str(before);
        out.push_str(&value);
        rest = tail;
    }
    out.push_str(rest);
    Some(out)
}

/// The text before a sign of ASCII, and behind it.
fn cut(text: &str, sign: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|byte| byte == sign)?;
    Some((&text[..at], &text[at + 1..]))
}

#[cfg(test)]
mod tests {
    use super::{Gap, Phrase};

    const ADD: Phrase = Phrase::with_gaps("Add {needed} to {held}", "Add scope");

    fn gap<'a>(name: &'static str, value: &'a str) -> Gap<'a> {
        Gap { name, value }
    }

    #[test]
    fn every_gap_is_filled() {
        let filled = ADD.fill(&[gap("needed", "write"), gap("held", "read")]);
        assert_eq!(filled, "Add write to read");
    }

    #[test]
    fn a_missing_or_empty_value_gives_the_neutral_wording() {
        assert_eq!(ADD.fill(&[gap("needed", "write")]), "Add scope");
        assert_eq!(
            ADD.fill(&[gap("needed", "write"), gap("held", "")]),
            "Add scope"
        );
    }

    #[test]
    fn a_value_that_looks_like_a_gap_is_only_text() {
        let filled = ADD.fill(&[gap("needed", "{held}"), gap("held", "secret")]);
        assert_eq!(filled, "Add {held} to secret");
    }

    #[test]
    fn a_fixed_sentence_needs_no_values() {
        assert_eq!(Phrase::fixed("Run").fill(&[]), "Run");
    }
}
