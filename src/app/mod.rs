//! The page: the pure mappings from a session to what the components show, and what the person's
//! deeds do.
//!
//! There is one Yew component, [`App`]. It holds the session's snapshot, the time and the screen's
//! own state (`local`), and hands all three to the screens as one `desk::Desk`. Screens are
//! functions that return elements; what a button does is a `desk::Deed`, carried out in one place.

// The macro writes a public unit struct for each component, and it has nothing to show.
#![allow(missing_debug_implementations, reason = "component structs are empty")]

mod after;
mod announce;
mod calls;
mod choice;
mod command;
mod desk;
mod frame;
mod hosted;
mod inspect;
mod local;
mod moment;
mod notices;
mod offer;
mod own_calls;
mod own_page;
mod panel;
mod passport_rows;
mod probe;
mod remedy;
mod root;
mod scopes_panel;
mod secret;
mod setup;
mod sign_in_panel;
mod start;
mod surface;
mod token;
mod token_panel;
mod verdict;
mod view;

pub use hosted::{Calls, HostCall, Offered};
pub use offer::{CallState, Permit};
pub use panel::{Panel, PanelKind, PanelProps};
pub use root::{App, AppProps};
pub use surface::{HostDeed, PanelOptions, Specimens, Variant};
pub use view::screens;
