//! Contacts and leads.

use serde_json::{Value, json};

use crate::internal::Internal;
use crate::rest::code::Code;
use crate::rest::draft::Draft;
use crate::store::records::Records;
use crate::store::selection::{Condition, Place};

pub(crate) use super::lead_conversion::lead_conversion;

/// An organization has a name; a person has at least a last name, and a name made of both parts.
pub(crate) fn contact(draft: &mut Draft<'_>) -> Result<(), Internal> {
    if draft.is_true("is_organization") {
        draft.require("name");
    } else {
        draft.require("last_name");
        let name = format!("{} {}", draft.text("first_name"), draft.text("last_name"));
        draft.set("name", json!(name.trim()));
        draft.set("is_organization", json!(false));
    }
    for field in ["contact_id", "parent_organization_id"] {
        let organization = draft.number(field).filter(|_| draft.is_changed(field));
        if let Some(id) = organization {
            check_organization(draft, field, id)?;
        }
    }
    Ok(())
}

fn check_organization(draft: &mut Draft<'_>, field: &str, id: i64) -> Result<(), Internal> {
    let is_itself = draft.before.is_some_and(|record| record.id == id);
    if is_itself || !is_organization(draft.change.records, id)? {
        let details = "The id must be that of another contact that is an organization.";
        draft.refuse(field, Code::IncorrectValue, details);
    }
    Ok(())
}

/// Whether the contact with this id is an organization.
pub(super) fn is_organization(records: &Records<'_>, id: i64) -> Result<bool, Internal> {
    let fields = records
        .get("contacts", 0, id)?
        .map(|contact| contact.fields());
    let fields = fields.transpose()?.unwrap_or_default();
    Ok(fields.get("is_organization") == Some(&Value::Bool(true)))
}

/// A lead has a last name or the name of an organization, and one of the account's statuses.
pub(crate) fn lead(draft: &mut Draft<'_>) -> Result<(), Internal> {
    if draft.text("organization_name").trim().is_empty() {
        draft.require("last_name");
    }
    let status = draft.text("status").to_owned();
    let named = Condition::equal(Place::Plain("name"), status);
    let records = draft.change.records;
    if draft.is_changed("status") && records.count("lead_statuses", None, &named)? == 0 {
        let details = "The status must be the name of one of the lead statuses.";
        draft.refuse("status", Code::IncorrectValue, details);
    }
    Ok(())
}
