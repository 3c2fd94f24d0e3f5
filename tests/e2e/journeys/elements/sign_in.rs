//! Signing in from a page of somebody else's, by leaving it and by a window.

use axum::http::{HeaderName, HeaderValue};
use sell_journeys::{Journey, Outcome, Plan, journey};
use serde_json::{Value, json};
use thirtyfour::WindowHandle;

const POPUP: &str = "mode=\"popup\"";

/// Presses the button and goes to the window it opens. The page's own window.
async fn open_window(journey: &Journey) -> Outcome<[WindowHandle; 2]> {
    let page = journey.browser().web().window().await?;
    journey.embed().press().await?;
    let window = journey.browser().other_window(&page).await?;
    Ok([page, window])
}

/// In the window: logs in and allows. Back on the page: the session is there, and heard of once.
async fn finish(journey: &Journey, [page, window]: &[WindowHandle; 2]) -> Outcome {
    journey.log_in().await?;
    journey.consent().allow().await?;
    journey.browser().gone(window, page).await?;
    is_signed_in(journey, "popup").await
}

async fn is_signed_in(journey: &Journey, via: &str) -> Outcome {
    let embed = journey.embed();
    embed.wait_for_status("active").await?;
    embed.wait_to_hear("signed-in").await?;
    let heard = embed.heard_of("signed-in").await?;
    assert_eq!(heard.len(), 1, "{heard:?}");
    assert_eq!(heard[0].at, "in");
    assert_eq!(heard[0].detail["via"], via);
    assert_eq!(heard[0].detail["scopes"], json!(["read", "profile"]));
    journey.records().token().await?;
    assert_eq!(embed.request("/v2/users/self").await?, 200);
    Ok(())
}

async fn sign_out(journey: &Journey) -> Outcome<Value> {
    let script = "return document.querySelector('sell-sign-in').signOut()";
    journey.browser().script_later(script, Value::Null).await
}

#[test]
fn a_person_signs_in_from_a_page_that_knows_only_the_package_folder() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.control().switch("revoke.auth", "client_id")?;
        journey.embed().open_with("").await?;
        let waiting = "document.querySelector('sell-sign-in').whenSignedIn(); return null";
        journey
            .browser()
            .script::<Value>(waiting, Value::Null)
            .await?;
        journey.embed().press().await?;
        journey.log_in().await?;
        journey.consent().allow().await?;
        is_signed_in(journey, "redirect").await?;
        let [origin, _] = journey.embed().origins()?;
        assert_eq!(journey.browser().address().await?, format!("{origin}/"));
        let info = "return (await document.querySelector('sell-sign-in').whenSignedIn()).granted";
        let granted: Value = journey.browser().script_later(info, Value::Null).await?;
        assert_eq!(granted, json!(["read", "profile"]));
        assert_eq!(sign_out(journey).await?, "confirmed");
        journey.embed().wait_for_status("signed-out").await?;
        let heard = journey.embed().heard_of("signed-out").await?;
        assert_eq!(heard.len(), 1, "{heard:?}");
        let expected = json!({"reason": "user", "revoked": "confirmed"});
        assert_eq!(heard[0].detail, expected);
        let ended = "return document.querySelector('sell-sign-in').ended";
        let ended: Value = journey.browser().script(ended, Value::Null).await?;
        assert_eq!(ended, expected);
        assert_eq!(journey.records().grant().await?, None);
        Ok(())
    })
}

#[test]
fn a_person_signs_in_by_a_window_and_the_page_stays() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.embed().open_with(POPUP).await?;
        let stay = "window.stays = true; return null";
        journey.browser().script::<Value>(stay, Value::Null).await?;
        let windows = open_window(journey).await?;
        finish(journey, &windows).await?;
        let stays = "return window.stays === true";
        assert!(journey.browser().script::<bool>(stays, Value::Null).await?);
        Ok(())
    })
}

#[test]
fn a_second_sign_in_brings_the_open_window_to_the_front_and_ends_with_it() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.embed().open_with(POPUP).await?;
        let windows = open_window(journey).await?;
        let [page, window] = &windows;
        let web = journey.browser().web();
        web.switch_to_window(page.clone()).await?;
        journey.embed().wait_for_status("signing-in").await?;
        let again = "window.second = document.querySelector('sell-sign-in').signIn(); return null";
        journey
            .browser()
            .script::<Value>(again, Value::Null)
            .await?;
        assert_eq!(web.windows().await?.len(), 2);
        web.switch_to_window(window.clone()).await?;
        finish(journey, &windows).await?;
        let end = "return window.second";
        let end: String = journey.browser().script_later(end, Value::Null).await?;
        assert_eq!(end, "completed");
        Ok(())
    })
}

#[test]
fn a_window_that_the_person_closes_ends_the_sign_in() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.embed().open_with(POPUP).await?;
        let [page, _] = open_window(journey).await?;
        journey.login().wait().await?;
        let web = journey.browser().web();
        web.close_window().await?;
        web.switch_to_window(page).await?;
        journey.embed().wait_for_status("signed-out").await?;
        assert!(journey.embed().heard_of("signed-in").await?.is_empty());
        // It can be begun again.
        let windows = open_window(journey).await?;
        finish(journey, &windows).await
    })
}

