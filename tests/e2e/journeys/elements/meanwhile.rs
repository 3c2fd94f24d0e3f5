//! What goes on while a sign-in window is open.

use sell_journeys::{Journey, Outcome, Plan, journey};
use serde_json::Value;
use thirtyfour::WindowHandle;

/// Has the element open a window that asks for one more scope, and stays on its page.
async fn ask_for_more(journey: &Journey, host: &WindowHandle) -> Outcome<WindowHandle> {
    let browser = journey.browser();
    let more = "window.end = document.querySelector('sell-sign-in').requestScopes(['write'])";
    browser.as_if_clicked(more).await?;
    let window = browser.other_window(host).await?;
    browser.web().switch_to_window(host.clone()).await?;
    Ok(window)
}

#[test]
fn requests_go_on_with_the_token_that_is_held_while_a_window_asks_for_more() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let (browser, embed) = (journey.browser(), journey.embed());
        embed.open_with("mode=\"popup\"").await?;
        embed.wait_for_status("signed-out").await?;
        embed.sign_in_by_window().await?;
        let host = browser.web().window().await?;
        let window = ask_for_more(journey, &host).await?;
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

#[test]
fn signing_out_gives_an_open_window_up_and_has_nothing_to_do_where_no_token_is_held() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let (browser, embed) = (journey.browser(), journey.embed());
        journey.control().switch("revoke.auth", "client_id")?;
        embed.open_with("mode=\"popup\"").await?;
        embed.wait_for_status("signed-out").await?;
        let sign_out = async || {
            let out = "return document.querySelector('sell-sign-in').signOut()";
            browser.script_later::<String>(out, Value::Null).await
        };
        assert_eq!(sign_out().await?, "none");
        embed.sign_in_by_window().await?;
        let host = browser.web().window().await?;
        let window = ask_for_more(journey, &host).await?;
        assert_eq!(sign_out().await?, "confirmed");
        browser.gone(&window, &host).await?;
        assert_eq!(embed.status().await?, "signed-out");
        let end: String = browser
            .script_later("return window.end", Value::Null)
            .await?;
        assert_eq!(end, "cancelled");
        Ok(())
    })
}
