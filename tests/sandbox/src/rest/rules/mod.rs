//! What follows from the fields of a record, and what does not go together, resource by resource.

pub(crate) mod activities;
pub(crate) mod catalogue;
pub(crate) mod deals;
mod lead_conversion;
pub(crate) mod people;
