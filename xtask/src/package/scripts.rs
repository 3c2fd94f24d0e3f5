//! The scripts of the package, by the entries of its `package.json`.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::json;

use super::bundle::{Sources, bundle};
use super::contract::{Contract, Element, pascal};
use super::glue::{self, Place};
use super::sheet;
use super::wasm::Compiled;
use crate::failure::Failure;
use crate::script::minify::{Loaded, minified};
use crate::workspace::{self, is_of_kind};

/// Where our own modules are.
const FOLDER: &str = "static/elements";
/// The wrappers that react.js begins with.
const REACT: &str = include_str!("react.js");
/// What is no module of ours.
const CLASSIC: &str = "capture.js";

/// Name and text of each script that needs the elements' module.
pub(super) fn of_elements(
    contract: &Contract,
    compiled: &Compiled,
) -> Result<BTreeMap<String, String>, Failure> {
    let beside = beside(contract, compiled)?;
    let inside = sources(contract, glue::script(compiled, Place::Inside)?)?;
    let mut scripts = BTreeMap::from([
        ("classes.js".to_owned(), bundle("classes.js", &beside)?),
        ("sell-elements.js".to_owned(), whole(contract)),
        ("inline.js".to_owned(), bundle(WHOLE, &inside)?),
        (
            "cdn/sell-elements.js".to_owned(),
            in_one(contract, compiled)?,
        ),
        (
            "react.js".to_owned(),
            minified(&react(contract), Loaded::AsModule, "react.js")?,
        ),
    ]);
    for element in &contract.elements {
        scripts.insert(format!("define/{}.js", element.tag), one(element));
    }
    Ok(scripts)
}

/// The door without elements.
pub(super) fn headless(contract: &Contract, compiled: &Compiled) -> Result<String, Failure> {
    bundle("headless.js", &beside(contract, compiled)?)
}

/// All elements, held and registered by one script.
pub(super) fn in_one(contract: &Contract, compiled: &Compiled) -> Result<String, Failure> {
    bundle(WHOLE, &beside(contract, compiled)?)
}

/// Our own modules, with the wasm in a file beside them.
fn beside(contract: &Contract, compiled: &Compiled) -> Result<Sources, Failure> {
    sources(contract, glue::script(compiled, Place::Beside)?)
}

/// The pretend Sell, which holds no element and no module.
pub(super) fn demo(contract: &Contract) -> Result<String, Failure> {
    bundle("demo.js", &sources(contract, String::new())?)
}

/// The entry of scripts that hold and register all elements; no file of this name is written.
const WHOLE: &str = "all.js";

/// Our own modules by name, with those that only the build can write.
fn sources(contract: &Contract, glue: String) -> Result<Sources, Failure> {
    let folder = workspace::root().join(FOLDER);
    let mut sources = Sources::new();
    for file in crate::build::files_under(&folder)? {
        let name = crate::build::address(&folder, &file);
        if is_of_kind(&name, &["js"]) && name != CLASSIC {
            sources.insert(name, workspace::read(&file)?);
        }
    }
    sources.insert("glue.js".to_owned(), glue);
    sources.insert("styles.js".to_owned(), sheet::script()?);
    sources.insert(WHOLE.to_owned(), whole(contract));
    Ok(sources)
}

/// The classes of all elements and the functions beside them, as names.
fn names(contract: &Contract) -> String {
    let classes = contract
        .elements
        .iter()
        .map(|element| element.class.as_str());
    let names: Vec<&str> = classes.chain(["init", "registerLanguage"]).collect();
    names.join(", ")
}

/// Registers each class.
fn registrations(contract: &Contract) -> String {
    let each = contract.elements.iter();
    let lines: Vec<String> = each
        .map(|element| format!("{}.define();\n", element.class))
        .collect();
    lines.concat()
}

/// A script that holds no class itself shares them with all other entries.
fn whole(contract: &Contract) -> String {
    let (names, registrations) = (names(contract), registrations(contract));
    format!("import {{ {names} }} from './classes.js';\n{registrations}export {{ {names} }};\n")
}

