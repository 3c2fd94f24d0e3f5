//! A tour of the elements on somebody else's page, state by state, for whoever looks at each: one
//! who looks for barriers, one who looks for parts.

use serde_json::{Value, json};
use thirtyfour::WindowHandle;

use crate::fault::Outcome;
use crate::journey::Journey;
use crate::pages::EmbedPage;

/// Whoever looks at a state, which has a name.
pub trait Look {
    /// Looks at the page as it is.
    ///
    /// # Errors
    /// When it cannot be looked at.
    #[expect(
        async_fn_in_trait,
        reason = "journeys run on one thread, and nobody else implements it"
    )]
    async fn look(&self, journey: &Journey, state: &str) -> Outcome;
}

/// A page that has a dark side, and says which colour is behind everything: nobody can ask a browser
/// for that of its canvas.
const STYLE: &str =
    "<style>:root { color-scheme: light dark; background: Canvas; color: CanvasText }</style>";

/// A host page of one heading with the three elements below it.
async fn open(journey: &Journey, sign_in: &str) -> Outcome {
    let body = format!(
        "{STYLE}<main><h1>Dashboard</h1>{sign_in}<sell-token id=\"token\"></sell-token>\
         <sell-scopes id=\"scopes\"></sell-scopes></main>"
    );
    journey.embed().open(&body).await
}

fn element(embed: EmbedPage<'_>, further: &str) -> Outcome<String> {
    let [origin, _] = embed.origins()?;
    Ok(embed.sign_in(origin, further))
}

/// From a page whose module is still on its way to all that can keep a person from signing in.
///
/// # Errors
/// When a state is not reached, or cannot be looked at.
pub async fn without_a_session(journey: &Journey, visitor: &impl Look) -> Outcome {
    let embed = journey.embed();
    let held = embed.hold_module()?;
    open(journey, &element(embed, "mode=\"popup\"")?).await?;
    see(journey, "sell-token >>> [part~=skeleton]").await?;
    visitor.look(journey, "Elements, before the module").await?;
    held.release();
    embed.wait_for_status("signed-out").await?;
    visitor.look(journey, "Elements, signed out").await?;

    let [page, window] = open_window(journey).await?;
    journey
        .browser()
        .web()
        .switch_to_window(page.clone())
        .await?;
    see(journey, "sell-sign-in >>> [part~=notice]").await?;
    visitor.look(journey, "Elements, a window open").await?;
    journey
        .browser()
        .web()
        .switch_to_window(window.clone())
        .await?;
    journey.log_in().await?;
    journey.consent().deny().await?;
    journey.browser().gone(&window, &page).await?;
    see(journey, "sell-sign-in >>> [part~=error]").await?;
    visitor.look(journey, "Elements, access denied").await?;

    // Without a click, as a page does that asks too late.
    let late = "return document.querySelector('sell-sign-in').signIn()";
    let end: String = journey.browser().script_later(late, Value::Null).await?;
    if end != "blocked" {
        return Err(format!("a window without a click was {end}").into());
    }
    embed.wait_for_words("sell-sign-in", "blocked").await?;
    visitor.look(journey, "Elements, a window blocked").await?;

    open(
        journey,
        "<sell-sign-in id=\"in\" scope=\"read\"></sell-sign-in>",
    )
    .await?;
    embed.wait_for_words("sell-sign-in", "not set up").await?;
    visitor.look(journey, "Elements, not set up").await
}

/// From a session of fewer scopes than were asked for to its end.
///
/// # Errors
/// When a state is not reached, or cannot be looked at.
pub async fn with_a_session(journey: &Journey, visitor: &impl Look) -> Outcome {
    open(journey, &element(journey.embed(), "")?).await?;
    journey.embed().press().await?;
    journey.log_in().await?;
    journey.consent().untick("profile").await?;
    journey.consent().allow().await?;
    is_signed_in(journey).await?;
    visitor.look(journey, "Elements, signed in").await?;
    for (variant, part) in [("badge", "badge"), ("card", "identity")] {
        set(journey, "variant", variant).await?;
        see(journey, &format!("sell-sign-in >>> [part~={part}]")).await?;
        let state = format!("Elements, signed in, {variant}");
        visitor.look(journey, &state).await?;
    }
    ask_about_the_token(journey, visitor).await?;
    run_calls(journey, visitor).await?;
    set(journey, "warn-before", "86400").await?;
    journey.embed().wait_for_status("expiring").await?;
    journey
        .embed()
        .wait_for_words("sell-token", "Expires soon")
        .await?;
    visitor.look(journey, "Elements, expiring").await?;
    let later = "const now = Date.now; Date.now = () => now() + 7200000;
        dispatchEvent(new Event('focus')); return null";
    journey
        .browser()
        .script::<Value>(later, Value::Null)
        .await?;
    journey.embed().wait_for_status("expired").await?;
    visitor.look(journey, "Elements, expired").await
}

