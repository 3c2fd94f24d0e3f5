//! Nothing but keys.

use sell_journeys::{Journey, Outcome, Plan, journey};
use serde_json::Value;
use thirtyfour::Key;

/// More stops than any page has.
const MOST_STOPS: usize = 60;

async fn press(journey: &Journey, key: Key) -> Outcome {
    Ok(journey
        .browser()
        .web()
        .action_chain()
        .send_keys(key)
        .perform()
        .await?)
}

/// The name of what has the focus, and whether the focus can be seen there.
async fn focus(journey: &Journey) -> Outcome<(String, bool)> {
    let script = "const element = document.activeElement;
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
        const seen = element.matches(':focus-visible')
            && ((outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none');
        return [(element.innerText || element.name || element.id || element.tagName).trim(), seen]";
    journey.browser().script(script, Value::Null).await
}

/// Tabs on until something of this name has the focus, which must be seen at every stop.
async fn tab_to(journey: &Journey, name: &str) -> Outcome {
    let mut stops = Vec::new();
    for _ in 0..MOST_STOPS {
        press(journey, Key::Tab).await?;
        let (found, seen) = focus(journey).await?;
        if found == "BODY" {
            continue;
        }
        assert!(seen, "the focus on {found} cannot be seen");
        if found == name {
            return Ok(());
        }
        stops.push(found);
    }
    Err(format!("no way to {name} by Tab: {stops:?}").into())
}

async fn wait_for_focus(journey: &Journey, name: &str) -> Outcome {
    journey
        .browser()
        .wait(&format!("the focus on {name}"), async || {
            Ok((focus(journey).await?.0 == name).then_some(()))
        })
        .await
}

#[test]
fn signing_in_looking_and_revoking_need_no_mouse() -> Outcome {
    journey(Plan::default(), async |journey| {
        journey.control().switch("revoke.auth", "client_id")?;
        journey.open("/").await?;
        assert!(journey.start().can_sign_in().await?);
        tab_to(journey, "Sign in to Sell").await?;
        press(journey, Key::Enter).await?;

        journey.login().wait().await?;
        let keys = journey.browser().web();
        tab_to(journey, "email").await?;
        keys.action_chain()
            .send_keys(journey.stage().user())
            .perform()
            .await?;
        tab_to(journey, "password").await?;
        keys.action_chain()
            .send_keys(journey.stage().password())
            .perform()
            .await?;
        press(journey, Key::Enter).await?;
        journey.consent().wait().await?;
        tab_to(journey, "Allow").await?;
        press(journey, Key::Enter).await?;

        journey.app().wait_for_verdict("Works").await?;
        let token = journey.records().token().await?;
        tab_to(journey, "Show token").await?;
        press(journey, Key::Enter).await?;
        let shown = async || journey.token().shown().await;
        assert_eq!(journey.browser().wait("the token", shown).await?, token);
        press(journey, Key::Space).await?;
        let hidden = async || Ok(journey.token().shown().await?.is_none().then_some(()));
        journey.browser().wait("the mask", hidden).await?;

        tab_to(journey, "Revoke token…").await?;
        press(journey, Key::Enter).await?;
        wait_for_focus(journey, "Cancel").await?;
        press(journey, Key::Escape).await?;
        wait_for_focus(journey, "Revoke token…").await?;
        assert!(!journey.token().is_asking().await?);
        assert_eq!(journey.app().status().await?, "active");
        press(journey, Key::Enter).await?;
        wait_for_focus(journey, "Cancel").await?;
        tab_to(journey, "Revoke token").await?;
        press(journey, Key::Enter).await?;
        journey.app().wait_for_verdict("Revoked").await?;
        assert!(!journey.control().honours(&token).await?);
        Ok(())
    })
}

#[test]
fn the_focus_of_a_button_that_goes_is_left_to_the_content() -> Outcome {
    journey(Plan::default(), async |journey| {
        journey.sign_in().await?;
        journey.app().wait_for_verdict("Works").await?;
        tab_to(journey, "Forget token").await?;
        press(journey, Key::Enter).await?;
        journey.app().wait_for_status("signed-out").await?;
        let script = "return document.activeElement.tagName";
        let look = async || {
            let found: String = journey.browser().script(script, Value::Null).await?;
            Ok((found == "MAIN").then_some(()))
        };
        journey
            .browser()
            .wait("the focus on the content", look)
            .await?;
        tab_to(journey, "Sign in to Sell").await
    })
}
