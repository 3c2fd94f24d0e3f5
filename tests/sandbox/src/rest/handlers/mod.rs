//! What the actions of a resource do.

mod deal_contacts;
pub(super) mod own;
mod reading;
mod writing;

pub(super) use reading::{list, show};
pub(super) use writing::{create, delete, update, upsert};

use axum::Json;
use axum::extract::Request;
use axum::response::{IntoResponse as _, Response};

use super::envelope::{Data, Single};
use super::error::RestError;
use super::guard::admit;
use super::query::Query;
use super::resource::{Action, Resource};
use crate::failure::Failure;
use crate::state::Shared;
use crate::store::records::{Record, Records};
use crate::store::tokens::TokenRecord;

/// The ids in the path of a request, in their order.
pub(crate) type Ids = Vec<(String, String)>;

/// One request for one action of a resource.
#[derive(Debug)]
pub(crate) struct Call<'a> {
    pub(crate) app: &'a Shared,
    pub(crate) resource: &'static Resource,
    pub(crate) action: Action,
    /// Our origin as the client knows it.
    pub(crate) base: String,
    pub(crate) ids: Ids,
}

impl Call<'_> {
    /// Lets the request through, and reads its query.
    fn admit(&self, request: &Request) -> Result<(TokenRecord, Query), Failure> {
        let scope = self.action.scope(self.resource);
        let token = admit(self.app, request.headers(), scope)?;
        Ok((
            token,
            Query::read(request.uri().query().unwrap_or_default()),
        ))
    }

    /// The same, for a request that takes no parameters.
    fn admit_plain(&self, request: &Request) -> Result<TokenRecord, Failure> {
        let (token, query) = self.admit(request)?;
        query.check(|_| false)?;
        Ok(token)
    }

    /// The id at a place of the path.
    fn id(&self, index: usize) -> Result<i64, RestError> {
        let id = self.ids.get(index).and_then(|(_, id)| id.parse().ok());
        id.ok_or_else(RestError::not_found)
    }

    /// The record this resource is nested in, which must be there; 0 where it is not nested.
    fn parent(&self, records: &Records<'_>) -> Result<i64, Failure> {
        let Some(parent) = self.resource.parent else {
            return Ok(0);
        };
        let id = self.id(0)?;
        if records.has(parent, id)? {
            Ok(id)
        } else {
            Err(RestError::not_found().into())
        }
    }

    /// The record the path ends with.
    fn record(&self, records: &Records<'_>) -> Result<Record, Failure> {
        let parent = self.parent(records)?;
        let id = self.id(usize::from(self.resource.parent.is_some()))?;
        let record = records.get(self.resource.name, parent, id)?;
        record.ok_or_else(|| RestError::not_found().into())
    }

    /// The address of a list, without a query.
    fn address(&self) -> String {
        let mut path = self.resource.path.to_owned();
        for (name, id) in &self.ids {
            path = path.replace(&format!("{{{name}}}"), id);
        }
        format!("{}/v2/{path}", self.base)
    }
}

fn single(resource: &Resource, data: Data) -> Response {
    Json(Single::new(resource.kind, data)).into_response()
}
