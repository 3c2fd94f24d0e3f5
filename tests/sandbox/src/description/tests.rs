use std::collections::BTreeSet;

use axum::body::Body;
use axum::http::header::HOST;
use axum::http::{Method, Request, StatusCode};
use tower::ServiceExt as _;

use super::*;
use crate::sandbox::site;
use crate::{Config, Sandbox};

const METHODS: [&str; 5] = ["get", "post", "put", "patch", "delete"];
/// An address of a document is a secret by itself: without its signature there is nothing.
const SECRET_ADDRESS: &str = "/documents/{id}/download";

fn described() -> BTreeSet<(String, String)> {
    let document = document();
    let paths = document["paths"].as_object().unwrap();
    let methods = paths.iter().flat_map(|(path, methods)| {
        let methods = methods.as_object().unwrap();
        methods.keys().map(|method| (path.clone(), method.clone()))
    });
    methods.collect()
}

async fn status(sandbox: &Sandbox, method: &str, path: &str) -> StatusCode {
    let path: String = path
        .split('/')
        .map(|part| if part.starts_with('{') { "1" } else { part })
        .collect::<Vec<_>>()
        .join("/");
    let method: Method = method.to_ascii_uppercase().parse().unwrap();
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header(HOST, "127.0.0.1")
        .header("user-agent", "test")
        .body(Body::empty())
        .unwrap();
    let response = sandbox.router().oneshot(request).await.unwrap();
    response.status()
}

#[tokio::test]
async fn every_described_operation_is_there() {
    let sandbox = Sandbox::open(Config::default()).unwrap();
    for (path, method) in described() {
        let status = status(&sandbox, &method, &path).await;
        assert_ne!(status, StatusCode::METHOD_NOT_ALLOWED, "{method} {path}");
        let is_there = status != StatusCode::NOT_FOUND || path == SECRET_ADDRESS;
        assert!(is_there, "{method} {path}");
    }
}

#[tokio::test]
async fn every_route_and_method_is_described() {
    let sandbox = Sandbox::open(Config::default()).unwrap();
    let described = described();
    let routes = site();
    assert!(routes.paths().len() > 50, "{routes:?}");
    for path in routes.paths() {
        for method in METHODS {
            let is_described = described.contains(&(path.clone(), method.to_owned()));
            let refused = status(&sandbox, method, path).await == StatusCode::METHOD_NOT_ALLOWED;
            assert_ne!(is_described, refused, "{method} {path}");
        }
    }
    let paths: BTreeSet<_> = routes.paths().iter().collect();
    assert!(described.iter().all(|(path, _)| paths.contains(path)));
}

#[test]
fn every_reference_leads_somewhere_and_every_name_is_used_once() {
    let document = document();
    let mut references = Vec::new();
    collect(&document, "$ref", &mut references);
    assert!(references.len() > 50);
    for reference in references {
        let pointer = reference.strip_prefix('#').unwrap();
        assert!(document.pointer(pointer).is_some(), "{reference}");
    }
    let mut names = Vec::new();
    collect(&document["paths"], "operationId", &mut names);
    assert_eq!(names.len(), described().len());
    let unique: BTreeSet<_> = names.iter().collect();
    assert_eq!(unique.len(), names.len());
}

fn collect(value: &Value, name: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            let here = fields.get(name).and_then(Value::as_str);
            found.extend(here.map(str::to_owned));
            fields
                .values()
                .for_each(|value| collect(value, name, found));
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, name, found)),
        _ => {}
    }
}

#[test]
fn a_path_that_has_a_number_in_it_says_so() {
    let document = document();
    for (path, method) in described() {
        let parameters = &document["paths"][&path][&method]["parameters"];
        let named = parameters.as_array().unwrap().iter();
        let named = named.filter(|parameter| parameter["in"] == "path").count();
        assert_eq!(named, path.matches('{').count(), "{method} {path}");
    }
}
