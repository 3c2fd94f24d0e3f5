//! The front page: users, applications, switches, endpoints.

use maud::{Markup, html};

use super::Page;
use crate::endpoints::ENDPOINTS;
use crate::store::clients::Client;
use crate::store::users::User;
use crate::switches::Switches;

/// What the front page lists.
#[derive(Debug)]
pub(crate) struct FrontPage {
    pub(crate) users: Vec<User>,
    pub(crate) clients: Vec<Client>,
    pub(crate) visitor: Option<User>,
    pub(crate) csrf: String,
    pub(crate) base: String,
}

impl FrontPage {
    pub(crate) fn render(&self, switches: &Switches) -> Page {
        let content = html! {
            h1 { "A Sell to test against" }
            p.lead {
                "The authorization server and the API are at " code { (self.base) }
                ". Data, users and tokens are made up."
            }
            (self.login())
            p { a href="/settings/oauth/apps" { "Applications and personal tokens" } ", for administrators." }
            (self.users())
            (self.clients())
            (endpoints())
            (switch_table(switches))
        };
        Page::new("Overview", true, &content)
    }

    fn login(&self) -> Markup {
        html! {
            @if let Some(visitor) = &self.visitor {
                form.visitor method="post" action="/logout" {
                    input type="hidden" name="csrf" value=(self.csrf);
                    p { "Signed in as " strong { (visitor.name) } }
                    button.quiet id="sign-out" type="submit" { "Sign out" }
                }
            } @else {
                p { a href="/login" { "Sign in" } " to see the consent page without a login first." }
            }
        }
    }

    fn users(&self) -> Markup {
        html! {
            section aria-labelledby="users" {
                h2 id="users" { "Users" }
                p { "They share the password printed at the start." }
                div.table tabindex="0" role="region" aria-labelledby="users" {
                    table {
                        thead { tr { th scope="col" { "E-mail address" } th scope="col" { "Name" }
                            th scope="col" { "Role" } th scope="col" { "Id" } } }
                        tbody {
                            @for user in &self.users {
                                tr { th scope="row" { (user.email) } td { (user.name) }
                                    td { (user.role) } td { (user.id) } }
                            }
                        }
                    }
                }
            }
        }
    }

    fn clients(&self) -> Markup {
        html! {
            section aria-labelledby="clients" {
                h2 id="clients" { "Applications" }
                div.table tabindex="0" role="region" aria-labelledby="clients" {
                    table {
                        thead { tr { th scope="col" { "Client id" } th scope="col" { "Name" }
                            th scope="col" { "Scopes" } th scope="col" { "Redirect URIs" } } }
                        tbody {
                            @for client in &self.clients {
                                tr { th scope="row" { code { (client.client_id) } }
                                    td { (client.name) } td { (client.scopes.to_string()) }
                                    td { ul { @for uri in &client.redirect_uris {
                                        li { code { (uri) } } } } } }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn endpoints() -> Markup {
    html! {
        section aria-labelledby="endpoints" {
            h2 id="endpoints" { "Endpoints" }
            div.table tabindex="0" role="region" aria-labelledby="endpoints" {
                table {
                    thead { tr { th scope="col" { "Path" } th scope="col" { "Methods" }
                        th scope="col" { "Scope" } th scope="col" { "What it does" } } }
                    tbody {
                        @for endpoint in ENDPOINTS {
                            tr { th scope="row" { code { (endpoint.path) } }
                                td { (endpoint.methods) } td { (endpoint.scope) }
                                td { (endpoint.about) } }
                        }
                    }
                }
            }
        }
    }
}

fn switch_table(switches: &Switches) -> Markup {
    html! {
        section aria-labelledby="switches" {
            h2 id="switches" { "Switches" }
            p { "Set one with " code { "--set name=value" } " at the start, or through the control "
                "endpoint while the sandbox runs." }
            div.table tabindex="0" role="region" aria-labelledby="switches" {
                table {
                    thead { tr { th scope="col" { "Switch" } th scope="col" { "Now" }
                        th scope="col" { "Values" } th scope="col" { "What it decides" } } }
                    tbody {
                        @for info in Switches::catalogue() {
                            tr { th scope="row" { code { (info.name) } }
                                td { strong { (info.value(switches)) } }
                                td { (info.allowed().join(", ")) } td { (with_code(info.help)) } }
                        }
                    }
                }
            }
        }
    }
}

/// Text between backticks becomes code, as it is meant in `--help`.
fn with_code(text: &str) -> Markup {
    html! {
        @for (index, part) in text.split('`').enumerate() {
            @if index % 2 == 1 { code { (part) } } @else { (part) }
        }
    }
}
