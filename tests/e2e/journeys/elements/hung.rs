//! The WebAssembly that is asked for and never comes.

use sell_journeys::{Journey, Outcome, Plan, journey};
use sell_stage::HostPage;
use serde_json::{Value, json};

/// Notes the limits that are set, and lets them end at once while the page is impatient.
const LIMITS: &str = "window.limits = [];
    window.isImpatient = true;
    const real = AbortSignal.timeout.bind(AbortSignal);
    AbortSignal.timeout = (milliseconds) => (limits.push(milliseconds), real(isImpatient ? 1 : milliseconds));";

/// A page whose limits end at once.
async fn open(journey: &Journey, body: &str) -> Outcome {
    let embed = journey.embed();
    embed.show("/limits.js", HostPage::script(LIMITS.to_owned()))?;
    let page = embed.page(&format!("<script src=\"/limits.js\"></script>{body}"));
    embed.show("/", page)?;
    let [origin, _] = embed.origins()?;
    journey.browser().go(&format!("{origin}/")).await
}

#[test]
fn a_module_that_never_comes_fails_within_its_limit_and_trying_again_heals() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let embed = journey.embed();
        let held = embed.hold_module()?;
        let [origin, _] = embed.origins()?;
        open(journey, &embed.sign_in(origin, "")).await?;
        let waiting = "await customElements.whenDefined('sell-sign-in');
            const element = document.querySelector('sell-sign-in');
            const ends = [element.ready, element.signIn(), element.request('/v2/users/self')];
            const kinds = await Promise.all(ends.map((end) => end.then(String, ({ kind }) => kind)));
            window.isImpatient = false;
            return [kinds, limits]";
        let told: Value = journey.browser().script_later(waiting, Value::Null).await?;
        let failed = "wasm_failed";
        assert_eq!(told, json!([[failed, failed, failed], [60_000]]));
        embed.wait_for_status("failed").await?;
        drop(held);
        let again = "sell-sign-in >>> [part~=error-action]";
        journey.browser().press_deep(again).await?;
        embed.wait_for_status("signed-out").await
    })
}

#[test]
fn a_session_without_elements_is_refused_when_its_module_never_comes_wherever_from() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let held = journey
            .embed()
            .host()?
            .switches()
            .hold("/sell-headless.wasm");
        open(journey, "").await?;
        let script = "
            const kind = (promise) => promise.then(String, (error) => error.kind);
            const begin = ({ createSession }) => createSession({ clientId: 'id', scopes: ['read'] });
            const first = await import('/sell-elements/headless.js');
            const second = await import('/second-copy/headless.js');
            const ends = [await kind(begin(first)), await kind(second.init({ module_or_path: new Promise(() => {}) }))];
            window.isImpatient = false;
            return ends";
        let ends: Value = journey.browser().script_later(script, Value::Null).await?;
        assert_eq!(ends, json!(["wasm_failed", "wasm_failed"]));
        drop(held);
        let again = "const { createSession } = await import('/sell-elements/headless.js');
            return (await createSession({ clientId: 'id', scopes: ['read'] })).status";
        let status: Value = journey.browser().script_later(again, Value::Null).await?;
        assert_eq!(status, "signed-out");
        Ok(())
    })
}
