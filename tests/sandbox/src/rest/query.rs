//! The query of a list: `page`, `per_page`, `sort_by`, `ids` (sell-api §9.2).

use super::error::RestError;
use super::resource::{Form, Resource};
use crate::oauth::parameters::{Parameters, Repeated};
use crate::store::records::{Selection, Sort};

const DEFAULT_PER_PAGE: u32 = 25;
const MOST_PER_PAGE: u32 = 100;
/// Far beyond any data here, and far from overflow.
const LAST_PAGE: u32 = 1_000_000;

/// Refuses every parameter outside `known`: Sell answers 400 to unknown ones.
pub(crate) fn only(query: &str, known: &[&str]) -> Result<Parameters, RestError> {
    let parameters = Parameters::read(query.as_bytes());
    let unknown = parameters
        .names()
        .find(|name| !known.contains(name))
        .map(str::to_owned);
    match unknown {
        Some(name) => Err(RestError::invalid_param(format!(
            "Unknown parameter `{name}`."
        ))),
        None => Ok(parameters),
    }
}

/// Which part of a list is asked for.
#[derive(Debug, Clone)]
pub(crate) struct ListQuery {
    pub(crate) page: u32,
    pub(crate) per_page: u32,
    sort: Option<Sort>,
    ids: Option<Vec<i64>>,
    /// The other parameters, for the links.
    rest: String,
}

impl ListQuery {
    pub(crate) fn read(query: &str, resource: &Resource) -> Result<Self, RestError> {
        let parameters = only(query, &["page", "per_page", "sort_by", "ids"])?;
        let page = number(&parameters, "page", 1, LAST_PAGE)?;
        let per_page = number(&parameters, "per_page", DEFAULT_PER_PAGE, MOST_PER_PAGE)?;
        let sort = one(&parameters, "sort_by")?;
        let ids = one(&parameters, "ids")?;
        let mut rest = form_urlencoded::Serializer::new(String::new());
        for (name, value) in [("sort_by", sort), ("ids", ids)] {
            if let Some(value) = value {
                rest.append_pair(name, value);
            }
        }
        let rest = rest.finish();
        let sort = sort.map(|text| sorting(text, resource)).transpose()?;
        let ids = ids.map(id_list).transpose()?;
        Ok(Self {
            page,
            per_page,
            sort,
            ids,
            rest,
        })
    }

    /// One record more than a page shows, which tells whether there is a next page.
    pub(crate) fn selection(&self) -> Selection {
        Selection {
            ids: self.ids.clone(),
            sort: self.sort,
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

fn one<'a>(parameters: &'a Parameters, name: &'static str) -> Result<Option<&'a str>, RestError> {
    parameters.one(name).map_err(|Repeated(name)| {
        RestError::invalid_param(format!("The parameter `{name}` is repeated."))
    })
}

fn number(
    parameters: &Parameters,
    name: &'static str,
    default: u32,
    most: u32,
) -> Result<u32, RestError> {
    let Some(text) = one(parameters, name)? else {
        return Ok(default);
    };
    text.parse()
        .ok()
        .filter(|number| (1..=most).contains(number))
        .ok_or_else(|| {
            RestError::invalid_param(format!("`{name}` must be a whole number from 1 to {most}."))
        })
}

/// `field`, `field:asc` or `field:desc`.
fn sorting(text: &str, resource: &Resource) -> Result<Sort, RestError> {
    let (name, direction) = text.split_once(':').unwrap_or((text, "asc"));
    match (resource.field(name), direction) {
        (Some(field), "asc" | "desc") => Ok(Sort {
            field: field.name,
            as_number: matches!(field.form, Form::Decimal | Form::Number | Form::Id(_)),
            descending: direction == "desc",
        }),
        _ => Err(RestError::invalid_param(
            "`sort_by` must be the name of a field, with `:asc` or `:desc` behind it.",
        )),
    }
}

fn id_list(text: &str) -> Result<Vec<i64>, RestError> {
    let ids: Result<Vec<i64>, _> = text.split(',').map(str::parse).collect();
    ids.ok().filter(|ids| ids.len() <= 100).ok_or_else(|| {
        RestError::invalid_param("`ids` must be at most 100 numbers separated by commas.")
    })
}
