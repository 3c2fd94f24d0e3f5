//! Nothing but keys: after an action the focus is on what came of it, never on the page's top.

use sell_journeys::{Journey, Outcome, Plan, journey};
use serde_json::Value;
use thirtyfour::Key;

const POPUP: &str = "mode=\"popup\"";

/// The words of what has the focus, through shadow roots; the name of what has none.
const FOCUS: &str = "
    let active = document.activeElement;
    while (active.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    const slot = active.querySelector('slot:not([name])');
    const words = slot?.assignedNodes().map((node) => node.textContent).join('') || active.textContent;
    return (active === document.body ? 'BODY' : words || active.id || active.localName).trim()";

async fn press(journey: &Journey, key: Key) -> Outcome {
    let keys = journey.browser().web().action_chain();
    Ok(keys.send_keys(key).perform().await?)
}

async fn wait_for_focus(journey: &Journey, name: &str) -> Outcome {
    let look = async || {
        let found: String = journey.browser().script(FOCUS, Value::Null).await?;
        if found == name {
            return Ok(Some(()));
        }
        Err(format!("it is on {found}").into())
    };
    journey
        .browser()
        .wait(&format!("the focus on {name}"), look)
        .await
}

async fn tab_to(journey: &Journey, name: &str) -> Outcome {
    for _ in 0..20 {
        press(journey, Key::Tab).await?;
        let found: String = journey.browser().script(FOCUS, Value::Null).await?;
        if found == name {
            return Ok(());
        }
    }
    Err(format!("no way to {name} by Tab").into())
}

#[test]
fn the_focus_follows_a_sign_in_by_a_window_its_cancelling_and_the_way_out() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.control().switch("revoke.auth", "client_id")?;
        journey.embed().open_with(POPUP).await?;
        journey.embed().wait_for_status("signed-out").await?;
        let web = journey.browser().web();
        let page = web.window().await?;
        tab_to(journey, "Connect").await?;
        press(journey, Key::Enter).await?;
        journey.browser().other_window(&page).await?;
        web.switch_to_window(page.clone()).await?;
        wait_for_focus(journey, "Cancel").await?;
        press(journey, Key::Enter).await?;
        wait_for_focus(journey, "Connect").await?;

        press(journey, Key::Enter).await?;
        let window = journey.browser().other_window(&page).await?;
        journey.log_in().await?;
        journey.consent().allow().await?;
        journey.browser().gone(&window, &page).await?;
        journey.embed().wait_for_status("active").await?;
        journey.records().token().await?;
        wait_for_focus(journey, "Sign out").await?;
        press(journey, Key::Enter).await?;
        journey.embed().wait_for_status("signed-out").await?;
        wait_for_focus(journey, "Connect").await
    })
}

/// A session in the page, with the focus on a button of the token's element.
async fn at_token(journey: &Journey, button: &str) -> Outcome {
    journey.embed().open_with("").await?;
    journey.embed().sign_in_by_redirect().await?;
    tab_to(journey, button).await
}

/// Once the token has gone from the token's element, the focus is on something that can be seen there.
async fn stays_there(journey: &Journey) -> Outcome {
    let look = async || {
        let script = "const { shadowRoot } = document.querySelector('sell-token');
            if (shadowRoot.querySelector('[part~=danger]')) return null;
            return Boolean(shadowRoot.activeElement?.checkVisibility())";
        let stays: Option<bool> = journey.browser().script(script, Value::Null).await?;
        Ok(stays)
    };
    let stays = journey.browser().wait("the end of the token", look).await?;
    assert!(stays, "the focus has gone to the page");
    Ok(())
}

#[test]
fn the_focus_stays_in_the_element_whose_token_is_forgotten() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        at_token(journey, "Forget token").await?;
        press(journey, Key::Enter).await?;
        journey.embed().wait_for_status("signed-out").await?;
        stays_there(journey).await
    })
}

#[test]
fn the_focus_stays_in_the_element_whose_token_is_revoked() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.control().switch("revoke.auth", "client_id")?;
        at_token(journey, "Revoke token…").await?;
        press(journey, Key::Enter).await?;
        wait_for_focus(journey, "Cancel").await?;
        tab_to(journey, "Revoke token").await?;
        press(journey, Key::Enter).await?;
        journey.embed().wait_for_status("signed-out").await?;
        stays_there(journey).await
    })
}

#[test]
fn a_page_that_has_the_focus_keeps_it_whatever_is_drawn() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        at_token(journey, "Forget token").await?;
        let field = "const field = document.body.appendChild(Object.assign(document.createElement('input'), { id: 'own' }));
            addEventListener('sell-status', () => field.focus(), { once: true }); return null";
        journey
            .browser()
            .script::<Value>(field, Value::Null)
            .await?;
        press(journey, Key::Enter).await?;
        journey.embed().wait_for_status("signed-out").await?;
        wait_for_focus(journey, "own").await?;
        // Of a person who has left the focus for nothing, nothing is moved either.
        let left = "document.activeElement.blur();
            const element = document.querySelector('sell-sign-in');
            element.focus();
            element.shadowRoot.activeElement.blur();
            element.scope = 'read';
            await new Promise((resolve) => setTimeout(resolve));
            await element.ready;
            return document.activeElement === document.body";
        let left: bool = journey.browser().script_later(left, Value::Null).await?;
        assert!(left);
        Ok(())
    })
}

#[test]
fn a_failure_leaves_the_focus_on_the_button_of_the_page_that_began_the_sign_in() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.embed().open_with(POPUP).await?;
        journey.embed().wait_for_status("signed-out").await?;
        let own = "const own = document.body.appendChild(document.createElement('button'));
            own.textContent = 'Own'; own.focus();
            own.onclick = () => void document.querySelector('sell-sign-in').signIn(); return null";
        journey.browser().script::<Value>(own, Value::Null).await?;
        let page = journey.browser().web().window().await?;
        press(journey, Key::Enter).await?;
        let window = journey.browser().other_window(&page).await?;
        journey.log_in().await?;
        journey.consent().deny().await?;
        journey.browser().gone(&window, &page).await?;
        journey.embed().wait_for_status("failed").await?;
        journey
            .browser()
            .deep("sell-sign-in >>> .sell-notice")
            .await?;
        wait_for_focus(journey, "Own").await
    })
}
