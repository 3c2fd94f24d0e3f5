//! One call of the table of calls.

use yew::Callback;

use super::element::{Element, el};
use super::raw_json::folded;
use super::table::cell;
use super::{Tone, glyph, plain_button};
use crate::words::words;

/// What came of a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallCell {
    /// How it is marked.
    pub tone: Tone,
    /// In a word or two, for instance `Allowed`.
    pub text: String,
    /// What was measured, for instance `200 · 88 ms`.
    pub detail: String,
}

/// A call that can be run.
#[derive(Debug)]
pub struct CallRow<'a> {
    /// Which one.
    pub id: &'a str,
    /// `GET` and the like.
    pub method: &'a str,
    /// The path, as it is sent.
    pub path: &'a str,
    /// What it does.
    pub title: Element,
    /// The scopes it needs.
    pub needs: Element,
    /// What came of it.
    pub outcome: CallCell,
    /// The body of the answer, as text.
    pub body: Option<&'a str>,
    /// It is under way and takes no second press.
    pub busy: bool,
    /// It cannot be run now.
    pub disabled: bool,
    /// Run it.
    pub on_run: Callback<()>,
}

impl CallRow<'_> {
    /// The row group of this call: its row, and the body of its answer below it.
    pub fn view(self) -> Element {
        let words = words();
        // How a call is named, aloud too.
        let name = [self.method, " ", self.path].concat();
        let named = |phrase: &crate::words::Phrase| phrase.with("call", &name);
        let run = if self.busy {
            Callback::noop()
        } else {
            self.on_run
        };
        let button = plain_button(words.actions.run.say(), run)
            .attr("aria-label", &named(&words.calls.run_call))
            .attr_if("aria-disabled", self.busy.then_some("true"))
            .flag("disabled", self.disabled);
        // The body can be long: folded, and scrolled in its own box.
        let answer = self.body.map(|body| {
            let shown = folded(el("details"), &named(&words.calls.answer), body);
            el("tr").child(el("td.sell-call-answer[colspan=4]").child(shown))
        });
        let row = el("tr")
            .child(
                el("th[scope=row]")
                    .child(
                        el("code.sell-call-name")
                            .child(el("span").text(self.method))
                            .text(" ")
                            .child(el("span").text(self.path)),
                    )
                    .child(self.title),
            )
            .child(cell(words.calls.needs.say(), self.needs))
            .child(cell(words.calls.measured.say(), self.outcome.view()))
            .child(el("td.sell-call-action").child(button));
        el("tbody.sell-call")
            .key(self.id)
            .child(row)
            .child_if(answer)
    }
}

impl CallCell {
    fn view(&self) -> Element {
        el("span.sell-call-result")
            .attr("data-tone", self.tone.as_str())
            .child(glyph(self.tone))
            .child(el("span.sell-call-verdict").text(&self.text))
            .child(el("span.sell-call-detail").text(&self.detail))
    }
}
