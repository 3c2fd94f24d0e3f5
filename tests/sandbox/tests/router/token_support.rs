//! A client with a secret, at the token endpoint.

use axum::http::Method;
use axum::http::header::AUTHORIZATION;
use form_urlencoded::byte_serialize;
use serde_json::{Value, json};

use crate::support::{Answer, CLIENT, SECRET, Sell, with_form};

pub(crate) const TOKEN: &str = "/oauth2/token";
pub(crate) const ADA: &str = "ada@example.test";

/// `Authorization: Basic` of a client (RFC 6749 §2.3.1).
pub(crate) fn basic(client_id: &str, secret: &str) -> String {
    let encode = |text: &str| byte_serialize(text.as_bytes()).collect::<String>();
    let pair = format!("{}:{}", encode(client_id), encode(secret));
    format!("Basic {}", base64(pair.as_bytes()))
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let bits = chunk
            .iter()
            .fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte));
        let bits = bits << (8 * (3 - chunk.len()));
        for place in 0..=chunk.len() {
            let index = usize::try_from(bits >> (18 - 6 * place) & 63).unwrap();
            text.push(char::from(LETTERS[index]));
        }
    }
    text
}

impl Sell {
    /// A token request with this `Authorization`.
    pub(crate) async fn exchange_as(&self, authorization: &str, fields: &[(&str, &str)]) -> Answer {
        let builder = self
            .request(Method::POST, TOKEN)
            .header(AUTHORIZATION, authorization);
        self.send(with_form(builder, fields)).await
    }

    /// A token request of the demo client.
    pub(crate) async fn exchange(&self, fields: &[(&str, &str)]) -> Answer {
        self.exchange_as(&basic(CLIENT, SECRET), fields).await
    }

    pub(crate) async fn exchange_code(&self, code: &str) -> Answer {
        let fields = [("grant_type", "authorization_code"), ("code", code)];
        self.exchange(&fields).await
    }

    pub(crate) async fn exchange_password(&self, username: &str, password: &str) -> Answer {
        let fields = [
            ("grant_type", "password"),
            ("username", username),
            ("password", password),
        ];
        self.exchange(&fields).await
    }

    pub(crate) async fn refresh(&self, refresh_token: &str) -> Answer {
        let fields = [
            ("grant_type", "refresh_token"),
            ("refresh_token", refresh_token),
        ];
        self.exchange(&fields).await
    }

    /// A code of the demo client and user, made by the control endpoint.
    pub(crate) async fn code(&self, order: Value) -> String {
        let answer = self.control(Method::POST, "/codes", order).await;
        assert_eq!(answer.status, 200, "{answer:?}");
        answer.text("code")
    }

    /// An access token with a refresh token.
    pub(crate) async fn pair(&self, scope: &str) -> (String, String) {
        let order = json!({"kind": "access+refresh", "scope": scope});
        self.control(Method::POST, "/tokens", order).await.pair()
    }

    pub(crate) async fn personal_token(&self, scope: &str) -> String {
        let order = json!({"kind": "personal", "scope": scope});
        self.token_for(order).await
    }

    /// Registers a client of its own, and gives its `Authorization`.
    pub(crate) async fn client(&self, client_id: &str, more: Value) -> String {
        let mut registration = json!({
            "client_id": client_id, "name": client_id, "client_secret": "s",
            "redirect_uris": ["https://app.example/cb"],
        });
        let fields = registration.as_object_mut().unwrap();
        fields.extend(more.as_object().unwrap().clone());
        let answer = self.control(Method::POST, "/clients", registration).await;
        assert_eq!(answer.status, 200, "{answer:?}");
        basic(client_id, "s")
    }

    /// Whether the API takes the token. This is a use of it.
    pub(crate) async fn is_live(&self, token: &str) -> bool {
        self.api("/oauth2/token/info", token).await.status == 200
    }
}

impl Answer {
    /// A text of the JSON body.
    pub(crate) fn text(&self, name: &str) -> String {
        self.json()[name].as_str().unwrap().to_owned()
    }

    /// The access token and the refresh token.
    pub(crate) fn pair(&self) -> (String, String) {
        (self.text("access_token"), self.text("refresh_token"))
    }

    /// Status and code of an error.
    pub(crate) fn refusal(&self) -> (u16, String) {
        (self.status, self.error())
    }
}

/// A 400 with this code.
pub(crate) fn bad(code: &str) -> (u16, String) {
    (400, code.to_owned())
}
