//! The panels of sell-elements in a page written in Yew: native components, one session.

mod config;
mod page;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use config::Config;
use page::Page;

/// On your own page the configuration is a constant. Here it comes from config.json, so that the
/// same build works on any machine.
#[component]
fn App() -> Html {
    let config = use_state(|| None::<Config>);
    {
        let config = config.setter();
        use_effect_with((), move |()| {
            spawn_local(async move { config.set(Config::load().await) });
        });
    }
    match &*config {
        Some(config) => html! { <Page config={config.clone()} /> },
        None => html! { <p>{ "Loading" }</p> },
    }
}

fn main() {
    yew::Renderer::<App>::new().render();
}
