//! Errors a person reads, because redirecting would not be safe or there is nowhere to go.

use axum::http::StatusCode;
use maud::html;

use super::Page;
use crate::switches::Switches;

/// What went wrong, and what to do now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ErrorPage {
    pub(crate) status: StatusCode,
    title: &'static str,
    text: String,
    advice: &'static str,
}

impl ErrorPage {
    fn bad_request(title: &'static str, text: impl Into<String>, advice: &'static str) -> Self {
        Self {
            status: StatusCode::BAD_REQUEST,
            title,
            text: text.into(),
            advice,
        }
    }

    /// The client is missing or unknown: never a redirect (RFC 6749 §4.2.2.1).
    pub(crate) fn client(text: &str) -> Self {
        Self::bad_request(
            "This application is not known",
            text,
            "Check the client id against the list on the front page, then start again from the \
             application.",
        )
    }

    /// The redirect URI is missing or not registered: never a redirect (RFC 6749 §4.2.2.1).
    pub(crate) fn redirect_uri(text: &str) -> Self {
        Self::bad_request(
            "This application cannot be answered",
            text,
            "Register the exact address with --redirect-uri, or correct it in the application.",
        )
    }

    /// A form that cannot be read.
    pub(crate) fn form(text: &str) -> Self {
        Self::bad_request(
            "This form could not be read",
            text,
            "Go back and send it once more.",
        )
    }

    /// A form that our page in this browser did not make.
    pub(crate) fn forged() -> Self {
        Self {
            status: StatusCode::FORBIDDEN,
            ..Self::bad_request(
                "This form is out of date",
                "It was made before you signed in or out, or by another site.",
                "Go back, reload the page, and send it once more.",
            )
        }
    }

    /// A page for administrators, asked for by somebody else.
    pub(crate) fn administrators_only(name: &str) -> Self {
        Self {
            status: StatusCode::FORBIDDEN,
            ..Self::bad_request(
                "This page is for administrators",
                format!("{name} is not an administrator of this account."),
                "Sign out on the front page, then sign in as a user whose role there is admin.",
            )
        }
    }

    /// An application that does not exist, or not any more.
    pub(crate) fn no_application() -> Self {
        Self {
            status: StatusCode::NOT_FOUND,
            ..Self::bad_request(
                "This application does not exist",
                "No application with this client id is registered.",
                "Choose one from the list of applications.",
            )
        }
    }

    pub(crate) fn render(&self, _: &Switches) -> Page {
        let content = html! {
            h1 { (self.title) }
            div.card {
                p id="error" { (self.text) }
                p.hint { (self.advice) }
            }
            p { a href="/" { "Users, applications and switches of this sandbox" } }
        };
        Page::new(self.title, false, &content).with_status(self.status)
    }
}
