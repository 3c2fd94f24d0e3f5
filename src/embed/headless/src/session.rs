//! The class that scripts hold.

use std::rc::Rc;

use js_sys::{Array, Date, Function, Object, Promise};
use sell_elements::advice::Unsent;
use sell_elements::browser::task::spawn;
use sell_elements::browser::{Browser, Durability, Storage, json, page};
use sell_elements::door::{ErrorRecord, proof_word, read_options, settled_token};
use sell_elements::protocol::{ConfigError, Scopes};
use sell_elements::runtime::Runtime;
use sell_elements::sell::SELL;
use sell_elements::session::record::grant_key;
use sell_elements::session::settings::Page;
use sell_elements::session::view::Pasted;
use sell_elements::session::{Event, Lookup, Obstacle, Problem, Reason, Status, View};
use sell_elements::words::ErrorKind;
use wasm_bindgen::prelude::*;

use crate::convert::{
    accounts, get, options, promise, rejection, set, settled, token, without_raw,
};
use crate::request;
use crate::told::Told;

/// One named session of one client on this page.
#[wasm_bindgen]
pub struct Session {
    pub(crate) runtime: Runtime,
    pub(crate) told: Rc<Told>,
    inspect_only: bool,
}

impl std::fmt::Debug for Session {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Session").finish_non_exhaustive()
    }
}

impl Session {
    /// The session behind the class, for views.
    #[must_use]
    pub fn runtime(&self) -> &Runtime {
        &self.runtime
    }
}

#[wasm_bindgen]
impl Session {
    /// Starts a session; one that this tab keeps goes on.
    ///
    /// # Errors
    /// A `SellError` of kind `config_missing` that names the option which cannot work, or
    /// `insecure_context`.
    #[wasm_bindgen(constructor)]
    pub fn new(given: &JsValue) -> Result<Session, JsValue> {
        let given = options(given);
        let address = page::address().ok_or_else(|| config(&ConfigError::InsecurePage))?;
        let settings =
            read_options(&SELL, &given, &Page { address }).map_err(|error| config(&error))?;
        let mut browser = Browser::real();
        if given.text("storage") == Some("memory") {
            // One that the tab kept before is not for a page that wants none kept.
            browser.storage.remove(&grant_key(&settings));
            browser.storage = Storage::in_memory();
        }
        let runtime = Runtime::start(settings, browser);
        Ok(Self {
            told: Told::of(runtime.clone()),
            runtime,
            inspect_only: given.flag("inspect_only") == Some(true),
        })
    }

    /// The session as it is now, as a plain object.
    #[must_use]
    pub fn snapshot(&self) -> JsValue {
        accounts(self.told.snapshot().as_json())
    }

    /// Calls `listener(snapshot)` on every change. There is one listener, until the session is closed.
    pub fn subscribe(&self, listener: Function) {
        self.told.listener.replace(Some(listener));
        let told = Rc::clone(&self.told);
        spawn(async move { told.look() });
    }

