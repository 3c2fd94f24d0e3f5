//! The calls that the page around a panel offers and makes.

use std::rc::Rc;

use super::command;
use super::desk::{Deed, Desk};
use super::local::Part;
use super::offer::{CallState, Offer, Row, tag, title};
use super::own_calls::OwnCalls;
use super::surface::HostDeed;
use crate::components::el;
use crate::protocol::Json;
use crate::words::{panels, words};

/// The calls of a panel, and who makes them.
#[derive(Clone)]
pub struct Calls(Source);

#[derive(Clone)]
enum Source {
    /// A value, so that where nobody asks for it the program does not hold what it does.
    Own(&'static dyn Offer),
    Host(Rc<Offered>),
}

/// What a page offers, and what came of it so far.
#[derive(Debug, Default)]
pub struct Offered {
    /// The calls.
    pub calls: Vec<HostCall>,
    /// The id of the one that is spoken of.
    pub last: Option<String>,
}

/// A call of a page's own.
#[derive(Debug)]
pub struct HostCall {
    /// A `CallSpec` of the public contract, its parts as texts: `id`, `method`, `path`, `title`,
    /// `effect`, each set of `needs` with spaces between, `body` where there is one.
    pub spec: Json,
    /// Where it stands.
    pub state: Option<CallState>,
}

impl Calls {
    /// The provider's own, made by the panel itself.
    pub const OWN: Self = Self(Source::Own(&OwnCalls));

    /// Those of a page, which is asked to make them by [`HostDeed::Run`].
    #[must_use]
    pub fn of_host(offered: Offered) -> Self {
        Self(Source::Host(Rc::new(offered)))
    }

    pub(super) fn offer(&self) -> &dyn Offer {
        match &self.0 {
            Source::Own(offer) => *offer,
            Source::Host(offered) => offered.as_ref(),
        }
    }
}

impl Default for Calls {
    /// None at all.
    fn default() -> Self {
        Self::of_host(Offered::default())
    }
}

impl PartialEq for Calls {
    /// Whether they were handed over at once; there is one list of a panel's own.
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Source::Own(_), Source::Own(_)) => true,
            (Source::Host(one), Source::Host(other)) => {
                Rc::ptr_eq(one, other) || one.calls.is_empty() && other.calls.is_empty()
            }
            _ => false,
        }
    }
}

impl std::fmt::Debug for Calls {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Calls")
    }
}

impl Offer for Offered {
    fn row<'a>(&'a self, _desk: &Desk, _part: &'a Part, place: usize) -> Option<Row<'a>> {
        let HostCall { spec, state } = self.calls.get(place)?;
        let text = |name| spec.text(name).unwrap_or_default();
        let (id, effect) = (text("id"), text("effect"));
        let mut title = title(words().calls.said(text("title")));
        if let Some((_, word)) = panels().effects.iter().find(|(known, _)| *known == effect) {
            title = title
                .text(" ")
                .child(el("span.sell-call-effect").word(*word));
        }
        let sets = spec.get("needs").map(Json::items).unwrap_or_default();
        let mut sets = sets.iter().filter_map(Json::as_text);
        let needs = sets.next().unwrap_or_default();
        let mut tags = el("span").child(tag(needs));
        for scopes in sets {
            tags = tags.word(panels().or).child(tag(scopes));
        }
        Some(Row {
            id,
            method: text("method"),
            path: text("path"),
            title,
            needs,
            tags,
            state: state.as_ref(),
            is_last: self.last.as_deref() == Some(id),
        })
    }

    fn run(&self, desk: &Desk, place: usize) {
        leave(desk, HostDeed::Run(place));
    }

    fn stop(&self, desk: &Desk, place: usize) {
        leave(desk, HostDeed::Stop(place));
    }

    fn command(&self, desk: &Desk, place: usize) -> Option<String> {
        command::any_call(desk.settings(), &self.calls.get(place)?.spec)
    }
}

fn leave(desk: &Desk, deed: HostDeed) {
    desk.surface.perform(desk, &Deed::Leave(deed));
}
