//! Yew, with the native components of `sell_elements::yew`.

use sell_elements::words::Gap;
use sell_elements::words::catalogue::CodeNotes;

use super::tag::{Indent, in_one, tag};
use super::{Written, quote};
use crate::contract::SIGN_IN;

/// How a native component takes an attribute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Native {
    /// As a text.
    Text,
    /// As a number.
    Number,
    /// As `true`.
    True,
    /// `mode="popup"` as `popup=true`.
    Popup,
    /// As a variant of this type.
    Variant(&'static str),
}

/// What the native components take.
const NATIVE: &[(&str, &[(&str, Native)])] = &[
    (
        SIGN_IN,
        &[
            ("client-id", Native::Text),
            ("redirect-uri", Native::Text),
            ("scope", Native::Text),
            ("auth-base", Native::Text),
            ("api-base", Native::Text),
            ("session", Native::Text),
            ("mode", Native::Popup),
            ("variant", Native::Variant("Variant")),
            ("label", Native::Text),
            ("disabled", Native::True),
        ],
    ),
    (
        "sell-token",
        &[
            ("session", Native::Text),
            ("source", Native::Variant("Specimens")),
            ("no-revoke", Native::True),
            ("no-reveal", Native::True),
            ("heading-level", Native::Number),
        ],
    ),
    ("sell-scopes", &[("session", Native::Text)]),
];

pub(super) fn write(elements: &[Written<'_>], notes: &CodeNotes) -> String {
    let (mut types, mut remarks) = (Vec::new(), String::new());
    let tags = in_one(elements.len(), Indent(8, 4), |indent| {
        let mut tags = String::new();
        for written in elements {
            let component = written.element.component;
            let (properties, missing) = properties(written, &mut types);
            tags += &tag(indent, component, &properties, " />");
            remarks += &remark(component, &missing, notes);
        }
        tags
    });
    let names: Vec<&str> = elements
        .iter()
        .map(|written| written.element.component)
        .collect();
    format!(
        "{remarks}{}use sell_elements::yew::{};\nuse yew::prelude::*;\n\n#[component]\npub fn Sell() -> Html {{\n    \
         html! {{\n{tags}    }}\n}}\n",
        import("app", types),
        group(names),
    )
}

fn remark(component: &str, missing: &[&str], notes: &CodeNotes) -> String {
    let names = missing.join(", ");
    let gaps = [("component", component), ("names", &names)];
    let gaps = gaps.map(|(name, value)| Gap { name, value });
    match missing {
        [] => String::new(),
        _ => format!("// {}\n", notes.not_native.fill(&gaps)),
    }
}

fn import(module: &str, names: Vec<&str>) -> String {
    if names.is_empty() {
        return String::new();
    }
    format!("use sell_elements::{module}::{};\n", group(names))
}

/// Names as an import lists them.
fn group(mut names: Vec<&str>) -> String {
    names.sort_unstable();
    match names[..] {
        [name] => name.to_owned(),
        _ => format!("{{{}}}", names.join(", ")),
    }
}

/// The properties of a component, and the attributes for which it has none; notes the types that
/// the properties name.
fn properties(
    written: &Written<'_>,
    types: &mut Vec<&'static str>,
) -> (Vec<String>, Vec<&'static str>) {
    let (mut lines, mut missing) = (Vec::new(), Vec::new());
    for (attribute, text) in written.attributes() {
        let name = attribute.name;
        let Some(native) = native(written.element.tag, name) else {
            missing.push(name);
            continue;
        };
        if let Native::Variant(of) = native {
            types.push(of);
        }
        lines.push(property(name, text.unwrap_or_default(), native));
    }
    (lines, missing)
}

fn native(tag: &str, name: &str) -> Option<Native> {
    let (_, properties) = NATIVE.iter().find(|(of, _)| *of == tag)?;
    let found = properties
        .iter()
        .find(|(attribute, _)| *attribute == name)?;
    Some(found.1)
}

fn property(name: &str, text: &str, native: Native) -> String {
    let name = name.replace('-', "_");
    match native {
        Native::Text => format!("{name}={}", quote::rust(text)),
        Native::Number => format!("{name}={{{text}}}"),
        Native::True => format!("{name}=true"),
        Native::Popup => "popup=true".to_owned(),
        Native::Variant(of) => format!("{name}={{{of}::{}}}", pascal(text)),
    }
}

fn pascal(word: &str) -> String {
    let (first, rest) = word.split_at(word.len().min(1));
    first.to_ascii_uppercase() + rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::Element;

    /// No attribute says it: a language is a value of the page that is written in Rust.
    const BY_NO_ATTRIBUTE: &str = "language";

    /// The properties of each native component that an attribute can say, as the crate declares them.
    fn declared(component: &str) -> Vec<String> {
        let source = include_str!("../../../../yew/components.rs");
        let head = format!("pub struct {component}Props {{");
        let body = source
            .split_once(&head)
            .unwrap()
            .1
            .split_once("\n}")
            .unwrap()
            .0;
        let lines = body
            .lines()
            .filter_map(|line| line.trim().strip_prefix("pub "));
        lines
            .map(|line| line.split(':').next().unwrap().to_owned())
            .filter(|name| name != BY_NO_ATTRIBUTE)
            .collect()
    }

    #[test]
    fn the_code_knows_every_property_of_the_native_components() {
        for (tag, properties) in NATIVE {
            let mut known: Vec<String> = properties
                .iter()
                .map(|(name, native)| match native {
                    Native::Popup => "popup".to_owned(),
                    _ => name.replace('-', "_"),
                })
                .collect();
            let mut declared = declared(Element::named(tag).component);
            known.sort();
            declared.sort();
            assert_eq!(known, declared, "{tag}");
        }
    }
}
