//! What every page of the app has: the status, the verdict, notices.

use serde_json::Value;

use crate::browser::Browser;
use crate::fault::Outcome;

/// Any page of the app.
#[derive(Debug, Clone, Copy)]
pub struct AppPage<'a>(&'a Browser);

/// What a notice says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Its title.
    pub title: String,
    /// All of it, title included.
    pub text: String,
}

impl<'a> AppPage<'a> {
    pub(super) fn on(browser: &'a Browser) -> Self {
        Self(browser)
    }

    /// The public status.
    ///
    /// # Errors
    /// When this is no page of the app.
    pub async fn status(self) -> Outcome<String> {
        let script = "return document.querySelector('#app').dataset.status";
        self.0.script(script, Value::Null).await
    }

    /// Waits for a status.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn wait_for_status(self, status: &str) -> Outcome {
        self.0
            .wait(&format!("the status {status}"), async || {
                Ok((self.status().await? == status).then_some(()))
            })
            .await
    }

    /// Waits for a verdict of these words.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn wait_for_verdict(self, words: &str) -> Outcome {
        self.0
            .wait(&format!("the verdict {words}"), async || {
                let verdict = self.text_now("#sell-verdict").await?;
                Ok((verdict.as_deref() == Some(words)).then_some(()))
            })
            .await
    }

    /// The verdict with what stands beside it.
    ///
    /// # Errors
    /// When there is none.
    pub async fn verdict(self) -> Outcome<String> {
        self.0.text(".sell-verdict").await
    }

    /// The notices on the page now.
    ///
    /// # Errors
    /// When the browser does not tell.
    pub async fn notices(self) -> Outcome<Vec<Notice>> {
        let script = "return [...document.querySelectorAll('.sell-notice')]
            .map((notice) => [notice.querySelector('.sell-notice-title').innerText, notice.innerText])";
        let notices: Vec<(String, String)> = self.0.script(script, Value::Null).await?;
        let notice = |(title, text)| Notice { title, text };
        Ok(notices.into_iter().map(notice).collect())
    }

    /// Waits for a notice by its title, and gives all its text.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn wait_for_notice(self, title: &str) -> Outcome<String> {
        self.0
            .wait(&format!("the notice {title}"), async || {
                let notices = self.notices().await?.into_iter();
                let mut found = notices.filter(|notice| notice.title == title);
                Ok(found.next().map(|notice| notice.text))
            })
            .await
    }

    /// Puts a notice away.
    ///
    /// # Errors
    /// When there is none that can be.
    pub async fn dismiss(self) -> Outcome {
        self.0.press("Dismiss").await
    }

    /// The text of the page as it can be seen.
    ///
    /// # Errors
    /// When the browser does not tell.
    pub async fn text(self) -> Outcome<String> {
        self.0
            .script("return document.body.innerText", Value::Null)
            .await
    }

    async fn text_now(self, css: &str) -> Outcome<Option<String>> {
        let script = "return document.querySelector(arguments[0])?.innerText ?? null";
        self.0.script(script, css.into()).await
    }
}
