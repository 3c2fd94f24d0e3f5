//! `POST /oauth2/revoke` (RFC 7009).

use axum::http::Method;
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE};
use serde_json::json;

use crate::support::{Answer, CLIENT, SECRET, Sell, with_form};

const REVOKE: &str = "/oauth2/revoke";
/// base64 of `sell-elements-demo:a secret of the demo client`.
const BASIC: &str = "Basic c2VsbC1lbGVtZW50cy1kZW1vOmEgc2VjcmV0IG9mIHRoZSBkZW1vIGNsaWVudA==";

async fn is_live(sell: &Sell, token: &str) -> bool {
    sell.api("/oauth2/token/info", token).await.status == 200
}

async fn revoke_with(sell: &Sell, token: &str, authorization: &str) -> Answer {
    let builder = sell
        .request(Method::POST, REVOKE)
        .header(AUTHORIZATION, authorization);
    sell.send(with_form(builder, &[("token", token)])).await
}

#[tokio::test]
async fn the_secret_is_asked_for_by_default_and_serves_in_the_header_or_the_body() {
    let sell = Sell::new();
    for in_header in [true, false] {
        let token = sell.token("read").await;
        let answer = if in_header {
            revoke_with(&sell, &token, BASIC).await
        } else {
            let fields = [
                ("token", &*token),
                ("client_id", CLIENT),
                ("client_secret", SECRET),
            ];
            sell.post(REVOKE, &fields).await
        };
        assert_eq!((answer.status, answer.body.as_str()), (200, "{}"));
        assert!(!is_live(&sell, &token).await);
    }
}

#[tokio::test]
async fn without_the_right_secret_nothing_is_revoked() {
    let sell = Sell::new();
    let token = sell.token("read").await;
    let wrong = [
        ("token", &*token),
        ("client_id", CLIENT),
        ("client_secret", "guess"),
    ];
    for fields in [&wrong[..1], &wrong[..2], &wrong] {
        let answer = sell.post(REVOKE, fields).await;
        assert_eq!(
            (answer.status, answer.error().as_str()),
            (401, "invalid_client")
        );
        let challenge = answer.header("www-authenticate");
        assert_eq!(challenge, Some("Basic realm=\"sell-sandbox\""));
    }
    assert!(is_live(&sell, &token).await);
}

#[tokio::test]
async fn a_client_cannot_revoke_the_token_of_another() {
    let sell = Sell::new();
    let token = sell.token_for(json!({"client_id": "other-app"})).await;
    assert_eq!(revoke_with(&sell, &token, BASIC).await.status, 401);
    sell.set("revoke.auth", "client_id");
    let answer = sell
        .post(REVOKE, &[("token", &token), ("client_id", CLIENT)])
        .await;
    assert_eq!(answer.status, 401);
    assert!(is_live(&sell, &token).await);
}

#[tokio::test]
async fn the_client_id_is_enough_by_switch() {
    let sell = Sell::with(&[("revoke.auth", "client_id")]);
    let token = sell.token("read").await;
    assert_eq!(sell.post(REVOKE, &[("token", &token)]).await.status, 401);
    let unknown = [("token", &*token), ("client_id", "nobody")];
    assert_eq!(sell.post(REVOKE, &unknown).await.status, 401);
    let fields = [
        ("token", &*token),
        ("client_id", CLIENT),
        ("token_type_hint", "access_token"),
    ];
    assert_eq!(sell.post(REVOKE, &fields).await.status, 200);
    assert!(!is_live(&sell, &token).await);
}

#[tokio::test]
async fn a_live_bearer_of_the_same_grant_is_enough_by_switch() {
    let sell = Sell::with(&[("revoke.auth", "bearer")]);
    let token = sell.token("read").await;
    let foreign = sell.token_for(json!({"user": "ngozi@example.test"})).await;
    let expired = sell.token_for(json!({"ttl": 0})).await;
    assert_eq!(sell.post(REVOKE, &[("token", &token)]).await.status, 401);
    for bearer in [&foreign, &expired] {
        assert_eq!(
            revoke_with(&sell, &token, &format!("Bearer {bearer}"))
                .await
                .status,
            401
        );
    }
    assert!(is_live(&sell, &token).await);
    assert_eq!(
        revoke_with(&sell, &token, &format!("Bearer {token}"))
            .await
            .status,
        200
    );
    assert!(!is_live(&sell, &token).await);
}

#[tokio::test]
async fn nothing_is_asked_for_by_switch() {
    let sell = Sell::with(&[("revoke.auth", "none")]);
    let token = sell.token("read").await;
    assert_eq!(sell.post(REVOKE, &[("token", &token)]).await.status, 200);
    assert!(!is_live(&sell, &token).await);
}

#[tokio::test]
async fn an_unknown_or_dead_token_is_a_success() {
    let sell = Sell::with(&[("revoke.auth", "none")]);
    let token = sell.token("read").await;
    for token in [&*token, &token, "unknown"] {
        assert_eq!(sell.post(REVOKE, &[("token", token)]).await.status, 200);
    }
}

