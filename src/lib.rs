//! The OAuth 2.0 implicit grant of Zendesk Sell as a careful browser component.
pub mod components;
pub mod words;
