//! The built app and the sandbox Sell, side by side on two origins of this machine.
//!
//! ```text
//!                   loopback only
//!   browser ---- app origin ------ Site: dist/ with the strict policy, config.json of the demo
//!           |\-- host origin ----- Host: somebody else's pages around the package, when asked for
//!           \--- sandbox origin -- sell_sandbox: authorization server and API
//!            \-- control origin -- sell_sandbox: its switches, when asked for
//! ```
//!
//! [`Stage`] starts and ends all of it, for the demo and for the journeys. [`Site`] is the first
//! row alone, a router that tests call without a port.

mod error;
mod host;
mod options;
mod serve;
mod site;
mod stage;

pub use error::{Server, StageError};
pub use host::{Host, HostPage};
pub use options::StageOptions;
pub use site::{Held, Pattern, Site, SiteConfiguration, Switches};
pub use stage::Stage;
