//! What is published: its hashes are enforced, and its tables say what the classes really have.

use std::path::Path;

use axum::http::StatusCode;
use sell_journeys::{Journey, Outcome, Plan, journey};
use sell_stage::HostPage;
use serde_json::{Value, json};

const CDN: &str = "/sell-elements/cdn/sell-elements.js";

/// Runs in the page; `hashes` and `manifest` are what was published.
async fn run(journey: &Journey, body: &str) -> Outcome<Value> {
    let prologue = "const json = async (name) => (await fetch('/sell-elements/' + name)).json();
        const hashes = await json('sri.json');
        const manifest = await json('custom-elements.json');";
    let script = format!("{prologue} {body}");
    journey.browser().script_later(&script, Value::Null).await
}

/// A page that loads one script of the package by its published hash, and holds an element.
async fn open_with_script(journey: &Journey, attributes: &str) -> Outcome {
    let embed = journey.embed();
    let [origin, _] = embed.origins()?;
    let element = embed.sign_in(origin, "");
    let page = HostPage::markup(format!(
        "<!doctype html><title>Host</title><link rel=icon href=data:,><script src=/host.js></script>\
         <script type=module {attributes}></script>{element}"
    ));
    embed.show("/", page)?;
    journey.browser().go(&format!("{origin}/")).await
}

/// The published hash of the one script for delivery networks.
fn hash() -> Outcome<String> {
    let package = std::env::var_os("SELL_PACKAGE").map_or_else(
        || std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../package"),
        Into::into,
    );
    let hashes: Value = serde_json::from_slice(&std::fs::read(package.join("sri.json"))?)?;
    let hash = hashes["cdn/sell-elements.js"].as_str();
    Ok(hash.ok_or("no hash of the script")?.to_owned())
}

#[test]
fn every_published_file_is_the_one_whose_hash_is_published() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.embed().open_with("").await?;
        let body = "const wrong = [];
            for (const [name, integrity] of Object.entries(hashes)) {
              await fetch('/sell-elements/' + name, { integrity }).catch(() => wrong.push(name));
            }
            return { wrong, many: Object.keys(hashes).length > 20 }";
        let found = run(journey, body).await?;
        assert_eq!(found, json!({ "wrong": [], "many": true }));
        Ok(())
    })
}

/// A page that loads the one script for delivery networks by its published hash.
async fn open_by_hash(journey: &Journey) -> Outcome {
    let attributes = format!("src={CDN} integrity={} crossorigin", hash()?);
    open_with_script(journey, &attributes).await
}

#[test]
fn the_one_script_runs_by_its_published_hash() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        open_by_hash(journey).await?;
        journey.embed().wait_for_status("signed-out").await
    })
}

#[test]
fn the_hash_of_the_script_covers_its_module_too() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let switches = journey.embed().host()?.switches();
        switches.tamper("/cdn/sell-elements.wasm");
        open_by_hash(journey).await?;
        journey.embed().wait_for_status("failed").await?;
        let error = journey.embed().wait_to_hear("error").await?.detail;
        assert_eq!(error["error"]["kind"], "wasm_failed");
        Ok(())
    })
}

#[test]
fn a_flipped_byte_of_the_script_keeps_it_from_running() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let switches = journey.embed().host()?.switches();
        switches.tamper("/cdn/sell-elements.js");
        let attributes = format!(
            "src={CDN} integrity={} crossorigin onerror=\"window.refused=true\"",
            hash()?
        );
        open_with_script(journey, &attributes).await?;
        let look = async || {
            let refused = "return window.refused === true";
            let refused: bool = journey.browser().script(refused, Value::Null).await?;
            Ok(refused.then_some(()))
        };
        journey.browser().wait("the refusal", look).await?;
        let defined = "return customElements.get('sell-sign-in') !== undefined";
        assert!(
            !journey
                .browser()
                .script::<bool>(defined, Value::Null)
                .await?
        );
        Ok(())
    })
}

#[test]
fn the_inline_script_needs_no_other_file() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let switches = journey.embed().host()?.switches();
        switches.refuse("/*.wasm", StatusCode::NOT_FOUND);
        open_with_script(journey, "src=/sell-elements/inline.js").await?;
        journey.embed().wait_for_status("signed-out").await?;
        let requests = journey.embed().host()?.requests();
        assert!(
            !requests.iter().any(|path| Path::new(path)
                .extension()
                .is_some_and(|kind| kind == "wasm")),
            "{requests:?}"
        );
        Ok(())
    })
}

#[test]
fn the_classes_have_what_the_manifest_says_and_nothing_else() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.embed().open_with("").await?;
        journey.embed().wait_for_status("signed-out").await?;
        let body = "const callbacks = ['constructor', 'connectedCallback', 'disconnectedCallback', 'attributeChangedCallback'];
            const wrong = [];
            const classes = manifest.modules[0].declarations;
            for (const { tagName, attributes, members } of classes) {
              const Class = customElements.get(tagName);
              const has = new Set();
              for (let at = Class.prototype; at !== HTMLElement.prototype; at = Object.getPrototypeOf(at)) {
                for (const name of Object.getOwnPropertyNames(at)) if (!callbacks.includes(name)) has.add(name);
              }
              const compare = (what, real, told) => {
                for (const name of real) if (!told.includes(name)) wrong.push(tagName + ' has ' + what + ' ' + name);
                for (const name of told) if (!real.includes(name)) wrong.push(tagName + ' lacks ' + what + ' ' + name);
              };
              compare('member', [...has], members.map(({ name }) => name));
              compare('attribute', Class.observedAttributes, attributes.map(({ name }) => name));
            }
            return { wrong, many: classes.length }";
        let found = run(journey, body).await?;
        assert_eq!(found, json!({ "wrong": [], "many": 3 }));
        Ok(())
    })
}
