//! A native button in one of four looks.

use yew::prelude::*;

/// The look of a button.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    /// The one thing this screen is for; at most one on a screen.
    Primary,
    /// Anything else.
    #[default]
    Plain,
    /// Ends or destroys something.
    Danger,
    /// Reads like a link, acts like a button.
    Link,
}

impl Kind {
    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Primary => "sell-button sell-button-primary",
            Self::Plain => "sell-button",
            Self::Danger => "sell-button sell-button-danger",
            Self::Link => "sell-button sell-button-link",
        }
    }
}

/// What a button says and does.
#[derive(Properties, PartialEq, Debug)]
pub struct ButtonProps {
    /// The look.
    #[prop_or_default]
    pub kind: Kind,
    /// The visible name: a verb and its result.
    pub label: AttrValue,
    /// A longer name for screen readers that starts with the visible one, where many buttons say
    /// the same.
    #[prop_or_default]
    pub name: Option<AttrValue>,
    /// The id of a text that describes it.
    #[prop_or_default]
    pub described_by: Option<AttrValue>,
    /// Not available at all.
    #[prop_or_default]
    pub disabled: bool,
    /// At work: keeps the focus, takes no second press.
    #[prop_or_default]
    pub busy: bool,
    /// The state of a toggle; `None` for a button that is none.
    #[prop_or_default]
    pub pressed: Option<bool>,
    /// Where to find it, for focus and for tests.
    #[prop_or_default]
    pub node: NodeRef,
    /// It was pressed.
    pub on_press: Callback<()>,
}

/// A button. It never submits a form.
#[component]
pub fn Button(props: &ButtonProps) -> Html {
    let on_press = props.on_press.clone();
    let busy = props.busy;
    let onclick = move |_: MouseEvent| {
        if !busy {
            on_press.emit(());
        }
    };
    html! {
        <button type="button" class={props.kind.class()} ref={props.node.clone()} {onclick}
            disabled={props.disabled} aria-disabled={busy.then_some("true")}
            aria-pressed={props.pressed.map(truth)} aria-label={props.name.clone()}
            aria-describedby={props.described_by.clone()}>
            { props.label.clone() }
        </button>
    }
}

/// A truth value as ARIA writes it.
const fn truth(value: bool) -> &'static str {
    if value { "true" } else { "false" }
}
