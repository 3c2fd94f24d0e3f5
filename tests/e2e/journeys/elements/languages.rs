//! Other languages than English: there is none yet, and the elements have room for what one would
//! need. Longer words and those that run the other way fit, whatever an element shows.

use sell_journeys::{Journey, Outcome, Plan, journey};
use serde::Deserialize;
use serde_json::json;

use super::steady::{frames, page, panels};

const OTHER_WORDS: &str = include_str!("../../src/scripts/languages.js");

const ALL: [&str; 3] = ["sell-sign-in", "sell-token", "sell-scopes"];

const STATES: [&str; 10] = [
    "signed-out",
    "active",
    "expiring",
    "expired",
    "never-expires",
    "rejected",
    "unreadable",
    "scopes-differ",
    "denied",
    "offline",
];

/// The narrowest page that has to do without sideways scrolling (WCAG 1.4.10), and a wide one.
const WIDTHS: [u32; 2] = [320, 1280];

#[derive(Debug, Deserialize)]
struct Look {
    /// How many texts were changed.
    count: usize,
    misfits: Vec<String>,
    /// Whether what comes first in a row stands on the left.
    sides: Vec<bool>,
}

async fn with_other_words(
    journey: &Journey,
    state: &str,
    width: u32,
    words: &str,
) -> Outcome<Look> {
    let browser = journey.browser();
    let [origin, _] = journey.embed().origins()?;
    let metrics = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
    browser
        .devtools("Emulation.setDeviceMetricsOverride", metrics)
        .await?;
    journey.embed().show("/", page(&ALL, origin, state))?;
    browser.go(&format!("{origin}/")).await?;
    panels(journey).await?;
    frames(journey).await?;
    browser.script(OTHER_WORDS, words.into()).await
}

async fn all_fit(journey: &Journey, words: &str, first_is_left: bool) -> Outcome {
    for state in STATES {
        for width in WIDTHS {
            let look = with_other_words(journey, state, width, words).await?;
            assert!(look.count > 5, "{state}: {} texts", look.count);
            assert_eq!(look.misfits, [""; 0], "{state} at {width}");
            let sides = look.sides.iter();
            assert!(
                sides.clone().all(|left| *left == first_is_left),
                "{state} at {width}"
            );
        }
    }
    Ok(())
}

#[test]
fn words_that_are_longer_by_two_fifths_fit_in_every_state() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        all_fit(journey, "longer", true).await
    })
}

#[test]
fn words_from_right_to_left_turn_every_state_around_and_fit() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        all_fit(journey, "mirrored", false).await
    })
}
