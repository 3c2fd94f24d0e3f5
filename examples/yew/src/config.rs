//! What the page is told about itself.

use gloo_net::http::Request;
use serde::Deserialize;

/// The app at Sell, and where Sell is.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Config {
    pub client_id: String,
    pub redirect_uri: String,
    pub scopes: Vec<String>,
    pub auth_base: String,
    pub api_base: String,
}

impl Config {
    /// Reads config.json, which lies beside the page.
    pub async fn load() -> Option<Self> {
        let answer = Request::get("config.json").send().await.ok()?;
        answer.json().await.ok()
    }
}
