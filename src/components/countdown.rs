//! Time that runs down without being read aloud at every tick.

use yew::prelude::*;

/// What a countdown shows.
#[derive(Properties, PartialEq, Debug)]
pub struct CountdownProps {
    /// What is seen, for instance `in 42 minutes (14:05, UTC 13:05)`.
    pub text: AttrValue,
    /// What is read aloud when somebody comes to it; long units.
    #[prop_or_default]
    pub spoken: Option<AttrValue>,
}

/// A timer with its live region off.
#[component]
pub fn Countdown(props: &CountdownProps) -> Html {
    let hidden = props.spoken.as_ref().map(|_| "true");
    html! {
        <span class="sell-countdown" role="timer" aria-live="off">
            <span aria-hidden={hidden}>{ props.text.clone() }</span>
            <span class="sell-spoken">{ props.spoken.clone().unwrap_or_default() }</span>
        </span>
    }
}
