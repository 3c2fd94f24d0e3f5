//! What elements say of a token that is less than was asked for, or no more, and where.

use sell_journeys::{Journey, Outcome, Plan, journey};
use sell_stage::HostPage;
use serde_json::{Value, json};

use super::steady::{markup, panels};

/// Opens a page with these elements on a demo that begins in a state.
async fn open(journey: &Journey, elements: &[&str], state: &str, attributes: &str) -> Outcome {
    let [origin, _] = journey.embed().origins()?;
    let mut page = markup(elements, origin, state);
    for element in elements {
        page = page.replace(
            &format!("<{element} "),
            &format!("<{element} {attributes} "),
        );
    }
    journey.embed().show("/", HostPage::markup(page))?;
    journey.browser().go(&format!("{origin}/")).await?;
    panels(journey).await
}

async fn read<T: serde::de::DeserializeOwned>(journey: &Journey, script: &str) -> Outcome<T> {
    journey.browser().script(script, Value::Null).await
}

const BOTH: [&str; 2] = ["sell-sign-in", "sell-token"];

#[test]
fn the_verdict_of_a_token_that_ended_or_was_refused_stands_where_the_token_did() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        for (state, verdict) in [("expired", "Expired"), ("rejected", "Refused by Sell")] {
            open(journey, &BOTH, state, "").await?;
            let found: [Option<String>; 2] = read(
                journey,
                "const { shadowRoot: root } = document.querySelector('sell-token');
                 return ['.sell-verdict-text', '.sell-hint'].map((part) => root.querySelector('.sell-embedded ' + part)?.textContent ?? null)",
            )
            .await?;
            assert_eq!(found[0].as_deref(), Some(verdict), "{state}");
            assert_ne!(
                found[1].as_deref(),
                Some("Nobody is signed in here, so there is no token to look at.")
            );
        }
        Ok(())
    })
}

#[test]
fn what_a_person_did_with_the_token_is_answered_where_they_did_it() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        open(journey, &BOTH, "active", "").await?;
        read::<Value>(
            journey,
            "const { shadowRoot: root } = document.querySelector('sell-token');
             const forget = [...root.querySelectorAll('button')].find(({ textContent }) => textContent === 'Forget token');
             forget.focus(); forget.click(); return null",
        )
        .await?;
        let look = async || {
            let focused = "const { shadowRoot: root } = document.querySelector('sell-token'); return root.activeElement?.textContent ?? null";
            let focused: Option<String> = read(journey, focused).await?;
            Ok((focused.as_deref() == Some("Token forgotten")).then_some(()))
        };
        journey
            .browser()
            .wait("the focus on the answer", look)
            .await
    })
}

#[test]
fn fewer_scopes_than_were_asked_for_are_said_by_the_sign_in_element_alone() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        for variant in ["button", "badge", "card"] {
            let attributes = format!("variant=\"{variant}\"");
            open(journey, &BOTH[..1], "scopes-differ", &attributes).await?;
            let found: (String, Vec<String>) = read(
                journey,
                "const { shadowRoot: root } = document.querySelector('sell-sign-in');
                 return [root.querySelector('.sell-badge').dataset.tone, [...root.querySelectorAll('button')].map(({ textContent }) => textContent)]",
            )
            .await?;
            assert_eq!(found.0, "soon", "{variant}");
            assert_eq!(found.1, ["Sign out", "Ask again for profile"], "{variant}");
        }
        Ok(())
    })
}

#[test]
fn nothing_more_is_asked_for_while_the_token_is_revoked() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        open(journey, &BOTH[..1], "scopes-differ", "").await?;
        let during: Vec<String> = journey
            .browser()
            .script_later(
                "const element = document.querySelector('sell-sign-in');
                 const out = element.signOut();
                 const texts = () => [...element.shadowRoot.querySelectorAll('button')].map(({ textContent }) => textContent);
                 let seen = [];
                 const observer = new MutationObserver(() => seen.push(...texts()));
                 observer.observe(element.shadowRoot, { subtree: true, childList: true, characterData: true, attributes: true });
                 await out;
                 return seen",
                Value::Null,
            )
            .await?;
        assert!(!during.is_empty());
        assert!(
            !during.contains(&"Ask again for profile".to_owned()),
            "{during:?}"
        );
        Ok(())
    })
}

#[test]
fn a_press_asks_for_what_the_element_has_come_to_name() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        open(journey, &BOTH[..1], "active", "").await?;
        let told: Value = journey
            .browser()
            .script_later(
                "const element = document.querySelector('sell-sign-in');
                 element.scope = 'read profile write';
                 await new Promise((resolve) => setTimeout(resolve, 0));
                 await element.signOut();
                 const told = new Promise((resolve) => document.addEventListener('sell-before-sign-in', (event) => {
                   event.preventDefault();
                   resolve(event.detail.scopes);
                 }));
                 element.shadowRoot.querySelector('button.sell-button-primary').click();
                 return told",
                Value::Null,
            )
            .await?;
        assert_eq!(told, json!(["read", "profile", "write"]));
        Ok(())
    })
}

