//! The button that leads to Sell.

use yew::Callback;

use super::element::Element;
use super::{Kind, button};
use crate::words::words;

/// The sign-in button: the one thing its screen is for. One that is `busy` says that the browser is
/// on its way to Sell and takes no second press.
pub fn sign_in_button(busy: bool, on_sign_in: Callback<()>) -> Element {
    let actions = words().actions;
    let label = if busy {
        actions.signing_in
    } else {
        actions.sign_in
    };
    button(Kind::Primary, label.say(), busy, on_sign_in)
}
