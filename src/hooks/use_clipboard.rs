//! Copying, with what was copied last.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::browser::clipboard;

/// A clipboard that remembers what was copied by a name, never the text itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Clipboard {
    last: UseStateHandle<Option<(AttrValue, bool)>>,
}

impl Clipboard {
    /// Copies a text under a name.
    pub fn copy(&self, name: impl Into<AttrValue>, text: String) {
        let (name, last) = (name.into(), self.last.clone());
        spawn_local(async move {
            let done = clipboard::copy(&text).await;
            last.set(Some((name, done)));
        });
    }

    /// Whether the text of this name was the last to be copied.
    #[must_use]
    pub fn has_copied(&self, name: &str) -> bool {
        matches!(&*self.last, Some((last, true)) if last == name)
    }

    /// Whether the browser refused to copy the text of this name.
    #[must_use]
    pub fn was_refused(&self, name: &str) -> bool {
        matches!(&*self.last, Some((last, false)) if last == name)
    }
}

/// A clipboard for one component.
#[hook]
pub fn use_clipboard() -> Clipboard {
    Clipboard {
        last: use_state(|| None),
    }
}
