//! Deals.

use serde_json::{Value, json};

use super::people::is_organization;
use crate::internal::Internal;
use crate::rest::code::Code;
use crate::rest::draft::Draft;
use crate::store::records::Record;
use crate::store::selection::{Place, Selection, Sort};

/// A deal starts in the first stage and in the account's currency, belongs to the organization of
/// its contact, and remembers when it moved.
pub(crate) fn deal(draft: &mut Draft<'_>) -> Result<(), Internal> {
    if draft.number("stage_id").is_none() {
        let stage = first(draft, "stages", "position", "id")?;
        draft.set("stage_id", stage);
    }
    if draft.text("currency").is_empty() {
        let currency = first(draft, "accounts", "id", "currency")?;
        draft.set("currency", currency);
    }
    check_currency(draft, "currency");
    if draft.is_changed("stage_id") {
        draft.set("last_stage_change_by_id", json!(draft.change.caller));
        if !draft.is_given("last_stage_change_at") {
            draft.set("last_stage_change_at", json!(draft.change.now));
        }
    }
    let likelihood = draft
        .number("customized_win_likelihood")
        .unwrap_or_default();
    if !(0..=100).contains(&likelihood) {
        let details = "The likelihood must be from 0 to 100.";
        draft.refuse("customized_win_likelihood", Code::IncorrectValue, details);
    }
    let contact = draft.number("contact_id").unwrap_or_default();
    let organization = organization_of(draft, contact)?;
    draft.set("organization_id", organization);
    Ok(())
}

/// A currency is three capital letters (ISO 4217).
pub(super) fn check_currency(draft: &mut Draft<'_>, name: &str) {
    let currency = draft.text(name);
    let fits = currency.len() == 3 && currency.bytes().all(|byte| byte.is_ascii_uppercase());
    if !fits {
        let details = "A currency is written as three capital letters, such as EUR.";
        draft.refuse(name, Code::IncorrectValue, details);
    }
}

/// `field` of the first record of a resource.
fn first(
    draft: &Draft<'_>,
    resource: &str,
    sorted_by: &'static str,
    field: &str,
) -> Result<Value, Internal> {
    let selection = Selection {
        order: vec![Sort {
            place: Place::Number(sorted_by),
            descending: false,
        }],
        limit: 1,
        ..Selection::default()
    };
    let records = draft.change.records.select(resource, &selection)?;
    let fields = records.first().map(Record::fields).transpose()?;
    Ok(fields
        .and_then(|mut fields| fields.remove(field))
        .unwrap_or_default())
}

/// The organization a contact is, or works for.
fn organization_of(draft: &Draft<'_>, contact: i64) -> Result<Value, Internal> {
    let records = draft.change.records;
    if is_organization(records, contact)? {
        return Ok(json!(contact));
    }
    let found = records.get("contacts", 0, contact)?;
    let fields = found.map(|contact| contact.fields()).transpose()?;
    Ok(fields
        .and_then(|mut fields| fields.remove("contact_id"))
        .unwrap_or_default())
}
