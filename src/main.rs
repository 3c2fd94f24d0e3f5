//! The page's entry: read the settings, start the session, draw the app. Nothing else.

use sell_elements::app::{App, AppProps};
use sell_elements::browser::{Browser, http, page};
use sell_elements::protocol::ConfigError;
use sell_elements::runtime::Runtime;
use sell_elements::sell::SELL;
use sell_elements::session::Settings;
use sell_elements::session::settings::Page;

/// A small allocator; the page is one thread and holds little.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// The deployer's settings, beside the page.
const SETTINGS_FILE: &str = "config.json";

fn main() {
    wasm_bindgen_futures::spawn_local(async {
        let start = start().await;
        if let Some(root) = page::root() {
            yew::Renderer::<App>::with_root_and_props(root, AppProps { start }).render();
        }
    });
}

async fn start() -> Result<Runtime, ConfigError> {
    let json = http::fetch_json(SETTINGS_FILE)
        .await
        .ok_or(ConfigError::Unreadable)?;
    let page = Page {
        address: page::address().ok_or(ConfigError::InsecurePage)?,
    };
    let settings = Settings::for_setup(&SELL, &json, &page)?;
    Ok(Runtime::start(settings, Browser::real()))
}
