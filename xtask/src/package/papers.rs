//! What stands beside the scripts: `package.json` and the README.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Value, json};

use super::contract::Contract;

/// The README of the package, with a place for the policy.
const README: &str = include_str!("README.md");
/// That place.
const POLICY_MARK: &str = "__POLICY__";

/// The README of the package.
pub(super) fn readme(policy: &str) -> String {
    README.replace(POLICY_MARK, policy)
}

/// A content security policy that lets everything of the package work, on every page of a site; the
/// source is that of the script in callback.html.
pub(super) fn policy(callback: &str) -> String {
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {callback}; style-src 'self'; \
         connect-src 'self' https://api.getbase.com; img-src 'self'"
    )
}

/// The policy as several hosts read it from a file.
pub(super) fn headers(policy: &str) -> String {
    format!(
        "# For a site that sends a policy: callback.html has one inline script, known by its hash.\n\
         # Add what else your pages need. Send .wasm as application/wasm.\n\n\
         /*\n  Content-Security-Policy: {policy}\n"
    )
}

/// Entries that are files and nothing more.
const FILES: &[&str] = &[
    "capture.js",
    "callback.html",
    "sell-elements.wasm",
    "sell-headless.wasm",
    "cdn/*",
    "types/*",
    "languages/en.json",
    "custom-elements.json",
    "vscode.html-custom-data.json",
    "web-types.json",
    "sri.json",
    "headers.txt",
    "package.json",
];

/// `package.json`, in the order in which people read it.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct PackageJson<'a> {
    name: &'a str,
    version: &'static str,
    description: &'a str,
    keywords: &'a [String],
    license: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    main: &'static str,
    types: &'static str,
    exports: BTreeMap<String, Export>,
    unpkg: &'static str,
    jsdelivr: &'static str,
    custom_elements: &'static str,
    #[serde(rename = "web-types")]
    web_types: &'static str,
    side_effects: [&'static str; 6],
    peer_dependencies: Value,
    peer_dependencies_meta: Value,
    files: [&'static str; 1],
}

/// What an entry leads to.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Export {
    File(String),
    /// The first condition that fits wins, so `types` comes first.
    Typed {
        types: String,
        default: String,
    },
}

impl<'a> PackageJson<'a> {
    pub(super) fn of(contract: &'a Contract) -> Self {
        Self {
            name: &contract.package,
            version: env!("CARGO_PKG_VERSION"),
            description: &contract.description,
            keywords: &contract.keywords,
            license: "(MIT OR Apache-2.0)",
            kind: "module",
            main: "./sell-elements.js",
            types: "./types/index.d.ts",
            exports: exports(contract),
            unpkg: "./cdn/sell-elements.js",
            jsdelivr: "./cdn/sell-elements.js",
            custom_elements: "custom-elements.json",
            web_types: "./web-types.json",
            side_effects: [
                "./sell-elements.js",
                "./define/*.js",
                "./inline.js",
                "./capture.js",
                "./cdn/*.js",
                "./demo.js",
            ],
            peer_dependencies: json!({ "react": ">=17" }),
            peer_dependencies_meta: json!({ "react": { "optional": true } }),
            files: ["*"],
        }
    }
}

fn exports(contract: &Contract) -> BTreeMap<String, Export> {
    let typed = |name: &str, types: &str, script: &str| {
        let (types, default) = (format!("./types/{types}.d.ts"), format!("./{script}"));
        (name.to_owned(), Export::Typed { types, default })
    };
    let mut exports = BTreeMap::from([typed(".", "index", "sell-elements.js")]);
    for (script, types) in [
        ("classes.js", "classes"),
        ("headless.js", "headless"),
        ("demo.js", "demo"),
        ("inline.js", "index"),
        ("react.js", "react"),
    ] {
        exports.extend([typed(&format!("./{script}"), types, script)]);
    }
    for element in &contract.elements {
        let path = format!("define/{}", element.tag);
        let script = format!("{path}.js");
        exports.extend([typed(&format!("./{script}"), &path, &script)]);
    }
    exports.extend([typed("./languages/*.js", "languages", "languages/*.js")]);
    let files = FILES.iter().map(|file| format!("./{file}"));
    exports.extend(files.map(|file| (file.clone(), Export::File(file))));
    exports
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_come_first_in_every_entry_that_has_them() {
        let contract = Contract::read().unwrap();
        let text = serde_json::to_string(&PackageJson::of(&contract)).unwrap();
        let line =
            "\"./headless.js\":{\"types\":\"./types/headless.d.ts\",\"default\":\"./headless.js\"}";
        assert!(text.contains(line), "{text}");
        assert!(!text.contains("{\"default\""), "{text}");
    }

    #[test]
    fn every_script_that_does_something_when_imported_is_named_as_having_effects() {
        let contract = Contract::read().unwrap();
        let json = PackageJson::of(&contract);
        for script in [
            "./sell-elements.js",
            "./inline.js",
            "./define/*.js",
            "./demo.js",
        ] {
            assert!(json.side_effects.contains(&script));
        }
        assert!(!json.side_effects.contains(&"./headless.js"));
    }
}
