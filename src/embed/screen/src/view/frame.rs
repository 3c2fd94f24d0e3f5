//! The header and the footer that every page of the app has.

use std::rc::Rc;

use js_sys::Date;
use sell_elements::app::screens;
use sell_elements::components::{
    Element, badge, el, site_header, status_region, tab_notice, theme_toggle,
};
use sell_elements::words::words;

use crate::desk::Desk;
use crate::state::Action;

/// Header, the screen, footer.
pub(super) fn around(desk: &Rc<Desk>, body: Element) -> Element {
    let state = desk.state();
    let held = state.held.clone().unwrap_or_default();
    let (tone, told) = held.told(Date::now());
    let controls = theme_toggle(state.theme, &|theme| desk.on(move || Action::Theme(theme)));
    let header = site_header(badge(tone, &told), tabs(), controls, desk.on_skip());
    let main = el("main.sell-main[tabindex=-1]").node(&desk.nodes.main);
    el("div.sell-page")
        .child(header)
        .child(main.child(body).child(status_region(&state.said, "")))
        .child(el("footer.sell-footer").child(tab_notice()))
}

/// The app's screens, and this page among them as the app's own header has it.
fn tabs() -> Vec<Element> {
    let link = |label: &str, href: &str| el("a.sell-tab").attr("href", href).text(label);
    let screens = screens().into_iter();
    let mut tabs: Vec<Element> = screens
        .map(|(label, href)| link(label, &["./", &href].concat()))
        .collect();
    let own = link(words().frame.embed.say(), "embed.html").attr("aria-current", "page");
    tabs.insert(tabs.len().saturating_sub(1), own);
    tabs
}
