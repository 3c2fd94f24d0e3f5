//! The list of applications and the form to register one.

use maud::{Markup, html};

use super::{Frame, app_address, redirect_uris_field, text_field};
use crate::oauth::grant_type::{GrantType, GrantTypes};
use crate::oauth::registration::Profile;
use crate::store::clients::Client;
use crate::web::pages::{Page, problem_notice};

/// What was typed into the form, right or wrong.
#[derive(Debug)]
pub(crate) struct TypedRegistration {
    pub(crate) name: String,
    /// One a line.
    pub(crate) redirect_uris: String,
    pub(crate) grants: GrantTypes,
    pub(crate) profile: Profile,
}

/// What the page shows.
#[derive(Debug)]
pub(crate) struct AppsPage<'a> {
    pub(crate) frame: Frame,
    pub(crate) clients: Vec<Client>,
    pub(crate) typed: TypedRegistration,
    pub(crate) problem: Option<&'a str>,
}

impl AppsPage<'_> {
    pub(crate) fn render(&self) -> Page {
        let content = html! {
            h1 { "Applications" }
            (problem_notice("registration-problem", self.problem))
            (self.list())
            (self.form())
        };
        self.frame.page("Applications", &content)
    }

    fn list(&self) -> Markup {
        html! {
            div.table tabindex="0" role="region" aria-label="Applications" {
                table {
                    thead { tr { th scope="col" { "Name" } th scope="col" { "Client id" }
                        th scope="col" { "Grants" } th scope="col" { "Redirect URIs" } } }
                    tbody {
                        @for client in &self.clients {
                            tr {
                                th scope="row" { a href=(app_address(&client.client_id)) { (client.name) } }
                                td { code { (client.client_id) } }
                                td { (client.grants.words().join(", ")) }
                                td { ul { @for uri in &client.redirect_uris { li { code { (uri) } } } } }
                            }
                        }
                    }
                }
            }
        }
    }

    fn form(&self) -> Markup {
        let typed = &self.typed;
        html! {
            section aria-labelledby="register" {
                h2 id="register" { "Register an application" }
                form.card.form method="post" action=(super::APPS) {
                    (self.frame.csrf_field())
                    (text_field("name", "Name", "text", &typed.name, true))
                    div.field {
                        label for="description" { "Description (optional)" }
                        textarea id="description" name="description" rows="2" {
                            "\n" (typed.profile.description)
                        }
                    }
                    (redirect_uris_field(&typed.redirect_uris, self.problem.is_some()))
                    (text_field("website_url", "Website (optional)", "url",
                        &typed.profile.website_url, false))
                    (text_field("logo_url", "Logo (optional)", "url", &typed.profile.logo_url, false))
                    (text_field("terms_url", "Terms of service (optional)", "url",
                        &typed.profile.terms_url, false))
                    fieldset {
                        legend { "It may use" }
                        @for grant in GrantType::ALL { (self.grant_box(grant)) }
                    }
                    div.actions { button.primary id="register-app" type="submit" { "Register" } }
                }
            }
        }
    }

    fn grant_box(&self, grant: GrantType) -> Markup {
        let id = format!("grant-{}", grant.word());
        let about = format!("{id}-about");
        html! {
            div.choice {
                input id=(id) type="checkbox" name="grant" value=(grant.word())
                    checked[self.typed.grants.contains(grant)] aria-describedby=(about);
                label for=(id) { code { (grant.word()) } }
                p id=(about) { (grant.about()) }
            }
        }
    }
}
