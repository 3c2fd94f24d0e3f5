//! What a record shows that depends on the time: whether a task is overdue, and where a document
//! can be downloaded.

use serde_json::{Value, json};

use super::download;
use super::envelope::{Data, written};
use super::resource::Resource;
use crate::internal::Internal;
use crate::state::Shared;
use crate::store::records::{Fields, Record};

/// The fields of a record as they are now; `None` when they are as stored.
pub(super) fn present(
    app: &Shared,
    base: &str,
    resource: &Resource,
    record: &Record,
) -> Result<Option<Data>, Internal> {
    let mut fields = match resource.name {
        "tasks" | "documents" => record.fields()?,
        _ => return Ok(None),
    };
    if resource.name == "tasks" {
        let overdue = is_overdue(&fields, &app.clock.now_text());
        fields.insert("overdue".to_owned(), json!(overdue));
    } else {
        let url = download::url(app, base, record.id);
        fields.insert("download_url".to_owned(), json!(url));
    }
    written(&fields).map(Some)
}

fn is_overdue(task: &Fields, now: &str) -> bool {
    let due = task.get("due_date").and_then(Value::as_str);
    // Both are ISO 8601 in UTC with whole seconds, so the order of texts is that of times.
    task.get("completed") != Some(&Value::Bool(true)) && due.is_some_and(|due| due < now)
}
