//! What an element's attributes say, as its class hands them over.

use js_sys::Reflect;
use sell_elements::app::{PanelKind, PanelOptions, Specimens, Variant};
use wasm_bindgen::JsValue;

/// Reads the kind of a panel. The classes know no other word; any other is the sign-in panel.
pub(crate) fn kind(word: &str) -> PanelKind {
    match word {
        "token" => PanelKind::Token,
        "scopes" => PanelKind::Scopes,
        _ => PanelKind::SignIn,
    }
}

/// Reads the options of a panel. What is not there or of another type is the default: the classes
/// have warned of it.
pub(crate) fn read(options: &JsValue) -> PanelOptions {
    let get = |name: &str| Reflect::get(options, &name.into()).unwrap_or(JsValue::UNDEFINED);
    let text = |name: &str| get(name).as_string();
    let flag = |name: &str| get(name).as_bool() == Some(true);
    PanelOptions {
        variant: match text("variant").as_deref() {
            Some("badge") => Variant::Badge,
            Some("card") => Variant::Card,
            _ => Variant::Button,
        },
        label: text("label").filter(|label| !label.is_empty()),
        disabled: flag("disabled"),
        source: match text("source").as_deref() {
            Some("session") => Specimens::Session,
            Some("paste") => Specimens::Paste,
            _ => Specimens::Both,
        },
        no_revoke: flag("noRevoke"),
        no_reveal: flag("noReveal"),
        heading_level: level(&get("headingLevel")),
        speaks: flag("speaks"),
    }
}

/// A level of headings, 0 where none is given.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "`as` saturates, and levels beyond six become six"
)]
fn level(value: &JsValue) -> u8 {
    value.as_f64().unwrap_or(0.0) as u8
}
