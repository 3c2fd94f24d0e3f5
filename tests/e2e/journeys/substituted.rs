//! Tokens of another application (RFC 6749 §10.16).

use sell_journeys::{Outcome, Plan, journey};
use serde_json::json;

const NOT_FOR_US: &str = "This answer is not for this page";

#[test]
fn a_token_of_another_application_is_dropped_and_left_to_its_owner() -> Outcome {
    journey(Plan::default(), async |journey| {
        let control = journey.control();
        let order = json!({ "client_id": "other-app", "scope": "read profile" });
        let token = control.issue(order).await?;
        journey.guard(&token);
        journey.guard("r3fresh-t0ken-that-nobody-wants");
        let state = "S".repeat(43);
        journey.open("/").await?;
        journey.app().wait_for_status("signed-out").await?;
        journey
            .records()
            .plant_attempt(&state, "read profile")
            .await?;
        let answer = format!(
            "access_token={token}&token_type=bearer&refresh_token=r3fresh-t0ken-that-nobody-wants&state={state}"
        );
        journey.arrive(&format!("/callback.html#{answer}")).await?;
        journey.app().wait_for_notice(NOT_FOR_US).await?;
        assert_eq!(journey.app().status().await?, "failed");
        assert_eq!(journey.records().grant().await?, None);
        assert_eq!(control.count("POST", "/oauth2/revoke").await?, 0);
        assert!(control.honours(&token).await?, "it is not ours to kill");
        Ok(())
    })
}

#[test]
fn a_server_that_names_another_application_is_believed() -> Outcome {
    journey(Plan::default(), async |journey| {
        let control = journey.control();
        control.switch("token_info.application", "other-client")?;
        journey.open("/").await?;
        journey.start().sign_in().await?;
        journey.log_in().await?;
        journey.consent().allow().await?;
        journey.app().wait_for_status("failed").await?;
        journey.app().wait_for_notice(NOT_FOR_US).await?;
        assert_eq!(journey.records().grant().await?, None);
        assert_eq!(control.count("POST", "/oauth2/revoke").await?, 0);
        Ok(())
    })
}

#[test]
fn a_server_that_names_no_application_leaves_it_not_verified() -> Outcome {
    journey(Plan::default(), async |journey| {
        journey
            .control()
            .switch("token_info.application", "absent")?;
        journey.sign_in().await?;
        journey.app().wait_for_verdict("Works").await?;
        let application = journey.token().fact("App").await?;
        assert_eq!(application.asked, journey.stage().client_id());
        assert_eq!(application.now, "not verified");
        Ok(())
    })
}
