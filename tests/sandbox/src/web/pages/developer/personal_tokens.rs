//! The page of the personal tokens.

use maud::{Markup, html};

use super::token_table::{TokenRow, TokenTable};
use super::{Frame, PERSONAL_TOKENS, TextField, shown_once};
use crate::oauth::scope::Scopes;
use crate::secret::Secret;
use crate::web::pages::{Page, problem_notice, scope_box};

/// What the page shows.
#[derive(Debug)]
pub(crate) struct PersonalTokensPage<'a> {
    pub(crate) frame: Frame,
    /// The token just made.
    pub(crate) token: Option<Secret>,
    pub(crate) tokens: Vec<TokenRow>,
    pub(crate) has_more: bool,
    /// What was typed last time.
    pub(crate) note: &'a str,
    pub(crate) problem: Option<&'a str>,
}

impl PersonalTokensPage<'_> {
    pub(crate) fn render(&self) -> Page {
        let content = html! {
            h1 { "Personal tokens" }
            p.lead { "They act for one person, belong to no application, and have no end." }
            (problem_notice("token-problem", self.problem))
            (shown_once("Personal token", self.token.as_ref()))
            (self.form())
            section aria-labelledby="tokens" {
                h2 id="tokens" { "In use" }
                (self.table())
            }
        };
        self.frame.page("Personal tokens", &content)
    }

    fn form(&self) -> Markup {
        html! {
            section aria-labelledby="make" {
                h2 id="make" { "Make one for yourself" }
                form.card.form method="post" action=(PERSONAL_TOKENS) {
                    (self.frame.csrf_field())
                    (TextField::text("note", "What it is for", self.note).render(None))
                    fieldset {
                        legend { "Allow it to" }
                        @for scope in Scopes::all().iter() { (scope_box(scope, false)) }
                    }
                    div.actions { button.primary id="make-token" type="submit" { "Make" } }
                }
            }
        }
    }

    fn table(&self) -> Markup {
        TokenTable {
            rows: &self.tokens,
            has_more: self.has_more,
            with_note: true,
            action: "/settings/oauth/tokens/revoke",
            hidden: self.frame.csrf_field(),
        }
        .render()
    }
}
