//! The page's address, and what the capture script left on the page.

use js_sys::{Function, Object, Reflect, Symbol};
use wasm_bindgen::{JsCast, JsValue};

use super::error::BrowserError;
use super::json;
use super::object::{get, of_window, text};
use crate::protocol::{HttpUrl, Json};

/// What the capture script could not store and hands over in memory.
#[derive(Debug, Default)]
pub struct Captured {
    /// The record of a grant.
    pub grant: Option<Json>,
    /// The record of an outcome.
    pub outcome: Option<Json>,
}

/// Takes what the capture script left on this page. The second call finds nothing, so an
/// answer has one consumer, however many sessions start.
#[must_use]
pub fn take_captured() -> Captured {
    take_cell().unwrap_or_default()
}

fn take_cell() -> Option<Captured> {
    let window = web_sys::window()?;
    let cell = Reflect::get(&window, &Symbol::for_("sell-elements.capture")).ok()?;
    let left = cell
        .dyn_into::<Function>()
        .ok()?
        .call0(&JsValue::UNDEFINED)
        .ok()?;
    let record = |name| text(&left, name).and_then(|text| json::parse(&text));
    Some(Captured {
        grant: record("grant"),
        outcome: record("outcome"),
    })
}

/// Origin and path of the page, without query and fragment; nothing where the page came neither over
/// https nor from this machine.
#[must_use]
pub fn address() -> Option<HttpUrl> {
    let location = of_window("location");
    let address = [text(&location, "origin")?, text(&location, "pathname")?].concat();
    HttpUrl::parse(&address).ok()
}

/// The origin of the page.
#[must_use]
pub fn origin() -> Option<String> {
    text(&of_window("location"), "origin")
}

/// The whole address, to come back to after signing in.
#[must_use]
pub fn href() -> Option<String> {
    text(&of_window("location"), "href")
}

/// The value of a query parameter of the page.
#[must_use]
pub fn query(name: &str) -> Option<String> {
    let search = web_sys::window()?.location().search().ok()?;
    web_sys::UrlSearchParams::new_with_str(&search)
        .ok()?
        .get(name)
}

/// Whether another page shows this one in a frame.
#[must_use]
pub fn is_framed() -> bool {
    web_sys::window().is_some_and(|window| {
        let parent = get(&window, "parent");
        parent.is_object() && !Object::is(&parent, &window)
    })
}

/// Whether this page is in a frame whose tab belongs to another origin: what the browser keeps for
/// it here is not what it keeps for it in a tab of its own.
#[must_use]
pub fn is_in_foreign_frame() -> bool {
    let top = of_window("top");
    top.is_object() && text(&get(&top, "location"), "href").is_none()
}

/// Sends this tab to an address that was built from a parsed endpoint.
///
/// # Errors
/// When the browser refuses to navigate.
pub fn leave_for(url: &str) -> Result<(), BrowserError> {
    let window = web_sys::window().ok_or(BrowserError::Missing)?;
    Ok(window.location().assign(url)?)
}

/// Opens this very address in a tab of its own, which knows nothing of this one.
pub fn open_in_new_tab() {
    let opened = href().zip(web_sys::window()).map(|(href, window)| {
        window.open_with_url_and_target_and_features(&href, "_blank", "noopener")
    });
    drop(opened);
}

/// Puts a view's name into the address as a new history entry.
pub fn push_view(view: &str) {
    let pushed = web_sys::window().and_then(|window| window.history().ok());
    if let Some(history) = pushed {
        // Where the browser refuses, the view still changes; only Back does not know it.
        drop(history.push_state_with_url(&JsValue::NULL, "", Some(&["?view=", view].concat())));
    }
}

/// Puts these parameters into the address in place of its query and fragment. No history entry is
/// made, and the page stays.
pub fn replace_query(parameters: &[(&str, String)]) {
    let Some((window, query)) = web_sys::window().zip(web_sys::UrlSearchParams::new().ok()) else {
        return;
    };
    for (name, value) in parameters {
        query.append(name, value);
    }
    let (history, path) = (window.history(), window.location().pathname());
    if let (Ok(history), Ok(path)) = (history, path) {
        let query = String::from(query.to_string());
        let mark = if query.is_empty() { "" } else { "?" };
        let address = [path.as_str(), mark, &query].concat();
        // Where the browser refuses, the page works on; only the link does not follow.
        drop(history.replace_state_with_url(&JsValue::NULL, "", Some(&address)));
    }
}

/// The id of the element that the app is drawn into.
pub const ROOT_ID: &str = "app";

/// The element that the app is drawn into.
#[must_use]
pub fn root() -> Option<web_sys::Element> {
    web_sys::window()?.document()?.get_element_by_id(ROOT_ID)
}

/// Writes the public status onto the root element.
pub fn show_status(status: &str) {
    if let Some(root) = root() {
        drop(root.set_attribute("data-status", status));
    }
}

/// Forces a theme on the document, or leaves it to the system.
pub fn show_theme(theme: Option<&str>) {
    let html = web_sys::window().and_then(|window| window.document()?.document_element());
    if let Some(html) = html {
        drop(match theme {
            Some(theme) => html.set_attribute("data-theme", theme),
            None => html.remove_attribute("data-theme"),
        });
    }
}

/// Whether the page may use what browsers keep for secure pages.
#[must_use]
pub fn is_secure() -> bool {
    web_sys::window().is_some_and(|window| window.is_secure_context())
}

/// Whether the capture script ran on this page.
#[must_use]
pub fn has_capture() -> bool {
    let cell = web_sys::window()
        .and_then(|window| Reflect::get(&window, &Symbol::for_("sell-elements.capture")).ok());
    cell.is_some_and(|cell| cell.is_function())
}

/// Loads the page anew.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        drop(window.location().reload());
    }
}

/// Whether an element may take the focus: on a page of ours always, in a shadow tree only if the focus
/// is in it already, or nowhere.
#[must_use]
#[expect(
    clippy::needless_pass_by_value,
    reason = "callers have just made it from a reference to a node"
)]
pub fn may_take_focus(element: web_sys::Element) -> bool {
    let host = get(&element.get_root_node(), "host");
    let Some(node) = host.dyn_ref::<web_sys::Node>() else {
        return true;
    };
    let active = get(&node.get_root_node(), "activeElement");
    active.is_null() || active == host || active == get(&of_window("document"), "body")
}
