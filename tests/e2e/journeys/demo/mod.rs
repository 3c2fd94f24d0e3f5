//! The pretend Sell inside a page: no account, no server, and nothing leaves for anywhere. The pages
//! here name no server of their own, so what were sent would go to the real one.

mod apart;
mod calls;
mod sign_in;
mod states;

use axum::http::HeaderValue;
use axum::http::header::CONTENT_SECURITY_POLICY;
use sell_journeys::{Journey, Outcome};
use sell_stage::HostPage;
use serde_json::Value;

/// The policy that we tell people to send.
const STRICT: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self' https://api.getbase.com";

/// The elements as anybody's page has them, with further attributes of the first. They come back to
/// the package's own callback page.
fn elements(journey: &Journey, further: &str) -> Outcome<String> {
    let [origin, _] = journey.embed().origins()?;
    let callback = format!("{origin}/sell-elements/callback.html");
    Ok(elements_to(&callback, "read profile", further))
}

/// The same, coming back to another page, with other scopes.
fn elements_to(redirect_uri: &str, scope: &str, further: &str) -> String {
    format!(
        "<main><h1>Dashboard</h1><sell-sign-in id=\"in\" client-id=\"any\" scope=\"{scope}\" \
         redirect-uri=\"{redirect_uri}\" {further}>Connect</sell-sign-in>\
         <sell-token id=\"token\"></sell-token><sell-scopes id=\"scopes\"></sell-scopes></main>"
    )
}

/// A page with the demo in front of the elements, as its documentation has it.
fn page(query: &str, body: &str) -> HostPage {
    HostPage::markup(format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Host</title>\
         <script src=\"/sell-elements/capture.js\"></script><script src=\"/host.js\"></script>\
         <script type=\"module\" src=\"/sell-elements/demo.js{query}\"></script>\
         <script type=\"module\" src=\"/sell-elements/sell-elements.js\"></script></head>\
         <body>{body}</body></html>"
    ))
    .header(CONTENT_SECURITY_POLICY, HeaderValue::from_static(STRICT))
}

/// Shows such a page at `/`, and opens it.
async fn open(journey: &Journey, query: &str, body: &str) -> Outcome {
    let [origin, _] = journey.embed().origins()?;
    journey.embed().show("/", page(query, body))?;
    journey.browser().go(&format!("{origin}/")).await
}

/// Opens such a page and waits until its sign-in element says so.
async fn open_until(journey: &Journey, query: &str, body: &str, status: &str) -> Outcome {
    open(journey, query, body).await?;
    journey.embed().wait_for_status(status).await
}

/// Nothing went to any other host, and the policy was kept.
async fn kept_to_itself(journey: &Journey) -> Outcome {
    let [origin, _] = journey.embed().origins()?;
    let wire = journey.browser().wire().await?;
    assert!(!wire.is_empty());
    for sent in wire {
        assert_eq!(sent.origin(), origin, "{sent:?}");
    }
    let violations = journey.browser().told("violation").await?;
    assert_eq!(violations, Vec::<Value>::new());
    Ok(())
}

/// What the console was told by us.
async fn warnings(journey: &Journey) -> Outcome<Vec<String>> {
    let mut console = journey.browser().console().await?;
    console.retain(|line| line.contains("sell-elements: "));
    Ok(console)
}

/// Runs in the page, whose sign-in element is `element`.
async fn run(journey: &Journey, body: &str) -> Outcome<Value> {
    let script = format!("const element = document.querySelector('sell-sign-in'); {body}");
    journey.browser().script_later(&script, Value::Null).await
}
