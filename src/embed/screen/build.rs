//! Writes the elements' contract down as constants, so that the knobs are those of the contract.

use std::error::Error;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::{env, fs};

use serde_json::Value;

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// From this folder.
const CONTRACT: &str = "../../../static/elements/contract.json";

fn main() -> Outcome {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed={CONTRACT}");
    let contract: Value = serde_json::from_str(&fs::read_to_string(CONTRACT)?)?;
    let out = env::var_os("OUT_DIR").ok_or("cargo names no OUT_DIR")?;
    fs::write(
        PathBuf::from(out).join("contract.rs"),
        constants(&contract)?,
    )?;
    Ok(())
}

fn constants(contract: &Value) -> Outcome<String> {
    let shared = list(contract, "attributes")?;
    let mut out = "pub(crate) static ELEMENTS: &[Element] = &[\n".to_owned();
    for element in list(contract, "elements")? {
        let example = text(element, "example")?;
        writeln!(
            out,
            "Element {{ tag: {:?}, component: {:?}, description: {:?}, attributes: &[",
            text(element, "tag")?,
            text(element, "class")?,
            text(element, "description")?
        )?;
        for attribute in list(element, "attributes")?.iter().chain(shared) {
            out.push_str(&constant(attribute, example)?);
        }
        out.push_str("] },\n");
    }
    out.push_str("];\npub(crate) static EVENTS: &[&str] = &[\n");
    for event in list(contract, "events")? {
        writeln!(out, "{:?},", text(event, "name")?)?;
    }
    out.push_str("];\n");
    Ok(out)
}

/// One attribute, with the value that the element's example has for it.
fn constant(attribute: &Value, example: &str) -> Outcome<String> {
    let name = text(attribute, "name")?;
    let default = match &attribute["default"] {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let shown = example
        .split_once(&format!(" {name}=\""))
        .and_then(|(_, rest)| rest.split('"').next());
    Ok(format!(
        "Attribute {{ name: {name:?}, reading: {}, group: Group::{}, default: {default:?}, \
         required: {}, example: {:?}, meaning: {:?} }},\n",
        reading(attribute)?,
        capital(text(attribute, "group")?),
        attribute["required"] == Value::Bool(true),
        shown.unwrap_or_default(),
        text(attribute, "meaning")?
    ))
}

fn reading(attribute: &Value) -> Outcome<String> {
    Ok(match text(attribute, "type")? {
        "boolean" => "Reading::Flag".to_owned(),
        "choice" => {
            let values = list(attribute, "values")?.iter().map(Value::as_str);
            let values: Option<Vec<&str>> = values.collect();
            format!(
                "Reading::Choice(&{:?})",
                values.ok_or("a value is no text")?
            )
        }
        "number" => format!(
            "Reading::Number {{ min: {}, max: {} }}",
            attribute["min"], attribute["max"]
        ),
        _ => "Reading::Text".to_owned(),
    })
}

fn capital(word: &str) -> String {
    let (first, rest) = word.split_at(word.len().min(1));
    first.to_ascii_uppercase() + rest
}

fn list<'a>(value: &'a Value, name: &str) -> Outcome<&'a Vec<Value>> {
    let found = value[name].as_array();
    Ok(found.ok_or_else(|| format!("{CONTRACT} has no list `{name}` where one belongs"))?)
}

fn text<'a>(value: &'a Value, name: &str) -> Outcome<&'a str> {
    let found = value[name].as_str();
    Ok(found.ok_or_else(|| format!("{CONTRACT} has no text `{name}` where one belongs"))?)
}
