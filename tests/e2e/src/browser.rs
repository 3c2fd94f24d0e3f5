//! A browser that nobody sees, with an empty profile.

mod windows;

use std::cell::RefCell;
use std::sync::Arc;
use std::time::{Duration, Instant};

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::common::capabilities::desiredcapabilities::Capabilities;
use thirtyfour::{By, WebDriver, WebElement};

use crate::driver::Driver;
use crate::engine::Engine;
use crate::fault::{Fault, Outcome};
use crate::plan::Plan;
use crate::wire::Sent;

/// How long a condition may take to come true, on a machine that does other things too.
const PATIENCE: Duration = Duration::from_secs(20);
/// How long to leave the browser alone between two looks.
const PAUSE: Duration = Duration::from_millis(40);

const PROBE: &str = include_str!("scripts/probe.js");
const SWEEP: &str = include_str!("scripts/sweep.js");
const DEEP: &str = include_str!("scripts/deep.js");

/// One browser, and all that it said.
#[derive(Debug)]
pub struct Browser {
    web: WebDriver,
    engine: Engine,
    /// The process must outlive the session.
    _driver: Arc<Driver>,
    console: RefCell<Vec<String>>,
    wire: RefCell<Vec<Sent>>,
}

impl Browser {
    pub(crate) async fn open(plan: Plan) -> Outcome<Self> {
        let driver = Driver::of(plan.engine())?;
        let Value::Object(capabilities) = plan.capabilities() else {
            return Err("capabilities are an object".into());
        };
        let web = WebDriver::new(driver.url(), Capabilities::from(capabilities)).await?;
        let browser = Self {
            web,
            engine: plan.engine(),
            _driver: driver,
            console: RefCell::default(),
            wire: RefCell::default(),
        };
        if browser.is_chromium() {
            browser.before_each_document(PROBE).await?;
        }
        Ok(browser)
    }

    pub(crate) async fn quit(self) -> Outcome {
        Ok(self.web.quit().await?)
    }

    /// Whether it is the one engine that tells its driver more than what a page shows.
    fn is_chromium(&self) -> bool {
        self.engine == Engine::Chromium
    }

    /// The driver itself.
    #[must_use]
    pub fn web(&self) -> &WebDriver {
        &self.web
    }

    /// Goes to an address, as typed by a person.
    ///
    /// # Errors
    /// When the browser does not.
    pub async fn go(&self, url: &str) -> Outcome {
        Ok(self.web.goto(url).await?)
    }

    /// The address of the page, fragment included.
    ///
    /// # Errors
    /// When the browser does not tell.
    pub async fn address(&self) -> Outcome<String> {
        Ok(self.web.current_url().await?.to_string())
    }

    /// Runs a script as a console of the browser would; `arguments[0]` is `argument`.
    ///
    /// # Errors
    /// When it throws, or returns something else.
    pub async fn script<T: DeserializeOwned>(&self, script: &str, argument: Value) -> Outcome<T> {
        let returned = self.web.execute(script, vec![argument]).await?;
        Ok(serde_json::from_value(returned.json().clone())?)
    }

