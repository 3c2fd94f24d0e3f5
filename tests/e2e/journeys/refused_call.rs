//! Calls that the API refuses.

use sell_journeys::{Outcome, Plan, journey};
use serde_json::json;

const SELF: &str = "GET /v2/users/self";
const DEALS: &str = "GET /v2/deals";

#[test]
fn a_call_that_lacks_a_scope_names_it_and_keeps_the_session() -> Outcome {
    journey(Plan::default().with_scopes(&["read"]), async |journey| {
        let token = journey.sign_in().await?;
        journey.app().wait_for_verdict("Works").await?;
        let result = journey.token().run_until(SELF, "403").await?;
        assert!(result.starts_with("This call needs profile"), "{result}");
        let notice = journey
            .app()
            .wait_for_notice("This call needs profile")
            .await?;
        assert!(notice.contains("Your token has read."), "{notice}");
        assert!(journey.browser().has_button("Add profile").await?);
        assert_eq!(journey.app().status().await?, "active");
        assert_eq!(journey.records().token().await?, token);
        let result = journey.token().run_until(DEALS, "200").await?;
        assert!(result.starts_with("Allowed"), "{result}");
        Ok(())
    })
}

#[test]
fn adding_the_missing_scope_asks_for_the_union() -> Outcome {
    journey(Plan::default().with_scopes(&["read"]), async |journey| {
        journey.sign_in().await?;
        journey.app().wait_for_verdict("Works").await?;
        journey.token().run_until(SELF, "403").await?;
        journey.browser().press("Add profile").await?;
        journey.consent().allow().await?;
        journey.app().wait_for_verdict("Works").await?;
        journey.records().token().await?;
        let scopes = journey.token().fact("Scopes").await?;
        assert_eq!(
            (scopes.asked.as_str(), scopes.now.as_str()),
            ("read profile", "read profile")
        );
        journey.token().run_until(SELF, "200").await?;
        Ok(())
    })
}

#[test]
fn a_token_that_was_killed_is_confirmed_dead_once_and_nobody_is_sent_anywhere() -> Outcome {
    journey(Plan::default(), async |journey| {
        let token = journey.sign_in().await?;
        journey.app().wait_for_verdict("Works").await?;
        journey.control().kill(&token).await?;
        journey.control().forget_requests().await?;
        journey.token().run(SELF).await?;
        journey.app().wait_for_status("rejected").await?;
        journey
            .app()
            .wait_for_notice("Sell refuses this token")
            .await?;
        assert_eq!(journey.records().grant().await?, None);
        let asked: Vec<_> = journey.control().requests().await?;
        let asked: Vec<_> = asked
            .iter()
            .filter(|seen| seen.method != "OPTIONS")
            .map(|seen| (seen.path.as_str(), seen.status))
            .collect();
        assert_eq!(
            asked,
            [
                ("/v2/users/self", Some(401)),
                ("/oauth2/token/info", Some(401))
            ]
        );
        Ok(())
    })
}

#[test]
fn one_refusal_that_the_server_does_not_confirm_ends_nothing() -> Outcome {
    journey(Plan::default(), async |journey| {
        let token = journey.sign_in().await?;
        journey.app().wait_for_verdict("Works").await?;
        journey.control().forget_requests().await?;
        journey
            .control()
            .spoil(json!({ "path": "/v2/deals", "status": 401 }))
            .await?;
        journey.token().run_until(DEALS, "401").await?;
        journey.app().wait_for_verdict("Works").await?;
        assert_eq!(journey.app().status().await?, "active");
        assert_eq!(journey.records().token().await?, token);
        assert_eq!(
            journey.control().count("GET", "/oauth2/token/info").await?,
            1
        );
        journey.token().run_until(DEALS, "200").await?;
        Ok(())
    })
}

#[test]
fn a_token_that_died_while_the_page_was_away_is_rejected_at_the_start() -> Outcome {
    journey(Plan::default(), async |journey| {
        let token = journey.sign_in().await?;
        journey.app().wait_for_verdict("Works").await?;
        journey.control().kill(&token).await?;
        journey.control().forget_requests().await?;
        journey.browser().web().refresh().await?;
        journey.app().wait_for_status("rejected").await?;
        assert_eq!(journey.records().grant().await?, None);
        assert_eq!(
            journey.control().count("GET", "/oauth2/token/info").await?,
            1
        );
        assert_eq!(
            journey.control().count("GET", "/oauth2/authorize").await?,
            0
        );
        Ok(())
    })
}
