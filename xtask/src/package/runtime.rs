//! The table that the elements read at run time: `static/elements/contract.js`. It is generated and
//! kept, so that the sources work as they stand; a test says when it is stale.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::contract::{Attribute, Contract, Reading};

const HEAD: &str = "// Generated from contract.json by `cargo xtask contract`. Do not edit.\n";

/// The script.
pub(super) fn script(contract: &Contract) -> String {
    let mut out = HEAD.to_owned();
    let _ = writeln!(
        out,
        "export const version = '{}';",
        env!("CARGO_PKG_VERSION")
    );
    let statuses: Vec<&str> = contract.statuses.iter().map(|s| s.name.as_str()).collect();
    let _ = writeln!(out, "export const statuses = {};", json!(statuses));
    out.push_str("export const events = {\n");
    for event in &contract.events {
        let cancelable = event.cancelable;
        let _ = writeln!(out, "  \"{}\": {{ cancelable: {cancelable} }},", event.name);
    }
    out.push_str("};\nexport const elements = {\n");
    for element in &contract.elements {
        let _ = writeln!(out, "  \"{}\": {{ attributes: [", element.tag);
        for attribute in contract.attributes_of(element) {
            let _ = writeln!(out, "    {},", line(attribute));
        }
        out.push_str("  ], parts: {\n");
        for part in &element.parts {
            if let Some(at) = &part.at {
                let _ = writeln!(out, "    {}: {},", json!(part.name), json!(at));
            }
        }
        out.push_str("  } },\n");
    }
    out.push_str("};\n");
    out
}

/// One attribute, with only what it has: a choice has values, a number its limits, and the property is
/// called as the attribute is.
fn line(attribute: &Attribute) -> String {
    let mut parts = vec![("name", json!(attribute.name))];
    let mut also = |name, value: Option<Value>| parts.extend(value.map(|value| (name, value)));
    also("default", attribute.default.clone());
    also(
        "values",
        (!attribute.values.is_empty()).then(|| json!(attribute.values)),
    );
    also("min", attribute.min.map(|min| json!(min)));
    also("max", attribute.max.map(|max| json!(max)));
    let marked = |is: bool| is.then_some(Value::Bool(true));
    also("boolean", marked(attribute.reading == Reading::Boolean));
    also("native", marked(attribute.native));
    let parts: Vec<String> = parts
        .iter()
        .map(|(name, value)| format!("{name}: {value}"))
        .collect();
    format!("{{ {} }}", parts.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace;

    #[test]
    fn the_kept_table_is_that_of_the_contract() {
        let kept = workspace::read(&workspace::root().join("static/elements/contract.js")).unwrap();
        let fresh = script(&Contract::read().unwrap());
        assert!(
            kept == fresh,
            "contract.js is stale; run `cargo xtask contract`"
        );
    }

    #[test]
    fn an_attribute_is_told_with_all_that_it_has() {
        let script = script(&Contract::read().unwrap());
        for line in [
            "{ name: \"mode\", default: \"redirect\", values: [\"redirect\",\"popup\"] },",
            "{ name: \"expose-token\", boolean: true },",
            "{ name: \"warn-before\", default: 300, min: 0, max: 86400 },",
            "\"sell-before-sign-in\": { cancelable: true },",
            "\"verdict\": \".sell-verdict\",",
        ] {
            assert!(script.contains(line), "{line}");
        }
    }
}
