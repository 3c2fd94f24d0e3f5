//! The callback page, where it has something to say instead of going on.

use thirtyfour::By;

use crate::browser::Browser;
use crate::fault::Outcome;

/// The page that answers come back to.
#[derive(Debug, Clone, Copy)]
pub struct CallbackPage<'a>(&'a Browser);

impl<'a> CallbackPage<'a> {
    pub(super) fn on(browser: &'a Browser) -> Self {
        Self(browser)
    }

    /// Waits until it says that it may not run the judge, and gives its words.
    ///
    /// # Errors
    /// When it never says so.
    pub async fn wasm_is_blocked(self) -> Outcome<String> {
        self.0.text("#wasm-blocked").await
    }

    /// Waits until it says that nothing can be kept, and gives its words.
    ///
    /// # Errors
    /// When it never says so.
    pub async fn storage_is_blocked(self) -> Outcome<String> {
        self.0.text("#storage-blocked").await
    }

    /// The token in the navigation's own timing entry, which stays as long as the document does
    /// (threat M1).
    ///
    /// # Errors
    /// When there is none.
    pub async fn token_of_the_navigation(self) -> Outcome<String> {
        let script = "const [entry] = performance.getEntriesByType('navigation');
            return new URLSearchParams(new URL(entry.name).hash.slice(1)).get('access_token')";
        self.0.script(script, serde_json::Value::Null).await
    }

    /// Follows the one link.
    ///
    /// # Errors
    /// When it leads nowhere.
    pub async fn back_to_the_app(self) -> Outcome {
        let link = By::LinkText("Back to the application");
        self.0.web().find(link).await?.click().await?;
        self.0.see("#app").await.map(drop)
    }
}
