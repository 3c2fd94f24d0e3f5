//! A sandbox in memory and a small browser for it.

use std::collections::BTreeMap;
use std::sync::Mutex;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, COOKIE, HOST, LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, Method, Request, request};
use sell_sandbox::{Config, Sandbox};
use serde_json::{Value, json};
use tower::ServiceExt as _;

pub(crate) const CLIENT: &str = "sell-elements-demo";
pub(crate) const SECRET: &str = "a secret of the demo client";
pub(crate) const CALLBACK: &str = "http://127.0.0.1:8080/callback.html";
pub(crate) const BASE: &str = "http://127.0.0.1:4000";
const HOST_NAME: &str = "127.0.0.1:4000";

/// The query of a good authorization request, state `st-1`.
pub(crate) fn asking(scope: &str) -> String {
    let scope = scope.replace(' ', "%20");
    format!(
        "response_type=token&client_id={CLIENT}&redirect_uri={CALLBACK}&scope={scope}&state=st-1"
    )
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }

    pub(crate) fn location(&self) -> &str {
        self.header(LOCATION.as_str()).unwrap()
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }

    /// The code of the first error, in an envelope or flat.
    pub(crate) fn error(&self) -> String {
        let body = self.json();
        let code = body
            .pointer("/errors/0/error/code")
            .or(body.get("error"))
            .unwrap();
        code.as_str().unwrap().to_owned()
    }

    /// The value of a hidden field of the page.
    pub(crate) fn hidden(&self, name: &str) -> String {
        let start = format!("name=\"{name}\" value=\"");
        let rest = self.body.split_once(&start).unwrap().1;
        rest.split_once('"').unwrap().0.replace("&amp;", "&")
    }

    /// The decoded fields of the redirect's fragment.
    pub(crate) fn fragment(&self) -> BTreeMap<String, String> {
        let fragment = self.location().split_once('#').unwrap().1;
        form_urlencoded::parse(fragment.as_bytes())
            .into_owned()
            .collect()
    }
}

/// A sandbox, and the cookies of one browser.
pub(crate) struct Sell {
    pub(crate) sandbox: Sandbox,
    cookies: Mutex<BTreeMap<String, String>>,
}

impl Sell {
    pub(crate) fn new() -> Self {
        Self::open(Self::config())
    }

    pub(crate) fn config() -> Config {
        Config {
            client_secret: Some(SECRET.to_owned()),
            ..Config::default()
        }
    }

    pub(crate) fn open(config: Config) -> Self {
        let sandbox = Sandbox::open(config).unwrap();
        Self {
            sandbox,
            cookies: Mutex::default(),
        }
    }

    pub(crate) fn with(switches: &[(&str, &str)]) -> Self {
        let sell = Self::new();
        for (name, value) in switches {
            sell.set(name, value);
        }
        sell
    }

    pub(crate) fn set(&self, name: &str, value: &str) {
        self.sandbox.set_switch(name, value).unwrap();
    }

    /// Another browser at the same sandbox.
    pub(crate) fn other_browser(&self) -> Self {
        Self {
            sandbox: self.sandbox.clone(),
            cookies: Mutex::default(),
        }
    }

    pub(crate) fn cookie(&self) -> Option<String> {
        self.cookies.lock().unwrap().values().next().cloned()
    }

    pub(crate) fn plant_cookie(&self, value: &str) {
        self.cookies
            .lock()
            .unwrap()
            .insert("sell_sandbox_4000".to_owned(), value.to_owned());
    }

    /// A request builder with the headers a browser sends.
    pub(crate) fn request(&self, method: Method, path: &str) -> request::Builder {
        let cookies = self.cookies.lock().unwrap();
        let cookies: Vec<_> = cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let builder = Request::builder()
            .method(method)
            .uri(path)
            .header(HOST, HOST_NAME);
        let builder = builder.header("user-agent", "test");
        if cookies.is_empty() {
            builder
        } else {
            builder.header(COOKIE, cookies.join("; "))
        }
    }

