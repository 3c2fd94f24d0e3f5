//! The pages under `docs/elements`: one for each element, one for the door without, one index. They
//! are generated and kept, so that they can be read where the source is; a test says when stale.

use std::fmt::Write as _;

use super::contract::{Contract, Element, Method, Named, Property};
use super::types::File;

const HEAD: &str = "<!-- Generated from static/elements/contract.json by `cargo xtask contract`. Do not edit. -->\n";

/// All pages, with their paths below `docs/elements`.
pub(super) fn pages(contract: &Contract) -> Vec<File> {
    let mut pages = vec![
        ("README.md".to_owned(), index(contract)),
        ("headless.md".to_owned(), headless(contract)),
        ("types.md".to_owned(), types(contract)),
        ("demo.md".to_owned(), demo(contract)),
    ];
    let each = contract.elements.iter();
    pages.extend(each.map(|element| (format!("{}.md", element.tag), page(contract, element))));
    pages
}

fn index(contract: &Contract) -> String {
    let mut out = format!("{HEAD}# Elements\n\n{}\n\n", contract.description);
    let rows = contract.elements.iter().map(|element| {
        let link = format!("[`<{0}>`]({0}.md)", element.tag);
        vec![link, element.description.clone()]
    });
    out.push_str(&table(&["element", "what it does"], rows));
    out.push_str("\nWithout any element: [headless.md](headless.md). Without Sell: [demo.md](demo.md). The types of all of them: [types.md](types.md). What a dashboard needs beside a button: [recipes](../recipes.md).\n");
    out.push_str("\n## While it loads\n\nEach element stands at its final height as soon as its script has run, so nothing around it moves when the WebAssembly arrives. Before the script has run a browser knows nothing of it; `blocking=\"render\"` has it wait with drawing for the script, not for the WebAssembly:\n\n```html\n<script type=\"module\" blocking=\"render\" src=\"/sell-elements/sell-elements.js\"></script>\n```\n\nWhat Sell answers comes later: a failure takes room of its own.\n");
    out.push_str("\n## Status\n\nThe same word is the property `status` of `<sell-sign-in>`, `<sell-token>` and headless sessions, the detail of `sell-status`, and a CSS state of every element: `sell-sign-in:state(active)`.\n\n");
    out.push_str(&named("status", &contract.statuses));
    out.push_str("\n## Kinds of errors\n\n");
    out.push_str(&named("kind", &contract.error_kinds));
    out
}

fn page(contract: &Contract, element: &Element) -> String {
    let mut out = format!(
        "{HEAD}# `<{}>`\n\n{}\n\n```html\n{}\n```\n",
        element.tag, element.description, element.example
    );
    let mut section = |title: &str, text: String| {
        let text = if text.is_empty() {
            "None.\n".to_owned()
        } else {
            text
        };
        let _ = write!(out, "\n## {title}\n\n{text}");
    };
    section("Attributes", attributes(contract, element));
    section("Properties", properties(&element.properties));
    section("Methods", methods(&element.methods));
    section("Events", events(contract, element));
    section("Slots", slots(&element.slots));
    section("Parts", named("part", &element.told_parts()));
    section("Custom properties", custom_properties(contract));
    section("States", named("state", &contract.statuses));
    let keys = element
        .keyboard
        .iter()
        .map(|k| vec![k.keys.clone(), k.does.clone()]);
    section("Keyboard", table(&["keys", "what they do"], keys));
    out
}

fn attributes(contract: &Contract, element: &Element) -> String {
    let rows = contract
        .attributes_of(element)
        .into_iter()
        .map(|attribute| {
            let default = attribute
                .default_text()
                .map_or_else(String::new, |text| code(&text));
            let needed = if attribute.required { " Required." } else { "" };
            vec![
                code(&attribute.name),
                code(&attribute.property()),
                code(&attribute.kind()),
                default,
                format!("{}{needed}", attribute.meaning),
            ]
        });
    table(
        &["attribute", "property", "type", "default", "meaning"],
        rows,
    )
}

fn properties(list: &[Property]) -> String {
    let rows = list.iter().map(|property| {
        let access = if property.settable {
            "set"
        } else {
            "read only"
        };
        vec![
            code(&property.name),
            code(&property.kind),
            access.to_owned(),
            property.meaning.clone(),
        ]
    });
    table(&["property", "type", "access", "meaning"], rows)
}

fn methods(list: &[Method]) -> String {
    let rows = list.iter().map(|method| {
        let errors: Vec<String> = method.errors.iter().map(|error| code(error)).collect();
        vec![
            code(&format!("{}({})", method.name, method.parameters)),
            code(&method.returns),
            errors.join(", "),
            method.meaning.clone(),
        ]
    });
    table(
        &["method", "returns", "errors, among others", "meaning"],
        rows,
    )
}

fn events(contract: &Contract, element: &Element) -> String {
    let rows = contract.events_of(element).into_iter().map(|event| {
        let cancelable = if event.cancelable { "yes" } else { "no" };
        vec![
            code(&event.name),
            cancelable.to_owned(),
            code(&event.detail),
            event.meaning.clone(),
        ]
    });
    table(&["event", "cancelable", "detail", "meaning"], rows)
}

