//! The resource server: REST v2 (sell-api §9 to §11).
//!
//! `resource` is the table of all there is; `operation` tells it to others; `handlers` answer
//! requests, reading by `query` and `filters`, writing by `draft` (judged by `judge`, completed
//! by `rules`) and `changes`.

mod changes;
mod code;
mod custom_fields;
mod download;
mod draft;
pub(crate) mod envelope;
pub(crate) mod error;
mod filters;
mod guard;
mod handlers;
mod judge;
pub(crate) mod language;
pub(crate) mod operation;
mod payload;
mod present;
mod problems;
mod query;
pub(crate) mod rate_limit;
pub(crate) mod resource;
mod rules;

use std::sync::Arc;

use axum::extract::{Path, Request, State};
use axum::response::IntoResponse as _;
use axum::routing::{MethodRouter, get, on};

use crate::failure::Failure;
use crate::routes::Routes;
use crate::state::Shared;
use crate::web::browser::Browser;
use axum::http::Method;
use axum::response::Response;
use axum::routing::MethodFilter;
use handlers::{Call, Ids, own};
use resource::{Action, Resource, resources};

type App = Arc<Shared>;

/// The endpoints of the API.
pub(crate) fn routes() -> Routes {
    let own = Routes::new()
        .route(
            "/v2/accounts/self",
            get(async |State(app): State<App>, request: Request| own::account(&app, &request)),
        )
        .route(
            "/v2/users/self",
            get(async |State(app): State<App>, request: Request| own::user(&app, &request)),
        )
        .route("/documents/{id}/download", get(download::download));
    let actions = resources().flat_map(|resource| {
        resource
            .actions
            .iter()
            .map(move |action| (resource, *action))
    });
    actions.fold(own, |router, (resource, action)| {
        let (method, path) = action.route(resource);
        router.route(&path, answer(&method, resource, action))
    })
}

/// What answers to a method of a path.
fn answer(method: &Method, resource: &'static Resource, action: Action) -> MethodRouter<App> {
    let handler = async move |State(app): State<App>,
                              Path(ids): Path<Ids>,
                              browser: Browser,
                              request: Request| {
        let call = Call {
            app: &app,
            resource,
            action,
            base: browser.base,
            ids,
        };
        run(&call, request).await
    };
    match *method {
        Method::POST => on(MethodFilter::POST, handler),
        Method::PUT => on(MethodFilter::PUT, handler),
        Method::DELETE => on(MethodFilter::DELETE, handler),
        _ => get(handler),
    }
}

async fn run(call: &Call<'_>, request: Request) -> Result<Response, Failure> {
    match call.action {
        Action::List => handlers::list(call, &request),
        Action::Show => handlers::show(call, &request),
        Action::Create => handlers::create(call, request).await,
        Action::Update => handlers::update(call, request).await,
        Action::Upsert => handlers::upsert(call, request).await,
        Action::Delete => Ok(handlers::delete(call, &request)?.into_response()),
    }
}
