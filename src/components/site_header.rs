//! The header of the page: name, session, views.

use wasm_bindgen::JsCast;
use web_sys::{Event, MouseEvent};
use yew::Callback;
use yew::virtual_dom::ListenerKind;

use super::element::{Element, el};
use crate::words::words;

/// A link to a view.
#[derive(Debug)]
pub struct Tab {
    /// Its name.
    pub label: &'static str,
    /// Its address, by a query: the fragment belongs to the sign-in.
    pub href: String,
    /// It is the view on the screen.
    pub current: bool,
    /// It was chosen.
    pub on_choose: Callback<()>,
}

/// The header with the session in a few words (a [`super::badge`]), the views and further controls
/// (a [`super::theme_toggle`]). Its links are real links: a click with a key held opens another tab
/// as everywhere. `on_skip` takes the person past the header.
pub fn site_header(
    badge: Element,
    tabs: Vec<Tab>,
    controls: Element,
    on_skip: Callback<()>,
) -> Element {
    let frame = &words().frame;
    let mut nav = el("nav.sell-header-tabs").attr("aria-label", frame.views);
    for tab in tabs {
        nav = nav.add(link(tab));
    }
    let skip = el("button[type=button][class=sell-button sell-skip]")
        .on_click(on_skip)
        .text(frame.skip);
    el("header.sell-header")
        .add(skip)
        .add(el("span.sell-header-name").text(frame.name))
        .add(nav)
        .add(el("div.sell-header-badge").add(badge))
        .add(el("div.sell-header-controls").add(controls))
}

fn link(tab: Tab) -> Element {
    let on_choose = tab.on_choose;
    let onclick = Callback::from(move |event: Event| {
        if is_plain(event.unchecked_ref()) {
            event.prevent_default();
            on_choose.emit(());
        }
    });
    el("a.sell-tab")
        .key(&tab.href)
        .attr("href", &tab.href)
        .attr_if("aria-current", tab.current.then_some("page"))
        .on(ListenerKind::onclick, onclick)
        .text(tab.label)
}

/// Whether a click means this tab: the main button, and no key held.
fn is_plain(event: &MouseEvent) -> bool {
    let key = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    event.button() == 0 && !key
}
