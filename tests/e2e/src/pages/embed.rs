//! Pages of somebody else's that embed the elements: they know the package folder and nothing else.

use sell_stage::{Held, Host, HostPage};
use serde::Deserialize;
use serde_json::Value;
use thirtyfour::WindowHandle;

use crate::fault::Outcome;
use crate::journey::Journey;

/// Keeps every event of ours that comes by, as a dashboard's own listeners would hear it.
const LISTEN: &str = include_str!("../scripts/host.js");

/// A host page, at one of the two origins of the host.
#[derive(Debug, Clone, Copy)]
pub struct EmbedPage<'a>(&'a Journey);

/// An event that the page heard.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Heard {
    /// Its type, without `sell-`.
    pub kind: String,
    /// The id of the element it was fired at.
    pub at: String,
    /// Its detail.
    pub detail: Value,
}

impl<'a> EmbedPage<'a> {
    pub(super) fn on(journey: &'a Journey) -> Self {
        Self(journey)
    }

    /// The host itself.
    ///
    /// # Errors
    /// When the plan has no package.
    pub fn host(self) -> Outcome<&'a Host> {
        Ok(self.0.stage().host().ok_or("the plan has no package")?)
    }

    /// Withholds the elements' module until what is returned is released or dropped.
    ///
    /// # Errors
    /// When the plan has no package.
    pub fn hold_module(self) -> Outcome<Held> {
        Ok(self.host()?.switches().hold("/sell-elements.wasm"))
    }

    /// The host's usual origin, and the same server under another name: another site.
    ///
    /// # Errors
    /// When the plan has no package.
    pub fn origins(self) -> Outcome<[&'a str; 2]> {
        let origins = self.0.stage().host_origins();
        let [usual, other] = origins.ok_or("the plan has no package")?;
        Ok([usual, other])
    }

    /// The attributes of a sign-in element on a page of this origin, with further ones behind.
    #[must_use]
    pub fn sign_in(self, origin: &str, further: &str) -> String {
        let stage = self.0.stage();
        let (server, client) = (stage.sandbox_origin(), stage.client_id());
        format!(
            "<sell-sign-in id=\"in\" client-id=\"{client}\" scope=\"read profile\" \
             redirect-uri=\"{origin}/sell-elements/callback.html\" \
             auth-base=\"{server}\" api-base=\"{server}\" {further}>Connect</sell-sign-in>"
        )
    }

    /// A page with this in its body, which listens to our events and loads the elements.
    #[must_use]
    pub fn page(self, body: &str) -> HostPage {
        HostPage::markup(format!(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Host</title>\
             <script src=\"/sell-elements/capture.js\"></script><script src=\"/host.js\"></script>\
             <script type=\"module\" src=\"/sell-elements/sell-elements.js\"></script></head>\
             <body>{body}</body></html>"
        ))
    }

    /// Shows a page at a path of the host.
    ///
    /// # Errors
    /// When the plan has no package.
    pub fn show(self, path: &str, page: HostPage) -> Outcome {
        let host = self.host()?;
        host.show("/host.js", HostPage::script(LISTEN));
        host.show(path, page);
        Ok(())
    }

    /// Shows a page with this in its body at `/`, and opens it.
    ///
    /// # Errors
    /// When the plan has no package, or the browser does not go there.
    pub async fn open(self, body: &str) -> Outcome {
        self.show("/", self.page(body))?;
        let [origin, _] = self.origins()?;
        self.0.browser().go(&format!("{origin}/")).await
    }

    /// Shows a page with one sign-in element, with further attributes, and the other two elements,
    /// and opens it.
    ///
    /// # Errors
    /// As [`EmbedPage::open`].
    pub async fn open_with(self, further: &str) -> Outcome {
        let [origin, _] = self.origins()?;
        let element = self.sign_in(origin, further);
        let others =
            "<sell-token id=\"token\"></sell-token><sell-scopes id=\"scopes\"></sell-scopes>";
        self.open(&format!("{element}{others}")).await
    }

    /// Presses the button of the sign-in element.
    ///
    /// # Errors
    /// When it cannot be pressed.
    pub async fn press(self) -> Outcome {
        let way = "sell-sign-in >>> [part~=button]:enabled";
        self.0.browser().press_deep(way).await
    }

    /// Signs in by leaving the page: presses, logs in, allows. Gives the token.
    ///
    /// # Errors
    /// When one of these cannot be done, or no session comes of it.
    pub async fn sign_in_by_redirect(self) -> Outcome<String> {
        self.press().await?;
        self.0.log_in().await?;
        self.0.consent().allow().await?;
        self.wait_for_status("active").await?;
        self.0.records().token().await
    }

    /// Signs in by a window that closes when it is done with.
    ///
    /// # Errors
    /// When one of these cannot be done, or no session comes of it.
    pub async fn sign_in_by_window(self) -> Outcome {
        let page = self.0.browser().web().window().await?;
        self.press().await?;
        let window = self.0.browser().other_window(&page).await?;
        self.0.log_in().await?;
        self.0.consent().allow().await?;
        self.0.browser().gone(&window, &page).await?;
        self.wait_for_status("active").await
    }

    /// As [`EmbedPage::open_with`], and somebody signs in by leaving the page, of which it hears.
    ///
    /// # Errors
    /// As [`EmbedPage::open_with`] and [`EmbedPage::sign_in_by_redirect`].
    pub async fn open_signed_in(self, further: &str) -> Outcome {
        self.open_with(further).await?;
        self.sign_in_by_redirect().await?;
        self.wait_to_hear("signed-in").await.map(drop)
    }

    /// Goes to the sign-in window that was opened from this page, allows, and comes back.
    ///
    /// # Errors
    /// When there is none, or it does not close.
    pub async fn allow_in_window(self, page: &WindowHandle) -> Outcome {
        let window = self.0.browser().other_window(page).await?;
        self.0.consent().allow().await?;
        self.0.browser().gone(&window, page).await
    }

    /// Tells the page whether the person looks at it: without a screen every window has the focus.
    ///
    /// # Errors
    /// When the page cannot be told.
    pub async fn person_is_here(self, here: bool) -> Outcome {
        let script = "const here = arguments[0]; document.hasFocus = () => here; return null";
        let told = self.0.browser().script::<Value>(script, here.into());
        told.await.map(drop)
    }

    /// What the sign-in element says of the session.
    ///
    /// # Errors
    /// When there is none.
    pub async fn status(self) -> Outcome<String> {
        let script = "return document.querySelector('sell-sign-in').status";
        self.0.browser().script(script, Value::Null).await
    }

    /// Waits for a status.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn wait_for_status(self, status: &str) -> Outcome {
        let what = format!("the element's status {status}");
        let look = async || Ok((self.status().await? == status).then_some(()));
        self.0.browser().wait(&what, look).await
    }

    /// The events that the page heard so far, in order.
    ///
    /// # Errors
    /// When it does not listen.
    pub async fn heard(self) -> Outcome<Vec<Heard>> {
        let script = "return window.journeyEvents";
        self.0.browser().script(script, Value::Null).await
    }

    /// Those of one type.
    ///
    /// # Errors
    /// When the page does not listen.
    pub async fn heard_of(self, kind: &str) -> Outcome<Vec<Heard>> {
        let mut heard = self.heard().await?;
        heard.retain(|event| event.kind == kind);
        Ok(heard)
    }

    /// Waits for an event of a type.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn wait_to_hear(self, kind: &str) -> Outcome<Heard> {
        let look = async || Ok(self.heard_of(kind).await?.into_iter().next());
        self.0
            .browser()
            .wait(&format!("the event {kind}"), look)
            .await
    }

    /// All that can be read in the element's shadow root.
    ///
    /// # Errors
    /// When there is no such element.
    pub async fn text(self, element: &str) -> Outcome<String> {
        let script = "return document.querySelector(arguments[0]).shadowRoot.textContent";
        self.0.browser().script(script, element.into()).await
    }

    /// Waits until these words can be read in the element's shadow root.
    ///
    /// # Errors
    /// When they never can.
    pub async fn wait_for_words(self, element: &str, words: &str) -> Outcome {
        let look = async || Ok(self.text(element).await?.contains(words).then_some(()));
        self.0.browser().wait(words, look).await
    }

    /// Calls the API through the element and gives the status.
    ///
    /// # Errors
    /// When it is refused.
    pub async fn request(self, path: &str) -> Outcome<u16> {
        let body =
            "return (await document.querySelector('sell-sign-in').request(arguments[0])).status";
        self.0.browser().script_later(body, path.into()).await
    }
}
