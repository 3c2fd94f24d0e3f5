//! Word between the tabs of one session: a broadcast channel, and storage events where there is
//! none. Only the kind of an ending travels, never a token.

use std::fmt;
use std::rc::Rc;

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{BroadcastChannel, MessageEvent, StorageEvent};

/// What the names of channels and of signal keys begin with; the key of the session's grant follows.
const PREFIX: &str = "sell-elements:signal:";

/// A line to the other tabs. Dropping it hangs up.
pub struct Tabs {
    name: String,
    channel: Option<BroadcastChannel>,
    _listeners: Vec<EventListener>,
}

impl Tabs {
    /// Opens the line of those who keep a grant under this key, and hands every word that arrives to
    /// `on_word`. A session of another name holds another token: its end is not told here.
    pub fn open(grant_key: &str, on_word: impl Fn(&str) + 'static) -> Self {
        let name = [PREFIX, grant_key].concat();
        let channel = BroadcastChannel::new(&name).ok();
        let on_word = Rc::new(on_word);
        let mut listeners = Vec::new();
        if let Some(channel) = &channel {
            let on_word = Rc::clone(&on_word);
            listeners.push(EventListener::new(channel, "message", move |event| {
                let message = event
                    .dyn_ref::<MessageEvent>()
                    .and_then(|event| event.data().as_string());
                if let Some(word) = message {
                    on_word(&word);
                }
            }));
        }
        if let Some(window) = web_sys::window() {
            let key = name.clone();
            listeners.push(EventListener::new(&window, "storage", move |event| {
                let event = event
                    .dyn_ref::<StorageEvent>()
                    .filter(|event| event.key().as_deref() == Some(&key));
                event
                    .and_then(StorageEvent::new_value)
                    .iter()
                    .for_each(|word| on_word(word));
            }));
        }
        Self {
            name,
            channel,
            _listeners: listeners,
        }
    }

    /// Says a word to the other tabs, both ways. Hearing it twice does no harm.
    pub fn say(&self, word: &str) {
        if let Some(channel) = &self.channel {
            drop(channel.post_message(&word.into()));
        }
        // Writing and removing at once is what fires the event in the others; nothing stays.
        let storage = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
        if let Some(storage) = storage {
            drop(storage.set_item(&self.name, word));
            drop(storage.remove_item(&self.name));
        }
    }
}

impl Drop for Tabs {
    fn drop(&mut self) {
        if let Some(channel) = &self.channel {
            channel.close();
        }
    }
}

impl fmt::Debug for Tabs {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Tabs")
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
}
