//! Notes, tasks, calls and enrollments: what is attached to a record.

use serde_json::{Value, json};

use crate::internal::Internal;
use crate::rest::code::Code;
use crate::rest::draft::Draft;
use crate::rest::resource::Kind;

/// `resource_type` and `resource_id` are there together, and name a record.
pub(crate) fn attached(draft: &mut Draft<'_>) -> Result<(), Internal> {
    let kind = Kind::read(draft.text("resource_type"));
    match (kind, draft.number("resource_id")) {
        (None, None) => {}
        (None, Some(_)) => draft.require("resource_type"),
        (Some(_), None) => draft.require("resource_id"),
        (Some(kind), Some(id)) => {
            let is_moved = draft.is_changed("resource_id") || draft.is_changed("resource_type");
            if is_moved && !draft.change.records.has(kind.resource(), id)? {
                let details = format!("There is no {} with this id.", kind.text());
                draft.refuse("resource_id", Code::IncorrectValue, details);
            }
        }
    }
    Ok(())
}

/// A task may be attached to a record, and remembers when it was completed.
pub(crate) fn task(draft: &mut Draft<'_>) -> Result<(), Internal> {
    if draft.is_changed("completed") {
        let completed_at = if draft.is_true("completed") {
            json!(draft.change.now)
        } else {
            Value::Null
        };
        draft.set("completed_at", completed_at);
    }
    attached(draft)
}
