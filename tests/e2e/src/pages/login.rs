//! The sandbox's login form.

use crate::browser::Browser;
use crate::fault::Outcome;

/// Who are you?
#[derive(Debug, Clone, Copy)]
pub struct LoginPage<'a>(&'a Browser);

impl<'a> LoginPage<'a> {
    pub(super) fn on(browser: &'a Browser) -> Self {
        Self(browser)
    }

    /// Waits for the form.
    ///
    /// # Errors
    /// When it is not shown.
    pub async fn wait(self) -> Outcome {
        self.0.see("input[name=email]").await.map(drop)
    }

    /// Fills the form in and sends it.
    ///
    /// # Errors
    /// When it is not shown.
    pub async fn sign_in(self, user: &str, password: &str) -> Outcome {
        self.0
            .see("input[name=email]")
            .await?
            .send_keys(user)
            .await?;
        self.0
            .see("input[name=password]")
            .await?
            .send_keys(password)
            .await?;
        Ok(self.0.see("#sign-in").await?.click().await?)
    }
}
