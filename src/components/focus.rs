//! Moving the keyboard's focus to what has just changed.

use web_sys::HtmlElement;
use yew::NodeRef;

/// Focuses `node` when it is in the page. A browser that refuses leaves the focus where it is.
pub fn focus(node: &NodeRef) {
    if let Some(element) = node.cast::<HtmlElement>() {
        drop(element.focus());
    }
}
