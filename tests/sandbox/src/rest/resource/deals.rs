//! Deals, who takes part in them, and the pipelines they move along.

use super::Filter::{Custom, Field as Where};
use super::field::{
    CREATED_AT, CREATOR_ID, Field, Form, ID, OWNER_ID, Preset, TAGS, UPDATED_AT, field, fixed,
};
use super::{ALL_AND_UPSERT, Action, Consequence, Kind, LIST, Resource};
use crate::rest::rules::deals as rules;

pub(super) const RESOURCES: &[Resource] = &[DEALS, ASSOCIATED_CONTACTS, PIPELINES, STAGES];

const DEALS: Resource = Resource::new("deals", "deal", ALL_AND_UPSERT, DEAL)
    .filtered_by(&[
        Where("contact_id"),
        Where("creator_id"),
        Where("currency"),
        Where("estimated_close_date"),
        Where("hot"),
        Where("name"),
        Where("organization_id"),
        Where("owner_id"),
        Where("source_id"),
        Where("stage_id"),
        Where("value"),
        Custom(Kind::Deal),
    ])
    .completed_by(rules::deal)
    .on_delete(&[
        Consequence::DeleteNested {
            resource: "associated_contacts",
        },
        Consequence::Delete {
            resource: "orders",
            field: "deal_id",
        },
        Consequence::DeleteAttached(Kind::Deal),
    ]);

const DEAL: &[Field] = &[
    ID,
    CREATOR_ID,
    OWNER_ID,
    field("name", Form::Text).required(),
    field("value", Form::Decimal).starts(Preset::Text("0")),
    field("currency", Form::Text),
    field("hot", Form::Flag).starts(Preset::Flag(false)),
    field("stage_id", Form::Id("stages")),
    field("source_id", Form::Id("deal_sources")),
    field("loss_reason_id", Form::Id("loss_reasons")),
    field(
        "unqualified_reason_id",
        Form::Id("deal_unqualified_reasons"),
    ),
    field("contact_id", Form::Id("contacts")).required(),
    fixed("organization_id", Form::Id("contacts")),
    field("estimated_close_date", Form::Date),
    field("customized_win_likelihood", Form::Number),
    field("last_stage_change_at", Form::Time).starts(Preset::Now),
    fixed("last_stage_change_by_id", Form::Id("users")).starts(Preset::Caller),
    fixed("last_activity_at", Form::Time).starts(Preset::Now),
    field("added_at", Form::Time).starts(Preset::Now),
    fixed("dropbox_email", Form::Text),
    TAGS,
    field("custom_fields", Form::CustomFields(Kind::Deal)),
    CREATED_AT,
    UPDATED_AT,
];

const ASSOCIATED_CONTACTS: Resource = Resource::new(
    "associated_contacts",
    "associated_contact",
    &[Action::List, Action::Create, Action::Delete],
    &[
        field("contact_id", Form::Id("contacts")).required(),
        field("role", Form::OneOf(&["involved"])).starts(Preset::Text("involved")),
        CREATED_AT,
        UPDATED_AT,
    ],
)
.nested_in("deals", "deals/{deal_id}/associated_contacts")
.keyed_by("contact_id")
.unique_by(&["contact_id"]);

const PIPELINES: Resource = Resource::new(
    "pipelines",
    "pipeline",
    LIST,
    &[
        ID,
        fixed("name", Form::Text),
        fixed("disabled", Form::Flag),
        CREATED_AT,
        UPDATED_AT,
    ],
)
.filtered_by(&[Where("name"), Where("disabled")]);

const STAGES: Resource = Resource::new(
    "stages",
    "stage",
    LIST,
    &[
        ID,
        fixed("name", Form::Text),
        fixed("category", Form::Text),
        fixed("active", Form::Flag),
        fixed("position", Form::Number),
        fixed("likelihood", Form::Number),
        fixed("pipeline_id", Form::Id("pipelines")),
        CREATED_AT,
        UPDATED_AT,
    ],
)
.filtered_by(&[Where("pipeline_id"), Where("active"), Where("name")]);
