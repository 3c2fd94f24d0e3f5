//! The resource server: REST v2, Sync, Firehose and Search (sell-api §9 to §11).
//!
//! `resource` is the table of all there is; `operation` tells it to others; `handlers` answer
//! requests, reading by `query` and `filters`, writing by `draft` (judged by `judge`, completed
//! by `rules`) and `changes`. `sync`, `stream` and `search` are protocols of their own over the
//! same records.

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
mod search;
mod stream;
mod sync;

use std::sync::Arc;

use axum::extract::{Path, Request, State};
use axum::http::Method;
use axum::response::{IntoResponse as _, Response};
use axum::routing::{MethodFilter, MethodRouter, get, on, post};

use crate::failure::Failure;
use crate::routes::Routes;
use crate::state::Shared;
use crate::web::browser::Browser;
use handlers::{Call, Ids, own};
use resource::{Action, Resource, resource, resources};
use search::SEARCHED;
use stream::STREAMED;

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
        .route("/documents/{id}/download", get(download::download))
        .route("/v2/sync/start", post(sync::start))
        .route("/v2/sync/{session}/queues/{queue}", get(sync::fetch))
        .route("/v2/sync/ack", post(sync::acknowledge))
        .merge(streams())
        .merge(searches());
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

fn streams() -> Routes {
    let streamed = STREAMED.iter().filter_map(|name| resource(name));
    streamed.fold(Routes::new(), |router, resource| {
        let handler = async move |State(app): State<App>, request: Request| {
            stream::stream(&app, resource, &request)
        };
        router.route(&format!("/v3/{}/stream", resource.name), get(handler))
    })
}

fn searches() -> Routes {
    SEARCHED.into_iter().fold(Routes::new(), |router, kind| {
        let name = kind.resource();
        let search = async move |State(app): State<App>, request: Request| {
            search::search(&app, kind, request).await
        };
        let custom_fields = async move |State(app): State<App>, request: Request| {
            search::custom_fields(&app, kind, &request)
        };
        router
            .route(&format!("/v3/{name}/search"), post(search))
            .route(&format!("/v3/{name}/custom_fields"), get(custom_fields))
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
