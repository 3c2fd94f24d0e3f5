//! Users, contacts, leads and the conversion of leads.

use super::Filter::{Address, Custom, Field as Where};
use super::field::{
    CREATED_AT, CREATOR_ID, Field, Form, ID, OWNER_ID, Preset, TAGS, UPDATED_AT, field, fixed,
    order,
};
use super::{ALL_AND_UPSERT, Consequence, Kind, LIST_AND_CREATE, LIST_AND_SHOW, Resource};
use crate::oauth::scope::Scope;
use crate::rest::rules::people as rules;

pub(super) const RESOURCES: &[Resource] = &[USERS, CONTACTS, LEADS, LEAD_CONVERSIONS];

/// The account is a resource of its own, of one record, at `/v2/accounts/self`.
pub(crate) const ACCOUNT: &[Field] = &[
    ID,
    fixed("name", Form::Text),
    fixed("currency", Form::Text),
    fixed("time_format", Form::Text),
    fixed("timezone", Form::Text),
    fixed("phone", Form::Text),
    fixed("subdomain", Form::Text),
    CREATED_AT,
    UPDATED_AT,
];

const USERS: Resource = Resource::new("users", "user", LIST_AND_SHOW, USER)
    .read_with(Scope::Profile)
    .filtered_by(&[
        Where("email"),
        Where("name"),
        Where("role"),
        Where("status"),
        Where("confirmed"),
    ]);

const USER: &[Field] = &[
    ID,
    fixed("name", Form::Text),
    fixed("email", Form::Text),
    fixed("status", Form::Text),
    fixed("invited", Form::Flag),
    fixed("confirmed", Form::Flag),
    fixed("phone_number", Form::Text),
    fixed("role", Form::Text),
    fixed("roles", Form::Objects),
    fixed("team_name", Form::Text),
    fixed("group", Form::Object),
    fixed("reports_to", Form::Id("users")),
    fixed("timezone", Form::Text),
    CREATED_AT,
    UPDATED_AT,
    fixed("deleted_at", Form::Time),
];

const CONTACTS: Resource = Resource::new("contacts", "contact", ALL_AND_UPSERT, CONTACT)
    .sorted_by("last_name", false)
    .filtered_by(&[
        Where("contact_id"),
        Where("email"),
        Where("first_name"),
        Where("is_organization"),
        Where("last_name"),
        Where("name"),
        Where("creator_id"),
        Where("owner_id"),
        Address,
        Custom(Kind::Contact),
    ])
    .completed_by(rules::contact)
    .on_delete(&[
        Consequence::Delete {
            resource: "deals",
            field: "contact_id",
        },
        Consequence::Delete {
            resource: "associated_contacts",
            field: "contact_id",
        },
        Consequence::Forget {
            resource: "deals",
            field: "organization_id",
        },
        Consequence::Forget {
            resource: "contacts",
            field: "contact_id",
        },
        Consequence::Forget {
            resource: "contacts",
            field: "parent_organization_id",
        },
        Consequence::DeleteAttached(Kind::Contact),
    ]);

const CUSTOMER_STATUS: Form = Form::OneOf(&["none", "current", "past"]);
const PROSPECT_STATUS: Form = Form::OneOf(&["none", "current", "lost"]);

const CONTACT: &[Field] = &[
    ID,
    CREATOR_ID,
    OWNER_ID,
    field("is_organization", Form::Flag).starts(Preset::Flag(false)),
    field("contact_id", Form::Id("contacts")),
    field("parent_organization_id", Form::Id("contacts")),
    field("name", Form::Text),
    field("first_name", Form::Text),
    field("last_name", Form::Text),
    field("customer_status", CUSTOMER_STATUS).starts(Preset::Text("none")),
    field("prospect_status", PROSPECT_STATUS).starts(Preset::Text("none")),
    field("title", Form::Text),
    field("description", Form::Text),
    field("industry", Form::Text),
    field("website", Form::Text),
    field("email", Form::Text),
    field("phone", Form::Text),
    field("mobile", Form::Text),
    field("fax", Form::Text),
    field("twitter", Form::Text),
    field("facebook", Form::Text),
    field("linkedin", Form::Text),
    field("skype", Form::Text),
    field("address", Form::Address),
    field("billing_address", Form::Address),
    field("shipping_address", Form::Address),
    TAGS,
    field("custom_fields", Form::CustomFields(Kind::Contact)),
    CREATED_AT,
    UPDATED_AT,
];

const LEADS: Resource = Resource::new("leads", "lead", ALL_AND_UPSERT, LEAD)
    .sorted_by("updated_at", false)
    .filtered_by(&[
        Where("creator_id"),
        Where("email"),
        Where("first_name"),
        Where("last_name"),
        Where("organization_name"),
        Where("owner_id"),
        Where("source_id"),
        Where("status"),
        Address,
        Custom(Kind::Lead),
    ])
    .completed_by(rules::lead)
    .on_delete(&[Consequence::DeleteAttached(Kind::Lead)]);

const LEAD: &[Field] = &[
    ID,
    CREATOR_ID,
    OWNER_ID,
    field("first_name", Form::Text),
    field("last_name", Form::Text),
    field("organization_name", Form::Text),
    field("status", Form::Text).starts(Preset::Text("New")),
    field("source_id", Form::Id("lead_sources")),
    field(
        "unqualified_reason_id",
        Form::Id("lead_unqualified_reasons"),
    ),
    field("title", Form::Text),
    field("description", Form::Text),
    field("industry", Form::Text),
    field("website", Form::Text),
    field("email", Form::Text),
    field("phone", Form::Text),
    field("mobile", Form::Text),
    field("fax", Form::Text),
    field("twitter", Form::Text),
    field("facebook", Form::Text),
    field("linkedin", Form::Text),
    field("skype", Form::Text),
    field("address", Form::Address),
    TAGS,
    field("custom_fields", Form::CustomFields(Kind::Lead)),
    CREATED_AT,
    UPDATED_AT,
];

const LEAD_CONVERSIONS: Resource = Resource::new(
    "lead_conversions",
    "lead_conversion",
    LIST_AND_CREATE,
    LEAD_CONVERSION,
)
.paged_up_to(200)
.completed_by(rules::lead_conversion)
.filtered_by(&[
    Where("lead_id"),
    Where("individual_id"),
    Where("organization_id"),
    Where("deal_id"),
    Where("creator_id"),
]);

const LEAD_CONVERSION: &[Field] = &[
    ID,
    CREATOR_ID,
    field("lead_id", Form::Id("leads")).required(),
    order("owner_id", Form::Id("users")),
    order("create_deal", Form::Flag),
    fixed("individual_id", Form::Id("contacts")),
    fixed("organization_id", Form::Id("contacts")),
    fixed("deal_id", Form::Id("deals")),
    CREATED_AT,
];
