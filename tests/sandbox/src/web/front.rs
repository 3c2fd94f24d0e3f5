//! `/`: what this server is and holds.

use std::sync::Arc;

use axum::extract::State;
use axum::response::{IntoResponse as _, Response};

use super::browser::Browser;
use super::pages::front::FrontPage;
use super::session::visitor;
use crate::failure::Failure;
use crate::state::Shared;

/// Shows the front page.
pub(crate) async fn show(
    State(app): State<Arc<Shared>>,
    browser: Browser,
) -> Result<Response, Failure> {
    let page = FrontPage {
        users: app.store.users()?,
        clients: app.store.clients()?,
        visitor: visitor(&app, &browser)?,
        csrf: browser.csrf(),
        base: browser.base,
    };
    Ok(page.render(&app.switches()).into_response())
}
