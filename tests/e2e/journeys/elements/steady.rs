//! What is around the elements stays where it is while they load.

use std::fmt::Write as _;

use sell_journeys::{Journey, Outcome, Plan, journey};
use sell_stage::HostPage;
use serde_json::{Value, json};

/// Adds up the browser's own scores.
const SHIFTS: &str = include_str!("../../src/scripts/shifts.js");

/// Of the browser's score, the share of movement that nobody should see.
const MOST: f64 = 0.02;

/// Each combination of elements on a page.
const COMBINATIONS: [&[&str]; 7] = [
    &["sell-sign-in"],
    &["sell-token"],
    &["sell-scopes"],
    &["sell-sign-in", "sell-token"],
    &["sell-sign-in", "sell-scopes"],
    &["sell-token", "sell-scopes"],
    &["sell-sign-in", "sell-token", "sell-scopes"],
];

/// A page that shows nothing before the elements are defined, as the docs advise, with words of its
/// own before and after each.
fn page(elements: &[&str], origin: &str, state: &str) -> HostPage {
    HostPage::markup(markup(elements, origin, state))
}

pub(super) fn markup(elements: &[&str], origin: &str, state: &str) -> String {
    let mut body = String::new();
    for tag in elements {
        let set_up = format!(
            "client-id=\"any\" scope=\"read profile\" redirect-uri=\"{origin}/sell-elements/callback.html\""
        );
        let attributes = if *tag == "sell-sign-in" { &set_up } else { "" };
        let _ = write!(
            body,
            "<p>Words of the page.</p><{tag} {attributes}></{tag}>"
        );
    }
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Host</title>\
         <meta name=\"viewport\" content=\"width=device-width\">\
         <script type=\"module\" blocking=\"render\" src=\"/sell-elements/demo.js?state={state}\"></script>\
         <script type=\"module\" blocking=\"render\" src=\"/sell-elements/sell-elements.js\"></script></head>\
         <body><main><h1>Dashboard</h1>{body}<p>More words of the page.</p></main></body></html>"
    )
}

/// Frames in which all that was due has been drawn and scored.
const FRAMES: &str = "return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))";

pub(super) async fn frames(journey: &Journey) -> Outcome {
    let drawn = journey.browser().script_later::<Value>(FRAMES, Value::Null);
    drawn.await.map(drop)
}

/// Waits until every element shows its panel and none still asks.
pub(super) async fn panels(journey: &Journey) -> Outcome {
    let script = "return [...document.querySelectorAll('sell-sign-in, sell-token, sell-scopes')].every(
        ({ shadowRoot: root }) => root.querySelector('.sell-embedded') && !root.querySelector('[data-tone=working]'))";
    let look = async || {
        let there: bool = journey.browser().script(script, Value::Null).await?;
        Ok(there.then_some(()))
    };
    journey.browser().wait("the panels", look).await
}

/// Loads the page anew with the module held back until the skeletons were seen; gives the score.
async fn load(journey: &Journey) -> Outcome<f64> {
    let held = journey.embed().hold_module()?;
    let [origin, _] = journey.embed().origins()?;
    journey.browser().go(&format!("{origin}/")).await?;
    let skeleton =
        "document.querySelector('main > :not(p, h1)').shadowRoot?.querySelector('[data-skeleton]')";
    let look = async || {
        let there: bool = journey
            .browser()
            .script(&format!("return Boolean({skeleton})"), Value::Null)
            .await?;
        Ok(there.then_some(()))
    };
    journey.browser().wait("the skeletons", look).await?;
    frames(journey).await?;
    held.release();
    panels(journey).await?;
    frames(journey).await?;
    score(journey).await
}

async fn score(journey: &Journey) -> Outcome<f64> {
    let script = "return window.journeyShifts";
    journey.browser().script(script, Value::Null).await
}

/// A fresh tab of this width that begins in a state, with every combination loaded anew in it.
fn combinations_hold(state: &str, width: u32) -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let browser = journey.browser();
        browser.before_each_document(SHIFTS).await?;
        let size =
            json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
        browser
            .devtools("Emulation.setDeviceMetricsOverride", size)
            .await?;
        let [origin, _] = journey.embed().origins()?;
        // The demo begins its session by the sign-in element; a later load finds the record.
        let all = COMBINATIONS[COMBINATIONS.len() - 1];
        journey.embed().show("/", page(all, origin, state))?;
        browser.go(&format!("{origin}/")).await?;
        journey.embed().wait_for_status(state).await?;
        panels(journey).await?;
        for elements in COMBINATIONS {
            journey.embed().show("/", page(elements, origin, state))?;
            let score = load(journey).await?;
            assert!(score < MOST, "{state}, {width} px, {elements:?}: {score}");
        }
        // And what moves is seen.
        let push = "document.querySelector('h1').style.paddingBlock = '300px'; return null";
        browser.script::<Value>(push, Value::Null).await?;
        let look = async || Ok((score(journey).await? > MOST).then_some(()));
        browser.wait("a page that moves to score", look).await
    })
}

#[test]
fn loading_moves_nothing_around_the_elements_where_nobody_is_signed_in() -> Outcome {
    combinations_hold("signed-out", 1280)?;
    combinations_hold("signed-out", 360)
}

#[test]
fn loading_moves_nothing_around_the_elements_where_somebody_is_signed_in() -> Outcome {
    combinations_hold("active", 1280)?;
    combinations_hold("active", 360)
}
