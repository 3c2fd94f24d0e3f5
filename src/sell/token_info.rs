//! The body of `GET /oauth2/token/info`.
//!
//! Sell documents the path and not the body. The two shapes that servers with this layout send
//! are both read:
//!
//! ```text
//! {"resource_owner_id":70123,"scopes":["read"],"expires_in_seconds":3412,"application":{"uid":"4f0c…e1"}}
//! {"resource_owner_id":70123,"scope":["read"],"expires_in":3412,"application":{"uid":"4f0c…e1"},"created_at":1760000000}
//! ```

use crate::protocol::token_info::{Application, Remaining, TokenInfo};
use crate::protocol::{Json, Scopes};

/// Reads either shape. Unknown fields stay in `raw`; a known field of the wrong kind is named.
pub(super) fn read(body: &Json, raw: &str) -> Result<TokenInfo, &'static str> {
    let Json::Object(_) = body else {
        return Err("the answer is not an object");
    };
    Ok(TokenInfo {
        scopes: scopes(body)?,
        remaining: remaining(body)?,
        application: application(body),
        owner: owner(body)?,
        created_at: body.unsigned("created_at"),
        raw: raw.to_owned(),
    })
}

fn scopes(body: &Json) -> Result<Option<Scopes>, &'static str> {
    match body.get("scope").or_else(|| body.get("scopes")) {
        None | Some(Json::Null) => Ok(None),
        Some(scopes) => Scopes::read(scopes).map(Some).ok_or("scope"),
    }
}

/// An explicit `null` is how such servers write "no end"; an absent field says nothing.
fn remaining(body: &Json) -> Result<Remaining, &'static str> {
    match body
        .get("expires_in")
        .or_else(|| body.get("expires_in_seconds"))
    {
        None => Ok(Remaining::Unknown),
        Some(Json::Null) => Ok(Remaining::Never),
        Some(Json::Integer(seconds)) => Ok(Remaining::Seconds(
            u32::try_from((*seconds).max(0)).unwrap_or(u32::MAX),
        )),
        Some(_) => Err("expires_in"),
    }
}

fn application(body: &Json) -> Application {
    match body.get("application") {
        None | Some(Json::Null) => Application::NotNamed,
        Some(application) => match application.get("uid") {
            Some(Json::Text(uid)) => Application::Named(uid.clone()),
            None | Some(Json::Null) => Application::NotNamed,
            Some(_) => Application::Unreadable,
        },
    }
}

fn owner(body: &Json) -> Result<Option<String>, &'static str> {
    match body.get("resource_owner_id") {
        None | Some(Json::Null) => Ok(None),
        Some(Json::Text(id)) => Ok(Some(id.clone())),
        Some(Json::Integer(id)) => Ok(Some(id.to_string())),
        Some(_) => Err("resource_owner_id"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<TokenInfo, &'static str> {
        read(&Json::from_text(text), text)
    }

    #[test]
    fn both_shapes_say_the_same() {
        let old = r#"{"resource_owner_id":70123,"scopes":["read","profile"],"expires_in_seconds":3412,"application":{"uid":"c"}}"#;
        let new = r#"{"resource_owner_id":"70123","scope":"profile read","expires_in":3412,"application":{"uid":"c"}}"#;
        let (old, new) = (parse(old).unwrap(), parse(new).unwrap());
        assert_eq!(
            TokenInfo {
                raw: String::new(),
                ..old
            },
            TokenInfo {
                raw: String::new(),
                ..new
            }
        );
    }

    #[test]
    fn null_is_no_end_and_absent_is_unknown() {
        assert_eq!(
            parse(r#"{"expires_in":null}"#).unwrap().remaining,
            Remaining::Never
        );
        assert_eq!(parse("{}").unwrap().remaining, Remaining::Unknown);
        assert_eq!(
            parse(r#"{"expires_in":-5}"#).unwrap().remaining,
            Remaining::Seconds(0)
        );
        assert_eq!(
            parse(r#"{"expires_in":99999999999}"#).unwrap().remaining,
            Remaining::Seconds(u32::MAX)
        );
    }

    #[test]
    fn an_application_that_is_no_text_cannot_vouch() {
        assert_eq!(
            parse(r#"{"application":{"uid":7}}"#).unwrap().application,
            Application::Unreadable
        );
        assert_eq!(
            parse(r#"{"application":{"uid":null}}"#)
                .unwrap()
                .application,
            Application::NotNamed
        );
        assert_eq!(
            parse(r#"{"application":{"uid":["c"]}}"#)
                .unwrap()
                .application,
            Application::Unreadable
        );
        assert_eq!(
            parse(r#"{"application":null}"#).unwrap().application,
            Application::NotNamed
        );
    }

    #[test]
    fn a_field_of_the_wrong_kind_is_named() {
        for (text, field) in [
            ("[]", "the answer is not an object"),
            ("null", "the answer is not an object"),
            (r#"{"scope":7}"#, "scope"),
            (r#"{"scope":["re ad"]}"#, "scope"),
            (r#"{"expires_in":"soon"}"#, "expires_in"),
            (r#"{"expires_in":1.5}"#, "expires_in"),
            (r#"{"resource_owner_id":{}}"#, "resource_owner_id"),
        ] {
            assert_eq!(parse(text), Err(field), "{text}");
        }
    }
}
