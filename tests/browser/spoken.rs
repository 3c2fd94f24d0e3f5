//! Native components in the language that they are given.

use sell_elements::words::time::Unit;
use sell_elements::words::{Language, Spoken};
use sell_elements::yew::SellSignIn;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;
use yew::prelude::*;

use crate::page::tab_with;

/// One text of German.
struct Little;

impl Language for Little {
    fn text(&self, english: &'static str) -> Option<&'static str> {
        (english == "Sign in to Sell").then_some("Bei Sell anmelden")
    }

    fn amount(&self, _count: u64, _unit: Unit) -> Option<String> {
        None
    }

    fn clock_times(&self, _wall: u64) -> Option<[String; 2]> {
        None
    }
}

/// One component in German and one in English, each of a session of its own.
#[component]
fn Page() -> Html {
    let language = Spoken(&Little);
    html! {
        <>
            <SellSignIn session="german" client_id="ours" scope="read" {language} />
            <SellSignIn session="english" client_id="ours" scope="read" />
        </>
    }
}

#[wasm_bindgen_test]
async fn a_native_component_speaks_the_language_that_it_is_given() {
    tab_with(None);
    let document = web_sys::window().unwrap().document().unwrap();
    let host = document.create_element("div").unwrap();
    document.body().unwrap().append_child(&host).unwrap();
    let page = yew::Renderer::<Page>::with_root(host.clone()).render();
    let expected = ["Bei Sell anmelden", "Sign in to Sell"];
    while buttons(&host) != expected {
        yew::scheduler::flush().await;
        let turn = js_sys::Promise::resolve(&JsValue::NULL);
        JsFuture::from(turn).await.unwrap();
    }
    page.destroy();
    host.remove();
}

/// The words of all buttons.
fn buttons(host: &Element) -> Vec<String> {
    let found = host.query_selector_all("button").unwrap();
    let words = (0..found.length()).map(|place| found.get(place).unwrap().text_content());
    words.map(Option::unwrap_or_default).collect()
}
