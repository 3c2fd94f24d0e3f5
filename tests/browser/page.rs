//! What the tests do to the page: a pretended network, a storage that refuses, a moved clock.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::Promise;
use sell_elements::browser::{Browser, Clock, Storage, json, page};
use sell_elements::protocol::Now;
use sell_elements::runtime::Runtime;
use sell_elements::sell::SELL;
use sell_elements::session::settings::Page;
use sell_elements::session::{Settings, View};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

pub const TOKEN: &str = "0123456789abcdef0123456789abcdef";
pub const GRANT_KEY: &str = "sell-elements:grant:ours:default";
pub const START: Now = Now {
    wall: 1_760_000_000_000,
    mono: 1_760_000_000_000,
};

#[wasm_bindgen(inline_js = r#"
const real = globalThis.fetch;
let calls = [];
export function pretend(status, body) {
  calls = [];
  globalThis.fetch = async (request) => {
    calls.push(request.method + " " + request.url);
    if (status === 1) throw "no error";
    if (status === 0) throw new TypeError("Failed to fetch");
    return new Response(body, { status, headers: { "content-type": "application/json" } });
  };
}
export function calls_made() { return calls.join("\n"); }
export function restore_fetch() { globalThis.fetch = real; }

const descriptor = Object.getOwnPropertyDescriptor(window, "sessionStorage")
  ?? Object.getOwnPropertyDescriptor(Window.prototype, "sessionStorage");
export function block_storage() {
  Object.defineProperty(window, "sessionStorage", {
    configurable: true,
    get() { throw new DOMException("The operation is insecure.", "SecurityError"); },
  });
}
export function allow_storage() { Object.defineProperty(window, "sessionStorage", descriptor); }
export function fill_storage() {
  for (let size = 4194304; size >= 1; size = Math.floor(size / 2)) {
    for (let n = 0; n < 8; n++) {
      try { sessionStorage.setItem("fill" + size + "-" + n, "x".repeat(size)); } catch { break; }
    }
  }
}
export function hand_over(grant) {
  let left = { grant };
  Object.defineProperty(window, Symbol.for("sell-elements.capture"), {
    configurable: true,
    value: () => { const given = left; left = null; return given; },
  });
}
export function take_away() { delete window[Symbol.for("sell-elements.capture")]; }
"#)]
extern "C" {
    /// From now on every request is answered like this; status 0 is "nothing readable", and 1
    /// the same by a script of the page that throws a text.
    pub fn pretend(status: u16, body: &str);
    /// The requests since then, a line each.
    pub fn calls_made() -> String;
    pub fn restore_fetch();
    pub fn block_storage();
    pub fn allow_storage();
    /// Fills session storage to the last unit.
    pub fn fill_storage();
    /// Leaves a record for one taker, as the capture script does.
    pub fn hand_over(grant: &str);
    pub fn take_away();
}

/// A token info that names us.
pub const OURS: &str =
    r#"{"resource_owner_id":1,"scope":["read"],"expires_in":3000,"application":{"uid":"ours"}}"#;

/// Settings for this page, whose server is pretended.
pub fn settings() -> Settings {
    let json = json::parse(
        r#"{"client_id":"ours","scopes":["read"],"auth_base":"https://auth.example","api_base":"https://api.example"}"#,
    );
    let page = Page {
        address: page::address().unwrap(),
    };
    Settings::read(&SELL, &json.unwrap(), &page).unwrap()
}

/// The record of a grant of these settings, as the capture script writes it.
pub fn record() -> String {
    let settings = settings();
    format!(
        r#"{{"v":1,"client_id":"ours","session":"default",
        "authorization_endpoint":"https://auth.example/oauth2/authorize",
        "token_info_endpoint":"https://api.example/oauth2/token/info",
        "revocation_endpoint":"https://api.example/oauth2/revoke",
        "api_base":"https://api.example","redirect_uri":"{}",
        "access_token":"{TOKEN}","asked":"read","said":null,"expires_in":3600,
        "received_at":{},"received_mono":{},"via":"redirect"}}"#,
        settings.redirect_uri.as_str(),
        START.wall,
        START.mono,
    )
}

/// A clock that a test moves.
pub fn clock() -> (Clock, Rc<Cell<Now>>) {
    let now = Rc::new(Cell::new(START));
    let read = Rc::clone(&now);
    (Clock::from_fn(move || read.get()), now)
}

/// A runtime over the tab's own storage, with a clock that a test moves.
pub fn start() -> (Runtime, Rc<Cell<Now>>) {
    let (clock, now) = clock();
    (
        Runtime::start(
            settings(),
            Browser {
                clock,
                storage: Storage::Tab,
            },
        ),
        now,
    )
}

/// An empty tab with a record in it, or without.
pub fn tab_with(record: Option<&str>) {
    let storage = web_sys::window()
        .unwrap()
        .session_storage()
        .unwrap()
        .unwrap();
    storage.clear().unwrap();
    if let Some(record) = record {
        storage.set_item(GRANT_KEY, record).unwrap();
    }
}

/// Waits until the session looks like that.
pub async fn until(runtime: &Runtime, wanted: fn(&View) -> bool) -> Rc<View> {
    let resolve: Rc<Cell<Option<js_sys::Function>>> = Rc::default();
    let promise = Promise::new(&mut |settle, _| resolve.set(Some(settle)));
    let settle = move |view: &View| {
        if wanted(view)
            && let Some(settle) = resolve.take()
        {
            settle.call0(&JsValue::NULL).unwrap();
        }
    };
    settle(&runtime.view());
    let subscription = runtime.subscribe(move |view| settle(view));
    JsFuture::from(promise).await.unwrap();
    drop(subscription);
    runtime.view()
}
