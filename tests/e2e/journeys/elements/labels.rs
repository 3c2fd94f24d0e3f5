//! The text of the sign-in button: the page's between the tags, its `label`, or ours.

use sell_journeys::{Journey, Outcome, Plan, journey};
use sell_stage::HostPage;
use serde_json::{Value, json};

use super::steady::panels;

/// What the button of each sign-in element is called, as its tree says.
const NAMES: &str = "return [...document.querySelectorAll('sell-sign-in')].map(({ shadowRoot: root }) => {
    const words = root?.querySelector('button .sell-label');
    const slotted = words?.querySelector('slot').assignedNodes({ flatten: true }) ?? [];
    return words && (slotted.map(({ textContent }) => textContent).join('') + words.textContent).trim();
  })";

/// Sign-in elements with these attributes and contents, each of a session of its own.
fn page(origin: &str, cases: &[[&str; 2]]) -> HostPage {
    let elements = cases
        .iter()
        .enumerate()
        .map(|(number, [attributes, content])| {
            format!(
                "<sell-sign-in session=\"s{number}\" client-id=\"any\" scope=\"read\" {attributes}
               redirect-uri=\"{origin}/sell-elements/callback.html\">{content}</sell-sign-in>"
            )
        });
    let elements: String = elements.collect();
    HostPage::markup(format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Host</title>
         <script type=\"module\" src=\"/sell-elements/sell-elements.js\"></script></head>
         <body>{elements}</body></html>"
    ))
}

async fn named(journey: &Journey, expected: &Value) -> Outcome {
    let look = async || {
        let names: Value = journey.browser().script(NAMES, Value::Null).await?;
        Ok((names == *expected).then_some(()))
    };
    journey.browser().wait(&format!("{expected}"), look).await
}

const CASES: [[&str; 2]; 6] = [
    ["", ""],
    ["", "\n  "],
    ["label=\"Connect\"", "\n <span slot=\"note\">Why</span>\n"],
    [
        "label=\"Connect\"",
        "\n <span slot=\"icon\">*</span> Mine\n",
    ],
    ["", "<!-- nothing --><template><b>Later</b></template>"],
    ["label=\"Connect\"", "<b>Bold</b>"],
];

#[test]
fn white_space_between_the_tags_is_no_label_and_words_are() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let held = journey.embed().hold_module()?;
        let [origin, _] = journey.embed().origins()?;
        journey.embed().show("/", page(origin, &CASES))?;
        journey.browser().go(&format!("{origin}/")).await?;
        let usual = "Sign in to Sell";
        let names = json!([usual, usual, "Connect", "Mine", usual, "Bold"]);
        named(journey, &names).await?;
        held.release();
        panels(journey).await?;
        named(journey, &names).await
    })
}

/// Elements in whose place for a header something stands, beside words that have no place.
const WITH_WORDS: &str = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Host</title>
     <script type=\"module\" src=\"/sell-elements/sell-elements.js\"></script></head><body>
     <sell-token><h2 slot=\"header\">Head</h2>Loading</sell-token>
     <sell-scopes><h2 slot=\"header\">Head</h2><p>Needs JavaScript</p></sell-scopes>
     <sell-sign-in client-id=\"any\" scope=\"read\"><i slot=\"note\">Why</i>Mine</sell-sign-in></body></html>";

#[test]
fn words_in_elements_that_have_no_place_for_them_stop_nothing() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let held = journey.embed().hold_module()?;
        let [origin, _] = journey.embed().origins()?;
        let page = HostPage::markup(WITH_WORDS.to_owned());
        journey.embed().show("/", page)?;
        journey.browser().go(&format!("{origin}/")).await?;
        named(journey, &json!(["Mine"])).await?;
        held.release();
        panels(journey).await
    })
}

#[test]
fn words_that_come_and_go_between_the_tags_are_followed() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let [origin, _] = journey.embed().origins()?;
        journey.embed().show("/", page(origin, &CASES[..2]))?;
        journey.browser().go(&format!("{origin}/")).await?;
        panels(journey).await?;
        let come = "for (const element of document.querySelectorAll('sell-sign-in')) element.append('Hello'); return null";
        journey.browser().script::<Value>(come, Value::Null).await?;
        named(journey, &json!(["Hello", "Hello"])).await?;
        let go = "for (const element of document.querySelectorAll('sell-sign-in')) element.replaceChildren(' '); return null";
        journey.browser().script::<Value>(go, Value::Null).await?;
        named(journey, &json!(["Sign in to Sell", "Sign in to Sell"])).await?;
        // As frameworks write what is between the tags: in the text that is there.
        let write = "for (const { firstChild } of document.querySelectorAll('sell-sign-in')) firstChild.data = arguments[0]; return null";
        let browser = journey.browser();
        browser.script::<Value>(write, "Written".into()).await?;
        named(journey, &json!(["Written", "Written"])).await?;
        browser.script::<Value>(write, "".into()).await?;
        named(journey, &json!(["Sign in to Sell", "Sign in to Sell"])).await
    })
}

#[test]
fn a_slot_that_hands_nothing_on_is_no_label() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let [origin, _] = journey.embed().origins()?;
        journey.embed().show("/", page(origin, &[]))?;
        journey.browser().go(&format!("{origin}/")).await?;
        let wrapped = format!(
            "const wrap = (content) => {{
               const host = document.createElement('div');
               host.innerHTML = content;
               host.attachShadow({{ mode: 'open' }}).innerHTML = '<sell-sign-in session=\"w\" client-id=\"any\" scope=\"read\" redirect-uri=\"{origin}/sell-elements/callback.html\"><slot></slot></sell-sign-in>';
               document.body.append(host);
               return host.shadowRoot.firstChild;
             }};
             window.wrapped = ['', 'Given'].map(wrap); return null"
        );
        journey
            .browser()
            .script::<Value>(&wrapped, Value::Null)
            .await?;
        let names = "return wrapped.map(({ shadowRoot: root }) => {
            const words = root?.querySelector('.sell-embedded button .sell-label');
            return words && [words.textContent, words.querySelector('slot').assignedNodes({ flatten: true }).length];
          })";
        let look = async || {
            let found: Value = journey.browser().script(names, Value::Null).await?;
            Ok((found == json!([["Sign in to Sell", 0], ["", 1]])).then_some(()))
        };
        journey.browser().wait("the labels", look).await
    })
}