#[test]
fn a_disabled_element_takes_no_click_while_somebody_is_signed_in() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        open(journey, &BOTH[..1], "active", "disabled").await?;
        let disabled: Vec<bool> = read(
            journey,
            "return [...document.querySelector('sell-sign-in').shadowRoot.querySelectorAll('button')].map(({ disabled }) => disabled)",
        )
        .await?;
        assert_eq!(disabled, [true]);
        Ok(())
    })
}

#[test]
fn every_heading_of_an_element_follows_its_heading_level() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        for state in [
            "active",
            "unreadable",
            "expired",
            "signed-out",
            "scopes-differ",
        ] {
            open(journey, &BOTH, state, "heading-level=\"5\"").await?;
            let inspect = "return document.querySelector('sell-token').inspect('abcdefabcdefabcdefabcdef').then(() => null, () => null)";
            journey
                .browser()
                .script_later::<Value>(inspect, Value::Null)
                .await?;
            let headings: Vec<String> = read(
                journey,
                "return ['sell-sign-in', 'sell-token'].flatMap((tag) => [...document.querySelector(tag).shadowRoot.querySelectorAll('h1, h2, h3, h4, h5, h6')])
                   .map(({ localName }) => localName)",
            )
            .await?;
            assert!(headings.contains(&"h5".to_owned()), "{state}: {headings:?}");
            assert!(
                headings.iter().all(|name| name == "h5" || name == "h6"),
                "{state}: {headings:?}"
            );
        }
        Ok(())
    })
}

#[test]
fn a_forced_theme_brings_the_ground_its_colours_are_made_for() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        for (theme, ground) in [
            ("dark", "rgb(20, 23, 27)"),
            ("light", "rgb(255, 255, 255)"),
            ("auto", "rgba(0, 0, 0, 0)"),
        ] {
            open(
                journey,
                &["sell-sign-in", "sell-token", "sell-scopes"],
                "active",
                &format!("theme=\"{theme}\""),
            )
            .await?;
            let grounds: Vec<String> = read(
                journey,
                "return ['sell-sign-in', 'sell-token', 'sell-scopes'].map((tag) => getComputedStyle(document.querySelector(tag)).backgroundColor)",
            )
            .await?;
            assert_eq!(grounds, [ground; 3], "{theme}");
        }
        Ok(())
    })
}

#[test]
fn what_is_asked_for_is_what_the_page_is_told_and_the_first_element_says_what_is_usual() -> Outcome
{
    journey(Plan::default().with_package(), async |journey| {
        open(journey, &BOTH[..1], "signed-out", "").await?;
        let told: Value = journey
            .browser()
            .script_later(
                "const first = document.querySelector('sell-sign-in');
                 const second = first.cloneNode();
                 second.scope = 'write';
                 document.body.append(second);
                 await second.ready;
                 const told = [];
                 document.addEventListener('sell-before-sign-in', (event) => { told.push(event.detail.scopes); event.preventDefault(); });
                 await first.signIn({ scope: '' });
                 await first.signIn({ scope: [] });
                 await second.signIn();
                 await second.signIn({ scope: 'profile' });
                 return told",
                Value::Null,
            )
            .await?;
        let usual = json!(["read", "profile"]);
        assert_eq!(told, json!([usual, usual, usual, ["profile"]]));
        Ok(())
    })
}

#[test]
fn a_route_of_the_page_is_no_other_redirect_uri() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let [origin, _] = journey.embed().origins()?;
        let named = format!("redirect-uri=\"{origin}/sell-elements/callback.html\"");
        let capture = "<head><script src=\"/sell-elements/capture.js\"></script>";
        let page = markup(&BOTH, origin, "active");
        let page = page.replace(&named, "").replace("<head>", capture);
        journey.embed().show("/", HostPage::markup(page))?;
        journey.browser().go(&format!("{origin}/")).await?;
        panels(journey).await?;
        let told: Value = journey
            .browser()
            .script_later(
                "const element = document.querySelector('sell-sign-in');
                 await element.whenSignedIn();
                 const told = [];
                 element.addEventListener('sell-signed-out', ({ detail }) => told.push(detail.reason));
                 history.pushState(null, '', '/another/route');
                 element.label = 'Hello';
                 await new Promise((resolve) => setTimeout(resolve, 0));
                 return [element.status, told]",
                Value::Null,
            )
            .await?;
        assert_eq!(told, json!(["active", []]));
        Ok(())
    })
}
