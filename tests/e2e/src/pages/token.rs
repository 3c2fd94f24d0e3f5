//! The Token screen: the token behind its mask, what it is worth, and what ends it.

use serde_json::Value;
use thirtyfour::By;

use crate::browser::Browser;
use crate::fault::Outcome;

/// The screen with a token.
#[derive(Debug, Clone, Copy)]
pub struct TokenPage<'a>(&'a Browser);

impl<'a> TokenPage<'a> {
    pub(super) fn on(browser: &'a Browser) -> Self {
        Self(browser)
    }

    /// Shows the token, or hides it again.
    ///
    /// # Errors
    /// When there is no such button.
    pub async fn toggle_shown(self) -> Outcome {
        self.0.press("Show token").await
    }

    /// The token as it stands on the screen, where it is shown.
    ///
    /// # Errors
    /// When the browser does not tell.
    pub async fn shown(self) -> Outcome<Option<String>> {
        let script = "return document.querySelector('.sell-token-clear')?.innerText ?? null";
        self.0.script(script, Value::Null).await
    }

    /// Forgets the token in this tab.
    ///
    /// # Errors
    /// When there is no such button.
    pub async fn forget(self) -> Outcome {
        self.0.press("Forget token").await
    }

    /// Asks for the dialog about revoking.
    ///
    /// # Errors
    /// When it does not open.
    pub async fn ask_to_revoke(self) -> Outcome {
        self.0.press("Revoke token…").await?;
        self.0.see("dialog[open]").await.map(drop)
    }

    /// Whether the dialog is open.
    ///
    /// # Errors
    /// When the browser does not tell.
    pub async fn is_asking(self) -> Outcome<bool> {
        let script = "return document.querySelector('dialog[open]') !== null";
        self.0.script(script, Value::Null).await
    }

    /// Revokes the token, dialog and all.
    ///
    /// # Errors
    /// When a step does not work.
    pub async fn revoke(self) -> Outcome {
        self.ask_to_revoke().await?;
        self.0.press("Revoke token").await
    }

    /// Asks the server again what the token is worth.
    ///
    /// # Errors
    /// When there is no such button.
    pub async fn check_again(self) -> Outcome {
        self.0.press("Check again").await
    }

    /// Runs a call of the table: `GET /v2/users/self`.
    ///
    /// # Errors
    /// When it is not in the table.
    pub async fn run(self, call: &str) -> Outcome {
        let path = format!(
            "//table[contains(@class,'sell-calls')]//tr[.//code[normalize-space(.)='{call}']]//button"
        );
        self.0
            .wait(call, async || {
                self.0
                    .web()
                    .find(By::XPath(path.clone()))
                    .await?
                    .click()
                    .await?;
                Ok(Some(()))
            })
            .await
    }

    /// What came of a call, such as `Allowed 200 · 8 ms`.
    ///
    /// # Errors
    /// When it is not in the table.
    pub async fn result(self, call: &str) -> Outcome<String> {
        let script = "const row = [...document.querySelectorAll('.sell-calls tr')]
            .find((row) => row.querySelector('.sell-call-name')?.innerText === arguments[0]);
            return row.querySelector('.sell-call-result').innerText.replaceAll('\\n', ' ')";
        self.0.script(script, call.into()).await
    }

    /// Runs a call and waits until its result has these words.
    ///
    /// # Errors
    /// When it does not.
    pub async fn run_until(self, call: &str, words: &str) -> Outcome<String> {
        self.run(call).await?;
        self.wait_for_result(call, words).await
    }

    /// Waits until the result of a call has these words.
    ///
    /// # Errors
    /// When it does not.
    pub async fn wait_for_result(self, call: &str, words: &str) -> Outcome<String> {
        self.0
            .wait(&format!("{call}: {words}"), async || {
                let result = self.result(call).await?;
                Ok(result.contains(words).then_some(result))
            })
            .await
    }

    /// A fact of the passport: asked for, redirect said, Sell says now, difference.
    ///
    /// # Errors
    /// When there is no such fact.
    pub async fn fact(self, name: &str) -> Outcome<Fact> {
        let script = "const fact = [...document.querySelectorAll('table.sell-passport tbody')]
            .find((fact) => fact.querySelector('th').innerText === arguments[0]);
            const cells = [...fact.querySelectorAll('td')].map((cell) => cell.innerText.trim());
            return [cells[0], cells[1], cells[2], cells[3] ?? '']";
        let cells: (String, String, String, String) = self.0.script(script, name.into()).await?;
        let (asked, said, now, difference) = cells;
        Ok(Fact {
            asked,
            said,
            now,
            difference,
        })
    }
}

/// A row of the passport.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// What we asked for.
    pub asked: String,
    /// What the redirect said.
    pub said: String,
    /// What the server says now.
    pub now: String,
    /// How they differ, in words; empty where they do not.
    pub difference: String,
}
