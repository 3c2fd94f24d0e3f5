//! Query parameters: `page`, `per_page`, `sort_by`, `ids` (sell-api §9.2) and the filters of each
//! resource. Sell answers 400 to parameters it does not know.

use form_urlencoded::parse;

use super::error::RestError;
use super::filters;
use super::resource::{Field, Form, Resource};
use crate::failure::Failure;
use crate::store::records::Records;
use crate::store::selection::{Condition, Place, Selection, Sort};

const DEFAULT_PER_PAGE: u32 = 25;
/// Far beyond any data here, and far from overflow.
const LAST_PAGE: u32 = 1_000_000;
const MOST_IDS: usize = 100;

/// The decoded pairs of a query, in their order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Query(Vec<(String, String)>);

impl Query {
    pub(crate) fn read(text: &str) -> Self {
        Self(parse(text.as_bytes()).into_owned().collect())
    }

    /// Refuses parameters outside `known`, and repeated ones.
    pub(crate) fn check(&self, known: impl Fn(&str) -> bool) -> Result<(), RestError> {
        for (index, (name, _)) in self.0.iter().enumerate() {
            if !known(name) {
                return Err(RestError::invalid_param(format!(
                    "Unknown parameter `{name}`."
                )));
            }
            if self
                .0
                .iter()
                .take(index)
                .any(|(earlier, _)| earlier == name)
            {
                return Err(RestError::invalid_param(format!(
                    "The parameter `{name}` is repeated."
                )));
            }
        }
        Ok(())
    }

    /// The value of a parameter; one sent without a value counts as omitted.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.given()
            .find(|(given, _)| *given == name)
            .map(|(_, value)| value)
    }

    /// Every parameter with a value.
    pub(crate) fn given(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// A whole number from 1 to `most`.
    pub(crate) fn number(&self, name: &str, default: u32, most: u32) -> Result<u32, RestError> {
        let Some(text) = self.get(name) else {
            return Ok(default);
        };
        let number = text
            .parse()
            .ok()
            .filter(|number| (1..=most).contains(number));
        number.ok_or_else(|| {
            RestError::invalid_param(format!("`{name}` must be a whole number from 1 to {most}."))
        })
    }
}

/// Which part of a list is asked for.
#[derive(Debug, Clone)]
pub(crate) struct ListQuery {
    pub(crate) page: u32,
    pub(crate) per_page: u32,
    /// Whether deals show the contacts associated with them.
    pub(crate) includes: bool,
    order: Vec<Sort>,
    condition: Condition,
    /// The other parameters, for the links.
    rest: String,
}

impl ListQuery {
    pub(crate) fn read(
        query: &Query,
        resource: &Resource,
        records: &Records<'_>,
        now: &str,
    ) -> Result<Self, Failure> {
        query.check(|name| {
            is_of_list(name) || is_include(resource, name) || filters::knows(resource, name)
        })?;
        let mut conditions = filters::conditions(query, resource, records, now)?;
        for name in resource.demanded {
            if query.get(name).is_none() {
                let details = format!("The parameter `{name}` is required.");
                return Err(RestError::invalid_param(details).into());
            }
        }
        conditions.extend(query.get("ids").map(id_list).transpose()?);
        Ok(Self {
            page: query.number("page", 1, LAST_PAGE)?,
            per_page: query.number("per_page", DEFAULT_PER_PAGE, resource.most_per_page)?,
            includes: includes(query)?,
            order: order(query.get("sort_by"), resource, records)?,
            condition: Condition::All(conditions),
            rest: rest(query),
        })
    }

    /// One record more than a page shows, which tells whether there is a next page.
    pub(crate) fn selection(&self, parent: i64) -> Selection {
        Selection {
            parent: Some(parent),
            condition: self.condition.clone(),
            order: self.order.clone(),
            limit: self.per_page + 1,
            offset: u64::from(self.page - 1) * u64::from(self.per_page),
        }
    }

    /// The query of another page of the same list.
    pub(crate) fn for_page(&self, page: u32) -> String {
        let separator = if self.rest.is_empty() { "" } else { "&" };
        format!(
            "page={page}&per_page={}{separator}{}",
            self.per_page, self.rest
        )
    }
}

fn is_of_list(name: &str) -> bool {
    matches!(name, "page" | "per_page" | "sort_by" | "ids")
}

/// Only deals are known to include anything.
pub(crate) fn is_include(resource: &Resource, name: &str) -> bool {
    name == "includes" && resource.name == "deals"
}

/// Reads `includes=associated_contacts`.
pub(crate) fn includes(query: &Query) -> Result<bool, RestError> {
    match query.get("includes") {
        None => Ok(false),
        Some("associated_contacts") => Ok(true),
        Some(_) => Err(RestError::invalid_param(
            "`includes` can only be `associated_contacts`.",
        )),
    }
}

fn rest(query: &Query) -> String {
    let mut rest = form_urlencoded::Serializer::new(String::new());
    rest.extend_pairs(
        query
            .given()
            .filter(|(name, _)| !matches!(*name, "page" | "per_page")),
    );
    rest.finish()
}

/// `field`, `field:asc`, `field:desc`, or `custom_fields:name:desc`.
fn order(
    text: Option<&str>,
    resource: &Resource,
    records: &Records<'_>,
) -> Result<Vec<Sort>, Failure> {
    let default = resource.order;
    let Some(text) = text else {
        let place = sortable(resource, default.field).unwrap_or(Place::Id);
        let descending = default.descending;
        return Ok(vec![Sort { place, descending }]);
    };
    let (name, descending) = match text.rsplit_once(':') {
        Some((name, "desc")) => (name, true),
        Some((name, "asc")) => (name, false),
        _ => (text, false),
    };
    let place = match name.strip_prefix("custom_fields:") {
        Some(custom) => filters::custom_field(resource, records, custom)?,
        None => sortable(resource, name),
    };
    let place = place.ok_or_else(|| {
        RestError::invalid_param(
            "`sort_by` must be the name of a field, with `:asc` or `:desc` behind it.",
        )
    })?;
    Ok(vec![Sort { place, descending }])
}

fn sortable(resource: &Resource, name: &str) -> Option<Place> {
    let place = |field: &'static Field| match field.form {
        Form::Decimal | Form::Number | Form::Id(_) => Place::Number(field.name),
        Form::Date | Form::Time | Form::Flag => Place::Plain(field.name),
        _ => Place::Folded(field.name),
    };
    match name {
        "id" => Some(Place::Id),
        _ => resource
            .field(name)
            .filter(|field| field.is_readable())
            .map(place),
    }
}

fn id_list(text: &str) -> Result<Condition, RestError> {
    let ids: Result<Vec<i64>, _> = text.split(',').map(|id| id.trim().parse()).collect();
    let ids = ids
        .ok()
        .filter(|ids| ids.len() <= MOST_IDS)
        .ok_or_else(|| {
            RestError::invalid_param(format!(
                "`ids` must be at most {MOST_IDS} numbers separated by commas."
            ))
        })?;
    Ok(Condition::OneOf(
        Place::Id,
        ids.into_iter().map(Into::into).collect(),
    ))
}
