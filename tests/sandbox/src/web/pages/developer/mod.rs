//! The pages for administrators: what they have in common.

mod app;
mod apps;
mod personal_tokens;
mod token_table;

use maud::{Markup, html};

pub(crate) use app::{AppPage, AppProblem};
pub(crate) use apps::{AppsPage, TypedRegistration};
pub(crate) use personal_tokens::PersonalTokensPage;
pub(crate) use token_table::TokenRow;

use super::{Page, problem_notice};
use crate::oauth::registration::Problem;
use crate::secret::Secret;
use crate::store::users::User;

/// The address of the list of applications.
pub(crate) const APPS: &str = "/settings/oauth/apps";
/// The address of the personal tokens.
pub(crate) const PERSONAL_TOKENS: &str = "/settings/oauth/tokens";

/// The address of an application's page. The id is in the query, because it may hold any
/// printable character, and paths are rewritten on their way.
pub(crate) fn app_address(client_id: &str) -> String {
    let client_id: String = form_urlencoded::byte_serialize(client_id.as_bytes()).collect();
    format!("/settings/oauth/app?client_id={client_id}")
}

/// What surrounds each of these pages.
#[derive(Debug)]
pub(crate) struct Frame {
    pub(crate) person: User,
    pub(crate) csrf: String,
    /// The page's own address, where signing in again leads back to.
    pub(crate) here: String,
}

impl Frame {
    fn page(&self, title: &str, content: &Markup) -> Page {
        let content = html! {
            form.visitor method="post" action="/logout" {
                (self.csrf_field())
                input type="hidden" name="next" value=(self.here);
                p { "Signed in as " strong { (self.person.name) } " (" (self.person.email) ")" }
                button.quiet id="sign-out" type="submit" { "Sign out" }
            }
            nav aria-label="Settings" {
                ul.tabs {
                    (self.tab(APPS, "Applications"))
                    (self.tab(PERSONAL_TOKENS, "Personal tokens"))
                    li { a href="/" { "Overview" } }
                }
            }
            (content)
        };
        Page::new(title, true, &content)
    }

    fn tab(&self, address: &str, label: &str) -> Markup {
        let current = (self.here == address).then_some("page");
        html! { li { a href=(address) aria-current=[current] { (label) } } }
    }

    fn csrf_field(&self) -> Markup {
        html! { input type="hidden" name="csrf" value=(self.csrf); }
    }
}

/// A secret that only this answer shows.
fn shown_once(what: &str, secret: Option<&Secret>) -> Markup {
    html! {
        @if let Some(secret) = secret {
            section.notice.once aria-labelledby="once" role="status" {
                h2 id="once" { (what) }
                p { code id="secret" { (secret.expose()) } }
                p { "Copy it now. It is shown this once; only its digest is kept." }
            }
        }
    }
}

/// A labelled line of text, which may be left empty unless it is [`TextField::required`].
#[derive(Debug, Clone, Copy)]
struct TextField<'a> {
    name: &'static str,
    label: &'static str,
    value: &'a str,
    input_type: &'static str,
    required: bool,
}

impl<'a> TextField<'a> {
    fn text(name: &'static str, label: &'static str, value: &'a str) -> Self {
        Self {
            name,
            label,
            value,
            input_type: "text",
            required: false,
        }
    }

    fn address(name: &'static str, label: &'static str, value: &'a str) -> Self {
        Self {
            input_type: "url",
            ..Self::text(name, label, value)
        }
    }

    fn required(self) -> Self {
        Self {
            required: true,
            ..self
        }
    }

    fn render(self, problem: Option<&Problem>) -> Markup {
        html! {
            div.field {
                label for=(self.name) { (self.label) @if !self.required { " (optional)" } }
                input id=(self.name) name=(self.name) type=(self.input_type) value=(self.value)
                    required[self.required] aria-invalid=[invalid(self.name, problem)];
            }
        }
    }
}

/// `aria-invalid` of the field that holds the problem.
fn invalid(name: &str, problem: Option<&Problem>) -> Option<&'static str> {
    problem
        .filter(|problem| problem.field == name)
        .map(|_| "true")
}

/// What is wrong with a registration, as a sentence.
fn registration_notice(problem: Option<&Problem>) -> Markup {
    let sentence = problem.map(|Problem { text, .. }| {
        let (first, rest) = text.split_at(text.chars().next().map_or(0, char::len_utf8));
        format!("{}{rest}.", first.to_uppercase())
    });
    problem_notice("registration-problem", sentence.as_deref())
}

/// The box for redirect URIs.
fn redirect_uris_field(value: &str, problem: Option<&Problem>) -> Markup {
    html! {
        div.field {
            label for="redirect_uris" { "Redirect URIs" }
            p.hint id="redirect-uris-hint" {
                "One a line, compared character by character. "
                "Plain http only on a loopback host."
            }
            textarea id="redirect_uris" name="redirect_uris" rows="3" required spellcheck="false"
                aria-describedby="redirect-uris-hint" aria-invalid=[invalid("redirect_uris", problem)]
                // A first line break in a text area is left out by the browser.
                { "\n" (value) }
        }
    }
}
