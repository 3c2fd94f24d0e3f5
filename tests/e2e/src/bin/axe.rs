//! `axe`: walks through the screens and has axe-core look at each, in light and dark. `cargo xtask
//! axe` builds what this needs and calls it with the path of axe-core.

use std::cell::Cell;
use std::env;
use std::fs;
use std::io::{self, Write};
use std::process::ExitCode;

use sell_journeys::{Journey, Outcome, Plan, journey};
use serde_json::{Map, Value, json};

fn main() -> ExitCode {
    let Some(path) = env::args_os().nth(1) else {
        return failed("the path of axe-core is missing; call `cargo xtask axe`");
    };
    let core = match fs::read_to_string(&path) {
        Ok(core) => core,
        Err(error) => return failed(&format!("{}: {error}", path.to_string_lossy())),
    };
    let auditor = Auditor {
        core,
        broken: Cell::default(),
    };
    let walked = journey(Plan::default(), async |journey| {
        through_the_app(journey, &auditor).await
    })
    .and_then(|()| {
        journey(Plan::default(), async |journey| {
            where_wasm_is_blocked(journey, &auditor).await
        })
    });
    match (walked, auditor.broken.get()) {
        (Err(fault), _) => failed(&fault.to_string()),
        (Ok(()), 0) => ExitCode::SUCCESS,
        (Ok(()), count) => failed(&format!("rules were broken {count} times; see above")),
    }
}

async fn through_the_app(journey: &Journey, auditor: &Auditor) -> Outcome {
    journey.control().switch("revoke.auth", "client_id")?;
    journey.open("/").await?;
    journey.app().wait_for_status("signed-out").await?;
    auditor.look(journey, "Start").await?;
    journey.start().check_token("not a token").await?;
    journey.start().wait_for_answer("token").await?;
    auditor.look(journey, "Start, a paste refused").await?;
    let pasted = journey.control().issue(json!({})).await?;
    journey.guard(&pasted);
    journey.start().check_token(&pasted).await?;
    journey.start().wait_for_pasted_verdict("Works").await?;
    auditor.look(journey, "Start, a pasted token").await?;
    journey.open("/?view=setup").await?;
    journey.setup().text().await?;
    auditor.look(journey, "Setup").await?;

    journey.ask_for_consent().await?;
    journey.consent().deny().await?;
    journey
        .app()
        .wait_for_notice("Access was not granted")
        .await?;
    auditor.look(journey, "Start, access denied").await?;

    journey.app().dismiss().await?;
    journey.start().sign_in().await?;
    journey.consent().untick("profile").await?;
    journey.consent().allow().await?;
    journey.app().wait_for_verdict("Works").await?;
    let token = journey.records().token().await?;
    auditor.look(journey, "Token, less than asked for").await?;
    journey.token().run_until("GET /v2/deals", "200").await?;
    journey
        .token()
        .run_until("GET /v2/users/self", "403")
        .await?;
    auditor.look(journey, "Token, calls answered").await?;
    journey.token().toggle_shown().await?;
    auditor.look(journey, "Token, shown").await?;
    journey.token().toggle_shown().await?;
    journey.browser().press("Revoke token…").await?;
    journey.browser().see("dialog[open]").await?;
    auditor.look(journey, "Token, before a revocation").await?;
    journey.browser().press("Cancel").await?;
    journey.control().kill(&token).await?;
    journey.token().run("GET /v2/deals").await?;
    journey.app().wait_for_status("rejected").await?;
    auditor.look(journey, "Start, a token refused").await
}

async fn where_wasm_is_blocked(journey: &Journey, auditor: &Auditor) -> Outcome {
    journey.ask_for_consent().await?;
    journey.stage().switches().forbid_wasm(true);
    journey.consent().allow().await?;
    journey.callback().wasm_is_blocked().await?;
    // It has the browser's own colours, and axe-core takes their ground for white in the dark too.
    let callback = "Callback page, WebAssembly blocked";
    auditor
        .look_except(journey, callback, &["color-contrast"])
        .await?;
    journey.open("/").await?;
    journey.app().wait_for_status("failed").await?;
    auditor.look(journey, "App, WebAssembly blocked").await
}

/// axe-core, and how many broken rules it found.
struct Auditor {
    core: String,
    broken: Cell<usize>,
}

impl Auditor {
    /// Has it look at the page as it is, once as each colour scheme would have it.
    async fn look(&self, journey: &Journey, state: &str) -> Outcome {
        self.look_except(journey, state, &[]).await
    }

    /// The same without some rules.
    async fn look_except(&self, journey: &Journey, state: &str, rules: &[&str]) -> Outcome {
        for scheme in ["light", "dark"] {
            // Without motion: half-way from one scheme to the other no colour is what it will be.
            let features = json!([
                { "name": "prefers-color-scheme", "value": scheme },
                { "name": "prefers-reduced-motion", "value": "reduce" },
            ]);
            let browser = journey.browser();
            browser
                .devtools(
                    "Emulation.setEmulatedMedia",
                    json!({ "features": features }),
                )
                .await?;
            let report = self.report(journey, rules).await?;
            let kept = report["passes"].as_u64().unwrap_or_default();
            let violations = report["violations"].as_array().ok_or("axe told nothing")?;
            if kept == 0 {
                return Err(format!("axe-core looked at nothing: {state}").into());
            }
            let broken = violations.len();
            say(&format!(
                "{state}, {scheme}: {kept} rules kept, {broken} broken"
            ));
            for violation in violations {
                say(&format!("{violation:#}"));
            }
            self.broken.set(self.broken.get() + broken);
        }
        Ok(())
    }

    /// What axe-core says, in short. It comes by the `DevTools`, which the page's policy does not
    /// stop, and loads nothing.
    async fn report(&self, journey: &Journey, except: &[&str]) -> Outcome<Value> {
        let rules: Map<String, Value> = except
            .iter()
            .map(|rule| ((*rule).to_owned(), json!({ "enabled": false })))
            .collect();
        let options = json!({ "preload": false, "rules": rules });
        let run = format!(
            "axe.run(document, {options}).then(({{ passes, violations }}) => ({{
                passes: passes.length,
                violations: violations.map(({{ id, impact, help, nodes }}) => ({{
                    id, impact, help,
                    nodes: nodes.map(({{ target, failureSummary }}) => ({{ target, failureSummary }})),
                }})),
            }}))"
        );
        evaluate(journey, &self.core).await?;
        let mut answer = evaluate(journey, &run).await?;
        Ok(answer["result"]["value"].take())
    }
}

async fn evaluate(journey: &Journey, expression: &str) -> Outcome<Value> {
    let parameters =
        json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
    let browser = journey.browser();
    let answer = browser.devtools("Runtime.evaluate", parameters).await?;
    if answer["exceptionDetails"].is_object() {
        return Err(format!("axe-core failed: {}", answer["exceptionDetails"]).into());
    }
    Ok(answer)
}

fn failed(why: &str) -> ExitCode {
    let _ = writeln!(io::stderr(), "error: {why}");
    ExitCode::FAILURE
}

fn say(line: &str) {
    let _ = writeln!(io::stdout(), "{line}");
}
