//! A journey from an empty profile to the sweep.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::time::Duration;

use sell_stage::Stage;
use serde_json::{Value, json};
use tokio::runtime::{Builder, Runtime};
use tokio::time::timeout;

use crate::browser::Browser;
use crate::control::Control;
use crate::evidence;
use crate::fault::Outcome;
use crate::permit::Permit;
use crate::plan::Plan;
use crate::sweep::sweep;

/// Longer than any journey; a hung browser must not hang the suite.
const LONGEST: Duration = Duration::from_mins(2);
/// How long the end of a journey may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// A browser on a stage of its own.
#[derive(Debug)]
pub struct Journey {
    browser: Browser,
    stage: Stage,
    secrets: RefCell<Vec<String>>,
}

/// Tells a story in a fresh browser on a fresh stage. Whatever it did, the sweep comes after it.
///
/// # Errors
/// What ended it early, or what the sweep found.
pub fn journey(plan: Plan, story: impl AsyncFnOnce(&Journey) -> Outcome) -> Outcome {
    let _permit = Permit::take();
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let journey = runtime.block_on(async {
        Outcome::Ok(Journey {
            stage: Stage::start(plan.stage()).await?,
            browser: Browser::open(plan).await?,
            secrets: RefCell::default(),
        })
    })?;
    let told = catch_unwind(AssertUnwindSafe(|| tell(&runtime, &journey, story)));
    if !matches!(told, Ok(Ok(()))) {
        let evidence =
            runtime.block_on(async { timeout(PATIENCE, evidence::collect(&journey)).await });
        report(&evidence.unwrap_or_default());
    }
    // The browser goes whatever happened, and before its driver may.
    let ended = runtime.block_on(async {
        let ended = timeout(PATIENCE, journey.browser.quit()).await;
        journey.stage.stop().await;
        ended
    });
    told.unwrap_or_else(|panic| resume_unwind(panic))?;
    ended?
}

fn tell(
    runtime: &Runtime,
    journey: &Journey,
    story: impl AsyncFnOnce(&Journey) -> Outcome,
) -> Outcome {
    runtime.block_on(async {
        timeout(LONGEST, async {
            story(journey).await?;
            journey.sweep().await
        })
        .await?
    })
}

/// The test runner shows it for a failed journey only.
#[expect(clippy::print_stdout, reason = "that is where a test runner looks")]
fn report(evidence: &str) {
    println!("{evidence}");
}

impl Journey {
    /// The browser.
    #[must_use]
    pub fn browser(&self) -> &Browser {
        &self.browser
    }

    /// App and sandbox.
    #[must_use]
    pub fn stage(&self) -> &Stage {
        &self.stage
    }

    /// The sandbox's levers.
    #[must_use]
    pub fn control(&self) -> Control<'_> {
        Control::of(&self.stage)
    }

    /// Adds something that the sweep has to look for.
    pub fn guard(&self, secret: &str) {
        let mut secrets = self.secrets.borrow_mut();
        if !secrets.iter().any(|known| known == secret) {
            secrets.push(secret.to_owned());
        }
    }

    /// Looks for all secrets in all places, as the end of every journey does.
    ///
    /// # Errors
    /// When one is where none belongs, with the name of the place.
    pub async fn sweep(&self) -> Outcome {
        sweep(self).await
    }

    /// Lets go of all secrets: for a journey that spilled them on purpose.
    pub fn release(&self) {
        self.secrets.borrow_mut().clear();
    }

    /// What the sweep looks for.
    #[must_use]
    pub fn secrets(&self) -> Vec<String> {
        self.secrets.borrow().clone()
    }

    /// Comes to an address of the app's origin as from a link of another page: nothing was
    /// typed, so nothing typed is remembered.
    ///
    /// # Errors
    /// When the browser does not leave.
    pub async fn arrive(&self, path: &str) -> Outcome {
        let address = format!("{}{path}", self.stage.app());
        let leave = "window.journeyLeaves = true; location.assign(arguments[0])";
        self.browser.script::<Value>(leave, address.into()).await?;
        let stay = "return !window.journeyLeaves && document.readyState === 'complete'";
        let left = async || {
            let left: bool = self.browser.script(stay, Value::Null).await?;
            Ok(left.then_some(()))
        };
        self.browser.wait("another document", left).await
    }

    /// Opens a page of the app's origin: a path that begins with a slash.
    ///
    /// # Errors
    /// When the browser does not.
    pub async fn open(&self, path: &str) -> Outcome {
        self.browser
            .go(&format!("{}{path}", self.stage.app()))
            .await
    }

    /// Cuts the page off from every network, or joins it again.
    ///
    /// # Errors
    /// When the browser refuses it.
    pub async fn connect(&self, connected: bool) -> Outcome {
        let conditions = json!({
            "offline": !connected, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1,
        });
        let command = "Network.emulateNetworkConditions";
        self.browser.devtools(command, conditions).await.map(drop)
    }
}
