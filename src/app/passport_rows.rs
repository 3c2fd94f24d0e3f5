//! The three accounts of a token side by side, with their differences in words.

use super::moment;
use crate::components::{Element, Missing, PassportRow, code, missing as no, tags, value};
use crate::protocol::token_info::{Application, Remaining, TokenInfo};
use crate::protocol::{Now, Scope, Scopes};
use crate::session::grant::told_expiry;
use crate::session::{Expiry, Passport};
use crate::words::{Gap, time, words};

/// The rows for the session's token.
pub(super) fn of_session(
    passport: &Passport,
    client_id: &str,
    now: Now,
) -> Vec<PassportRow<'static>> {
    let heads = &words().passport;
    let latest = passport.lookup.latest();
    let info = latest.map(|inspected| &inspected.info);
    let asked_at = latest.map_or(now, |inspected| inspected.at);
    vec![
        PassportRow {
            name: heads.scopes,
            asked: names(&passport.asked),
            said: passport
                .said
                .as_ref()
                .map_or_else(|| no(Missing::NotSent), names),
            now: scopes_now(info),
            difference: difference(passport, info),
        },
        PassportRow {
            name: heads.expires,
            asked: no(Missing::NotAsked),
            said: expires_in(passport),
            now: end_now(info, asked_at, now),
            difference: None,
        },
        owner(info),
        PassportRow {
            name: heads.application,
            asked: code(client_id),
            said: no(Missing::NotSent),
            now: application(info),
            difference: None,
        },
    ]
}

/// The rows for a pasted token: nobody knows what was asked for.
pub(super) fn of_pasted(
    info: Option<&TokenInfo>,
    asked_at: Now,
    now: Now,
) -> Vec<PassportRow<'static>> {
    let heads = &words().passport;
    let row = |name: &'static str, cell| PassportRow {
        name,
        asked: no(Missing::Unknown),
        said: no(Missing::Unknown),
        now: cell,
        difference: None,
    };
    vec![
        row(heads.scopes, scopes_now(info)),
        row(heads.expires, end_now(info, asked_at, now)),
        PassportRow {
            asked: no(Missing::Unknown),
            said: no(Missing::Unknown),
            ..owner(info)
        },
        row(heads.application, application(info)),
    ]
}

/// What was asked for and is not held.
pub(super) fn missing(passport: &Passport) -> Scopes {
    passport.asked.without(&passport.held)
}

fn owner(info: Option<&TokenInfo>) -> PassportRow<'static> {
    PassportRow {
        name: words().passport.owner,
        asked: no(Missing::NotAsked),
        said: no(Missing::NotSent),
        now: match info {
            None => no(Missing::NotChecked),
            Some(info) => info
                .owner
                .as_deref()
                .map_or_else(|| no(Missing::Unknown), code),
        },
        difference: None,
    }
}

fn scopes_now(info: Option<&TokenInfo>) -> Element {
    match info {
        None => no(Missing::NotChecked),
        Some(info) => info
            .scopes
            .as_ref()
            .map_or_else(|| no(Missing::Unknown), names),
    }
}

fn application(info: Option<&TokenInfo>) -> Element {
    match info.map(|info| &info.application) {
        None => no(Missing::NotChecked),
        Some(Application::Named(uid)) => code(uid),
        Some(Application::NotNamed | Application::Unreadable) => no(Missing::NotVerified),
    }
}

fn end_now(info: Option<&TokenInfo>, asked_at: Now, now: Now) -> Element {
    let Some(info) = info else {
        return no(Missing::NotChecked);
    };
    match (info.remaining, told_expiry(info, asked_at)) {
        (Remaining::Never, _) => value(words().cells.never),
        (_, Expiry::At(deadline)) => value(&moment::ahead(deadline, now)),
        (_, Expiry::Never | Expiry::Unknown) => no(Missing::Unknown),
    }
}

fn difference(passport: &Passport, info: Option<&TokenInfo>) -> Option<String> {
    let heads = &words().passport;
    // Before the server or the redirect named any scope there is nothing to compare.
    if passport.said.is_none() && info.is_none_or(|info| info.scopes.is_none()) {
        return None;
    }
    let extra = passport.held.without(&passport.asked);
    let mut told = String::new();
    for (scopes, phrase) in [(missing(passport), &heads.missing), (extra, &heads.extra)] {
        if !scopes.is_empty() {
            if !told.is_empty() {
                told.push_str(". ");
            }
            let scopes = scopes.to_string();
            told.push_str(&phrase.fill(&[Gap {
                name: "scopes",
                value: &scopes,
            }]));
        }
    }
    (!told.is_empty()).then_some(told)
}

fn expires_in(passport: &Passport) -> Element {
    match passport.expires_in {
        Some(seconds) => value(&time::span(u64::from(seconds))),
        None => no(Missing::NotSent),
    }
}

fn names(scopes: &Scopes) -> Element {
    tags(&mut scopes.iter().map(Scope::as_str))
}
