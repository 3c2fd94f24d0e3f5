//! The sandbox's consent form.

use crate::browser::Browser;
use crate::fault::Outcome;

/// May this application?
#[derive(Debug, Clone, Copy)]
pub struct ConsentPage<'a>(&'a Browser);

impl<'a> ConsentPage<'a> {
    pub(super) fn on(browser: &'a Browser) -> Self {
        Self(browser)
    }

    /// Waits for the form.
    ///
    /// # Errors
    /// When it is not shown.
    pub async fn wait(self) -> Outcome {
        self.0.see("#allow").await.map(drop)
    }

    /// Takes a scope out of what is allowed.
    ///
    /// # Errors
    /// When it is not asked for.
    pub async fn untick(self, scope: &str) -> Outcome {
        let css = format!("input[name=scope][value={scope}]");
        Ok(self.0.see(&css).await?.click().await?)
    }

    /// Allows what is ticked.
    ///
    /// # Errors
    /// When the form is not shown.
    pub async fn allow(self) -> Outcome {
        Ok(self.0.see("#allow").await?.click().await?)
    }

    /// Denies all of it.
    ///
    /// # Errors
    /// When the form is not shown.
    pub async fn deny(self) -> Outcome {
        Ok(self.0.see("#deny").await?.click().await?)
    }
}
