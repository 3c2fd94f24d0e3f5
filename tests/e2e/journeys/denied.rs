//! The person or the server says no.

use sell_journeys::{Journey, Outcome, Plan, journey};
use serde_json::Value;

const DENIED: &str = "Access was not granted";

#[test]
fn a_person_who_denies_is_told_so_and_nothing_is_kept() -> Outcome {
    journey(Plan::default(), async |journey| {
        journey.open("/").await?;
        journey.start().sign_in().await?;
        journey.log_in().await?;
        journey.consent().deny().await?;
        journey.app().wait_for_status("failed").await?;
        journey.app().wait_for_notice(DENIED).await?;
        let address = journey.browser().address().await?;
        assert_eq!(address, format!("{}/", journey.stage().app()));
        assert_eq!(journey.records().grant().await?, None);
        assert_eq!(
            journey.control().count("GET", "/oauth2/token/info").await?,
            0
        );

        journey.browser().web().refresh().await?;
        journey.app().wait_for_status("failed").await?;
        journey.app().wait_for_notice(DENIED).await?;
        journey.app().dismiss().await?;
        journey.browser().web().refresh().await?;
        journey.app().wait_for_status("signed-out").await?;
        assert_eq!(journey.app().notices().await?, []);
        Ok(())
    })
}

#[test]
fn a_denial_in_the_query_is_the_same_denial_and_leaves_the_address() -> Outcome {
    journey(Plan::default(), async |journey| {
        journey.control().switch("implicit.error_in", "query")?;
        journey.open("/?view=token&x=1").await?;
        journey.start().sign_in().await?;
        journey.log_in().await?;
        journey.consent().deny().await?;
        journey.app().wait_for_notice(DENIED).await?;
        let address = journey.browser().address().await?;
        assert_eq!(
            address,
            format!("{}/?view=token&x=1", journey.stage().app())
        );
        let history = journey.browser().history().await?.join("\n");
        assert!(!history.contains("error="), "{history}");
        Ok(())
    })
}

/// What the page shows as a failure.
async fn failures(journey: &Journey) -> Outcome<Vec<String>> {
    let script = "return [...document.querySelectorAll('.sell-notice:not([data-tone=neutral])')]
        .map((notice) => notice.innerText)";
    journey.browser().script(script, Value::Null).await
}

#[test]
fn a_sign_in_that_was_abandoned_by_going_back_is_no_failure() -> Outcome {
    journey(Plan::default(), async |journey| {
        journey.open("/").await?;
        journey.start().sign_in().await?;
        journey.login().wait().await?;
        journey.browser().web().back().await?;
        journey.app().wait_for_status("signed-out").await?;
        assert!(journey.start().can_sign_in().await?);
        assert_eq!(failures(journey).await?, [""; 0]);
        // The same for a page that the browser did not keep.
        journey.browser().web().refresh().await?;
        journey
            .app()
            .wait_for_notice("The sign-in was not finished")
            .await?;
        assert_eq!(failures(journey).await?, [""; 0]);
        let token = {
            journey.start().sign_in().await?;
            journey.go_through().await?
        };
        assert!(journey.control().honours(&token).await?);
        Ok(())
    })
}
