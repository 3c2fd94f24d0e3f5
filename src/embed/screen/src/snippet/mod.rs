//! The code that a page would hold, for four frameworks. Only what differs from the element's
//! defaults is written, and what the element cannot do without.

#[cfg(test)]
#[allow(
    dead_code,
    unreachable_pub,
    reason = "it is compiled to show that it can be"
)]
mod compiled;
mod handler;
mod html;
mod quote;
mod react;
mod tag;
mod vue;
mod yew;

use sell_elements::words::catalogue::CodeNotes;

use crate::contract::{Attribute, Element, Reading};
use crate::values::Values;

/// What the code is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stack {
    /// A page without a framework.
    Html,
    /// React 19.
    React,
    /// Vue 3.
    Vue,
    /// Native components in Rust.
    Yew,
}

impl Stack {
    /// Every one, in the order in which they are offered.
    pub(crate) const ALL: [Self; 4] = [Self::Html, Self::React, Self::Vue, Self::Yew];

    /// Its name in the address.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::React => "react",
            Self::Vue => "vue",
            Self::Yew => "yew",
        }
    }

    /// The one of this name; the first where there is none.
    pub(crate) fn named(name: &str) -> Self {
        let found = Self::ALL.into_iter().find(|stack| stack.as_str() == name);
        found.unwrap_or(Self::Html)
    }
}

/// The code for an element with these values, and for the sign-in element that it needs.
pub(crate) fn write(
    stack: Stack,
    element: &'static Element,
    values: &Values,
    notes: &CodeNotes,
) -> String {
    let elements: Vec<Written<'_>> = element
        .with_sign_in()
        .into_iter()
        .map(|element| Written { element, values })
        .collect();
    match stack {
        Stack::Html => html::write(&elements, notes),
        Stack::React => react::write(&elements, notes),
        Stack::Vue => vue::write(&elements, notes),
        Stack::Yew => yew::write(&elements, notes),
    }
}

/// An element in the code.
#[derive(Debug, Clone, Copy)]
struct Written<'a> {
    element: &'static Element,
    values: &'a Values,
}

impl<'a> Written<'a> {
    /// The attributes that are written, each with its text: none for a flag.
    fn attributes(&self) -> Vec<(&'static Attribute, Option<&'a str>)> {
        let attributes = self.element.attributes.iter();
        attributes
            .filter_map(|attribute| {
                let example = Some(attribute.example).filter(|_| attribute.required);
                let text = self.values.written(attribute).or(example)?;
                let flag = attribute.reading == Reading::Flag;
                Some((attribute, (!flag).then_some(text)))
            })
            .collect()
    }

