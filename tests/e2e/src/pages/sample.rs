//! The page that every example shows.

use serde_json::Value;

use crate::browser::Browser;
use crate::fault::Outcome;

/// A panel for Sell, a button that asks who one is, and one that takes the panel away.
#[derive(Debug, Clone, Copy)]
pub struct SamplePage<'a>(&'a Browser);

impl<'a> SamplePage<'a> {
    pub(super) fn on(browser: &'a Browser) -> Self {
        Self(browser)
    }

    /// Presses the button that signs in.
    ///
    /// # Errors
    /// When it is not shown.
    pub async fn sign_in(self) -> Outcome {
        self.wait_until_offered().await?;
        if self.has_elements().await? {
            self.0.press_deep(SIGN_IN).await
        } else {
            self.0.press("Connect to Sell").await
        }
    }

    /// Waits until signing in is offered.
    ///
    /// # Errors
    /// When it is not.
    pub async fn wait_until_offered(self) -> Outcome {
        self.wait_for_status("signed-out").await
    }

    /// Waits until a session is shown.
    ///
    /// # Errors
    /// When none is.
    pub async fn wait_until_connected(self) -> Outcome {
        self.wait_for_status("active").await
    }

    /// Asks who one is, and sees that Sell says so.
    ///
    /// # Errors
    /// When the answer is another.
    pub async fn ask(self) -> Outcome {
        self.0.see("#load").await?.click().await?;
        let look = async || {
            let answer = self.0.text("#answer").await?;
            Ok(answer.starts_with("200 ").then_some(()))
        };
        self.0.wait("an answer of 200", look).await
    }

    /// Takes the panel away, or puts it back.
    ///
    /// # Errors
    /// When the button is not there.
    pub async fn toggle(self) -> Outcome {
        Ok(self.0.see("#toggle").await?.click().await?)
    }

    /// Waits until the panel is gone.
    ///
    /// # Errors
    /// When it stays.
    pub async fn wait_for_absence(self) -> Outcome {
        let look = async || {
            let script = "return !document.querySelector('[aria-label=Sell]')?.firstElementChild";
            let gone: bool = self.0.script(script, Value::Null).await?;
            Ok(gone.then_some(()))
        };
        self.0.wait("the panel to go", look).await
    }

    /// How the page was told that somebody signed in, once for each time.
    ///
    /// # Errors
    /// When it does not say.
    pub async fn heard(self) -> Outcome<Vec<String>> {
        let script = "return document.querySelector('#heard').textContent";
        let heard: String = self.0.script(script, Value::Null).await?;
        Ok(heard.split_whitespace().map(str::to_owned).collect())
    }

    /// Waits until the page was told so.
    ///
    /// # Errors
    /// When it is not.
    pub async fn wait_to_hear(self, via: &str) -> Outcome {
        let look = async || {
            let heard = self.heard().await?;
            Ok(heard.iter().any(|how| how == via).then_some(()))
        };
        self.0.wait(&format!("signed in by {via}"), look).await
    }

    /// Signs out as a button of the page's own would: by the element's method, where there is one.
    ///
    /// # Errors
    /// When it fails.
    pub async fn sign_out(self) -> Outcome {
        if !self.has_elements().await? {
            return Ok(self.0.see("#sign-out").await?.click().await?);
        }
        let body = "await document.querySelector('sell-sign-in').signOut()";
        self.0.script_later::<Value>(body, Value::Null).await?;
        Ok(())
    }

    /// Whether the page is made of custom elements; one in Yew is not.
    async fn has_elements(self) -> Outcome<bool> {
        let script = "return document.querySelector('sell-sign-in') !== null";
        self.0.script(script, Value::Null).await
    }

    async fn wait_for_status(self, status: &str) -> Outcome {
        let look = async || {
            let script = "return document.querySelector('sell-sign-in')?.status
                ?? document.querySelector('#status')?.textContent ?? null";
            let now: Option<String> = self.0.script(script, Value::Null).await?;
            Ok((now.as_deref() == Some(status)).then_some(()))
        };
        self.0.wait(&format!("the status {status}"), look).await
    }
}

/// The button inside of the element.
const SIGN_IN: &str = "sell-sign-in >>> [part~=button]:enabled";
