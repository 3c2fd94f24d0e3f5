//! Answers of a megabyte.

use sell_journeys::{Journey, Outcome, Plan, journey};

/// Milliseconds from the first script of the document to the clean address. An idle machine needs
/// a tenth of a second; a step that looks at every character against every other would need hours.
const PROMPT: f64 = 3_000.0;
const PIECE: &str = "m3gabyte";

fn megabyte() -> String {
    PIECE.repeat(1_000_000 / PIECE.len())
}

/// The address was cleaned at once, and the app knows what to say.
async fn refused_promptly(journey: &Journey, path: &str) -> Outcome {
    journey
        .app()
        .wait_for_notice("Sell's answer was incomplete")
        .await?;
    let cleaned = journey.browser().told("clean").await?;
    let last = cleaned.last().cloned().unwrap_or_default();
    assert_eq!(last["path"], path, "{cleaned:?}");
    assert!(
        last["after"].as_f64().is_some_and(|after| after < PROMPT),
        "{last}"
    );
    assert_eq!(journey.app().status().await?, "failed");
    assert_eq!(journey.records().grant().await?, None);
    assert!(!journey.browser().address().await?.contains('#'));
    assert!(journey.start().can_sign_in().await?);
    Ok(())
}

#[test]
fn a_megabyte_on_the_callback_page_is_refused_promptly() -> Outcome {
    journey(Plan::default(), async |journey| {
        journey.guard(&PIECE.repeat(4));
        for answer in [
            format!("access_token={}&token_type=bearer&state=x", megabyte()),
            format!("error=x&state=x&error_description={}", megabyte()),
            "a=1&".repeat(250_000),
        ] {
            journey.browser().go("about:blank").await?;
            journey.arrive(&format!("/callback.html#{answer}")).await?;
            refused_promptly(journey, "/callback.html").await?;
            journey.app().dismiss().await?;
        }
        Ok(())
    })
}

#[test]
fn a_megabyte_under_our_own_state_is_refused_promptly_by_the_app_too() -> Outcome {
    journey(Plan::default(), async |journey| {
        journey.guard(&PIECE.repeat(4));
        let state = "S".repeat(43);
        journey.open("/").await?;
        journey.app().wait_for_status("signed-out").await?;
        journey.records().plant_attempt(&state, "read").await?;
        // Another document first: a new fragment alone would load nothing.
        journey.open("/?view=setup").await?;
        journey
            .arrive(&format!(
                "/#access_token={}&token_type=bearer&state={state}",
                megabyte()
            ))
            .await?;
        refused_promptly(journey, "/").await?;
        let kind = journey.records().outcome().await?.unwrap_or_default()["kind"].clone();
        assert_eq!(kind, "too_large");
        // The navigation's own timing entry keeps the address until the document goes (M1).
        journey.browser().web().refresh().await?;
        journey.app().wait_for_status("failed").await
    })
}
