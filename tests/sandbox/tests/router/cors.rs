//! Cross-origin answers in the three modes (sell-api §12).

use axum::body::Body;
use axum::http::Method;
use sell_sandbox::{AllowedOrigins, Config};
use serde_json::json;

use crate::support::{Answer, Sell, asking, with_form};

const ORIGIN: &str = "http://127.0.0.1:8080";
const ALLOW_ORIGIN: &str = "access-control-allow-origin";
const EXPOSE: &str = "access-control-expose-headers";

async fn get(sell: &Sell, path: &str, token: &str) -> Answer {
    let builder = sell
        .bearer(Method::GET, path, token)
        .header("origin", ORIGIN);
    sell.send(builder.body(Body::empty()).unwrap()).await
}

async fn preflight(sell: &Sell, path: &str) -> Answer {
    let builder = sell
        .request(Method::OPTIONS, path)
        .header("origin", ORIGIN)
        .header("access-control-request-method", "GET")
        .header("access-control-request-headers", "authorization");
    sell.send(builder.body(Body::empty()).unwrap()).await
}

fn vary(answer: &Answer) -> Vec<&str> {
    answer
        .headers
        .get_all("vary")
        .iter()
        .map(|value| value.to_str().unwrap())
        .collect()
}

/// A request for each status, and whether the answer may be read in the mode.
async fn readable(sell: &Sell) -> Vec<(u16, bool)> {
    let token = sell.token("read").await;
    sell.set("rate_limit.per_second", "1000");
    let mut seen = Vec::new();
    for (path, token) in [
        ("/v2/deals", token.as_str()),
        ("/v2/deals/1", &token),
        ("/v2/deals?x=1", &token),
        ("/v2/users/self", &token),
        ("/v2/deals", "unknown"),
        ("/oauth2/token/info", &token),
        ("/oauth2/token/info", "unknown"),
    ] {
        let answer = get(sell, path, token).await;
        assert!(vary(&answer).contains(&"Origin"), "{path}");
        seen.push((answer.status, answer.header(ALLOW_ORIGIN) == Some(ORIGIN)));
    }
    sell.set("rate_limit.per_second", "1");
    let mut answer = get(sell, "/v2/deals", &token).await;
    while answer.status != 429 {
        answer = get(sell, "/v2/deals", &token).await;
    }
    seen.push((answer.status, answer.header(ALLOW_ORIGIN) == Some(ORIGIN)));
    seen
}

const STATUSES: [u16; 8] = [200, 404, 400, 403, 401, 200, 401, 429];

#[tokio::test]
async fn in_full_mode_every_answer_may_be_read() {
    let seen = readable(&Sell::new()).await;
    assert_eq!(seen, STATUSES.map(|status| (status, true)));
}

#[tokio::test]
async fn in_support_like_mode_only_200_201_204_and_404_may_be_read() {
    let seen = readable(&Sell::with(&[("cors", "support-like")])).await;
    assert_eq!(
        seen,
        STATUSES.map(|status| (status, matches!(status, 200 | 404)))
    );
}

#[tokio::test]
async fn in_off_mode_nothing_may_be_read() {
    let seen = readable(&Sell::with(&[("cors", "off")])).await;
    assert_eq!(seen, STATUSES.map(|status| (status, false)));
}

#[tokio::test]
async fn a_preflight_is_answered_with_the_listed_methods_and_headers() {
    for mode in ["full", "support-like"] {
        let sell = Sell::with(&[("cors", mode)]);
        for path in [
            "/v2/deals",
            "/v2/nowhere",
            "/oauth2/token/info",
            "/oauth2/revoke",
        ] {
            let answer = preflight(&sell, path).await;
            assert_eq!(answer.status, 204, "{mode} {path}");
            assert_eq!(answer.header(ALLOW_ORIGIN), Some(ORIGIN));
            assert_eq!(
                answer.header("access-control-allow-methods"),
                Some("GET, POST, PUT, DELETE, HEAD")
            );
            assert_eq!(
                answer.header("access-control-allow-headers"),
                Some("authorization, content-type, accept, accept-language")
            );
            assert_eq!(answer.header("access-control-allow-credentials"), None);
        }
    }
}