    /// The same as HTML writes them.
    fn as_html(&self) -> Vec<String> {
        let attributes = self.attributes().into_iter();
        attributes
            .map(|(attribute, text)| match text {
                Some(text) => format!("{}=\"{}\"", attribute.name, quote::html(text)),
                None => attribute.name.to_owned(),
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::attributes;
    use crate::values::tests::values;
    use sell_elements::words::embed;

    fn code(stack: Stack, tag: &str, pairs: &[(&str, &str)]) -> String {
        write(stack, Element::named(tag), &values(pairs), &embed().notes)
    }

    const HOSTILE: &str = "a\"b'c<d>&e{f}\\g";

    #[test]
    fn an_element_that_nobody_touched_has_only_what_it_needs() {
        let html = code(Stack::Html, "sell-sign-in", &[]);
        let expected =
            "\n<sell-sign-in client-id=\"CLIENT_ID\" scope=\"read profile\"></sell-sign-in>\n";
        assert!(html.ends_with(expected), "{html}");
    }

    #[test]
    fn html_has_each_value_between_quotes_that_it_cannot_leave() {
        let html = code(
            Stack::Html,
            "sell-sign-in",
            &[
                ("client-id", "c"),
                ("label", HOSTILE),
                ("disabled", "disabled"),
            ],
        );
        let expected = "<sell-sign-in\n  client-id=\"c\"\n  scope=\"read profile\"\n  \
                        label=\"a&quot;b'c&lt;d&gt;&amp;e{f}\\g\"\n  disabled\n></sell-sign-in>\n";
        assert!(html.ends_with(expected), "{html}");
        let capture = "<script src=\"/sell-elements/capture.js\"></script>";
        assert!(html.contains(capture));
        let elsewhere = [("redirect-uri", "https://dash.example/callback.html")];
        let elsewhere = code(Stack::Html, "sell-sign-in", &elsewhere);
        assert!(!elsewhere.contains(capture), "{elsewhere}");
        assert!(
            html.contains(
                "<script type=\"module\" src=\"/sell-elements/sell-elements.js\"></script>"
            )
        );
    }

    #[test]
    fn react_has_a_text_that_jsx_would_misread_as_an_expression() {
        let jsx = code(
            Stack::React,
            "sell-sign-in",
            &[("label", HOSTILE), ("expose-token", "expose-token")],
        );
        assert!(
            jsx.contains("      label={\"a\\\"b'c<d>&e{f}\\\\g\"}\n"),
            "{jsx}"
        );
        assert!(jsx.contains("      expose-token\n"), "{jsx}");
        assert!(jsx.contains("client-id=\"CLIENT_ID\""), "{jsx}");
        assert!(jsx.contains("onsell-signed-in={"), "{jsx}");
        assert!(jsx.starts_with("import \"sell-elements\";\n"), "{jsx}");
    }

    #[test]
    fn vue_has_the_handler_of_its_own_and_no_binding_that_a_value_could_enter() {
        let vue = code(Stack::Vue, "sell-sign-in", &[("label", "{{ x }}\"")]);
        assert!(vue.contains("label=\"{{ x }}&quot;\""), "{vue}");
        assert!(vue.contains("@sell-signed-in=\"onSignedIn\""), "{vue}");
        assert!(vue.contains("isCustomElement"), "{vue}");
        assert!(!vue.contains(" :label"), "{vue}");
    }

    #[test]
    fn yew_has_native_properties_and_says_which_there_are_not() {
        let rust = code(
            Stack::Yew,
            "sell-sign-in",
            &[
                ("label", HOSTILE),
                ("mode", "popup"),
                ("size", "large"),
                ("storage", "memory"),
            ],
        );
        assert!(rust.contains("label=\"a\\\"b'c<d>&e{f}\\\\g\""), "{rust}");
        assert!(rust.contains("popup=true"), "{rust}");
        let missing = "// SellSignIn does not have: storage, size.\n";
        assert!(rust.starts_with(missing), "{rust}");
    }

    #[test]
    fn the_code_for_react_is_one_that_the_types_are_tried_on() {
        let turned: Vec<(&str, &str)> = attributes()
            .into_iter()
            .map(|attribute| (attribute.name, another(attribute)))
            .collect();
        // `cargo xtask test --only samples` has TypeScript compile that file.
        let kept = include_str!("../../../../../tests/types/snippet.tsx");
        assert_eq!(code(Stack::React, "sell-token", &turned), kept);
    }

    /// A value that is not the default.
    fn another(attribute: &Attribute) -> &str {
        match attribute.reading {
            Reading::Text => "a \"b\"",
            Reading::Flag => attribute.name,
            Reading::Number { .. } => "5",
            Reading::Choice(values) => values
                .iter()
                .find(|value| **value != attribute.default)
                .unwrap(),
        }
    }

    #[test]
    fn the_code_for_yew_compiles() {
        let rust = code(
            Stack::Yew,
            "sell-token",
            &[
                ("client-id", "c"),
                ("scope", "read"),
                ("redirect-uri", "https://a.example/callback.html"),
                ("auth-base", "https://a.example"),
                ("api-base", "https://a.example"),
                ("session", "other"),
                ("mode", "popup"),
                ("variant", "card"),
                ("label", "Connect \"it\""),
                ("disabled", "disabled"),
                ("source", "paste"),
                ("no-revoke", "no-revoke"),
                ("no-reveal", "no-reveal"),
                ("heading-level", "3"),
            ],
        );
        // `compiled.rs` is a module of this program and this text at once.
        assert_eq!(rust, include_str!("compiled.rs"));
    }

    #[test]
    fn an_element_that_signs_nobody_in_comes_with_the_one_that_does() {
        for stack in Stack::ALL {
            let code = code(stack, "sell-scopes", &[("session", "other")]);
            let (sign_in, scopes) = match stack {
                Stack::Yew => ("<SellSignIn", "<SellScopes"),
                _ => ("<sell-sign-in", "<sell-scopes"),
            };
            let place = |tag| code.find(tag);
            assert!(
                place(sign_in).is_some() && place(sign_in) < place(scopes),
                "{code}"
            );
            assert_eq!(code.matches("session=\"other\"").count(), 2, "{code}");
        }
    }

    #[test]
    fn every_stack_is_found_again_by_its_name() {
        for stack in Stack::ALL {
            assert_eq!(Stack::named(stack.as_str()), stack);
        }
        assert_eq!(Stack::named("angular"), Stack::Html);
    }
}
