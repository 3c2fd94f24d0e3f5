//! The journey that all examples share.

use std::env;

use sell_journeys::pages::SamplePage;
use sell_journeys::{Journey, Outcome, Plan, journey};

/// Takes the journey by redirect, then by a window.
pub(crate) fn through(sample: &'static str) -> Outcome {
    if !was_built(sample)? {
        return Ok(());
    }
    let plan = Plan::default().with_sample(sample);
    journey(plan, by_redirect)?;
    journey(plan, by_window)
}

/// Whether the example could be built here. Nobody having said so is a mistake, not a pass.
fn was_built(sample: &str) -> Outcome<bool> {
    let built = env::var("SELL_SAMPLES_BUILT")
        .map_err(|_| "the samples are built and run by `cargo xtask test --only samples`")?;
    Ok(built.split(',').any(|name| name == sample))
}

async fn by_redirect(journey: &Journey) -> Outcome {
    let page = journey.sample();
    journey.open("/").await?;
    page.sign_in().await?;
    journey.log_in().await?;
    journey.consent().allow().await?;
    page.wait_to_hear("redirect").await?;
    journey.records().token().await?;
    used_and_ended(journey, page, "redirect").await
}

async fn by_window(journey: &Journey) -> Outcome {
    let (page, browser) = (journey.sample(), journey.browser());
    journey.open("/?mode=popup").await?;
    let own = browser.web().window().await?;
    page.sign_in().await?;
    let window = browser.other_window(&own).await?;
    journey.log_in().await?;
    journey.consent().allow().await?;
    browser.gone(&window, &own).await?;
    page.wait_to_hear("popup").await?;
    journey.records().token().await?;
    used_and_ended(journey, page, "popup").await
}

/// From a session to none: a call, two times away and back, and the way out.
async fn used_and_ended(journey: &Journey, page: SamplePage<'_>, via: &str) -> Outcome {
    page.ask().await?;
    for _ in 0..2 {
        page.toggle().await?;
        page.wait_for_absence().await?;
        page.toggle().await?;
        page.wait_until_connected().await?;
    }
    page.ask().await?;
    let heard = page.heard().await?;
    let anew = heard.iter().filter(|how| *how != "restored");
    assert_eq!(anew.collect::<Vec<_>>(), [via], "{heard:?}");
    page.sign_out().await?;
    page.wait_until_offered().await?;
    assert_eq!(journey.records().grant().await?, None);
    // Signed out comes first: the token is gone here before Sell is asked to end it.
    let revoked = async || {
        let sent = journey.control().count("POST", "/oauth2/revoke").await?;
        Ok((sent == 1).then_some(()))
    };
    journey.browser().wait("one revocation", revoked).await
}
