//! `/v2/accounts/self` and `/v2/users/self`.

use axum::Json;
use axum::extract::Request;

use crate::failure::Failure;
use crate::oauth::scope::Scope;
use crate::rest::envelope::{Single, stored};
use crate::rest::error::RestError;
use crate::rest::guard::admit;
use crate::rest::query::Query;
use crate::state::Shared;
use crate::store::selection::Selection;
use crate::store::tokens::TokenRecord;

fn admit_plain(app: &Shared, request: &Request) -> Result<TokenRecord, Failure> {
    let token = admit(app, request.headers(), Scope::Profile)?;
    Query::read(request.uri().query().unwrap_or_default()).check(|_| false)?;
    Ok(token)
}

/// `GET /v2/accounts/self`
pub(crate) fn account(app: &Shared, request: &Request) -> Result<Json<Single>, Failure> {
    admit_plain(app, request)?;
    let only = Selection {
        limit: 1,
        ..Selection::default()
    };
    let accounts = app
        .store
        .read(|records| records.select("accounts", &only))?;
    let account = accounts
        .into_iter()
        .next()
        .ok_or_else(RestError::not_found)?;
    Ok(Json(Single::new("account", stored(account)?)))
}

/// `GET /v2/users/self`
pub(crate) fn user(app: &Shared, request: &Request) -> Result<Json<Single>, Failure> {
    let token = admit_plain(app, request)?;
    let user = app
        .store
        .read(|records| records.get("users", 0, token.user_id))?;
    let user = user.ok_or_else(RestError::not_found)?;
    Ok(Json(Single::new("user", stored(user)?)))
}