#[test]
fn a_person_who_denies_in_the_window_is_told_so_on_the_page() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.embed().open_with(POPUP).await?;
        let [page, window] = open_window(journey).await?;
        journey.log_in().await?;
        journey.consent().deny().await?;
        journey.browser().gone(&window, &page).await?;
        let heard = journey.embed().wait_to_hear("error").await?;
        assert_eq!(heard.detail["error"]["kind"], "access_denied");
        assert_eq!(journey.embed().status().await?, "failed");
        Ok(())
    })
}

#[test]
fn a_blocked_window_is_said_and_this_tab_is_offered() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.embed().open_with(POPUP).await?;
        journey.embed().wait_for_status("signed-out").await?;
        // Without a click, as a page does that asks too late.
        let script = "return document.querySelector('sell-sign-in').signIn()";
        let end: String = journey.browser().script_later(script, Value::Null).await?;
        assert_eq!(end, "blocked");
        let heard = journey.embed().wait_to_hear("error").await?;
        assert_eq!(heard.detail["error"]["kind"], "popup_blocked");
        journey
            .browser()
            .press_deep("sell-sign-in >>> [part~=error] button")
            .await?;
        journey.log_in().await?;
        journey.consent().allow().await?;
        is_signed_in(journey, "redirect").await
    })
}

#[test]
fn a_click_that_waited_longer_than_it_counts_is_blocked_and_this_tab_is_offered() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let held = journey.embed().hold_module()?;
        journey.embed().open_with(POPUP).await?;
        journey.embed().press().await?;
        let counted = "return navigator.userActivation.hasBeenActive";
        assert!(journey.browser().script(counted, Value::Null).await?);
        let lapsed = async || {
            let counts = "return navigator.userActivation.isActive";
            let counts: bool = journey.browser().script(counts, Value::Null).await?;
            Ok((!counts).then_some(()))
        };
        journey
            .browser()
            .wait("the end of the click", lapsed)
            .await?;
        held.release();
        let heard = journey.embed().wait_to_hear("error").await?;
        assert_eq!(heard.detail["error"]["kind"], "popup_blocked");
        assert_eq!(journey.browser().web().windows().await?.len(), 1);
        journey
            .embed()
            .wait_for_words("sell-sign-in", "Use this tab")
            .await?;
        journey
            .browser()
            .press_deep("sell-sign-in >>> [part~=error-action]")
            .await?;
        journey.log_in().await?;
        journey.consent().allow().await?;
        is_signed_in(journey, "redirect").await
    })
}

#[test]
fn a_server_that_cuts_the_window_off_is_heard_over_the_channel() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.control().switch("login.coop", "on")?;
        journey.embed().open_with(POPUP).await?;
        journey.embed().person_is_here(false).await?;
        let [page, window] = open_window(journey).await?;
        journey.log_in().await?;
        journey.consent().allow().await?;
        ends_signed_in(journey, &page, &window).await
    })
}

#[test]
fn a_window_that_was_given_up_is_heard_when_it_answers_after_all() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.control().switch("login.coop", "on")?;
        journey.embed().open_with(POPUP).await?;
        let [page, window] = open_window(journey).await?;
        journey.login().wait().await?;
        // The window looks closed, and the person is back on the page, to look something up.
        let web = journey.browser().web();
        web.switch_to_window(page.clone()).await?;
        journey.embed().wait_for_status("signed-out").await?;
        web.switch_to_window(window.clone()).await?;
        journey.log_in().await?;
        journey.consent().allow().await?;
        ends_signed_in(journey, &page, &window).await
    })
}

#[test]
fn a_page_that_cuts_its_windows_off_hears_over_the_channel() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let embed = journey.embed();
        let [origin, _] = embed.origins()?;
        let name = HeaderName::from_static("cross-origin-opener-policy");
        let page = embed.page(&embed.sign_in(origin, POPUP));
        embed.show(
            "/",
            page.header(name, HeaderValue::from_static("same-origin")),
        )?;
        journey.browser().go(&format!("{origin}/")).await?;
        embed.person_is_here(false).await?;
        let [page, window] = open_window(journey).await?;
        journey.log_in().await?;
        journey.consent().allow().await?;
        ends_signed_in(journey, &page, &window).await
    })
}

/// A window that was cut off may stay, since nobody's script may close it; then it says so.
async fn ends_signed_in(journey: &Journey, page: &WindowHandle, window: &WindowHandle) -> Outcome {
    let web = journey.browser().web();
    web.switch_to_window(page.clone()).await?;
    is_signed_in(journey, "popup").await?;
    if web.windows().await?.contains(window) {
        web.switch_to_window(window.clone()).await?;
        let said = journey.browser().text("#done").await?;
        assert!(said.contains("close this window"), "{said}");
        // The navigation's own timing entry keeps the address until the window goes (M1).
        web.close_window().await?;
        web.switch_to_window(page.clone()).await?;
    }
    Ok(())
}

