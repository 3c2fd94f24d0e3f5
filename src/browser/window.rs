//! A window beside the page, in which a person signs in, and the two ways by which its callback
//! page sends the answer here.
//!
//! The window's page may cut itself off from us (a server that sends a cross-origin opener policy):
//! then only the broadcast channel is left. A frame of another site has a storage partition of its
//! own, channels included: then only the message to the opener is left. So both are listened to.

use std::fmt;
use std::rc::Rc;

use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, Document, Event, Window};

use super::callback::EventListener;
use super::object::{get, of_window, text};
use super::page;
use crate::protocol::text::cut;

/// What the names of channels begin with, and of what is left in a window; the `state` follows.
const CHANNEL: &str = "sell-elements:popup:";

/// The kind of message that brings an answer.
const ANSWER: &str = "sell-elements:answer";

/// The kind of message that says it was taken.
const TAKEN: &str = "sell-elements:taken";

/// Room for a login form.
const FEATURES: &str = "popup,width=520,height=720";

/// The answer of an authorization server, as the callback page found it in its address. It may
/// hold a token.
#[allow(missing_debug_implementations, reason = "both texts may hold a token")]
pub struct Answer {
    /// The fragment, with its `#`.
    pub hash: String,
    /// The query, with its `?`.
    pub search: String,
}

/// A window that was opened. Dropping it hangs up; it does not close the window.
pub struct SignInWindow {
    window: Window,
    channel: Option<BroadcastChannel>,
    state: String,
    listeners: Vec<EventListener>,
}

/// Whether the person is acting on this page right now, as far as the browser says.
#[must_use]
pub fn is_activated() -> bool {
    let activation = get(&of_window("navigator"), "userActivation");
    get(&activation, "isActive").is_truthy()
}

/// Whether the person is looking at this page and not at another window.
#[must_use]
pub fn has_focus() -> bool {
    let document: Document = of_window("document").unchecked_into();
    document.has_focus().unwrap_or(false)
}

impl Answer {
    /// Reads what the callback page had in its address, query first.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let (search, _) = cut(text, b'#');
        let hash = &text[search.len()..];
        Self {
            hash: hash.to_owned(),
            search: search.to_owned(),
        }
    }
}

impl SignInWindow {
    /// Opens a window at an address. Browsers allow it inside a click only; `None` is their no.
    ///
    /// It is marked as ours: the callback page wipes what a marked window got as a copy, and what
    /// any other holds is not its to wipe.
    #[must_use]
    pub fn open(url: &str, state: &str) -> Option<Self> {
        let opened = web_sys::window()?
            .open_with_url_and_target_and_features(url, "_blank", FEATURES)
            .ok()??;
        let window = Self {
            window: opened,
            channel: BroadcastChannel::new(&[CHANNEL, state].concat()).ok(),
            state: state.to_owned(),
            listeners: Vec::new(),
        };
        // Where nothing can be kept there is no copy either.
        let _ = window.leave("");
        Some(window)
    }

    /// Hands over what the callback page sends. A message counts only if it comes from our own
    /// origin, from this very window or over the channel that nobody else knows, and with our
    /// `state`.
    pub fn listen(&mut self, on_answer: impl Fn(Answer) + 'static) {
        let on_answer = Rc::new(on_answer);
        let Some(page) = web_sys::window() else {
            return;
        };
        let origin = page::origin();
        let (ours, state) = (self.window.clone(), self.state.clone());
        let by_message = {
            let on_answer = Rc::clone(&on_answer);
            move |event: &Event| {
                if Object::is(&get(event, "source"), &ours)
                    && text(event, "origin") == origin
                    && let Some(answer) = read(&get(event, "data"), &state)
                {
                    on_answer(answer);
                }
            }
        };
        self.listeners
            .push(EventListener::new(&page, "message", by_message));
        if let Some(channel) = &self.channel {
            let state = self.state.clone();
            self.listeners
                .push(EventListener::new(channel, "message", move |event| {
                    if let Some(answer) = read(&get(event, "data"), &state) {
                        on_answer(answer);
                    }
                }));
        }
    }

    /// Leaves a text for our callback page in what the window's tab keeps for our origin. Possible
    /// only until another page has loaded there, so right after opening.
    #[must_use]
    pub fn leave(&self, text: &str) -> bool {
        let storage = self.window.session_storage().ok().flatten();
        let key = [CHANNEL, &self.state].concat();
        storage.is_some_and(|storage| storage.set_item(&key, text).is_ok())
    }

    /// Tells the callback page that its answer was taken, both ways; it closes then.
    pub fn confirm(&self) {
        let message = Object::new();
        for (name, value) in [("type", TAKEN), ("state", self.state.as_str())] {
            // A property of a fresh object can always be set.
            drop(Reflect::set(&message, &name.into(), &value.into()));
        }
        if let Some(channel) = &self.channel {
            drop(channel.post_message(&message));
        }
        if let Some(origin) = page::origin() {
            drop(self.window.post_message(&message, &origin));
        }
    }

    /// Brings the window to the front.
    pub fn focus(&self) {
        drop(self.window.focus());
    }

    /// Closes the window, where it is still ours to close.
    pub fn close(&self) {
        drop(self.window.close());
    }

    /// Whether the window is gone, or has cut itself off from us: the browser does not say which.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        get(&self.window, "closed").as_bool().unwrap_or(true)
    }
}

fn read(data: &JsValue, state: &str) -> Option<Answer> {
    let is_ours = text(data, "type").as_deref() == Some(ANSWER)
        && text(data, "state").as_deref() == Some(state);
    is_ours.then_some(())?;
    Some(Answer {
        hash: text(data, "hash")?,
        search: text(data, "search")?,
    })
}

impl Drop for SignInWindow {
    fn drop(&mut self) {
        if let Some(channel) = &self.channel {
            channel.close();
        }
    }
}

impl fmt::Debug for SignInWindow {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("SignInWindow")
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::Answer;

    #[test]
    fn an_answer_is_split_where_its_fragment_begins() {
        for (text, search, hash) in [
            ("?view=a#state=b", "?view=a", "#state=b"),
            ("#state=b#c", "", "#state=b#c"),
            (
                "?error=access_denied&state=b",
                "?error=access_denied&state=b",
                "",
            ),
            ("", "", ""),
        ] {
            let answer = Answer::parse(text);
            assert_eq!((&*answer.search, &*answer.hash), (search, hash));
        }
    }
}
