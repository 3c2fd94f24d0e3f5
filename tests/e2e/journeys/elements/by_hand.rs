//! A window that cannot reach the frame that opened it: the person carries the answer over.

use sell_journeys::{Journey, Outcome, Plan, journey};
use sell_stage::HostPage;
use serde_json::{Value, json};
use thirtyfour::{Key, WindowHandle};

const FIELD: &str = "sell-sign-in >>> .sell-paste-field";

/// In the window that has the answer: copies it, and closes the window.
pub(super) async fn copy(journey: &Journey) -> Outcome {
    journey.browser().press("Copy the answer").await?;
    let copied = async || {
        let cut = journey.browser().text("#cut").await?;
        Ok(cut.ends_with("Copied.").then_some(()))
    };
    journey.browser().wait("the copy", copied).await?;
    Ok(journey.browser().web().close_window().await?)
}

/// In the frame: pastes what was copied.
pub(super) async fn paste(journey: &Journey) -> Outcome {
    journey.browser().press_deep(FIELD).await?;
    let field = journey.browser().deep(FIELD).await?;
    field.send_keys(Key::Control + "v").await?;
    field.send_keys(Key::Enter + "").await?;
    Ok(())
}

/// A page with a frame of another site, on a stage whose server cuts its windows off; in the frame, the
/// button is pressed. The page's window, and the one that has the answer.
async fn cut_off(journey: &Journey) -> Outcome<[WindowHandle; 2]> {
    journey.control().switch("login.coop", "on")?;
    let embed = journey.embed();
    let [origin, other] = embed.origins()?;
    embed.show("/framed", embed.page(&embed.sign_in(other, "")))?;
    let frame = format!("<iframe src=\"{other}/framed\" width=\"600\" height=\"500\"></iframe>");
    embed.show(
        "/",
        HostPage::markup(format!("<!doctype html><title>Host</title>{frame}")),
    )?;
    journey.browser().go(&format!("{origin}/")).await?;
    let page = journey.browser().web().window().await?;
    back_in_frame(journey, &page).await?;
    embed.wait_for_status("signed-out").await?;
    let asking = "window.end = new Promise((resolve) => addEventListener('click', () =>
        resolve(document.querySelector('sell-sign-in').signIn()), { once: true })); return null";
    journey
        .browser()
        .script::<Value>(asking, Value::Null)
        .await?;
    embed.press().await?;
    embed.person_is_here(false).await?;
    let window = journey.browser().other_window(&page).await?;
    Ok([page, window])
}

async fn back_in_frame(journey: &Journey, page: &WindowHandle) -> Outcome {
    journey
        .browser()
        .web()
        .switch_to_window(page.clone())
        .await?;
    journey.browser().see("iframe").await?.enter_frame().await?;
    journey.embed().person_is_here(true).await
}

async fn answered(journey: &Journey) -> Outcome {
    journey.log_in().await?;
    journey.consent().allow().await?;
    journey.browser().see("#cut").await.map(drop)
}

/// How the sign-in ended for the page that began it.
async fn end(journey: &Journey) -> Outcome<String> {
    let end = "return window.end";
    journey.browser().script_later(end, Value::Null).await
}

#[test]
fn an_answer_that_is_pasted_signs_in_and_ends_the_sign_in_that_asked() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let [page, _] = cut_off(journey).await?;
        answered(journey).await?;
        copy(journey).await?;
        back_in_frame(journey, &page).await?;
        paste(journey).await?;
        let embed = journey.embed();
        embed.wait_for_status("active").await?;
        let heard = embed.wait_to_hear("signed-in").await?;
        assert_eq!(heard.detail["via"], "paste");
        assert_eq!(heard.detail["scopes"], json!(["read", "profile"]));
        assert_eq!(end(journey).await?, "completed");
        let token = journey.records().token().await?;
        assert_eq!(embed.request("/v2/users/self").await?, 200);
        // What is in the clipboard is no use to anybody else.
        let field = "document.body.append(Object.assign(document.createElement('input'), { id: 'other' })); return null";
        journey
            .browser()
            .script::<Value>(field, Value::Null)
            .await?;
        let field = journey.browser().see("#other").await?;
        field.send_keys(Key::Control + "v").await?;
        let left = field.prop("value").await?.unwrap_or_default();
        assert!(
            !left.is_empty() && left.chars().all(|letter| !letter.is_ascii()),
            "{left}"
        );
        assert!(!left.contains(&token));
        Ok(())
    })
}

