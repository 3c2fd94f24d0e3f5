//! Word between all who may hold copies of one grant, in this tab and in others, by a broadcast
//! channel. How a grant ended travels and when it was received, never a token. Nothing is written.

use std::fmt;

use web_sys::BroadcastChannel;

use super::callback::EventListener;
use super::object::text;

/// What the names of channels begin with; the key of the grant's record follows.
const PREFIX: &str = "sell-elements:signal:";

/// A line to the other holders. Dropping it hangs up. In a browser without such channels it is dead.
pub struct Tabs(Option<(BroadcastChannel, EventListener)>);

impl Tabs {
    /// Opens the line about the record of this key and hands all words that arrive to `on_words`.
    pub fn open(key: &str, on_words: impl Fn(&str) + 'static) -> Self {
        let channel = BroadcastChannel::new(&[PREFIX, key].concat());
        Self(channel.ok().map(|channel| {
            let listener = EventListener::new(&channel, "message", move |event| {
                if let Some(words) = text(event, "data") {
                    on_words(&words);
                }
            });
            (channel, listener)
        }))
    }

    /// Says words to the other holders.
    pub fn say(&self, words: &str) {
        if let Some((channel, _)) = &self.0 {
            drop(channel.post_message(&words.into()));
        }
    }
}

impl Drop for Tabs {
    fn drop(&mut self) {
        if let Some((channel, _)) = &self.0 {
            channel.close();
        }
    }
}

impl fmt::Debug for Tabs {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.0.as_ref().map(|(channel, _)| channel.name());
        formatter.debug_tuple("Tabs").field(&name).finish()
    }
}
