//! A document that the browser prepares before anybody asked to see it (threat T22).

use axum::http::header::CONTENT_SECURITY_POLICY;
use sell_journeys::{Journey, Outcome, Plan, journey};
use serde_json::{Value, json};

/// Milliseconds since 1970, as the browser counts them.
const NOW: &str = "return Date.now()";
/// Another page of the app.
const SECOND: &str = "/index.html";

/// Has the browser prerender a page. It prepares one page after the other, so the first has been
/// loaded when the second is asked for.
async fn prerender(journey: &Journey, path: &str) -> Outcome {
    let script = "const rules = document.createElement('script');
        rules.type = 'speculationrules';
        rules.textContent = JSON.stringify({ prerender: [{ urls: arguments[0], eagerness: 'immediate' }] });
        document.head.append(rules)";
    let browser = journey.browser();
    let urls = json!([path, SECOND]);
    browser.script::<Value>(script, urls).await?;
    let asked = async || {
        let asked = journey.stage().requests();
        Ok(asked.iter().any(|path| path == SECOND).then_some(()))
    };
    browser.wait("two prerendered pages", asked).await
}

/// An answer to an attempt of this tab, as a fragment.
async fn answer(journey: &Journey) -> Outcome<String> {
    let token = journey.control().issue(json!({})).await?;
    journey.guard(&token);
    let state = "S".repeat(43);
    journey
        .stage()
        .switches()
        .omit_header(CONTENT_SECURITY_POLICY);
    journey.open("/?view=setup").await?;
    journey.app().wait_for_status("signed-out").await?;
    journey
        .records()
        .plant_attempt(&state, "read profile")
        .await?;
    journey.stage().forget_requests();
    Ok(format!(
        "#access_token={token}&token_type=bearer&state={state}"
    ))
}

/// Nothing was taken from the tab, and the server was not asked.
async fn untouched(journey: &Journey) -> Outcome {
    assert_eq!(journey.records().grant().await?, None);
    assert_eq!(journey.records().outcome().await?, None);
    let attempts = journey.records().attempts().await?;
    assert!(attempts.iter().all(|attempt| !attempt.used), "{attempts:?}");
    Ok(())
}

#[test]
fn a_prerendered_callback_page_takes_the_answer_when_it_is_shown() -> Outcome {
    journey(Plan::default(), async |journey| {
        let path = format!("/callback.html{}", answer(journey).await?);
        prerender(journey, &path).await?;
        untouched(journey).await?;
        let asked = journey.stage().requests();
        assert!(
            !asked.iter().any(|path| path == "/"),
            "it went on: {asked:?}"
        );
        let before: f64 = journey.browser().script(NOW, Value::Null).await?;

        journey.arrive(&path).await?;
        journey.app().wait_for_verdict("Works").await?;
        let grant = journey.records().grant().await?.unwrap_or_default();
        assert!(grant["received_at"].as_f64() >= Some(before), "{before}");
        // It was the prepared document that took the answer, not a second one.
        let asked = journey.stage().requests().into_iter();
        assert_eq!(asked.filter(|path| path == "/callback.html").count(), 1);
        Ok(())
    })
}

#[test]
fn a_prerendered_page_of_the_app_takes_the_answer_when_it_is_shown() -> Outcome {
    journey(Plan::default(), async |journey| {
        let path = format!("/?view=token{}", answer(journey).await?);
        prerender(journey, &path).await?;
        untouched(journey).await?;
        assert_eq!(journey.control().requests().await?, []);

        journey.arrive(&path).await?;
        journey.app().wait_for_verdict("Works").await?;
        let script = "const [mark] = performance.getEntriesByName('token-stored');
            const [navigation] = performance.getEntriesByType('navigation');
            return [navigation.activationStart, mark?.startTime ?? null]";
        let (shown, stored): (f64, Option<f64>) =
            journey.browser().script(script, Value::Null).await?;
        assert!(shown > 0.0, "the page was not prerendered");
        assert!(stored >= Some(shown), "{stored:?} {shown}");
        assert!(!journey.browser().address().await?.contains('#'));
        // The navigation's own timing entry keeps the address until the document goes (M1).
        journey.browser().web().refresh().await?;
        journey.app().wait_for_verdict("Works").await
    })
}