#[test]
fn a_window_whose_page_is_gone_says_so_and_keeps_nothing() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.embed().open_with(POPUP).await?;
        let [page, window] = open_window(journey).await?;
        journey.login().wait().await?;
        let web = journey.browser().web();
        web.switch_to_window(page.clone()).await?;
        journey.open("/").await?;
        web.switch_to_window(window).await?;
        journey.log_in().await?;
        journey.consent().allow().await?;
        let said = journey.browser().text("#gone").await?;
        assert!(said.contains("was dropped"), "{said}");
        assert_eq!(journey.records().grant().await?, None);
        web.close_window().await?;
        Ok(web.switch_to_window(page).await?)
    })
}

#[test]
fn a_page_may_stop_a_sign_in_before_it_begins() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.embed().open_with("").await?;
        journey.embed().wait_for_status("signed-out").await?;
        let stop = "addEventListener('sell-before-sign-in', (event) => event.preventDefault());
            return document.querySelector('sell-sign-in').signIn()";
        let end: String = journey.browser().script_later(stop, Value::Null).await?;
        assert_eq!(end, "cancelled");
        let heard = journey.embed().wait_to_hear("before-sign-in").await?;
        assert_eq!(
            heard.detail,
            json!({ "scopes": ["read", "profile"], "mode": "redirect" })
        );
        assert_eq!(journey.control().requests().await?, []);
        Ok(())
    })
}

#[test]
fn a_mode_that_does_not_exist_is_warned_about_and_the_element_s_own_counts() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.embed().open_with(POPUP).await?;
        journey.embed().wait_for_status("signed-out").await?;
        let script = "addEventListener('sell-before-sign-in', (event) => event.preventDefault());
            const element = document.querySelector('sell-sign-in');
            await element.signIn({ mode: 'foo' });
            await element.signIn({ mode: 'redirect' });
            element.setAttribute('warn-before', 'soon');
            return element.warnBefore";
        let seconds: u32 = journey.browser().script_later(script, Value::Null).await?;
        assert_eq!(seconds, 300);
        let heard = journey.embed().heard_of("before-sign-in").await?;
        let modes: Vec<&Value> = heard.iter().map(|event| &event.detail["mode"]).collect();
        assert_eq!(modes, ["popup", "redirect"]);
        let console = journey.browser().console().await?.join("\n");
        assert!(console.contains("must be redirect or popup"), "{console}");
        let range = "warn-before must be a whole number from 0 to 86400";
        assert!(console.contains(range), "{console}");
        Ok(())
    })
}

#[test]
fn more_scopes_are_asked_for_by_the_way_of_the_last_sign_in() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.embed().open_with("").await?;
        journey.embed().wait_for_status("signed-out").await?;
        let script = "const element = document.querySelector('sell-sign-in');
            addEventListener('sell-before-sign-in', (event) => event.preventDefault());
            await element.requestScopes(['write']);
            await element.signIn({ mode: 'popup' });
            await document.querySelector('sell-scopes').requestScopes(['write']);
            await element.requestScopes(['write'], { mode: 'redirect' });
            return null";
        journey
            .browser()
            .script_later::<Value>(script, Value::Null)
            .await?;
        let heard = journey.embed().heard_of("before-sign-in").await?;
        let modes: Vec<&Value> = heard.iter().map(|event| &event.detail["mode"]).collect();
        assert_eq!(modes, ["redirect", "popup", "popup", "redirect"]);
        Ok(())
    })
}

#[test]
fn more_scopes_are_asked_for_beside_the_usual_ones_where_nobody_is_signed_in() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.embed().open_with("").await?;
        journey.embed().wait_for_status("signed-out").await?;
        let script = "addEventListener('sell-before-sign-in', (event) => event.preventDefault());
            return document.querySelector('sell-scopes').requestScopes(['write'])";
        let end: String = journey.browser().script_later(script, Value::Null).await?;
        assert_eq!(end, "cancelled");
        let heard = journey.embed().wait_to_hear("before-sign-in").await?;
        assert_eq!(heard.detail["scopes"], json!(["read", "profile", "write"]));
        Ok(())
    })
}

#[test]
fn more_scopes_are_asked_for_beside_those_that_are_held() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.embed().open_with("").await?;
        journey.embed().press().await?;
        journey.log_in().await?;
        journey.consent().allow().await?;
        is_signed_in(journey, "redirect").await?;
        let more = "document.querySelector('sell-sign-in').requestScopes(['write']); return null";
        journey.browser().script::<Value>(more, Value::Null).await?;
        journey.consent().allow().await?;
        journey.embed().wait_for_status("active").await?;
        let heard = journey.embed().wait_to_hear("signed-in").await?;
        assert_eq!(heard.detail["scopes"], json!(["read", "write", "profile"]));
        journey.records().token().await.map(drop)
    })
}
