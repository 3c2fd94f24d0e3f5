//! Revoking, with the proof.

use sell_journeys::{Journey, Outcome, Plan, journey};

const UNCONFIRMED: &str = "Forgotten here; Sell did not confirm";

async fn nothing_is_left(journey: &Journey) -> Outcome {
    assert_eq!(journey.app().status().await?, "signed-out");
    assert_eq!(journey.records().grant().await?, None);
    journey.browser().web().refresh().await?;
    journey.app().wait_for_status("signed-out").await?;
    assert_eq!(
        journey.control().count("GET", "/oauth2/authorize").await?,
        2
    );
    Ok(())
}

#[test]
fn a_revocation_is_confirmed_by_the_server_refusing_the_token() -> Outcome {
    journey(Plan::default(), async |journey| {
        journey.control().switch("revoke.auth", "client_id")?;
        let token = journey.sign_in().await?;
        journey.app().wait_for_verdict("Works").await?;
        journey.token().revoke().await?;
        journey.app().wait_for_verdict("Revoked").await?;
        let verdict = journey.app().verdict().await?;
        assert!(
            verdict.contains("Confirmed: Sell refuses this token now."),
            "{verdict}"
        );
        assert!(!journey.control().honours(&token).await?);
        assert_eq!(journey.control().count("POST", "/oauth2/revoke").await?, 1);
        nothing_is_left(journey).await
    })
}

#[test]
fn a_token_that_was_dead_already_is_said_to_have_been() -> Outcome {
    journey(Plan::default(), async |journey| {
        let token = journey.sign_in().await?;
        journey.app().wait_for_verdict("Works").await?;
        journey.control().kill(&token).await?;
        journey.token().revoke().await?;
        journey.app().wait_for_verdict("Revoked").await?;
        let verdict = journey.app().verdict().await?;
        assert!(verdict.contains("It was dead already"), "{verdict}");
        assert!(!verdict.contains("Confirmed"), "{verdict}");
        assert_eq!(journey.control().count("POST", "/oauth2/revoke").await?, 0);
        nothing_is_left(journey).await
    })
}

#[test]
fn a_revocation_that_needs_the_secret_is_unconfirmed_and_still_forgotten_here() -> Outcome {
    journey(Plan::default(), async |journey| {
        journey.control().switch("revoke.auth", "secret")?;
        let token = journey.sign_in().await?;
        journey.app().wait_for_verdict("Works").await?;
        journey.token().revoke().await?;
        let notice = journey.app().wait_for_notice(UNCONFIRMED).await?;
        assert!(notice.contains("secret"), "{notice}");
        let text = journey.app().text().await?;
        assert!(!text.contains("Confirmed"), "{text}");
        assert!(
            journey.control().honours(&token).await?,
            "it was not revoked"
        );
        nothing_is_left(journey).await
    })
}

#[test]
fn a_server_that_accepts_and_does_nothing_confirms_nothing() -> Outcome {
    journey(Plan::default(), async |journey| {
        journey.control().switch("revoke.auth", "secret")?;
        journey.control().switch("revoke.refusal", "silent")?;
        journey.sign_in().await?;
        journey.app().wait_for_verdict("Works").await?;
        journey.token().revoke().await?;
        journey.app().wait_for_notice(UNCONFIRMED).await?;
        nothing_is_left(journey).await
    })
}

#[test]
fn a_dialog_that_is_cancelled_revokes_nothing() -> Outcome {
    journey(Plan::default(), async |journey| {
        let token = journey.sign_in().await?;
        journey.app().wait_for_verdict("Works").await?;
        journey.token().ask_to_revoke().await?;
        journey.browser().press("Cancel").await?;
        let closed = async || Ok((!journey.token().is_asking().await?).then_some(()));
        journey
            .browser()
            .wait("the dialog to close", closed)
            .await?;
        assert_eq!(journey.app().status().await?, "active");
        assert_eq!(journey.control().count("POST", "/oauth2/revoke").await?, 0);
        assert!(journey.control().honours(&token).await?);
        Ok(())
    })
}
