//! Forgetting before there is a session to do it.

use axum::http::StatusCode;
use sell_journeys::{Journey, Outcome, Plan, journey};
use serde_json::{Value, json};

/// Has the element forget.
const FORGET: &str = "
    const element = document.querySelector('sell-sign-in');
    element.forget();
    return element.status";

async fn forget_at_once(journey: &Journey) -> Outcome {
    let status: String = journey.browser().script(FORGET, Value::Null).await?;
    assert_ne!(status, "active");
    Ok(())
}

#[test]
fn what_is_forgotten_before_the_module_is_there_never_comes_to_life() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.embed().open_with("").await?;
        let token = journey.embed().sign_in_by_redirect().await?;
        let held = journey.embed().hold_module()?;
        journey.embed().open_with("").await?;
        forget_at_once(journey).await?;
        held.release();
        journey.embed().wait_for_status("signed-out").await?;
        assert_eq!(journey.records().grant().await?, None);
        let statuses = journey.embed().heard_of("status").await?;
        assert!(
            statuses
                .iter()
                .all(|heard| heard.detail["status"] != "active")
        );
        assert!(journey.control().honours(&token).await?);
        Ok(())
    })
}

#[test]
fn what_is_forgotten_is_not_kept_where_the_module_does_not_come() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.embed().open_with("").await?;
        journey.embed().sign_in_by_redirect().await?;
        let switches = journey.embed().host()?.switches();
        let other =
            "sessionStorage.setItem('sell-elements:grant:other:default', 'theirs'); return null";
        for is_early in [true, false] {
            let held = journey.embed().hold_module()?;
            switches.refuse("/sell-elements.wasm", StatusCode::NOT_FOUND);
            journey
                .browser()
                .script::<Value>(other, Value::Null)
                .await?;
            journey.embed().open_with("").await?;
            if is_early {
                forget_at_once(journey).await?;
            }
            held.release();
            journey.embed().wait_for_status("failed").await?;
            if !is_early {
                forget_at_once(journey).await?;
            }
            let kept =
                "return Object.keys(sessionStorage).filter((key) => key.includes(':grant:'))";
            let kept: Value = journey.browser().script(kept, Value::Null).await?;
            assert_eq!(kept, json!(["sell-elements:grant:other:default"]));
            switches.reset();
            journey.embed().open_with("").await?;
            if is_early {
                journey.embed().wait_for_status("signed-out").await?;
                journey.embed().press().await?;
                journey.consent().allow().await?;
                journey.embed().wait_for_status("active").await?;
            }
        }
        Ok(())
    })
}

#[test]
fn a_pasted_token_that_was_put_away_before_the_module_is_there_is_not_shown() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let held = journey.embed().hold_module()?;
        journey.embed().open_with("").await?;
        let script = "
            await customElements.whenDefined('sell-token');
            const element = document.querySelector('sell-token');
            window.asked = element.inspect('a'.repeat(64)).then(String, ({ code }) => code);
            element.clear();
            return null";
        journey
            .browser()
            .script_later::<Value>(script, Value::Null)
            .await?;
        held.release();
        let asked = "return [await window.asked, document.querySelector('sell-token').info]";
        let found: Value = journey.browser().script_later(asked, Value::Null).await?;
        assert_eq!(found, json!(["aborted", null]));
        Ok(())
    })
}