#[tokio::test]
async fn the_refusal_has_other_forms_by_switch() {
    let sell = Sell::with(&[("revoke.refusal", "unauthorized_client")]);
    let token = sell.token("read").await;
    let answer = sell.post(REVOKE, &[("token", &token)]).await;
    assert_eq!(
        (answer.status, answer.error().as_str()),
        (403, "unauthorized_client")
    );
    sell.set("revoke.refusal", "silent");
    let answer = sell.post(REVOKE, &[("token", &token)]).await;
    assert_eq!((answer.status, answer.body.as_str()), (200, "{}"));
    assert!(is_live(&sell, &token).await, "a 200 is no proof");
}

#[tokio::test]
async fn the_success_has_other_forms_by_switch() {
    let sell = Sell::with(&[("revoke.auth", "none"), ("revoke.success", "empty")]);
    let answer = sell.post(REVOKE, &[("token", "x")]).await;
    assert_eq!((answer.status, answer.body.as_str()), (200, ""));
    sell.set("revoke.success", "204");
    assert_eq!(sell.post(REVOKE, &[("token", "x")]).await.status, 204);
}

#[tokio::test]
async fn revoking_the_refresh_token_ends_the_access_token_too() {
    let sell = Sell::with(&[("revoke.auth", "none")]);
    let fragment = sell.grant("read").await.fragment();
    let fields = [
        ("token", &*fragment["refresh_token"]),
        ("token_type_hint", "refresh_token"),
    ];
    assert_eq!(sell.post(REVOKE, &fields).await.status, 200);
    assert!(!is_live(&sell, &fragment["access_token"]).await);
}

#[tokio::test]
async fn a_request_without_one_token_in_a_form_is_bad() {
    let sell = Sell::with(&[("revoke.auth", "none")]);
    let token = sell.token("read").await;
    let twice = [("token", &*token), ("token", "x")];
    for fields in [&[][..], &[("token", "")], &twice] {
        let answer = sell.post(REVOKE, fields).await;
        assert_eq!(
            (answer.status, answer.error().as_str()),
            (400, "invalid_request")
        );
    }
    let in_query = sell.post(&format!("{REVOKE}?token={token}"), &[]).await;
    assert_eq!(in_query.status, 400, "a token in the query is not read");
    let mut request = with_form(sell.request(Method::POST, REVOKE), &twice[..1]);
    request
        .headers_mut()
        .insert(CONTENT_TYPE, "application/json".parse().unwrap());
    assert_eq!(sell.send(request).await.status, 400);
    assert!(is_live(&sell, &token).await);
}

#[tokio::test]
async fn a_body_beyond_the_bound_is_refused() {
    let sell = Sell::with(&[("revoke.auth", "none")]);
    let long = "x".repeat(70_000);
    let answer = sell.post(REVOKE, &[("token", &long)]).await;
    assert_eq!(
        (answer.status, answer.error().as_str()),
        (413, "invalid_request")
    );
}

#[tokio::test]
async fn a_personal_token_is_revoked_by_what_each_mode_asks_for() {
    let sell = Sell::new();
    for (mode, fields, authorization) in [
        ("secret", &[][..], Some(BASIC.to_owned())),
        ("client_id", &[("client_id", CLIENT)], None),
        (
            "bearer",
            &[],
            Some(format!("Bearer {}", sell.personal_token("read").await)),
        ),
        ("none", &[], None),
    ] {
        sell.set("revoke.auth", mode);
        let token = sell.personal_token("read").await;
        let fields = [&[("token", &*token)], fields].concat();
        if mode != "none" {
            let answer = sell.post(REVOKE, &fields[..1]).await;
            assert_eq!(answer.status, 401, "{mode}");
            assert!(is_live(&sell, &token).await, "{mode}");
        }
        let builder = sell.request(Method::POST, REVOKE);
        let builder = match authorization {
            Some(value) => builder.header(AUTHORIZATION, value),
            None => builder,
        };
        assert_eq!(
            sell.send(with_form(builder, &fields)).await.status,
            200,
            "{mode}"
        );
        assert!(!is_live(&sell, &token).await, "{mode}");
    }
}

#[tokio::test]
async fn a_bearer_of_another_kind_or_person_revokes_no_personal_token() {
    let sell = Sell::with(&[("revoke.auth", "bearer")]);
    let token = sell.personal_token("read").await;
    let other = json!({"kind": "personal", "user": "ngozi@example.test"});
    for bearer in [sell.token("read").await, sell.token_for(other).await] {
        let answer = revoke_with(&sell, &token, &format!("Bearer {bearer}")).await;
        assert_eq!(answer.status, 401);
    }
    assert!(is_live(&sell, &token).await);
}

#[tokio::test]
async fn a_secret_shown_in_two_ways_is_a_bad_request() {
    let sell = Sell::new();
    let token = sell.token("read").await;
    let builder = sell
        .request(Method::POST, REVOKE)
        .header(AUTHORIZATION, BASIC);
    let fields = [
        ("token", &*token),
        ("client_id", CLIENT),
        ("client_secret", SECRET),
    ];
    let answer = sell.send(with_form(builder, &fields)).await;
    assert_eq!(
        (answer.status, answer.error().as_str()),
        (400, "invalid_request")
    );
    assert!(is_live(&sell, &token).await);
}
