//! `config.json` as a deployer of this stage would have written it.

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::HOST;
use serde_json::{Value, json};

use super::Site;

/// What the app is told about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteConfiguration {
    /// The client id (RFC 6749 §2.2).
    pub client_id: String,
    /// Origin of the authorization server and of the API, without a slash at the end.
    pub sandbox: String,
    /// Origins under which the site is reached; the first is the usual one.
    pub origins: Vec<String>,
    /// The scopes offered first (RFC 6749 §3.3).
    pub scopes: Vec<String>,
}

impl SiteConfiguration {
    /// The configuration for a page of this origin: the answer must come back to the same origin,
    /// or the storage that holds the attempt would be another.
    fn for_origin(&self, origin: &str) -> Value {
        json!({
            "client_id": self.client_id,
            "auth_base": self.sandbox,
            "api_base": self.sandbox,
            "redirect_uri": format!("{origin}/callback.html"),
            "scopes": self.scopes,
        })
    }

    /// The origin the request was made to, if it is one of ours, else the usual one.
    fn origin_of(&self, headers: &HeaderMap) -> &str {
        let host = headers.get(HOST).and_then(|host| host.to_str().ok());
        let asked = host.map(|host| format!("http://{host}"));
        let known = self
            .origins
            .iter()
            .find(|origin| asked.as_ref() == Some(origin));
        known
            .or_else(|| self.origins.first())
            .map_or("", String::as_str)
    }
}

/// Answers `config.json`: a test's own, or the stage's.
pub(super) async fn answer(State(site): State<Site>, headers: HeaderMap) -> Json<Value> {
    let origin = site.configuration.origin_of(&headers);
    let own = site.switches.configuration();
    Json(own.unwrap_or_else(|| site.configuration.for_origin(origin)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn configuration() -> SiteConfiguration {
        SiteConfiguration {
            client_id: "demo".to_owned(),
            sandbox: "http://127.0.0.1:2".to_owned(),
            origins: vec![
                "http://127.0.0.1:1".to_owned(),
                "http://localhost:1".to_owned(),
            ],
            scopes: vec!["read".to_owned()],
        }
    }

    fn check(host: &'static str, expected: &str) {
        let mut headers = HeaderMap::new();
        headers.insert(HOST, HeaderValue::from_static(host));
        assert_eq!(configuration().origin_of(&headers), expected);
    }

    #[test]
    fn the_answer_comes_back_to_the_origin_the_page_was_opened_under() {
        check("localhost:1", "http://localhost:1");
        check("127.0.0.1:1", "http://127.0.0.1:1");
    }

    #[test]
    fn a_foreign_host_name_is_not_repeated() {
        check("attacker.example", "http://127.0.0.1:1");
    }

    #[test]
    fn the_redirect_uri_is_the_callback_page_of_the_origin() {
        let value = configuration().for_origin("http://localhost:1");
        assert_eq!(value["redirect_uri"], "http://localhost:1/callback.html");
        assert_eq!(value["auth_base"], value["api_base"]);
    }
}
