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
    let begin = "window.end = document.querySelector('sell-sign-in').signIn()";
    journey.browser().as_if_clicked(begin).await?;
    let window = journey.browser().other_window(&page).await?;
    web.switch_to_window(page.clone()).await?;
    journey.embed().wait_for_status("signing-in").await?;
    Ok([page, window])
}

/// Begins once more from where the page is, as if inside a click.
async fn once_more(journey: &Journey, how: &str) -> Outcome {
    let begin = format!("window.second = document.querySelector('sell-sign-in').{how}");
    journey.browser().as_if_clicked(&begin).await
}

async fn second(journey: &Journey) -> Outcome<String> {
    let end = "return window.second";
    journey.browser().script_later(end, Value::Null).await
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
        once_more(journey, "signIn()").await?;
        journey.embed().allow_in_window(&page).await?;
        // Whoever waited for the first hears what became of the sign-in that took its place.
        assert_eq!(end(journey).await?, "completed");
        assert_eq!(second(journey).await?, "completed");
        Ok(())
    })
}

#[test]
fn a_sign_in_for_other_scopes_takes_the_place_of_the_window_that_is_open() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let [page, window] = again(journey).await?;
        once_more(journey, "signIn({ scope: 'read write' })").await?;
        journey.browser().gone(&window, &page).await?;
        journey.embed().allow_in_window(&page).await?;
        assert_eq!(second(journey).await?, "completed");
        let granted = "return document.querySelector('sell-sign-in').grantedScopes";
        let granted: Value = journey.browser().script(granted, Value::Null).await?;
        assert_eq!(granted, json!(["read", "write"]));
        Ok(())
    })
}

#[test]
fn whoever_takes_this_tab_instead_of_the_window_gets_there() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let [page, window] = again(journey).await?;
        let this_tab = "sell-sign-in >>> .sell-on-the-way button:last-child";
        journey.browser().press_deep(this_tab).await?;
        journey.browser().gone(&window, &page).await?;
        journey.consent().allow().await?;
        journey.embed().wait_for_status("active").await?;
        let heard = journey.embed().wait_to_hear("signed-in").await?;
        assert_eq!(heard.detail["via"], "redirect");
        Ok(())
    })
}

#[test]
fn a_session_on_the_way_to_another_token_still_tells_of_the_one_it_uses() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        again(journey).await?;
        let told = "const element = document.querySelector('sell-sign-in');
            const { granted } = await element.whenSignedIn();
            return [granted, element.grantedScopes, element.expiresAt !== null]";
        let told: Value = journey.browser().script_later(told, Value::Null).await?;
        let scopes = json!(["read", "profile"]);
        assert_eq!(told, json!([scopes, scopes, true]));
        Ok(())
    })
}

#[test]
fn a_sign_in_asked_for_while_a_token_is_revoked_begins_when_that_is_done() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.control().switch("revoke.auth", "client_id")?;
        journey.embed().open_with("").await?;
        journey.embed().sign_in_by_redirect().await?;
        let both = "const element = document.querySelector('sell-sign-in');
            void element.signOut(); void element.signIn(); return null";
        journey.browser().script::<Value>(both, Value::Null).await?;
        journey.consent().allow().await?;
        journey.embed().wait_for_status("active").await
    })
}

#[test]
fn a_page_that_may_read_the_token_waits_until_it_is_known_to_be_ours() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.embed().open_with("expose-token").await?;
        let token = journey.embed().sign_in_by_redirect().await?;
        journey.browser().web().refresh().await?;
        let read = "return document.querySelector('sell-sign-in').getAccessToken()";
        let read: String = journey.browser().script_later(read, Value::Null).await?;
        assert!(read == token, "another token was read");
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
