//! The query parameters that narrow a list.

use super::Kind;

/// One family of parameters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Filter {
    /// The field with this name equals the value.
    Field(&'static str),
    /// `address[city]` and the other parts equal the value.
    Address,
    /// `custom_fields[…]` of this kind equals the value.
    Custom(Kind),
    /// `q` occurs in the field with this name.
    Words(&'static str),
    /// `remind`: whether there is a reminder.
    Reminder,
    /// `overdue`: whether the due date is over.
    Overdue,
    /// `type`: `related` to a record, or `floating`.
    Relation,
}

impl Filter {
    /// The name of the parameter; of a family, as a pattern.
    pub(crate) fn parameter(self) -> &'static str {
        match self {
            Self::Field(name) => name,
            Self::Address => "address[…]",
            Self::Custom(_) => "custom_fields[…]",
            Self::Words(_) => "q",
            Self::Reminder => "remind",
            Self::Overdue => "overdue",
            Self::Relation => "type",
        }
    }

    /// What the parameter does, in a sentence.
    pub(crate) fn about(self) -> String {
        match self {
            Self::Field(name) => format!("Only records whose `{name}` equals this."),
            Self::Address => {
                "Only records with this `city`, `postal_code`, `state` or `country`.".to_owned()
            }
            Self::Custom(_) => "Only records with this value in the custom field named.".to_owned(),
            Self::Words(field) => format!("Only records with this text in `{field}`."),
            Self::Reminder => "Only tasks with a reminder, or without.".to_owned(),
            Self::Overdue => "Only tasks that are overdue, or that are not.".to_owned(),
            Self::Relation => {
                "`related`: only tasks attached to a record; `floating`: only others.".to_owned()
            }
        }
    }
}
