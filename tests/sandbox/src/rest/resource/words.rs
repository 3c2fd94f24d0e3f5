//! The words an account describes its records with: tags, sources, reasons, statuses,
//! industries, custom fields.

use super::Filter::Field as Where;
use super::field::{ATTACHED_TO, Preset};
use super::field::{CREATED_AT, CREATOR_ID, Field, Form, ID, UPDATED_AT, field, fixed};
use super::{ALL, Consequence, LIST, Resource};

pub(super) const RESOURCES: &[Resource] = &[
    TAGS,
    LEAD_SOURCES,
    DEAL_SOURCES,
    SOURCES,
    LOSS_REASONS,
    DEAL_UNQUALIFIED_REASONS,
    LEAD_UNQUALIFIED_REASONS,
    LEAD_STATUSES,
    LEAD_INDUSTRIES,
    CONTACT_INDUSTRIES,
    LEAD_CUSTOM_FIELDS,
    CONTACT_CUSTOM_FIELDS,
    DEAL_CUSTOM_FIELDS,
];

const NAME: Field = field("name", Form::Text).required();

const TAGS: Resource = Resource::new(
    "tags",
    "tag",
    ALL,
    &[
        ID,
        CREATOR_ID,
        NAME,
        field("resource_type", ATTACHED_TO).required(),
        CREATED_AT,
        UPDATED_AT,
    ],
)
.sorted_by("updated_at", false)
.filtered_by(&[Where("creator_id"), Where("name"), Where("resource_type")])
.unique_by(&["name", "resource_type"])
.on_delete(&[Consequence::Untag]);

/// A name that is unlike every other.
const NAMED: &[Field] = &[ID, CREATOR_ID, NAME, CREATED_AT, UPDATED_AT];

const fn named(
    name: &'static str,
    kind: &'static str,
    on_delete: &'static [Consequence],
) -> Resource {
    Resource::new(name, kind, ALL, NAMED)
        .filtered_by(&[Where("name"), Where("creator_id")])
        .unique_by(&["name"])
        .on_delete(on_delete)
}

/// The older name of the sources of deals: the same records under another path.
const SOURCES: Resource = Resource {
    kind: "source",
    ..DEAL_SOURCES.at("sources")
};

const LOSS_REASONS: Resource = named(
    "loss_reasons",
    "loss_reason",
    &[Consequence::Forget {
        resource: "deals",
        field: "loss_reason_id",
    }],
);

const DEAL_UNQUALIFIED_REASONS: Resource = named(
    "deal_unqualified_reasons",
    "deal_unqualified_reason",
    &[Consequence::Forget {
        resource: "deals",
        field: "unqualified_reason_id",
    }],
);

const LEAD_SOURCES: Resource = Resource::new(
    "lead_sources",
    "lead_source",
    ALL,
    &[
        ID,
        CREATOR_ID,
        NAME,
        field("resource_type", Form::OneOf(&["lead"])).starts(Preset::Text("lead")),
        CREATED_AT,
        UPDATED_AT,
    ],
)
.filtered_by(&[Where("name"), Where("creator_id")])
.unique_by(&["name"])
.on_delete(&[Consequence::Forget {
    resource: "leads",
    field: "source_id",
}]);

const DEAL_SOURCES: Resource = Resource::new(
    "deal_sources",
    "deal_source",
    ALL,
    &[
        ID,
        CREATOR_ID,
        NAME,
        field("resource_type", Form::OneOf(&["deal"])).starts(Preset::Text("deal")),
        CREATED_AT,
        UPDATED_AT,
    ],
)
.filtered_by(&[Where("name"), Where("creator_id")])
.unique_by(&["name"])
.on_delete(&[Consequence::Forget {
    resource: "deals",
    field: "source_id",
}]);

const LEAD_UNQUALIFIED_REASONS: Resource = Resource::new(
    "lead_unqualified_reasons",
    "lead_unqualified_reason",
    LIST,
    NAMED,
);

const LEAD_STATUSES: Resource = Resource::new(
    "lead_statuses",
    "lead_status",
    LIST,
    &[ID, fixed("name", Form::Text), CREATED_AT, UPDATED_AT],
);

/// Industries have names and no ids.
const INDUSTRY: &[Field] = &[fixed("name", Form::Text), CREATED_AT, UPDATED_AT];

const LEAD_INDUSTRIES: Resource =
    Resource::new("lead_industries", "industry", LIST, INDUSTRY).at("lead/industries");
const CONTACT_INDUSTRIES: Resource =
    Resource::new("contact_industries", "industry", LIST, INDUSTRY).at("contact/industries");

const CUSTOM_FIELD: &[Field] = &[
    ID,
    fixed("name", Form::Text),
    fixed("type", Form::Text),
    fixed("choices", Form::Objects),
    CREATED_AT,
    UPDATED_AT,
];

const LEAD_CUSTOM_FIELDS: Resource =
    Resource::new("lead_custom_fields", "custom_field", LIST, CUSTOM_FIELD)
        .at("lead/custom_fields");
const CONTACT_CUSTOM_FIELDS: Resource =
    Resource::new("contact_custom_fields", "custom_field", LIST, CUSTOM_FIELD)
        .at("contact/custom_fields");
const DEAL_CUSTOM_FIELDS: Resource =
    Resource::new("deal_custom_fields", "custom_field", LIST, CUSTOM_FIELD)
        .at("deal/custom_fields");
