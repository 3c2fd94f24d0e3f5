//! What can end a journey early.

use std::error::Error;

/// Anything that the browser, the stage or the harness could not do.
pub type Fault = Box<dyn Error + Send + Sync>;

/// The end of a step.
pub type Outcome<T = ()> = Result<T, Fault>;
