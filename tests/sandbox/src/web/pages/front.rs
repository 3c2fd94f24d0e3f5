//! The front page: users, applications, endpoints, switches, and how to get a token.

use maud::{Markup, html};

use super::Page;
use super::table::{Column, addresses, table};
use crate::control::PATHS;
use crate::description::{OAUTH, PAGES, Row, rest_rows, rows};
use crate::store::clients::Client;
use crate::store::users::User;
use crate::switches::Switches;

/// The parts of the page that are long or come after long ones, by id and name.
const PARTS: [(&str, &str); 7] = [
    ("users", "Users"),
    ("clients", "Applications"),
    ("server", "Authorization server"),
    ("api", "API"),
    ("pages", "Pages"),
    ("switches", "Switches"),
    ("control", "Control"),
];

/// What the front page lists.
#[derive(Debug)]
pub(crate) struct FrontPage {
    pub(crate) users: Vec<User>,
    pub(crate) clients: Vec<Client>,
    /// The id of the demo client, which is one of them.
    pub(crate) demo_client: String,
    pub(crate) visitor: Option<User>,
    pub(crate) csrf: String,
    pub(crate) base: String,
    /// The control endpoint, when it is served.
    pub(crate) control: Option<String>,
    /// The second origin, when it is served.
    pub(crate) other: Option<String>,
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
            p {
                a href="/settings/oauth/apps" { "Applications and personal tokens" }
                ", for administrators. "
                a href="/openapi.json" { "OpenAPI description" } ", for programs."
            }
            nav aria-label="On this page" {
                ul.tabs {
                    @for (id, name) in PARTS { li { a href={ "#" (id) } { (name) } } }
                }
            }
            (self.tokens())
            (self.users())
            (self.clients())
            (endpoints("server", "Authorization server", &rows(OAUTH)))
            (endpoints("api", "API", &rest_rows()))
            (endpoints("pages", "Pages", &rows(PAGES)))
            (switch_table(switches))
            (self.control())
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

    /// The ways to a token, the shortest first.
    fn tokens(&self) -> Markup {
        let control = self.control.as_deref();
        let order = format!(
            "curl -s {}/tokens -H 'Content-Type: application/json' -d '{{}}'",
            control.unwrap_or("http://127.0.0.1:4001")
        );
        let mut clients = self.clients.iter();
        let demo = clients.find(|client| client.client_id == self.demo_client);
        let asking = demo.and_then(asking);
        html! {
            section aria-labelledby="tokens" {
                h2 id="tokens" { "Get a token" }
                ul {
                    li {
                        "From a program: " code { (order) }
                        @if control.is_none() { ", after a start with " code { "--control-port 4001" } }
                        "."
                    }
                    @if let Some(asking) = asking {
                        li {
                            "As an application does: " a href=(asking) { "ask for one" }
                            ", sign in and allow; the redirect holds it."
                        }
                    }
                    li {
                        "As a person: sign in as an administrator and make a "
                        a href="/settings/oauth/tokens" { "personal token" } "."
                    }
                }
                p {
                    "Send it as " code { "Authorization: Bearer …" } " with " code { "Accept: application/json" } "."
                }
            }
        }
    }

    fn users(&self) -> Markup {
        let rows = self.users.iter().map(|user| {
            vec![
                html! { (user.email) },
                html! { (user.name) },
                html! { (user.role) },
                html! { (user.id) },
            ]
        });
        html! {
            section aria-labelledby="users" {
                h2 id="users" { "Users" }
                p { "They share the password printed at the start." }
                (table("users", &["E-mail address", "Name", "Role", "Id"], rows))
            }
        }
    }

    fn clients(&self) -> Markup {
        let rows = self.clients.iter().map(|client| {
            vec![
                html! { code { (client.client_id) } },
                html! { (client.name) },
                html! { (client.scopes.to_string()) },
                addresses(&client.redirect_uris),
            ]
        });
        html! {
            section aria-labelledby="clients" {
                h2 id="clients" { "Applications" }
                (table("clients", &["Client id", "Name", "Scopes", "Redirect URIs"], rows))
            }
        }
    }

    fn control(&self) -> Markup {
        let off = html! { "off" };
        let at = |base: &Option<String>| match base {
            Some(base) => html! { code { (base) } },
            None => off.clone(),
        };
        let rows = PATHS
            .iter()
            .map(|(path, about)| vec![html! { code { (path) } }, html! { (about) }]);
        html! {
            section aria-labelledby="control" {
                h2 id="control" { "Control" }
                p {
                    "What a test changes while the sandbox runs. Control endpoint: " (at(&self.control))
                    " (" code { "--control-port" } "); second origin: " (at(&self.other))
                    " (" code { "--other-port" } ")."
                }
                (table("control", &["Request", "What it does"], rows))
            }
        }
    }
}

/// The authorization request of an application that may have a token at once.
fn asking(client: &Client) -> Option<String> {
    let redirect_uri = client.redirect_uris.first()?;
    let query = form_urlencoded::Serializer::new(String::new())
        .append_pair("response_type", "token")
        .append_pair("client_id", &client.client_id)
        .append_pair("redirect_uri", redirect_uri)
        .append_pair("state", "from-the-front-page")
        .finish();
    Some(format!("/oauth2/authorize?{query}"))
}

fn endpoints(id: &str, title: &str, rows: &[Row]) -> Markup {
    let has_scopes = rows.iter().any(|row| !row.scopes.is_empty());
    let mut columns: Vec<Column> = vec!["Path", "Methods", "What it does"];
    if has_scopes {
        columns.push("Scopes");
    }
    let rows = rows.iter().map(|row| {
        let mut cells = vec![
            html! { code { (row.path) } },
            html! { (row.methods.join(", ")) },
            html! { (row.about) },
        ];
        if has_scopes {
            cells.push(html! { (row.scopes.join(", ")) });
        }
        cells
    });
    html! {
        section aria-labelledby=(id) {
            h2 id=(id) { (title) }
            (table(id, &columns, rows))
        }
    }
}

fn switch_table(switches: &Switches) -> Markup {
    let defaults = Switches::default();
    let rows = Switches::catalogue().iter().map(|info| {
        vec![
            html! { code { (info.name) } },
            html! { strong { (info.value(switches)) } },
            html! { (info.value(&defaults)) },
            html! { (info.allowed().join(", ")) },
            html! { (with_code(info.help)) },
        ]
    });
    html! {
        section aria-labelledby="switches" {
            h2 id="switches" { "Switches" }
            p { "Set one with " code { "--set name=value" } " at the start, or through the control "
                "endpoint while the sandbox runs." }
            (table("switches", &["Switch", "Now", "Default", "Values", "What it decides"], rows))
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
