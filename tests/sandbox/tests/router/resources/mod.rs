//! Every resource of the API, and the protocols over them.

mod deletion;
mod language;
mod lead_conversion;
mod lists;
mod round_trips;
mod rules;
mod search;
mod stream;
mod sync;
mod upsert;

use axum::body::Body;
use axum::http::Method;
use serde_json::{Value, json};

use crate::support::{Answer, Sell};

/// A sandbox, and a token that may do everything, often.
struct Api {
    sell: Sell,
    token: String,
}

impl Api {
    async fn new() -> Self {
        let sell = Sell::with(&[("rate_limit.per_second", "100000")]);
        let token = sell.token("read write profile sync").await;
        Self { sell, token }
    }

    async fn get(&self, path: &str) -> Answer {
        self.sell.api(path, &self.token).await
    }

    async fn send(&self, method: Method, path: &str, data: Value) -> Answer {
        let body = json!({ "data": data });
        self.sell.api_with(method, path, &self.token, body).await
    }

    async fn create(&self, path: &str, data: Value) -> Answer {
        self.send(Method::POST, path, data).await
    }

    async fn delete(&self, path: &str) -> Answer {
        let request = self.sell.bearer(Method::DELETE, path, &self.token);
        self.sell.send(request.body(Body::empty()).unwrap()).await
    }

    /// The fields of a record.
    async fn record(&self, path: &str) -> Value {
        let answer = self.get(path).await;
        assert_eq!(answer.status, 200, "{path}: {answer:?}");
        answer.json()["data"].clone()
    }

    /// `field` of every record of a list.
    async fn all(&self, path: &str, field: &str) -> Vec<Value> {
        let answer = self.get(path).await;
        assert_eq!(answer.status, 200, "{path}: {answer:?}");
        let body = answer.json();
        let items = body["items"].as_array().unwrap().iter();
        items.map(|item| item["data"][field].clone()).collect()
    }

    async fn ids(&self, path: &str) -> Vec<i64> {
        let ids = self.all(path, "id").await;
        ids.iter().map(|id| id.as_i64().unwrap()).collect()
    }
}

/// Code and field of each error, sorted.
fn problems(answer: &Answer) -> Vec<(String, String)> {
    assert_eq!(answer.status, 422, "{answer:?}");
    let text = |entry: &Value, name| entry["error"][name].as_str().unwrap().to_owned();
    let body = answer.json();
    let errors = body["errors"].as_array().unwrap();
    let mut found: Vec<_> = errors
        .iter()
        .map(|entry| (text(entry, "code"), text(entry, "field")))
        .collect();
    found.sort();
    found
}

fn one(code: &str, field: &str) -> Vec<(String, String)> {
    vec![(code.to_owned(), field.to_owned())]
}
