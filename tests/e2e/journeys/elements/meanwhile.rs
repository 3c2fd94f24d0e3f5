//! What goes on while a sign-in window is open.

use sell_journeys::{Outcome, Plan, journey};
use serde_json::json;

#[test]
fn requests_go_on_with_the_token_that_is_held_while_a_window_asks_for_more() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let (browser, embed) = (journey.browser(), journey.embed());
        embed.open_with("mode=\"popup\"").await?;
        embed.wait_for_status("signed-out").await?;
        embed.sign_in_by_window().await?;
        let host = browser.web().window().await?;
        // As if inside a click: browsers block what opens windows by itself.
        let more = "window.end = document.querySelector('sell-sign-in').requestScopes(['write'])";
        let asking = json!({ "expression": format!("void ({more})"), "userGesture": true });
        browser.devtools("Runtime.evaluate", asking).await?;
        let window = browser.other_window(&host).await?;
        browser.web().switch_to_window(host.clone()).await?;
        assert_eq!(embed.status().await?, "signing-in");
        assert_eq!(embed.request("/v2/users/self").await?, 200);
        browser.web().switch_to_window(window.clone()).await?;
        journey.consent().deny().await?;
        browser.gone(&window, &host).await?;
        embed.wait_for_status("active").await?;
        assert_eq!(embed.request("/v2/users/self").await?, 200);
        Ok(())
    })
}
