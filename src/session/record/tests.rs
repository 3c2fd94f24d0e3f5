//! Records, read and written.

use implicit_judge::ATTEMPT_LIFE_MS;

use super::*;
use crate::protocol::HttpUrl;
use crate::protocol::{AccessToken, Json, Now, Scopes, State};
use crate::sell::SELL;
use crate::session::expiry::Expiry;
use crate::session::grant::Via;
use crate::session::problem::{AnswerFault, Problem};
use crate::session::settings::{Page, Settings};

const NOW: Now = Now {
    wall: 1_760_000_000_000,
    mono: 1_760_000_000_000,
};

fn settings() -> Settings {
    let page = Page {
        address: HttpUrl::parse("https://dash.example/").unwrap(),
    };
    let json = r#"{"client_id":"c","scopes":["read"]}"#;
    Settings::read(&SELL, &Json::from_text(json), &page).unwrap()
}

/// An attempt as it is stored; `number` tells it from others.
fn attempt(number: u8, started_at: u64, used: bool) -> Json {
    let now = Now {
        wall: started_at,
        mono: 0,
    };
    let mut attempts = Attempts::stored(None);
    attempts.begin(
        &settings(),
        &Scopes::parse("read").unwrap(),
        &State::from_random(&[number; 32]),
        now,
        "https://dash.example/",
    );
    let Json::List(mut items) = attempts.into() else {
        panic!("attempts are a list");
    };
    if let Some(Json::Object(members)) = items.first_mut() {
        // The capture script marks it so.
        members.retain(|(name, _)| name != "used");
        members.push(("used".to_owned(), Json::Flag(used)));
    }
    items.remove(0)
}

fn swept(json: Option<Json>) -> Json {
    let mut attempts = Attempts::stored(json);
    attempts.sweep(NOW);
    attempts.into()
}

fn grant_json(change: impl Fn(&mut serde_json::Value)) -> Json {
    let mut value = serde_json::json!({
        "v": 1, "client_id": "c", "session": "default",
        "authorization_endpoint": "https://api.getbase.com/oauth2/authorize",
        "token_info_endpoint": "https://api.getbase.com/oauth2/token/info",
        "revocation_endpoint": "https://api.getbase.com/oauth2/revoke",
        "api_base": "https://api.getbase.com",
        "redirect_uri": "https://dash.example/callback.html",
        "access_token": "0123456789abcdef", "asked": "read", "said": null, "expires_in": 3600,
        "received_at": NOW.wall, "received_mono": NOW.mono, "via": "redirect",
    });
    change(&mut value);
    value.into()
}

fn reads(change: impl Fn(&mut serde_json::Value)) -> bool {
    read_grant(&grant_json(change), &settings(), NOW).is_some()
}

#[test]
fn what_is_written_is_read_again() {
    let written = Json::List(vec![
        attempt(1, NOW.wall, false),
        attempt(2, NOW.wall, true),
    ]);
    assert_eq!(swept(Some(written.clone())), written);
}

#[test]
fn old_and_surplus_attempts_are_swept() {
    let mut attempts: Vec<_> = (0..7)
        .map(|number| attempt(number, NOW.wall, false))
        .collect();
    attempts.push(attempt(8, NOW.wall - ATTEMPT_LIFE_MS, false));
    attempts.push(attempt(9, NOW.wall + 120_000, false));
    attempts.push(attempt(10, NOW.wall, true));
    let kept = Json::List([&attempts[2..7], &attempts[9..]].concat());
    assert_eq!(swept(Some(Json::List(attempts))), kept);
    let Json::List(mut more) = kept else {
        panic!("attempts are a list");
    };
    more.push(attempt(11, NOW.wall, false));
    let newest = Json::List(more[1..].to_vec());
    assert_eq!(swept(Some(Json::List(more))), newest);
}

#[test]
fn an_attempt_waits_for_its_own_settings_until_it_is_used() {
    for (used, waits) in [(false, true), (true, false)] {
        let stored = Json::List(vec![attempt(1, NOW.wall, used)]);
        let attempts = Attempts::stored(Some(stored));
        assert_eq!(attempts.any_waits_for(&settings()), waits);
        let mut others = settings();
        "second".clone_into(&mut others.session);
        assert!(!attempts.any_waits_for(&others));
    }
}

#[test]
fn unreadable_attempts_are_none() {
    for text in ["null", "1", "{}", "[null,1,[],{\"v\":1}]", r#"[{"v":2}]"#] {
        assert_eq!(
            swept(Some(Json::from_text(text))),
            Json::List(vec![]),
            "{text}"
        );
    }
    assert_eq!(swept(None), Json::List(vec![]));
}

#[test]
fn a_grant_of_these_settings_is_restored() {
    let grant = read_grant(&grant_json(|_| ()), &settings(), NOW).unwrap();
    assert_eq!(
        grant.live_token(NOW).map(AccessToken::expose),
        Some("0123456789abcdef")
    );
    assert_eq!(grant.via, Via::Restored);
}