#[test]
fn what_is_not_the_answer_leaves_the_sign_in_as_it_was() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let [page, _] = cut_off(journey).await?;
        answered(journey).await?;
        copy(journey).await?;
        back_in_frame(journey, &page).await?;
        let state = "popup.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        let forged = format!(
            "https://app.example/#access_token=0123456789abcdef&token_type=bearer&state={state}"
        );
        for other in [forged.as_str(), "hello", "\u{4e01}\u{4e02}", ""] {
            let field = journey.browser().deep(FIELD).await?;
            field.send_keys(other).await?;
            field.send_keys(Key::Enter + "").await?;
            journey
                .embed()
                .wait_for_words("sell-sign-in", "This is not the answer")
                .await?;
            assert_eq!(journey.embed().status().await?, "signing-in");
        }
        paste(journey).await?;
        journey.embed().wait_for_status("active").await?;
        journey.records().token().await?;
        assert!(journey.embed().heard_of("error").await?.is_empty());
        Ok(())
    })
}

#[test]
fn an_answer_is_taken_by_the_sign_in_that_asked_for_it_and_no_other() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let [page, _] = cut_off(journey).await?;
        answered(journey).await?;
        copy(journey).await?;
        back_in_frame(journey, &page).await?;
        journey.browser().deep(FIELD).await?;
        journey
            .browser()
            .press_deep("sell-sign-in >>> .sell-on-the-way .sell-actions > .sell-button")
            .await?;
        journey.embed().wait_for_status("signed-out").await?;
        assert_eq!(end(journey).await?, "cancelled");
        journey.embed().person_is_here(false).await?;
        journey.embed().press().await?;
        let window = journey.browser().other_window(&page).await?;
        back_in_frame(journey, &page).await?;
        journey.embed().person_is_here(false).await?;
        paste(journey).await?;
        journey
            .embed()
            .wait_for_words("sell-sign-in", "This is not the answer")
            .await?;
        assert_eq!(journey.embed().status().await?, "signing-in");
        journey.browser().web().switch_to_window(window).await?;
        journey.browser().web().close_window().await?;
        Ok(journey.browser().web().switch_to_window(page).await?)
    })
}

#[test]
fn a_window_that_another_site_opened_offers_no_answer() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.control().switch("login.coop", "on")?;
        let embed = journey.embed();
        let [origin, other] = embed.origins()?;
        let (server, client) = (
            journey.stage().sandbox_origin(),
            journey.stage().client_id(),
        );
        let address = format!(
            "{server}/oauth2/authorize?response_type=token&client_id={client}&scope=read\
             &redirect_uri={other}/sell-elements/callback.html&state=popup.{}",
            "A".repeat(43)
        );
        let script = format!(
            "onclick = () => open({}, '_blank', 'popup');",
            json!(address)
        );
        embed.show("/own.js", HostPage::script(script))?;
        embed.show("/", HostPage::markup("<!doctype html><title>Other</title><script src=\"/own.js\"></script><button>Go</button>"))?;
        journey.browser().go(&format!("{origin}/")).await?;
        let page = journey.browser().web().window().await?;
        journey.browser().press("Go").await?;
        journey.browser().other_window(&page).await?;
        journey.log_in().await?;
        journey.consent().allow().await?;
        let said = journey.browser().text("#gone").await?;
        assert!(said.contains("was dropped"), "{said}");
        assert!(!journey.browser().has_button("Copy the answer").await?);
        journey.browser().web().close_window().await?;
        Ok(journey.browser().web().switch_to_window(page).await?)
    })
}
