//! The class that an element holds.

use js_sys::{Array, Function};
use sell_elements::app::{HostDeed, PanelKind, PanelOptions, PanelProps};
use sell_elements::browser::json;
use sell_elements::protocol::json::Members;
use sell_elements::protocol::{CallSpec, Json, Scope, Scopes};
use sell_elements::runtime::{CallOutcome, Runtime};
use sell_headless::Session;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::Callback;

use crate::options::{kind, read};
use crate::root::Root;

/// One panel, drawn into an element of its own. It shows a session and owns none.
#[wasm_bindgen]
pub struct Panel {
    /// None where the page has no document to make one in, as while it goes.
    root: Option<Root>,
    session: Runtime,
    kind: PanelKind,
    on_deed: Callback<HostDeed>,
}

impl std::fmt::Debug for Panel {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Panel")
            .field("kind", &self.kind)
            .finish_non_exhaustive()
    }
}

#[wasm_bindgen]
impl Panel {
    /// Draws a panel into an empty element that nobody else draws into. What it leaves to its host
    /// it says by `host(deed, scopes)`, inside the person's click.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(
        mount: &Element,
        word: &str,
        session: &Session,
        options: &JsValue,
        host: Function,
    ) -> Panel {
        let (session, kind) = (session.runtime().clone(), kind(word));
        let on_deed = Callback::from(move |deed| say(&host, deed));
        let mut panel = Self {
            root: Root::within(mount),
            session,
            kind,
            on_deed,
        };
        panel.update(options);
        panel
    }

    /// Draws it anew with other options.
    pub fn update(&mut self, options: &JsValue) {
        let props = props(&self.session, self.kind, read(options), &self.on_deed);
        if let Some(root) = &mut self.root {
            root.show(props);
        }
    }

    /// Takes it out of its element.
    pub fn destroy(self) {
        if let Some(root) = self.root {
            root.free();
        }
    }
}

fn props(
    session: &Runtime,
    kind: PanelKind,
    options: PanelOptions,
    on_deed: &Callback<HostDeed>,
) -> PanelProps {
    PanelProps {
        session: session.clone(),
        kind,
        options,
        on_deed: on_deed.clone(),
    }
}

/// Tells the host; one that throws throws at itself.
fn say(host: &Function, deed: HostDeed) {
    let (word, detail) = match deed {
        HostDeed::SignIn(scopes) => ("sign-in", list(&scopes)),
        HostDeed::UseThisTab(scopes) => ("use-this-tab", list(&scopes)),
        HostDeed::CancelSignIn => ("cancel-sign-in", JsValue::UNDEFINED),
        HostDeed::SignOut => ("sign-out", JsValue::UNDEFINED),
        HostDeed::Called(call, outcome) => ("called", called(call, &outcome)),
    };
    let _ = host.call2(&JsValue::UNDEFINED, &word.into(), &detail);
}

/// What a call brought, without any body.
fn called(call: &CallSpec, outcome: &CallOutcome) -> JsValue {
    let failure = outcome.result.as_ref().err();
    let status = match &outcome.result {
        Ok((status, _)) => Some(*status),
        Err(failure) => failure.status,
    };
    let mut members = Members::default();
    members.put("id", call.id);
    members.put("status", Json::or_null(status.map(u64::from)));
    members.put("ms", outcome.milliseconds);
    let report = failure.map(|failure| &failure.report);
    members.put_known("code", report.and_then(|report| report.code.as_deref()));
    members.put_known(
        "logref",
        report.and_then(|report| report.reference.as_deref()),
    );
    json::value(&members.into())
}

fn list(scopes: &Scopes) -> JsValue {
    scopes
        .iter()
        .map(Scope::as_str)
        .map(JsValue::from)
        .collect::<Array>()
        .into()
}
