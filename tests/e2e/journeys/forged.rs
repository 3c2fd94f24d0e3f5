//! Answers that nobody here asked for.

use sell_journeys::{Journey, Outcome, Plan, journey};
use serde_json::Value;

const FORGED: &str = "f0rged-t0ken-of-somebody-else";
const NOT_FOR_US: &str = "This answer is not for this page";

async fn answer(journey: &Journey, state: &str) -> Outcome {
    journey.guard(FORGED);
    let answer =
        format!("/callback.html#access_token={FORGED}&token_type=bearer&expires_in=3600{state}");
    journey.arrive(&answer).await
}

#[test]
fn an_answer_with_an_unknown_state_is_refused() -> Outcome {
    journey(Plan::default(), async |journey| {
        for state in [
            "",
            "&state=",
            "&state=__proto__",
            "&state=forged",
            &format!("&state={}", "A".repeat(43)),
        ] {
            answer(journey, state).await?;
            journey.app().wait_for_notice(NOT_FOR_US).await?;
            assert_eq!(journey.records().grant().await?, None, "{state}");
            assert!(!journey.browser().address().await?.contains('#'), "{state}");
            journey.app().dismiss().await?;
        }
        assert_eq!(journey.control().requests().await?, []);
        Ok(())
    })
}

#[test]
fn a_forged_answer_leaves_a_live_session_alone() -> Outcome {
    journey(Plan::default(), async |journey| {
        let token = journey.sign_in().await?;
        journey.app().wait_for_verdict("Works").await?;
        answer(journey, "&state=forged").await?;
        journey.app().wait_for_status("active").await?;
        journey.app().wait_for_verdict("Works").await?;
        assert_eq!(journey.records().token().await?, token);
        let result = journey.token().run_until("GET /v2/deals", "200").await?;
        assert!(result.starts_with("Allowed"), "{result}");
        Ok(())
    })
}

#[test]
fn the_words_of_a_forged_error_are_never_shown() -> Outcome {
    journey(Plan::default(), async |journey| {
        let words = "Call 0800-EVIL";
        let error = "error=access_denied&error_description=Call+0800-EVIL&error_uri=https://evil.example/&state=forged";
        for part in ['#', '?'] {
            journey
                .arrive(&format!("/callback.html{part}{error}"))
                .await?;
            journey.app().wait_for_notice(NOT_FOR_US).await?;
            assert!(!journey.app().text().await?.contains("EVIL"));
            let outcome = journey.records().outcome().await?.unwrap_or_default();
            assert_eq!(outcome["kind"], "unknown_state");
            assert!(!outcome.to_string().contains("EVIL") && !outcome.to_string().contains("evil"));
            let places = journey.browser().places().await?;
            assert!(
                !places
                    .iter()
                    .any(|(_, text)| text.contains(words) || text.contains("0800"))
            );
            journey.app().dismiss().await?;
        }
        Ok(())
    })
}

#[test]
fn a_fragment_that_is_put_into_the_running_page_signs_nobody_in() -> Outcome {
    journey(Plan::default(), async |journey| {
        let state = "S".repeat(43);
        journey.guard(FORGED);
        journey.open("/?view=token").await?;
        journey.app().wait_for_status("signed-out").await?;
        journey.records().plant_attempt(&state, "read").await?;
        let fragment = format!("#access_token={FORGED}&token_type=bearer&state={state}");
        journey
            .browser()
            .script::<Value>("location.hash = arguments[0]", fragment.into())
            .await?;
        let clean = format!("{}/?view=token", journey.stage().app());
        journey
            .browser()
            .wait("a clean address", async || {
                Ok((journey.browser().address().await? == clean).then_some(()))
            })
            .await?;
        assert_eq!(journey.app().status().await?, "signed-out");
        assert_eq!(journey.records().grant().await?, None);
        assert!(
            journey
                .records()
                .attempts()
                .await?
                .iter()
                .all(|attempt| attempt.used)
        );
        assert_eq!(journey.control().requests().await?, []);
        Ok(())
    })
}

#[test]
fn fragments_of_others_are_left_alone() -> Outcome {
    journey(Plan::default(), async |journey| {
        for fragment in [
            "#part",
            "#/route?x=1",
            "#access_token=of-another-library&state=of-another-library",
        ] {
            journey.browser().go("about:blank").await?;
            journey.open(&format!("/?x=1{fragment}")).await?;
            journey.app().wait_for_status("signed-out").await?;
            let address = journey.browser().address().await?;
            assert_eq!(address, format!("{}/?x=1{fragment}", journey.stage().app()));
            assert_eq!(journey.app().notices().await?, []);
        }
        Ok(())
    })
}

#[test]
fn an_answer_that_comes_after_eleven_minutes_is_refused() -> Outcome {
    journey(Plan::default(), async |journey| {
        journey.open("/").await?;
        journey.start().sign_in().await?;
        journey.log_in().await?;
        journey.consent().wait().await?;
        let later = "const now = Date.now; Date.now = () => now() + 11 * 60 * 1000";
        journey.browser().before_each_document(later).await?;
        journey.consent().allow().await?;
        journey.app().wait_for_notice(NOT_FOR_US).await?;
        let outcome = journey.records().outcome().await?.unwrap_or_default();
        assert_eq!(outcome["kind"], "expired_attempt");
        assert_eq!(journey.records().grant().await?, None);
        assert_eq!(
            journey.control().count("GET", "/oauth2/token/info").await?,
            0
        );
        Ok(())
    })
}
