//! Storing, changing and deleting records, with all that follows: events, tags, and what a
//! deleted record leaves behind.

use serde_json::{Value, json};

use super::resource::{ATTACHED, Consequence, Kind, Resource, resource};
use crate::internal::Internal;
use crate::store::events::{Cause, EventType};
use crate::store::records::{Fields, Record, Records};
use crate::store::selection::{Condition, Place};

/// Who changes records, and when.
#[derive(Debug)]
pub(crate) struct Change<'a> {
    pub(crate) records: &'a Records<'a>,
    /// The id of the user the token belongs to.
    pub(crate) caller: i64,
    /// ISO 8601.
    pub(crate) now: &'a str,
    pub(crate) cause: Cause,
}

pub(super) fn insert(
    change: &Change<'_>,
    resource: &Resource,
    parent: i64,
    id: i64,
    fields: Fields,
) -> Result<Record, Internal> {
    name_tags(change, resource, &fields)?;
    let record = change.records.insert(resource.name, parent, id, fields)?;
    note(change, resource, EventType::Created, &record, None)?;
    Ok(record)
}

pub(super) fn replace(
    change: &Change<'_>,
    resource: &Resource,
    before: &Record,
    fields: Fields,
) -> Result<Record, Internal> {
    name_tags(change, resource, &fields)?;
    let record = change.records.replace(resource.name, before, fields)?;
    note(change, resource, EventType::Updated, &record, Some(before))?;
    Ok(record)
}

/// Deletes a record and does what follows from it.
pub(super) fn delete(
    change: &Change<'_>,
    resource: &Resource,
    record: &Record,
) -> Result<(), Internal> {
    change.records.remove(resource.name, record)?;
    note(change, resource, EventType::Deleted, record, None)?;
    let following = Change {
        cause: Cause::System,
        ..*change
    };
    for consequence in resource.on_delete {
        follow(&following, *consequence, record)?;
    }
    Ok(())
}

fn note(
    change: &Change<'_>,
    resource: &Resource,
    event_type: EventType,
    record: &Record,
    previous: Option<&Record>,
) -> Result<(), Internal> {
    let what = (event_type, change.cause, change.now);
    change
        .records
        .note_event(resource.name, what, record, previous)
}

fn follow(change: &Change<'_>, consequence: Consequence, deleted: &Record) -> Result<(), Internal> {
    let naming = |field| Condition::equal(Place::Plain(field), deleted.id);
    match consequence {
        Consequence::Delete { resource, field } => delete_all(change, resource, naming(field)),
        Consequence::Forget { resource, field } => {
            for_each(change, resource, naming(field), |fields| {
                fields.insert(field.to_owned(), Value::Null);
            })
        }
        Consequence::DeleteNested { resource: name } => {
            let everything = Condition::All(Vec::new());
            let all = change.records.matching(name, everything)?;
            let nested = all.iter().filter(|record| record.parent == deleted.id);
            for record in nested {
                delete_one(change, name, record)?;
            }
            Ok(())
        }
        Consequence::DeleteAttached(kind) => {
            let delete = |name: &&str| delete_all(change, name, attached_to(kind, deleted.id));
            ATTACHED.iter().try_for_each(delete)
        }
        Consequence::Untag => untag(change, &deleted.fields()?),
    }
}

/// Being attached to this record.
pub(super) fn attached_to(kind: Kind, id: i64) -> Condition {
    Condition::All(vec![
        Condition::equal(Place::Plain("resource_id"), id),
        Condition::equal(Place::Plain("resource_type"), kind.text().to_owned()),
    ])
}

fn delete_all(change: &Change<'_>, name: &str, condition: Condition) -> Result<(), Internal> {
    for record in change.records.matching(name, condition)? {
        delete_one(change, name, &record)?;
    }
    Ok(())
}

fn delete_one(change: &Change<'_>, name: &str, record: &Record) -> Result<(), Internal> {
    match resource(name) {
        Some(resource) => delete(change, resource, record),
        None => Ok(()),
    }
}

/// Edits the records that meet a condition.
pub(super) fn for_each(
    change: &Change<'_>,
    name: &str,
    condition: Condition,
    edit: impl Fn(&mut Fields),
) -> Result<(), Internal> {
    let Some(resource) = resource(name) else {
        return Ok(());
    };
    for record in change.records.matching(name, condition)? {
        let mut fields = record.fields()?;
        edit(&mut fields);
        fields.insert("updated_at".to_owned(), json!(change.now));
        replace(change, resource, &record, fields)?;
    }
    Ok(())
}

fn untag(change: &Change<'_>, tag: &Fields) -> Result<(), Internal> {
    let text = |name| tag.get(name).and_then(Value::as_str);
    let (Some(name), Some(kind)) = (text("name"), text("resource_type").and_then(Kind::read))
    else {
        return Ok(());
    };
    let tagged = Condition::Lists("tags", name.to_owned());
    for_each(change, kind.resource(), tagged, |fields| {
        if let Some(Value::Array(tags)) = fields.get_mut("tags") {
            tags.retain(|tag| tag != name);
        }
    })
}

/// A tag given to a lead, a contact or a deal is in the list of tags from then on.
fn name_tags(change: &Change<'_>, tagged: &Resource, fields: &Fields) -> Result<(), Internal> {
    let (Some(kind), Some(tags)) = (Kind::read(tagged.kind), resource("tags")) else {
        return Ok(());
    };
    let given = fields.get("tags").and_then(Value::as_array);
    for name in given.into_iter().flatten().filter_map(Value::as_str) {
        let same = Condition::All(vec![
            Condition::equal(Place::Folded("name"), name.to_owned()),
            Condition::equal(Place::Plain("resource_type"), kind.text().to_owned()),
        ]);
        if change.records.count(tags.name, None, &same)? > 0 {
            continue;
        }
        let id = change.records.next_id(tags.name)?;
        let fields = json!({
            "id": id, "creator_id": change.caller, "name": name, "resource_type": kind.text(),
            "created_at": change.now, "updated_at": change.now,
        });
        if let Value::Object(fields) = fields {
            insert(change, tags, 0, id, fields)?;
        }
    }
    Ok(())
}
