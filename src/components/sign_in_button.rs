//! The button that leads to Sell.

use yew::prelude::*;

use super::{Button, Kind};
use crate::words::words;

/// What the sign-in button says and does.
#[derive(Properties, PartialEq, Debug)]
pub struct SignInButtonProps {
    /// Its name; `Sign in to Sell` unless given.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// The browser is on its way to Sell; says so and takes no second press.
    #[prop_or_default]
    pub busy: bool,
    /// Nothing to ask for, or not set up.
    #[prop_or_default]
    pub disabled: bool,
    /// The one thing this screen is for.
    #[prop_or(true)]
    pub primary: bool,
    /// The id of a text that says why it is not available.
    #[prop_or_default]
    pub described_by: Option<AttrValue>,
    /// The person wants to sign in.
    pub on_sign_in: Callback<()>,
}

/// The sign-in button.
#[component]
pub fn SignInButton(props: &SignInButtonProps) -> Html {
    let actions = &words().actions;
    let given = props.label.clone();
    let label = if props.busy {
        AttrValue::Static(actions.signing_in)
    } else {
        given.unwrap_or(AttrValue::Static(actions.sign_in))
    };
    let kind = if props.primary {
        Kind::Primary
    } else {
        Kind::Plain
    };
    html! {
        <Button {kind} {label} busy={props.busy} disabled={props.disabled}
            described_by={props.described_by.clone()} on_press={props.on_sign_in.clone()} />
    }
}