fn one(element: &Element) -> String {
    let class = &element.class;
    format!(
        "import {{ {class} }} from '../classes.js';\n{class}.define();\nexport {{ {class} }};\n"
    )
}

fn react(contract: &Contract) -> String {
    let mut out = REACT.to_owned();
    for element in &contract.elements {
        let attributes = contract.attributes_of(element);
        let mirrored = attributes.iter().filter(|attribute| !attribute.native);
        let attributes: BTreeMap<String, &str> = mirrored
            .map(|attribute| (attribute.property(), attribute.name.as_str()))
            .collect();
        let settable = element
            .properties
            .iter()
            .filter(|property| property.settable);
        let properties: Vec<&str> = settable.map(|property| property.name.as_str()).collect();
        let events: BTreeMap<&str, String> = contract
            .events_of(element)
            .iter()
            .map(|event| (event.name.as_str(), format!("on{}", pascal(&event.name))))
            .collect();
        let (class, tag) = (&element.class, json!(element.tag));
        let (attributes, properties, events) =
            (json!(attributes), json!(properties), json!(events));
        let _ = writeln!(
            out,
            "export const {class} = wrapped({tag}, {attributes}, {properties}, {events});"
        );
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_main_entry_registers_every_element_of_the_contract() {
        let text = whole(&Contract::read().unwrap());
        for class in ["SellSignIn", "SellToken", "SellScopes"] {
            assert!(text.contains(&format!("{class}.define();")), "{text}");
        }
        assert!(
            text.ends_with(
                "export { SellSignIn, SellToken, SellScopes, init, registerLanguage };\n"
            ),
            "{text}"
        );
    }

    #[test]
    fn our_own_modules_keep_to_the_rules_of_the_bundle() {
        let contract = Contract::read().unwrap();
        let glue = "export const makeGlue = () => ({}); export const source = () => ({});";
        let sources = sources(&contract, glue.to_owned()).unwrap();
        let all: &[&str] = &[
            "SellScopes",
            "SellSignIn",
            "SellToken",
            "init",
            "registerLanguage",
        ];
        for (entry, exports) in [
            (WHOLE, all),
            ("classes.js", all),
            ("headless.js", &["createSession", "init"]),
            ("demo.js", &["startDemo"]),
        ] {
            let text = bundle(entry, &sources).unwrap();
            let (_, exported) = text.rsplit_once("export{").unwrap();
            let mut names: Vec<_> = exported
                .trim_end_matches("};")
                .split(',')
                .map(|one| one.rsplit(' ').next().unwrap_or(one))
                .collect();
            names.sort_unstable();
            assert_eq!(names, exports, "{entry}");
        }
    }

    #[test]
    fn the_demo_has_the_states_of_the_contract_and_is_in_no_other_script() {
        let contract = Contract::read().unwrap();
        let folder = workspace::root().join(FOLDER);
        let table = workspace::read(&folder.join("demo-states.js")).unwrap();
        let lines = table
            .lines()
            .skip_while(|line| !line.contains("states = {"));
        let names = lines
            .skip(1)
            .take_while(|line| *line != "};")
            .filter_map(|line| line.split_once(": {"))
            .map(|(name, _)| name.trim().trim_matches('"'));
        let states = contract.demo.states.iter().map(|state| state.name.as_str());
        assert!(names.eq(states), "{table}");
        for state in &contract.demo.states {
            assert!(super::super::papers::readme("").contains(&format!("`{}`", state.name)));
        }
        for file in crate::build::files_under(&folder).unwrap() {
            let name = crate::build::address(&folder, &file);
            let demo = name.starts_with("demo");
            let text = workspace::read(&file).unwrap();
            assert!(demo || !text.contains("./demo"), "{name} imports the demo");
        }
    }

    #[test]
    fn the_wrappers_know_attributes_properties_and_events() {
        let text = react(&Contract::read().unwrap());
        for part in [
            "export const SellScopes = wrapped(\"sell-scopes\", {",
            "\"warnBefore\":\"warn-before\"",
            "}, [\"calls\"], {",
            "\"sell-signed-in\":\"onSellSignedIn\"",
        ] {
            assert!(text.contains(part), "{part}: {text}");
        }
    }
}
