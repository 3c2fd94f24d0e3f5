//! The class that an element holds.

use js_sys::{Array, Function};
use sell_elements::app::{HostDeed, PanelKind, PanelProps};
use sell_elements::protocol::{Scope, Scopes};
use sell_elements::runtime::Runtime;
use sell_headless::Session;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::Callback;

use crate::options::{calls, kind, read};
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
    /// it says by `host(deed, detail)`, inside the person's click.
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
        if let Some(root) = &mut self.root {
            root.show(PanelProps {
                session: self.session.clone(),
                kind: self.kind,
                options: read(options),
                calls: calls(options),
                on_deed: self.on_deed.clone(),
            });
        }
    }

    /// Takes it out of its element.
    pub fn destroy(self) {
        if let Some(root) = self.root {
            root.free();
        }
    }
}

/// Tells the host; one that throws throws at itself.
fn say(host: &Function, deed: HostDeed) {
    let (word, detail) = match deed {
        HostDeed::SignIn(scopes) => ("sign-in", list(&scopes)),
        HostDeed::UseThisTab(scopes) => ("use-this-tab", list(&scopes)),
        HostDeed::CancelSignIn => ("cancel-sign-in", JsValue::UNDEFINED),
        HostDeed::SignOut => ("sign-out", JsValue::UNDEFINED),
        HostDeed::Run(place) => ("run", place.into()),
        HostDeed::Stop(place) => ("stop-call", place.into()),
    };
    let _ = host.call2(&JsValue::UNDEFINED, &word.into(), &detail);
}

fn list(scopes: &Scopes) -> JsValue {
    scopes
        .iter()
        .map(Scope::as_str)
        .map(JsValue::from)
        .collect::<Array>()
        .into()
}
