//! The adapters against the browser itself.

use sell_elements::browser::{BrowserError, Durability, Storage, http, json, random};
use sell_elements::protocol::{Body, Json, Method, Request, State, TransportError};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{allow_storage, block_storage, fill_storage, pretend, restore_fetch, tab_with};

#[wasm_bindgen_test]
fn a_storage_that_throws_is_replaced_by_memory() {
    block_storage();
    let storage = Storage::of_tab();
    let refused = Storage::Tab.set("a", "1");
    assert_eq!(Storage::Tab.get("a"), None);
    Storage::Tab.remove("a");
    allow_storage();
    assert_eq!(storage.durability(), Durability::Page);
    assert_eq!(refused, Err(BrowserError::Forbidden));
    assert_eq!(storage.set("a", "1"), Ok(()));
    assert_eq!(storage.get("a").as_deref(), Some("1"));
    storage.remove("a");
    assert_eq!(storage.get("a"), None);
}

#[wasm_bindgen_test]
fn a_full_storage_says_so_and_still_reads() {
    tab_with(None);
    Storage::Tab.set("mine", "kept").unwrap();
    fill_storage();
    let refused = Storage::Tab.set("more", &"x".repeat(64));
    let durability = Storage::of_tab().durability();
    let kept = Storage::Tab.get("mine");
    tab_with(None);
    assert_eq!(refused, Err(BrowserError::Full));
    assert_eq!(durability, Durability::Tab);
    assert_eq!(kept.as_deref(), Some("kept"));
}

#[wasm_bindgen_test]
fn a_thousand_states_differ() {
    let mut states: Vec<String> = (0..1000)
        .map(|_| {
            State::from_random(&random::state_bytes().unwrap())
                .expose()
                .to_owned()
        })
        .collect();
    assert!(states.iter().all(|state| state.len() == 43));
    states.sort();
    states.dedup();
    assert_eq!(states.len(), 1000);
}

#[wasm_bindgen_test]
fn json_is_written_in_order_as_plain_objects_and_numbers() {
    let text = r#"{"b":{"id":9007199254740991},"a":["é\"",null,true,-1],"c":[],"d":{}}"#;
    let json = json::parse(text).unwrap();
    assert_eq!(json::write(&json).as_deref(), Some(text));
}

#[wasm_bindgen_test]
fn json_is_read_by_kind() {
    let value =
        json::parse(r#"{"a":"é","b":7,"c":1.5,"d":[null,true],"e":1e400,"f":9007199254740993}"#)
            .unwrap();
    assert_eq!(value.text("a"), Some("é"));
    assert_eq!(value.unsigned("b"), Some(7));
    assert_eq!(value.get("c"), Some(&Json::Other));
    assert_eq!(
        value.get("d").unwrap().items(),
        [Json::Null, Json::Flag(true)]
    );
    assert_eq!(value.get("e"), Some(&Json::Other));
    assert_eq!(value.get("f"), Some(&Json::Other));
}

#[wasm_bindgen_test]
fn hostile_json_is_refused_without_a_crash() {
    let deep =
        |levels: usize| json::parse(&format!("{}{}", "[".repeat(levels), "]".repeat(levels)));
    assert!(deep(32).is_some());
    assert!(deep(33).is_none());
    assert!(deep(5_000).is_none());
    for text in ["", "{", "{}x", "\u{feff}{}", "undefined", "\u{0}"] {
        assert_eq!(json::parse(text), None, "{text:?}");
    }
    // A lone surrogate is no text of ours, and no reason to stop.
    assert!(json::parse(r#"{"a":"\ud800"}"#).is_some());
}

#[wasm_bindgen_test]
fn json_is_indented_and_other_text_left_alone() {
    assert_eq!(json::pretty(r#"{"a":1}"#), "{\n  \"a\": 1\n}");
    assert_eq!(json::pretty("<html>"), "<html>");
}

#[wasm_bindgen_test]
async fn whatever_a_fetch_throws_is_an_answer_that_cannot_be_read() {
    let request = Request {
        method: Method::Get,
        url: "https://api.example/".to_owned(),
        body: Body::Bearer("Bearer x".to_owned()),
        timeout_ms: 1_000,
        keepalive: false,
    };
    for status in [0, 1] {
        pretend(status, "");
        let fault = http::send(&request).await.err();
        restore_fetch();
        assert_eq!(fault, Some(TransportError::Unreadable), "{status}");
    }
}
