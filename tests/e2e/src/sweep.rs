//! The last step of every journey: secrets are looked for wherever one could have been left.

use sell_stage::Host;
use thirtyfour::By;

use crate::fault::Outcome;
use crate::journey::Journey;

/// The one place for a token, and only while signed in.
const GRANT_PREFIX: &str = "sessionStorage sell-elements:grant:";

/// Whether the app or an element holds a token, here or in a frame that shares this storage.
const SIGNED_IN: &str = "const holds = (view) => {
        try {
            const { document, frames } = view;
            const status = document.querySelector('#app')?.dataset.status
                ?? document.querySelector('sell-sign-in')?.status;
            return ['active', 'expiring'].includes(status) || [...Array(frames.length).keys()].some((at) => holds(frames[at]));
        } catch {
            return false;
        }
    };
    return holds(window)";

/// Looks in every window, then in what outlives documents: console, wire, the servers' logs.
pub(crate) async fn sweep(journey: &Journey) -> Outcome {
    let browser = journey.browser();
    let current = browser.web().window().await?;
    for window in browser.web().windows().await? {
        browser.web().switch_to_window(window).await?;
        check(journey, &places(journey).await?)?;
        for frame in browser.web().find_all(By::Css("iframe")).await? {
            frame.enter_frame().await?;
            check(journey, &places(journey).await?)?;
            browser.web().enter_parent_frame().await?;
        }
    }
    browser.web().switch_to_window(current).await?;
    check(journey, &traces(journey).await?)?;
    check_wire(journey).await
}

/// What the window holds now.
async fn places(journey: &Journey) -> Outcome<Vec<(String, String)>> {
    let browser = journey.browser();
    let mut places = browser.places().await?;
    let signed_in = browser
        .script::<bool>(SIGNED_IN, serde_json::Value::Null)
        .await?;
    if signed_in {
        places.retain(|(name, _)| !name.starts_with(GRANT_PREFIX));
    }
    places.push(("history".to_owned(), browser.history().await?.join("\n")));
    Ok(places)
}

/// What outlives documents.
async fn traces(journey: &Journey) -> Outcome<Vec<(String, String)>> {
    let stage = journey.stage();
    let seen = journey.control().requests().await?;
    let paths: Vec<_> = seen.into_iter().map(|seen| seen.path).collect();
    let console = journey.browser().console().await?;
    Ok(vec![
        ("the console".to_owned(), console.join("\n")),
        ("the site's log".to_owned(), stage.requests().join("\n")),
        (
            "the host's log".to_owned(),
            stage
                .host()
                .map(Host::requests)
                .unwrap_or_default()
                .join("\n"),
        ),
        ("the sandbox's log".to_owned(), paths.join("\n")),
    ])
}

fn check(journey: &Journey, places: &[(String, String)]) -> Outcome {
    for (number, secret) in journey.secrets().iter().enumerate() {
        if let Some((name, _)) = places
            .iter()
            .find(|(_, text)| text.contains(secret.as_str()))
        {
            return Err(format!("secret number {number} was left in: {name}").into());
        }
    }
    Ok(())
}

async fn check_wire(journey: &Journey) -> Outcome {
    let api = journey.stage().sandbox_origin();
    let wire = journey.browser().wire().await?;
    for secret in journey.secrets() {
        if let Some(place) = wire.iter().find_map(|sent| sent.leak(&secret, api)) {
            return Err(format!("a secret travelled in the {place}").into());
        }
    }
    Ok(())
}
