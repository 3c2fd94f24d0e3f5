//! What the journeys are made of: a browser, a stage beneath it, and pages that know their own
//! selectors.
//!
//! ```text
//!   journeys/*.rs        what a person does and sees, one sentence a test
//!        │
//!     Journey ── Control   the sandbox's levers, without a port
//!        │
//!      pages ── Browser ── Driver    chromedriver, or another engine's
//!        │
//!      sweep     the last step of every journey: no token where none belongs
//! ```

mod browser;
mod control;
mod driver;
mod engine;
mod evidence;
mod fault;
mod journey;
pub mod pages;
mod permit;
mod plan;
mod screen;
pub mod speed;
mod stranger;
mod sweep;
pub mod tour;
mod wire;

pub use browser::Browser;
pub use control::{Control, Seen};
pub use engine::Engine;
pub use fault::{Fault, Outcome};
pub use journey::{Journey, journey};
pub use plan::Plan;
pub use stranger::Stranger;
