//! The two places from which screen readers speak.

use yew::prelude::*;

/// What is to be said.
#[derive(Properties, PartialEq, Debug)]
pub struct StatusRegionProps {
    /// Said when the person pauses: signed in, copied, 5 minutes left.
    #[prop_or_default]
    pub polite: AttrValue,
    /// Said at once: expired, refused, failed.
    #[prop_or_default]
    pub alert: AttrValue,
}

/// One polite region and one alert region, both in the page from the start. To say the same twice,
/// empty the text in between.
#[component]
pub fn StatusRegion(props: &StatusRegionProps) -> Html {
    html! {
        <div class="sell-spoken">
            <div role="status">{ props.polite.clone() }</div>
            <div role="alert">{ props.alert.clone() }</div>
        </div>
    }
}
