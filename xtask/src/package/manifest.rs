//! What tools are told of the elements: the Custom Elements Manifest, and the data of two families
//! of editors.

use serde_json::{Map, Value, json};

use super::contract::{Attribute, Contract, Element, Method, Named, Property};

/// The manifest, schema 1.0.0.
pub(super) fn custom_elements(contract: &Contract) -> Value {
    let classes: Vec<Value> = contract
        .elements
        .iter()
        .map(|e| class(contract, e))
        .collect();
    let exports: Vec<Value> = contract
        .elements
        .iter()
        .map(|e| json!({ "kind": "js", "name": e.class, "declaration": { "name": e.class, "module": "classes.js" } }))
        .collect();
    let mut modules = vec![json!({
        "kind": "javascript-module", "path": "classes.js",
        "declarations": classes, "exports": exports,
    })];
    modules.extend(contract.elements.iter().map(definition));
    json!({ "schemaVersion": "1.0.0", "readme": "README.md", "modules": modules })
}

/// The module that registers an element.
fn definition(element: &Element) -> Value {
    json!({
        "kind": "javascript-module",
        "path": format!("define/{}.js", element.tag),
        "declarations": [],
        "exports": [{
            "kind": "custom-element-definition", "name": element.tag,
            "declaration": { "name": element.class, "module": "classes.js" },
        }],
    })
}

fn class(contract: &Contract, element: &Element) -> Value {
    let attributes = contract.attributes_of(element);
    let fields = attributes.iter().filter(|a| !a.native).map(|a| mirrored(a));
    let members: Vec<Value> = fields
        .chain(element.properties.iter().map(field))
        .chain(element.methods.iter().map(method))
        .collect();
    let events: Vec<Value> = contract
        .events_of(element)
        .iter()
        .map(|e| json!({ "name": e.name, "type": { "text": format!("CustomEvent<{}>", e.detail) }, "description": e.meaning }))
        .collect();
    json!({
        "kind": "class", "customElement": true, "name": element.class, "tagName": element.tag,
        "description": element.description, "superclass": { "name": "HTMLElement" },
        "attributes": attributes.iter().map(|a| attribute(a)).collect::<Vec<_>>(),
        "members": members, "events": events,
        "slots": named(&element.slots), "cssParts": named(&element.told_parts()),
        "cssProperties": contract.css_properties.iter()
            .map(|p| json!({ "name": p.name, "default": p.light, "description": p.meaning }))
            .collect::<Vec<_>>(),
        "cssStates": named(&contract.statuses),
    })
}

fn named(list: &[Named]) -> Vec<Value> {
    let each = list.iter();
    each.map(|one| json!({ "name": one.name, "description": one.meaning }))
        .collect()
}

fn attribute(attribute: &Attribute) -> Value {
    let mut value = json!({
        "name": attribute.name, "type": { "text": attribute.kind() },
        "fieldName": attribute.property(), "description": attribute.meaning,
    });
    if let Some(default) = &attribute.default {
        value["default"] = json!(default.to_string());
    }
    value
}

fn mirrored(attribute: &Attribute) -> Value {
    json!({
        "kind": "field", "name": attribute.property(), "type": { "text": attribute.kind() },
        "attribute": attribute.name, "reflects": true, "description": attribute.meaning,
    })
}

fn field(property: &Property) -> Value {
    json!({
        "kind": "field", "name": property.name, "type": { "text": property.kind },
        "readonly": !property.settable, "description": property.meaning,
    })
}

fn method(method: &Method) -> Value {
    json!({
        "kind": "method", "name": method.name, "description": method.meaning,
        "parameters": parameters(&method.parameters), "return": { "type": { "text": method.returns } },
    })
}

/// `path: string, init?: X` as a list. No type of a parameter holds a comma.
fn parameters(text: &str) -> Vec<Value> {
    let each = text.split(", ").filter_map(|one| one.split_once(": "));
    each.map(|(name, kind)| {
        let optional = name.ends_with('?');
        json!({ "name": name.trim_end_matches('?'), "optional": optional, "type": { "text": kind } })
    })
    .collect()
}

