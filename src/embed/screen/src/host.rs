//! The live elements, as a page meets them: by their events, properties and methods.

use js_sys::{Array, Date, Function, JSON, Promise, Reflect};
use sell_elements::browser::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CustomEvent, Element, Event};

use crate::contract::EVENTS;
use crate::held::Held;
use crate::state::{Action, Check};

/// Listens for every event of the contract at an element around the live ones.
pub(crate) fn listen(
    stage: &Element,
    hear: impl Fn(Action) + Clone + 'static,
) -> Vec<EventListener> {
    let listen = |name: &&'static str| {
        let hear = hear.clone();
        EventListener::new(stage, name, move |event| hear(heard(event)))
    };
    EVENTS.iter().map(listen).collect()
}

fn heard(event: &Event) -> Action {
    let detail = event.dyn_ref::<CustomEvent>().map(CustomEvent::detail);
    let space = JsValue::from_f64(2.0);
    let detail = detail
        .and_then(|detail| {
            JSON::stringify_with_replacer_and_space(&detail, &JsValue::NULL, &space).ok()
        })
        .and_then(|text| text.as_string());
    Action::Heard {
        name: event.type_(),
        at: Date::new_0().to_locale_time_string("en-GB").into(),
        detail: detail.unwrap_or_default(),
    }
}

/// The session that a sign-in element holds.
pub(crate) fn held(sign_in: &Element) -> Held {
    let get = |name: &str| property(sign_in, name);
    let scopes: Array = get("grantedScopes").dyn_into().unwrap_or_default();
    let expires_at = get("expiresAt").as_string();
    Held {
        status: get("status").as_string().unwrap_or_default(),
        scopes: scopes.join(", ").into(),
        expires_at: expires_at.map(|text| Date::parse(&text)),
    }
}

/// Has a sign-in element look at the page; nothing where it does not answer.
pub(crate) async fn check(sign_in: Element) -> Option<Vec<Check>> {
    let method: Function = property(&sign_in, "check").dyn_into().ok()?;
    let promise: Promise = method.call0(&sign_in).ok()?.dyn_into().ok()?;
    let checks: Array = JsFuture::from(promise).await.ok()?.dyn_into().ok()?;
    Some(checks.iter().map(|check| line(&check)).collect())
}

fn line(check: &JsValue) -> Check {
    let text = |name: &str| property(check, name).as_string().unwrap_or_default();
    Check {
        id: text("id"),
        ok: property(check, "ok").as_bool(),
        found: text("found"),
        fix: text("fix"),
    }
}

fn property(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or(JsValue::UNDEFINED)
}
