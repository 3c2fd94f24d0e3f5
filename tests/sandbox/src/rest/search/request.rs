//! One search of a request, read.

use serde_json::Value;

use super::attribute::Attribute;
use super::filter;
use crate::failure::Failure;
use crate::rest::error::RestError;
use crate::rest::resource::{Kind, Resource};
use crate::store::records::Records;
use crate::store::selection::{Condition, Sort};

const DEFAULT_PER_PAGE: u32 = 50;
/// What a client was seen to ask for; that Sell gives more is not documented.
const MOST_PER_PAGE: u64 = 1000;
const CURSOR: &str = "nextPageToken=";

/// What is searched for.
#[derive(Debug)]
pub(super) struct Search {
    pub(super) condition: Condition,
    pub(super) order: Vec<Sort>,
    /// What is shown beside the id and the version.
    pub(super) projection: Vec<Attribute>,
    pub(super) per_page: u32,
    pub(super) offset: u64,
}

/// The cursor of the page that starts there.
pub(super) fn cursor(offset: u64) -> String {
    format!("{CURSOR}{offset}")
}

impl Search {
    /// Reads `{"data": {…}}`.
    pub(super) fn read(
        records: &Records<'_>,
        kind: Kind,
        resource: &'static Resource,
        item: &Value,
    ) -> Result<Self, Failure> {
        let data = item.get("data").and_then(Value::as_object);
        let data =
            data.ok_or_else(|| RestError::incorrect_payload("A search is in an object `data`."))?;
        let attribute = |value: &Value| Attribute::read(records, kind, resource, value);
        let part = |name| data.get("query").and_then(|query| query.get(name));
        let list = |name| match part(name) {
            None => Ok(&[][..]),
            Some(Value::Array(entries)) => Ok(entries.as_slice()),
            Some(_) => Err(RestError::incorrect_payload(&format!(
                "`{name}` must be a list."
            ))),
        };
        let condition = match part("filter") {
            Some(filter) => filter::read(filter, 1, &attribute)?,
            None => Condition::All(Vec::new()),
        };
        let sort = |entry: &Value| {
            let place = attribute(entry.get("attribute").unwrap_or(&Value::Null))?.place;
            let descending = descending(entry.get("order"))?;
            Ok::<_, Failure>(Sort { place, descending })
        };
        Ok(Self {
            condition,
            order: list("sort")?.iter().map(sort).collect::<Result<_, _>>()?,
            projection: list("projection")?
                .iter()
                .map(attribute)
                .collect::<Result<_, _>>()?,
            per_page: per_page(data.get("per_page"))?,
            offset: offset(data.get("cursor"))?,
        })
    }
}

fn descending(order: Option<&Value>) -> Result<bool, RestError> {
    match order.map(Value::as_str) {
        None | Some(Some("ascending")) => Ok(false),
        Some(Some("descending")) => Ok(true),
        Some(_) => Err(RestError::incorrect_payload(
            "`order` must be `ascending` or `descending`.",
        )),
    }
}

fn per_page(value: Option<&Value>) -> Result<u32, RestError> {
    let Some(value) = value else {
        return Ok(DEFAULT_PER_PAGE);
    };
    let number = value
        .as_u64()
        .filter(|number| (1..=MOST_PER_PAGE).contains(number));
    number
        .and_then(|number| u32::try_from(number).ok())
        .ok_or_else(|| {
            let details = format!("`per_page` must be a whole number from 1 to {MOST_PER_PAGE}.");
            RestError::incorrect_payload(&details)
        })
}

fn offset(cursor: Option<&Value>) -> Result<u64, RestError> {
    let Some(cursor) = cursor else {
        return Ok(0);
    };
    let offset = cursor
        .as_str()
        .and_then(|text| text.strip_prefix(CURSOR)?.parse().ok());
    offset.ok_or_else(|| {
        RestError::incorrect_payload("`cursor` must be the `next_page` of an earlier answer.")
    })
}