/// Visual Studio Code's custom data for HTML, version 1.1.
pub(super) fn vscode(contract: &Contract) -> Value {
    let tags: Vec<Value> = contract
        .elements
        .iter()
        .map(|element| {
            let attributes = contract.attributes_of(element);
            let attributes: Vec<Value> = attributes.iter().map(|a| vscode_attribute(a)).collect();
            json!({ "name": element.tag, "description": element.description, "attributes": attributes })
        })
        .collect();
    json!({ "version": 1.1, "tags": tags })
}

fn vscode_attribute(attribute: &Attribute) -> Value {
    let mut data = Map::new();
    data.insert("name".to_owned(), json!(attribute.name));
    data.insert("description".to_owned(), json!(attribute.meaning));
    if attribute.kind() == "boolean" {
        data.insert("valueSet".to_owned(), json!("v"));
    }
    if !attribute.values.is_empty() {
        let values: Vec<Value> = attribute
            .values
            .iter()
            .map(|v| json!({ "name": v }))
            .collect();
        data.insert("values".to_owned(), json!(values));
    }
    Value::Object(data)
}

/// The web types of `JetBrains`' editors.
pub(super) fn web_types(contract: &Contract) -> Value {
    let elements: Vec<Value> = contract
        .elements
        .iter()
        .map(|e| web_element(contract, e))
        .collect();
    json!({
        "$schema": "https://json.schemastore.org/web-types",
        "name": contract.package, "version": env!("CARGO_PKG_VERSION"),
        "description-markup": "markdown",
        "contributions": { "html": { "elements": elements } },
    })
}

fn web_element(contract: &Contract, element: &Element) -> Value {
    let attributes: Vec<Value> = contract
        .attributes_of(element)
        .iter()
        .map(|a| {
            json!({ "name": a.name, "description": a.meaning, "required": a.required,
            "value": { "type": a.kind(), "default": a.default_text() } })
        })
        .collect();
    let events: Vec<Value> = contract
        .events_of(element)
        .iter()
        .map(|e| json!({ "name": e.name, "description": e.meaning }))
        .collect();
    let properties: Vec<Value> = element
        .properties
        .iter()
        .map(|p| json!({ "name": p.name, "type": p.kind, "description": p.meaning, "read-only": !p.settable }))
        .collect();
    json!({
        "name": element.tag, "description": element.description, "attributes": attributes,
        "slots": named(&element.slots),
        "js": { "events": events, "properties": properties },
        "css": { "parts": named(&element.told_parts()),
            "properties": contract.css_properties.iter()
                .map(|p| json!({ "name": p.name, "description": p.meaning })).collect::<Vec<_>>() },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_manifest_names_the_class_and_the_module_that_registers_it() {
        let manifest = custom_elements(&Contract::read().unwrap());
        let class = &manifest["modules"][0]["declarations"][0];
        assert_eq!(class["tagName"], "sell-sign-in");
        assert_eq!(class["attributes"][0]["name"], "client-id");
        assert_eq!(class["attributes"][0]["fieldName"], "clientId");
        assert_eq!(manifest["modules"][1]["exports"][0]["name"], "sell-sign-in");
    }

    #[test]
    fn parameters_are_told_apart() {
        let two = parameters("path: string, init?: RequestOptions");
        assert_eq!(
            two[1],
            json!({ "name": "init", "optional": true, "type": { "text": "RequestOptions" } })
        );
        assert!(parameters("").is_empty());
    }

    #[test]
    fn editors_are_told_the_values_of_a_choice() {
        let data = vscode(&Contract::read().unwrap());
        let attributes = data["tags"][0]["attributes"].as_array().unwrap().clone();
        let mode = attributes.iter().find(|a| a["name"] == "mode").unwrap();
        assert_eq!(
            mode["values"],
            json!([{ "name": "redirect" }, { "name": "popup" }])
        );
    }
}
