//! The Embed screen: a live element, a knob for each of its attributes, the code, events, checks.

use serde_json::{Value, json};
use thirtyfour::{By, WebElement};

use crate::fault::Outcome;
use crate::journey::Journey;

/// The screen of the app's own that embeds the elements.
#[derive(Debug, Clone, Copy)]
pub struct EmbedScreenPage<'a>(&'a Journey);

impl<'a> EmbedScreenPage<'a> {
    pub(super) fn on(journey: &'a Journey) -> Self {
        Self(journey)
    }

    /// Opens it with a query, which may be empty, and waits for the element.
    ///
    /// # Errors
    /// When the element does not come to know that nobody is signed in.
    pub async fn open(self, query: &str) -> Outcome {
        self.0.open(&format!("/embed.html{query}")).await?;
        self.0.app().wait_for_status("signed-out").await
    }

    /// Comes by the link in the header of the app.
    ///
    /// # Errors
    /// As [`EmbedScreenPage::open`].
    pub async fn come_by_the_header(self) -> Outcome {
        self.0
            .browser()
            .see("a[href='embed.html']")
            .await?
            .click()
            .await?;
        self.0.browser().see("#sell-knobs").await?;
        self.0.app().wait_for_status("signed-out").await
    }

    /// The label and the address of each view in the header.
    ///
    /// # Errors
    /// When there is no header.
    pub async fn views(self) -> Outcome<Vec<(String, String)>> {
        let script = "return [...document.querySelectorAll('.sell-header-tabs a')]
            .map((link) => [link.innerText, link.href])";
        self.0.browser().script(script, Value::Null).await
    }

    /// The control of a knob.
    ///
    /// # Errors
    /// When there is none.
    pub async fn control(self, attribute: &str, css: &str) -> Outcome<WebElement> {
        let way = format!("[data-attribute='{attribute}'] {css}");
        let browser = self.0.browser();
        let find = async || Ok(Some(browser.web().find(By::Css(way.clone())).await?));
        browser.wait(&way, find).await
    }

    /// Types a text into the knob of an attribute, in place of what stands there, and goes on.
    ///
    /// # Errors
    /// When it has no field.
    pub async fn write(self, attribute: &str, text: &str) -> Outcome {
        let field = self.control(attribute, "input").await?;
        field.clear().await?;
        field.send_keys(format!("{text}\u{E004}")).await?;
        Ok(())
    }

    /// An attribute of a live element.
    ///
    /// # Errors
    /// When there is no such element.
    pub async fn attribute(self, tag: &str, name: &str) -> Outcome<Option<String>> {
        let script = "return document.querySelector('.sell-stage ' + arguments[0][0])
            .getAttribute(arguments[0][1])";
        self.0.browser().script(script, json!([tag, name])).await
    }

    /// Waits until a live element has this attribute, or has it no more.
    ///
    /// # Errors
    /// When that does not come.
    pub async fn wait_for_attribute(self, tag: &str, name: &str, value: Option<&str>) -> Outcome {
        let what = format!("{name}={value:?} on {tag}");
        let look = async || {
            let found = self.attribute(tag, name).await?;
            Ok((found.as_deref() == value).then_some(()))
        };
        self.0.browser().wait(&what, look).await
    }

    /// The code.
    ///
    /// # Errors
    /// When there is none.
    pub async fn code(self) -> Outcome<String> {
        let script = "return document.querySelector('.sell-code').textContent";
        self.0.browser().script(script, Value::Null).await
    }

    /// Waits until the code holds this.
    ///
    /// # Errors
    /// When it never does.
    pub async fn wait_for_code(self, text: &str) -> Outcome {
        let look = async || Ok(self.code().await?.contains(text).then_some(()));
        self.0.browser().wait(text, look).await
    }

    /// What the log holds of an event's details, the newest first.
    ///
    /// # Errors
    /// When one of them is no JSON.
    pub async fn heard(self, name: &str) -> Outcome<Vec<Value>> {
        let script = "return [...document.querySelectorAll(`[data-event=${arguments[0]}] pre`)]
            .map((detail) => JSON.parse(detail.textContent))";
        self.0.browser().script(script, name.into()).await
    }

    /// Waits until the log holds an event.
    ///
    /// # Errors
    /// When it never does.
    pub async fn wait_to_hear(self, name: &str) -> Outcome<Value> {
        let look = async || Ok(self.heard(name).await?.into_iter().next());
        self.0.browser().wait(name, look).await
    }

    /// Has the element check the page: each line with its mark.
    ///
    /// # Errors
    /// When it does not answer.
    pub async fn check(self) -> Outcome<Vec<(String, String)>> {
        let browser = self.0.browser();
        browser.press("Check this page").await?;
        browser.see(".sell-check").await?;
        let script = "return [...document.querySelectorAll('.sell-check')]
            .map((line) => [line.dataset.tone, line.innerText])";
        browser.script(script, Value::Null).await
    }
}
