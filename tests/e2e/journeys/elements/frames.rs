//! What becomes of a sign-in in all the surroundings an element may find itself in. The run writes
//! docs/embedding-matrix.md; a file that says something else fails it.

use std::cell::RefCell;
use std::fmt::Write as _;
use std::path::Path;

use axum::http::{HeaderName, HeaderValue};
use sell_journeys::{Journey, Outcome, Plan, journey};
use serde_json::Value;

use super::by_hand;

/// Where an element is, and what is around it.
struct Surroundings {
    name: &'static str,
    plan: Plan,
    frame: Option<Frame>,
    /// Whether the authorization server cuts its windows off (`Cross-Origin-Opener-Policy`).
    server_isolated: bool,
    /// Whether the page does.
    page_isolated: bool,
    /// Whether somebody clicks, or a script asks for a window on its own.
    clicked: bool,
    mode: &'static str,
}

/// A frame around it.
#[derive(Clone, Copy)]
struct Frame {
    /// Whether it is of another site than the page.
    foreign: bool,
    /// The value of its `sandbox`.
    sandbox: Option<&'static str>,
}

const FRAME: Frame = Frame {
    foreign: false,
    sandbox: None,
};
const FOREIGN: Frame = Frame {
    foreign: true,
    sandbox: None,
};

fn top(name: &'static str, mode: &'static str) -> Surroundings {
    Surroundings {
        name,
        plan: Plan::default().with_package(),
        frame: None,
        server_isolated: false,
        page_isolated: false,
        clicked: true,
        mode,
    }
}

fn framed(name: &'static str, frame: Frame) -> Surroundings {
    Surroundings {
        frame: Some(frame),
        ..top(name, "redirect")
    }
}

fn sandboxed(name: &'static str, sandbox: &'static str) -> Surroundings {
    let frame = Frame {
        sandbox: Some(sandbox),
        ..FOREIGN
    };
    framed(name, frame)
}

impl Surroundings {
    /// The same, with a server that cuts its windows off.
    fn isolated(self) -> Self {
        Self {
            server_isolated: true,
            ..self
        }
    }
}

