//! Nobody is sent to the server without a click, whatever it answers (threat T22).

use sell_journeys::{Journey, Outcome, Plan, journey};
use serde_json::json;

/// Loads the app a few times more, and waits until each has settled on this status.
async fn come_again(journey: &Journey, status: &str) -> Outcome {
    for _ in 0..3 {
        journey.arrive("/").await?;
        journey.app().wait_for_status(status).await?;
    }
    Ok(())
}

async fn authorize_requests(journey: &Journey) -> Outcome<usize> {
    journey.control().count("GET", "/oauth2/authorize").await
}

#[test]
fn a_server_that_always_denies_is_asked_once_for_each_click() -> Outcome {
    journey(Plan::default(), async |journey| {
        let denial = format!(
            "redirect:{}/callback.html#error=access_denied",
            journey.stage().app()
        );
        let order = json!({ "path": "/oauth2/authorize", "body": denial, "count": 100 });
        journey.control().spoil(order).await?;
        for clicks in 1..=2 {
            journey.open("/").await?;
            journey.start().sign_in().await?;
            journey
                .app()
                .wait_for_notice("This answer is not for this page")
                .await?;
            come_again(journey, "failed").await?;
            assert_eq!(authorize_requests(journey).await?, clicks);
            journey.app().dismiss().await?;
        }
        Ok(())
    })
}

#[test]
fn a_server_that_refuses_every_token_is_asked_for_one_only_by_a_click() -> Outcome {
    journey(Plan::default(), async |journey| {
        let order =
            json!({ "path": "/oauth2/token/info", "body": "json", "status": 401, "count": 100 });
        journey.control().spoil(order).await?;
        journey.ask_for_consent().await?;
        journey.control().forget_requests().await?;
        for allowed in 0..2 {
            journey.consent().allow().await?;
            journey.app().wait_for_status("rejected").await?;
            assert_eq!(journey.records().grant().await?, None);
            come_again(journey, "signed-out").await?;
            assert_eq!(authorize_requests(journey).await?, allowed);
            journey.start().sign_in().await?;
            journey.consent().wait().await?;
        }
        assert_eq!(authorize_requests(journey).await?, 2);
        Ok(())
    })
}
