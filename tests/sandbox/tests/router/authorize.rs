//! `/oauth2/authorize`: requests that are refused, and how (RFC 6749 §4.2.1, §4.2.2.1).

use axum::http::Method;
use serde_json::json;

use crate::support::{CALLBACK, CLIENT, Sell, asking};

async fn ask(sell: &Sell, query: &str) -> crate::support::Answer {
    sell.get(&format!("/oauth2/authorize?{query}")).await
}

#[tokio::test]
async fn a_bad_client_or_redirect_uri_is_a_page_and_never_a_redirect() {
    let sell = Sell::new();
    sell.sign_in().await;
    for query in [
        String::new(),
        format!("response_type=token&redirect_uri={CALLBACK}"),
        format!("response_type=token&client_id=unknown&redirect_uri={CALLBACK}"),
        format!("response_type=token&client_id=&redirect_uri={CALLBACK}"),
        format!(
            "response_type=token&client_id={CLIENT}&client_id={CLIENT}&redirect_uri={CALLBACK}"
        ),
        format!("response_type=token&client_id={CLIENT}"),
        format!("response_type=token&client_id={CLIENT}&redirect_uri="),
        format!("response_type=token&client_id={CLIENT}&redirect_uri={CALLBACK}&redirect_uri=x"),
        format!("response_type=token&client_id={CLIENT}&redirect_uri=https://evil.example/"),
        format!(
            "response_type=token&client_id={CLIENT}&redirect_uri=https://other-app.example/callback"
        ),
    ] {
        let answer = ask(&sell, &query).await;
        assert_eq!(
            (answer.status, answer.header("location")),
            (400, None),
            "{query}"
        );
        assert_eq!(
            answer.header("content-type"),
            Some("text/html; charset=utf-8")
        );
        assert!(answer.body.contains("<h1>This application"), "{query}");
    }
}

#[tokio::test]
async fn redirect_uris_are_compared_character_by_character() {
    let sell = Sell::new();
    for variant in [
        "http://127.0.0.1:8080/callback.html/",
        "http://127.0.0.1:8080/callback.html?x=1",
        "http://127.0.0.1:8080/Callback.html",
        "http://localhost:8080/callback.html",
        "HTTP://127.0.0.1:8080/callback.html",
        "http://127.0.0.1:8080/./callback.html",
        "http://127.0.0.1:8081/callback.html",
        "http://127.0.0.1:8080/callback.html%23",
        "http://127.0.0.1:8080/callback.html%20",
    ] {
        let query = format!("response_type=token&client_id={CLIENT}&redirect_uri={variant}");
        assert_eq!(ask(&sell, &query).await.status, 400, "{variant}");
    }
}

#[tokio::test]
async fn a_page_about_a_bad_request_escapes_what_it_was_sent() {
    let answer = ask(&Sell::new(), "client_id=%3Cscript%3Ealert(1)%3C/script%3E").await;
    assert!(!answer.body.contains("<script>"));
}

#[tokio::test]
async fn other_errors_go_to_the_client_in_the_fragment_with_its_state() {
    let sell = Sell::new();
    let good = format!("client_id={CLIENT}&redirect_uri={CALLBACK}&state=s%261");
    for (rest, error) in [
        ("", "invalid_request"),
        ("&response_type=", "invalid_request"),
        (
            "&response_type=token&response_type=token",
            "invalid_request",
        ),
        (
            "&response_type=token&scope=read&scope=read",
            "invalid_request",
        ),
        ("&response_type=id_token", "unsupported_response_type"),
        ("&response_type=Token", "unsupported_response_type"),
        ("&response_type=token&scope=everything", "invalid_scope"),
        ("&response_type=token&scope=read%20sync", "invalid_scope"),
        ("&response_type=token&scope=Read", "invalid_scope"),
        ("&response_type=token&scope=%20", "invalid_scope"),
    ] {
        let answer = ask(&sell, &format!("{good}{rest}")).await;
        assert_eq!(answer.status, 303, "{rest}");
        assert!(
            answer.location().starts_with(&format!("{CALLBACK}#")),
            "{rest}"
        );
        let fragment = answer.fragment();
        assert_eq!(fragment["error"], error, "{rest}");
        assert_eq!(fragment["state"], "s&1", "{rest}");
        assert!(!fragment["error_description"].is_empty());
    }
}

