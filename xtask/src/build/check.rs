//! A last look at what is about to be shipped.

use std::fs;
use std::path::Path;

use super::{address, files_under};
use crate::failure::Failure;
use crate::workspace;

/// What a finished page must not hold any more, or ever.
const LEFTOVERS: &[&str] = &[
    "__CORE_BASE64__",
    "__CORE_HEX__",
    "__CAPTURE_JS__",
    "__ELEMENTS_",
    "__SCREEN_",
    "data-trunk",
    "<style",
    " style=",
];
/// A client secret has no place in a browser, under any spelling.
const SECRETS: &[&str] = &["client_secret", "client-secret", "clientSecret"];
/// Files without which the app does not work.
const NEEDED: &[&str] = &[
    "index.html",
    "embed.html",
    "callback.html",
    "capture.js",
    "boot.js",
    "config.json",
    "styles/app.css",
    "styles/embed.css",
    "icons/sell-elements.svg",
];

/// Fails when a file is missing or says what it must not.
pub(super) fn examine(dist: &Path, machine_paths: &[String]) -> Result<(), Failure> {
    let files = files_under(dist)?;
    let names: Vec<String> = files.iter().map(|file| address(dist, file)).collect();
    if let Some(missing) = NEEDED
        .iter()
        .find(|needed| !names.iter().any(|name| name == *needed))
    {
        return Err(Failure::new(
            format_args!("dist/{missing} was not built"),
            "check the copy links in index.html",
        ));
    }
    for (file, name) in files.iter().zip(&names) {
        let bytes = fs::read(file).map_err(|error| Failure::file(file, &error))?;
        if let Some(found) = unwanted(name, &bytes, machine_paths) {
            return Err(Failure::new(
                format_args!("dist/{name} holds `{found}`, which must not be shipped"),
                "remove it at its source",
            ));
        }
    }
    for name in ["index.html", "embed.html"] {
        only_relative(name, &workspace::read(&dist.join(name))?)?;
    }
    Ok(())
}

fn unwanted(name: &str, bytes: &[u8], machine_paths: &[String]) -> Option<String> {
    let holds = |text: &str| {
        bytes
            .windows(text.len())
            .any(|window| window == text.as_bytes())
    };
    let page = workspace::is_of_kind(name, &["html"]) || name == "capture.js";
    let leftovers = LEFTOVERS
        .iter()
        .filter(|_| page)
        .map(|text| (*text).to_owned());
    let secrets = SECRETS
        .iter()
        .filter(|_| workspace::is_of_kind(name, &["wasm"]))
        .map(|text| (*text).to_owned());
    let paths = machine_paths
        .iter()
        .map(|path| format!("{}/", path.trim_end_matches('/')));
    leftovers
        .chain(secrets)
        .chain(paths)
        .find(|text| holds(text))
}

/// Any folder must be able to host the app, so no address may begin at the root or name a host.
fn only_relative(name: &str, page: &str) -> Result<(), Failure> {
    let absolute = [
        "href=\"/",
        "src=\"/",
        "data-js=\"/",
        "data-wasm=\"/",
        "=\"http",
        "=\"//",
    ];
    match absolute.iter().find(|start| page.contains(**start)) {
        None => Ok(()),
        Some(start) => Err(Failure::new(
            format_args!("dist/{name} holds an address that is not relative (`{start}`)"),
            "write it relative to the page, and keep public_url = \"./\" in Trunk.toml",
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, text: &str, expected: Option<&str>) {
        let found = unwanted(name, text.as_bytes(), &["/home/me".to_owned()]);
        assert_eq!(found.as_deref(), expected, "{name}: {text}");
    }

    #[test]
    fn a_mark_left_in_a_page_is_found() {
        check(
            "capture.js",
            "f('__CORE_BASE64__')",
            Some("__CORE_BASE64__"),
        );
        check(
            "callback.html",
            "<script>__CAPTURE_JS__</script>",
            Some("__CAPTURE_JS__"),
        );
    }

    #[test]
    fn an_inline_style_is_found_because_the_policy_would_drop_it() {
        check("index.html", "<p style=\"top:0\">", Some(" style="));
    }

    #[test]
    fn a_path_of_this_machine_is_found_in_any_file() {
        check("a_bg.wasm", "\0/home/me/x.rs\0", Some("/home/me/"));
        check("a_bg.wasm", "\0/home/meeting\0", None);
    }

    #[test]
    fn the_name_of_a_secret_is_found_in_the_module() {
        check("a_bg.wasm", "…client_secret…", Some("client_secret"));
        check("a_bg.wasm", "…client_id…", None);
    }

    #[test]
    fn an_address_from_the_root_is_refused() {
        assert!(only_relative("x", "<script src=\"/boot.js\">").is_err());
        assert!(only_relative("x", "<script src=\"//cdn.example/boot.js\">").is_err());
        assert!(only_relative("x", "<script src=\"./boot.js\">").is_ok());
    }
}
