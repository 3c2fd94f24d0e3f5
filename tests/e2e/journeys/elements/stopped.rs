//! A fault of ours that stops the module: it is said once, and a fresh one takes over.

use sell_journeys::{Journey, Outcome, Plan, journey};
use serde_json::{Value, json};

/// A module of one function that traps, called where ours asks for the time: a trap within ours, as
/// a panic is. Later calls are as ever.
pub(super) const TRAP: &str = "
    const bytes = [0,97,115,109,1,0,0,0,1,4,1,96,0,0,3,2,1,0,7,5,1,1,102,0,0,10,5,1,3,0,0,11];
    const { f: trap } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes))).exports;
    const { now } = Date;
    Date.now = () => {
      Date.now = now;
      trap();
    };";

async fn is_said_once_and_healed(journey: &Journey) -> Outcome {
    let embed = journey.embed();
    embed.wait_for_status("failed").await?;
    embed
        .wait_for_words("sell-sign-in", "Reload this panel")
        .await?;
    for element in ["sell-token", "sell-scopes"] {
        embed.wait_for_words(element, "This panel stopped.").await?;
        let text = embed.text(element).await?;
        assert!(!text.contains("Reload this panel"), "{text}");
    }
    let heard = embed.heard_of("error").await?;
    assert_eq!(heard.len(), 1, "{heard:?}");
    assert_eq!(heard[0].detail["error"]["kind"], "internal");
    journey
        .browser()
        .press_deep("sell-sign-in >>> [part~=error-action]")
        .await?;
    embed.wait_for_status("active").await?;
    assert_eq!(embed.request("/v2/users/self").await?, 200);
    assert!(
        !embed
            .text("sell-scopes")
            .await?
            .contains("This panel stopped")
    );
    Ok(())
}

async fn sign_in(journey: &Journey) -> Outcome {
    journey.embed().open_with("").await?;
    journey.embed().press().await?;
    journey.log_in().await?;
    journey.consent().allow().await?;
    journey.embed().wait_for_status("active").await?;
    journey.embed().wait_to_hear("signed-in").await?;
    journey.records().token().await.map(drop)
}

#[test]
fn a_fault_in_a_call_is_said_once_and_the_session_is_kept() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        sign_in(journey).await?;
        let call = "return document.querySelector('sell-sign-in').request('/v2/deals').then(String, ({ kind }) => kind)";
        let end: Value = journey
            .browser()
            .script_later(&format!("{TRAP} {call}"), Value::Null)
            .await?;
        assert_eq!(end, "internal");
        is_said_once_and_healed(journey).await
    })
}

#[test]
fn a_fault_in_what_runs_by_itself_is_heard_too() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        sign_in(journey).await?;
        let focus = "setTimeout(() => dispatchEvent(new Event('focus')), 0); return null";
        journey
            .browser()
            .script::<Value>(&format!("{TRAP} {focus}"), Value::Null)
            .await?;
        is_said_once_and_healed(journey).await
    })
}

#[test]
fn a_fault_of_somebody_elses_module_is_none_of_ours() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.embed().open_with("").await?;
        journey.embed().wait_for_status("signed-out").await?;
        let foreign = "const own = await new Promise((resolve) => {
                addEventListener('error', ({ error }) => resolve(error instanceof WebAssembly.RuntimeError), { once: true });
                setTimeout(() => Date.now(), 0);
            });
            await new Promise((resolve) => setTimeout(resolve, 0));
            return own";
        let trapped: Value = journey
            .browser()
            .script_later(&format!("{TRAP} {foreign}"), Value::Null)
            .await?;
        assert_eq!(trapped, json!(true));
        assert_eq!(journey.embed().status().await?, "signed-out");
        assert!(journey.embed().heard_of("error").await?.is_empty());
        Ok(())
    })
}
