//! The contract of the elements as `static/elements/contract.json` has it: the one source of the
//! runtime's table, the types, the manifest, the editors' data and the documentation.

use serde::Deserialize;

use crate::failure::Failure;
use crate::workspace;

/// All of it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(crate) struct Contract {
    pub(super) package: String,
    pub(super) description: String,
    pub(super) keywords: Vec<String>,
    pub(super) statuses: Vec<Named>,
    pub(super) error_kinds: Vec<Named>,
    pub(super) types: Vec<Type>,
    pub(super) headless: Headless,
    pub(super) demo: Demo,
    /// Attributes that every element has.
    pub(super) attributes: Vec<Attribute>,
    pub(super) events: Vec<Event>,
    pub(super) css_properties: Vec<CssProperty>,
    pub(super) elements: Vec<Element>,
}

/// A name and what it means.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Named {
    pub(super) name: String,
    pub(super) meaning: String,
}

/// A part of an element's shadow tree that a page may style.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Part {
    pub(super) name: String,
    /// What it is in the shadow tree, as a selector. Without one its name is taken and nothing is there
    /// yet.
    pub(super) at: Option<String>,
    meaning: String,
}

impl Part {
    /// Its name and meaning, and that it is not there yet where that is so.
    fn told(&self) -> Named {
        let later = if self.at.is_some() {
            ""
        } else {
            " (Not there yet.)"
        };
        Named {
            name: self.name.clone(),
            meaning: [&self.meaning, later].concat(),
        }
    }
}

impl Element {
    /// The parts as readers are told of them.
    pub(super) fn told_parts(&self) -> Vec<Named> {
        self.parts.iter().map(Part::told).collect()
    }
}

/// A type that hosts see: a text, or a list of fields.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Type {
    pub(super) name: String,
    pub(super) meaning: String,
    pub(super) text: Option<String>,
    #[serde(default)]
    pub(super) fields: Vec<Property>,
}

/// The door without elements.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Headless {
    pub(super) description: String,
    pub(super) properties: Vec<Property>,
    pub(super) methods: Vec<Method>,
}

/// The pretend Sell inside a page.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Demo {
    pub(super) description: String,
    pub(super) states: Vec<Named>,
    pub(super) options: Vec<Property>,
    pub(super) properties: Vec<Property>,
    pub(super) methods: Vec<Method>,
}

/// A property with its TypeScript type.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Property {
    pub(super) name: String,
    #[serde(rename = "type")]
    pub(super) kind: String,
    #[serde(default)]
    pub(super) settable: bool,
    pub(super) meaning: String,
}

/// A method with its TypeScript signature.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Method {
    pub(super) name: String,
    pub(super) parameters: String,
    pub(super) returns: String,
    pub(super) errors: Vec<String>,
    pub(super) meaning: String,
}

/// What an attribute's text is read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Reading {
    String,
    Boolean,
    Choice,
    Number,
}

/// What an attribute is about: where it stands among the knobs of the Embed screen.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Group {
    Connection,
    Behaviour,
    Look,
}

/// An attribute, mirrored by a property.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Attribute {
    pub(super) name: String,
    #[serde(rename = "type")]
    pub(super) reading: Reading,
    /// Read by the Embed screen's build; here it is only held to be one of them.
    #[serde(rename = "group")]
    _group: Group,
    #[serde(default)]
    pub(super) values: Vec<String>,
    /// What stands in for an absent or a bad value.
    pub(super) default: Option<serde_json::Value>,
    pub(super) min: Option<u32>,
    pub(super) max: Option<u32>,
    #[serde(default)]
    pub(super) required: bool,
    /// Whether every HTML element has it.
    #[serde(default)]
    pub(super) native: bool,
    pub(super) meaning: String,
}

/// An event, and which elements fire it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Event {
    pub(super) name: String,
    pub(super) on: Vec<String>,
    pub(super) cancelable: bool,
    pub(super) detail: String,
    pub(super) meaning: String,
}

/// A custom property; the dark value is the light one where it is not given.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CssProperty {
    pub(super) name: String,
    pub(super) light: String,
    pub(super) dark: Option<String>,
    pub(super) meaning: String,
}

/// A key, or several, and what it does.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Keys {
    pub(super) keys: String,
    pub(super) does: String,
}

/// One element.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Element {
    pub(super) tag: String,
    pub(super) class: String,
    pub(super) description: String,
    pub(super) example: String,
    attributes: Vec<Attribute>,
    pub(super) properties: Vec<Property>,
    pub(super) methods: Vec<Method>,
    pub(super) slots: Vec<Named>,
    pub(super) parts: Vec<Part>,
    pub(super) keyboard: Vec<Keys>,
}

impl Contract {
    /// Reads the contract of this tree.
    pub(crate) fn read() -> Result<Self, Failure> {
        let file = workspace::root().join("static/elements/contract.json");
        serde_json::from_str(&workspace::read(&file)?).map_err(|error| {
            Failure::new(
                format_args!("static/elements/contract.json cannot be read: {error}"),
                "mend it there; xtask/src/package/contract.rs has its form",
            )
        })
    }

