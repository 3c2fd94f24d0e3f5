//! A question before an act that cannot be undone.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

use super::focus::focus;
use super::{Button, Kind};
use crate::words::words;

/// The question and its two answers.
#[derive(Properties, PartialEq, Debug)]
pub struct ConfirmDialogProps {
    /// Whether it is open.
    pub open: bool,
    /// The id, unique on the page.
    #[prop_or(AttrValue::Static("sell-confirm"))]
    pub id: AttrValue,
    /// The question.
    pub title: AttrValue,
    /// What the act means.
    pub children: Html,
    /// The name of the act.
    pub confirm: AttrValue,
    /// Do it.
    pub on_confirm: Callback<()>,
    /// Leave it: the button, Esc, or the browser.
    pub on_cancel: Callback<()>,
}

/// A native modal dialog. The element stays in the page while closed; the browser gives the focus
/// back to whatever opened it.
#[component]
pub fn ConfirmDialog(props: &ConfirmDialogProps) -> Html {
    let dialog = use_node_ref();
    let cancel = use_node_ref();
    use_open(&dialog, &cancel, props.open);
    let (on_cancel, open) = (props.on_cancel.clone(), props.open);
    let oncancel = move |event: Event| {
        event.prevent_default();
        on_cancel.emit(());
    };
    let on_cancel = props.on_cancel.clone();
    // Fires after our own close too; only one that we did not ask for is news.
    let onclose = move |_: Event| {
        if open {
            on_cancel.emit(());
        }
    };
    let title = AttrValue::from([props.id.as_str(), "-title"].concat());
    let body = AttrValue::from([props.id.as_str(), "-body"].concat());
    html! {
        <dialog class="sell-dialog" ref={dialog} id={props.id.clone()} {oncancel} {onclose}
            aria-labelledby={title.clone()} aria-describedby={body.clone()}>
            <h2 id={title}>{ props.title.clone() }</h2>
            <div id={body}>{ props.children.clone() }</div>
            <div class="sell-actions">
                <Button node={cancel} label={words().actions.cancel}
                    on_press={props.on_cancel.clone()} />
                <Button kind={Kind::Danger} label={props.confirm.clone()}
                    on_press={props.on_confirm.clone()} />
            </div>
        </dialog>
    }
}

/// Opens and closes the dialog with `open`; the harmless answer has the focus first.
#[hook]
fn use_open(dialog: &NodeRef, cancel: &NodeRef, open: bool) {
    let (dialog, cancel) = (dialog.clone(), cancel.clone());
    use_effect_with(open, move |open| {
        let element = dialog.cast::<HtmlDialogElement>();
        if let Some(element) = element.filter(|element| element.open() != *open) {
            if !open {
                element.close();
            } else if element.show_modal().is_ok() {
                focus(&cancel);
            }
        }
    });
}
