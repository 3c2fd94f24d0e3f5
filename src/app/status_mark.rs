//! The public status on the page's root element, for style sheets, tests and host pages.

use yew::prelude::*;

use crate::browser::page;
use crate::session::Status;

/// Keeps `data-status` of the root element equal to a status.
#[hook]
pub(super) fn use_status_mark(status: Status) {
    use_effect_with(status, |status| page::show_status(status.as_str()));
}