    /// The element's own attributes, then those of all.
    pub(super) fn attributes_of<'a>(&'a self, element: &'a Element) -> Vec<&'a Attribute> {
        element.attributes.iter().chain(&self.attributes).collect()
    }

    /// The events that the element fires.
    pub(super) fn events_of<'a>(&'a self, element: &'a Element) -> Vec<&'a Event> {
        let fired = |event: &&Event| event.on.contains(&element.tag);
        self.events.iter().filter(fired).collect()
    }
}

impl Attribute {
    /// The property that mirrors it.
    pub(super) fn property(&self) -> String {
        camel(&self.name)
    }

    /// The TypeScript type of that property.
    pub(super) fn kind(&self) -> String {
        match self.reading {
            Reading::String => "string".to_owned(),
            Reading::Boolean => "boolean".to_owned(),
            Reading::Number => "number".to_owned(),
            Reading::Choice => {
                let quoted: Vec<String> = self.values.iter().map(|v| format!("\"{v}\"")).collect();
                quoted.join(" | ")
            }
        }
    }

    /// The default as text, where there is one.
    pub(super) fn default_text(&self) -> Option<String> {
        self.default.as_ref().map(|value| match value {
            serde_json::Value::String(text) => text.clone(),
            other => other.to_string(),
        })
    }
}

impl Event {
    /// The name of the type of its detail: `SellSignedInDetail`.
    pub(super) fn detail_type(&self) -> String {
        format!("{}Detail", pascal(&self.name))
    }
}

/// `warn-before` as `warnBefore`.
pub(super) fn camel(kebab: &str) -> String {
    let name = pascal(kebab);
    let (first, rest) = name.split_at(name.len().min(1));
    first.to_ascii_lowercase() + rest
}

/// `sell-signed-in` as `SellSignedIn`.
pub(super) fn pascal(kebab: &str) -> String {
    kebab
        .split('-')
        .map(|word| {
            let (first, rest) = word.split_at(word.len().min(1));
            first.to_ascii_uppercase() + rest
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn once<'a>(names: impl Iterator<Item = &'a str>, where_: &str) {
        let mut seen = BTreeSet::new();
        for name in names {
            assert!(seen.insert(name), "{where_} holds {name} twice");
        }
    }

    #[test]
    fn every_name_stands_once_in_its_list() {
        let contract = Contract::read().unwrap();
        once(contract.types.iter().map(|t| t.name.as_str()), "types");
        once(contract.events.iter().map(|e| e.name.as_str()), "events");
        for element in &contract.elements {
            let attributes = contract.attributes_of(element);
            once(attributes.iter().map(|a| a.name.as_str()), &element.tag);
            once(element.parts.iter().map(|p| p.name.as_str()), &element.tag);
            once(element.slots.iter().map(|s| s.name.as_str()), &element.tag);
            let members: Vec<String> = attributes
                .iter()
                .map(|attribute| attribute.property())
                .chain(element.properties.iter().map(|p| p.name.clone()))
                .chain(element.methods.iter().map(|m| m.name.clone()))
                .collect();
            once(members.iter().map(String::as_str), &element.tag);
        }
    }

    #[test]
    fn a_choice_has_values_and_its_default_among_them() {
        let contract = Contract::read().unwrap();
        for element in &contract.elements {
            for attribute in contract.attributes_of(element) {
                let choice = attribute.reading == Reading::Choice;
                assert_eq!(choice, !attribute.values.is_empty(), "{}", attribute.name);
                let default = attribute.default_text();
                assert!(!choice || attribute.values.contains(&default.unwrap()));
            }
        }
    }

    #[test]
    fn errors_of_methods_are_kinds_and_events_are_fired_by_elements() {
        let contract = Contract::read().unwrap();
        let kinds: Vec<&str> = contract
            .error_kinds
            .iter()
            .map(|k| k.name.as_str())
            .collect();
        let of_elements = contract
            .elements
            .iter()
            .flat_map(|element| &element.methods);
        for method in of_elements.chain(&contract.headless.methods) {
            for error in &method.errors {
                assert!(kinds.contains(&error.as_str()), "{} {error}", method.name);
            }
        }
        for event in &contract.events {
            assert!(event.name.starts_with("sell-") && !event.on.is_empty());
            for tag in &event.on {
                let mut tags = contract.elements.iter().map(|element| &element.tag);
                assert!(tags.any(|known| known == tag), "{tag}");
            }
        }
    }

    #[test]
    fn the_colours_are_those_of_the_stylesheet() {
        let contract = Contract::read().unwrap();
        let sheet = workspace::read(&workspace::root().join("static/styles/tokens.css")).unwrap();
        for property in &contract.css_properties {
            let line = match &property.dark {
                Some(dark) => format!("{}: light-dark({}, {dark});", property.name, property.light),
                None => format!("{}: ", property.name),
            };
            assert!(sheet.contains(&line), "{line}");
        }
    }

    #[test]
    fn names_change_their_form_for_each_language() {
        assert_eq!(camel("warn-before"), "warnBefore");
        assert_eq!(camel("session"), "session");
        assert_eq!(pascal("sell-signed-in"), "SellSignedIn");
    }
}
