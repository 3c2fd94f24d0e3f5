//! The three accounts of a token side by side, with their differences in words.

use super::moment;
use crate::components::{
    Element, Missing, account, account_row, code, missing as no, passport, passport_row, tags,
    value,
};
use crate::protocol::token_info::{Application, Remaining, TokenInfo};
use crate::protocol::{Now, Scope, Scopes};
use crate::session::grant::{Inspected, told_expiry};
use crate::session::{Expiry, Passport};
use crate::words::time::{self, Unit};
use crate::words::words;

/// The account of the session's token.
pub(super) fn of_session(held: &Passport, client_id: &str, now: Now) -> Element {
    let heads = words().passport;
    let latest = held.lookup.latest();
    let info = latest.map(|inspected| &inspected.info);
    let asked_at = latest.map_or(now, |inspected| inspected.at);
    let said = match &held.said {
        Some(scopes) => names(scopes),
        None => no(Missing::NotSent),
    };
    let scopes = [names(&held.asked), said, scopes_now(info)];
    let end = [
        no(Missing::NotAsked),
        expires_in(held),
        end_now(info, asked_at, now),
    ];
    let owner = [no(Missing::NotAsked), no(Missing::NotSent), owner(info)];
    let app = [code(client_id), no(Missing::NotSent), application(info)];
    passport()
        .child(passport_row(
            heads.scopes.say(),
            scopes,
            difference(held, info).as_deref(),
        ))
        .child(passport_row(heads.expires.say(), end, None))
        .child(passport_row(heads.owner.say(), owner, None))
        .child(passport_row(heads.application.say(), app, None))
}

/// The account of a pasted token: nobody knows what was asked for.
pub(super) fn of_pasted(latest: &Inspected, now: Now) -> Element {
    let heads = words().passport;
    let info = Some(&latest.info);
    account()
        .child(account_row(heads.scopes.say(), scopes_now(info)))
        .child(account_row(
            heads.expires.say(),
            end_now(info, latest.at, now),
        ))
        .child(account_row(heads.owner.say(), owner(info)))
        .child(account_row(heads.application.say(), application(info)))
}

/// What was asked for and is not held.
pub(super) fn missing(passport: &Passport) -> Scopes {
    passport.asked.without(&passport.held)
}

fn owner(info: Option<&TokenInfo>) -> Element {
    match info.map(|info| info.owner.as_deref()) {
        None => no(Missing::NotChecked),
        Some(None) => no(Missing::Unknown),
        Some(Some(owner)) => code(owner),
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
        (Remaining::Never, _) => value(words().cells.never.say()),
        (_, Expiry::At(deadline)) => value(&moment::ahead(deadline, now)),
        (_, Expiry::Never | Expiry::Unknown) => no(Missing::Unknown),
    }
}

fn difference(passport: &Passport, info: Option<&TokenInfo>) -> Option<String> {
    let heads = words().passport;
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
            let scopes = scopes.joined();
            told.push_str(&phrase.with("scopes", &scopes));
        }
    }
    (!told.is_empty()).then_some(told)
}

/// To the second, as it was sent: what is rounded cannot be compared.
fn expires_in(passport: &Passport) -> Element {
    match passport.expires_in {
        Some(seconds) => value(&time::amount(u64::from(seconds), Unit::Second)),
        None => no(Missing::NotSent),
    }
}

fn names(scopes: &Scopes) -> Element {
    tags(&mut scopes.iter().map(Scope::as_str))
}
