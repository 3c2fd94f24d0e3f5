//! Who may name whom, and what must be absent. ARCHITECTURE.md gives the reasons.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot read the tree has failed"
)]

#[path = "architecture/contract.rs"]
mod contract;
#[path = "architecture/papers.rs"]
mod papers;
#[path = "architecture/rules.rs"]
mod rules;
#[path = "architecture/source.rs"]
mod source;
#[path = "architecture/tree.rs"]
mod tree;

use rules::{
    LASTING, LAYERS, LONGEST_FILE, MARKUP_SINKS, NEUTRAL, PURE, SURROUNDINGS, browser_crates,
    foreign, found, inline_style, says_sell,
};
use source::{code_of, names, without_tests};
use tree::{File, files, root};

/// What reaches the page: the crate, and the files that are copied or inlined.
fn shipped() -> Vec<File> {
    files("src", &[".rs"])
        .into_iter()
        .chain(files("static", &[".js", ".html"]))
        .filter(|file| !file.is_test())
        .collect()
}

fn layer(name: &str) -> Vec<File> {
    files(&format!("src/{name}"), &[".rs"])
        .into_iter()
        .filter(|file| !file.is_test())
        .collect()
}

#[test]
fn a_layer_names_only_the_layers_below_it() {
    for (name, _) in LAYERS {
        for file in layer(name) {
            let foreign = foreign(name, &file.text, file.depth());
            assert!(
                foreign.is_empty(),
                "{} names {foreign:?}, which {name} may not",
                file.address
            );
        }
    }
}

#[test]
fn every_folder_of_the_crate_is_a_layer_with_a_rule() {
    let lib = code_of(&std::fs::read_to_string(root().join("src/lib.rs")).unwrap());
    let declared = lib
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    let declared: Vec<&str> = declared.collect();
    assert!(declared.len() > 5, "{declared:?}");
    for name in declared {
        assert!(
            LAYERS.iter().any(|(layer, _)| *layer == name),
            "no rule says whom {name} may name"
        );
    }
}

#[test]
fn the_pure_layers_name_no_crate_of_the_browser() {
    for file in PURE.iter().flat_map(|name| layer(name)) {
        assert_eq!(browser_crates(&file.text), [""; 0], "{}", file.address);
        assert_eq!(
            found(SURROUNDINGS, &code_of(&file.text)),
            [""; 0],
            "{}",
            file.address
        );
    }
}

#[test]
fn the_machine_and_its_adapters_name_no_provider() {
    for file in NEUTRAL.iter().flat_map(|name| layer(name)) {
        assert!(!says_sell(&file.text), "{} speaks of Sell", file.address);
    }
}

#[test]
fn no_text_becomes_markup_or_code() {
    for file in shipped() {
        assert_eq!(found(MARKUP_SINKS, &file.text), [""; 0], "{}", file.address);
    }
}

#[test]
fn nothing_that_lasts_longer_than_the_tab_is_written() {
    for file in shipped() {
        let lasting = found(LASTING, &without_tests(&file.text));
        assert_eq!(lasting, [""; 0], "{}", file.address);
    }
}

#[test]
fn nothing_is_written_to_the_console() {
    for file in shipped() {
        let code = without_tests(&file.text);
        let writes = found(
            &[
                "console.",
                "console::",
                "gloo_console",
                "println!",
                "dbg!",
                "panic_hook",
            ],
            &code,
        );
        // The build script talks to cargo; one file warns the author of a page, never with a value.
        let may = ["/build.rs", "static/elements/warn.js"];
        assert!(
            writes.is_empty() || may.iter().any(|end| file.address.ends_with(end)),
            "{}: {writes:?}",
            file.address
        );
    }
}

#[test]
fn a_token_cannot_be_printed_compared_or_serialised_by_accident() {
    let file = std::fs::read_to_string(root().join("src/protocol/secret.rs")).unwrap();
    let code = code_of(&file);
    assert!(
        code.contains("impl fmt::Debug for AccessToken") && code.contains("impl Drop for Secret")
    );
    assert_eq!(
        found(
            &["Display", "Serialize", "PartialEq", "Deref", "AsRef"],
            &code
        ),
        [""; 0]
    );
}

#[test]
fn no_element_carries_a_style_of_its_own() {
    for file in ["components", "app", "embed/screen"]
        .iter()
        .flat_map(|name| layer(name))
    {
        assert!(
            !inline_style(&file.text),
            "{} has a style attribute, which the policy drops",
            file.address
        );
    }
}

#[test]
fn a_token_is_read_in_a_few_places_only() {
    // The two requests, the person's own Show and Copy, and the grammar's own file.
    let may = [
        "src/protocol/secret.rs",
        "src/protocol/revocation.rs",
        "src/runtime/fingerprint.rs",
        "src/runtime/inquiry.rs",
        "src/runtime/mod.rs",
    ];
    // A `state` is exposed by the same word; it goes into the request and its record, and a
    // window's answer is known by it.
    let state = [
        "src/runtime/popup.rs",
        "src/session/answer.rs",
        "src/protocol/state.rs",
        "src/protocol/authorization_request.rs",
        "src/session/record.rs",
    ];
    let record_parts = "src/session/record/";
    for file in files("src", &[".rs"])
        .into_iter()
        .filter(|file| !file.is_test())
    {
        let reads = code_of(&file.text).contains("expose()");
        let address = file.address.as_str();
        let known =
            may.contains(&address) || state.contains(&address) || address.starts_with(record_parts);
        assert!(!reads || known, "{address} reads a secret");
    }
}

#[test]
fn the_sandbox_is_a_second_reading_of_the_standards() {
    let manifest = std::fs::read_to_string(root().join("tests/sandbox/Cargo.toml")).unwrap();
    let lines = manifest.lines().map(str::trim_start);
    let ours = ["sell-elements", "implicit-judge", "implicit-capture"];
    for line in lines.filter(|line| !line.starts_with('#')) {
        assert!(
            !ours
                .iter()
                .any(|name| line.starts_with(name) || line.contains("path = \"../..")),
            "{line}"
        );
    }
    for file in files("tests/sandbox", &[".rs"]) {
        let code = code_of(&file.text);
        assert!(
            !names(&code, "sell_elements") && !names(&code, "implicit_judge"),
            "{}",
            file.address
        );
    }
}

#[test]
fn no_file_is_longer_than_four_hundred_lines() {
    for file in files("", &[".rs", ".js", ".css", ".html", ".md", ".toml"]) {
        let lines = file.text.lines().count();
        assert!(lines <= LONGEST_FILE, "{} has {lines} lines", file.address);
    }
}
