//! The classes of the elements, their events, and what the DOM's own types learn of both.

use std::fmt::Write as _;

use super::super::contract::{Attribute, Contract, Element};
use super::{method, read_only, type_names};

/// `types/elements.d.ts`.
pub(super) fn declarations(contract: &Contract) -> String {
    let names = type_names(contract);
    let mut out = format!("import type {{ {names} }} from \"./types.js\";\n");
    for event in &contract.events {
        let (name, detail, meaning) = (event.detail_type(), &event.detail, &event.meaning);
        let _ = writeln!(out, "/** {meaning} */\nexport type {name} = {detail};");
    }
    out.push_str("/** The events of the elements. All of them bubble and are composed. */\n");
    out.push_str("export interface SellElementEventMap {\n");
    for event in &contract.events {
        let (name, detail, meaning) = (&event.name, event.detail_type(), &event.meaning);
        let _ = writeln!(
            out,
            "  /** {meaning} */\n  \"{name}\": CustomEvent<{detail}>;"
        );
    }
    out.push_str("}\n");
    for element in &contract.elements {
        out.push_str(&class(contract, element));
    }
    out.push_str(&global(contract));
    out
}

fn class(contract: &Contract, element: &Element) -> String {
    let attributes = contract.attributes_of(element);
    let own = attributes.into_iter().filter(|attribute| !attribute.native);
    let mirrored: String = own.map(mirror).collect();
    let properties: String = element.properties.iter().map(read_only).collect();
    let methods: String = element.methods.iter().map(method).collect();
    let define = "  /** Registers the class; a tag that is taken keeps its class, with a warning. */\n  \
                  static define(tag?: string, registry?: CustomElementRegistry): void;\n";
    format!(
        "/** {} */\nexport declare class {} extends HTMLElement {{\n{define}{mirrored}{properties}{methods}}}\n",
        element.description, element.class
    )
}

fn mirror(attribute: &Attribute) -> String {
    let default = attribute.default_text();
    let default = default.map_or_else(String::new, |text| format!(" `{text}` by default."));
    let (meaning, name, kind) = (&attribute.meaning, attribute.property(), attribute.kind());
    format!("  /** {meaning}{default} */\n  {name}: {kind};\n")
}

fn global(contract: &Contract) -> String {
    let mut out = "declare global {\n  interface HTMLElementTagNameMap {\n".to_owned();
    for element in &contract.elements {
        let _ = writeln!(out, "    \"{}\": {};", element.tag, element.class);
    }
    out.push_str(
        "  }\n  interface GlobalEventHandlersEventMap extends SellElementEventMap {}\n  \
         interface ShadowRootEventMap extends SellElementEventMap {}\n}\n",
    );
    out
}
