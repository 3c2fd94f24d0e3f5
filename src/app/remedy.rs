//! What can be done about a problem here: a button that does what it says, or none.

use super::desk::{Deed, Desk};
use super::local::Copied;
use super::surface::HostDeed;
use super::view::held;
use crate::advice::Told;
use crate::browser::{Durability, page};
use crate::protocol::{Scope, Scopes};
use crate::words::{ErrorKind, Gap, panels, words};

/// The advice as it reads here, and what its button does, where one can do it.
#[derive(Debug)]
pub(super) struct Remedy {
    pub(super) told: Told,
    pub(super) deed: Option<Deed>,
}

/// In a panel: the people in front of it cannot change the page around it, so what only its makers
/// can do is named as the attribute that it is.
pub(super) fn in_panel(desk: &Desk, mut told: Told, scopes: &Scopes) -> Remedy {
    let (panels, advice) = (panels(), &mut told.advice);
    let deed = match advice.kind {
        ErrorKind::RedirectMismatch => Some(Deed::Copy(Copied::RedirectUri)),
        ErrorKind::ClientRefused => {
            words()
                .actions
                .copy_client_id
                .say()
                .clone_into(&mut advice.action);
            Some(Deed::Copy(Copied::ClientId))
        }
        ErrorKind::ScopeRefused => {
            let refused = Refused::of(desk);
            advice.todo = refused.todo();
            advice.action = panels.without.with("scopes", &refused.unknown.joined());
            refused.rest().map(Deed::SignIn)
        }
        ErrorKind::PopupBlocked if may_leave(desk) => {
            Some(Deed::Leave(HostDeed::UseThisTab(scopes.clone())))
        }
        ErrorKind::PopupBlocked => {
            panels.allow_windows.say().clone_into(&mut advice.todo);
            words()
                .actions
                .sign_in_again
                .say()
                .clone_into(&mut advice.action);
            again(desk, scopes)
        }
        // What forbids the sign-in window forbids a new tab as well.
        ErrorKind::Framed => {
            let address = page::href().unwrap_or_default();
            advice.todo = panels.open_address.with("address", &address);
            None
        }
        ErrorKind::AccessDenied
        | ErrorKind::AuthServer
        | ErrorKind::StateMismatch
        | ErrorKind::PopupTimeout
        | ErrorKind::AnswerMalformed => again(desk, scopes),
        _ => None,
    };
    Remedy { told, deed }
}

/// Whether a sign-in may go by this very tab: a frame is never sent to the server, and leaving a
/// page that keeps nothing would lose what the answer is recognised by.
pub(super) fn may_leave(desk: &Desk) -> bool {
    !page::is_framed() && desk.runtime().durability() == Durability::Tab
}

/// Signs in again, unless the button that does so stands beside.
fn again(desk: &Desk, scopes: &Scopes) -> Option<Deed> {
    let stands_beside = desk.surface.has_way_in() && held(desk.view()).is_none();
    (!stands_beside).then(|| Deed::SignIn(scopes.clone()))
}

/// Scopes that were refused: a server names none, but what the provider does not document is what
/// it does not know.
#[derive(Debug, PartialEq)]
struct Refused {
    asked: Scopes,
    unknown: Scopes,
}

impl Refused {
    fn of(desk: &Desk) -> Self {
        let settings = desk.settings();
        let documented = settings.provider.scopes.iter();
        let documented = documented.filter_map(|entry| Scope::parse(entry.name));
        Self::among(settings.scopes.clone(), &Scopes::new(documented.collect()))
    }

    fn among(asked: Scopes, documented: &Scopes) -> Self {
        let unknown = asked.without(documented);
        Self { asked, unknown }
    }

    /// What can be asked for without those that are unknown.
    fn rest(&self) -> Option<Scopes> {
        let rest = self.asked.without(&self.unknown);
        (rest != self.asked && !rest.is_empty()).then_some(rest)
    }

    /// What the page's makers can do about it, and everybody else.
    fn todo(&self) -> String {
        let phrase = match self.rest() {
            Some(_) => panels().scope_to_take_out,
            None => panels().scope_to_correct,
        };
        phrase.fill(&[
            Gap {
                name: "unknown",
                value: &self.unknown.joined(),
            },
            Gap {
                name: "asked",
                value: &self.asked.joined(),
            },
        ])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(asked: &str) -> Refused {
        let scopes = |text| Scopes::parse(text).unwrap();
        Refused::among(scopes(asked), &scopes("read write profile"))
    }

    #[test]
    fn a_scope_that_is_not_documented_can_be_left_out() {
        let refused = refused("read sync");
        assert_eq!(refused.rest(), Scopes::parse("read"));
        let todo = r#"Take sync out of scope="read sync" of the element, or sign in without it."#;
        assert_eq!(refused.todo(), todo);
    }

    #[test]
    fn where_nobody_can_tell_which_it_was_the_attribute_is_named_and_nothing_is_guessed() {
        for asked in ["read profile", "sync"] {
            let refused = refused(asked);
            assert_eq!(refused.rest(), None);
            let named = format!("scope=\"{asked}\"");
            assert!(refused.todo().contains(&named), "{}", refused.todo());
        }
    }
}
