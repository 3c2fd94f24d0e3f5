//! What becomes of a sign-in in some surroundings, in the words of the table.

use axum::http::{HeaderName, HeaderValue};
use sell_journeys::{Journey, Outcome};
use serde_json::Value;
use thirtyfour::WindowHandle;

use super::super::by_hand;
use super::surroundings::Surroundings;

/// Shows the page, and the frame in it, and goes to where the element is.
async fn arrive(journey: &Journey, around: &Surroundings) -> Outcome {
    let embed = journey.embed();
    let [origin, other] = embed.origins()?;
    let further = format!("mode=\"{}\"", around.mode);
    let Some(frame) = around.frame else {
        let mut page = embed.page(&embed.sign_in(origin, &further));
        if around.page_isolated {
            let name = HeaderName::from_static("cross-origin-opener-policy");
            page = page.header(name, HeaderValue::from_static("same-origin"));
        }
        embed.show("/", page)?;
        return journey.browser().go(&format!("{origin}/")).await;
    };
    let of = if frame.foreign { other } else { origin };
    embed.show("/framed", embed.page(&embed.sign_in(of, &further)))?;
    let sandbox = frame.sandbox.map(|tokens| format!(" sandbox=\"{tokens}\""));
    let markup = format!(
        "<iframe src=\"{of}/framed\" width=\"600\" height=\"500\"{}></iframe>",
        sandbox.unwrap_or_default()
    );
    embed.show(
        "/",
        sell_stage::HostPage::markup(format!("<!doctype html><title>Host</title>{markup}")),
    )?;
    journey.browser().go(&format!("{origin}/")).await?;
    enter(journey, around).await
}

async fn enter(journey: &Journey, around: &Surroundings) -> Outcome {
    if around.frame.is_some() {
        journey.browser().see("iframe").await?.enter_frame().await?;
    }
    Ok(())
}

/// How a row ends, in the words of the table: what happened, and what keeps the token.
pub(super) async fn ending(journey: &Journey, around: &Surroundings) -> Outcome<[String; 2]> {
    arrive(journey, around).await?;
    if !loads(journey).await? {
        return Ok(nothing_kept(
            "The elements do not load: a page without an origin may not fetch modules.",
        ));
    }
    journey.embed().wait_for_status("signed-out").await?;
    if around.server_isolated || around.page_isolated {
        // Who signs in looks at the window.
        journey.embed().person_is_here(false).await?;
    }
    let page = journey.browser().web().window().await?;
    ask(journey, around).await?;
    if around.frame.is_none() && around.mode == "redirect" {
        journey.log_in().await?;
        journey.consent().allow().await?;
        return signed_in(journey, "Signed in by redirect").await;
    }
    match opened_or_refused(journey).await? {
        Some(refusal) => Ok(nothing_kept(&refusal)),
        None => by_window(journey, around, &page).await,
    }
}

fn nothing_kept(what: &str) -> [String; 2] {
    [what.to_owned(), "–".to_owned()]
}

/// Whether the elements come to be.
async fn loads(journey: &Journey) -> Outcome<bool> {
    let defined = "return [...document.scripts].some((script) => script.type === 'module')
        && document.readyState === 'complete' ? Boolean(customElements.get('sell-sign-in')) : null";
    let look = async || {
        let browser = journey.browser();
        browser.script::<Option<bool>>(defined, Value::Null).await
    };
    journey.browser().wait("the page", look).await
}

async fn ask(journey: &Journey, around: &Surroundings) -> Outcome {
    if around.clicked {
        return journey.embed().press().await;
    }
    let ask = "document.querySelector('sell-sign-in').signIn(); return null";
    let asked = journey.browser().script::<Value>(ask, Value::Null);
    asked.await.map(drop)
}

/// How a window ends that has the answer.
#[derive(Clone, Copy, PartialEq)]
enum End {
    Closed,
    Done,
    Cut,
    Gone,
}

