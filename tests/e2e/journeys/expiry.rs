//! Time passes, jumps and stands still.

use sell_journeys::{Journey, Outcome, Plan, journey};
use serde_json::{Value, json};

const ENDED: &str = "This token has ended";

/// Moves the wall clock of the page by so many seconds, as a device does whose clock is set.
async fn shift(journey: &Journey, seconds: i64) -> Outcome {
    let script = "const now = Date.now; Date.now = () => now() + arguments[0] * 1000";
    // `arguments` of the arrow are those of the script.
    journey
        .browser()
        .script::<Value>(script, json!(seconds))
        .await
        .map(drop)
}

#[test]
fn a_token_that_ends_is_wiped_and_never_sent_again() -> Outcome {
    journey(Plan::default(), async |journey| {
        let token = journey.sign_in().await?;
        journey.app().wait_for_verdict("Works").await?;
        shift(journey, 3_300).await?;
        journey.app().wait_for_status("expiring").await?;
        journey
            .app()
            .wait_for_notice("The clock of this device moved")
            .await?;
        journey.app().wait_for_verdict("Expires soon").await?;
        journey.control().forget_requests().await?;

        // Past the end and pressed in one breath, before any timer had a chance.
        let script = "const now = Date.now; Date.now = () => now() + 3600000;
            const buttons = [...document.querySelectorAll('.sell-calls button, .sell-actions button')];
            buttons.filter(({ innerText }) => /^(Run|Check again)$/.test(innerText.trim())).forEach((button) => button.click())";
        journey
            .browser()
            .script::<Value>(script, Value::Null)
            .await?;
        journey.app().wait_for_status("expired").await?;
        journey.app().wait_for_notice(ENDED).await?;
        assert_eq!(journey.records().grant().await?, None);
        let calls: Vec<_> = journey.control().requests().await?;
        assert!(
            !calls.iter().any(|seen| seen.path.starts_with("/v2/")),
            "{calls:?}"
        );

        journey.browser().web().refresh().await?;
        journey.app().wait_for_status("signed-out").await?;
        assert!(
            journey.control().honours(&token).await?,
            "the sandbox's clock did not move"
        );
        Ok(())
    })
}

#[test]
fn a_short_life_ends_on_time_without_anybody_doing_anything() -> Outcome {
    journey(Plan::default(), async |journey| {
        journey.control().switch("token.ttl", "4")?;
        journey.open("/").await?;
        journey.start().sign_in().await?;
        journey.log_in().await?;
        journey.consent().allow().await?;
        journey.app().wait_for_status("expired").await?;
        let notice = journey.app().wait_for_notice(ENDED).await?;
        assert!(notice.contains("It ran out at"), "{notice}");
        assert_eq!(journey.records().grant().await?, None);
        assert_eq!(
            journey.control().count("GET", "/oauth2/authorize").await?,
            2
        );
        Ok(())
    })
}

#[test]
fn a_clock_that_is_set_back_gives_the_token_no_longer_life() -> Outcome {
    journey(Plan::default(), async |journey| {
        journey.sign_in().await?;
        journey.app().wait_for_verdict("Works").await?;
        journey.control().forget_requests().await?;
        shift(journey, -7_200).await?;
        journey
            .app()
            .wait_for_notice("The clock of this device moved")
            .await?;
        journey.app().wait_for_verdict("Works").await?;
        assert_eq!(
            journey.control().count("GET", "/oauth2/token/info").await?,
            1
        );
        let verdict = journey.app().verdict().await?;
        assert!(
            !verdict.contains("2 hours") && !verdict.contains("3 hours"),
            "{verdict}"
        );
        Ok(())
    })
}

#[test]
fn a_page_that_slept_past_the_end_wakes_up_signed_out() -> Outcome {
    journey(Plan::default(), async |journey| {
        journey.control().switch("token.ttl", "8")?;
        journey.open("/").await?;
        journey.start().sign_in().await?;
        journey.log_in().await?;
        journey.consent().allow().await?;
        journey.app().wait_for_status("expiring").await?;
        let token = journey.records().token().await?;
        let frozen = json!({ "state": "frozen" });
        journey
            .browser()
            .devtools("Page.setWebLifecycleState", frozen)
            .await?;
        let dead = async || Ok((!journey.control().honours(&token).await?).then_some(()));
        journey.browser().wait("the end of the token", dead).await?;
        let active = json!({ "state": "active" });
        journey
            .browser()
            .devtools("Page.setWebLifecycleState", active)
            .await?;
        journey.app().wait_for_status("expired").await?;
        assert_eq!(journey.records().grant().await?, None);
        Ok(())
    })
}

#[test]
fn a_token_without_a_known_end_is_not_said_to_last_for_ever() -> Outcome {
    journey(Plan::default(), async |journey| {
        journey.control().switch("implicit.expires_in", "text")?;
        journey.control().switch("cors", "off")?;
        journey.sign_in().await?;
        journey.app().wait_for_verdict("Could not check").await?;
        let verdict = journey.app().verdict().await?;
        assert!(verdict.contains("did not say when it ends"), "{verdict}");
        Ok(())
    })
}
