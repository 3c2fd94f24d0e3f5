//! The buttons of errors: in an element each does what it says, and where none can, there is none.

use sell_journeys::{Journey, Outcome, Plan, journey};
use sell_stage::HostPage;
use serde_json::{Value, json};
use thirtyfour::Key;

const ACTION: &str = "sell-sign-in >>> [part~=error-action]";
const OTHERS: &str =
    "<sell-token id=\"token\"></sell-token><sell-scopes id=\"scopes\"></sell-scopes>
    <textarea id=\"paste\"></textarea>";

/// A page with one element of each kind, and a field to paste into.
async fn open(journey: &Journey, scope: &str, further: &str) -> Outcome {
    let embed = journey.embed();
    let [origin, _] = embed.origins()?;
    let element = embed.sign_in(origin, further);
    let element = element.replace("read profile", scope);
    embed.open(&format!("{element}{OTHERS}")).await
}

/// Begins to sign in, and comes back with a refusal of the server's.
async fn refused(journey: &Journey, code: &str) -> Outcome {
    let embed = journey.embed();
    let [origin, _] = embed.origins()?;
    embed.press().await?;
    journey.login().wait().await?;
    let state = "const asked = new URLSearchParams(location.search).get('authorize');
        return new URLSearchParams(asked).get('state')";
    let state: String = journey.browser().script(state, Value::Null).await?;
    let answer = format!("{origin}/sell-elements/callback.html#error={code}&state={state}");
    journey.browser().go(&answer).await?;
    embed.wait_for_status("failed").await
}

/// The names of the buttons of the notices in an element.
async fn buttons(journey: &Journey, element: &str) -> Outcome<Vec<String>> {
    let script = "return [...document.querySelector(arguments[0]).shadowRoot
        .querySelectorAll('.sell-notice button')].map(({ textContent }) => textContent)";
    journey.browser().script(script, element.into()).await
}

/// What is in the clipboard, as a person would see it.
async fn pasted(journey: &Journey) -> Outcome<String> {
    let field = journey.browser().see("#paste").await?;
    field.click().await?;
    field.send_keys(Key::Control + "v").await?;
    let script = "return document.getElementById('paste').value";
    let look = async || {
        let text: String = journey.browser().script(script, Value::Null).await?;
        Ok((!text.is_empty()).then_some(text))
    };
    journey.browser().wait("what was pasted", look).await
}

#[test]
fn a_scope_that_sell_does_not_know_is_named_and_left_out_at_a_press() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        open(journey, "read sync", "").await?;
        let embed = journey.embed();
        embed.press().await?;
        embed.wait_for_status("failed").await?;
        let line = "Take sync out of scope=\"read sync\" of the element";
        embed.wait_for_words("sell-sign-in", line).await?;
        let expected = ["Sign in without sync", "Dismiss"];
        assert_eq!(buttons(journey, "sell-sign-in").await?, expected);
        journey.browser().press_deep(ACTION).await?;
        journey.log_in().await?;
        journey.consent().allow().await?;
        embed.wait_for_status("active").await?;
        let heard = embed.wait_to_hear("signed-in").await?;
        assert_eq!(heard.detail["scopes"], json!(["read"]));
        journey.records().token().await.map(drop)
    })
}

#[test]
fn where_nobody_can_tell_which_scope_was_refused_the_attribute_is_named_alone() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        open(journey, "read profile", "").await?;
        refused(journey, "invalid_scope").await?;
        let line = "Correct scope=\"read profile\" of the element.";
        journey.embed().wait_for_words("sell-sign-in", line).await?;
        assert_eq!(buttons(journey, "sell-sign-in").await?, ["Dismiss"]);
        Ok(())
    })
}

#[test]
fn an_app_that_sell_does_not_know_has_its_client_id_to_copy() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        open(journey, "read profile", "").await?;
        refused(journey, "unauthorized_client").await?;
        let expected = ["Copy client ID", "Dismiss"];
        assert_eq!(buttons(journey, "sell-sign-in").await?, expected);
        journey.browser().press_deep(ACTION).await?;
        journey
            .embed()
            .wait_for_words("sell-sign-in", "Copied")
            .await?;
        assert_eq!(pasted(journey).await?, journey.stage().client_id());
        Ok(())
    })
}

