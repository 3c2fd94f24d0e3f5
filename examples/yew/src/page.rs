//! The page itself.

use sell_elements::protocol::ApiPath;
use sell_elements::runtime::{HostRequest, Runtime};
use sell_elements::session::{Event, Via};
use sell_elements::yew::{Sell, SellSignIn, SellToken, use_sell};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::config::Config;

#[derive(Debug, Clone, PartialEq, Properties)]
pub struct PageProps {
    pub config: Config,
}

#[component]
pub fn Page(props: &PageProps) -> Html {
    let sell = use_sell("default");
    let shown = use_state(|| true);
    let heard = use_state(Vec::new);
    let answer = use_state(String::new);
    {
        let heard = heard.clone();
        use_effect_with(came_by(&sell), move |via| {
            if let Some(via) = via {
                heard.set([(*heard).clone(), vec![*via]].concat());
            }
        });
    }
    let on_load = {
        let (runtime, answer) = (runtime(&sell), answer.setter());
        Callback::from(move |_: MouseEvent| {
            let (runtime, answer) = (runtime.clone(), answer.clone());
            spawn_local(async move { answer.set(who_am_i(runtime).await) });
        })
    };
    let on_toggle = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| shown.set(!*shown))
    };
    let on_sign_out = {
        let runtime = runtime(&sell);
        Callback::from(move |_: MouseEvent| {
            if let Some(runtime) = &runtime {
                runtime.dispatch(Event::RevokeAsked);
            }
        })
    };
    html! {
        <main>
            <h1>{ "Sell in Yew" }</h1>
            <section aria-label="Sell">{ if *shown { panels(&props.config) } else { html! {} } }</section>
            <p>
                <button id="load" type="button" onclick={on_load}>{ "Who am I?" }</button>
                <output id="answer">{ &*answer }</output>
            </p>
            <p>
                <button id="toggle" type="button" onclick={on_toggle}>{ "Remove or show the panel" }</button>
                { "Signed in by: " }<output id="heard">{ heard.join(" ") }</output>
            </p>
            <p>
                <button id="sign-out" type="button" onclick={on_sign_out}>{ "End it" }</button>
                { "Status: " }<output id="status">{ sell.status().as_str() }</output>
            </p>
        </main>
    }
}

fn panels(config: &Config) -> Html {
    let search = web_sys::window().and_then(|window| window.location().search().ok());
    let popup = search.is_some_and(|search| search.contains("mode=popup"));
    html! {
        <>
            <SellSignIn
                client_id={config.client_id.clone()}
                redirect_uri={config.redirect_uri.clone()}
                scope={config.scopes.join(" ")}
                auth_base={config.auth_base.clone()}
                api_base={config.api_base.clone()}
                label="Connect to Sell"
                {popup}
            />
            <SellToken />
        </>
    }
}

fn runtime(sell: &Sell) -> Option<Runtime> {
    sell.session().map(|session| session.runtime.clone())
}

/// How the session that is held came here.
fn came_by(sell: &Sell) -> Option<&'static str> {
    let passport = sell.session()?.view.passport.as_ref()?;
    Some(match passport.via {
        Via::Redirect => "redirect",
        Via::Popup => "popup",
        Via::Paste => "paste",
        Via::Restored => "restored",
    })
}

async fn who_am_i(runtime: Option<Runtime>) -> String {
    let (Some(runtime), Some(path)) = (runtime, ApiPath::parse("/v2/users/self")) else {
        return "Nobody is signed in".to_owned();
    };
    match runtime.request(&HostRequest::get(path)).await {
        Ok(response) => format!("{} from Sell", response.status()),
        Err(refused) => format!("{refused:?}"),
    }
}
