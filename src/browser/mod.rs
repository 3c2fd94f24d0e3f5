//! Every contact with the browser, one file per API.
//!
//! Each call can fail and none may panic: in a sandboxed frame or with site data blocked, even
//! touching `sessionStorage` or calling `replaceState` throws. What can be replaced for a test
//! (clock, storage) is a value of the [`Browser`] bundle.
//!
//! | file | contact |
//! |---|---|
//! | `storage` | `sessionStorage`, or memory when refused |
//! | `clock` | `Date.now`, `performance` |
//! | `digest` | `crypto.subtle.digest` |
//! | `random` | `crypto.getRandomValues` |
//! | `exchange` | the same, for requests that a host page makes |
//! | `http` | `fetch`, `AbortController`, body streams |
//! | `callback` | events, timers |
//! | `page` | `location`, `history`, framing, what the capture script left |
//! | `channel` | `BroadcastChannel` |
//! | `wake` | visibility, focus, page show and hide, online |
//! | `window` | `window.open` and what is left in it, `postMessage`, `BroadcastChannel`, user activation |
//! | `clipboard` | `navigator.clipboard` |
//! | `json` | `JSON.parse`, `JSON.stringify` |
//! | `object` | `Reflect.get` |
//! | `task` | futures beside everything else |

pub mod callback;
pub mod channel;
pub mod clipboard;
pub mod clock;
pub mod digest;
pub mod error;
pub mod exchange;
pub mod http;
pub mod json;
pub mod object;
pub mod page;
pub mod random;
pub mod storage;
pub mod task;
pub mod wake;
pub mod window;

pub use callback::{EventListener, Timer};
pub use channel::Tabs;
pub use clock::Clock;
pub use error::BrowserError;
pub use storage::{Durability, Storage};
pub use window::SignInWindow;

/// The parts of the browser that a test can replace.
#[derive(Debug, Clone)]
pub struct Browser {
    /// What time it is.
    pub clock: Clock,
    /// Where records are kept.
    pub storage: Storage,
}

impl Browser {
    /// The browser that runs this page.
    #[must_use]
    pub fn real() -> Self {
        Self {
            clock: Clock::real(),
            storage: Storage::of_tab(),
        }
    }
}
