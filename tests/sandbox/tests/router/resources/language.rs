//! `Accept-Language` in, `Content-Language` out.

use axum::body::Body;
use axum::http::Method;
use axum::http::header::ACCEPT_LANGUAGE;

use super::Api;
use crate::support::Answer;

async fn ask(api: &Api, path: &str, language: &str) -> Answer {
    let request = api.sell.bearer(Method::GET, path, &api.token);
    let request = request.header(ACCEPT_LANGUAGE, language);
    api.sell.send(request.body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn errors_speak_to_people_in_their_language_and_to_programs_in_english() {
    let api = Api::new().await;
    for (path, english, german) in [
        ("/v2/deals/1", "resource not found", "Nicht gefunden"),
        (
            "/v2/deals?x=1",
            "query parameter is invalid",
            "Ein Parameter ist ungültig",
        ),
        ("/v2/nothing", "resource not found", "Nicht gefunden"),
    ] {
        for (language, message, tag) in [("en", english, "en"), ("de-AT, en;q=0.5", german, "de")] {
            let answer = ask(&api, path, language).await;
            let error = &answer.json()["errors"][0]["error"];
            assert_eq!(error["message"], message, "{path}");
            assert_eq!(answer.header("content-language"), Some(tag));
            let details = error["details"].as_str().unwrap();
            assert!(details.is_ascii(), "{details}");
        }
    }
}

#[tokio::test]
async fn every_answer_of_the_api_names_its_language_and_its_request() {
    let api = Api::new().await;
    let answer = ask(&api, "/v2/deals", "de").await;
    assert_eq!(answer.header("content-language"), Some("de"));
    assert!(answer.header("vary").is_some());
    let answer = ask(&api, "/v2/deals", "fr").await;
    assert_eq!(
        answer.header("content-language"),
        Some("en"),
        "there is no French"
    );
    for path in [
        "/v2/deals",
        "/v2/deals/1",
        "/v2/users/self",
        "/v3/deals/stream?position=top",
    ] {
        let answer = api.get(path).await;
        let id = answer.header("x-request-id").unwrap().to_owned();
        if answer.status != 200 {
            assert_eq!(answer.json()["meta"]["logref"], id, "{path}");
        }
    }
}
