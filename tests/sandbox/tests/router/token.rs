//! `POST /oauth2/token`: what holds for every grant (RFC 6749 §2.3, §3.2, §5).

use axum::body::Body;
use axum::http::Method;
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE};
use serde_json::{Value, json};

use crate::support::{CLIENT, SECRET, Sell, with_form};
use crate::token_support::{ADA, TOKEN, bad, basic};

const PASSWORD: [(&str, &str); 3] = [
    ("grant_type", "password"),
    ("username", ADA),
    ("password", "sandbox"),
];

#[tokio::test]
async fn a_token_comes_with_the_documented_fields_and_headers() {
    let answer = Sell::new().exchange(&PASSWORD).await;
    assert_eq!(answer.status, 200);
    let body = answer.json();
    let mut names: Vec<_> = body
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    names.sort_unstable();
    assert_eq!(
        names,
        [
            "access_token",
            "expires_in",
            "refresh_token",
            "scope",
            "token_type"
        ]
    );
    for name in ["access_token", "refresh_token"] {
        let token = body[name].as_str().unwrap();
        assert_eq!(token.len(), 64);
        assert!(
            token
                .bytes()
                .all(|byte| b"0123456789abcdef".contains(&byte))
        );
    }
    assert_eq!(body["token_type"], "bearer");
    assert_eq!(body["expires_in"], 3600);
    assert_eq!(body["scope"], "read write profile");
    for (name, value) in [
        ("content-type", "application/json; charset=utf-8"),
        ("cache-control", "no-store"),
        ("pragma", "no-cache"),
    ] {
        assert_eq!(answer.header(name), Some(value));
    }
}

#[tokio::test]
async fn a_client_that_does_not_prove_itself_is_refused_with_401_and_a_challenge() {
    let sell = Sell::new();
    for authorization in [
        basic(CLIENT, "guess"),
        basic("nobody", SECRET),
        basic(CLIENT, ""),
        "Basic !!!".to_owned(),
        "Basic".to_owned(),
        format!("Bearer {}", sell.token("read").await),
    ] {
        let answer = sell.exchange_as(&authorization, &PASSWORD).await;
        assert_eq!(answer.refusal(), (401, "invalid_client".to_owned()));
        let challenge = answer.header("www-authenticate");
        assert_eq!(challenge, Some("Basic realm=\"sell-sandbox\""));
    }
    let answer = sell.post(TOKEN, &PASSWORD).await;
    assert_eq!(answer.refusal(), (401, "invalid_client".to_owned()));
    sell.set("www_authenticate", "off");
    let answer = sell.post(TOKEN, &PASSWORD).await;
    assert_eq!(answer.header("www-authenticate"), None);
}

#[tokio::test]
async fn an_error_has_the_documented_body_and_headers() {
    let answer = Sell::new().exchange_code("unknown").await;
    assert_eq!(answer.refusal(), bad("invalid_grant"));
    let body = answer.json();
    assert!(!body["error_description"].as_str().unwrap().is_empty());
    assert_eq!(
        body["error_uri"],
        "https://developers.getbase.com/docs/rest/articles/oauth2/errors"
    );
    assert_eq!(body.as_object().unwrap().len(), 3);
    for (name, value) in [
        ("content-type", "application/json; charset=utf-8"),
        ("content-language", "en"),
        ("cache-control", "no-store"),
        ("pragma", "no-cache"),
        ("vary", "Content-Language"),
        ("www-authenticate", ""),
    ] {
        assert_eq!(answer.header(name).unwrap_or_default(), value, "{name}");
    }
}

#[tokio::test]
async fn both_parts_of_basic_are_form_decoded() {
    let sell = Sell::new();
    let (client_id, secret) = ("an app: 50%+1 & more", "é+%41:&= x");
    let registration = json!({
        "client_id": client_id, "name": "Odd", "client_secret": secret, "redirect_uris": [],
    });
    sell.control(Method::POST, "/clients", registration).await;
    let answer = sell.exchange_as(&basic(client_id, secret), &PASSWORD).await;
    assert_eq!(answer.status, 200, "{answer:?}");
}