fn slots(list: &[Named]) -> String {
    let rows = list.iter().map(|slot| {
        let name = if slot.name.is_empty() {
            "(default)".to_owned()
        } else {
            code(&slot.name)
        };
        vec![name, slot.meaning.clone()]
    });
    table(&["slot", "meaning"], rows)
}

fn custom_properties(contract: &Contract) -> String {
    let rows = contract.css_properties.iter().map(|property| {
        let dark = property.dark.as_ref().unwrap_or(&property.light);
        vec![
            code(&property.name),
            code(&property.light),
            code(dark),
            property.meaning.clone(),
        ]
    });
    let text = "Set them on the element itself. Text pairs are at 5.6:1 or more and borders at 3.5:1 or more; keep that when you change them.\n\n";
    format!(
        "{text}{}",
        table(&["property", "light", "dark", "meaning"], rows)
    )
}

fn headless(contract: &Contract) -> String {
    let door = &contract.headless;
    let example = "import { createSession } from \"sell-elements/headless.js\";\n\nconst sell = await createSession({ clientId, redirectUri, scopes: [\"read\", \"profile\"] });\nconst stop = sell.subscribe((snapshot) => draw(snapshot));\nawait sell.signIn({ mode: \"popup\" });\nconst deals = await (await sell.request(\"/v2/deals?per_page=5\")).json();";
    format!(
        "{HEAD}# Without elements\n\n{}\n\n```js\n{example}\n```\n\n## Options of `createSession`\n\n{}\n## Properties\n\n{}\n## Methods\n\n{}",
        door.description,
        fields(contract, "SessionOptions"),
        properties(&door.properties),
        methods(&door.methods),
    )
}

/// What holds for the demo as a whole.
const DEMO: &str = include_str!("demo.md");

fn demo(contract: &Contract) -> String {
    let door = &contract.demo;
    let options = table(
        &["option", "type", "meaning"],
        door.options.iter().map(property_row),
    );
    format!(
        "{HEAD}# Without Sell\n\n{}\n\n{DEMO}\n## States\n\n{}\n## Options of `startDemo`\n\n{options}\n## Properties\n\n{}\n## Methods\n\n{}",
        door.description,
        named("state", &door.states),
        properties(&door.properties),
        methods(&door.methods),
    )
}

fn types(contract: &Contract) -> String {
    let mut out = format!("{HEAD}# Types\n\nThe package's `types/` has them for TypeScript.\n");
    for declared in &contract.types {
        let _ = write!(out, "\n## `{}`\n\n{}\n\n", declared.name, declared.meaning);
        match &declared.text {
            Some(text) => {
                let _ = writeln!(out, "```ts\n{text}\n```");
            }
            None => out.push_str(&fields(contract, &declared.name)),
        }
    }
    out
}

fn fields(contract: &Contract, name: &str) -> String {
    let found = contract.types.iter().find(|declared| declared.name == name);
    let fields = found.into_iter().flat_map(|declared| &declared.fields);
    table(&["field", "type", "meaning"], fields.map(property_row))
}

fn property_row(property: &Property) -> Vec<String> {
    let (name, kind) = (code(&property.name), code(&property.kind));
    vec![name, kind, property.meaning.clone()]
}

fn named(what: &str, list: &[Named]) -> String {
    let rows = list
        .iter()
        .map(|one| vec![code(&one.name), one.meaning.clone()]);
    table(&[what, "meaning"], rows)
}

/// A table, or nothing where it would have no rows.
fn table(heads: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let rows: Vec<String> = rows
        .map(|cells| format!("| {} |\n", cells.join(" | ")))
        .collect();
    if rows.is_empty() {
        return String::new();
    }
    format!(
        "| {} |\n|{}\n{}",
        heads.join(" | "),
        "---|".repeat(heads.len()),
        rows.concat()
    )
}

/// As code; a bar would end the cell.
fn code(text: &str) -> String {
    if text.is_empty() {
        String::new()
    } else {
        format!("`{}`", text.replace('|', "\\|"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace;

    #[test]
    fn the_kept_pages_are_those_of_the_contract() {
        let folder = workspace::root().join("docs/elements");
        for (name, fresh) in pages(&Contract::read().unwrap()) {
            let kept = workspace::read(&folder.join(&name)).unwrap_or_default();
            assert!(
                kept == fresh,
                "docs/elements/{name} is stale; run `cargo xtask contract`"
            );
        }
    }

    #[test]
    fn a_page_has_each_of_its_ten_sections() {
        let contract = Contract::read().unwrap();
        for element in &contract.elements {
            let page = page(&contract, element);
            assert!(page.contains("```html\n<sell-"));
            for title in [
                "Attributes",
                "Properties",
                "Methods",
                "Events",
                "Slots",
                "Parts",
                "Custom properties",
                "States",
                "Keyboard",
            ] {
                assert!(page.contains(&format!("\n## {title}\n")), "{title}");
            }
            assert!(!page.contains("None."), "{}", element.tag);
        }
    }

    #[test]
    fn a_bar_does_not_end_the_cell() {
        assert_eq!(
            table(&["a"], std::iter::once(vec![code("x | y")])),
            "| a |\n|---|\n| `x \\| y` |\n"
        );
    }
}
