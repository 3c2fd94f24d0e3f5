//! Which panel of a page speaks for a session: the rule is told at [`PanelKind`].

use std::cell::RefCell;

use ::yew::prelude::*;

use crate::app::{PanelKind, PanelOptions, Specimens};

thread_local! {
    static SEATS: RefCell<Vec<Seat>> = const { RefCell::new(Vec::new()) };
}

/// Who is asked first to speak. A panel that shows nothing of the session is asked last.
type Rank = (bool, PanelKind);

/// A panel that is in the page.
#[derive(Debug)]
struct Seat {
    number: u32,
    session: String,
    rank: Rank,
}

/// What a panel holds while it is in the page.
#[derive(Debug, Default)]
struct Held(Option<u32>);

impl Held {
    /// Sits down where the panel did not yet; whether it speaks.
    fn sit(&mut self, session: &str, rank: Rank) -> bool {
        SEATS.with_borrow_mut(|seats| {
            let own = seats.iter_mut().find(|seat| Some(seat.number) == self.0);
            if let Some(seat) = own.filter(|seat| seat.session == session) {
                seat.rank = rank;
            } else {
                self.leave(seats);
                let number = seats.iter().map(|seat| seat.number).max().unwrap_or(0) + 1;
                self.0 = Some(number);
                let session = session.to_owned();
                seats.push(Seat {
                    number,
                    session,
                    rank,
                });
            }
            speaker(seats, session) == self.0
        })
    }

    fn leave(&mut self, seats: &mut Vec<Seat>) {
        seats.retain(|seat| Some(seat.number) != self.0);
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        SEATS.with_borrow_mut(|seats| self.leave(seats));
    }
}

/// The panel that speaks for a session: of the first rank that is there, the one that came first.
fn speaker(seats: &[Seat], session: &str) -> Option<u32> {
    let of_session = seats.iter().filter(|seat| seat.session == session);
    Some(of_session.min_by_key(|seat| seat.rank)?.number)
}

/// Whether this panel speaks for its session. A panel that goes leaves that to another one, which
/// finds out as it is drawn at the next tick.
#[hook]
pub(super) fn use_speaker(session: &str, kind: PanelKind, options: &PanelOptions) -> bool {
    let held = use_mut_ref(Held::default);
    let rank = (options.source == Specimens::Paste, kind);
    held.borrow_mut().sit(session, rank)
}

#[cfg(test)]
mod tests {
    use super::{Held, PanelKind};

    const SIGN_IN: (bool, PanelKind) = (false, PanelKind::SignIn);
    const TOKEN: (bool, PanelKind) = (false, PanelKind::Token);
    const PASTE: (bool, PanelKind) = (true, PanelKind::Token);
    const SCOPES: (bool, PanelKind) = (false, PanelKind::Scopes);

    fn panel(session: &str, rank: (bool, PanelKind)) -> Held {
        let mut held = Held::default();
        held.sit(session, rank);
        held
    }

    #[test]
    fn the_first_sign_in_panel_of_a_session_speaks_for_it() {
        let mut token = panel("a", TOKEN);
        let mut elsewhere = panel("b", SIGN_IN);
        let mut first = panel("a", SIGN_IN);
        let mut second = panel("a", SIGN_IN);
        assert!(first.sit("a", SIGN_IN) && elsewhere.sit("b", SIGN_IN));
        assert!(!second.sit("a", SIGN_IN) && !token.sit("a", TOKEN));
        drop(first);
        assert!(second.sit("a", SIGN_IN));
        drop(second);
        assert!(token.sit("a", TOKEN));
    }

    #[test]
    fn a_panel_that_shows_nothing_of_the_session_speaks_last() {
        let mut paste = panel("a", PASTE);
        let mut scopes = panel("a", SCOPES);
        assert!(scopes.sit("a", SCOPES) && !paste.sit("a", PASTE));
        assert!(paste.sit("a", TOKEN) && !scopes.sit("a", SCOPES));
    }

    #[test]
    fn a_panel_that_goes_to_another_session_speaks_there() {
        let mut first = panel("a", SIGN_IN);
        let mut second = panel("a", TOKEN);
        assert!(first.sit("b", SIGN_IN));
        assert!(second.sit("a", TOKEN));
    }

    #[test]
    fn the_contract_names_the_elements_in_the_order_in_which_they_speak() {
        let contract = include_str!("../../static/elements/contract.json");
        let contract: serde_json::Value = serde_json::from_str(contract).unwrap();
        let elements = contract["elements"].as_array().unwrap();
        let tags: Vec<_> = elements.iter().map(|element| &element["tag"]).collect();
        assert_eq!(tags, ["sell-sign-in", "sell-token", "sell-scopes"]);
        assert!(PanelKind::SignIn < PanelKind::Token && PanelKind::Token < PanelKind::Scopes);
    }
}