fn all() -> Vec<Surroundings> {
    vec![
        top("Top level, `mode=\"redirect\"`", "redirect"),
        top("Top level, `mode=\"popup\"`", "popup"),
        top(
            "Top level, popup, Sell's pages send `Cross-Origin-Opener-Policy: same-origin`",
            "popup",
        )
        .isolated(),
        Surroundings {
            page_isolated: true,
            ..top(
                "Top level, popup, the host page sends `Cross-Origin-Opener-Policy: same-origin`",
                "popup",
            )
        },
        Surroundings {
            clicked: false,
            ..top(
                "Top level, popup, the browser blocks windows (no click)",
                "popup",
            )
        },
        framed("Frame of the same site", FRAME),
        framed("Frame of another site", FOREIGN),
        Surroundings {
            plan: Plan::default()
                .with_package()
                .with_third_party_cookies_blocked(),
            ..framed(
                "Frame of another site, third-party cookies blocked",
                FOREIGN,
            )
        },
        Surroundings {
            plan: Plan::default().with_package().with_second_name_blocked(),
            ..framed("Frame of another site, whose site data is blocked", FOREIGN)
        },
        framed(
            "Frame of another site, Sell's pages send `Cross-Origin-Opener-Policy: same-origin`",
            FOREIGN,
        )
        .isolated(),
        Surroundings {
            plan: Plan::default()
                .with_package()
                .with_third_party_cookies_blocked(),
            ..framed("The same, third-party cookies blocked", FOREIGN)
        }
        .isolated(),
        Surroundings {
            plan: Plan::default().with_package().with_second_name_blocked(),
            ..framed("The same, the frame's site data blocked", FOREIGN)
        }
        .isolated(),
        sandboxed(
            "Frame of another site, `sandbox=\"allow-scripts allow-same-origin allow-forms allow-popups\"`",
            "allow-scripts allow-same-origin allow-forms allow-popups",
        ),
        sandboxed(
            "The same with `allow-popups-to-escape-sandbox`",
            "allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox",
        ),
        sandboxed(
            "Frame of another site, `sandbox=\"allow-scripts allow-same-origin\"`",
            "allow-scripts allow-same-origin",
        ),
        sandboxed(
            "Frame of another site, `sandbox=\"allow-scripts allow-popups\"`",
            "allow-scripts allow-popups",
        ),
    ]
}

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
async fn ending(journey: &Journey, around: &Surroundings) -> Outcome<[String; 2]> {
    arrive(journey, around).await?;
    let defined = "return [...document.scripts].some((script) => script.type === 'module')
        && document.readyState === 'complete' ? Boolean(customElements.get('sell-sign-in')) : null";
    let loaded = async || {
        journey
            .browser()
            .script::<Option<bool>>(defined, Value::Null)
            .await
    };
    if !journey.browser().wait("the page", loaded).await? {
        return Ok([
            "The elements do not load: a page without an origin may not fetch modules.".to_owned(),
            "–".to_owned(),
        ]);
    }
    journey.embed().wait_for_status("signed-out").await?;
    let web = journey.browser().web();
    let page = web.window().await?;
    if around.server_isolated || around.page_isolated {
        // Who signs in looks at the window.
        journey.embed().person_is_here(false).await?;
    }
    if around.clicked {
        journey.embed().press().await?;
    } else {
        let ask = "document.querySelector('sell-sign-in').signIn(); return null";
        journey.browser().script::<Value>(ask, Value::Null).await?;
    }
    if around.frame.is_none() && around.mode == "redirect" {
        journey.log_in().await?;
        journey.consent().allow().await?;
    } else if let Some(refusal) = opened_or_refused(journey).await? {
        return Ok([refusal, "–".to_owned()]);
    } else {
        let window = journey.browser().other_window(&page).await?;
        journey.log_in().await?;
        journey.consent().allow().await?;
        let closed = async || {
            if !web.windows().await?.contains(&window) {
                return Ok(Some("closes by itself"));
            }
            let shown = "return ['done', 'cut', 'gone'].find((id) => document.getElementById(id)?.hidden === false) ?? null";
            let shown: Option<String> = journey.browser().script(shown, Value::Null).await?;
            Ok(match shown.as_deref() {
                Some("done") => Some("stays and says that it may be closed"),
                Some("cut") => Some("cut"),
                Some(_) => Some("gone"),
                None => None,
            })
        };
        let end = journey.browser().wait("the window's end", closed).await?;
        if end == "cut" {
            by_hand::copy(journey).await?;
        } else if web.windows().await?.contains(&window) {
            web.close_window().await?;
        }
        web.switch_to_window(page).await?;
        enter(journey, around).await?;
        journey.embed().person_is_here(true).await?;
        if end == "gone" {
            journey.embed().wait_for_status("signed-out").await?;
            return Ok(["Not possible: nothing can be left in the window for the way back, and it says that it cannot reach the page; the sign-in ends as `cancelled`. Open the frame's page in a tab of its own.".to_owned(), "–".to_owned()]);
        }
        if end == "cut" {
            by_hand::paste(journey).await?;
            return signed_in(journey, "Signed in by pasting the answer, which the window offers to copy, sealed for this frame").await;
        }
        return signed_in(journey, &format!("Signed in by a window, which {end}")).await;
    }
    signed_in(journey, "Signed in by redirect").await
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

fn row(around: &Surroundings) -> Outcome<String> {
    let ended = RefCell::new(None);
    journey(around.plan, async |journey| {
        if around.server_isolated || around.page_isolated {
            journey.control().switch("login.coop", "on")?;
        }
        *ended.borrow_mut() = Some(ending(journey, around).await?);
        Ok(())
    })
    .map_err(|fault| format!("{}: {fault}", around.name))?;
    let [what, kept] = ended.into_inner().ok_or("the journey had no end")?;
    Ok(format!("| {} | {what} | {kept} |", around.name))
}

const HEAD: &str = "# Where the elements can sign a person in

Written by the journey `the_matrix_of_surroundings_is_as_written`, in Chromium as it ships, against the
sandbox. A frame never goes to Sell itself: there a sign-in always opens a window. \"Another site\" is
another host name, so the frame's storage is a partition of its own. The field for pasting is that of
`<sell-sign-in>`; the headless door has none, and its sign-in ends there as `cancelled`.

| Surroundings | Pressing the button | Where the token is kept |
|---|---|---|
";

#[test]
fn the_matrix_of_surroundings_is_as_written() -> Outcome {
    let mut text = HEAD.to_owned();
    for around in all() {
        let _ = writeln!(text, "{}", row(&around)?);
    }
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/embedding-matrix.md");
    if std::fs::read_to_string(&file).unwrap_or_default() == text {
        return Ok(());
    }
    std::fs::write(&file, text)?;
    Err("docs/embedding-matrix.md said something else; it is rewritten: read what changed".into())
}
