//! What the elements' contract says, as constants that `build.rs` makes of
//! `static/elements/contract.json`.

/// What an attribute's text is read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reading {
    /// Any text.
    Text,
    /// There or not.
    Flag,
    /// One of these.
    Choice(&'static [&'static str]),
    /// A whole number within these.
    Number { min: u32, max: u32 },
}

/// What an attribute is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Group {
    /// Whom the element talks to, and as whom.
    Connection,
    /// What it does.
    Behaviour,
    /// How it looks.
    Look,
}

/// An attribute.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Attribute {
    /// In kebab case.
    pub(crate) name: &'static str,
    pub(crate) reading: Reading,
    pub(crate) group: Group,
    /// What stands in where it is absent; empty where nothing does.
    pub(crate) default: &'static str,
    pub(crate) required: bool,
    /// What the element's example has; empty where it has none.
    pub(crate) example: &'static str,
    /// May hold code between backquotes.
    pub(crate) meaning: &'static str,
}

/// An element with its own attributes and those that all have.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Element {
    pub(crate) tag: &'static str,
    /// The name of its class, which is also that of the native component.
    pub(crate) component: &'static str,
    pub(crate) description: &'static str,
    pub(crate) attributes: &'static [Attribute],
}

include!(concat!(env!("OUT_DIR"), "/contract.rs"));

/// The element that sets a session up; the others show what it holds.
pub(crate) const SIGN_IN: &str = "sell-sign-in";

impl Element {
    /// The element of this tag; the first one where there is none.
    pub(crate) fn named(tag: &str) -> &'static Self {
        let found = ELEMENTS.iter().find(|element| element.tag == tag);
        found.unwrap_or(&ELEMENTS[0])
    }

    /// The elements that a page needs for this one, in their order: itself, and before it the one
    /// that signs in where it does not.
    pub(crate) fn with_sign_in(&'static self) -> Vec<&'static Self> {
        match self.tag {
            SIGN_IN => vec![self],
            _ => vec![Self::named(SIGN_IN), self],
        }
    }
}

impl Attribute {
    /// Whether a text will do as its value. Absence, which is the empty text, always does.
    pub(crate) fn takes(&self, text: &str) -> bool {
        match self.reading {
            _ if text.is_empty() => true,
            Reading::Text => true,
            Reading::Flag => text == self.name,
            Reading::Choice(values) => values.contains(&text),
            Reading::Number { min, max } => {
                let digits = text.bytes().all(|byte| byte.is_ascii_digit());
                let number = text.parse().ok().filter(|_| digits);
                number.is_some_and(|number: u32| (min..=max).contains(&number))
            }
        }
    }
}

/// Every attribute of every element, each name once.
pub(crate) fn attributes() -> Vec<&'static Attribute> {
    let mut found: Vec<&'static Attribute> = Vec::new();
    for attribute in ELEMENTS.iter().flat_map(|element| element.attributes) {
        if found.iter().all(|known| known.name != attribute.name) {
            found.push(attribute);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    /// Read again, by another reader than the build's.
    fn contract() -> Value {
        serde_json::from_str(include_str!("../../../../static/elements/contract.json")).unwrap()
    }

    fn names(list: &Value) -> Vec<String> {
        let names = list.as_array().unwrap().iter();
        names
            .map(|entry| entry["name"].as_str().unwrap().to_owned())
            .collect()
    }

    #[test]
    fn every_attribute_of_the_contract_has_a_knob_and_no_other_does() {
        let contract = contract();
        let elements = contract["elements"].as_array().unwrap();
        assert_eq!(elements.len(), ELEMENTS.len());
        for (listed, element) in elements.iter().zip(ELEMENTS) {
            assert_eq!(listed["tag"], element.tag);
            let expected = [names(&listed["attributes"]), names(&contract["attributes"])].concat();
            let knobs: Vec<&str> = element.attributes.iter().map(|one| one.name).collect();
            assert_eq!(knobs, expected, "{}", element.tag);
        }
        assert_eq!(names(&contract["events"]), EVENTS);
    }

    #[test]
    fn attributes_of_one_name_are_the_same_whichever_element_has_them() {
        for element in ELEMENTS {
            for attribute in element.attributes {
                let mut same = attributes().into_iter();
                let first = same.find(|one| one.name == attribute.name).unwrap();
                let alike = (attribute.reading, attribute.default);
                assert_eq!((first.reading, first.default), alike, "{}", first.name);
            }
        }
    }

    #[test]
    fn a_value_is_taken_only_where_the_element_would_take_it() {
        let check = |name: &str, text: &str, expected| {
            let attribute = attributes().into_iter().find(|one| one.name == name);
            assert_eq!(attribute.unwrap().takes(text), expected, "{name}={text}");
        };
        check("mode", "popup", true);
        check("mode", "frame", false);
        check("mode", "", true);
        check("heading-level", "6", true);
        check("heading-level", "7", false);
        check("heading-level", "+2", false);
        check("disabled", "disabled", true);
        check("disabled", "no", false);
        check("label", "\"<&", true);
    }

    #[test]
    fn an_example_is_taken_from_the_element_s_own() {
        let client = Element::named(SIGN_IN).attributes.iter();
        let required: Vec<_> = client.filter(|one| one.required).collect();
        let examples: Vec<_> = required.iter().map(|one| one.example).collect();
        assert_eq!(examples, ["CLIENT_ID", "read profile"]);
    }
}