#[tokio::test]
async fn a_preflight_is_refused_when_cors_is_off_or_by_switch() {
    for switches in [[("cors", "off")], [("cors.preflight", "refuse")]] {
        let answer = preflight(&Sell::with(&switches), "/v2/deals").await;
        assert_eq!(answer.status, 405);
        assert_eq!(answer.header("access-control-allow-methods"), None);
    }
    let answer = preflight(
        &Sell::with(&[("cors.preflight", "no-headers")]),
        "/v2/deals",
    )
    .await;
    assert_eq!(answer.status, 204);
    assert_eq!(answer.header("access-control-allow-headers"), None);
}

#[tokio::test]
async fn a_preflight_can_lack_its_origin_or_be_a_redirect() {
    let sell = Sell::with(&[("cors.preflight", "no-origin")]);
    let answer = preflight(&sell, "/v2/deals").await;
    assert_eq!((answer.status, answer.header(ALLOW_ORIGIN)), (204, None));
    sell.set("cors.preflight", "redirect");
    let answer = preflight(&sell, "/v2/deals").await;
    assert_eq!((answer.status, answer.location()), (303, "/"));
}

#[tokio::test]
async fn headers_are_exposed_unless_switched_off() {
    let sell = Sell::new();
    let token = sell.token("read").await;
    let exposed = "X-Request-Id, WWW-Authenticate, Retry-After";
    assert_eq!(
        get(&sell, "/v2/deals", &token).await.header(EXPOSE),
        Some(exposed)
    );
    sell.set("cors.expose", "off");
    let answer = get(&sell, "/v2/deals", &token).await;
    assert_eq!(
        (answer.header(ALLOW_ORIGIN), answer.header(EXPOSE)),
        (Some(ORIGIN), None)
    );
}

#[tokio::test]
async fn a_simple_post_to_revoke_is_processed_whether_or_not_it_may_be_read() {
    for (mode, readable) in [("full", true), ("off", false)] {
        let sell = Sell::with(&[("cors", mode), ("revoke.auth", "none")]);
        let token = sell.token("read").await;
        let builder = sell
            .request(Method::POST, "/oauth2/revoke")
            .header("origin", ORIGIN);
        let answer = sell.send(with_form(builder, &[("token", &token)])).await;
        assert_eq!(
            (answer.status, answer.header(ALLOW_ORIGIN).is_some()),
            (200, readable)
        );
        assert_eq!(get(&sell, "/oauth2/token/info", &token).await.status, 401);
    }
}

#[tokio::test]
async fn only_listed_origins_are_answered_when_there_is_a_list() {
    let allowed_origins = AllowedOrigins::List(vec![ORIGIN.to_owned()]);
    let sell = Sell::open(Config {
        allowed_origins,
        ..Sell::config()
    });
    let token = sell.token("read").await;
    assert_eq!(
        get(&sell, "/v2/deals", &token).await.header(ALLOW_ORIGIN),
        Some(ORIGIN)
    );
    for origin in ["http://127.0.0.1:8081", "http://evil.example", "null"] {
        let builder = sell
            .bearer(Method::GET, "/v2/deals", &token)
            .header("origin", origin);
        let answer = sell.send(builder.body(Body::empty()).unwrap()).await;
        assert_eq!(answer.header(ALLOW_ORIGIN), None, "{origin}");
        assert!(vary(&answer).contains(&"Origin"));
    }
}

#[tokio::test]
async fn the_pages_are_never_readable_across_origins() {
    let sell = Sell::new();
    for path in [
        "/",
        "/login",
        &format!("/oauth2/authorize?{}", asking("read")),
    ] {
        let builder = sell.request(Method::GET, path).header("origin", ORIGIN);
        let answer = sell.send(builder.body(Body::empty()).unwrap()).await;
        assert_eq!(answer.header(ALLOW_ORIGIN), None, "{path}");
    }
}

#[tokio::test]
async fn faults_on_demand_may_be_read_as_other_answers() {
    let sell = Sell::new();
    sell.control(
        Method::POST,
        "/faults",
        json!({"path": "/v2/deals", "status": 503}),
    )
    .await;
    let answer = get(&sell, "/v2/deals", "x").await;
    assert_eq!(
        (answer.status, answer.header(ALLOW_ORIGIN)),
        (503, Some(ORIGIN))
    );
}
