//! The sweep itself: a journey that could not fail would prove nothing.

use sell_journeys::{Journey, Outcome, Plan, journey};
use serde_json::Value;

const SPILLED: &str = "sp1lled-t0ken";

/// Where it is found, how it gets there and how it is taken away again.
const SPILLS: [[&str; 3]; 9] = [
    [
        "DOM",
        "document.body.dataset.x = arguments[0]",
        "delete document.body.dataset.x",
    ],
    [
        "DOM",
        "const host = document.createElement('div'); host.id = 'spill';
         host.attachShadow({ mode: 'open' }).append(arguments[0]); document.body.append(host)",
        "document.querySelector('#spill').remove()",
    ],
    [
        "address",
        "history.replaceState(null, '', '#' + arguments[0])",
        "history.replaceState(null, '', '/')",
    ],
    [
        "cookies",
        "document.cookie = 'x=' + arguments[0]",
        "document.cookie = 'x=; max-age=0'",
    ],
    [
        "window.name",
        "window.name = arguments[0]",
        "window.name = ''",
    ],
    [
        "history.state",
        "history.replaceState(arguments[0], '')",
        "history.replaceState(null, '')",
    ],
    [
        "timing",
        "performance.mark(arguments[0])",
        "performance.clearMarks()",
    ],
    [
        "localStorage",
        "localStorage.x = arguments[0]",
        "localStorage.clear()",
    ],
    [
        "sessionStorage x",
        "sessionStorage.x = arguments[0]",
        "delete sessionStorage.x",
    ],
];

async fn run(journey: &Journey, script: &str) -> Outcome {
    let script = format!("{script}; return null");
    journey
        .browser()
        .script::<Value>(&script, SPILLED.into())
        .await
        .map(drop)
}

/// The sweep fails, and names the place.
async fn is_found(journey: &Journey, place: &str) -> Outcome {
    let found = journey.sweep().await.err().map(|fault| fault.to_string());
    let found = found.ok_or_else(|| format!("not found in: {place}"))?;
    assert!(found.contains(place), "{place}: {found}");
    assert!(!found.contains(SPILLED), "the sweep itself spills");
    Ok(())
}

#[test]
fn a_token_is_found_wherever_a_document_can_leave_one() -> Outcome {
    journey(Plan::default(), async |journey| {
        journey.open("/").await?;
        journey.app().wait_for_status("signed-out").await?;
        journey.guard(SPILLED);
        for [place, spill, wipe] in SPILLS {
            run(journey, spill).await?;
            is_found(journey, place).await?;
            run(journey, wipe).await?;
            journey.sweep().await?;
        }
        run(
            journey,
            "sessionStorage['sell-elements:grant:a:default'] = arguments[0]",
        )
        .await?;
        is_found(journey, "sessionStorage sell-elements:grant").await?;
        run(journey, "sessionStorage.clear()").await?;
        journey.sweep().await?;
        journey.release();
        Ok(())
    })
}

/// What stays when the document is gone: where it is found, and how it got there.
const TRACES: [[&str; 2]; 5] = [
    ["the console", "console.debug(arguments[0])"],
    [
        "the address of GET",
        "return fetch('/config.json?' + arguments[0]).then(String)",
    ],
    [
        "the x-test of GET",
        "return fetch('/config.json', { headers: { 'X-Test': arguments[0] } }).then(String)",
    ],
    [
        "the body of POST",
        "return fetch('/config.json', { method: 'POST', body: arguments[0] }).then(String)",
    ],
    [
        "history",
        "history.replaceState(null, '', '/#' + arguments[0]); history.pushState(null, '', '/')",
    ],
];

#[test]
fn a_token_is_found_in_what_outlives_a_document() -> Outcome {
    journey(Plan::default(), async |journey| {
        for (number, [place, spill]) in TRACES.into_iter().enumerate() {
            journey.open("/").await?;
            let secret = format!("{SPILLED}-{number}-");
            let spilled = journey
                .browser()
                .script::<Value>(spill, secret.as_str().into());
            spilled.await?;
            journey.open("/?view=setup").await?;
            journey.setup().text().await?;
            journey.sweep().await?;
            journey.guard(&secret);
            is_found(journey, place).await?;
            journey.release();
        }
        Ok(())
    })
}
