//! Pages for people. `maud` escapes every text put into them.

pub(crate) mod consent;
pub(crate) mod developer;
pub(crate) mod error;
pub(crate) mod front;
pub(crate) mod login;
pub(crate) mod table;

use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use maud::{DOCTYPE, Markup, html};

use super::security_headers::page_policy;
use crate::oauth::scope::Scope;

const CROSS_ORIGIN_OPENER_POLICY: HeaderName =
    HeaderName::from_static("cross-origin-opener-policy");

/// A page, ready to be sent.
#[derive(Debug)]
pub(crate) struct Page {
    status: StatusCode,
    markup: Markup,
    /// Origins besides ours its forms may lead to, each after a space.
    form_targets: String,
    isolated: bool,
}

impl Page {
    /// A page whose `main` is `content`. `wide` suits tables, the narrow form suits forms.
    fn new(title: &str, wide: bool, content: &Markup) -> Self {
        let markup = html! {
            (DOCTYPE)
            html lang="en" {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    title { (title) " · Sandbox Sell" }
                    link rel="icon" href="/assets/icon.svg" type="image/svg+xml";
                    link rel="stylesheet" href="/assets/sandbox.css";
                }
                body.wide[wide] {
                    header.masthead {
                        a.brand href="/" { span.mark aria-hidden="true" { "S" } "Sandbox Sell" }
                        p { "A test server on this machine. Not Zendesk." }
                    }
                    main id="main" { (content) }
                }
            }
        };
        Self {
            status: StatusCode::OK,
            markup,
            form_targets: String::new(),
            isolated: false,
        }
    }

    fn with_status(self, status: StatusCode) -> Self {
        Self { status, ..self }
    }

    /// Allows the forms to end at this CSP source.
    fn leading_to(self, source: &str) -> Self {
        Self {
            form_targets: format!(" {source}"),
            ..self
        }
    }

    /// Cuts the page off from a window that opened it, as some real servers do.
    fn isolated(self, isolated: bool) -> Self {
        Self { isolated, ..self }
    }
}

impl IntoResponse for Page {
    fn into_response(self) -> Response {
        let mut response = (self.status, self.markup.into_string()).into_response();
        let headers = response.headers_mut();
        headers.insert(
            CONTENT_TYPE,
            HeaderValue::from_static("text/html; charset=utf-8"),
        );
        if let Ok(policy) = HeaderValue::try_from(page_policy(&self.form_targets)) {
            headers.insert(CONTENT_SECURITY_POLICY, policy);
        }
        if self.isolated {
            headers.insert(
                CROSS_ORIGIN_OPENER_POLICY,
                HeaderValue::from_static("same-origin"),
            );
        }
        response
    }
}

/// A problem with a form, announced when the page loads.
fn problem_notice(id: &str, problem: Option<&str>) -> Markup {
    html! {
        @if let Some(problem) = problem {
            p.notice.danger id=(id) role="alert" { strong { "Not yet. " } (problem) }
        }
    }
}

/// A scope to tick, with what it opens.
fn scope_box(scope: Scope, checked: bool) -> Markup {
    let id = format!("scope-{}", scope.token());
    let about = format!("{id}-about");
    html! {
        div.choice {
            input id=(id) type="checkbox" name="scope" value=(scope.token()) checked[checked]
                aria-describedby=(about);
            label for=(id) { code { (scope.token()) } }
            p id=(about) { (scope.opens()) }
        }
    }
}
