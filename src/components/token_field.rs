//! The token itself, behind a mask.

use yew::prelude::*;

use super::{Button, CopyButton};
use crate::words::{Gap, words};

/// Twelve dots for any length, so that the mask tells nothing about it.
const DOTS: &str = "••••••••••••";

/// What is shown of the token.
#[derive(Properties, PartialEq)]
pub struct TokenFieldProps {
    /// Its last four characters.
    pub last_four: AttrValue,
    /// The whole token, only while the person looks at it.
    #[prop_or_default]
    pub shown: Option<AttrValue>,
    /// It is on the clipboard since a moment ago.
    #[prop_or_default]
    pub copied: bool,
    /// The toggle was pressed; the value is whether to show it.
    #[prop_or_default]
    pub on_show: Option<Callback<bool>>,
    /// Copy it.
    pub on_copy: Callback<()>,
    /// Further buttons: forget, revoke.
    #[prop_or_default]
    pub children: Html,
}

impl std::fmt::Debug for TokenFieldProps {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TokenFieldProps")
            .field("shown", &self.shown.is_some())
            .finish_non_exhaustive()
    }
}

/// The mask, a toggle of constant name, and what can be done with the token.
#[component]
pub fn TokenField(props: &TokenFieldProps) -> Html {
    let words = words();
    let pressed = props.shown.is_some();
    let toggle = props.on_show.clone().map(|on_show| {
        let on_press = on_show.reform(move |()| !pressed);
        html! { <Button label={words.actions.show_token} pressed={Some(pressed)} {on_press} /> }
    });
    html! {
        <div class="sell-token" data-shown={pressed.then_some("")}>
            <p class="sell-token-line">
                <span class="sell-token-label">{ words.token.label }</span>
                { mask(&props.last_four) }
                { for props.shown.as_ref().map(clear) }
            </p>
            <div class="sell-actions">
                { for toggle }
                <CopyButton label={words.actions.copy_token} copied={props.copied}
                    described_by="sell-token-warning" on_copy={props.on_copy.clone()} />
                { props.children.clone() }
            </div>
            <p class="sell-hint" id="sell-token-warning">{ words.token.copy_warning }</p>
        </div>
    }
}

/// Always in the page: what is printed is the mask, whatever is on the screen.
fn mask(last: &AttrValue) -> Html {
    let spoken = words().token.mask.fill(&[Gap {
        name: "last",
        value: last,
    }]);
    html! {
        <span class="sell-token-mask">
            <code aria-hidden="true">{ DOTS }{ last.clone() }</code>
            <span class="sell-spoken">{ spoken }</span>
        </span>
    }
}

fn clear(token: &AttrValue) -> Html {
    html! { <code class="sell-token-clear" translate="no">{ token.clone() }</code> }
}
