//! The Setup screen.

use serde_json::Value;

use crate::browser::Browser;
use crate::fault::Outcome;

/// The screen that helps to set it up.
#[derive(Debug, Clone, Copy)]
pub struct SetupPage<'a>(&'a Browser);

impl<'a> SetupPage<'a> {
    pub(super) fn on(browser: &'a Browser) -> Self {
        Self(browser)
    }

    /// Waits for the screen and gives its text.
    ///
    /// # Errors
    /// When it is not shown.
    pub async fn text(self) -> Outcome<String> {
        self.0.see("#sell-checks").await?;
        self.0
            .script(
                "return document.querySelector('main').innerText",
                Value::Null,
            )
            .await
    }
}
