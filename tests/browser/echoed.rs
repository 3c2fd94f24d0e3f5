//! What a server writes back about a token, with the token in it.

use sell_elements::protocol::ApiPath;
use sell_elements::session::{Lookup, View};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{OURS, TOKEN, pretend, record, restore_fetch, start, tab_with, until};

const PLACEHOLDER: &str = "$ACCESS_TOKEN";

/// The token as JSON may write it: every reader of JSON takes the two for the same.
fn escaped() -> String {
    format!("\\u{:04x}{}", u32::from(TOKEN.as_bytes()[0]), &TOKEN[1..])
}

fn is_settled(view: &View) -> bool {
    let lookup = view.passport.as_ref().map(|passport| &passport.lookup);
    matches!(lookup, Some(Lookup::Known(_) | Lookup::Failed { .. }))
}

#[wasm_bindgen_test]
async fn a_token_that_token_info_echoes_is_masked_however_it_is_escaped() {
    for echo in [TOKEN.to_owned(), escaped()] {
        tab_with(Some(&record()));
        pretend(
            200,
            &OURS.replacen('{', &format!(r#"{{"token":"{echo}","#), 1),
        );
        let (runtime, _) = start();
        let view = until(&runtime, is_settled).await;
        let known = format!("{view:?}");
        assert!(known.contains(PLACEHOLDER), "{known}");
        assert!(!known.contains(&TOKEN[1..]), "{known}");
        restore_fetch();
    }
}

#[wasm_bindgen_test]
async fn a_token_in_a_server_s_error_is_masked() {
    tab_with(Some(&record()));
    let body = format!(
        r#"{{"error":"odd","error_description":"{} is odd"}}"#,
        escaped()
    );
    pretend(400, &body);
    let (runtime, _) = start();
    let view = until(&runtime, is_settled).await;
    let Some(Lookup::Failed { failure, .. }) = view.passport.as_ref().map(|it| &it.lookup) else {
        panic!("{view:?}");
    };
    assert_eq!(
        failure.report.message.as_deref(),
        Some("$ACCESS_TOKEN is odd")
    );
    restore_fetch();
}

#[wasm_bindgen_test]
async fn a_token_in_the_body_of_a_call_is_masked() {
    tab_with(Some(&record()));
    pretend(200, OURS);
    let (runtime, _) = start();
    until(&runtime, is_settled).await;
    pretend(200, &format!(r#"{{"you sent":"Bearer {}"}}"#, escaped()));
    let path = ApiPath::parse("/v2/users/self").unwrap();
    let outcome = runtime.call(&path, |_| true).await.unwrap();
    let (_, body) = outcome.result.unwrap();
    assert!(body.contains("Bearer $ACCESS_TOKEN"), "{body}");
    restore_fetch();
}
