//! What a page makes of what it finds: a grant in storage, one handed over, a tampered one.

use sell_elements::session::{Event, Lookup, Reason, Status};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{
    GRANT_KEY, OURS, TOKEN, calls_made, hand_over, pretend, record, restore_fetch, start, tab_with,
    take_away, until,
};

fn stored() -> Option<String> {
    web_sys::window()
        .unwrap()
        .session_storage()
        .unwrap()
        .unwrap()
        .get_item(GRANT_KEY)
        .unwrap()
}

#[wasm_bindgen_test]
async fn a_stored_grant_is_active_at_once_and_the_server_is_asked_about_it() {
    tab_with(Some(&record()));
    pretend(200, OURS);
    let (runtime, _) = start();
    assert_eq!(
        runtime.view().status,
        Status::Active,
        "known before the first paint"
    );
    assert_eq!(
        runtime.reveal(),
        None,
        "not shown before the server was asked"
    );
    let known = |view: &sell_elements::session::View| {
        matches!(
            view.passport.as_ref().map(|passport| &passport.lookup),
            Some(Lookup::Known(_))
        )
    };
    until(&runtime, known).await;
    assert_eq!(calls_made(), "GET https://api.example/oauth2/token/info");
    assert_eq!(runtime.reveal().as_deref(), Some(TOKEN));
    restore_fetch();
}

#[wasm_bindgen_test]
async fn a_401_ends_the_session_and_wipes_the_record() {
    tab_with(Some(&record()));
    pretend(401, r#"{"error":"invalid_token"}"#);
    let (runtime, _) = start();
    let view = until(&runtime, |view| view.status == Status::Rejected).await;
    assert_eq!(view.reason, Some(Reason::Rejected));
    assert_eq!(stored(), None);
    restore_fetch();
}

#[wasm_bindgen_test]
async fn an_answer_that_the_browser_hides_keeps_the_session() {
    tab_with(Some(&record()));
    pretend(0, "");
    let (runtime, _) = start();
    let failed = |view: &sell_elements::session::View| {
        matches!(
            view.passport.as_ref().map(|passport| &passport.lookup),
            Some(Lookup::Failed { .. })
        )
    };
    let view = until(&runtime, failed).await;
    assert_eq!(view.status, Status::Active);
    assert!(stored().is_some());
    restore_fetch();
}

#[wasm_bindgen_test]
async fn a_token_of_another_application_is_dropped() {
    tab_with(Some(&record()));
    pretend(200, &OURS.replace("\"ours\"", "\"theirs\""));
    let (runtime, _) = start();
    let view = until(&runtime, |view| view.status == Status::Failed).await;
    assert_eq!(view.reason, Some(Reason::Foreign));
    assert_eq!(stored(), None);
    assert!(!calls_made().contains("revoke"), "it is not ours to revoke");
    restore_fetch();
}

#[wasm_bindgen_test]
fn a_tampered_record_is_dropped_without_a_request() {
    let good = record();
    for bad in [
        String::new(),
        "null".to_owned(),
        "[]".to_owned(),
        "1".to_owned(),
        "[".repeat(5_000),
        format!("{}{}", "[".repeat(5_000), "]".repeat(5_000)),
        "\u{fffd}".repeat(1_000),
        good.replace(
            "https://api.example/oauth2/token/info",
            "https://evil.example/i",
        ),
        good.replace(
            "\"api_base\":\"https://api.example\"",
            "\"api_base\":\"https://evil.example\"",
        ),
        good.replace("\"client_id\":\"ours\"", "\"client_id\":\"theirs\""),
        good.replace(TOKEN, "a\\r\\nb"),
        good.replace(TOKEN, "é"),
        good.replace("\"v\":1", "\"v\":2"),
        good.replace("3600", "\"soon\""),
        good.replace("3600", "8640000000000000"),
    ] {
        tab_with(Some(&bad));
        pretend(200, OURS);
        let (runtime, _) = start();
        let shown = bad.get(..60).unwrap_or(&bad);
        assert_eq!(runtime.view().status, Status::SignedOut, "{shown}");
        assert_eq!(stored(), None, "{shown}");
        assert_eq!(calls_made(), "", "{shown}");
    }
    restore_fetch();
}

#[wasm_bindgen_test]
fn three_sessions_on_one_page_consume_one_answer_once() {
    tab_with(None);
    pretend(0, "");
    hand_over(&record());
    let statuses: Vec<_> = (0..3).map(|_| start().0.view().status).collect();
    take_away();
    assert_eq!(
        statuses,
        [Status::Active, Status::SignedOut, Status::SignedOut]
    );
    restore_fetch();
}

#[wasm_bindgen_test]
fn forgetting_wipes_the_record_at_once() {
    tab_with(Some(&record()));
    pretend(0, "");
    let (runtime, _) = start();
    runtime.dispatch(Event::ForgetAsked);
    assert_eq!(stored(), None);
    assert_eq!(runtime.view().reason, Some(Reason::Forgotten));
    restore_fetch();
}
