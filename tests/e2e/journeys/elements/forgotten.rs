//! A site without the callback page, which shows its own start where the answer comes to, as hosts of
//! single-page applications do; and a page of the site's own that takes the answer instead.

use axum::http::HeaderValue;
use axum::http::header::CONTENT_SECURITY_POLICY;
use sell_journeys::{Journey, Outcome, Plan, journey};
use sell_stage::HostPage;
use serde_json::{Value, json};

/// The site's page at its start and where a person begins. Answers come to the start.
fn show(journey: &Journey, script: &str, further: &str) -> Outcome {
    let embed = journey.embed();
    let [origin, _] = embed.origins()?;
    let element = embed.sign_in(origin, further);
    let element = element.replace("/sell-elements/callback.html", "/");
    let markup = format!(
        "<!doctype html><html lang=\"en\"><head><title>Site</title>{script}\
         <script src=\"/host.js\"></script>\
         <script type=\"module\" src=\"/sell-elements/sell-elements.js\"></script></head>\
         <body>{element}</body></html>"
    );
    embed.show("/", HostPage::markup(markup.clone()))?;
    embed.show("/begin", HostPage::markup(markup))
}

async fn begin(journey: &Journey) -> Outcome {
    let [origin, _] = journey.embed().origins()?;
    journey.browser().go(&format!("{origin}/begin")).await
}

/// Leaves the document, whose own timing entry keeps the address it was opened with (M1).
async fn leave(journey: &Journey) -> Outcome {
    begin(journey).await
}

const LOST: &str = "callback.html is not at the redirect URL";

async fn check(journey: &Journey, id: &str) -> Outcome<Value> {
    let script = "return (await document.querySelector('sell-sign-in').check()).find(({ id }) => id === arguments[0])";
    journey.browser().script_later(script, id.into()).await
}

#[test]
fn a_redirect_page_that_does_not_take_the_answer_fails_the_check() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        show(journey, "", "")?;
        begin(journey).await?;
        let found = check(journey, "redirect-page").await?;
        assert_eq!(found["ok"], false, "{found}");
        let fix = found["fix"].as_str().ok_or("no fix")?;
        assert!(fix.starts_with("Upload callback.html"), "{fix}");

        show(
            journey,
            "<script src=/sell-elements/capture.js></script>",
            "",
        )?;
        begin(journey).await?;
        let found = check(journey, "redirect-page").await?;
        assert_eq!(found["ok"], true, "{found}");
        Ok(())
    })
}

/// Goes on at the server, and comes back to a page that says so and has a clean address.
async fn finds_the_answer_lost(journey: &Journey) -> Outcome {
    journey.log_in().await?;
    journey.consent().allow().await?;
    journey.embed().wait_for_words("sell-sign-in", LOST).await?;
    let [origin, _] = journey.embed().origins()?;
    let address = journey.browser().address().await?;
    assert_eq!(address, format!("{origin}/"));
    Ok(())
}

#[test]
fn an_answer_that_nobody_took_leaves_the_address_and_is_not_believed() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        show(journey, "", "")?;
        begin(journey).await?;
        journey.embed().press().await?;
        finds_the_answer_lost(journey).await?;
        assert_eq!(journey.embed().status().await?, "failed");
        let error = "return document.querySelector('sell-sign-in').error";
        let error: Value = journey.browser().script(error, Value::Null).await?;
        assert_eq!(error["kind"], "redirect_mismatch");
        assert_eq!(error["code"], "not_captured");
        assert_eq!(journey.records().grant().await?, None);
        leave(journey).await
    })
}

#[test]
fn a_window_that_comes_back_to_another_page_says_so_and_keeps_no_answer() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        show(journey, "", "mode=popup")?;
        begin(journey).await?;
        let page = journey.browser().web().window().await?;
        journey.embed().press().await?;
        journey.browser().other_window(&page).await?;
        finds_the_answer_lost(journey).await?;
        journey.browser().web().close_window().await?;
        journey.browser().web().switch_to_window(page).await?;
        Ok(())
    })
}

#[test]
fn a_window_that_comes_back_to_a_page_with_the_capture_script_signs_in() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let script = "<script src=\"/sell-elements/capture.js\"></script>";
        show(journey, script, "mode=popup")?;
        begin(journey).await?;
        journey.embed().sign_in_by_window().await?;
        assert_eq!(journey.embed().request("/v2/users/self").await?, 200);
        // The page itself may be where its window comes back to.
        let forget = "document.querySelector('sell-sign-in').forget()";
        journey
            .browser()
            .script::<Value>(forget, Value::Null)
            .await?;
        journey.embed().wait_for_status("signed-out").await?;
        let [origin, _] = journey.embed().origins()?;
        journey.browser().go(&format!("{origin}/")).await?;
        journey.embed().wait_for_status("signed-out").await?;
        let page = journey.browser().web().window().await?;
        journey.embed().press().await?;
        journey.embed().allow_in_window(&page).await?;
        journey.embed().wait_for_status("active").await
    })
}

#[test]
fn a_callback_page_whose_script_is_stopped_says_so_and_one_that_runs_does_not() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let [origin, _] = journey.embed().origins()?;
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../package");
        let markup = std::fs::read_to_string(format!("{folder}/callback.html"))?;
        let stopped = "script-src 'self' 'wasm-unsafe-eval'";
        // A page that is the start of its folder has nowhere to go on to, and stays.
        for (query, policy, says) in [("?1", stopped, true), ("?2", "img-src *", false)] {
            let page = HostPage::markup(markup.clone());
            let page = page.header(CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
            journey.embed().show("/", page)?;
            journey
                .browser()
                .go(&format!("{origin}/{query}#state=x"))
                .await?;
            let text = "return document.readyState === 'complete' && document.body.innerText";
            let text: Value = journey.browser().script(text, Value::Null).await?;
            let text = text.as_str().ok_or("still loading")?;
            let told = json!(text.contains("the script of this page was stopped"));
            assert_eq!(told, json!(says), "{policy}: {text}");
            assert_eq!(text.contains("start of its own folder"), !says, "{text}");
        }
        Ok(())
    })
}
