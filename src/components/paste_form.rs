//! Taking a token that the person already has.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::focus::focus;
use super::{Glyph, Kind, Tone, use_focus_on};
use crate::words::words;

/// Why nothing could be done with the text: three sentences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// What happened.
    pub title: AttrValue,
    /// Why.
    pub why: AttrValue,
    /// What to do.
    pub todo: AttrValue,
}

/// What the form knows and does.
#[derive(Properties, PartialEq, Debug)]
pub struct PasteFormProps {
    /// What was recognised in the last text, with no more of it than the last characters.
    #[prop_or_default]
    pub recognised: Option<AttrValue>,
    /// What is wrong with the last text.
    #[prop_or_default]
    pub error: Option<Trouble>,
    /// The last text is being looked at.
    #[prop_or_default]
    pub busy: bool,
    /// Checking a pasted token is the one thing this screen is for.
    #[prop_or_default]
    pub primary: bool,
    /// The text, as it was typed or pasted. The field is empty by then.
    pub on_paste_submit: Callback<AttrValue>,
}

/// One field and one button. The text leaves the field the moment it is handed over, so the token
/// is not left in the page; an answer follows in every case.
#[component]
pub fn PasteForm(props: &PasteFormProps) -> Html {
    let words = words();
    let field = use_node_ref();
    use_focus_on(
        &field,
        props.error.as_ref().map(|error| error.title.clone()),
    );
    let onsubmit = submit(field.clone(), props);
    let kind = if props.primary {
        Kind::Primary
    } else {
        Kind::Plain
    };
    let invalid = props.error.as_ref().map(|_| "true");
    html! {
        <form class="sell-paste" {onsubmit} autocomplete="off">
            <label class="sell-paste-label" for="sell-paste-field">{ words.paste.label }</label>
            <div class="sell-paste-line">
                <input class="sell-paste-field" id="sell-paste-field" type="text" ref={field}
                    autocomplete="off" autocapitalize="off" spellcheck="false" translate="no"
                    aria-invalid={invalid} aria-describedby="sell-paste-answer sell-paste-hint" />
                <button class={kind.class()} type="submit"
                    aria-disabled={props.busy.then_some("true")}>{ words.actions.inspect }</button>
            </div>
            <div class="sell-paste-answer" id="sell-paste-answer">{ for answer(props) }</div>
            <p class="sell-hint" id="sell-paste-hint">{ words.paste.hint }</p>
        </form>
    }
}

/// Empties the field, keeps the focus in it and hands the text over.
fn submit(field: NodeRef, props: &PasteFormProps) -> Callback<SubmitEvent> {
    let (on_paste_submit, busy) = (props.on_paste_submit.clone(), props.busy);
    Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(input) = field.cast::<HtmlInputElement>().filter(|_| !busy) {
            let text = input.value();
            input.set_value("");
            focus(&field);
            on_paste_submit.emit(AttrValue::from(text));
        }
    })
}

/// What became of the last text.
fn answer(props: &PasteFormProps) -> Option<Html> {
    let error = props.error.as_ref().map(|error| {
        html! {
            <p class="sell-paste-error" data-tone={Tone::Refused.as_str()}>
                <Glyph tone={Tone::Refused} />
                <span>
                    <strong>{ error.title.clone() }</strong>{ ". " }
                    { error.why.clone() }{ " " }{ error.todo.clone() }
                </span>
            </p>
        }
    });
    error.or_else(|| {
        let text = props.recognised.clone()?;
        Some(html! { <p class="sell-paste-chip">{ text }</p> })
    })
}
