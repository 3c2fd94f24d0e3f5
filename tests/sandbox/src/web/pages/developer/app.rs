//! The page of one application.

use maud::{Markup, html};

use super::token_table::{TokenRow, TokenTable};
use super::{Frame, redirect_uris_field, registration_notice, shown_once};
use crate::oauth::registration::Problem;
use crate::secret::Secret;
use crate::store::clients::Client;
use crate::web::pages::{Page, problem_notice};

/// Why a form of the page was not carried out.
#[derive(Debug)]
pub(crate) enum AppProblem {
    /// The redirect URIs may not be registered.
    RedirectUris(Problem),
    /// The deletion was not confirmed.
    NotSure,
}

/// What the page shows.
#[derive(Debug)]
pub(crate) struct AppPage {
    pub(crate) frame: Frame,
    pub(crate) client: Client,
    /// As registered, or as just typed; one a line.
    pub(crate) redirect_uris: String,
    /// The client secret, right after the registration.
    pub(crate) secret: Option<Secret>,
    pub(crate) tokens: Vec<TokenRow>,
    pub(crate) has_more: bool,
    pub(crate) problem: Option<AppProblem>,
}

impl AppPage {
    pub(crate) fn render(&self) -> Page {
        let content = html! {
            h1 { (self.client.name) }
            (registration_notice(self.uri_problem()))
            (problem_notice("delete-problem", self.delete_problem()))
            (shown_once("Client secret", self.secret.as_ref()))
            (self.facts())
            (self.redirect_uris())
            section aria-labelledby="tokens" {
                h2 id="tokens" { "Tokens" }
                (self.tokens())
            }
            (self.end())
        };
        self.frame.page(&self.client.name, &content)
    }

    fn uri_problem(&self) -> Option<&Problem> {
        match &self.problem {
            Some(AppProblem::RedirectUris(problem)) => Some(problem),
            Some(AppProblem::NotSure) | None => None,
        }
    }

    fn delete_problem(&self) -> Option<&'static str> {
        match self.problem {
            Some(AppProblem::NotSure) => {
                Some("Tick that the application and its tokens may end, then delete.")
            }
            Some(AppProblem::RedirectUris(_)) | None => None,
        }
    }

    fn facts(&self) -> Markup {
        let profile = &self.client.profile;
        html! {
            dl.facts {
                dt { "Client id" } dd { code id="client-id" { (self.client.client_id) } }
                dt { "Scopes" } dd { (self.client.scopes.to_string()) }
                dt { "Grants" } dd { (self.client.grants.words().join(", ")) }
                @for (what, text) in [
                    ("Description", &profile.description),
                    ("Website", &profile.website_url),
                    ("Logo", &profile.logo_url),
                    ("Terms of service", &profile.terms_url),
                ] {
                    @if !text.is_empty() { dt { (what) } dd { (text) } }
                }
            }
        }
    }

    fn redirect_uris(&self) -> Markup {
        html! {
            section aria-labelledby="addresses" {
                h2 id="addresses" { "Where it is answered" }
                form.card.form method="post" action="/settings/oauth/app/redirect-uris" {
                    (self.hidden())
                    (redirect_uris_field(&self.redirect_uris, self.uri_problem()))
                    div.actions { button.primary id="save-uris" type="submit" { "Save" } }
                }
            }
        }
    }

    fn tokens(&self) -> Markup {
        TokenTable {
            rows: &self.tokens,
            has_more: self.has_more,
            with_note: false,
            action: "/settings/oauth/app/revoke",
            hidden: self.hidden(),
        }
        .render()
    }

    fn end(&self) -> Markup {
        html! {
            section aria-labelledby="end" {
                h2 id="end" { "Delete" }
                form.card.form method="post" action="/settings/oauth/app/delete" {
                    (self.hidden())
                    div.choice {
                        input id="sure" type="checkbox" name="sure" value="yes" required;
                        label for="sure" { "The application and its tokens may end" }
                    }
                    div.actions {
                        button.danger id="delete" type="submit" { "Delete this application" }
                    }
                }
            }
        }
    }

    fn hidden(&self) -> Markup {
        html! {
            (self.frame.csrf_field())
            input type="hidden" name="client_id" value=(self.client.client_id);
        }
    }
}