#[tokio::test]
async fn more_than_one_way_to_authenticate_is_a_bad_request() {
    let sell = Sell::new();
    let with = |fields: &[(&'static str, &'static str)]| [&PASSWORD, fields].concat();
    for auth in ["basic", "basic+body"] {
        sell.set("token.auth", auth);
        for extra in [
            &[("client_secret", SECRET)][..],
            &[("client_id", CLIENT), ("client_secret", SECRET)],
            &[("client_id", "other-app")],
        ] {
            let answer = sell.exchange(&with(extra)).await;
            assert_eq!(answer.refusal(), bad("invalid_request"), "{extra:?}");
        }
        let builder = sell
            .request(Method::POST, TOKEN)
            .header(AUTHORIZATION, basic(CLIENT, SECRET))
            .header(AUTHORIZATION, basic(CLIENT, SECRET));
        let answer = sell.send(with_form(builder, &PASSWORD)).await;
        assert_eq!(answer.refusal(), bad("invalid_request"));
        let same = with(&[("client_id", CLIENT)]);
        assert_eq!(sell.exchange(&same).await.status, 200);
    }
}

#[tokio::test]
async fn a_secret_in_the_body_counts_by_switch_only() {
    let sell = Sell::new();
    let proof = [("client_id", CLIENT), ("client_secret", SECRET)];
    let fields = [&PASSWORD[..], &proof].concat();
    let answer = sell.post(TOKEN, &fields).await;
    assert_eq!(answer.refusal(), (401, "invalid_client".to_owned()));
    sell.set("token.auth", "basic+body");
    assert_eq!(sell.post(TOKEN, &fields).await.status, 200);
    let without_secret = [&PASSWORD[..], &proof[..1]].concat();
    assert_eq!(sell.post(TOKEN, &without_secret).await.status, 401);
}

#[tokio::test]
async fn a_repeated_parameter_is_a_bad_request() {
    let sell = Sell::new();
    for extra in [
        &[("grant_type", "password")][..],
        &[("scope", "read"), ("scope", "read")],
        &[("x", "1"), ("x", "2")],
    ] {
        let answer = sell.exchange(&[&PASSWORD[..], extra].concat()).await;
        assert_eq!(answer.refusal(), bad("invalid_request"), "{extra:?}");
    }
}

#[tokio::test]
async fn only_a_form_body_is_read() {
    let sell = Sell::new();
    for content_type in [Some("application/json"), Some("text/plain"), Some(""), None] {
        let builder = sell
            .request(Method::POST, TOKEN)
            .header(AUTHORIZATION, basic(CLIENT, SECRET));
        let mut request = with_form(builder, &PASSWORD);
        request.headers_mut().remove(CONTENT_TYPE);
        if let Some(content_type) = content_type {
            let value = content_type.parse().unwrap();
            request.headers_mut().insert(CONTENT_TYPE, value);
        }
        let answer = sell.send(request).await;
        assert_eq!(answer.refusal(), bad("invalid_request"), "{content_type:?}");
    }
    let query = format!("{TOKEN}?grant_type=password&username={ADA}&password=sandbox");
    let builder = sell
        .request(Method::POST, &query)
        .header(AUTHORIZATION, basic(CLIENT, SECRET));
    let answer = sell.send(with_form(builder, &[])).await;
    assert_eq!(
        answer.refusal(),
        bad("invalid_request"),
        "the query is not read"
    );
    let long = "x".repeat(70_000);
    let answer = sell.exchange(&[("grant_type", &long)]).await;
    assert_eq!(answer.refusal(), (413, "invalid_request".to_owned()));
}

