//! Signing in to the pretend Sell, by this tab and by a window.

use sell_journeys::{Journey, Outcome, Plan, journey};
use serde_json::{Value, json};

use super::{elements, elements_to, kept_to_itself, open, open_until, run, warnings};

const POPUP: &str = "mode=\"popup\"";

/// Signed in, so that calls work, and signed out, so that they do not.
async fn used_and_ended(journey: &Journey, via: &str) -> Outcome {
    let embed = journey.embed();
    embed.wait_for_status("active").await?;
    let heard = embed.wait_to_hear("signed-in").await?;
    assert_eq!(heard.detail["via"], via);
    assert_eq!(heard.detail["scopes"], json!(["read", "profile"]));
    assert_eq!(embed.request("/v2/users/self").await?, 200);
    assert_eq!(run(journey, "return element.signOut()").await?, "confirmed");
    embed.wait_for_status("signed-out").await?;
    assert_eq!(journey.records().grant().await?, None);
    assert_eq!(warnings(journey).await?, [""; 0]);
    kept_to_itself(journey).await
}

#[test]
fn a_redirect_comes_back_with_a_session() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        open(journey, "", &elements(journey, "")?).await?;
        journey.embed().press().await?;
        used_and_ended(journey, "redirect").await?;
        let [origin, _] = journey.embed().origins()?;
        assert_eq!(journey.browser().address().await?, format!("{origin}/"));
        let failed = "return (await element.check()).filter(({ ok }) => ok === false)";
        assert_eq!(run(journey, failed).await?, json!([]));
        kept_to_itself(journey).await
    })
}

#[test]
fn a_redirect_to_the_page_itself_comes_back_with_a_session() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let [origin, _] = journey.embed().origins()?;
        let body = elements_to(&format!("{origin}/"), "read profile", "");
        open(journey, "", &body).await?;
        journey.embed().press().await?;
        used_and_ended(journey, "redirect").await
    })
}

#[test]
fn a_window_comes_back_with_a_session_and_closes() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        open(journey, "", &elements(journey, POPUP)?).await?;
        let stay = "window.stays = true; return null";
        run(journey, stay).await?;
        journey.embed().press().await?;
        journey.embed().wait_for_status("active").await?;
        let alone = async || {
            let windows = journey.browser().web().windows().await?;
            Ok((windows.len() == 1).then_some(()))
        };
        journey.browser().wait("the window to close", alone).await?;
        assert_eq!(run(journey, "return window.stays").await?, true);
        used_and_ended(journey, "popup").await
    })
}

#[test]
fn a_sign_in_is_denied_once() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        open(journey, "?state=denied", &elements(journey, POPUP)?).await?;
        journey.embed().press().await?;
        journey.embed().wait_for_status("failed").await?;
        let heard = journey.embed().wait_to_hear("error").await?;
        assert_eq!(heard.detail["error"]["kind"], "access_denied");
        journey.embed().press().await?;
        used_and_ended(journey, "popup").await
    })
}

#[test]
fn what_ended_is_followed_by_what_works() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        for state in ["expired", "rejected"] {
            let query = format!("?state={state}");
            open_until(journey, &query, &elements(journey, POPUP)?, state).await?;
            let sign_in = "return element.signIn()";
            let end = press_by_script(journey, sign_in).await?;
            assert_eq!(end, "completed", "{state}");
            assert_eq!(journey.embed().request("/v2/users/self").await?, 200);
        }
        kept_to_itself(journey).await
    })
}

/// A press of the page's own button, since windows open within a click only.
async fn press_by_script(journey: &Journey, body: &str) -> Outcome<Value> {
    let button = format!(
        "const button = document.createElement('button');
         button.textContent = 'Go';
         window.ended = new Promise((resolve, reject) => {{
           button.onclick = () => Promise.resolve((() => {{ {body} }})()).then(resolve, reject);
         }});
         document.querySelector('main').prepend(button);
         return null"
    );
    run(journey, &button).await?;
    journey.browser().press("Go").await?;
    run(journey, "return window.ended").await
}

#[test]
fn a_browser_that_cannot_turn_a_redirect_round_sends_nothing_and_names_the_window() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let without = "Object.defineProperty(window, 'navigation', { value: undefined })";
        journey.browser().before_each_document(without).await?;
        open(journey, "", &elements(journey, "")?).await?;
        journey.embed().press().await?;
        let told = async || Ok(warnings(journey).await?.into_iter().next());
        let told = journey.browser().wait("a word about it", told).await?;
        assert!(told.contains("mode=\\\"popup\\\""), "{told}");
        journey.embed().wait_for_status("signed-out").await?;
        run(journey, "element.mode = 'popup'; return null").await?;
        journey.embed().press().await?;
        journey.embed().wait_for_status("active").await?;
        kept_to_itself(journey).await
    })
}
