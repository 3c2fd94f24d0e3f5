//! The fields of a resource: what they hold, who sets them, what they start as.

use super::Kind;

/// What a field may hold; `null` is always allowed where the field is not required.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    Text,
    /// Money and shares: a JSON text of digits, though a number is taken too (sell-api §9.2).
    Decimal,
    /// A whole number.
    Number,
    Flag,
    /// A list of texts.
    Texts,
    /// A list of objects.
    Objects,
    Object,
    /// A postal address: an object of texts with known names.
    Address,
    /// A day: `2026-01-31`.
    Date,
    /// A moment: ISO 8601 in UTC, `2026-01-31T08:00:00Z`.
    Time,
    /// One of these texts.
    OneOf(&'static [&'static str]),
    /// The id of a record of the resource with this name.
    Id(&'static str),
    /// Ids of records of the resource with this name.
    Ids(&'static str),
    /// Values by the names of the custom fields defined for this kind of record.
    CustomFields(Kind),
}

/// Who sees and sets a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Access {
    /// Shown, and ignored in payloads, so that what was read can be written back.
    ReadOnly,
    /// Shown, and set by callers.
    ReadWrite,
    /// Taken from payloads and not shown.
    WriteOnly,
}

/// What a field holds in a new record when the payload does not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Preset {
    Null,
    Flag(bool),
    Zero,
    Text(&'static str),
    EmptyList,
    EmptyObject,
    /// The user the token belongs to.
    Caller,
    /// The time of the request.
    Now,
}

/// The parts of an [`Form::Address`].
pub(crate) const ADDRESS_PARTS: [&str; 5] = ["line1", "city", "postal_code", "state", "country"];

/// One field of a resource.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) form: Form,
    pub(crate) access: Access,
    /// Whether it must be there and not be blank.
    pub(crate) required: bool,
    pub(crate) preset: Preset,
}

impl Field {
    const fn new(name: &'static str, form: Form, access: Access) -> Self {
        let preset = match form {
            Form::Texts | Form::Objects | Form::Ids(_) => Preset::EmptyList,
            Form::CustomFields(_) => Preset::EmptyObject,
            _ => Preset::Null,
        };
        Self {
            name,
            form,
            access,
            required: false,
            preset,
        }
    }

    /// Whether records show it.
    pub(crate) fn is_readable(&self) -> bool {
        self.access != Access::WriteOnly
    }

    /// Whether payloads may set it.
    pub(crate) fn is_writable(&self) -> bool {
        self.access != Access::ReadOnly
    }

    pub(super) const fn required(self) -> Self {
        Self {
            required: true,
            ..self
        }
    }

    pub(super) const fn starts(self, preset: Preset) -> Self {
        Self { preset, ..self }
    }
}

/// A field callers may set.
pub(super) const fn field(name: &'static str, form: Form) -> Field {
    Field::new(name, form, Access::ReadWrite)
}

/// A field only the server sets.
pub(super) const fn fixed(name: &'static str, form: Form) -> Field {
    Field::new(name, form, Access::ReadOnly)
}

/// A field callers set and nobody sees.
pub(super) const fn order(name: &'static str, form: Form) -> Field {
    Field::new(name, form, Access::WriteOnly)
}

pub(super) const ID: Field = fixed("id", Form::Number);
pub(super) const CREATOR_ID: Field = fixed("creator_id", Form::Id("users")).starts(Preset::Caller);
pub(super) const OWNER_ID: Field = field("owner_id", Form::Id("users")).starts(Preset::Caller);
pub(super) const CREATED_AT: Field = fixed("created_at", Form::Time).starts(Preset::Now);
pub(super) const UPDATED_AT: Field = fixed("updated_at", Form::Time).starts(Preset::Now);
pub(super) const TAGS: Field = field("tags", Form::Texts);
/// `resource_type` where all three main kinds of records are meant.
pub(super) const ATTACHED_TO: Form = Form::OneOf(&["lead", "contact", "deal"]);