#[test]
fn a_grant_that_came_by_a_window_is_written_and_read_again() {
    let settings = settings();
    let mut grant = read_grant(&grant_json(|_| ()), &settings, NOW).unwrap();
    grant.said = Scopes::parse("read");
    let written = write_grant(&grant, &settings);
    let again = read_grant(&written, &settings, NOW).unwrap();
    assert_eq!(
        again.live_token(NOW).map(AccessToken::expose),
        grant.live_token(NOW).map(AccessToken::expose)
    );
    assert_eq!((again.asked, again.said), (grant.asked, grant.said));
    assert_eq!(again.expiry, grant.expiry);
}

#[test]
fn any_difference_drops_the_grant() {
    for (member, value) in [
        ("v", serde_json::json!(2)),
        ("client_id", serde_json::json!("other")),
        ("session", serde_json::json!("second")),
        (
            "authorization_endpoint",
            serde_json::json!("https://evil.example/a"),
        ),
        (
            "token_info_endpoint",
            serde_json::json!("https://evil.example/i"),
        ),
        (
            "revocation_endpoint",
            serde_json::json!("https://evil.example/r"),
        ),
        ("api_base", serde_json::json!("https://evil.example")),
        (
            "redirect_uri",
            serde_json::json!("https://dash.example/other.html"),
        ),
        ("access_token", serde_json::json!("a\r\nb")),
        ("access_token", serde_json::json!("é")),
        ("access_token", serde_json::json!(7)),
        ("asked", serde_json::json!(null)),
        ("said", serde_json::json!(["read"])),
        ("expires_in", serde_json::json!("3600")),
        ("expires_in", serde_json::json!(-1)),
        ("expires_in", serde_json::json!(8_640_000_000_000_000_u64)),
        ("received_at", serde_json::json!("now")),
        ("received_at", serde_json::json!(-5)),
        ("received_mono", serde_json::json!(null)),
    ] {
        assert!(
            !reads(|record| record[member] = value.clone()),
            "{member} = {value}"
        );
    }
    assert!(reads(|_| ()));
    assert!(reads(|record| record["unknown"] = serde_json::json!(1)));
}

#[test]
fn a_record_from_the_future_lives_no_longer_than_one_from_now() {
    let json = grant_json(|record| {
        record["received_at"] = serde_json::json!(NOW.wall + 7_200_000);
        record["received_mono"] = serde_json::json!(NOW.mono + 7_200_000);
    });
    let Expiry::At(deadline) = read_grant(&json, &settings(), NOW).unwrap().expiry else {
        panic!("known end")
    };
    assert_eq!(deadline.remaining(NOW), 3_570_000);
}

#[test]
fn copies_of_a_record_know_each_other_whatever_the_clocks_show() {
    let stamp = |record: &Json, now| read_grant(record, &settings(), now).unwrap().stamp;
    let record = grant_json(|_| ());
    let set_back = Now {
        wall: NOW.wall - 7_200_000,
        mono: NOW.mono,
    };
    assert_eq!(stamp(&record, NOW), stamp(&record, set_back));
    let by_itself = grant_json(|record| record["received_at"] = serde_json::json!(NOW.wall + 1));
    assert_ne!(stamp(&record, NOW), stamp(&by_itself, NOW));
}

#[test]
fn an_outcome_is_read_for_these_settings_or_for_nobody() {
    let read = |text: &str| read_outcome(&Json::from_text(text), &settings());
    assert_eq!(
        read(r#"{"v":1,"kind":"unknown_state"}"#),
        Some(Problem::Answer(AnswerFault::Named("unknown_state".into())))
    );
    assert_eq!(
        read(r#"{"v":1,"kind":"unknown_state","client_id":"other"}"#),
        None
    );
    assert_eq!(read(r#"{"v":1,"kind":"denied"}"#), None);
    assert!(matches!(
        read(r#"{"v":1,"kind":"denied","error":"access_denied"}"#),
        Some(Problem::Denied(_))
    ));
    assert_eq!(read("[]"), None);
}

#[test]
fn the_key_of_a_grant_is_the_one_that_the_capture_script_builds() {
    let json = r#"{"client_id":"a b!'()*~:é","scopes":["read"]}"#;
    let page = Page {
        address: HttpUrl::parse("https://dash.example/").unwrap(),
    };
    assert!(
        Settings::read(&SELL, &Json::from_text(json), &page).is_err(),
        "no such client id"
    );
    let json = r#"{"client_id":"a b!'()*~:/","scopes":["read"]}"#;
    let settings = Settings::read(&SELL, &Json::from_text(json), &page).unwrap();
    assert_eq!(
        grant_key(&settings),
        "sell-elements:grant:a%20b!'()*~%3A%2F:default"
    );
}
