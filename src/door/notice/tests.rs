//! What is told, when, and once.

use serde_json::{Value, json};

use super::*;
use crate::door::token_record::tests::{NOW, TOKEN, grant, info, view};
use crate::protocol::{Failure, Refusal, TransportError};
use crate::session::{Grant, Reason, Session, WARN_BEFORE_MS};

fn later(milliseconds: u64) -> Now {
    Now {
        wall: NOW.wall + milliseconds,
        mono: NOW.mono + milliseconds,
    }
}

fn known() -> Grant {
    let mut grant = grant();
    grant.learn(info(), NOW);
    grant
}

fn look(watch: &mut Watch, session: Session, now: Now) -> Vec<Notice> {
    watch.look(&view(session), now, &Fingerprints::default(), false)
}

fn written(notice: &Notice) -> Value {
    notice.detail.clone().into()
}

fn names(notices: &[Notice]) -> Vec<&'static str> {
    notices.iter().map(|notice| notice.name).collect()
}

#[test]
fn a_sign_in_is_told_once_and_not_before_the_server_was_asked() {
    let mut watch = Watch::new(WARN_BEFORE_MS);
    let unasked = look(&mut watch, Session::SignedIn(Box::new(grant())), NOW);
    assert_eq!(names(&unasked), ["status"]);
    let asked = look(&mut watch, Session::SignedIn(Box::new(known())), NOW);
    assert_eq!(names(&asked), ["signed-in", "inspected"]);
    assert_eq!(
        written(&asked[0]),
        json!({
            "scopes": ["read", "sync"], "missingScopes": ["profile"], "extraScopes": ["sync"],
            "expiresAt": "2025-10-09T09:42:50Z", "owner": {"id": 70123}, "via": "popup",
        })
    );
    assert_eq!(
        names(&look(&mut watch, Session::SignedIn(Box::new(known())), NOW)),
        [""; 0]
    );
}

#[test]
fn a_server_that_cannot_be_asked_keeps_nobody_out() {
    let mut watch = Watch::new(WARN_BEFORE_MS);
    let mut grant = grant();
    grant.lookup = Lookup::Failed {
        failure: Failure::bare(Refusal::Transport(TransportError::Unreadable)),
        before: None,
    };
    let told = look(&mut watch, Session::SignedIn(Box::new(grant)), NOW);
    assert_eq!(names(&told), ["status", "signed-in", "error"]);
}

#[test]
fn a_token_that_is_not_ours_is_never_told_of() {
    let mut watch = Watch::new(WARN_BEFORE_MS);
    let _ = look(&mut watch, Session::SignedIn(Box::new(grant())), NOW);
    let told = look(&mut watch, Session::SignedOut(Reason::Foreign), NOW);
    assert_eq!(names(&told), ["status"]);
}

#[test]
fn a_sign_out_is_told_with_its_reason_and_only_of_a_token_that_was_told_of() {
    let end = |held| {
        let mut watch = Watch::new(WARN_BEFORE_MS);
        let _ = look(&mut watch, Session::SignedIn(Box::new(held)), NOW);
        let told = look(&mut watch, Session::SignedOut(Reason::Forgotten), NOW);
        let end = told.iter().find(|notice| notice.name == "signed-out");
        end.map(written)
    };
    let forgotten = json!({"reason": "forgotten", "revoked": null});
    assert_eq!(end(known()), Some(forgotten));
    assert_eq!(end(grant()), None);
}

#[test]
fn the_end_is_told_when_the_page_wants_it_and_at_the_last_minute() {
    for (warn_before_ms, expected) in [
        (WARN_BEFORE_MS, &[300, 60][..]),
        (30_000, &[60, 30]),
        (60_000, &[60]),
        (0, &[60]),
    ] {
        let mut watch = Watch::new(warn_before_ms);
        let mut warned = Vec::new();
        for second in 0..3600 {
            let session = Session::SignedIn(Box::new(known()));
            for notice in look(&mut watch, session, later(second * 1000)) {
                warned.extend(notice.detail.unsigned("secondsLeft"));
            }
        }
        assert_eq!(warned, expected);
    }
}

#[test]
fn who_comes_in_the_last_minute_is_told_once() {
    let mut watch = Watch::new(WARN_BEFORE_MS);
    let told = |watch: &mut Watch, at| {
        let notices = look(watch, Session::SignedIn(Box::new(known())), later(at));
        notices
            .iter()
            .filter(|notice| notice.name == "expiring")
            .count()
    };
    assert_eq!(told(&mut watch, 2_950_000), 1);
    assert_eq!(told(&mut watch, 2_951_000), 0);
}

#[test]
fn an_error_is_told_once_until_it_is_another_one() {
    let mut watch = Watch::new(WARN_BEFORE_MS);
    let expired = || Session::SignedOut(Reason::Expired { at: 0 });
    assert_eq!(
        names(&look(&mut watch, expired(), NOW)),
        ["status", "error"]
    );
    assert_eq!(names(&look(&mut watch, expired(), NOW)), [""; 0]);
}

#[test]
fn no_notice_holds_the_token() {
    let mut watch = Watch::new(WARN_BEFORE_MS);
    let told = look(&mut watch, Session::SignedIn(Box::new(known())), NOW);
    assert!(!told.is_empty());
    for notice in told {
        assert!(!written(&notice).to_string().contains(TOKEN));
    }
}
