//! The knobs as an address that can be passed on, and back.
//!
//! ```text
//! query = [ "element=" tag ] *( "&" attribute "=" text ) [ "&code=" stack ]
//! ```
//!
//! Only what differs from the start is in it. An empty text stands for an attribute that was taken
//! away. A link chooses; it starts nothing, and it cannot decide where a token is sent: it carries
//! neither of the two servers, and a redirect URI of another origin is not believed.

use sell_elements::protocol::HttpUrl;

use crate::contract::{Attribute, Element, attributes};
use crate::settings::Start;
use crate::snippet::Stack;
use crate::values::Values;

/// What is never in a link, nor believed from one.
const NEVER: [&str; 2] = ["auth-base", "api-base"];
/// The attribute that is believed only for this origin.
const HOME: &str = "redirect-uri";
/// The longest text that is taken from a link, in bytes.
const LONGEST: usize = 1000;

/// What an address chooses.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Choice {
    pub(crate) element: &'static Element,
    pub(crate) stack: Stack,
    pub(crate) values: Values,
}

/// Whether a link may carry the attribute.
pub(crate) fn carries(attribute: &Attribute) -> bool {
    !NEVER.contains(&attribute.name)
}

/// Reads an address by its parameters.
pub(crate) fn read(start: &Start, parameter: impl Fn(&str) -> Option<String>) -> Choice {
    let mut values = start.values.clone();
    for attribute in attributes().into_iter().filter(|one| carries(one)) {
        if let Some(text) = parameter(attribute.name).filter(|text| will_do(attribute, text, start))
        {
            values.set(attribute, &text);
        }
    }
    Choice {
        element: Element::named(&parameter("element").unwrap_or_default()),
        stack: Stack::named(&parameter("code").unwrap_or_default()),
        values,
    }
}

/// The parameters of the address.
pub(crate) fn write(start: &Start, choice: &Choice) -> Vec<(&'static str, String)> {
    let mut parameters = Vec::new();
    if choice.element != Element::named("") {
        parameters.push(("element", choice.element.tag.to_owned()));
    }
    for attribute in attributes().into_iter().filter(|one| carries(one)) {
        let text = choice.values.get(attribute);
        let differs = text != start.values.get(attribute);
        if differs && will_do(attribute, text, start) {
            parameters.push((attribute.name, text.to_owned()));
        }
    }
    if choice.stack != Stack::named("") {
        parameters.push(("code", choice.stack.as_str().to_owned()));
    }
    parameters
}

fn will_do(attribute: &Attribute, text: &str, start: &Start) -> bool {
    let at_home = attribute.name != HOME || text.is_empty() || is_home(text, start);
    text.len() <= LONGEST && attribute.takes(text) && at_home
}

fn is_home(text: &str, start: &Start) -> bool {
    let origin = HttpUrl::parse(text).ok().map(|url| url.origin());
    origin.is_some() && origin == start.page.as_ref().map(HttpUrl::origin)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::tests::{attribute, values};

    fn start() -> Start {
        Start {
            values: values(&[("client-id", "mine"), ("api-base", "https://a.example")]),
            page: HttpUrl::parse("https://a.example/embed.html").ok(),
            is_set_up: true,
        }
    }

    fn opened(parameters: &[(&str, &str)]) -> Choice {
        read(&start(), |name| {
            let found = parameters.iter().find(|(known, _)| *known == name);
            found.map(|(_, text)| (*text).to_owned())
        })
    }

    #[test]
    fn what_is_written_is_read_again() {
        let choice = Choice {
            element: Element::named("sell-token"),
            stack: Stack::Vue,
            values: values(&[
                ("mode", "popup"),
                ("no-revoke", "no-revoke"),
                ("redirect-uri", "https://a.example/x"),
                ("api-base", "https://a.example"),
            ]),
        };
        let written = write(&start(), &choice);
        let names: Vec<&str> = written.iter().map(|(name, _)| *name).collect();
        assert_eq!(
            names,
            [
                "element",
                "client-id",
                "redirect-uri",
                "mode",
                "no-revoke",
                "code"
            ]
        );
        let pairs: Vec<(&str, &str)> = written.iter().map(|(n, t)| (*n, t.as_str())).collect();
        let again = opened(&pairs);
        for attribute in attributes() {
            let expected = choice.values.get(attribute);
            assert_eq!(again.values.get(attribute), expected, "{}", attribute.name);
        }
        assert_eq!((again.element, again.stack), (choice.element, choice.stack));
    }

    #[test]
    fn nothing_is_written_about_knobs_that_stand_as_they_started() {
        assert_eq!(write(&start(), &opened(&[])), []);
    }

    #[test]
    fn a_link_does_not_decide_where_a_token_is_sent() {
        let evil = "https://evil.example";
        let choice = opened(&[
            ("auth-base", evil),
            ("api-base", evil),
            ("redirect-uri", evil),
        ]);
        assert_eq!(choice.values, start().values);
        let mut turned = choice;
        turned.values.set(attribute("auth-base"), evil);
        turned.values.set(attribute("redirect-uri"), evil);
        assert_eq!(write(&start(), &turned), []);
    }

    #[test]
    fn a_text_that_the_attribute_would_not_take_is_not_believed() {
        let long = "x".repeat(LONGEST + 1);
        let choice = opened(&[("mode", "frame"), ("warn-before", "-1"), ("label", &long)]);
        assert_eq!(choice.values, start().values);
    }

    #[test]
    fn what_a_link_never_carries_is_in_the_contract() {
        for name in NEVER.into_iter().chain([HOME]) {
            attribute(name);
        }
    }

    #[test]
    fn no_attribute_has_the_name_of_another_parameter() {
        for attribute in attributes() {
            let taken = [
                "element",
                "code",
                "view",
                "demo",
                "access_token",
                "state",
                "error",
            ];
            assert!(!taken.contains(&attribute.name), "{}", attribute.name);
        }
    }
}
