//! The list of applications and the form to register one.

use maud::{Markup, html};

use super::{Frame, TextField, app_address, invalid, redirect_uris_field, registration_notice};
use crate::oauth::grant_type::{GrantType, GrantTypes};
use crate::oauth::registration::{Problem, Profile};
use crate::store::clients::Client;
use crate::web::pages::Page;
use crate::web::pages::table::{addresses, table};

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
pub(crate) struct AppsPage {
    pub(crate) frame: Frame,
    pub(crate) clients: Vec<Client>,
    pub(crate) typed: TypedRegistration,
    pub(crate) problem: Option<Problem>,
}

impl AppsPage {
    pub(crate) fn render(&self) -> Page {
        let content = html! {
            h1 id="apps" { "Applications" }
            (registration_notice(self.problem.as_ref()))
            (self.list())
            (self.form())
        };
        self.frame.page("Applications", &content)
    }

    fn list(&self) -> Markup {
        let rows = self.clients.iter().map(|client| {
            vec![
                html! { a href=(app_address(&client.client_id)) { (client.name) } },
                html! { code { (client.client_id) } },
                html! { (client.grants.words().join(", ")) },
                addresses(&client.redirect_uris),
            ]
        });
        let columns = ["Name", "Client id", "Grants", "Redirect URIs"];
        table("apps", &columns, rows)
    }

    fn form(&self) -> Markup {
        let problem = self.problem.as_ref();
        html! {
            section aria-labelledby="register" {
                h2 id="register" { "Register an application" }
                form.card.form method="post" action=(super::APPS) {
                    (self.frame.csrf_field())
                    (TextField::text("name", "Name", &self.typed.name).required().render(problem))
                    (self.description())
                    (redirect_uris_field(&self.typed.redirect_uris, problem))
                    (self.addresses())
                    fieldset {
                        legend { "It may use" }
                        @for grant in GrantType::ALL { (self.grant_box(grant)) }
                    }
                    div.actions { button.primary id="register-app" type="submit" { "Register" } }
                }
            }
        }
    }

    fn description(&self) -> Markup {
        let invalid = invalid("description", self.problem.as_ref());
        html! {
            div.field {
                label for="description" { "Description (optional)" }
                textarea id="description" name="description" rows="2" aria-invalid=[invalid] {
                    "\n" (self.typed.profile.description)
                }
            }
        }
    }

    fn addresses(&self) -> Markup {
        let profile = &self.typed.profile;
        html! {
            @for field in [
                TextField::address("website_url", "Website", &profile.website_url),
                TextField::address("logo_url", "Logo", &profile.logo_url),
                TextField::address("terms_url", "Terms of service", &profile.terms_url),
            ] { (field.render(self.problem.as_ref())) }
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
