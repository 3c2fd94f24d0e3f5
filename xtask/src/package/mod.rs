//! The folder that others install from a registry or serve as it is, and all that is made from the
//! elements' contract.
//!
//! ```text
//!  contract.json ─┬─ contract.js (runtime) ─┐
//!                 ├─ types/*.d.ts           ├─ bundle ─ *.js ─┐
//!                 ├─ manifest, editors      │                 ├─ package/, sri.json
//!                 └─ docs/elements          │                 │
//!  two crates ── wasm-bindgen ── squeeze ───┴─ glue, *.wasm ──┘
//! ```

mod bundle;
mod contract;
mod docs;
mod glue;
pub(crate) mod integrity;
mod languages;
mod manifest;
mod papers;
mod runtime;
mod scripts;
mod sheet;
mod types;
pub(crate) mod wasm;

use std::collections::BTreeMap;
use std::fs;

use serde::Serialize;

use crate::build::headers;
use crate::capture;
use crate::failure::Failure;
use crate::say;
use crate::tools::Toolbox;
use crate::workspace;
use contract::Contract;

/// Files of the package by their paths.
type Files = BTreeMap<String, Vec<u8>>;

/// Licences that travel along.
const LICENCES: [&str; 3] = ["LICENSE", "LICENSE-APACHE", "LICENSE-MIT"];

/// Writes `package/`.
pub(crate) fn write() -> Result<(), Failure> {
    let contract = Contract::read()?;
    let tools = Toolbox::ready()?;
    capture::assemble()?;
    let mut files = Files::new();
    add_scripts(&mut files, &contract, &tools)?;
    add_tables(&mut files, &contract)?;
    files.extend(languages::files()?);
    add_papers(&mut files, &contract)?;
    let hashes = integrity::list(&files);
    let hashes = pretty(&hashes)?;
    files.insert("sri.json".to_owned(), hashes);
    save(&files)
}

/// A module, and the one script that loads it.
pub(crate) struct Pair {
    pub(crate) script: String,
    pub(crate) module: Vec<u8>,
}

/// All elements as a page loads them that has one script for them.
pub(crate) fn elements(tools: &Toolbox) -> Result<Pair, Failure> {
    let elements = wasm::compiled(wasm::ELEMENTS, tools)?;
    say::step("Bundling the elements");
    Ok(Pair {
        script: scripts::in_one(&Contract::read()?, &elements)?,
        module: elements.module,
    })
}

/// The Embed screen, with the glue as its script.
pub(crate) fn screen(tools: &Toolbox) -> Result<Pair, Failure> {
    let screen = wasm::compiled(wasm::SCREEN, tools)?;
    Ok(Pair {
        script: screen.glue,
        module: screen.module,
    })
}

/// Writes the files that are generated from the contract and kept with the sources.
pub(crate) fn keep() -> Result<(), Failure> {
    let contract = Contract::read()?;
    let root = workspace::root();
    let table = root.join("static/elements/contract.js");
    workspace::write(&table, runtime::script(&contract).as_bytes())?;
    for (name, text) in docs::pages(&contract) {
        workspace::write(&root.join("docs/elements").join(name), text.as_bytes())?;
    }
    say::progress("static/elements/contract.js and docs/elements/ are those of contract.json.");
    Ok(())
}

/// Every script, and the modules they load.
fn add_scripts(files: &mut Files, contract: &Contract, tools: &Toolbox) -> Result<(), Failure> {
    let elements = wasm::compiled(wasm::ELEMENTS, tools)?;
    let headless = wasm::compiled(wasm::HEADLESS, tools)?;
    say::step("Bundling the scripts");
    for (name, text) in scripts::of_elements(contract, &elements)? {
        files.insert(name, text.into_bytes());
    }
    let door = scripts::headless(contract, &headless)?;
    files.insert("headless.js".to_owned(), door.into_bytes());
    let demo = scripts::demo(contract)?;
    files.insert("demo.js".to_owned(), demo.into_bytes());
    let beside_cdn = format!("cdn/{}", elements.part.shipped);
    files.insert(beside_cdn, elements.module.clone());
    for compiled in [elements, headless] {
        files.insert(compiled.part.shipped.to_owned(), compiled.module);
    }
    for (name, place) in [
        ("capture.js", "capture.js"),
        ("callback.html", capture::CALLBACK_OF_PACKAGE),
    ] {
        let text = workspace::read(&workspace::generated().join(place))?;
        files.insert(name.to_owned(), text.into_bytes());
    }
    Ok(())
}

/// What compilers and editors read.
fn add_tables(files: &mut Files, contract: &Contract) -> Result<(), Failure> {
    for (name, text) in types::files(contract) {
        files.insert(name, text.into_bytes());
    }
    for (name, value) in [
        ("custom-elements.json", manifest::custom_elements(contract)),
        ("vscode.html-custom-data.json", manifest::vscode(contract)),
        ("web-types.json", manifest::web_types(contract)),
    ] {
        files.insert(name.to_owned(), pretty(&value)?);
    }
    Ok(())
}

/// What people and registries read.
fn add_papers(files: &mut Files, contract: &Contract) -> Result<(), Failure> {
    let json = pretty(&papers::PackageJson::of(contract))?;
    files.insert("package.json".to_owned(), json);
    let callback = files.get("callback.html").map(Vec::as_slice);
    let callback = String::from_utf8_lossy(callback.unwrap_or_default());
    let policy = papers::policy(&headers::callback_source(&callback)?);
    for (name, text) in [
        ("README.md", papers::readme(&policy)),
        ("headers.txt", papers::headers(&policy)),
    ] {
        files.insert(name.to_owned(), text.into_bytes());
    }
    // The callback page names it.
    for name in LICENCES.iter().chain(&["static/icons/sell-elements.svg"]) {
        let text = workspace::read(&workspace::root().join(name))?;
        let name = name.trim_start_matches("static/");
        files.insert(name.to_owned(), text.into_bytes());
    }
    Ok(())
}

fn pretty(value: &impl Serialize) -> Result<Vec<u8>, Failure> {
    let text = serde_json::to_string_pretty(value).map_err(|error| {
        Failure::new(
            format_args!("a table cannot be written: {error}"),
            "mend it",
        )
    })?;
    Ok((text + "\n").into_bytes())
}

/// Replaces the folder, so that nothing of an older build stays in it.
fn save(files: &Files) -> Result<(), Failure> {
    let folder = workspace::package();
    let _ = fs::remove_dir_all(&folder);
    for (name, bytes) in files {
        workspace::write(&folder.join(name), bytes)?;
    }
    say::progress("The package is in package/; its README says how to use it.");
    Ok(())
}