    /// Signs in: by this tab, or by a window that opens at once, so inside a click. In a frame, and
    /// where nothing outlives the page, it is always a window. The promise gives `completed`, `blocked`, `cancelled` or `timed-out`,
    /// and is rejected with a `SellError` when the server or we refuse.
    #[wasm_bindgen(js_name = signIn)]
    #[expect(
        clippy::needless_pass_by_value,
        reason = "wasm-bindgen hands optional texts over by value"
    )]
    pub fn sign_in(&self, scope: Option<String>, mode: Option<String>) -> Promise {
        let scopes = match scope.as_deref().filter(|scope| !scope.is_empty()) {
            None => Some(self.runtime.settings().scopes.clone()),
            Some(text) => Scopes::parse(text),
        };
        let Some(scopes) = scopes.filter(|scopes| !scopes.is_empty() && !self.inspect_only) else {
            return settled(Err(config(&ConfigError::Scope)));
        };
        let by_window = mode.as_deref() == Some("popup")
            || page::is_framed()
            // Leaving the page would lose what the answer is recognised by.
            || self.runtime.durability() == Durability::Page;
        let runtime = self.runtime.clone();
        let before = runtime.view();
        // At once, so inside the click; but never while another token is being revoked.
        let begun = (!before.revoking).then(|| begin(&runtime, &scopes, by_window));
        promise(async move {
            let begun = if let Some(begun) = begun {
                begun
            } else {
                runtime.until(|view| !view.revoking).await;
                begin(&runtime, &scopes, by_window)
            };
            if !begun {
                return blocked(&runtime.view());
            }
            let is_known = |view: &View| view.status != Status::SigningIn && view.is_settled();
            let view = runtime.until(is_known).await;
            outcome(&view, serial(&view) != serial(&before))
        })
    }

    /// Sends a request to a path below the API base with the session's token; gives a `Response`
    /// of whatever status. Rejected with a `SellError` when nothing was sent or nothing readable
    /// came.
    pub fn request(&self, path: &str, init: &JsValue) -> Promise {
        let request = match request::read(path, init) {
            Ok(request) => request,
            Err(unsent) => return settled(Err(rejection(ErrorRecord::of_unsent(unsent)))),
        };
        let runtime = self.runtime.clone();
        promise(async move {
            match runtime.request(&request).await {
                Ok(response) => Ok(response.into_inner().into()),
                Err(refused) => {
                    let view = runtime.view();
                    let refusal = request::refusal(&refused, view.passport.as_ref());
                    Err(rejection(refusal))
                }
            }
        })
    }

    /// Gives the token, while it is live and known to be ours; `undefined` otherwise. The server is
    /// first asked whose it is. Whether a page may ask is decided by whoever wraps this class.
    pub fn token(&self) -> Promise {
        let runtime = self.runtime.clone();
        promise(async move {
            runtime.until(View::is_settled).await;
            Ok(runtime.reveal().into())
        })
    }

    /// Looks at a pasted text, of which nothing is stored; without one, asks the server again about
    /// the session's token. Gives a `TokenInfo`; rejected with a `SellError` where there is none to
    /// give.
    pub fn inspect(&self, given: &JsValue) -> Promise {
        let runtime = self.runtime.clone();
        let told = Rc::clone(&self.told);
        if given.is_undefined() || given.is_null() {
            runtime.dispatch(Event::InfoAsked);
            return promise(checked(runtime, told));
        }
        // What is no text holds no token, as an empty object written out does not.
        let text = given.as_string().unwrap_or_else(|| "{}".to_owned());
        runtime.dispatch(Event::Pasted(text));
        let pasted = runtime.pasted();
        promise(inspected(runtime, told, pasted))
    }

    /// Revokes the token and gives the proof: `confirmed`, `already-dead` or `unconfirmed`.
    pub fn revoke(&self) -> Promise {
        promise(revoked(self.runtime.clone()))
    }

    /// Signs out: as [`revoke`](Self::revoke), and told as what the person asked for. A window that
    /// asks for another token is given up. Gives `none` where no token is held. One that cannot be
    /// revoked is forgotten.
    #[wasm_bindgen(js_name = signOut)]
    pub fn sign_out(&self) -> Promise {
        self.runtime.cancel_popup();
        if self.runtime.view().passport.is_none() {
            return settled(Ok("none".into()));
        }
        self.told.signed_out.set(true);
        // At once: whoever calls may close the session before the promise begins.
        self.runtime.dispatch(Event::RevokeAsked);
        if !self.runtime.view().revoking {
            self.forget();
        }
        self.revoke()
    }

    /// Forgets the token in the tabs with this session. It still works until it ends. A sign-in by a
    /// window that is under way is given up.
    pub fn forget(&self) {
        self.runtime.cancel_popup();
        self.runtime.dispatch(Event::ForgetAsked);
    }

    /// What can be handed to support, as a plain object: no token, no raw answer.
    #[must_use]
    pub fn report(&self) -> JsValue {
        let written = json::value(self.told.snapshot().as_json());
        let report: JsValue = Object::new().into();
        let settings = self.runtime.settings();
        set(&report, "schema", &1.into());
        set(&report, "at", &Date::new_0().to_iso_string().into());
        set(&report, "version", &env!("CARGO_PKG_VERSION").into());
        set(&report, "clientId", &settings.client_id.as_str().into());
        set(
            &report,
            "redirectUri",
            &settings.redirect_uri.as_str().into(),
        );
        set(
            &report,
            "apiBase",
            &settings.endpoints.api_base.as_str().into(),
        );
        for name in ["status", "info", "error", "inspected", "durability"] {
            let member = get(&written, name);
            // What the server wrote may name people.
            without_raw(&member);
            set(&report, name, &member);
        }
        set(&report, "calls", &Array::new());
        report
    }

    /// Stops every timer, listener and channel, and gives a sign-in by a window up, which would
    /// otherwise never end. What this tab keeps stays kept.
    pub fn close(&self) {
        self.runtime.cancel_popup();
        self.told.close();
        self.runtime.close();
    }
}