    /// Sends a command of the `DevTools` protocol.
    ///
    /// # Errors
    /// When the browser refuses it.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Outcome<Value> {
        Ok(self.web.cdp().send_raw(command, parameters).await?)
    }

    /// Has the device prefer a colour scheme, and no motion: half-way from one scheme to the other no
    /// colour is what it will be.
    ///
    /// # Errors
    /// When the browser refuses it.
    pub async fn prefer(&self, scheme: &str) -> Outcome {
        let features = json!([
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ]);
        let command = "Emulation.setEmulatedMedia";
        self.devtools(command, json!({ "features": features }))
            .await
            .map(drop)
    }

    /// Runs a script in every document to come, before the document's own.
    ///
    /// # Errors
    /// When the browser refuses it.
    pub async fn before_each_document(&self, source: &str) -> Outcome {
        let command = "Page.addScriptToEvaluateOnNewDocument";
        self.devtools(command, json!({ "source": source }))
            .await
            .map(drop)
    }

    /// The addresses of the tab's whole history, fragments included; Chromium alone tells them.
    ///
    /// # Errors
    /// When the browser does not tell.
    pub async fn history(&self) -> Outcome<Vec<String>> {
        if !self.is_chromium() {
            return Ok(vec![]);
        }
        let history = self
            .devtools("Page.getNavigationHistory", json!({}))
            .await?;
        let entries = history["entries"].as_array().ok_or("no history")?;
        // What was typed once is told too, but no Back leads there and no page can read it.
        let addresses = entries.iter().filter_map(|entry| entry["url"].as_str());
        Ok(addresses.map(str::to_owned).collect())
    }

    /// Waits until a look finds something. A look that fails has not found it yet: elements go
    /// and documents change while a page works.
    ///
    /// # Errors
    /// When patience ends, with what was waited for.
    pub async fn wait<T>(
        &self,
        what: &str,
        look: impl AsyncFn() -> Outcome<Option<T>>,
    ) -> Outcome<T> {
        let began = Instant::now();
        loop {
            let found = look().await;
            if let Ok(Some(found)) = found {
                return Ok(found);
            }
            if began.elapsed() > PATIENCE {
                let last = found.err().map(|fault| first_lines(&fault));
                return Err(
                    format!("waited in vain for {what}{}", last.unwrap_or_default()).into(),
                );
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Waits for an element that can be seen.
    ///
    /// # Errors
    /// When patience ends.
    pub async fn see(&self, css: &str) -> Outcome<WebElement> {
        self.wait(css, async || self.visible(By::Css(css.to_owned())).await)
            .await
    }

    /// The text of an element, once it can be seen.
    ///
    /// # Errors
    /// When patience ends.
    pub async fn text(&self, css: &str) -> Outcome<String> {
        Ok(self.see(css).await?.text().await?)
    }

    /// Waits for a button that can be seen and pressed, by its visible name.
    ///
    /// # Errors
    /// When patience ends.
    pub async fn button(&self, name: &str) -> Outcome<WebElement> {
        let path = format!("//button[normalize-space(.)='{name}']");
        self.wait(name, async || {
            let button = self.visible(By::XPath(path.clone())).await?;
            match button {
                Some(button) if button.is_enabled().await? => Ok(Some(button)),
                _ => Ok(None),
            }
        })
        .await
    }

    /// Presses a button by its visible name. Drawn anew in between, it is looked for again.
    ///
    /// # Errors
    /// When patience ends.
    pub async fn press(&self, name: &str) -> Outcome {
        self.wait(name, async || {
            self.button(name).await?.click().await?;
            Ok(Some(()))
        })
        .await
    }

    /// Waits for an element that can be seen, however many shadow roots it sits in: the way down is
    /// written as selectors with `>>>` between.
    ///
    /// # Errors
    /// When patience ends.
    pub async fn deep(&self, way: &str) -> Outcome<WebElement> {
        self.wait(way, async || {
            let found = self.web.execute(DEEP, vec![way.into()]).await?;
            let element = found.element()?;
            Ok(element.is_displayed().await?.then_some(element))
        })
        .await
    }

    /// Presses what [`Browser::deep`] finds, with the mouse: what a slot shows there belongs to the
    /// page, and the driver's own click takes it for something in the way.
    ///
    /// # Errors
    /// When patience ends.
    pub async fn press_deep(&self, way: &str) -> Outcome {
        self.wait(way, async || {
            let element = self.deep(way).await?;
            let mouse = self.web.action_chain();
            mouse.click_element(&element).perform().await?;
            Ok(Some(()))
        })
        .await
    }

    /// Runs a script whose last argument is called with the end, and waits for it.
    ///
    /// # Errors
    /// When it throws, or ends with something else.
    pub async fn script_later<T: DeserializeOwned>(
        &self,
        body: &str,
        argument: Value,
    ) -> Outcome<T> {
        let script = format!(
            "const done = arguments[1];
             (async () => {{ {body} }})().then(
               (value) => done({{ value: value ?? null }}),
               (thrown) => done({{ thrown: String(thrown?.stack ?? JSON.stringify(thrown)) }}))"
        );
        let returned = self.web.execute_async(&script, vec![argument]).await?;
        let end = returned.json();
        match end.get("thrown").and_then(Value::as_str) {
            Some(thrown) => Err(thrown.to_owned().into()),
            None => Ok(serde_json::from_value(end["value"].clone())?),
        }
    }

    /// Presses whatever is labelled so: a box, a choice.
    ///
    /// # Errors
    /// When patience ends.
    pub async fn press_labelled(&self, name: &str) -> Outcome {
        let path = format!("//label[normalize-space(.)='{name}']");
        self.wait(name, async || {
            let label = self.visible(By::XPath(path.clone())).await?;
            label.ok_or("not there yet")?.click().await?;
            Ok(Some(()))
        })
        .await
    }

    /// Whether such a button can be seen now.
    ///
    /// # Errors
    /// When the browser does not tell.
    pub async fn has_button(&self, name: &str) -> Outcome<bool> {
        let path = format!("//button[normalize-space(.)='{name}']");
        Ok(self.visible(By::XPath(path)).await?.is_some())
    }

    async fn visible(&self, by: By) -> Outcome<Option<WebElement>> {
        for element in self.web.find_all(by).await? {
            if element.is_displayed().await? {
                return Ok(Some(element));
            }
        }
        Ok(None)
    }

    /// All that was written to the console so far, in every document; Chromium alone tells it.
    ///
    /// # Errors
    /// When the browser does not tell.
    pub async fn console(&self) -> Outcome<Vec<String>> {
        if self.is_chromium() {
            let fresh = self.web.browser_log().await?;
            let messages = fresh.into_iter().map(|entry| entry.message);
            self.console.borrow_mut().extend(messages);
        }
        Ok(self.console.borrow().clone())
    }

    /// What the probe of every document told the console about something: `mark`, `violation`.
    ///
    /// # Errors
    /// When the browser does not tell, or in another form.
    pub async fn told(&self, kind: &str) -> Outcome<Vec<Value>> {
        let start = format!("\"journey:{kind}:");
        let lines = self.console().await?;
        lines
            .iter()
            .filter_map(|line| Some(line.split_once(&start)?.1))
            .map(|rest| {
                // The console writes a string as JSON does.
                let text: String = serde_json::from_str(&format!("\"{rest}"))?;
                Ok(serde_json::from_str(&text)?)
            })
            .collect::<Result<_, Fault>>()
    }

    /// All requests that documents sent so far; Chromium alone tells them.
    ///
    /// # Errors
    /// When the browser does not tell.
    pub async fn wire(&self) -> Outcome<Vec<Sent>> {
        if self.is_chromium() {
            let fresh = self.web.get_log("performance").await?;
            let sent = fresh.iter().filter_map(|entry| Sent::read(&entry.message));
            self.wire.borrow_mut().extend(sent);
        }
        Ok(self.wire.borrow().clone())
    }

    /// Every place of the document where something could be left, and what is there.
    ///
    /// # Errors
    /// When the browser does not tell.
    pub async fn places(&self) -> Outcome<Vec<(String, String)>> {
        let places: Value = self.script(SWEEP, Value::Null).await?;
        let places = places.as_object().ok_or("no places")?.iter();
        Ok(places
            .map(|(name, text)| (name.clone(), text.as_str().unwrap_or_default().to_owned()))
            .collect())
    }
}

/// What the driver says, without the stack of its own program.
fn first_lines(fault: &Fault) -> String {
    let text = fault.to_string();
    let said = text.split("(Session info").next().unwrap_or_default();
    format!(
        " ({})",
        said.split_whitespace().collect::<Vec<_>>().join(" ")
    )
}
