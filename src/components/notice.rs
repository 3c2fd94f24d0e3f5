//! A failure, or something to know: what happened, why, what to do, and one button.

use yew::prelude::*;

use super::{Button, Glyph, Kind, Tone, use_focus_on};
use crate::words::words;

/// Text that Sell wrote, cleaned by [`crate::words::clean()`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    /// The text.
    pub text: AttrValue,
    /// Its language, when Sell said which.
    pub lang: Option<AttrValue>,
}

/// What a notice says.
#[derive(Properties, PartialEq, Debug)]
pub struct NoticeProps {
    /// How it is marked; `Tone::from(advice.severity)` for a failure.
    pub tone: Tone,
    /// The id, unique on the page.
    pub id: AttrValue,
    /// What happened.
    pub title: AttrValue,
    /// Why.
    pub why: AttrValue,
    /// What to do.
    pub todo: AttrValue,
    /// What Sell said to it.
    #[prop_or_default]
    pub says: Option<Quotation>,
    /// The name of the one button.
    #[prop_or_default]
    pub action: Option<AttrValue>,
    /// The look of the button: primary where nothing else on the screen is.
    #[prop_or_default]
    pub action_kind: Kind,
    /// The button was pressed.
    #[prop_or_default]
    pub on_action: Callback<()>,
    /// Given where the notice can be put away.
    #[prop_or_default]
    pub on_dismiss: Option<Callback<()>>,
    /// Take the focus when it appears and when its title changes.
    #[prop_or_default]
    pub focus: bool,
}

/// A notice in the flow of the page; what must be spoken at once goes to the alert region.
#[component]
pub fn Notice(props: &NoticeProps) -> Html {
    let node = use_node_ref();
    use_focus_on(&node, props.focus.then(|| props.title.clone()));
    let title_id = AttrValue::from([props.id.as_str(), "-title"].concat());
    html! {
        <section class="sell-notice" ref={node} id={props.id.clone()} tabindex="-1"
            data-tone={props.tone.as_str()} aria-labelledby={title_id.clone()}>
            <Glyph tone={props.tone} />
            <div class="sell-notice-body">
                <h2 class="sell-notice-title" id={title_id}>{ props.title.clone() }</h2>
                <p>{ props.why.clone() }</p>
                <p>{ props.todo.clone() }</p>
                <div class="sell-notice-says">{ for props.says.as_ref().map(quote) }</div>
                <div class="sell-actions">{ for buttons(props) }</div>
            </div>
        </section>
    }
}

/// Sell's own words, told apart from ours by their marks, language and direction.
fn quote(says: &Quotation) -> Html {
    html! {
        <p>
            { words().frame.sell_says }{ " " }
            <q lang={says.lang.clone()} dir="auto">{ says.text.clone() }</q>
        </p>
    }
}

fn buttons(props: &NoticeProps) -> impl Iterator<Item = Html> {
    let action = props.action.clone().map(|label| {
        html! { <Button kind={props.action_kind} {label} on_press={props.on_action.clone()} /> }
    });
    let dismiss = props.on_dismiss.clone().map(|on_press| {
        html! { <Button kind={Kind::Link} label={words().actions.dismiss} {on_press} /> }
    });
    action.into_iter().chain(dismiss)
}