fn config(error: &ConfigError) -> JsValue {
    rejection(ErrorRecord::of_config(error))
}

fn problem(view: &View) -> JsValue {
    let error = ErrorRecord::of_view(view);
    rejection(error.unwrap_or_else(|| ErrorRecord::of_kind(ErrorKind::Internal)))
}

/// Sends the person to the server. `false` where no window opened.
fn begin(runtime: &Runtime, scopes: &Scopes, by_window: bool) -> bool {
    if by_window {
        return runtime.sign_in_beside(scopes);
    }
    // Whoever goes by this tab is done with a window.
    runtime.cancel_popup();
    runtime.dispatch(Event::SignInAsked(scopes.clone()));
    true
}

/// Why the window did not open: the browser or the frame said no, or there is no randomness.
fn blocked(view: &View) -> Result<JsValue, JsValue> {
    match &view.problem {
        Some(Problem::Browser(Obstacle::NoRandomness) | Problem::Config(_)) => Err(problem(view)),
        _ => Ok("blocked".into()),
    }
}

/// What a sign-in came to; `is_new` says whether what is held now came by it.
fn outcome(view: &View, is_new: bool) -> Result<JsValue, JsValue> {
    let word = match (&view.problem, view.status) {
        (Some(Problem::Browser(Obstacle::PopupTimeout)), _) => "timed-out",
        (None, Status::Active | Status::Expiring) if is_new => "completed",
        (None, Status::Active | Status::Expiring | Status::SignedOut) => "cancelled",
        _ => return Err(problem(view)),
    };
    Ok(word.into())
}

/// Which grant is held.
fn serial(view: &View) -> Option<u32> {
    view.passport.as_ref().map(|passport| passport.serial)
}

/// What came of looking at a pasted text. One token is looked at at a time: what is said of another
/// that came meanwhile is not said of this one.
async fn inspected(
    runtime: Runtime,
    told: Rc<Told>,
    ours: Option<u32>,
) -> Result<JsValue, JsValue> {
    let view = runtime
        .until(|view| match &view.pasted {
            Pasted::Held { verdict, .. } => !verdict.is_asking(),
            Pasted::Nothing | Pasted::Unrecognised(_) => true,
        })
        .await;
    if runtime.pasted() != ours {
        return Err(rejection(ErrorRecord::of_unsent(Unsent::Aborted)));
    }
    match &view.pasted {
        Pasted::Held { .. } => {
            let print = runtime.fingerprint(ours).await;
            told.look();
            settled_token(&view, &print)
                .map(token)
                .map_err(|error| rejection(*error))
        }
        Pasted::Unrecognised(fault) => Err(rejection(ErrorRecord::of_paste(*fault))),
        Pasted::Nothing => Err(rejection(ErrorRecord::of_kind(
            ErrorKind::PasteUnrecognised,
        ))),
    }
}

/// What the server says of the session's token now.
async fn checked(runtime: Runtime, told: Rc<Told>) -> Result<JsValue, JsValue> {
    let view = runtime
        .until(|view| match &view.passport {
            Some(passport) => !matches!(passport.lookup, Lookup::Asking(_)),
            None => true,
        })
        .await;
    told.look();
    match told.info() {
        Some(record) => Ok(token(record)),
        None => Err(match ErrorRecord::of_view(&view) {
            Some(error) => rejection(error),
            None => rejection(ErrorRecord::of_unsent(Unsent::NotSignedIn)),
        }),
    }
}

async fn revoked(runtime: Runtime) -> Result<JsValue, JsValue> {
    // What was held before a sign-in by a window is what is to be revoked.
    runtime.cancel_popup();
    if runtime.view().passport.is_none() {
        return Err(rejection(ErrorRecord::of_unsent(Unsent::NotSignedIn)));
    }
    runtime.dispatch(Event::RevokeAsked);
    let view = runtime.until(|view| !view.revoking).await;
    match &view.reason {
        Some(Reason::Revoked { proof, .. }) => Ok(proof_word(proof).into()),
        _ => Err(problem(&view)),
    }
}
