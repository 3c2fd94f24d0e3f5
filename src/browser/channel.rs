//! Word between all who may hold copies of one grant, in this tab and in others: a broadcast channel,
//! and storage events where there is none. How a grant ended travels and when it was received, never
//! a token.

use std::fmt;
use std::rc::Rc;

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{BroadcastChannel, MessageEvent, StorageEvent};

/// What the names of channels and of signal keys begin with; the key of the grant's record follows.
const PREFIX: &str = "sell-elements:signal:";

/// A line to the other holders. Dropping it hangs up.
pub struct Tabs {
    name: String,
    channel: Option<BroadcastChannel>,
    _listeners: Vec<EventListener>,
}

impl Tabs {
    /// Opens the line about the record of this key and hands all words that arrive to `on_words`.
    pub fn open(key: &str, on_words: impl Fn(&str) + 'static) -> Self {
        let name = [PREFIX, key].concat();
        let channel = BroadcastChannel::new(&name).ok();
        let on_words = Rc::new(on_words);
        let mut listeners = Vec::new();
        if let Some(channel) = &channel {
            let on_words = Rc::clone(&on_words);
            listeners.push(EventListener::new(channel, "message", move |event| {
                let message = event
                    .dyn_ref::<MessageEvent>()
                    .and_then(|event| event.data().as_string());
                if let Some(words) = message {
                    on_words(&words);
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
                    .for_each(|words| on_words(words));
            }));
        }
        Self {
            name,
            channel,
            _listeners: listeners,
        }
    }

    /// Says words to the other holders, both ways. Hearing it twice does no harm.
    pub fn say(&self, words: &str) {
        if let Some(channel) = &self.channel {
            drop(channel.post_message(&words.into()));
        }
        // Writing and removing at once is what fires the event in the others; nothing stays.
        let storage = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
        if let Some(storage) = storage {
            drop(storage.set_item(&self.name, words));
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
