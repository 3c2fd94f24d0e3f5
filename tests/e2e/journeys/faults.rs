//! A server that is slow, broken or busy, and a network that is away.

use sell_journeys::{Journey, Outcome, Plan, journey};
use serde_json::json;

const INFO: &str = "/oauth2/token/info";

/// The session is kept, and one more question puts the verdict right.
async fn recovers(journey: &Journey, token: &str) -> Outcome {
    journey.app().wait_for_verdict("Could not check").await?;
    assert_eq!(journey.app().status().await?, "active");
    assert_eq!(journey.records().token().await?, token);
    assert!(
        !journey
            .app()
            .text()
            .await?
            .contains("Sell refuses this token")
    );
    journey.control().heal().await?;
    journey.token().check_again().await?;
    journey.app().wait_for_verdict("Works").await
}

async fn wait_for_words(journey: &Journey, words: &str) -> Outcome {
    let said = async || {
        let text = journey.app().text().await?;
        Ok(text.contains(words).then_some(()))
    };
    journey.browser().wait(words, said).await
}

#[test]
fn a_busy_server_is_waited_for_as_long_as_it_says() -> Outcome {
    journey(Plan::default(), async |journey| {
        journey.sign_in().await?;
        journey.app().wait_for_verdict("Works").await?;
        let busy = json!({ "path": "/v2/deals", "status": 429, "retry_after": "2" });
        journey.control().spoil(busy).await?;
        journey.control().forget_requests().await?;
        journey.token().run("GET /v2/deals").await?;
        let notice = journey.app().wait_for_notice("Too many calls").await?;
        assert!(notice.contains("continues by itself in"), "{notice}");
        journey
            .token()
            .wait_for_result("GET /v2/deals", "200")
            .await?;
        assert_eq!(journey.control().count("GET", "/v2/deals").await?, 2);
        assert_eq!(journey.app().status().await?, "active");
        Ok(())
    })
}

#[test]
fn a_call_that_waits_can_be_stopped_and_tried_again() -> Outcome {
    journey(Plan::default(), async |journey| {
        journey.sign_in().await?;
        journey.app().wait_for_verdict("Works").await?;
        let busy = json!({ "path": "/v2/deals", "status": 429, "retry_after": "30" });
        journey.control().spoil(busy).await?;
        journey.control().forget_requests().await?;
        journey.token().run("GET /v2/deals").await?;
        wait_for_words(journey, "continues by itself").await?;
        journey.browser().press("Stop").await?;
        wait_for_words(journey, "Wait 30 seconds, then try again.").await?;
        assert!(!journey.app().text().await?.contains("continues"));
        assert_eq!(journey.control().count("GET", "/v2/deals").await?, 1);
        journey.browser().press("Try again").await?;
        journey
            .token()
            .wait_for_result("GET /v2/deals", "200")
            .await?;
        assert_eq!(journey.control().count("GET", "/v2/deals").await?, 2);
        Ok(())
    })
}

#[test]
fn a_server_that_stays_busy_is_left_to_the_person() -> Outcome {
    journey(Plan::default(), async |journey| {
        journey.sign_in().await?;
        journey.app().wait_for_verdict("Works").await?;
        let busy = json!({ "path": "/v2/deals", "status": 429, "retry_after": "1", "count": 2 });
        journey.control().spoil(busy).await?;
        journey.control().forget_requests().await?;
        journey.token().run("GET /v2/deals").await?;
        wait_for_words(journey, "Wait 1 second, then try again.").await?;
        assert_eq!(journey.control().count("GET", "/v2/deals").await?, 2);
        Ok(())
    })
}

#[test]
fn a_server_error_is_tried_again_and_then_said() -> Outcome {
    journey(Plan::default(), async |journey| {
        let broken = json!({ "path": INFO, "status": 503, "count": 3 });
        journey.control().spoil(broken).await?;
        let token = journey.sign_in().await?;
        journey.app().wait_for_notice("Sell has a problem").await?;
        assert_eq!(journey.control().count("GET", INFO).await?, 3);
        recovers(journey, &token).await
    })
}

#[test]
fn an_answer_that_is_no_token_info_says_nothing_about_the_token() -> Outcome {
    journey(Plan::default(), async |journey| {
        let token = journey.sign_in().await?;
        journey.app().wait_for_verdict("Works").await?;
        for body in [
            "html",
            "wrong-type",
            "truncated",
            "oversized",
            "literal:[]",
            "literal:{\"expires_in\":1e400}",
        ] {
            let odd =
                json!({ "path": INFO, "method": "GET", "status": 200, "body": body, "count": 9 });
            journey.control().spoil(odd).await?;
            journey.token().check_again().await?;
            let recovered = recovers(journey, &token).await;
            recovered.map_err(|fault| format!("{body}: {fault}"))?;
        }
        Ok(())
    })
}

#[test]
fn a_redirect_is_not_followed_with_the_token() -> Outcome {
    journey(Plan::default(), async |journey| {
        let token = journey.sign_in().await?;
        journey.app().wait_for_verdict("Works").await?;
        let elsewhere = format!("redirect:{}/boot.js", journey.stage().app());
        let order = json!({ "path": INFO, "method": "GET", "body": elsewhere, "count": 9 });
        journey.control().spoil(order).await?;
        journey.stage().forget_requests();
        journey.token().check_again().await?;
        recovers(journey, &token).await?;
        assert_eq!(journey.stage().requests(), Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn a_server_that_never_answers_is_given_up_after_ten_seconds() -> Outcome {
    journey(Plan::default(), async |journey| {
        let token = journey.sign_in().await?;
        journey.app().wait_for_verdict("Works").await?;
        for body in ["hang", "drip"] {
            let mute = json!({ "path": INFO, "method": "GET", "body": body, "status": 200 });
            journey.control().spoil(mute).await?;
            journey.token().check_again().await?;
            journey
                .app()
                .wait_for_notice("Sell did not answer in 10 seconds")
                .await?;
            recovers(journey, &token).await?;
        }
        Ok(())
    })
}

#[test]
fn without_a_connection_the_token_is_kept_and_checked_when_it_is_back() -> Outcome {
    journey(Plan::default(), async |journey| {
        let token = journey.sign_in().await?;
        journey.app().wait_for_verdict("Works").await?;
        journey.connect(false).await?;
        journey.token().check_again().await?;
        journey.app().wait_for_notice("You are offline").await?;
        assert_eq!(journey.app().status().await?, "active");
        assert_eq!(journey.records().token().await?, token);
        journey.connect(true).await?;
        journey.app().wait_for_verdict("Works").await
    })
}
