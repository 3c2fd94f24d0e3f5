//! The callback page in a sign-in window: it hands the answer over and judges nothing.

use sell_journeys::{Journey, Outcome, Plan, journey};
use sell_stage::HostPage;
use serde_json::{Value, json};
use thirtyfour::WindowHandle;

const TOKEN: &str = "t0ken-on-its-way-through-a-window";

/// A page that opens the callback page as the authorization server would have left it, and notes
/// what it is told. `takes` says whether it answers.
fn opener(state: &str, takes: bool) -> HostPage {
    HostPage::markup(format!(
        "<!doctype html><title>Opener</title><link rel=icon href=data:,><button>Open</button><script>
         window.told = [];
         const tell = (way, {{ data, source, origin }}) => {{
           told.push({{ way, origin, ...data }});
           if ({takes}) (source ?? channel).postMessage({{ type: 'sell-elements:taken', state: '{state}' }}, ...(source ? ['*'] : []));
         }};
         const channel = new BroadcastChannel('sell-elements:popup:{state}');
         channel.onmessage = (event) => tell('channel', {{ data: event.data, origin: event.origin }});
         addEventListener('message', (event) => tell('window', event));
         document.querySelector('button').onclick = () => {{
           window.popup = open(address);
           popup.sessionStorage.setItem('sell-elements:popup:{state}', '');
         }};
         </script>"
    ))
}

fn state() -> String {
    format!("popup.{}", "a_-9".repeat(10) + "abc")
}

/// Opens the window from a page of the first origin: it goes to the callback page of either.
async fn open(journey: &Journey, to: usize, takes: bool) -> Outcome<WindowHandle> {
    journey.guard(TOKEN);
    let origins = journey.embed().origins()?;
    let state = state();
    journey.embed().show("/opener", opener(&state, takes))?;
    journey
        .browser()
        .go(&format!("{}/opener", origins[0]))
        .await?;
    let answer = format!("access_token={TOKEN}&token_type=bearer&state={state}");
    let address = format!("{}/sell-elements/callback.html?x=1#{answer}", origins[to]);
    let prepare = "window.address = arguments[0];
        sessionStorage.setItem('sell-elements:grant:x', 'kept');
        sessionStorage.setItem('other', 'kept');
        return null";
    journey
        .browser()
        .script::<Value>(prepare, address.into())
        .await?;
    journey.browser().press("Open").await?;
    journey.browser().web().window().await.map_err(Into::into)
}

/// Closes the window, whose own timing entry keeps the address until it goes (M1), and goes back.
async fn close(journey: &Journey, opener: WindowHandle) -> Outcome {
    let web = journey.browser().web();
    web.close_window().await?;
    Ok(web.switch_to_window(opener).await?)
}

async fn told(journey: &Journey) -> Outcome<Vec<Value>> {
    let script = "return window.told.map(({ way, type, hash, search, state }) => ({ way, type, search, state, hasToken: hash.includes(arguments[0]) }))";
    journey.browser().script(script, TOKEN.into()).await
}

#[test]
fn the_answer_reaches_the_opener_by_both_ways_and_the_window_closes_when_it_is_taken() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        open(journey, 0, true).await?;
        let both = async || Ok(Some(told(journey).await?).filter(|told| told.len() == 2));
        let told = journey.browser().wait("the answer, twice", both).await?;
        for way in ["window", "channel"] {
            let expected = json!({
                "way": way, "type": "sell-elements:answer", "search": "?x=1", "state": state(), "hasToken": true,
            });
            assert!(told.contains(&expected), "{way}: {told:?}");
        }
        let alone = async || {
            let windows = journey.browser().web().windows().await?;
            Ok((windows.len() == 1).then_some(()))
        };
        journey.browser().wait("the window to close", alone).await?;
        let kept = "return Object.keys(sessionStorage).length";
        let kept: usize = journey.browser().script(kept, Value::Null).await?;
        assert_eq!(kept, 2, "the opener's own storage is not touched");
        let wipe = "sessionStorage.clear(); return null";
        journey
            .browser()
            .script::<Value>(wipe, Value::Null)
            .await
            .map(drop)
    })
}

#[test]
fn without_an_opener_that_answers_the_window_says_so_and_keeps_nothing() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let opener = open(journey, 0, false).await?;
        journey.browser().other_window(&opener).await?;
        let said = journey.browser().text("#gone").await?;
        assert!(said.contains("was dropped"), "{said}");
        let [origin, _] = journey.embed().origins()?;
        let address = journey.browser().address().await?;
        assert_eq!(address, format!("{origin}/sell-elements/callback.html"));
        let keys = "return Object.keys(sessionStorage)";
        let keys: Vec<String> = journey.browser().script(keys, Value::Null).await?;
        assert_eq!(keys, ["other"], "the copy of the opener's storage");
        let history = journey.browser().history().await?.join("\n");
        assert!(!history.contains("access_token"), "the address is clean");
        close(journey, opener).await
    })
}

#[test]
fn an_opener_of_another_origin_is_told_nothing_and_not_believed() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let opener = open(journey, 1, true).await?;
        let window = journey.browser().other_window(&opener).await?;
        let web = journey.browser().web();
        web.switch_to_window(opener.clone()).await?;
        let word = "popup.postMessage({ type: 'sell-elements:taken', state: arguments[0] }, '*'); return null";
        journey
            .browser()
            .script::<Value>(word, state().into())
            .await?;
        assert_eq!(told(journey).await?, Vec::<Value>::new());
        web.switch_to_window(window).await?;
        let said = journey.browser().text("#gone").await?;
        assert!(said.contains("was dropped"), "{said}");
        close(journey, opener).await
    })
}
