//! The Start screen: scopes to tick, the way in, and a field for a token one already has.

use serde_json::Value;

use crate::browser::Browser;
use crate::fault::Outcome;

/// The screen without a token.
#[derive(Debug, Clone, Copy)]
pub struct StartPage<'a>(&'a Browser);

impl<'a> StartPage<'a> {
    pub(super) fn on(browser: &'a Browser) -> Self {
        Self(browser)
    }

    /// Presses the button that begins the sign-in.
    ///
    /// # Errors
    /// When it cannot be pressed.
    pub async fn sign_in(self) -> Outcome {
        self.0.press("Sign in to Sell").await
    }

    /// Whether the sign-in can be begun, once the screen is there.
    ///
    /// # Errors
    /// When there is no such button.
    pub async fn can_sign_in(self) -> Outcome<bool> {
        self.0
            .wait("the sign-in button", async || {
                let script = "return [...document.querySelectorAll('button')]
                    .filter((button) => button.innerText.trim() === 'Sign in to Sell')
                    .map((button) => !button.disabled)[0] ?? null";
                self.0.script(script, Value::Null).await
            })
            .await
    }

    /// The scopes that are ticked.
    ///
    /// # Errors
    /// When there are none to tick.
    pub async fn chosen(self) -> Outcome<Vec<String>> {
        self.0.see(".sell-scope-picker").await?;
        let script = "return [...document.querySelectorAll('.sell-scope-picker label')]
            .filter((label) => label.querySelector('input').checked)
            .map((label) => label.querySelector('.sell-scope-name').innerText)";
        self.0.script(script, Value::Null).await
    }

    /// Ticks or unticks a scope.
    ///
    /// # Errors
    /// When it is not offered.
    pub async fn toggle(self, scope: &str) -> Outcome {
        let path = format!(
            "//*[contains(@class,'sell-scope-picker')]//label[.//*[@class='sell-scope-name'][normalize-space(.)='{scope}']]//input"
        );
        self.0
            .wait(scope, async || {
                let found = thirtyfour::By::XPath(path.clone());
                self.0.web().find(found).await?.click().await?;
                Ok(Some(()))
            })
            .await
    }

    /// Types or pastes into the field for a token and has it checked.
    ///
    /// # Errors
    /// When there is no field.
    pub async fn check_token(self, text: &str) -> Outcome {
        // By script, as a paste does it: the field takes in all of it at once.
        self.0.see("#sell-paste-field").await?;
        let script = "const field = document.querySelector('#sell-paste-field');
            field.value = arguments[0];
            field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }))";
        self.0.script::<Value>(script, text.into()).await?;
        self.0.press("Check this token").await
    }

    /// What is in the field.
    ///
    /// # Errors
    /// When there is no field.
    pub async fn field(self) -> Outcome<String> {
        let script = "return document.querySelector('#sell-paste-field').value";
        self.0.script(script, Value::Null).await
    }

    /// What was recognised, or what is wrong, under the field. Waits until it says these words.
    ///
    /// # Errors
    /// When it never does.
    pub async fn wait_for_answer(self, words: &str) -> Outcome<String> {
        self.0
            .wait(&format!("the answer {words}"), async || {
                let script = "return document.querySelector('#sell-paste-answer').innerText";
                let answer: String = self.0.script(script, Value::Null).await?;
                Ok(answer.contains(words).then_some(answer))
            })
            .await
    }

    /// Waits for the verdict on the pasted token.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn wait_for_pasted_verdict(self, words: &str) -> Outcome {
        self.0
            .wait(
                &format!("the verdict {words} on the pasted token"),
                async || {
                    let script =
                        "return document.querySelector('#sell-pasted-verdict')?.innerText ?? null";
                    let verdict: Option<String> = self.0.script(script, Value::Null).await?;
                    Ok((verdict.as_deref() == Some(words)).then_some(()))
                },
            )
            .await
    }
}
