//! What React and Vue are told of the elements. Both files name the framework's own types, so only
//! those who use it import them.

use std::fmt::Write as _;

use super::super::contract::{Contract, Element, Reading, camel, pascal};

/// `types/react.d.ts`: JSX for React 19, and the wrappers for those before.
pub(super) fn react(contract: &Contract) -> String {
    let mut out = "import type { DetailedHTMLProps, HTMLAttributes, ForwardRefExoticComponent, ReactNode, RefAttributes } from \"react\";\n".to_owned();
    out.push_str(IMPORTS);
    for element in &contract.elements {
        let class = &element.class;
        out.push_str(&attributes(contract, element));
        let _ = writeln!(
            out,
            "type {class}Jsx = DetailedHTMLProps<HTMLAttributes<Elements.{class}>, Elements.{class}> & {class}Attributes & {{"
        );
        for event in contract.events_of(element) {
            let (name, detail) = (&event.name, event.detail_type());
            let _ = writeln!(
                out,
                "  \"on{name}\"?: (event: CustomEvent<Elements.{detail}>) => void;"
            );
        }
        out.push_str("};\n");
        let _ = writeln!(
            out,
            "/** {} For React 18 and before. */",
            element.description
        );
        let _ = writeln!(
            out,
            "export declare const {class}: ForwardRefExoticComponent<{class}Properties & {{"
        );
        for event in contract.events_of(element) {
            let (name, detail) = (pascal(&event.name), event.detail_type());
            let _ = writeln!(
                out,
                "  on{name}?: (event: CustomEvent<Elements.{detail}>) => void;"
            );
        }
        let _ = writeln!(
            out,
            "  id?: string; className?: string; slot?: string; children?: ReactNode;"
        );
        let _ = writeln!(out, "}} & RefAttributes<Elements.{class}>>;");
    }
    out.push_str(
        "declare module \"react\" {\n  namespace JSX {\n    interface IntrinsicElements {\n",
    );
    for element in &contract.elements {
        let _ = writeln!(out, "      \"{}\": {}Jsx;", element.tag, element.class);
    }
    out.push_str("    }\n  }\n}\n");
    out
}

/// `types/vue.d.ts`: the elements in templates.
pub(super) fn vue(contract: &Contract) -> String {
    let mut out = "import type { HTMLAttributes } from \"vue\";\n".to_owned();
    out.push_str(IMPORTS);
    for element in &contract.elements {
        let class = &element.class;
        out.push_str(&attributes(contract, element));
        let _ = writeln!(
            out,
            "type {class}Vue = new () => Elements.{class} & {{ $props: HTMLAttributes & {class}Attributes & {{"
        );
        for event in contract.events_of(element) {
            let (name, detail) = (pascal(&event.name), event.detail_type());
            let _ = writeln!(
                out,
                "  on{name}?: (event: CustomEvent<Elements.{detail}>) => void;"
            );
        }
        out.push_str("} };\n");
    }
    out.push_str("declare module \"vue\" {\n  interface GlobalComponents {\n");
    for element in &contract.elements {
        let _ = writeln!(out, "    \"{}\": {}Vue;", element.tag, element.class);
    }
    out.push_str("  }\n}\n");
    out
}

/// Both files name our own types by this.
const IMPORTS: &str = "import type * as Elements from \"./classes.js\";\n";

/// Attributes by their own names, and by those of the properties.
fn attributes(contract: &Contract, element: &Element) -> String {
    let class = &element.class;
    let mut out = format!("interface {class}Properties {{\n");
    let own = contract.attributes_of(element).into_iter();
    let own: Vec<_> = own.filter(|attribute| !attribute.native).collect();
    for attribute in &own {
        let (meaning, name, kind) = (&attribute.meaning, attribute.property(), attribute.kind());
        let _ = writeln!(out, "  /** {meaning} */\n  {name}?: {kind};");
    }
    for property in element
        .properties
        .iter()
        .filter(|property| property.settable)
    {
        let (name, class) = (&property.name, &element.class);
        let meaning = &property.meaning;
        let _ = writeln!(
            out,
            "  /** {meaning} */\n  {name}?: Elements.{class}[\"{name}\"];"
        );
    }
    let _ = writeln!(
        out,
        "}}\ninterface {class}Attributes extends {class}Properties {{"
    );
    for attribute in own
        .iter()
        .filter(|attribute| camel(&attribute.name) != attribute.name)
    {
        let (meaning, name) = (&attribute.meaning, &attribute.name);
        let kind = match attribute.reading {
            Reading::Number => "number | `${number}`".to_owned(),
            _ => attribute.kind(),
        };
        let _ = writeln!(out, "  /** {meaning} */\n  \"{name}\"?: {kind};");
    }
    out.push_str("}\n");
    out
}