#[tokio::test]
async fn a_repeated_state_is_an_error_without_state() {
    let query =
        format!("response_type=token&client_id={CLIENT}&redirect_uri={CALLBACK}&state=a&state=b");
    let fragment = ask(&Sell::new(), &query).await.fragment();
    assert_eq!(fragment["error"], "invalid_request");
    assert_eq!(fragment.get("state"), None);
}

#[tokio::test]
async fn errors_of_a_code_request_go_to_the_query() {
    let query =
        format!("response_type=code&client_id={CLIENT}&redirect_uri={CALLBACK}&scope=x&state=s");
    let answer = ask(&Sell::new(), &query).await;
    let expected = format!("{CALLBACK}?error=invalid_scope&");
    assert!(
        answer.location().starts_with(&expected),
        "{}",
        answer.location()
    );
    assert!(answer.location().ends_with("&state=s"));
}

#[tokio::test]
async fn a_client_without_the_grant_is_unauthorized() {
    let sell = Sell::new();
    for (grant, response_type, start) in [
        ("authorization_code", "token", '#'),
        ("implicit", "code", '?'),
    ] {
        let registration = json!({
            "client_id": "one-only", "name": "One only", "redirect_uris": [CALLBACK],
            "grants": [grant],
        });
        let answer = sell.control(Method::POST, "/clients", registration).await;
        assert_eq!(answer.status, 200);
        let query =
            format!("response_type={response_type}&client_id=one-only&redirect_uri={CALLBACK}");
        let answer = ask(&sell, &query).await;
        let expected = format!("{CALLBACK}{start}error=unauthorized_client&");
        assert!(answer.location().starts_with(&expected), "{grant}");
    }
}

#[tokio::test]
async fn errors_go_to_the_query_by_switch_and_keep_the_registered_one() {
    let sell = Sell::with(&[("implicit.error_in", "query")]);
    let callback = "https://app.example/cb?tenant=1";
    let registration = json!({"client_id": "q", "name": "Q", "redirect_uris": [callback]});
    sell.control(Method::POST, "/clients", registration).await;
    let query = "response_type=token&client_id=q&scope=x&state=s\
                 &redirect_uri=https://app.example/cb%3Ftenant%3D1";
    let answer = ask(&sell, query).await;
    assert!(
        answer
            .location()
            .starts_with(&format!("{callback}&error=invalid_scope&"))
    );
    assert!(!answer.location().contains('#'));
}

#[tokio::test]
async fn plain_http_redirects_are_refused_by_switch() {
    let sell = Sell::with(&[("redirect.http_localhost", "refuse")]);
    let answer = ask(&sell, &asking("read")).await;
    assert_eq!((answer.status, answer.header("location")), (400, None));
    let query = "response_type=token&client_id=other-app\
                 &redirect_uri=https://other-app.example/callback";
    assert_eq!(
        ask(&sell, query).await.status,
        303,
        "https goes on to the login"
    );
}

#[tokio::test]
async fn errors_name_the_issuer_by_switch() {
    let sell = Sell::with(&[("implicit.iss", "on")]);
    let query = format!("response_type=token&client_id={CLIENT}&redirect_uri={CALLBACK}&scope=x");
    assert_eq!(
        ask(&sell, &query).await.fragment()["iss"],
        "http://127.0.0.1:4000"
    );
}

#[tokio::test]
async fn errors_lose_their_state_by_switch() {
    let sell = Sell::with(&[("implicit.echo_state", "off")]);
    let query =
        format!("response_type=token&client_id={CLIENT}&redirect_uri={CALLBACK}&scope=x&state=s");
    assert_eq!(ask(&sell, &query).await.fragment().get("state"), None);
}
