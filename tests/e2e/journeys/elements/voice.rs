//! Several elements of one session: what concerns all of it is said once.

use axum::http::StatusCode;
use sell_journeys::{Journey, Outcome, Plan, journey};
use serde_json::{Value, json};

const UNCONFIRMED: &str = "did not confirm";

/// The elements that say it, by their ids.
async fn who_says(journey: &Journey, words: &str) -> Outcome<Vec<String>> {
    let script = "return [...document.querySelectorAll('[id]')]
        .filter(({ shadowRoot }) => shadowRoot?.textContent.includes(arguments[0]))
        .map(({ id }) => id)";
    journey.browser().script(script, words.into()).await
}

async fn wait_until_says(journey: &Journey, words: &str, expected: &[&str]) -> Outcome {
    let look = async || Ok((who_says(journey, words).await? == expected).then_some(()));
    let what = format!("{words:?} at {expected:?}");
    journey.browser().wait(&what, look).await
}

async fn remove(journey: &Journey, id: &str) -> Outcome {
    let remove = "document.getElementById(arguments[0]).remove(); return null";
    let removed = journey.browser().script::<Value>(remove, id.into());
    removed.await.map(drop)
}

#[test]
fn an_unconfirmed_sign_out_is_said_by_one_element_and_can_be_put_away() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let embed = journey.embed();
        let [origin, _] = embed.origins()?;
        let first = embed.sign_in(origin, "");
        let second = first.replace("\"in\"", "\"second\"");
        let token = "<sell-token id=\"token\"></sell-token>";
        embed.open(&format!("{token}{first}{second}")).await?;
        embed.press().await?;
        journey.log_in().await?;
        journey.consent().allow().await?;
        embed.wait_for_status("active").await?;
        let sign_out = "return document.querySelector('#in').signOut()";
        let proof: String = journey
            .browser()
            .script_later(sign_out, Value::Null)
            .await?;
        assert_eq!(proof, "unconfirmed");
        wait_until_says(journey, UNCONFIRMED, &["in"]).await?;
        // Those that stay take over from one that goes.
        for (id, next) in [("in", "second"), ("second", "token")] {
            remove(journey, id).await?;
            wait_until_says(journey, UNCONFIRMED, &[next]).await?;
        }
        journey
            .browser()
            .press_deep("sell-token >>> .sell-notice .sell-button-link")
            .await?;
        wait_until_says(journey, UNCONFIRMED, &[]).await
    })
}

/// One element of each kind and a second one that signs in, set up with these attributes.
fn all_of_one_session(attributes: &str) -> String {
    let element =
        |kind: &str, id: &str, more: &str| format!("<{kind} id=\"{id}\" {more}></{kind}>");
    [
        element("sell-token", "paste", "source=\"paste\""),
        element("sell-scopes", "scopes", ""),
        element("sell-token", "token", ""),
        element("sell-sign-in", "in", attributes),
        element("sell-sign-in", "second", attributes),
    ]
    .concat()
}

#[test]
fn settings_that_cannot_work_are_said_by_one_element_and_named_by_the_others() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let embed = journey.embed();
        embed.open(&all_of_one_session("scope=\"read\"")).await?;
        embed.wait_for_status("failed").await?;
        let all = ["paste", "scopes", "token", "in", "second"];
        wait_until_says(journey, "Sign-in is not set up", &all).await?;
        let enabled = "return [...document.querySelectorAll('[id]')].flatMap(({ id, shadowRoot }) =>
            [...shadowRoot.querySelectorAll('button:enabled')].map(({ textContent }) => [id, textContent]))";
        let buttons: Value = journey.browser().script(enabled, Value::Null).await?;
        assert_eq!(buttons, json!([["in", "Copy line"]]));
        let alerts = "return [...document.querySelectorAll('[id]')]
            .filter(({ shadowRoot }) => shadowRoot.querySelector('[role=alert]')).map(({ id }) => id)";
        let alerts: Value = journey.browser().script(alerts, Value::Null).await?;
        assert_eq!(alerts, json!(["in"]));
        let heard = embed.heard_of("error").await?;
        assert_eq!(heard.len(), 1, "{heard:?}");
        assert_eq!(heard[0].at, "in");
        // The order is that of the kinds; who shows nothing of the session is asked last.
        for (id, next) in [
            ("in", "second"),
            ("second", "token"),
            ("token", "scopes"),
            ("scopes", "paste"),
        ] {
            wait_until_says(journey, "Correct it in the page", &[id]).await?;
            remove(journey, id).await?;
            wait_until_says(journey, "Correct it in the page", &[next]).await?;
        }
        assert_eq!(embed.heard_of("error").await?.len(), 1);
        Ok(())
    })
}

#[test]
fn an_element_of_an_earlier_kind_that_comes_later_takes_the_word() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let embed = journey.embed();
        embed
            .host()?
            .switches()
            .refuse("/sell-elements.wasm", StatusCode::NOT_FOUND);
        let scopes = "<sell-scopes id=\"scopes\"></sell-scopes>";
        let paste = "<sell-token id=\"token\" source=\"paste\"></sell-token>";
        embed.open(&[scopes, paste].concat()).await?;
        wait_until_says(journey, "Try again", &["scopes"]).await?;
        let shows = "document.getElementById('token').source = 'both'; return null";
        journey
            .browser()
            .script::<Value>(shows, Value::Null)
            .await?;
        wait_until_says(journey, "Try again", &["token"]).await
    })
}

#[test]
fn what_waits_for_a_session_that_cannot_be_is_refused() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let embed = journey.embed();
        let held = embed.hold_module()?;
        embed
            .open("<sell-sign-in id=\"in\" scope=\"read\"></sell-sign-in>")
            .await?;
        let wait = "await customElements.whenDefined('sell-sign-in');
            const element = document.querySelector('sell-sign-in');
            const kind = (promise) => promise.then(() => null, (error) => error.kind);
            window.ends = Promise.all([kind(element.ready), kind(element.signIn())]);
            return null";
        journey
            .browser()
            .script_later::<Value>(wait, Value::Null)
            .await?;
        held.release();
        let ends: Value = journey
            .browser()
            .script_later("return window.ends", Value::Null)
            .await?;
        assert_eq!(ends, json!(["config_missing", "config_missing"]));
        Ok(())
    })
}