#[test]
fn an_element_without_a_sign_in_button_has_one_that_starts_again() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        open(journey, "read profile", "").await?;
        refused(journey, "access_denied").await?;
        // The button that signs in stands beside.
        assert_eq!(buttons(journey, "sell-sign-in").await?, ["Dismiss"]);
        for (gone, next) in [
            ("sell-sign-in", "sell-token"),
            ("sell-token", "sell-scopes"),
        ] {
            let remove = "document.querySelector(arguments[0]).remove(); return null";
            journey
                .browser()
                .script::<Value>(remove, gone.into())
                .await?;
            journey.embed().wait_for_words(next, "Start again").await?;
            assert_eq!(buttons(journey, next).await?, ["Start again", "Dismiss"]);
        }
        journey
            .browser()
            .press_deep("sell-scopes >>> [part~=error-action]")
            .await?;
        journey.login().wait().await
    })
}

#[test]
fn this_tab_is_not_offered_where_it_cannot_be_used() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        open(journey, "read profile", "storage=\"memory\"").await?;
        let embed = journey.embed();
        embed.wait_for_status("signed-out").await?;
        // Without a click, as a page does that asks too late.
        let script = "return document.querySelector('sell-sign-in').signIn()";
        let end: String = journey.browser().script_later(script, Value::Null).await?;
        assert_eq!(end, "blocked");
        embed
            .wait_for_words("sell-sign-in", "Allow them for this site")
            .await?;
        assert_eq!(buttons(journey, "sell-sign-in").await?, ["Dismiss"]);
        // Nor while a window is open.
        let page = journey.browser().web().window().await?;
        embed.press().await?;
        journey.browser().other_window(&page).await?;
        journey.browser().web().close_window().await?;
        journey.browser().web().switch_to_window(page).await?;
        let text = embed.text("sell-sign-in").await?;
        assert!(!text.contains("Use this tab"), "{text}");
        Ok(())
    })
}

#[test]
fn a_frame_without_windows_names_the_address_to_open() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let embed = journey.embed();
        let [origin, other] = embed.origins()?;
        embed.show("/framed", embed.page(&embed.sign_in(other, "")))?;
        let frame = format!(
            "<!doctype html><title>Host</title><iframe src=\"{other}/framed\" width=\"600\" \
             height=\"500\" sandbox=\"allow-scripts allow-same-origin\"></iframe>"
        );
        embed.show("/", HostPage::markup(frame))?;
        journey.browser().go(&format!("{origin}/")).await?;
        journey.browser().see("iframe").await?.enter_frame().await?;
        embed.wait_for_status("signed-out").await?;
        embed.press().await?;
        let line = format!("Open {other}/framed in a tab of its own");
        embed.wait_for_words("sell-sign-in", &line).await?;
        assert_eq!(buttons(journey, "sell-sign-in").await?, ["Dismiss"]);
        Ok(())
    })
}

#[test]
fn what_can_be_done_about_a_call_depends_on_why_it_failed() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        open(journey, "read profile", "").await?;
        let embed = journey.embed();
        embed.sign_in_by_redirect().await?;
        let run = "sell-scopes >>> [part~=row]:last-child [part~=run]:enabled";
        let cases: [(u16, &str, &[&str]); 3] = [
            (403, "Sell does not allow this for you", &[]),
            (404, "Nothing at this address", &[]),
            (503, "Sell has a problem", &["Try again"]),
        ];
        for (status, title, expected) in cases {
            journey.control().heal().await?;
            let order = json!({ "path": "/v2/deals", "status": status, "body": "problem" });
            journey.control().spoil(order).await?;
            journey.browser().press_deep(run).await?;
            embed.wait_for_words("sell-scopes", title).await?;
            assert_eq!(buttons(journey, "sell-scopes").await?, expected, "{status}");
        }
        journey.control().heal().await?;
        let action = "sell-scopes >>> [part~=error-action]";
        journey.browser().press_deep(action).await?;
        embed.wait_for_words("sell-scopes", "200").await?;

        journey.control().switch("cors", "off")?;
        journey.browser().press_deep(run).await?;
        embed
            .wait_for_words("sell-scopes", "The browser hid")
            .await?;
        journey.browser().press_deep(action).await?;
        embed.wait_for_words("sell-scopes", "Copied").await?;
        let api = journey.stage().sandbox_origin();
        let command = format!("curl -i -H \"Authorization: Bearer $SELL_TOKEN\" '{api}/v2/deals'");
        assert_eq!(pasted(journey).await?, command);
        Ok(())
    })
}
