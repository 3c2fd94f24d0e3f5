//! `/`: what this server is and holds.

use std::sync::Arc;

use axum::extract::State;
use axum::response::{IntoResponse as _, Response};

use super::browser::Browser;
use super::pages::front::FrontPage;
use super::session::visitor;
use crate::failure::Failure;
use crate::state::{Shared, Side};

/// Shows the front page.
pub(crate) async fn show(
    State(app): State<Arc<Shared>>,
    browser: Browser,
) -> Result<Response, Failure> {
    let page = FrontPage {
        users: app.store.users()?,
        clients: app.store.clients()?,
        demo_client: app.config.client_id.clone(),
        visitor: visitor(&app, &browser)?,
        csrf: browser.csrf(),
        control: app
            .ports
            .get(Side::Control)
            .map(|port| beside(&browser.base, port)),
        other: app.other_origin.base(),
        base: browser.base,
    };
    Ok(page.render(&app.switches()).into_response())
}

/// The same host with another port.
fn beside(base: &str, port: u16) -> String {
    let host = base
        .rsplit_once(':')
        .filter(|(_, port)| port.bytes().all(|byte| byte.is_ascii_digit()))
        .map_or(base, |(host, _)| host);
    format!("{host}:{port}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_port_of_the_same_host_keeps_the_host() {
        for (base, expected) in [
            ("http://127.0.0.1:4000", "http://127.0.0.1:4001"),
            ("http://localhost", "http://localhost:4001"),
            ("http://[::1]", "http://[::1]:4001"),
            ("http://[::1]:4000", "http://[::1]:4001"),
        ] {
            assert_eq!(beside(base, 4001), expected);
        }
    }
}
