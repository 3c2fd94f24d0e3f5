//! The screens of the app.

use sell_journeys::tour::Look;
use sell_journeys::{Journey, Outcome};
use serde_json::json;

use crate::auditor::Auditor;

/// Every screen.
pub(crate) async fn through(journey: &Journey, auditor: &Auditor) -> Outcome {
    journey.control().switch("revoke.auth", "client_id")?;
    journey.open("/").await?;
    journey.app().wait_for_status("signed-out").await?;
    auditor.screen(journey, "Start").await?;
    journey.start().check_token("not a token").await?;
    journey.start().wait_for_answer("token").await?;
    auditor.screen(journey, "Start, a paste refused").await?;
    let pasted = journey.control().issue(json!({})).await?;
    journey.guard(&pasted);
    journey.start().check_token(&pasted).await?;
    journey.start().wait_for_pasted_verdict("Works").await?;
    auditor.screen(journey, "Start, a pasted token").await?;
    journey.open("/?view=setup").await?;
    journey.setup().text().await?;
    auditor.screen(journey, "Setup").await?;

    journey.ask_for_consent().await?;
    journey.consent().deny().await?;
    journey
        .app()
        .wait_for_notice("Access was not granted")
        .await?;
    auditor.screen(journey, "Start, access denied").await?;

    journey.app().dismiss().await?;
    journey.start().sign_in().await?;
    journey.consent().untick("profile").await?;
    journey.consent().allow().await?;
    journey.app().wait_for_verdict("Works").await?;
    let token = journey.records().token().await?;
    auditor
        .screen(journey, "Token, less than asked for")
        .await?;
    journey.token().run_until("GET /v2/deals", "200").await?;
    journey
        .token()
        .run_until("GET /v2/users/self", "403")
        .await?;
    auditor.screen(journey, "Token, calls answered").await?;
    journey.token().toggle_shown().await?;
    auditor.screen(journey, "Token, shown").await?;
    journey.token().toggle_shown().await?;
    journey.browser().press("Revoke token…").await?;
    journey.browser().see("dialog[open]").await?;
    auditor
        .screen(journey, "Token, before a revocation")
        .await?;
    journey.browser().press("Cancel").await?;
    journey.control().kill(&token).await?;
    journey.token().run("GET /v2/deals").await?;
    journey.app().wait_for_status("rejected").await?;
    auditor.screen(journey, "Start, a token refused").await
}

/// The Embed screen, before and after somebody signed in on it.
pub(crate) async fn through_the_embed_screen(journey: &Journey, auditor: &Auditor) -> Outcome {
    let screen = journey.embed_screen();
    screen.open("").await?;
    auditor.look(journey, "Embed, sign-in").await?;
    screen
        .open("?element=sell-token&theme=dark&code=yew&warn-before=300")
        .await?;
    auditor.look(journey, "Embed, token in the dark").await?;
    journey.embed().press().await?;
    journey.log_in().await?;
    journey.consent().allow().await?;
    journey.app().wait_for_status("active").await?;
    journey.records().token().await?;
    journey
        .embed()
        .wait_for_words("sell-token", "Works")
        .await?;
    screen.check().await?;
    journey
        .browser()
        .see(".sell-event summary")
        .await?
        .click()
        .await?;
    auditor.look(journey, "Embed, signed in, checked").await?;
    journey.browser().press_labelled("sell-scopes").await?;
    screen.wait_for_code("SellScopes").await?;
    auditor.look(journey, "Embed, scopes").await
}

/// What is said where a policy forbids WebAssembly.
pub(crate) async fn where_wasm_is_blocked(journey: &Journey, auditor: &Auditor) -> Outcome {
    journey.ask_for_consent().await?;
    journey.stage().switches().forbid_wasm(true);
    journey.consent().allow().await?;
    journey.callback().wasm_is_blocked().await?;
    // It has the browser's own colours, and axe-core takes their ground for white in the dark too.
    let callback = "Callback page, WebAssembly blocked";
    auditor
        .screen_except(journey, callback, &["color-contrast"])
        .await?;
    journey.open("/").await?;
    journey.app().wait_for_status("failed").await?;
    auditor.screen(journey, "App, WebAssembly blocked").await
}
