//! axe-core at work.

use std::cell::Cell;

use sell_journeys::tour::Look;
use sell_journeys::{Journey, Outcome};
use serde_json::{Map, Value, json};

use crate::say;

/// The widths at which elements are looked at, in CSS pixels.
const WIDTHS: [u32; 2] = [1280, 360];

/// axe-core, and how many broken rules it found.
pub(crate) struct Auditor {
    core: String,
    broken: Cell<usize>,
}

impl Auditor {
    /// One with axe-core in hand.
    pub(crate) fn with(core: String) -> Self {
        let broken = Cell::default();
        Self { core, broken }
    }

    /// How often a rule was broken so far.
    pub(crate) fn broken(&self) -> usize {
        self.broken.get()
    }

    /// Has it look at the page as it is, once as each colour scheme would have it.
    pub(crate) async fn screen(&self, journey: &Journey, state: &str) -> Outcome {
        self.screen_except(journey, state, &[]).await
    }

    /// The same without some rules.
    pub(crate) async fn screen_except(
        &self,
        journey: &Journey,
        state: &str,
        rules: &[&str],
    ) -> Outcome {
        for scheme in ["light", "dark"] {
            journey.browser().prefer(scheme).await?;
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

impl Look for Auditor {
    async fn look(&self, journey: &Journey, state: &str) -> Outcome {
        for width in WIDTHS {
            let size =
                json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
            let browser = journey.browser();
            browser
                .devtools("Emulation.setDeviceMetricsOverride", size)
                .await?;
            self.screen(journey, &format!("{state}, {width} px"))
                .await?;
        }
        Ok(())
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
