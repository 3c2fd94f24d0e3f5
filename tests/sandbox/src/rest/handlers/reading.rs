//! Lists and single records.

use axum::Json;
use axum::extract::Request;
use axum::response::{IntoResponse as _, Response};

use super::deal_contacts::with_contacts;
use super::{Call, single};
use crate::failure::Failure;
use crate::internal::Internal;
use crate::rest::envelope::{Collection, Data, Links, Single, stored};
use crate::rest::present::present;
use crate::rest::query::{ListQuery, includes, is_include};
use crate::store::records::{Record, Records};

/// `GET /v2/{resource}`
pub(crate) fn list(call: &Call<'_>, request: &Request) -> Result<Response, Failure> {
    let (_, query) = call.admit(request)?;
    let now = call.app.clock.now_text();
    let resource = call.resource;
    let (query, items, has_next) = call.app.store.read(|records| {
        let parent = call.parent(records)?;
        let query = ListQuery::read(&query, resource, records, &now)?;
        let mut found = records.select(resource.name, &query.selection(parent))?;
        let per_page = usize::try_from(query.per_page).unwrap_or(usize::MAX);
        let has_next = found.len() > per_page;
        found.truncate(per_page);
        let item = |record: Record| {
            let version = record.version;
            let data = data(call, records, record, query.includes)?;
            Ok::<_, Internal>(Single::item(resource.kind, version, data))
        };
        let items: Vec<_> = found.into_iter().map(item).collect::<Result<_, _>>()?;
        Ok::<_, Failure>((query, items, has_next))
    })?;
    let links = links(&call.address(), &query, has_next);
    Ok(Json(Collection::new(items, links)).into_response())
}

fn links(address: &str, query: &ListQuery, has_next: bool) -> Links {
    let link = |page| Some(format!("{address}?{}", query.for_page(page)));
    let is_first = query.page == 1;
    Links {
        this: link(query.page),
        first: link(1).filter(|_| !is_first),
        previous: link(query.page.saturating_sub(1)).filter(|_| !is_first),
        next: link(query.page + 1).filter(|_| has_next),
    }
}

/// `GET /v2/{resource}/{id}`
pub(crate) fn show(call: &Call<'_>, request: &Request) -> Result<Response, Failure> {
    let (_, query) = call.admit(request)?;
    query.check(|name| is_include(call.resource, name))?;
    let includes = includes(&query)?;
    let data = call.app.store.read(|records| {
        let record = call.record(records)?;
        Ok::<_, Failure>(data(call, records, record, includes)?)
    })?;
    Ok(single(call.resource, data))
}

/// The record as it is shown now.
fn data(
    call: &Call<'_>,
    records: &Records<'_>,
    record: Record,
    includes: bool,
) -> Result<Data, Internal> {
    if includes {
        return with_contacts(records, &record);
    }
    match present(call.app, &call.base, call.resource, &record)? {
        Some(data) => Ok(data),
        None => stored(record),
    }
}
