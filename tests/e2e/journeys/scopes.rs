//! Fewer scopes than were asked for, and more.

use sell_journeys::{Outcome, Plan, journey};

#[test]
fn a_scope_that_was_not_granted_is_named_wherever_it_matters() -> Outcome {
    journey(Plan::default(), async |journey| {
        journey.open("/").await?;
        journey.start().sign_in().await?;
        journey.log_in().await?;
        journey.consent().untick("profile").await?;
        journey.consent().allow().await?;
        journey.app().wait_for_verdict("Works").await?;
        journey.records().token().await?;
        let notice = journey
            .app()
            .wait_for_notice("You got less than you asked for")
            .await?;
        assert!(notice.contains("profile was not granted"), "{notice}");
        let scopes = journey.token().fact("Scopes").await?;
        assert_eq!(scopes.asked, "read profile");
        assert_eq!(scopes.said, "read");
        assert_eq!(scopes.now, "read");
        assert!(
            scopes
                .difference
                .contains("profile was asked for but not granted"),
            "{scopes:?}"
        );
        journey.control().forget_requests().await?;
        journey.browser().press("Ask again for profile").await?;
        journey.consent().wait().await?;
        assert_eq!(
            journey.control().count("GET", "/oauth2/authorize").await?,
            1
        );
        Ok(())
    })
}

#[test]
fn a_scope_that_nobody_asked_for_is_named_too() -> Outcome {
    journey(Plan::default(), async |journey| {
        journey.control().switch("implicit.granted", "wider")?;
        journey.sign_in().await?;
        journey.app().wait_for_verdict("Works").await?;
        let scopes = journey.token().fact("Scopes").await?;
        assert!(
            scopes
                .difference
                .contains("sync was granted without being asked for"),
            "{scopes:?}"
        );
        Ok(())
    })
}

#[test]
fn a_redirect_that_names_no_scope_means_the_scope_that_was_asked_for() -> Outcome {
    journey(Plan::default(), async |journey| {
        journey.control().switch("implicit.scope", "never")?;
        journey.control().switch("token_info.scope", "absent")?;
        journey.sign_in().await?;
        journey.app().wait_for_verdict("Works").await?;
        let scopes = journey.token().fact("Scopes").await?;
        assert_eq!(scopes.said, "not sent");
        assert_eq!(scopes.now, "unknown");
        assert_eq!(scopes.difference, "");
        assert_eq!(journey.app().notices().await?, []);
        Ok(())
    })
}
