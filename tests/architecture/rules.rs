//! The rules, as tables and as functions over text, and a look at whether they see what they forbid.

use super::source::{code_of, modules_named, names, without_tests};

/// Each layer, and the layers it may name beside itself. `sell` is named by the three ways in alone
/// (`main.rs`, `yew`, `embed`), which hand the description of the provider to everybody else as a
/// value.
pub(crate) const LAYERS: &[(&str, &[&str])] = &[
    ("protocol", &[]),
    ("sell", &["protocol"]),
    ("session", &["protocol"]),
    ("browser", &["protocol"]),
    ("runtime", &["protocol", "session", "browser"]),
    ("hooks", &["protocol", "session", "browser", "runtime"]),
    ("words", &[]),
    ("advice", &["protocol", "session", "words"]),
    ("door", &["protocol", "session", "words", "advice"]),
    ("components", &["words"]),
    (
        "app",
        &[
            "protocol",
            "session",
            "browser",
            "runtime",
            "hooks",
            "words",
            "advice",
            "components",
        ],
    ),
    (
        "yew",
        &[
            "protocol", "sell", "session", "browser", "runtime", "hooks", "words", "advice",
            "door", "app",
        ],
    ),
];

/// Layers that build and are tested without a browser.
pub(crate) const PURE: &[&str] = &["protocol", "sell", "session", "words", "advice", "door"];

/// Beginnings of the names of crates that only make sense in a browser.
pub(crate) const BROWSER_CRATES: &[&str] = &[
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "serde_wasm_bindgen",
    "yew",
    "gloo",
];

/// Ways to read a clock or the surroundings behind the back of the arguments.
pub(crate) const SURROUNDINGS: &[&str] = &[
    "std::time",
    "std::env",
    "std::fs",
    "std::net",
    "std::thread",
    "SystemTime",
    "Instant",
];

/// Layers that work for any provider.
pub(crate) const NEUTRAL: &[&str] = &["protocol", "session", "browser", "runtime"];

/// Ways to make markup out of text, in Rust and in JavaScript.
pub(crate) const MARKUP_SINKS: &[&str] = &[
    "inner_html",
    "outer_html",
    "insert_adjacent_html",
    "from_html_unchecked",
    "VRaw",
    "dangerously",
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "document.write",
    "eval(",
    "new Function",
];

/// Ways to keep something beyond the tab.
pub(crate) const LASTING: &[&str] = &[
    "local_storage",
    "localStorage",
    "indexedDB",
    "idb_factory",
    "cookie",
    "caches.open",
    "cache_storage",
];

/// Lines of a file, at most.
pub(crate) const LONGEST_FILE: usize = 400;

/// The modules that code of this layer names and may not.
pub(crate) fn foreign(layer: &str, text: &str, depth: usize) -> Vec<String> {
    let (_, may) = LAYERS.iter().find(|(name, _)| *name == layer).unwrap();
    let named = modules_named(&code_of(text), depth);
    named
        .into_iter()
        .filter(|name| name != layer && !may.contains(&name.as_str()))
        .collect()
}

pub(crate) fn browser_crates(text: &str) -> Vec<&'static str> {
    let code = code_of(text);
    BROWSER_CRATES
        .iter()
        .copied()
        .filter(|name| names(&code, name))
        .collect()
}

pub(crate) fn says_sell(text: &str) -> bool {
    let text = without_tests(text).to_lowercase();
    let text = text
        .replace("sell_elements", "")
        .replace("sell-elements", "");
    names(&text, "sell") || text.contains("zendesk") || text.contains("getbase")
}

/// As an attribute in markup, as a name of one, or inside of a selector.
pub(crate) fn inline_style(text: &str) -> bool {
    let text = without_tests(text);
    [" style=", "\"style\"", "[style"]
        .iter()
        .any(|form| text.contains(form))
}

pub(crate) fn found(words: &[&'static str], text: &str) -> Vec<&'static str> {
    words
        .iter()
        .copied()
        .filter(|word| text.contains(word))
        .collect()
}

#[test]
fn a_forbidden_layer_is_seen_however_it_is_named() {
    let check = |text: &str, depth, expected: &[&str]| {
        assert_eq!(foreign("session", text, depth), expected, "{text}");
    };
    check("use crate::browser::http;", 2, &["browser"]);
    check(
        "use crate :: {protocol::Now, runtime::{self, Runtime}, hooks};",
        2,
        &["runtime", "hooks"],
    );
    check("fn f(x: &crate::app::App) {}", 2, &["app"]);
    check("use super::super::sell::SELL;", 2, &["sell"]);
    check("use super::browser;", 1, &["browser"]);
    check("use sell_elements::words;", 2, &["words"]);
    check("use crate::*;", 2, &["*"]);
    check(
        "use super::grant::Grant; use crate::protocol::Json; use crate::session::Now;",
        2,
        &[],
    );
    check(
        "// use crate::browser;\n/* crate::app */ const S: &str = \"crate::app\";",
        2,
        &[],
    );
    check(
        "#[cfg(test)]\nmod tests { fn f() { let c = '}'; } use crate::sell::SELL; }",
        2,
        &[],
    );
    check(
        "#[cfg(test)]\nmod tests;\nuse crate::sell::SELL;",
        2,
        &["sell"],
    );
    check(
        "#[cfg(all(test, unix))]\nimpl X { fn f() {} }\nuse crate::app;",
        2,
        &["app"],
    );
}

#[test]
fn the_other_rules_see_what_they_forbid() {
    assert_eq!(
        browser_crates("use yew::prelude::*; use gloo_timers::x; let v: web_sys::Window;"),
        ["web_sys", "yew", "gloo"]
    );
    assert_eq!(browser_crates("let yews = \"yew\"; // web_sys"), [""; 0]);
    assert!(
        says_sell("/// Asks Sell again.")
            && says_sell("const BASE: &str = \"https://api.getbase.com\";")
    );
    assert!(!says_sell(
        "const KEY: &str = \"sell-elements:grant:\"; // a seller\n#[cfg(test)]\nmod tests { use crate::sell::SELL; }"
    ));
    assert!(inline_style("html! { <p class=\"a\" style={wide}></p> }"));
    assert!(
        inline_style("el(\"p\").attr(\"style\", wide)") && inline_style("el(\"p[style=top:0]\")")
    );
    assert!(!inline_style(
        "html! { <p data-style=\"a\"></p> } el(\"link[rel=stylesheet]\")"
    ));
    assert_eq!(
        found(MARKUP_SINKS, "node.set_inner_html(&text); a.innerHTML = b"),
        ["inner_html", "innerHTML"]
    );
    assert_eq!(
        found(SURROUNDINGS, "let now = std::time::Instant::now();"),
        ["std::time", "Instant"]
    );
    assert_eq!(
        found(LASTING, "localStorage.setItem('t', token)"),
        ["localStorage"]
    );
}
