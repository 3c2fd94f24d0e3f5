//! The WebAssembly from where the page says it is, in every form that `init` takes.

use axum::http::{HeaderValue, StatusCode};
use sell_journeys::{Journey, Outcome, Plan, journey};
use sell_stage::HostPage;
use serde_json::{Value, json};

const MODULE: &str = "/sell-elements.wasm";

/// A page that says where the module is before any element is on it. The form is what stands behind
/// the `?` of its address.
async fn open(journey: &Journey, form: &str) -> Outcome {
    let embed = journey.embed();
    let [origin, _] = embed.origins()?;
    let elements = json!(format!(
        "{}<sell-token></sell-token>",
        embed.sign_in(origin, "")
    ));
    let script = format!(
        "import {{ init }} from '/sell-elements/sell-elements.js';
        const place = '/sell-elements/sell-elements.wasm';
        const forms = {{
          text: () => place,
          url: () => new URL(place, location.href),
          request: () => new Request(place),
          answer: () => fetch(place),
          waited: async () => await fetch(place),
          bytes: async () => (await fetch(place)).arrayBuffer(),
          view: async () => new Uint8Array(await (await fetch(place)).arrayBuffer()),
          module: () => WebAssembly.compileStreaming(fetch(place)),
        }};
        const given = forms[location.search.slice(1)]();
        init({{ module_or_path: location.search === '?waited' ? await given : given }}).catch(() => {{}});
        document.body.innerHTML = {elements};"
    );
    embed.show("/own.js", HostPage::script(script))?;
    embed.show(
        "/",
        embed.page("<script type=\"module\" src=\"/own.js\"></script>"),
    )?;
    let address = format!("{origin}/?{form}");
    journey.browser().go(&address).await
}

async fn warnings(journey: &Journey) -> Outcome<usize> {
    let console = journey.browser().console().await?;
    let ours = console
        .iter()
        .filter(|line| line.contains("sell-elements: "));
    Ok(ours.count())
}

#[test]
fn every_form_that_is_documented_starts_the_elements() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        for form in [
            "text", "url", "request", "answer", "waited", "bytes", "view", "module",
        ] {
            open(journey, form).await?;
            journey.embed().wait_for_status("signed-out").await?;
        }
        assert_eq!(warnings(journey).await?, 0);
        Ok(())
    })
}

#[test]
fn a_module_of_the_wrong_type_starts_all_the_same_and_is_warned_about() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let label = HeaderValue::from_static("application/octet-stream");
        journey.embed().host()?.switches().relabel(MODULE, label);
        open(journey, "answer").await?;
        journey.embed().wait_for_status("signed-out").await?;
        assert_eq!(warnings(journey).await?, 1);
        Ok(())
    })
}

#[test]
fn an_address_without_a_module_fails_and_is_asked_again() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let switches = journey.embed().host()?.switches();
        switches.refuse(MODULE, StatusCode::NOT_FOUND);
        open(journey, "text").await?;
        journey.embed().wait_for_status("failed").await?;
        let heard = journey.embed().wait_to_hear("error").await?;
        assert_eq!(heard.detail["error"]["kind"], "wasm_failed");
        switches.reset();
        journey
            .browser()
            .press_deep("sell-sign-in >>> [part~=error-action]")
            .await?;
        journey.embed().wait_for_status("signed-out").await
    })
}

/// A fault of ours, in a page that handed over an answer which can be read once.
#[test]
fn a_panel_that_stopped_is_reloaded_without_the_network() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        open(journey, "waited").await?;
        journey.embed().sign_in_by_redirect().await?;
        journey.connect(false).await?;
        let fault = format!(
            "{} document.querySelector('sell-sign-in').request('/v2/deals').catch(() => {{}}); return null",
            super::stopped::TRAP
        );
        journey
            .browser()
            .script::<Value>(&fault, Value::Null)
            .await?;
        journey.embed().wait_for_status("failed").await?;
        journey
            .browser()
            .press_deep("sell-sign-in >>> [part~=error-action]")
            .await?;
        journey.embed().wait_for_status("active").await?;
        journey.connect(true).await?;
        assert_eq!(journey.embed().request("/v2/users/self").await?, 200);
        Ok(())
    })
}
