//! The same answer twice: Back, Forward, reload, bookmarks.

use sell_journeys::{Journey, Outcome, Plan, journey};

/// The session is what it was, and nothing is said about it.
async fn undisturbed(journey: &Journey, token: &str) -> Outcome {
    journey.app().wait_for_verdict("Works").await?;
    assert_eq!(journey.app().status().await?, "active");
    assert_eq!(journey.records().token().await?, token);
    assert_eq!(journey.records().outcome().await?, None);
    assert_eq!(journey.app().notices().await?, []);
    Ok(())
}

async fn used_state(journey: &Journey) -> Outcome<String> {
    let attempts = journey.records().attempts().await?;
    let used = attempts.into_iter().find(|attempt| attempt.used);
    Ok(used.ok_or("no used attempt is kept")?.state)
}

#[test]
fn back_and_forward_over_the_sign_in_disturb_nothing() -> Outcome {
    journey(Plan::default(), async |journey| {
        let token = journey.sign_in().await?;
        journey.app().wait_for_verdict("Works").await?;
        journey.browser().web().back().await?;
        journey.consent().wait().await?;
        journey.browser().web().forward().await?;
        undisturbed(journey, &token).await?;
        journey.browser().web().refresh().await?;
        undisturbed(journey, &token).await
    })
}

#[test]
fn allowing_a_second_time_after_going_back_keeps_the_first_session() -> Outcome {
    journey(Plan::default(), async |journey| {
        let token = journey.sign_in().await?;
        journey.app().wait_for_verdict("Works").await?;
        journey.browser().web().back().await?;
        journey.consent().allow().await?;
        undisturbed(journey, &token).await?;
        let history = journey.browser().history().await?.join("\n");
        assert!(!history.contains("access_token"));
        Ok(())
    })
}

#[test]
fn the_same_callback_address_opened_again_disturbs_nothing() -> Outcome {
    journey(Plan::default(), async |journey| {
        let token = journey.sign_in().await?;
        journey.app().wait_for_verdict("Works").await?;
        let state = used_state(journey).await?;
        journey.guard("an0ther-t0ken-under-the-same-state");
        for answer in [&token, "an0ther-t0ken-under-the-same-state"] {
            journey
                .arrive(&format!(
                    "/callback.html#access_token={answer}&token_type=bearer&state={state}"
                ))
                .await?;
            undisturbed(journey, &token).await?;
            journey.browser().web().refresh().await?;
            undisturbed(journey, &token).await?;
        }
        Ok(())
    })
}

#[test]
fn a_used_answer_brings_no_forgotten_session_back() -> Outcome {
    journey(Plan::default(), async |journey| {
        let token = journey.sign_in().await?;
        journey.app().wait_for_verdict("Works").await?;
        let state = used_state(journey).await?;
        journey.token().forget().await?;
        journey.app().wait_for_notice("Token forgotten").await?;
        assert_eq!(journey.records().grant().await?, None);
        journey
            .arrive(&format!(
                "/callback.html#access_token={token}&token_type=bearer&state={state}"
            ))
            .await?;
        journey
            .app()
            .wait_for_notice("This sign-in was already used")
            .await?;
        assert_eq!(journey.records().grant().await?, None);
        assert!(
            journey.control().honours(&token).await?,
            "forgetting is not revoking"
        );
        Ok(())
    })
}

#[test]
fn the_callback_page_without_an_answer_leads_back_and_says_why() -> Outcome {
    journey(Plan::default(), async |journey| {
        journey.open("/callback.html").await?;
        journey
            .app()
            .wait_for_notice("Sell's answer was incomplete")
            .await?;
        let address = journey.browser().address().await?;
        assert_eq!(address, format!("{}/", journey.stage().app()));
        Ok(())
    })
}
