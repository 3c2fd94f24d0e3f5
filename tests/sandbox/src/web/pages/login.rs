//! The login form.

use maud::html;

use super::{Page, problem_notice};
use crate::switches::Switches;
use crate::web::destination::Destination;

/// What the login form shows and carries on.
#[derive(Debug, Clone, Copy)]
pub(crate) struct LoginPage<'a> {
    /// Where to go on.
    pub(crate) destination: &'a Destination,
    /// What was typed last time.
    pub(crate) email: &'a str,
    pub(crate) csrf: &'a str,
    pub(crate) problem: Option<&'a str>,
}

impl LoginPage<'_> {
    pub(crate) fn render(&self, switches: &Switches) -> Page {
        let described_by = self.problem.map(|_| "login-problem");
        let content = html! {
            h1 { "Sign in to Sell" }
            p.lead { "Use one of the users printed where the sandbox was started." }
            (problem_notice("login-problem", self.problem))
            form.card method="post" action="/login" {
                input type="hidden" name="csrf" value=(self.csrf);
                @if let Some((name, value)) = self.destination.field() {
                    input type="hidden" name=(name) value=(value);
                }
                div.field {
                    label for="email" { "E-mail address" }
                    input id="email" name="email" type="email" autocomplete="username" required
                        value=(self.email) aria-describedby=[described_by]
                        aria-invalid=[self.problem.map(|_| "true")];
                }
                div.field {
                    label for="password" { "Password" }
                    input id="password" name="password" type="password" required
                        autocomplete="current-password" aria-describedby=[described_by]
                        aria-invalid=[self.problem.map(|_| "true")];
                }
                div.actions { button.primary id="sign-in" type="submit" { "Sign in" } }
            }
        };
        Page::new("Sign in", false, &content).isolated(switches.login_coop.is_on())
    }
}
