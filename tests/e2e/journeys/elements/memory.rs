//! A page that wants no token kept.

use sell_journeys::{Outcome, Plan, journey};
use serde_json::{Value, json};

#[test]
fn a_token_that_the_tab_has_kept_is_not_kept_for_a_page_that_wants_none_kept() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let embed = journey.embed();
        embed.open_signed_in("").await?;
        let script = "document.querySelector('sell-sign-in').storage = 'memory'; return null";
        journey
            .browser()
            .script::<Value>(script, Value::Null)
            .await?;
        embed.wait_for_status("signed-out").await?;
        assert_eq!(journey.records().grant().await?, None);
        Ok(())
    })
}

#[test]
fn the_page_is_told_of_the_window_that_signing_in_without_storage_takes() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let held = journey.embed().hold_module()?;
        journey.embed().open_with("storage=\"memory\"").await?;
        let script = "
            await customElements.whenDefined('sell-scopes');
            const told = [];
            document.addEventListener('sell-before-sign-in', (event) => {
              told.push([event.target.id, event.detail.mode]);
              event.preventDefault();
            });
            const [element, scopes] = [document.querySelector('sell-sign-in'), document.querySelector('sell-scopes')];
            await element.signIn();
            await scopes.requestScopes(['write']);
            await element.signIn({ mode: 'redirect' });
            return told";
        let told: Value = journey.browser().script_later(script, Value::Null).await?;
        assert_eq!(
            told,
            json!([["in", "popup"], ["scopes", "popup"], ["in", "popup"]])
        );
        held.release();
        Ok(())
    })
}