/// A session of more scopes than were asked for.
///
/// # Errors
/// When it does not come about, or cannot be looked at.
pub async fn with_more_than_asked(journey: &Journey, visitor: &impl Look) -> Outcome {
    journey.control().switch("implicit.granted", "wider")?;
    open(journey, &element(journey.embed(), "")?).await?;
    journey.embed().press().await?;
    journey.log_in().await?;
    journey.consent().allow().await?;
    is_signed_in(journey).await?;
    visitor.look(journey, "Elements, more than asked for").await
}

/// The pretend Sell inside the page, which labels what is shown.
///
/// # Errors
/// When it does not begin, or cannot be looked at.
pub async fn with_sample_data(journey: &Journey, visitor: &impl Look) -> Outcome {
    let demo = "<script type=\"module\" src=\"/sell-elements/demo.js?state=active\"></script>";
    let sign_in = element(journey.embed(), "")?;
    open(journey, &format!("{demo}{sign_in}")).await?;
    journey
        .embed()
        .wait_for_words("sell-token", "Works")
        .await?;
    visitor.look(journey, "Elements, sample data").await
}

/// What is pasted into the token element: no token, a dead one, one that works.
///
/// # Errors
/// When a state is not reached, or cannot be looked at.
pub async fn with_pasted_tokens(journey: &Journey, visitor: &impl Look) -> Outcome {
    let dead = journey.control().issue(json!({})).await?;
    journey.control().kill(&dead).await?;
    let works = journey.control().issue(json!({})).await?;
    for secret in [&dead, &works] {
        journey.guard(secret);
    }
    open(journey, &element(journey.embed(), "")?).await?;
    journey.embed().wait_for_status("signed-out").await?;
    for (text, answer, state) in [
        (
            "not a token",
            "does not look like a token",
            "a paste not recognised",
        ),
        (dead.as_str(), "Refused", "a paste refused"),
        (works.as_str(), "Works", "a paste that works"),
    ] {
        let field = journey.browser().deep("sell-token >>> [part~=input]");
        field.await?.send_keys(text).await?;
        press(journey, "sell-token >>> [part~=paste-button]").await?;
        journey.embed().wait_for_words("sell-token", answer).await?;
        visitor.look(journey, &format!("Elements, {state}")).await?;
    }
    Ok(())
}

/// The token shown, and the question before it is revoked.
async fn ask_about_the_token(journey: &Journey, visitor: &impl Look) -> Outcome {
    press(journey, "sell-token >>> [part~=show]").await?;
    see(journey, "sell-token >>> .sell-token-clear").await?;
    visitor.look(journey, "Elements, the token shown").await?;
    press(journey, "sell-token >>> [part~=show]").await?;
    press(journey, "sell-token >>> [part~=danger]").await?;
    see(journey, "sell-token >>> [part~=dialog][open]").await?;
    visitor
        .look(journey, "Elements, before a revocation")
        .await?;
    press(journey, "sell-token >>> [part~=dialog] button").await
}

/// Every call of the table, one that is refused last.
async fn run_calls(journey: &Journey, visitor: &impl Look) -> Outcome {
    press(
        journey,
        "sell-scopes >>> [part~=row]:last-child [part~=run]",
    )
    .await?;
    see(journey, "sell-scopes >>> [part~=result]").await?;
    press(journey, "sell-scopes >>> [part~=row] [part~=run]").await?;
    see(journey, "sell-scopes >>> [part~=error-action]").await?;
    visitor.look(journey, "Elements, calls answered").await
}

async fn open_window(journey: &Journey) -> Outcome<[WindowHandle; 2]> {
    let page = journey.browser().web().window().await?;
    journey.embed().press().await?;
    let window = journey.browser().other_window(&page).await?;
    Ok([page, window])
}

async fn is_signed_in(journey: &Journey) -> Outcome {
    let embed = journey.embed();
    embed.wait_for_status("active").await?;
    embed.wait_to_hear("signed-in").await?;
    embed.wait_for_words("sell-token", "Works").await?;
    journey.records().token().await.map(drop)
}

async fn set(journey: &Journey, attribute: &str, value: &str) -> Outcome {
    let script =
        "document.querySelector('sell-sign-in').setAttribute(...arguments[0]); return null";
    let browser = journey.browser();
    let set = browser.script::<Value>(script, json!([attribute, value]));
    set.await.map(drop)
}

async fn see(journey: &Journey, way: &str) -> Outcome {
    journey.browser().deep(way).await.map(drop)
}

async fn press(journey: &Journey, way: &str) -> Outcome {
    journey.browser().press_deep(way).await
}