/// Signs in by the window that opened, and goes back to the page.
async fn by_window(
    journey: &Journey,
    around: &Surroundings,
    page: &WindowHandle,
) -> Outcome<[String; 2]> {
    let web = journey.browser().web();
    let window = journey.browser().other_window(page).await?;
    journey.log_in().await?;
    journey.consent().allow().await?;
    let end = end_of(journey, &window).await?;
    match end {
        End::Closed => {}
        End::Cut => by_hand::copy(journey).await?,
        End::Done | End::Gone => web.close_window().await?,
    }
    web.switch_to_window(page.clone()).await?;
    enter(journey, around).await?;
    journey.embed().person_is_here(true).await?;
    match end {
        End::Closed => signed_in(journey, "Signed in by a window, which closes by itself").await,
        End::Done => {
            signed_in(
                journey,
                "Signed in by a window, which stays and says that it may be closed",
            )
            .await
        }
        End::Cut => {
            by_hand::paste(journey).await?;
            signed_in(journey, "Signed in by pasting the answer, which the window offers to copy, sealed for this frame").await
        }
        End::Gone => {
            journey.embed().wait_for_status("signed-out").await?;
            Ok(nothing_kept(
                "Not possible: nothing can be left in the window for the way back, and it says that it cannot reach the page; the sign-in ends as `cancelled`. Open the frame's page in a tab of its own.",
            ))
        }
    }
}

async fn end_of(journey: &Journey, window: &WindowHandle) -> Outcome<End> {
    let browser = journey.browser();
    let shown = "return window.closed ? null : ['done', 'cut', 'gone'].find((id) => document.getElementById(id)?.hidden === false) ?? null";
    let look = async || {
        if !browser.web().windows().await?.contains(window) {
            return Ok(Some(End::Closed));
        }
        let shown: Option<String> = browser.script(shown, Value::Null).await?;
        Ok(shown.map(|shown| match shown.as_str() {
            "done" => End::Done,
            "cut" => End::Cut,
            _ => End::Gone,
        }))
    };
    browser.wait("the window's end", look).await
}

/// Nothing once a window is open; what the element says when none opens.
async fn opened_or_refused(journey: &Journey) -> Outcome<Option<String>> {
    let web = journey.browser().web();
    let look = async || {
        if web.windows().await?.len() > 1 {
            return Ok(Some(None));
        }
        let script = "const { error } = document.querySelector('sell-sign-in');
            return error && [error.kind, error.todo]";
        let error: Option<[String; 2]> = journey.browser().script(script, Value::Null).await?;
        Ok(error.map(|[kind, todo]| Some(format!("`{kind}`: {todo}"))))
    };
    journey
        .browser()
        .wait("a window, or why there is none", look)
        .await
}

async fn signed_in(journey: &Journey, how: &str) -> Outcome<[String; 2]> {
    journey.embed().wait_for_status("active").await?;
    assert_eq!(journey.embed().request("/v2/users/self").await?, 200);
    let kept = "try { return Object.keys(sessionStorage).some((key) => key.startsWith('sell-elements:grant:')) } catch { return false }";
    let kept: bool = journey.browser().script(kept, Value::Null).await?;
    let token = "const element = document.querySelector('sell-sign-in');
        element.exposeToken = true;
        return element.getAccessToken()";
    let token: String = journey.browser().script_later(token, Value::Null).await?;
    let console = journey.browser().console().await?;
    let how = if console.iter().any(|line| line.contains(&token)) {
        // Nothing of ours writes it, and nothing of ours can keep the browser from it.
        format!(
            "{how}. Chromium warns about the sandbox in the window's console, and quotes the address with the token"
        )
    } else {
        journey.guard(&token);
        how.to_owned()
    };
    let place = if kept {
        "The tab's storage"
    } else {
        "Memory: a reload signs out"
    };
    Ok([how, place.to_owned()])
}
