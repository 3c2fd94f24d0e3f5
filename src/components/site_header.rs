//! The header of the page: name, session, views.

use wasm_bindgen::JsCast;
use web_sys::{Event, MouseEvent};
use yew::Callback;

use super::element::{self, Element, el};
use crate::words::words;

/// The header with the session in a few words (a [`super::badge`]), the views (each a [`tab`]) and
/// further controls (a [`super::theme_toggle`]). `on_skip` takes the person past the header.
pub fn site_header(
    badge: Element,
    tabs: Vec<Element>,
    controls: Element,
    on_skip: Callback<()>,
) -> Element {
    let frame = words().frame;
    let skip = el("button[type=button][class=sell-button sell-skip]")
        .on_click(on_skip)
        .word(frame.skip);
    el("header.sell-header")
        .child(skip)
        .child(el("span.sell-header-name").word(frame.name))
        .child(
            el("nav.sell-header-tabs")
                .attr("aria-label", frame.views.say())
                .all(tabs),
        )
        .child(el("div.sell-header-badge").child(badge))
        .child(el("div.sell-header-controls").child(controls))
}

/// A link to a view: a real link, a click with a key held opens another tab as everywhere. Its
/// address is a query, because the fragment belongs to the sign-in.
pub fn tab(label: &str, href: &str, current: bool, on_choose: Callback<()>) -> Element {
    let onclick = Callback::from(move |event: Event| {
        if is_plain(event.unchecked_ref()) {
            event.prevent_default();
            on_choose.emit(());
        }
    });
    el("a.sell-tab")
        .key(href)
        .attr("href", href)
        .attr_if("aria-current", current.then_some("page"))
        .on(element::Kind::Click, onclick)
        .text(label)
}

/// Whether a click means this tab: the main button, and no key held.
fn is_plain(event: &MouseEvent) -> bool {
    let key = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    event.button() == 0 && !key
}
