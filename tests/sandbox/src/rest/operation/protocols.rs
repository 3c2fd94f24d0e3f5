//! The operations that are not an action of a resource: who asks, Sync, Firehose, Search.

use axum::http::Method;

use super::{Answer, Body, Operation, Parameter, Place, Shape, query_parameter};
use crate::oauth::scope::Scope;
use crate::rest::resource::{self, Field, resource};
use crate::rest::search::SEARCHED;
use crate::rest::stream::STREAMED;

/// All of them.
pub(super) fn protocols() -> impl Iterator<Item = Operation> {
    own()
        .into_iter()
        .chain(sync())
        .chain(streams())
        .chain(searches())
}

fn answer(status: u16, shape: Shape) -> Answer {
    Answer { status, shape }
}

/// `/v2/accounts/self` and `/v2/users/self`.
fn own() -> [Operation; 2] {
    let users: &[Field] = resource("users").map_or(&[], |users| users.fields);
    let own = |path: &str, summary: &str, kind, fields| Operation {
        method: Method::GET,
        path: path.to_owned(),
        scope: Scope::Profile,
        summary: summary.to_owned(),
        parameters: Vec::new(),
        body: None,
        answer: answer(200, Shape::Record { kind, fields }),
    };
    [
        own(
            "/v2/accounts/self",
            "Show the account",
            "account",
            resource::ACCOUNT,
        ),
        own(
            "/v2/users/self",
            "Show the user the token belongs to",
            "user",
            users,
        ),
    ]
}

fn sync() -> [Operation; 3] {
    let device = Parameter {
        name: "X-Basecrm-Device-UUID".to_owned(),
        place: Place::Header,
        required: true,
        about: "The device; the same in every session.".to_owned(),
    };
    let step = |method, path: &str, summary: &str, body, status, shape| Operation {
        method,
        path: path.to_owned(),
        scope: Scope::Sync,
        summary: summary.to_owned(),
        parameters: super::path_parameters(path)
            .chain([device.clone()])
            .collect(),
        body,
        answer: answer(status, shape),
    };
    let keys = Body::Other("`{\"data\": {\"ack_keys\": […]}}`");
    let session = Shape::Other("A session with its queue; 204 when there is nothing to fetch.");
    let page = Shape::Other("Items with `meta.sync`; 204 when the queue is drained.");
    [
        step(
            Method::POST,
            "/v2/sync/start",
            "Start a synchronization session",
            None,
            201,
            session,
        ),
        step(
            Method::GET,
            "/v2/sync/{session}/queues/{queue}",
            "Fetch the next page of the queue `main`",
            None,
            200,
            page,
        ),
        step(
            Method::POST,
            "/v2/sync/ack",
            "Acknowledge what was stored",
            Some(keys),
            202,
            Shape::Empty,
        ),
    ]
}

fn streams() -> impl Iterator<Item = Operation> {
    STREAMED
        .iter()
        .filter_map(|name| resource(name))
        .map(|resource| Operation {
            method: Method::GET,
            path: format!("/v3/{}/stream", resource.name),
            scope: resource.read_scope,
            summary: format!("Poll the changes of {}", resource.name.replace('_', " ")),
            parameters: vec![
                Parameter {
                    required: true,
                    ..query_parameter(
                        "position",
                        "`tail`, `top`, or the `meta.position` of an earlier answer.",
                    )
                },
                query_parameter(
                    "limit",
                    "Events in one answer, 25 unless given, at most 100.",
                ),
            ],
            body: None,
            answer: answer(
                200,
                Shape::Other("Items with `meta.event_type`; `meta.position` to go on from."),
            ),
        })
}

fn searches() -> impl Iterator<Item = Operation> {
    SEARCHED.into_iter().flat_map(|kind| {
        let name = kind.resource();
        let operation = |method, path: &str, summary: String, body, shape| Operation {
            method,
            path: format!("/v3/{name}/{path}"),
            scope: Scope::Read,
            summary,
            parameters: Vec::new(),
            body,
            answer: answer(200, shape),
        };
        let query = Body::Other(
            "`{\"items\": [{\"data\": {\"query\": {\"filter\", \"projection\", \"sort\"}, \
             \"per_page\", \"cursor\"}}]}`",
        );
        [
            operation(
                Method::POST,
                "search",
                format!("Search {name}"),
                Some(query),
                Shape::Other("One list of items for each search."),
            ),
            operation(
                Method::GET,
                "custom_fields",
                format!("Name the custom fields of {name} for searches"),
                None,
                Shape::Other("Items with `search_api_id`."),
            ),
        ]
    })
}
