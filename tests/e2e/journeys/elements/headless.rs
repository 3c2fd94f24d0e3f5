//! The door without elements, on a page that draws everything itself.

use sell_journeys::{Journey, Outcome, Plan, journey};
use sell_stage::HostPage;
use serde_json::{Value, json};

/// A page with a button of its own, and the session at `window.sell`.
fn page(origin: &str, server: &str, client: &str, mode: &str) -> HostPage {
    HostPage::markup(format!(
        "<!doctype html><title>Host</title><button>Go</button><script type=module>
         import {{ createSession }} from '/sell-elements/headless.js';
         window.drawn = [];
         window.sell = await createSession({{
           clientId: '{client}', scopes: ['read', 'profile'], authBase: '{server}', apiBase: '{server}',
           redirectUri: '{origin}/sell-elements/callback.html',
         }});
         window.stop = sell.subscribe(({{ status }}) => drawn.push(status));
         document.querySelector('button').onclick = () => (window.end = sell.signIn({{ mode: '{mode}' }}));
         </script>"
    ))
}

async fn more_scopes_go_by_the_way_of_the_last_sign_in(journey: &Journey) -> Outcome {
    let browser = journey.browser();
    let host = browser.web().window().await?;
    let more = "window.end = sell.requestScopes(['write'])";
    browser.as_if_clicked(more).await?;
    journey.embed().allow_in_window(&host).await?;
    let script = "return [await window.end, sell.grantedScopes.includes('write')]";
    let found: Value = browser.script_later(script, Value::Null).await?;
    assert_eq!(found, json!(["completed", true]));
    Ok(())
}

fn signs_in(mode: &str) -> Outcome {
    let by_window = mode == "popup";
    journey(Plan::default().with_package(), async |journey| {
        let [origin, _] = journey.embed().origins()?;
        let (server, client) = (
            journey.stage().sandbox_origin(),
            journey.stage().client_id(),
        );
        journey
            .embed()
            .show("/", page(origin, server, client, mode))?;
        let browser = journey.browser();
        browser.go(&format!("{origin}/")).await?;
        let status = async |wanted: &str| {
            let look = async || {
                let script = "return window.sell?.status ?? null";
                let status: Option<String> = browser.script(script, Value::Null).await?;
                Ok((status.as_deref() == Some(wanted)).then_some(()))
            };
            browser.wait(wanted, look).await
        };
        status("signed-out").await?;
        let drawn: Value = browser.script("return window.drawn", Value::Null).await?;
        assert_eq!(
            drawn,
            json!(["signed-out"]),
            "the listener is called at once"
        );
        let host = browser.web().window().await?;
        browser.press("Go").await?;
        if by_window {
            let window = browser.other_window(&host).await?;
            journey.log_in().await?;
            journey.consent().allow().await?;
            browser.gone(&window, &host).await?;
            let end: Value = browser
                .script_later("return window.end", Value::Null)
                .await?;
            assert_eq!(end, "completed");
            more_scopes_go_by_the_way_of_the_last_sign_in(journey).await?;
        } else {
            journey.log_in().await?;
            journey.consent().allow().await?;
        }
        status("active").await?;
        let token = journey.records().token().await?;
        let rest = "const refused = await sell.getAccessToken().then(String, ({ kind }) => kind);
            const { status } = await sell.request('/v2/users/self');
            const report = JSON.stringify(sell.report());
            stop();
            sell.forget();
            const after = [sell.status, drawn.at(-1)];
            sell.destroy();
            const gone = await sell.request('/v2/users/self').then(String, ({ title }) => title);
            return [refused, status, report.includes(arguments[0]), after, gone]";
        let found: Value = browser.script_later(rest, token.into()).await?;
        let expected = json!([
            "token_not_exposed",
            200,
            false,
            ["signed-out", "active"],
            "This session was destroyed"
        ]);
        assert_eq!(found, expected);
        Ok(())
    })
}

#[test]
fn a_page_that_draws_itself_signs_in_by_a_window() -> Outcome {
    signs_in("popup")
}

#[test]
fn a_page_that_draws_itself_finishes_what_a_redirect_brought() -> Outcome {
    signs_in("redirect")
}
