//! What an element's attributes say, as its class hands them over.

use js_sys::Reflect;
use sell_elements::app::{Calls, PanelKind, PanelOptions, Specimens, Variant};
use sell_elements::browser::json;
use wasm_bindgen::JsValue;

use crate::calls::offered;
use crate::language::spoken;

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
    let text = |name| member(options, name).as_string();
    let flag = |name| member(options, name).as_bool() == Some(true);
    PanelOptions {
        variant: match text("variant").as_deref() {
            Some("badge") => Variant::Badge,
            Some("card") => Variant::Card,
            _ => Variant::Button,
        },
        label: text("label").filter(|label| !label.is_empty()),
        labelled: flag("labelled"),
        disabled: flag("disabled"),
        source: match text("source").as_deref() {
            Some("session") => Specimens::Session,
            Some("paste") => Specimens::Paste,
            _ => Specimens::Both,
        },
        no_revoke: flag("noRevoke"),
        no_reveal: flag("noReveal"),
        heading_level: level(&member(options, "headingLevel")),
        left_out: flag("leftOut"),
        speaks: flag("speaks"),
        language: spoken(options),
    }
}

/// Reads the calls of a panel. Only the scopes panel has any.
pub(crate) fn calls(options: &JsValue) -> Calls {
    let calls = json::read(&member(options, "calls"));
    let last = member(options, "last").as_string();
    calls.map_or_else(Calls::default, |calls| Calls::of_host(offered(calls, last)))
}

pub(crate) fn member(options: &JsValue, name: &str) -> JsValue {
    Reflect::get(options, &name.into()).unwrap_or(JsValue::UNDEFINED)
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
