//! Creating, changing and deleting records.

use axum::extract::Request;
use axum::http::StatusCode;
use axum::response::Response;

use super::{Call, single};
use crate::failure::Failure;
use crate::rest::changes::{self, Change};
use crate::rest::draft::Draft;
use crate::rest::envelope::{Data, stored};
use crate::rest::error::RestError;
use crate::rest::filters;
use crate::rest::payload::read_payload;
use crate::rest::present::present;
use crate::rest::query::Query;
use crate::store::events::Cause;
use crate::store::records::Record;
use crate::store::selection::{Condition, Selection};
use crate::store::tokens::TokenRecord;

impl Call<'_> {
    /// Changes records on behalf of a token's user.
    fn write<T>(
        &self,
        token: &TokenRecord,
        work: impl FnOnce(&Change<'_>) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let now = self.app.clock.now_text();
        self.app.store.write(|records| {
            work(&Change {
                records,
                caller: token.user_id,
                now: &now,
                cause: Cause::Interaction,
            })
        })
    }

    fn answer(&self, record: Record) -> Result<Response, Failure> {
        let data: Data = match present(self.app, &self.base, self.resource, &record)? {
            Some(data) => data,
            None => stored(record)?,
        };
        Ok(single(self.resource, data))
    }
}

/// `POST /v2/{resource}`; answered by 200, not 201.
pub(crate) async fn create(call: &Call<'_>, request: Request) -> Result<Response, Failure> {
    let token = call.admit_plain(&request)?;
    // Looked up first: a payload for a parent that is not there is a 404, whatever it holds.
    let parent = call.app.store.read(|records| call.parent(records))?;
    let data = read_payload(call.resource.kind, request).await?;
    let record = call.write(&token, |change| {
        Draft::create(change, call.resource, parent, data)?.finish()
    })?;
    call.answer(record)
}

/// `PUT /v2/{resource}/{id}`, a partial update.
pub(crate) async fn update(call: &Call<'_>, request: Request) -> Result<Response, Failure> {
    let token = call.admit_plain(&request)?;
    // Looked up first: a payload for a record that is not there is a 404, whatever it holds.
    call.app.store.read(|records| call.record(records))?;
    let data = read_payload(call.resource.kind, request).await?;
    let record = call.write(&token, |change| {
        let record = call.record(change.records)?;
        Draft::update(change, call.resource, &record, data)?.finish()
    })?;
    call.answer(record)
}

/// `POST /v2/{resource}/upsert?filter=…`: changes the record the filters find, or creates one.
pub(crate) async fn upsert(call: &Call<'_>, request: Request) -> Result<Response, Failure> {
    let (token, query) = call.admit(&request)?;
    query.check(|name| filters::knows(call.resource, name))?;
    if query.given().next().is_none() {
        return Err(RestError::invalid_param("At least one filter is required.").into());
    }
    let data = read_payload(call.resource.kind, request).await?;
    let record = call.write(&token, |change| match found(call, change, &query)? {
        Some(record) => Draft::update(change, call.resource, &record, data)?.finish(),
        None => Draft::create(change, call.resource, 0, data)?.finish(),
    })?;
    call.answer(record)
}

/// The one record the filters find. Sell does not say what it does with several; guessing which
/// one is meant would be worse than refusing.
fn found(call: &Call<'_>, change: &Change<'_>, query: &Query) -> Result<Option<Record>, Failure> {
    let conditions = filters::conditions(query, call.resource, change.records, change.now)?;
    let selection = Selection {
        condition: Condition::All(conditions),
        limit: 2,
        ..Selection::default()
    };
    let mut found = change.records.select(call.resource.name, &selection)?;
    match found.len() {
        2.. => Err(RestError::invalid_param("The filters find more than one record.").into()),
        _ => Ok(found.pop()),
    }
}

/// `DELETE /v2/{resource}/{id}`; 204 without a body.
pub(crate) fn delete(call: &Call<'_>, request: &Request) -> Result<StatusCode, Failure> {
    let token = call.admit_plain(request)?;
    call.write(&token, |change| {
        let record = call.record(change.records)?;
        if call.resource.admin_deletes && !is_admin(change)? {
            let details = "Only an administrator of the account may delete this.";
            return Err(RestError::forbidden(details).into());
        }
        Ok(changes::delete(change, call.resource, &record)?)
    })?;
    Ok(StatusCode::NO_CONTENT)
}

fn is_admin(change: &Change<'_>) -> Result<bool, Failure> {
    let user = change.records.get("users", 0, change.caller)?;
    let fields = user
        .map(|user| user.fields())
        .transpose()?
        .unwrap_or_default();
    Ok(fields.get("role").is_some_and(|role| role == "admin"))
}
