//! Tokens that a person already has.

use sell_journeys::{Outcome, Plan, journey};
use serde_json::{Value, json};

#[test]
fn a_pasted_token_is_recognised_in_every_wrapping_and_kept_in_none() -> Outcome {
    journey(Plan::default(), async |journey| {
        let token = journey.control().issue(json!({ "scope": "read" })).await?;
        journey.guard(&token);
        let last = &token[token.len() - 4..];
        journey.open("/").await?;
        let start = journey.start();
        for (pasted, form) in [
            (token.clone(), "a bare token"),
            (format!("  \"{token}\"\n"), "a bare token"),
            (format!("Bearer {token}"), "a Bearer header"),
            (
                format!(
                    "curl -H \"Authorization: Bearer {token}\" https://api.getbase.com/v2/deals"
                ),
                "a Bearer header",
            ),
            (
                format!("{{\"access_token\": \"{token}\", \"token_type\": \"bearer\"}}"),
                "JSON",
            ),
            (
                format!("https://app.example/cb#access_token={token}&state=x"),
                "an access_token parameter",
            ),
        ] {
            start.check_token(&pasted).await?;
            let answer = start.wait_for_answer(form).await?;
            assert!(answer.ends_with(last), "{form}");
            start.wait_for_pasted_verdict("Works").await?;
            assert_eq!(start.field().await?, "", "{form}");
            assert_eq!(journey.records().grant().await?, None, "{form}");
            journey.browser().press("Clear").await?;
        }
        assert_eq!(journey.app().status().await?, "signed-out");
        Ok(())
    })
}

#[test]
fn nonsense_is_answered_and_nothing_of_it_is_sent() -> Outcome {
    journey(Plan::default(), async |journey| {
        journey.open("/").await?;
        let start = journey.start();
        for (pasted, why) in [
            ("", "The field is empty"),
            ("short", "shorter than a token"),
            ("a sentence of some length", "characters that no token has"),
            (
                "two words that are no token at all €",
                "characters that no token has",
            ),
            ("{\"error\": \"access_denied\"}", "No access_token is in it"),
            ("https://app.example/cb#state=x", "No access_token is in it"),
        ] {
            start.check_token(pasted).await?;
            let answer = start.wait_for_answer(why).await?;
            assert!(
                answer.contains("That does not look like a token"),
                "{answer}"
            );
        }
        assert_eq!(journey.control().requests().await?, []);
        Ok(())
    })
}

#[test]
fn a_dead_token_is_refused_and_does_not_touch_the_session() -> Outcome {
    journey(Plan::default(), async |journey| {
        let dead = journey.control().issue(json!({})).await?;
        journey.guard(&dead);
        journey.control().kill(&dead).await?;
        let token = journey.sign_in().await?;
        journey.app().wait_for_verdict("Works").await?;
        journey.start().check_token(&dead).await?;
        journey
            .start()
            .wait_for_pasted_verdict("Refused by Sell")
            .await?;
        assert_eq!(journey.app().status().await?, "active");
        assert_eq!(journey.records().token().await?, token);
        Ok(())
    })
}

#[test]
fn a_pasted_token_of_another_application_is_said_to_be_that() -> Outcome {
    journey(Plan::default(), async |journey| {
        let order = json!({ "client_id": "other-app", "scope": "read" });
        let token = journey.control().issue(order).await?;
        journey.guard(&token);
        journey.open("/").await?;
        let start = journey.start();
        start.check_token(&token).await?;
        start.wait_for_pasted_verdict("Works").await?;
        let told = "return document.querySelector('main').innerText";
        let told: String = journey.browser().script(told, Value::Null).await?;
        assert!(
            told.contains("It was issued to another app than this one."),
            "{told}"
        );
        Ok(())
    })
}
