//! What React and Vue are told of the elements. Both files name the framework's own types, so only
//! those who use it import them.

use std::fmt::Write as _;

use super::super::contract::{Contract, Element, Reading, camel, pascal};

/// `types/react.d.ts`: JSX for React 19, and the wrappers for those before.
pub(super) fn react(contract: &Contract) -> String {
    let names = "DetailedHTMLProps, HTMLAttributes, ForwardRefExoticComponent, RefAttributes";
    let mut out = format!("import type {{ {names} }} from \"react\";\n{IMPORTS}");
    for element in &contract.elements {
        let (class, description) = (&element.class, &element.description);
        let _ = writeln!(
            out,
            "{}type {class}Jsx = DetailedHTMLProps<HTMLAttributes<Elements.{class}>, Elements.{class}> & {class}Attributes & {{\n{}}};\n\
             /** {description} For React 18 and before. */\n\
             export declare const {class}: ForwardRefExoticComponent<Omit<HTMLAttributes<Elements.{class}>, keyof {class}Properties> & {class}Properties & {{\n{}}} & RefAttributes<Elements.{class}>>;",
            attributes(contract, element, "number"),
            handlers(contract, element, |event| format!("\"on{event}\"")),
            handlers(contract, element, of_property),
        );
    }
    let tags = tags(contract, "Jsx");
    let _ = writeln!(
        out,
        "declare module \"react\" {{\nnamespace JSX {{\ninterface IntrinsicElements {{\n{tags}}}\n}}\n}}"
    );
    out
}

/// `types/vue.d.ts`: the elements in templates.
pub(super) fn vue(contract: &Contract) -> String {
    let mut out =
        format!("import type {{ HTMLAttributes, ReservedProps }} from \"vue\";\n{IMPORTS}");
    for element in &contract.elements {
        let class = &element.class;
        let _ = writeln!(
            out,
            "{}type {class}Vue = new () => Elements.{class} & {{ $props: HTMLAttributes & ReservedProps & {class}Attributes & {{\n{}}} }};",
            attributes(contract, element, TEXT_TOO),
            handlers(contract, element, of_property),
        );
    }
    let tags = tags(contract, "Vue");
    let _ = writeln!(
        out,
        "declare module \"vue\" {{\ninterface GlobalComponents {{\n{tags}}}\n}}"
    );
    out
}

/// `onSellSignedIn`, as a property of a component.
fn of_property(event: &str) -> String {
    format!("on{}", pascal(event))
}

/// A line for each event of the element, under the name that the framework has for it.
fn handlers(contract: &Contract, element: &Element, named: fn(&str) -> String) -> String {
    let mut out = String::new();
    for event in contract.events_of(element) {
        let (name, detail) = (named(&event.name), event.detail_type());
        let _ = writeln!(
            out,
            "  {name}?: (event: CustomEvent<Elements.{detail}>) => void;"
        );
    }
    out
}

/// A line for each element, whose type ends so.
fn tags(contract: &Contract, ending: &str) -> String {
    let mut out = String::new();
    for element in &contract.elements {
        let _ = writeln!(out, "  \"{}\": {}{ending};", element.tag, element.class);
    }
    out
}

/// Both files name our own types by this.
const IMPORTS: &str = "import type * as Elements from \"./classes.js\";\n";

/// A number, or the text of one, as an attribute has it.
const TEXT_TOO: &str = "number | `${number}`";

/// Attributes by their own names, and by those of the properties, whose numbers are of this type: the
/// templates of Vue are checked by these, whichever name stands there.
fn attributes(contract: &Contract, element: &Element, numbers: &str) -> String {
    let class = &element.class;
    let mut out = format!("interface {class}Properties {{\n");
    let own = contract.attributes_of(element).into_iter();
    let own: Vec<_> = own.filter(|attribute| !attribute.native).collect();
    for attribute in &own {
        let (meaning, name) = (&attribute.meaning, attribute.property());
        let kind = match attribute.reading {
            Reading::Number => numbers.to_owned(),
            _ => attribute.kind(),
        };
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
            Reading::Number => TEXT_TOO.to_owned(),
            _ => attribute.kind(),
        };
        let _ = writeln!(out, "  /** {meaning} */\n  \"{name}\"?: {kind};");
    }
    out.push_str("}\n");
    out
}