    pub(crate) async fn send(&self, request: Request<Body>) -> Answer {
        let answer = call(self.sandbox.router(), request).await;
        for value in answer.headers.get_all(SET_COOKIE) {
            let pair = value.to_str().unwrap().split(';').next().unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            let mut cookies = self.cookies.lock().unwrap();
            if value.is_empty() {
                cookies.remove(name);
            } else {
                cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        answer
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.send(self.request(Method::GET, path).body(Body::empty()).unwrap())
            .await
    }

    pub(crate) async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let builder = self.request(Method::POST, path);
        self.send(with_form(builder, fields)).await
    }

    /// A call of the API.
    pub(crate) async fn api(&self, path: &str, token: &str) -> Answer {
        self.send(
            self.bearer(Method::GET, path, token)
                .body(Body::empty())
                .unwrap(),
        )
        .await
    }

    /// A request builder with a token.
    pub(crate) fn bearer(&self, method: Method, path: &str, token: &str) -> request::Builder {
        self.request(method, path)
            .header(AUTHORIZATION, format!("Bearer {token}"))
            .header(ACCEPT, "application/json")
    }

    /// A call of the API with a body.
    pub(crate) async fn api_with(
        &self,
        method: Method,
        path: &str,
        token: &str,
        body: Value,
    ) -> Answer {
        let builder = self
            .bearer(method, path, token)
            .header(CONTENT_TYPE, "application/json");
        self.send(builder.body(Body::from(body.to_string())).unwrap())
            .await
    }

    pub(crate) async fn control(&self, method: Method, path: &str, body: Value) -> Answer {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(HOST, HOST_NAME)
            .header(CONTENT_TYPE, "application/json")
            .body(Body::from(body.to_string()))
            .unwrap();
        call(self.sandbox.control_router(), request).await
    }

    /// A token of the demo client and user, made by the control endpoint.
    pub(crate) async fn token(&self, scope: &str) -> String {
        self.token_for(json!({ "scope": scope })).await
    }

    pub(crate) async fn token_for(&self, order: Value) -> String {
        let answer = self.control(Method::POST, "/tokens", order).await;
        assert_eq!(answer.status, 200, "{answer:?}");
        answer.json()["access_token"].as_str().unwrap().to_owned()
    }

    pub(crate) async fn sign_in(&self) {
        self.sign_in_as("ada@example.test").await;
    }

    pub(crate) async fn sign_in_as(&self, email: &str) {
        let csrf = self.get("/login").await.hidden("csrf");
        let fields = [
            ("csrf", csrf.as_str()),
            ("email", email),
            ("password", "sandbox"),
        ];
        let answer = self.post("/login", &fields).await;
        assert_eq!((answer.status, answer.location()), (303, "/"));
    }

    /// Decides on the consent page of `query`, with these boxes ticked.
    pub(crate) async fn decide(&self, query: &str, ticked: &[&str], decision: &str) -> Answer {
        let path = format!("/oauth2/authorize?{query}");
        let page = self.get(&path).await;
        assert_eq!(page.status, 200, "{page:?}");
        let csrf = page.hidden("csrf");
        let mut fields = vec![("csrf", csrf.as_str()), ("decision", decision)];
        fields.extend(ticked.iter().map(|scope| ("scope", *scope)));
        self.post(&path, &fields).await
    }

    /// Signs in and allows everything asked for.
    pub(crate) async fn grant(&self, scope: &str) -> Answer {
        self.sign_in().await;
        let ticked: Vec<_> = scope.split(' ').collect();
        let answer = self.decide(&asking(scope), &ticked, "allow").await;
        assert_eq!(answer.status, 303, "{answer:?}");
        answer
    }
}

pub(crate) fn with_form(builder: request::Builder, fields: &[(&str, &str)]) -> Request<Body> {
    let body = form_urlencoded::Serializer::new(String::new())
        .extend_pairs(fields)
        .finish();
    builder
        .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(body))
        .unwrap()
}

pub(crate) async fn call(router: Router, request: Request<Body>) -> Answer {
    let response = router.oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    let bytes = to_bytes(body, 1 << 24).await.unwrap();
    Answer {
        status: parts.status.as_u16(),
        headers: parts.headers,
        body: String::from_utf8(bytes.into()).unwrap(),
    }
}
