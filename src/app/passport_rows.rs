//! The three accounts of a token side by side, with their differences in words.

use yew::AttrValue;

use super::moment;
use crate::components::{Cell, PassportRow};
use crate::protocol::token_info::{Application, Remaining, TokenInfo};
use crate::protocol::{Now, Scopes};
use crate::session::grant::told_expiry;
use crate::session::{Expiry, Passport};
use crate::words::{Gap, time, words};

/// The rows for the session's token.
pub(super) fn of_session(passport: &Passport, client_id: &str, now: Now) -> Vec<PassportRow> {
    let heads = &words().passport;
    let latest = passport.lookup.latest();
    let info = latest.map(|inspected| &inspected.info);
    let asked_at = latest.map_or(now, |inspected| inspected.at);
    vec![
        PassportRow {
            name: heads.scopes.into(),
            asked: tags(&passport.asked),
            said: passport.said.as_ref().map_or(Cell::NotSent, tags),
            now: scopes_now(info),
            difference: difference(passport, info),
        },
        PassportRow {
            name: heads.expires.into(),
            asked: Cell::NotAsked,
            said: passport.expires_in.map_or(Cell::NotSent, |seconds| value(time::span(u64::from(seconds)))),
            now: end_now(info, asked_at, now),
            difference: None,
        },
        owner(info),
        PassportRow {
            name: heads.application.into(),
            asked: Cell::Code(client_id.to_owned().into()),
            said: Cell::NotSent,
            now: application(info),
            difference: None,
        },
    ]
}

/// The rows for a pasted token: nobody knows what was asked for.
pub(super) fn of_pasted(info: Option<&TokenInfo>, asked_at: Now, now: Now) -> Vec<PassportRow> {
    let heads = &words().passport;
    let row = |name: &'static str, cell| PassportRow {
        name: name.into(),
        asked: Cell::Unknown,
        said: Cell::Unknown,
        now: cell,
        difference: None,
    };
    vec![
        row(heads.scopes, scopes_now(info)),
        row(heads.expires, end_now(info, asked_at, now)),
        PassportRow { asked: Cell::Unknown, said: Cell::Unknown, ..owner(info) },
        row(heads.application, application(info)),
    ]
}

/// What was asked for and is not held.
pub(super) fn missing(passport: &Passport) -> Scopes {
    passport.asked.without(&passport.held)
}

fn owner(info: Option<&TokenInfo>) -> PassportRow {
    PassportRow {
        name: words().passport.owner.into(),
        asked: Cell::NotAsked,
        said: Cell::NotSent,
        now: match info {
            None => Cell::NotChecked,
            Some(info) => info.owner.as_ref().map_or(Cell::Unknown, |owner| Cell::Code(owner.clone().into())),
        },
        difference: None,
    }
}

fn scopes_now(info: Option<&TokenInfo>) -> Cell {
    match info {
        None => Cell::NotChecked,
        Some(info) => info.scopes.as_ref().map_or(Cell::Unknown, tags),
    }
}

fn application(info: Option<&TokenInfo>) -> Cell {
    match info.map(|info| &info.application) {
        None => Cell::NotChecked,
        Some(Application::Named(uid)) => Cell::Code(uid.clone().into()),
        Some(Application::NotNamed | Application::Unreadable) => Cell::NotVerified,
    }
}

fn end_now(info: Option<&TokenInfo>, asked_at: Now, now: Now) -> Cell {
    let Some(info) = info else { return Cell::NotChecked };
    match (info.remaining, told_expiry(info, asked_at)) {
        (Remaining::Never, _) => Cell::Never,
        (_, Expiry::At(deadline)) => value(moment::ahead(deadline, now)),
        (_, Expiry::Never | Expiry::Unknown) => Cell::Unknown,
    }
}

fn difference(passport: &Passport, info: Option<&TokenInfo>) -> Option<AttrValue> {
    let heads = &words().passport;
    // Before the server or the redirect named any scope there is nothing to compare.
    if passport.said.is_none() && info.is_none_or(|info| info.scopes.is_none()) {
        return None;
    }
    let extra = passport.held.without(&passport.asked);
    let parts = [(missing(passport), &heads.missing), (extra, &heads.extra)];
    let told = parts.into_iter().filter(|(scopes, _)| !scopes.is_empty()).map(|(scopes, phrase)| {
        phrase.fill(&[Gap { name: "scopes", value: &scopes.to_string() }])
    });
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| told.join(". ").into())
}

fn tags(scopes: &Scopes) -> Cell {
    Cell::Tags(scopes.iter().map(|scope| scope.as_str().to_owned().into()).collect())
}

fn value(text: String) -> Cell {
    Cell::Value(text.into())
}
