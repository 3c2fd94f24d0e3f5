//! A sign-in by a window that comes to nothing, on a page that is signed in already.

use sell_journeys::{Journey, Outcome, Plan, journey};
use serde_json::{Value, json};
use thirtyfour::WindowHandle;

/// Signs in, and begins to once more, by a window that nobody has answered yet. Back on the page; both
/// windows, the page's own first.
async fn again(journey: &Journey) -> Outcome<[WindowHandle; 2]> {
    journey.embed().open_with("mode=\"popup\"").await?;
    journey.embed().sign_in_by_window().await?;
    journey.embed().wait_to_hear("signed-in").await?;
    let web = journey.browser().web();
    let page = web.window().await?;
    let begin = "void (window.end = document.querySelector('sell-sign-in').signIn())";
    // As if inside a click: browsers block what opens windows by itself.
    let begin = json!({ "expression": begin, "userGesture": true });
    journey
        .browser()
        .devtools("Runtime.evaluate", begin)
        .await?;
    let window = journey.browser().other_window(&page).await?;
    web.switch_to_window(page.clone()).await?;
    journey.embed().wait_for_status("signing-in").await?;
    Ok([page, window])
}

/// Begins once more from where the page is, as if inside a click.
async fn once_more(journey: &Journey) -> Outcome {
    let begin = "void (window.second = document.querySelector('sell-sign-in').signIn())";
    let begin = json!({ "expression": begin, "userGesture": true });
    journey
        .browser()
        .devtools("Runtime.evaluate", begin)
        .await
        .map(drop)
}

async fn end(journey: &Journey) -> Outcome<String> {
    let end = "return window.end";
    journey.browser().script_later(end, Value::Null).await
}

#[test]
fn a_window_that_is_closed_leaves_the_session_and_is_not_called_completed() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let [page, window] = again(journey).await?;
        let web = journey.browser().web();
        web.switch_to_window(window).await?;
        web.close_window().await?;
        web.switch_to_window(page).await?;
        assert_eq!(end(journey).await?, "cancelled");
        assert_eq!(journey.embed().status().await?, "active");
        assert_eq!(journey.embed().request("/v2/users/self").await?, 200);
        Ok(())
    })
}

#[test]
fn a_sign_in_after_the_window_was_closed_opens_another_at_once() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let [page, window] = again(journey).await?;
        let web = journey.browser().web();
        web.switch_to_window(window).await?;
        web.close_window().await?;
        web.switch_to_window(page.clone()).await?;
        once_more(journey).await?;
        let window = journey.browser().other_window(&page).await?;
        journey.consent().allow().await?;
        journey.browser().gone(&window, &page).await?;
        assert_eq!(end(journey).await?, "cancelled");
        let second = "return window.second";
        let second: String = journey.browser().script_later(second, Value::Null).await?;
        assert_eq!(second, "completed");
        Ok(())
    })
}

#[test]
fn forgetting_while_a_window_is_open_closes_it_and_forgets() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let [page, window] = again(journey).await?;
        let forget = "document.querySelector('sell-sign-in').forget(); return null";
        journey
            .browser()
            .script::<Value>(forget, Value::Null)
            .await?;
        assert_eq!(journey.records().grant().await?, None);
        assert_eq!(journey.embed().status().await?, "signed-out");
        assert_eq!(end(journey).await?, "cancelled");
        journey.browser().gone(&window, &page).await
    })
}

#[test]
fn signing_out_while_a_window_is_open_closes_it_and_revokes() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.control().switch("revoke.auth", "client_id")?;
        let [page, window] = again(journey).await?;
        let token = journey.records().token().await?;
        let out = "return document.querySelector('sell-sign-in').signOut()";
        let proof: String = journey.browser().script_later(out, Value::Null).await?;
        assert_eq!(proof, "confirmed");
        assert!(!journey.control().honours(&token).await?);
        journey.browser().gone(&window, &page).await
    })
}
