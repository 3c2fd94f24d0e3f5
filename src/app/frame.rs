//! What stands on every screen.

use std::rc::Rc;

use super::desk::{Deed, Desk};
use super::view::Screen;
use super::{moment, verdict};
use crate::components::{Element, Tone, badge, el, site_header, tab, tab_notice, theme_toggle};
use crate::session::Status;
use crate::words::{Gap, words};

/// Header, the screen, footer.
pub(super) fn around(desk: &Rc<Desk>, body: Element, status: Element) -> Element {
    let controls = theme_toggle(desk.local().theme, &|theme| desk.on(Deed::Theme(theme)));
    let header = site_header(
        session_badge(desk),
        tabs(desk),
        controls,
        desk.on(Deed::Skip),
    );
    let main = el("main.sell-main[tabindex=-1]").node(&desk.nodes.main);
    el("div.sell-page")
        .child(header)
        .child(main.child(body).child(status))
        .child(el("footer.sell-footer").child(tab_notice()))
}

fn tabs(desk: &Rc<Desk>) -> Vec<Element> {
    let link = |screen: Screen| {
        let current = screen == desk.local().screen;
        let go = desk.on(Deed::Go(screen));
        tab(screen.label(), &screen.href(), current, go)
    };
    let mut tabs: Vec<Element> = Screen::ALL.map(link).into();
    // A page of its own, so that nobody loads it who does not go there.
    let embed = el("a.sell-tab[href=embed.html]")
        .key("embed")
        .word(words().frame.embed);
    tabs.insert(tabs.len() - 1, embed);
    tabs
}

/// The session in a few words.
pub(super) fn session_badge(desk: &Desk) -> Element {
    let frame = words().frame;
    let view = desk.view();
    let live = matches!(view.status, Status::Active | Status::Expiring);
    let Some(passport) = view.passport.as_ref().filter(|_| live) else {
        return badge(Tone::Neutral, frame.signed_out.say());
    };
    let connected = frame.connected.fill(&[
        Gap {
            name: "scopes",
            value: &passport.held.joined(),
        },
        Gap {
            name: "left",
            value: &moment::left(passport.expiry, desk.now()),
        },
    ]);
    badge(verdict::standing(view, passport), &connected)
}
