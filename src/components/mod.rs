//! Presentational components: plain values in, callbacks out, one component a file.
//!
//! They know nothing of the session, the network, storage, the clock or the address. They take
//! ready text, or constant words from [`crate::words`]. Classes repeat the component's name
//! (`sell-verdict`), and the tone of an answer is the attribute `data-tone`.
//!
//! Each is a function that returns an [`Element`], or a struct of named values with a `view`. None
//! has a life of its own: a Yew component costs two kilobytes before it shows anything, and the
//! whole page is drawn again from the session's snapshot anyway.

mod badge;
mod button;
mod call_row;
mod call_table;
mod cell;
mod check_list;
mod choice;
mod confirm_dialog;
#[cfg(test)]
mod contrast;
mod copy_button;
mod copy_field;
mod countdown;
pub mod element;
mod facts;
mod focus;
mod glyph;
mod heading;
mod markup;
mod notice;
mod panel;
mod parameter_table;
mod passport;
mod paste_form;
mod raw_json;
mod scope_picker;
mod sign_in_button;
mod site_header;
mod skeleton;
mod status_region;
mod tab_notice;
mod table;
mod theme_toggle;
mod token_field;
mod tone;
mod verdict;

pub use badge::badge;
pub use button::{Kind, button, plain_button};
pub use call_row::{CallCell, CallRow};
pub use call_table::call_table;
pub use cell::{Missing, code, missing, tags, value};
pub use check_list::{check, check_list};
pub use choice::choice;
pub use confirm_dialog::{ConfirmDialog, DialogNodes};
pub use copy_button::copy_button;
pub use copy_field::CopyField;
pub use countdown::countdown;
pub use element::{Element, el};
pub use facts::{fact, facts};
pub use focus::focus;
pub use glyph::glyph;
pub use notice::Notice;
pub use panel::panel;
pub use parameter_table::{parameter, parameter_table};
pub use passport::{account, account_row, passport, passport_row};
pub use paste_form::{PasteForm, PasteWords, Trouble};
pub use raw_json::raw_json;
pub use scope_picker::{scope_box, scope_picker};
pub use sign_in_button::sign_in_button;
pub use site_header::{site_header, tab};
pub use skeleton::skeleton;
pub use status_region::status_region;
pub use tab_notice::tab_notice;
pub use theme_toggle::{Theme, theme_toggle};
pub use token_field::TokenField;
pub use tone::Tone;
pub use verdict::Verdict;
