//! The resource server: REST v2 (sell-api §9 to §11).

pub(crate) mod envelope;
pub(crate) mod error;
mod guard;
mod handlers;
mod payload;
mod query;
pub(crate) mod rate_limit;
mod resource;

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, Request, State};
use axum::routing::{MethodRouter, get, post, put};

use crate::oauth::scope::Scope;
use crate::state::Shared;
use crate::web::browser::Browser;
use resource::{RESOURCES, Resource};

type App = Arc<Shared>;

/// The endpoints of the API.
pub(crate) fn routes() -> Router<App> {
    let own = Router::new()
        .route(
            "/v2/accounts/self",
            get(async |State(app): State<App>, request: Request| {
                handlers::own_account(&app, &request)
            }),
        )
        .route(
            "/v2/users/self",
            get(async |State(app): State<App>, request: Request| {
                handlers::own_user(&app, &request)
            }),
        );
    RESOURCES.iter().fold(own, |router, resource| {
        router
            .route(&format!("/v2/{}", resource.path), many(resource))
            .route(&format!("/v2/{}/{{id}}", resource.path), one(resource))
    })
}

fn many(resource: &'static Resource) -> MethodRouter<App> {
    let list = get(
        async move |State(app): State<App>, browser: Browser, request: Request| {
            handlers::list(&app, resource, &browser.base, &request)
        },
    );
    match resource.write_scope {
        Some(scope) => list.merge(create(resource, scope)),
        None => list,
    }
}

fn create(resource: &'static Resource, scope: Scope) -> MethodRouter<App> {
    post(async move |State(app): State<App>, request: Request| {
        handlers::create(&app, resource, scope, request).await
    })
}

fn one(resource: &'static Resource) -> MethodRouter<App> {
    let show = get(
        async move |State(app): State<App>, Path(id): Path<String>, request: Request| {
            handlers::show(&app, resource, &id, &request)
        },
    );
    match resource.write_scope {
        Some(scope) => show.merge(change(resource, scope)),
        None => show,
    }
}

fn change(resource: &'static Resource, scope: Scope) -> MethodRouter<App> {
    put(
        async move |State(app): State<App>, Path(id): Path<String>, request: Request| {
            handlers::update(&app, resource, scope, &id, request).await
        },
    )
    .delete(
        async move |State(app): State<App>, Path(id): Path<String>, request: Request| {
            handlers::delete(&app, resource, scope, &id, &request)
        },
    )
}
