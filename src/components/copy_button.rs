//! A button that copies, and says beside itself that it did.

use yew::Callback;

use super::element::{Element, el};
use super::{Tone, glyph, plain_button};
use crate::words::words;

/// A copy button, described by the text of an id where one is given. Its name stays the same; that
/// it was `copied` a moment ago stands beside it. Put the same into the status region.
pub fn copy_button(
    label: &str,
    described_by: Option<&str>,
    copied: bool,
    on_copy: Callback<()>,
) -> Element {
    let mut done = el("span.sell-copied[aria-hidden=true]");
    if copied {
        done = done.child(glyph(Tone::Works)).word(words().actions.copied);
    }
    el("span.sell-copy-button")
        .child(plain_button(label, on_copy).attr_if("aria-describedby", described_by))
        .child(done)
}