#[tokio::test]
async fn other_methods_are_refused_and_the_right_one_named() {
    let sell = Sell::new();
    for path in [TOKEN, "/oauth2/revoke"] {
        for method in [Method::GET, Method::PUT, Method::DELETE, Method::OPTIONS] {
            let request = sell.request(method.clone(), path);
            let answer = sell.send(request.body(Body::empty()).unwrap()).await;
            assert_eq!(answer.refusal(), (405, "invalid_request".to_owned()));
            assert_eq!(answer.header("allow"), Some("POST"), "{method} {path}");
        }
    }
}

#[tokio::test]
async fn a_missing_grant_type_is_bad_and_an_unknown_one_unsupported() {
    let sell = Sell::new();
    for (fields, error) in [
        (&[][..], "invalid_request"),
        (&[("grant_type", "")], "invalid_request"),
        (&[("grant_type", "implicit")], "unsupported_grant_type"),
        (
            &[("grant_type", "client_credentials")],
            "unsupported_grant_type",
        ),
        (&[("grant_type", "Password")], "unsupported_grant_type"),
    ] {
        assert_eq!(
            sell.exchange(fields).await.refusal(),
            bad(error),
            "{fields:?}"
        );
    }
    let proof = sell
        .client("code", json!({"grants": ["authorization_code"]}))
        .await;
    let answer = sell
        .exchange_as(&proof, &[("grant_type", "implicit")])
        .await;
    assert_eq!(answer.refusal(), bad("unsupported_grant_type"));
}

#[tokio::test]
async fn each_grant_needs_the_clients_permission() {
    let sell = Sell::new();
    let proof = sell
        .client("implicit-only", json!({"grants": ["implicit"]}))
        .await;
    for grant in ["authorization_code", "password", "refresh_token"] {
        let answer = sell.exchange_as(&proof, &[("grant_type", grant)]).await;
        assert_eq!(answer.refusal(), bad("unauthorized_client"), "{grant}");
    }
}

#[tokio::test]
async fn each_grant_names_the_parameter_that_is_missing() {
    let sell = Sell::new();
    for (fields, name) in [
        (&[("grant_type", "authorization_code")][..], "code"),
        (
            &[("grant_type", "authorization_code"), ("code", "")],
            "code",
        ),
        (&[("grant_type", "password"), ("password", "x")], "username"),
        (&[("grant_type", "password"), ("username", ADA)], "password"),
        (&[("grant_type", "refresh_token")], "refresh_token"),
    ] {
        let answer = sell.exchange(fields).await;
        assert_eq!(answer.refusal(), bad("invalid_request"), "{fields:?}");
        let expected = format!("The parameter {name} is missing.");
        assert_eq!(answer.text("error_description"), expected);
    }
}

#[tokio::test]
async fn a_token_without_end_has_no_expires_in_and_null_in_both_shapes_of_token_info() {
    let sell = Sell::with(&[("token.ttl", "never")]);
    let answer = sell.exchange(&PASSWORD).await;
    assert_eq!(answer.json().get("expires_in"), None);
    for (shape, field) in [("dk4", "expires_in_seconds"), ("dk5", "expires_in")] {
        sell.set("token_info.shape", shape);
        let info = sell
            .api("/oauth2/token/info", &answer.text("access_token"))
            .await;
        assert_eq!(info.json().get(field), Some(&Value::Null), "{shape}");
    }
}

#[tokio::test]
async fn a_client_without_the_refresh_grant_gets_no_refresh_token() {
    let sell = Sell::new();
    let proof = sell.client("short", json!({"grants": ["password"]})).await;
    let answer = sell.exchange_as(&proof, &PASSWORD).await;
    assert_eq!(
        (answer.status, answer.json().get("refresh_token")),
        (200, None)
    );
}

#[tokio::test]
async fn a_page_of_another_origin_cannot_read_the_answer() {
    let sell = Sell::new();
    let builder = sell
        .request(Method::POST, TOKEN)
        .header(AUTHORIZATION, basic(CLIENT, SECRET))
        .header("origin", "http://127.0.0.1:8080");
    let answer = sell.send(with_form(builder, &PASSWORD)).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("access-control-allow-origin"), None);
}
