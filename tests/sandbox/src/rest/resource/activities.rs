//! What people do about leads, contacts and deals: notes, tasks, calls, messages, visits,
//! documents, collaborations.

use super::Filter::{Field as Where, Overdue, Relation, Reminder, Words};
use super::field::{
    ATTACHED_TO, CREATED_AT, CREATOR_ID, Field, Form, ID, OWNER_ID, Preset, UPDATED_AT, field,
    fixed,
};
use super::{ALL, LIST, LIST_AND_SHOW, Resource};
use crate::rest::rules::activities as rules;

pub(super) const RESOURCES: &[Resource] = &[
    NOTES,
    TASKS,
    CALLS,
    CALL_OUTCOMES,
    TEXT_MESSAGES,
    VISITS,
    VISIT_OUTCOMES,
    DOCUMENTS,
    COLLABORATIONS,
];

const NOTES: Resource = Resource::new(
    "notes",
    "note",
    ALL,
    &[
        ID,
        CREATOR_ID,
        field("resource_type", ATTACHED_TO).required(),
        field("resource_id", Form::Number).required(),
        field("content", Form::Text).required(),
        field("is_important", Form::Flag).starts(Preset::Flag(false)),
        field("tags", Form::Texts),
        fixed("type", Form::Text).starts(Preset::Text("regular")),
        CREATED_AT,
        UPDATED_AT,
    ],
)
.sorted_by("updated_at", false)
.filtered_by(&[
    Where("creator_id"),
    Where("resource_id"),
    Where("resource_type"),
    Words("content"),
])
.completed_by(rules::attached);

const TASKS: Resource = Resource::new(
    "tasks",
    "task",
    ALL,
    &[
        ID,
        CREATOR_ID,
        OWNER_ID,
        field("resource_type", ATTACHED_TO),
        field("resource_id", Form::Number),
        field("completed", Form::Flag).starts(Preset::Flag(false)),
        fixed("completed_at", Form::Time),
        field("due_date", Form::Time),
        fixed("overdue", Form::Flag).starts(Preset::Flag(false)),
        field("remind_at", Form::Time),
        field("content", Form::Text).required(),
        CREATED_AT,
        UPDATED_AT,
    ],
)
.sorted_by("updated_at", false)
.filtered_by(&[
    Where("completed"),
    Where("creator_id"),
    Where("owner_id"),
    Where("resource_id"),
    Where("resource_type"),
    Words("content"),
    Overdue,
    Relation,
    Reminder,
])
.completed_by(rules::task);

const CALLS: Resource = Resource::new(
    "calls",
    "call",
    ALL,
    &[
        ID,
        field("user_id", Form::Id("users")).starts(Preset::Caller),
        field("summary", Form::Text),
        field("recording_url", Form::Text),
        field("outcome_id", Form::Id("call_outcomes")),
        field("duration", Form::Number).required(),
        field("phone_number", Form::Text).required(),
        field("incoming", Form::Flag).starts(Preset::Flag(false)),
        field("missed", Form::Flag).starts(Preset::Flag(false)),
        field("external_id", Form::Text),
        field("resource_type", Form::OneOf(&["lead", "contact"])),
        field("resource_id", Form::Number),
        field("associated_deal_ids", Form::Ids("deals")),
        field("made_at", Form::Time).starts(Preset::Now),
        CREATED_AT,
        UPDATED_AT,
    ],
)
.sorted_by("made_at", true)
.filtered_by(&[Where("resource_id"), Where("resource_type")])
.completed_by(rules::attached);

const CALL_OUTCOMES: Resource = outcomes("call_outcomes", "call_outcome");
const VISIT_OUTCOMES: Resource = outcomes("visit_outcomes", "visit_outcome").paged_up_to(200);

const OUTCOME: &[Field] = &[
    ID,
    CREATOR_ID,
    fixed("name", Form::Text),
    CREATED_AT,
    UPDATED_AT,
];

const fn outcomes(name: &'static str, kind: &'static str) -> Resource {
    Resource::new(name, kind, LIST, OUTCOME)
}

const TEXT_MESSAGES: Resource = Resource::new(
    "text_messages",
    "text_message",
    LIST_AND_SHOW,
    &[
        ID,
        fixed("user_id", Form::Id("users")),
        fixed("content", Form::Text),
        fixed("incoming", Form::Flag),
        fixed("sent_at", Form::Time),
        fixed("resource_type", Form::Text),
        fixed("resource_id", Form::Number),
        fixed("resource_phone_number", Form::Text),
        fixed("user_phone_number", Form::Text),
        fixed("associated_deal_ids", Form::Ids("deals")),
        CREATED_AT,
        UPDATED_AT,
    ],
)
.sorted_by("id", true)
.filtered_by(&[Where("resource_id"), Where("resource_type")])
.pairing(&["resource_type", "resource_id"]);

const VISITS: Resource = Resource::new(
    "visits",
    "visit",
    LIST,
    &[
        ID,
        CREATOR_ID,
        fixed("outcome_id", Form::Id("visit_outcomes")),
        fixed("resource_type", Form::Text),
        fixed("resource_id", Form::Number),
        fixed("visited_at", Form::Time),
        fixed("resource_address", Form::Text),
        fixed("rep_location_verification_status", Form::Text),
        fixed("summary", Form::Text),
        CREATED_AT,
        UPDATED_AT,
    ],
)
.filtered_by(&[
    Where("outcome_id"),
    Where("creator_id"),
    Where("resource_id"),
    Where("resource_type"),
    Where("rep_location_verification_status"),
])
.pairing(&["resource_type", "resource_id"]);

const DOCUMENTS: Resource = Resource::new(
    "documents",
    "document",
    LIST_AND_SHOW,
    &[
        ID,
        CREATOR_ID,
        fixed("name", Form::Text),
        fixed("content_type", Form::Text),
        fixed("content_length", Form::Number),
        fixed("resource_type", Form::Text),
        fixed("resource_id", Form::Number),
        fixed("download_url", Form::Text),
        CREATED_AT,
        UPDATED_AT,
    ],
)
.filtered_by(&[Where("resource_id"), Where("resource_type")])
.demanding(&["resource_type", "resource_id"]);

const COLLABORATIONS: Resource = Resource::new(
    "collaborations",
    "collaboration",
    LIST,
    &[
        ID,
        CREATOR_ID,
        fixed("resource_type", Form::Text),
        fixed("resource_id", Form::Number),
        fixed("collaborator_id", Form::Id("users")),
        CREATED_AT,
        UPDATED_AT,
    ],
)
.filtered_by(&[
    Where("creator_id"),
    Where("resource_id"),
    Where("resource_type"),
]);
