//! What the knobs are set to.

use crate::contract::Attribute;

/// A text for each attribute that has one. A flag that is on has its own name for a text, as in
/// `disabled="disabled"`. Attributes of one name have one value, whichever element shows them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Values(Vec<(&'static str, String)>);

impl Values {
    /// The text of an attribute; empty where it has none.
    pub(crate) fn get(&self, attribute: &Attribute) -> &str {
        let found = self.0.iter().find(|(name, _)| *name == attribute.name);
        found.map_or("", |(_, text)| text)
    }

    /// What the knob of the attribute shows: its text, or its default.
    pub(crate) fn shown(&self, attribute: &Attribute) -> &str {
        match self.get(attribute) {
            "" => attribute.default,
            text => text,
        }
    }

    /// What an element has to be given: nothing where it would do the same by itself.
    pub(crate) fn written(&self, attribute: &Attribute) -> Option<&str> {
        let text = self.get(attribute);
        let says_more = !text.is_empty() && text != attribute.default && attribute.takes(text);
        says_more.then_some(text)
    }

    /// Gives an attribute a text; an empty one takes it away.
    pub(crate) fn set(&mut self, attribute: &Attribute, text: &str) {
        self.0.retain(|(name, _)| *name != attribute.name);
        if !text.is_empty() {
            self.0.push((attribute.name, text.to_owned()));
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::contract::attributes;

    pub(crate) fn attribute(name: &str) -> &'static Attribute {
        let found = attributes().into_iter().find(|one| one.name == name);
        found.unwrap()
    }

    pub(crate) fn values(pairs: &[(&str, &str)]) -> Values {
        let mut values = Values::default();
        for (name, text) in pairs {
            values.set(attribute(name), text);
        }
        values
    }

    #[test]
    fn only_what_differs_from_the_default_is_written() {
        let set = |text| values(&[("mode", text)]);
        let mode = attribute("mode");
        assert_eq!(set("popup").written(mode), Some("popup"));
        assert_eq!(set("redirect").written(mode), None);
        assert_eq!(set("").written(mode), None);
        assert_eq!(set("frame").written(mode), None);
    }

    #[test]
    fn a_knob_shows_the_default_until_it_is_turned() {
        let warn = attribute("warn-before");
        assert_eq!(values(&[]).shown(warn), "300");
        assert_eq!(values(&[("warn-before", "60")]).shown(warn), "60");
    }
}
