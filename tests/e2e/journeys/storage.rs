//! Browsers that keep nothing, or no more.

use sell_journeys::{Outcome, Plan, journey};
use serde_json::{Value, json};

/// Takes all room that is left, down to the last unit.
const FILL: &str = "for (let size = 4194304; size >= 1; size /= 2) {
        for (let n = 0; ; n += 1) {
            try {
                sessionStorage.setItem(`fill-${size}-${n}`, 'x'.repeat(size));
            } catch {
                break;
            }
        }
    }
    return null";

#[test]
fn where_site_data_is_blocked_the_sign_in_is_not_begun_and_the_rest_works() -> Outcome {
    journey(Plan::default().with_site_data_blocked(), async |journey| {
        let token = journey.control().issue(json!({})).await?;
        journey.guard(&token);
        journey.open("/").await?;
        assert!(!journey.start().can_sign_in().await?);
        let notice = journey
            .app()
            .wait_for_notice("This browser keeps nothing for this site")
            .await?;
        assert!(notice.contains("Allow site data"), "{notice}");
        assert_eq!(journey.app().status().await?, "signed-out");
        journey.start().check_token(&token).await?;
        journey.start().wait_for_pasted_verdict("Works").await?;
        journey.open("/?view=setup").await?;
        let setup = journey.setup().text().await?;
        assert!(setup.contains("allow site data for this page"), "{setup}");
        Ok(())
    })
}

#[test]
fn where_site_data_is_blocked_the_callback_page_drops_the_answer_and_says_so() -> Outcome {
    journey(Plan::default().with_site_data_blocked(), async |journey| {
        let token = "t0ken-that-cannot-be-kept-anywhere";
        journey.guard(token);
        let state = "S".repeat(43);
        journey
            .arrive(&format!(
                "/callback.html#access_token={token}&token_type=bearer&state={state}"
            ))
            .await?;
        let said = journey.callback().storage_is_blocked().await?;
        assert!(said.contains("dropped"), "{said}");
        let address = journey.browser().address().await?;
        assert_eq!(address, format!("{}/callback.html", journey.stage().app()));
        // The navigation's own timing entry keeps the address until the document goes (M1).
        journey.callback().back_to_the_app().await
    })
}

#[test]
fn where_the_storage_is_full_the_page_does_not_leave() -> Outcome {
    journey(Plan::default(), async |journey| {
        journey.open("/").await?;
        journey.app().wait_for_status("signed-out").await?;
        journey.browser().script::<Value>(FILL, Value::Null).await?;
        journey.start().sign_in().await?;
        journey
            .app()
            .wait_for_notice("The storage of this site is full")
            .await?;
        let address = journey.browser().address().await?;
        assert_eq!(address, format!("{}/", journey.stage().app()));
        assert_eq!(journey.control().requests().await?, []);
        assert!(journey.records().attempts().await?.is_empty());
        Ok(())
    })
}
