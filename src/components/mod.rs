//! Presentational components: plain properties in, callbacks out, one component a file.
//!
//! They know nothing of the session, the network, storage, the clock or the address. They take
//! ready text by properties, or constant words from [`crate::words`]. Classes repeat the
//! component's name (`sell-verdict`), and the tone of an answer is the attribute `data-tone`.
//!
//! None renders to nothing: a sibling that vanishes beside an empty component makes Yew 0.23 fail
//! in `insertBefore`, so what comes and goes sits inside an element that stays.

// The macro writes a public unit struct for each component, and it has nothing to show.
#![allow(missing_debug_implementations)]
// A tag whose name is computed makes the macro match on `_` where `()` would do.
#![allow(clippy::ignored_unit_patterns)]

mod badge;
mod button;
mod call_row;
mod call_table;
mod cell;
mod check_list;
mod confirm_dialog;
#[cfg(test)]
mod contrast;
mod copy_button;
mod copy_field;
mod countdown;
mod facts;
mod focus;
mod glyph;
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
mod theme_toggle;
mod token_field;
mod tone;
mod verdict;

pub use badge::{Badge, BadgeProps};
pub use button::{Button, ButtonProps, Kind};
pub use call_row::{CallCell, CallRow};
pub use call_table::{CallTable, CallTableProps};
pub use cell::Cell;
pub use check_list::{CheckList, CheckListProps, CheckRow};
pub use confirm_dialog::{ConfirmDialog, ConfirmDialogProps};
pub use copy_button::{CopyButton, CopyButtonProps};
pub use copy_field::{CopyField, CopyFieldProps};
pub use countdown::{Countdown, CountdownProps};
pub use facts::{Fact, Facts, FactsProps};
pub use focus::use_focus_on;
pub use glyph::{Glyph, GlyphProps};
pub use notice::{Notice, NoticeProps, Quotation};
pub use panel::{Panel, PanelProps};
pub use parameter_table::{ParameterRow, ParameterTable, ParameterTableProps};
pub use passport::{Passport, PassportProps, PassportRow};
pub use paste_form::{PasteForm, PasteFormProps, Trouble};
pub use raw_json::{RawJson, RawJsonProps};
pub use scope_picker::{ScopeChoice, ScopePicker, ScopePickerProps};
pub use sign_in_button::{SignInButton, SignInButtonProps};
pub use site_header::{SiteHeader, SiteHeaderProps, Tab};
pub use skeleton::{Skeleton, SkeletonProps};
pub use status_region::{StatusRegion, StatusRegionProps};
pub use tab_notice::TabNotice;
pub use theme_toggle::{Theme, ThemeToggle, ThemeToggleProps};
pub use token_field::{TokenField, TokenFieldProps};
pub use tone::Tone;
pub use verdict::{Verdict, VerdictProps};
