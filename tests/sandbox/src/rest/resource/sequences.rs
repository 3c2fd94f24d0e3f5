//! Sequences of e-mails and tasks, and who goes through them.

use super::Filter::Field as Where;
use super::field::{CREATED_AT, CREATOR_ID, Form, ID, Preset, UPDATED_AT, field, fixed};
use super::{LIST, LIST_AND_CREATE, Resource};
use crate::rest::rules::activities as rules;

pub(super) const RESOURCES: &[Resource] = &[SEQUENCES, SEQUENCE_ENROLLMENTS];

const SEQUENCES: Resource = Resource::new(
    "sequences",
    "sequence",
    LIST,
    &[
        ID,
        CREATOR_ID,
        fixed("name", Form::Text),
        fixed("status", Form::Text),
        fixed("resource_type", Form::Text),
        CREATED_AT,
        UPDATED_AT,
    ],
)
.filtered_by(&[Where("resource_type"), Where("status")]);

const SEQUENCE_ENROLLMENTS: Resource = Resource::new(
    "sequence_enrollments",
    "sequence_enrollment",
    LIST_AND_CREATE,
    &[
        ID,
        CREATOR_ID,
        field("sequence_id", Form::Id("sequences")).required(),
        field("resource_type", Form::OneOf(&["lead", "contact"])).required(),
        field("resource_id", Form::Number).required(),
        fixed("status", Form::Text).starts(Preset::Text("active")),
        CREATED_AT,
        UPDATED_AT,
    ],
)
.filtered_by(&[
    Where("sequence_id"),
    Where("resource_type"),
    Where("resource_id"),
    Where("status"),
])
.unique_by(&["sequence_id", "resource_type", "resource_id"])
.completed_by(rules::attached);
