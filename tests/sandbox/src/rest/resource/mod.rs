//! The resources of the API as a table (sell-api §11): adding one is adding a row in one of the
//! sub-modules, which go by idea, and rows to the seed.

mod activities;
mod catalogue;
mod deals;
pub(crate) mod field;
mod filter;
mod people;
mod sequences;
#[cfg(test)]
mod tests;
mod words;

use crate::internal::Internal;
use crate::oauth::scope::Scope;
use crate::rest::draft::Draft;

pub(crate) use field::{Field, Form, Preset};
pub(crate) use filter::Filter;
pub(crate) use people::ACCOUNT;

/// The three kinds of records that notes, tasks and custom fields are attached to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Lead,
    Contact,
    Deal,
}

impl Kind {
    /// The kind named by a `resource_type`.
    pub(crate) fn read(text: &str) -> Option<Self> {
        [Self::Lead, Self::Contact, Self::Deal]
            .into_iter()
            .find(|kind| kind.text() == text)
    }

    /// What `resource_type` says.
    pub(crate) fn text(self) -> &'static str {
        match self {
            Self::Lead => "lead",
            Self::Contact => "contact",
            Self::Deal => "deal",
        }
    }

    /// The name of the resource that holds records of this kind.
    pub(crate) fn resource(self) -> &'static str {
        match self {
            Self::Lead => "leads",
            Self::Contact => "contacts",
            Self::Deal => "deals",
        }
    }

    /// The name of the resource that defines the custom fields of this kind.
    pub(crate) fn custom_fields(self) -> &'static str {
        match self {
            Self::Lead => "lead_custom_fields",
            Self::Contact => "contact_custom_fields",
            Self::Deal => "deal_custom_fields",
        }
    }
}

/// What can be done with a resource.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Action {
    List,
    Show,
    Create,
    Update,
    Delete,
    /// Create, or update the one record a filter finds.
    Upsert,
}

/// What else happens when a record is deleted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Consequence {
    /// Records of `resource` whose `field` names it are deleted too.
    Delete {
        resource: &'static str,
        field: &'static str,
    },
    /// Records of `resource` whose `field` names it forget it.
    Forget {
        resource: &'static str,
        field: &'static str,
    },
    /// Records of `resource` that are nested in it are deleted too.
    DeleteNested { resource: &'static str },
    /// Records of [`ATTACHED`] resources that name it, a record of this kind, are deleted too.
    DeleteAttached(Kind),
    /// The tag's name leaves the records it was given to.
    Untag,
}

/// The resources attached to others by `resource_type` and `resource_id`.
pub(crate) const ATTACHED: [&str; 8] = [
    "notes",
    "tasks",
    "calls",
    "text_messages",
    "visits",
    "documents",
    "collaborations",
    "sequence_enrollments",
];

/// How a list is sorted when the query does not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Order {
    pub(crate) field: &'static str,
    pub(crate) descending: bool,
}

/// One kind of record.
#[derive(Debug)]
pub(crate) struct Resource {
    /// The name in the database.
    pub(crate) name: &'static str,
    /// The path below `/v2/`, with the id of the parent in it when the resource is nested.
    pub(crate) path: &'static str,
    /// `meta.type` of a single record.
    pub(crate) kind: &'static str,
    /// The name of the resource this one is nested in.
    pub(crate) parent: Option<&'static str>,
    /// The field that identifies a record in the path.
    pub(crate) key: &'static str,
    /// Opens reading.
    pub(crate) read_scope: Scope,
    pub(crate) actions: &'static [Action],
    pub(crate) fields: &'static [Field],
    pub(crate) filters: &'static [Filter],
    /// Filters a list does not answer without.
    pub(crate) demanded: &'static [&'static str],
    /// Filters that are given together or not at all.
    pub(crate) paired: &'static [&'static str],
    pub(crate) order: Order,
    /// The largest `per_page`.
    pub(crate) most_per_page: u32,
    /// Fields that together are unlike those of every other record, letter case aside.
    pub(crate) unique: &'static [&'static str],
    /// Fills in what follows from other fields and refuses what does not go together.
    pub(crate) complete: fn(&mut Draft<'_>) -> Result<(), Internal>,
    pub(crate) on_delete: &'static [Consequence],
    /// Whether only an administrator may delete.
    pub(crate) admin_deletes: bool,
}

impl Resource {
    const fn new(
        name: &'static str,
        kind: &'static str,
        actions: &'static [Action],
        fields: &'static [Field],
    ) -> Self {
        Self {
            name,
            path: name,
            kind,
            parent: None,
            key: "id",
            read_scope: Scope::Read,
            actions,
            fields,
            filters: &[],
            demanded: &[],
            paired: &[],
            order: Order {
                field: "id",
                descending: false,
            },
            most_per_page: 100,
            unique: &[],
            complete: |_| Ok(()),
            on_delete: &[],
            admin_deletes: false,
        }
    }

    const fn at(self, path: &'static str) -> Self {
        Self { path, ..self }
    }

    const fn nested_in(self, parent: &'static str, path: &'static str) -> Self {
        Self {
            parent: Some(parent),
            path,
            ..self
        }
    }

    const fn keyed_by(self, key: &'static str) -> Self {
        Self { key, ..self }
    }

    const fn read_with(self, read_scope: Scope) -> Self {
        Self { read_scope, ..self }
    }

    const fn filtered_by(self, filters: &'static [Filter]) -> Self {
        Self { filters, ..self }
    }

    const fn demanding(self, demanded: &'static [&'static str]) -> Self {
        Self { demanded, ..self }
    }

    const fn pairing(self, paired: &'static [&'static str]) -> Self {
        Self { paired, ..self }
    }

    const fn sorted_by(self, field: &'static str, descending: bool) -> Self {
        Self {
            order: Order { field, descending },
            ..self
        }
    }

    const fn paged_up_to(self, most_per_page: u32) -> Self {
        Self {
            most_per_page,
            ..self
        }
    }

    const fn unique_by(self, unique: &'static [&'static str]) -> Self {
        Self { unique, ..self }
    }

    const fn completed_by(self, complete: fn(&mut Draft<'_>) -> Result<(), Internal>) -> Self {
        Self { complete, ..self }
    }

    const fn on_delete(self, on_delete: &'static [Consequence]) -> Self {
        Self { on_delete, ..self }
    }

    const fn deleted_by_admins(self) -> Self {
        Self {
            admin_deletes: true,
            ..self
        }
    }

    pub(crate) fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name == name)
    }
}

/// Everything: list, show, create, update, delete.
const ALL: &[Action] = &[
    Action::List,
    Action::Show,
    Action::Create,
    Action::Update,
    Action::Delete,
];
const ALL_AND_UPSERT: &[Action] = &[
    Action::List,
    Action::Show,
    Action::Create,
    Action::Update,
    Action::Delete,
    Action::Upsert,
];
const LIST_AND_SHOW: &[Action] = &[Action::List, Action::Show];
const LIST_AND_CREATE: &[Action] = &[Action::List, Action::Create];
const LIST: &[Action] = &[Action::List];

/// Every resource, in the order of the sub-modules.
pub(crate) fn resources() -> impl Iterator<Item = &'static Resource> {
    [
        people::RESOURCES,
        deals::RESOURCES,
        activities::RESOURCES,
        words::RESOURCES,
        catalogue::RESOURCES,
        sequences::RESOURCES,
    ]
    .into_iter()
    .flatten()
}

/// The resource with this name.
pub(crate) fn resource(name: &str) -> Option<&'static Resource> {
    resources().find(|resource| resource.name == name)
}
