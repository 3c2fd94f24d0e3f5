// SellSignIn does not have: heading-level.
use sell_elements::app::{Specimens, Variant};
use sell_elements::yew::{SellSignIn, SellToken};
use yew::prelude::*;

#[component]
pub fn Sell() -> Html {
    html! {
        <>
            <SellSignIn
                client_id="c"
                redirect_uri="https://a.example/callback.html"
                scope="read"
                auth_base="https://a.example"
                api_base="https://a.example"
                popup=true
                variant={Variant::Card}
                label="Connect \"it\""
                disabled=true
                session="other"
            />
            <SellToken
                source={Specimens::Paste}
                no_revoke=true
                no_reveal=true
                session="other"
                heading_level={3}
            />
        </>
    }
}
