//! Moving the keyboard's focus to what has just changed.

use web_sys::HtmlElement;
use yew::prelude::*;

/// Focuses `node` when `cause` becomes something, or something else. `None` leaves focus alone.
#[hook]
pub fn use_focus_on(node: &NodeRef, cause: Option<AttrValue>) {
    let node = node.clone();
    use_effect_with(cause, move |cause| {
        if cause.is_some() {
            focus(&node);
        }
    });
}

/// Focuses `node` when it is in the page. A browser that refuses leaves the focus where it is.
pub(super) fn focus(node: &NodeRef) {
    if let Some(element) = node.cast::<HtmlElement>() {
        let _ = element.focus();
    }
}
