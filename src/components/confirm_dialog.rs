//! A question before an act that cannot be undone.

use web_sys::{Event, HtmlDialogElement};
use yew::{Callback, NodeRef};

use super::element::{self, Element, el};
use super::focus::focus;
use super::{Kind, button, plain_button};
use crate::words::{Word, words};

/// Where the dialog and its harmless answer are found in the page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DialogNodes {
    dialog: NodeRef,
    cancel: NodeRef,
}

impl DialogNodes {
    /// Opens or closes the dialog, after it was drawn; the harmless answer has the focus first.
    /// The browser gives the focus back to whatever opened it.
    pub fn show(&self, open: bool) {
        let dialog = self.dialog.cast::<HtmlDialogElement>();
        if let Some(dialog) = dialog.filter(|dialog| dialog.open() != open) {
            if !open {
                dialog.close();
            } else if dialog.show_modal().is_ok() {
                focus(&self.cancel);
            }
        }
    }
}

/// The question and its two answers.
#[derive(Debug)]
pub struct ConfirmDialog<'a> {
    /// Where it is found.
    pub nodes: &'a DialogNodes,
    /// Whether it should be open; see [`DialogNodes::show`].
    pub open: bool,
    /// The question.
    pub title: &'a str,
    /// What the act means, a paragraph each.
    pub lines: &'a [Word],
    /// The name of the act.
    pub confirm: &'a str,
    /// Do it.
    pub on_confirm: Callback<()>,
    /// Leave it: the button, Esc, or the browser.
    pub on_cancel: Callback<()>,
}

impl ConfirmDialog<'_> {
    /// A native modal dialog. The element stays in the page while it is closed.
    pub fn view(self) -> Element {
        let mut body = el("div#sell-confirm-body");
        for line in self.lines {
            body = body.child(el("p").word(*line));
        }
        let cancel = plain_button(words().actions.cancel.say(), self.on_cancel.clone());
        let confirm = button(Kind::Danger, self.confirm, false, self.on_confirm);
        let oncancel = self
            .on_cancel
            .reform(|event: Event| event.prevent_default());
        // Fires after our own close too; only one that we did not ask for is news.
        let onclose = if self.open {
            self.on_cancel.reform(|_: Event| ())
        } else {
            Callback::noop()
        };
        el("dialog.sell-dialog#sell-confirm[aria-labelledby=sell-confirm-title][aria-describedby=sell-confirm-body]")
            .node(&self.nodes.dialog)
            .on(element::Kind::Cancel, oncancel)
            .on(element::Kind::Close, onclose)
            .child(el("p.sell-dialog-title#sell-confirm-title").text(self.title))
            .child(body)
            .child(
                el("div.sell-actions")
                    .child(cancel.node(&self.nodes.cancel))
                    .child(confirm),
            )
    }
}
