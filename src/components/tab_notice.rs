//! Where the token lives.

use super::element::{Element, el};
use crate::words::words;

/// Says that another tab knows nothing of this token.
pub fn tab_notice() -> Element {
    el("p.sell-tab-notice").word(words().frame.tab_notice)
}
