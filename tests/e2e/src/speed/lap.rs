//! One browser with an empty profile, and one page after the other in it.

use std::sync::Arc;
use std::time::{Duration, Instant};

use serde::Deserialize;
use serde_json::{Value, json};
use thirtyfour::WebDriver;
use thirtyfour::common::capabilities::desiredcapabilities::Capabilities;

use super::Network;
use super::contestant::{Contestant, TOKEN};
use crate::driver::Driver;
use crate::engine::Engine;
use crate::fault::Outcome;
use crate::plan::Plan;

/// How long a page may take, with room for a machine that does other things too.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long to leave the browser alone between two looks.
const PAUSE: Duration = Duration::from_millis(25);

/// Runs before the page's own scripts. When the mark is set, the time is taken first; then comes
/// the look whether the token is stored and gone from the address, as the mark says.
const STOPWATCH: &str = include_str!("../scripts/stopwatch.js");

/// What the stopwatch left.
#[derive(Debug, Deserialize)]
struct Reading {
    /// Milliseconds since the navigation began.
    time: f64,
    clean: bool,
    stored: bool,
}

/// A browser that has loaded nothing yet.
pub(super) struct Lap {
    web: WebDriver,
    network: Network,
    /// The process must outlive the session.
    _driver: Arc<Driver>,
}

impl Lap {
    pub(super) async fn start(network: Network) -> Outcome<Self> {
        let driver = Driver::of(Engine::Chromium)?;
        let Value::Object(capabilities) = Plan::default().quiet_capabilities() else {
            return Err("capabilities are an object".into());
        };
        let web = WebDriver::new(driver.url(), Capabilities::from(capabilities)).await?;
        Ok(Self {
            web,
            network,
            _driver: driver,
        })
    }

    pub(super) async fn end(self) -> Outcome {
        Ok(self.web.quit().await?)
    }

    /// Milliseconds from navigation to the mark, in a new tab.
    pub(super) async fn time(&self, contestant: &Contestant) -> Outcome<f64> {
        let home = self.web.window().await?;
        let tab = self.web.new_tab().await?;
        self.web.switch_to_window(tab).await?;
        self.web.goto(contestant.quiet_address()).await?;
        let (seed, argument) = contestant.seed();
        self.web.execute(seed, vec![argument]).await?;
        self.prepare().await?;
        self.web.goto(contestant.address()).await?;
        let reading = self.reading(contestant.name()).await?;
        self.web.close_window().await?;
        self.web.switch_to_window(home).await?;
        if !(reading.clean && reading.stored) {
            let name = contestant.name();
            return Err(format!("{name} set the mark too early: {reading:?}").into());
        }
        Ok(reading.time)
    }

    /// Turns the cache off, winds the stopwatch, and slows the network down where it is a link.
    async fn prepare(&self) -> Outcome {
        let stopwatch = STOPWATCH.replace("__TOKEN__", TOKEN);
        let mut commands = vec![
            ("Network.enable", json!({})),
            ("Network.setCacheDisabled", json!({ "cacheDisabled": true })),
            (
                "Page.addScriptToEvaluateOnNewDocument",
                json!({ "source": stopwatch }),
            ),
        ];
        if self.network == Network::Link {
            let bytes_per_second = 8_100_000 / 8;
            let link = json!({
                "offline": false, "latency": 60,
                "downloadThroughput": bytes_per_second, "uploadThroughput": bytes_per_second,
            });
            commands.push(("Network.emulateNetworkConditions", link));
        }
        for (command, parameters) in commands {
            self.web.cdp().send_raw(command, parameters).await?;
        }
        Ok(())
    }

    /// Waits for the stopwatch. The page may be leaving for another of its origin meanwhile.
    async fn reading(&self, name: &str) -> Outcome<Reading> {
        let began = Instant::now();
        let look = "return JSON.parse(sessionStorage.getItem('stopwatch'))";
        loop {
            if let Ok(read) = self.web.execute(look, Vec::new()).await
                && let Some(reading) = serde_json::from_value(read.json().clone())?
            {
                return Ok(reading);
            }
            if began.elapsed() > PATIENCE {
                return Err(format!("{name} never stored the token").into());
            }
            tokio::time::sleep(PAUSE).await;
        }
    }
}
