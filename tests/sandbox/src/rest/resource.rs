//! The resources of the API as a table: adding one is adding a row here and rows to the seed.

use crate::oauth::scope::Scope;
use crate::store::records::Fields;

/// What a field may hold; `null` is always allowed where the field is not required.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    Text,
    /// Money: a JSON text, though a number is taken too (sell-api §9.2).
    Decimal,
    Number,
    Flag,
    List,
    Object,
    /// The id of a record of this resource.
    Id(&'static str),
}

/// One field of a resource.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) form: Form,
    /// Whether a caller may set it. Fields that are not are ignored in payloads, so that what
    /// was read can be written back.
    pub(crate) writable: bool,
}

const fn field(name: &'static str, form: Form) -> Field {
    Field {
        name,
        form,
        writable: true,
    }
}

const fn fixed(name: &'static str, form: Form) -> Field {
    Field {
        name,
        form,
        writable: false,
    }
}

/// One kind of record.
#[derive(Debug)]
pub(crate) struct Resource {
    /// The path segment, and the name in the database.
    pub(crate) path: &'static str,
    /// `meta.type` of a single record.
    pub(crate) kind: &'static str,
    /// Opens GET.
    pub(crate) read_scope: Scope,
    /// Opens POST, PUT and DELETE; `None` where there are none.
    pub(crate) write_scope: Option<Scope>,
    pub(crate) fields: &'static [Field],
    /// The required field that is absent or blank, if any.
    pub(crate) missing: fn(&Fields) -> Option<&'static str>,
}

impl Resource {
    pub(crate) fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name == name)
    }
}

/// The resources that are served as lists.
pub(crate) const RESOURCES: &[Resource] = &[
    Resource {
        path: "users",
        kind: "user",
        read_scope: Scope::Profile,
        write_scope: None,
        fields: &[
            fixed("id", Form::Number),
            fixed("name", Form::Text),
            fixed("email", Form::Text),
            fixed("created_at", Form::Text),
            fixed("updated_at", Form::Text),
        ],
        missing: |_| None,
    },
    Resource {
        path: "contacts",
        kind: "contact",
        read_scope: Scope::Read,
        write_scope: Some(Scope::Write),
        fields: &[
            fixed("id", Form::Number),
            fixed("creator_id", Form::Id("users")),
            field("owner_id", Form::Id("users")),
            field("is_organization", Form::Flag),
            field("contact_id", Form::Id("contacts")),
            field("name", Form::Text),
            field("first_name", Form::Text),
            field("last_name", Form::Text),
            field("customer_status", Form::Text),
            field("prospect_status", Form::Text),
            field("title", Form::Text),
            field("description", Form::Text),
            field("industry", Form::Text),
            field("website", Form::Text),
            field("email", Form::Text),
            field("phone", Form::Text),
            field("mobile", Form::Text),
            field("address", Form::Object),
            field("tags", Form::List),
            field("custom_fields", Form::Object),
            fixed("created_at", Form::Text),
            fixed("updated_at", Form::Text),
        ],
        missing: contact_name,
    },
    Resource {
        path: "deals",
        kind: "deal",
        read_scope: Scope::Read,
        write_scope: Some(Scope::Write),
        fields: &[
            fixed("id", Form::Number),
            fixed("creator_id", Form::Id("users")),
            field("owner_id", Form::Id("users")),
            field("name", Form::Text),
            field("value", Form::Decimal),
            field("currency", Form::Text),
            field("hot", Form::Flag),
            field("stage_id", Form::Number),
            field("source_id", Form::Number),
            field("loss_reason_id", Form::Number),
            field("contact_id", Form::Id("contacts")),
            fixed("organization_id", Form::Id("contacts")),
            field("estimated_close_date", Form::Text),
            field("customized_win_likelihood", Form::Number),
            fixed("last_stage_change_at", Form::Text),
            field("added_at", Form::Text),
            fixed("dropbox_email", Form::Text),
            field("tags", Form::List),
            field("custom_fields", Form::Object),
            fixed("created_at", Form::Text),
            fixed("updated_at", Form::Text),
        ],
        missing: |deal| {
            ["name", "contact_id"]
                .into_iter()
                .find(|name| is_blank(deal, name))
        },
    },
];

/// An organization has a name, a person at least a last name.
fn contact_name(contact: &Fields) -> Option<&'static str> {
    let is_organization = contact
        .get("is_organization")
        .is_some_and(|flag| flag == true);
    let name = if is_organization { "name" } else { "last_name" };
    is_blank(contact, name).then_some(name)
}

fn is_blank(fields: &Fields, name: &str) -> bool {
    fields.get(name).is_none_or(|value| {
        value.is_null() || value.as_str().is_some_and(|text| text.trim().is_empty())
    })
}
