//! Which panel speaks for a session. Several may show one session, and what concerns all of it is
//! said once: by the first sign-in panel or, where there is none, by the first token panel.

use std::cell::RefCell;

use yew::prelude::*;

use super::panel::PanelKind;
use crate::runtime::Runtime;

thread_local! {
    static SEATS: RefCell<Vec<Seat<Runtime>>> = const { RefCell::new(Vec::new()) };
}

/// A panel that is in the page.
#[derive(Debug)]
struct Seat<S> {
    number: u32,
    session: S,
    kind: PanelKind,
}

/// What a panel holds while it is in the page.
#[derive(Debug, Default)]
struct Held(Option<u32>);

impl Held {
    /// Sits down where the panel did not yet; whether it speaks.
    fn sit(&mut self, session: &Runtime, kind: PanelKind) -> bool {
        SEATS.with_borrow_mut(|seats| {
            let own = seats.iter().find(|seat| Some(seat.number) == self.0);
            if own.is_none_or(|seat| seat.session != *session) {
                self.leave(seats);
                let number = seats.iter().map(|seat| seat.number).max().unwrap_or(0) + 1;
                self.0 = Some(number);
                let session = session.clone();
                seats.push(Seat {
                    number,
                    session,
                    kind,
                });
            }
            speaker(seats, session) == self.0
        })
    }

    fn leave(&mut self, seats: &mut Vec<Seat<Runtime>>) {
        seats.retain(|seat| Some(seat.number) != self.0);
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        SEATS.with_borrow_mut(|seats| self.leave(seats));
    }
}

/// The panel that speaks for a session: of the first kind that is there, the one that came first.
fn speaker<S: PartialEq>(seats: &[Seat<S>], session: &S) -> Option<u32> {
    let of_session = seats.iter().filter(|seat| seat.session == *session);
    Some(of_session.min_by_key(|seat| seat.kind)?.number)
}

/// Whether this panel speaks for its session. A panel that goes leaves that to another one, which
/// finds out as it is drawn at the next tick.
#[hook]
pub(super) fn use_speaker(session: &Runtime, kind: PanelKind) -> bool {
    let held = use_mut_ref(Held::default);
    held.borrow_mut().sit(session, kind)
}

#[cfg(test)]
mod tests {
    use super::{PanelKind, Seat, speaker};

    fn seats(kinds: &[(&'static str, PanelKind)]) -> Vec<Seat<&'static str>> {
        let seat = |(number, (session, kind)): (u32, &(&'static str, PanelKind))| Seat {
            number,
            session: *session,
            kind: *kind,
        };
        (1..).zip(kinds).map(seat).collect()
    }

    #[test]
    fn the_first_sign_in_panel_of_a_session_speaks_for_it() {
        let seats = seats(&[
            ("a", PanelKind::Token),
            ("b", PanelKind::SignIn),
            ("a", PanelKind::SignIn),
            ("a", PanelKind::SignIn),
        ]);
        assert_eq!(speaker(&seats, &"a"), Some(3));
        assert_eq!(speaker(&seats, &"b"), Some(2));
        assert_eq!(speaker(&seats, &"c"), None);
    }

    #[test]
    fn without_a_sign_in_panel_the_token_panel_speaks() {
        let seats = seats(&[("a", PanelKind::Scopes), ("a", PanelKind::Token)]);
        assert_eq!(speaker(&seats, &"a"), Some(2));
    }
}
