//! What the browser does not let the page read.

use sell_journeys::{Journey, Outcome, Plan, journey};

/// Nothing of the server can be read: that is said, and the session is what it was. What cannot
/// be confirmed is forgotten all the same.
async fn unknown_and_unharmed(journey: &Journey, token: &str) -> Outcome {
    let result = journey
        .token()
        .run_until("GET /v2/deals", "The browser hid Sell's answer")
        .await?;
    assert!(result.contains("Status unknown"), "{result}");
    assert_eq!(journey.app().status().await?, "active");
    assert!(!journey.app().text().await?.contains("refuses"));
    assert_eq!(journey.records().token().await?, token);
    journey.token().revoke().await?;
    journey
        .app()
        .wait_for_notice("Forgotten here; Sell did not confirm")
        .await?;
    assert_eq!(journey.records().grant().await?, None);
    Ok(())
}

#[test]
fn without_cors_nothing_is_said_about_the_token_and_the_session_stays() -> Outcome {
    journey(Plan::default(), async |journey| {
        journey.control().switch("cors", "off")?;
        let token = journey.sign_in().await?;
        journey.app().wait_for_verdict("Could not check").await?;
        journey
            .app()
            .wait_for_notice("The browser hid Sell's answer")
            .await?;
        unknown_and_unharmed(journey, &token).await
    })
}

#[test]
fn where_only_good_answers_can_be_read_a_refusal_is_unknown_and_ends_nothing() -> Outcome {
    journey(Plan::default(), async |journey| {
        journey.control().switch("cors", "support-like")?;
        journey.control().switch("revoke.auth", "client_id")?;
        let token = journey.sign_in().await?;
        journey.app().wait_for_verdict("Works").await?;
        journey.token().run_until("GET /v2/deals", "200").await?;
        journey.control().kill(&token).await?;
        journey.token().check_again().await?;
        journey.app().wait_for_verdict("Could not check").await?;
        unknown_and_unharmed(journey, &token).await
    })
}

#[test]
fn with_full_cors_every_refusal_is_read_for_what_it_is() -> Outcome {
    journey(Plan::default().with_scopes(&["profile"]), async |journey| {
        journey.control().switch("cors", "full")?;
        journey.sign_in().await?;
        journey.app().wait_for_verdict("Works").await?;
        let result = journey.token().run_until("GET /v2/deals", "403").await?;
        assert!(result.starts_with("This call needs read"), "{result}");
        journey.open("/?view=setup").await?;
        let setup = journey.setup().text().await?;
        assert!(setup.contains("/callback.html"), "{setup}");
        Ok(())
    })
}

#[test]
fn a_preflight_that_is_refused_is_unknown_as_well() -> Outcome {
    journey(Plan::default(), async |journey| {
        journey.control().switch("cors.preflight", "refuse")?;
        journey.sign_in().await?;
        journey.app().wait_for_verdict("Could not check").await?;
        assert_eq!(journey.app().status().await?, "active");
        assert_eq!(
            journey.control().count("GET", "/oauth2/token/info").await?,
            0
        );
        Ok(())
    })
}
