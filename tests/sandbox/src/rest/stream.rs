//! The Firehose: `GET /v3/{resource}/stream?position=…`, every change in its order. Nothing is
//! pushed; the client asks again from the position it was given. Events of the seed do not exist:
//! a new sandbox has an empty stream.

use axum::Json;
use axum::extract::Request;
use axum::http::HeaderMap;
use serde_json::{Map, Value, json};

use super::error::RestError;
use super::guard::admit;
use super::query::Query;
use super::resource::Resource;
use crate::failure::Failure;
use crate::internal::Internal;
use crate::state::Shared;
use crate::store::events::Event;
use crate::store::records::Fields;

/// The resources Sell names as having a stream, of those there are here.
pub(super) const STREAMED: [&str; 15] = [
    "calls",
    "collaborations",
    "contacts",
    "deals",
    "documents",
    "leads",
    "line_items",
    "notes",
    "orders",
    "products",
    "stages",
    "tags",
    "tasks",
    "users",
    "visits",
];

const DEFAULT_LIMIT: u32 = 25;
const MOST: u32 = 100;
/// A position is opaque to clients; the letter keeps them from counting with it.
const MARK: char = 'p';

/// Where a client wants to go on.
enum Position {
    /// After the newest event.
    Top,
    /// At the oldest event kept.
    Tail,
    /// After this event.
    After(i64),
}

impl Position {
    fn read(text: Option<&str>) -> Result<Self, RestError> {
        match text {
            Some("top") => Ok(Self::Top),
            Some("tail") => Ok(Self::Tail),
            Some(text) => {
                let number = text.strip_prefix(MARK).and_then(|text| text.parse().ok());
                let number = number.filter(|number| *number >= 0);
                number.map(Self::After).ok_or_else(|| {
                    RestError::invalid_param(
                        "`position` must be `top`, `tail`, or a position of an earlier answer.",
                    )
                })
            }
            None => Err(RestError::invalid_param("`position` is required.")),
        }
    }

    /// The event after which to go on, when these are the bounds of what is kept.
    fn start(self, (tail, top): (i64, i64)) -> Result<i64, RestError> {
        match self {
            Self::Top => Ok(top),
            Self::Tail => Ok(tail),
            Self::After(position) if position > top => Err(RestError::invalid_param(
                "`position` is not a position of this stream.",
            )),
            Self::After(position) if position < tail => Err(RestError::position_gone()),
            Self::After(position) => Ok(position),
        }
    }
}

/// `GET /v3/{resource}/stream`
pub(super) fn stream(
    app: &Shared,
    resource: &Resource,
    request: &Request,
) -> Result<Json<Value>, Failure> {
    let query = admitted(app, resource, request.headers(), request.uri().query())?;
    let position = Position::read(query.get("position"))?;
    let limit = query.number("limit", DEFAULT_LIMIT, MOST)?;
    let (mut events, start) = app.store.read(|records| {
        let start = position.start(records.event_bounds()?)?;
        let events = records.events_after(resource.name, start, limit + 1)?;
        Ok::<_, Failure>((events, start))
    })?;
    let is_top = events.len() <= usize::try_from(limit).unwrap_or(usize::MAX);
    if !is_top {
        events.pop();
    }
    let next = events.last().map_or(start, |event| event.sequence);
    let count = events.len();
    let item = |event| item(resource, event);
    let items: Vec<_> = events.into_iter().map(item).collect::<Result<_, _>>()?;
    let meta = json!({
        "type": "collection", "count": count, "top": is_top, "position": format!("{MARK}{next}"),
    });
    Ok(Json(json!({ "items": items, "meta": meta })))
}

fn admitted(
    app: &Shared,
    resource: &Resource,
    headers: &HeaderMap,
    query: Option<&str>,
) -> Result<Query, Failure> {
    admit(app, headers, resource.read_scope)?;
    let query = Query::read(query.unwrap_or_default());
    query.check(|name| matches!(name, "position" | "limit"))?;
    Ok(query)
}

fn item(resource: &Resource, event: Event) -> Result<Value, Internal> {
    let data: Fields = serde_json::from_str(&event.data).map_err(Internal::new)?;
    let mut meta = json!({
        "type": resource.kind,
        "event_id": format!("{MARK}{}", event.sequence),
        "event_type": event.kind,
        "event_cause": event.cause,
        "event_time": event.at,
        "sequence": event.version,
    });
    if let Some(previous) = event.previous {
        let previous: Fields = serde_json::from_str(&previous).map_err(Internal::new)?;
        meta["previous"] = Value::Object(changed(previous, &data));
    }
    Ok(json!({ "data": data, "meta": meta }))
}

/// What the fields that changed held before.
fn changed(previous: Fields, now: &Fields) -> Map<String, Value> {
    let is_changed = |(name, value): &(String, Value)| now.get(name) != Some(value);
    previous.into_iter().filter(is_changed).collect()
}

#[cfg(test)]
mod tests {
    use axum::http::StatusCode;

    use super::*;

    #[test]
    fn a_client_goes_on_where_it_was_as_long_as_that_is_kept() {
        let start = |text| Position::read(Some(text)).unwrap().start((10, 20));
        for (text, after) in [
            ("top", 20),
            ("tail", 10),
            ("p10", 10),
            ("p15", 15),
            ("p20", 20),
        ] {
            assert_eq!(start(text), Ok(after), "{text}");
        }
        assert_eq!(start("p9").unwrap_err().status, StatusCode::GONE);
        assert_eq!(start("p21").unwrap_err().status, StatusCode::BAD_REQUEST);
    }

    #[test]
    fn a_position_is_a_word_or_was_given_before() {
        for text in ["", "p", "p-1", "15", "px", "middle"] {
            assert!(Position::read(Some(text)).is_err(), "{text}");
        }
    }
}
