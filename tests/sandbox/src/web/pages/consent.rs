//! The consent page: who asks for what, each scope with a box of its own.

use maud::{Markup, html};

use super::{Page, problem_notice, scope_box};
use crate::oauth::authorization_request::AuthorizationRequest;
use crate::oauth::redirect_uri::{content_security_source, origin};
use crate::store::users::User;
use crate::switches::Switches;

/// What the consent page shows.
#[derive(Debug)]
pub(crate) struct ConsentPage<'a> {
    pub(crate) person: &'a User,
    pub(crate) request: &'a AuthorizationRequest,
    /// The query the page was reached by, which the form posts back to.
    pub(crate) query: &'a str,
    pub(crate) csrf: String,
    pub(crate) problem: Option<&'a str>,
}

impl ConsentPage<'_> {
    pub(crate) fn render(&self, switches: &Switches) -> Page {
        let name = &self.request.client.name;
        let destination = origin(&self.request.redirect_uri);
        let content = html! {
            h1 { span.app { (name) } " wants to use your Sell data" }
            (problem_notice("consent-problem", self.problem))
            form.card method="post" action=(format!("/oauth2/authorize?{}", self.query)) {
                input type="hidden" name="csrf" value=(self.csrf);
                fieldset {
                    legend { "Allow it to" }
                    @for scope in self.request.scopes.iter() { (scope_box(scope, true)) }
                }
                p.hint {
                    "Untick what you do not want to give. You then return to "
                    strong { (destination) } "."
                }
                div.actions {
                    button id="deny" name="decision" value="deny" type="submit" { "Deny" }
                    button.primary id="allow" name="decision" value="allow" type="submit" {
                        "Allow"
                    }
                }
            }
            (self.signed_in_as())
        };
        // The post is answered by a redirect to the application, and Chromium applies
        // `form-action` to the whole chain of redirects: without the application's origin in the
        // policy, Allow and Deny would do nothing.
        Page::new("Allow access", false, &content)
            .leading_to(&content_security_source(&self.request.redirect_uri))
            .isolated(switches.login_coop.is_on())
    }

    fn signed_in_as(&self) -> Markup {
        html! {
            form.visitor method="post" action="/logout" {
                input type="hidden" name="csrf" value=(self.csrf);
                input type="hidden" name="authorize" value=(self.query);
                p { "Signed in as " strong { (self.person.name) } " (" (self.person.email) ")" }
                button.quiet id="switch-user" type="submit" { "Use another user" }
            }
        }
    }
}
