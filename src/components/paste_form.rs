//! Taking a token that the person already has.

use web_sys::{Event, HtmlInputElement};
use yew::{Callback, NodeRef};

use super::element::{self, Element, el};
use super::focus::focus;
use super::{Tone, glyph};

/// Why nothing could be done with the text: three sentences.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Trouble<'a> {
    /// What happened.
    pub title: &'a str,
    /// Why.
    pub why: &'a str,
    /// What to do.
    pub todo: &'a str,
}

/// What the form is called, and by whom.
#[derive(Debug, Clone, Copy)]
pub struct PasteWords<'a> {
    /// What the ids of its parts begin with.
    pub id: &'a str,
    /// Names the field.
    pub label: &'a str,
    /// Names the button.
    pub button: &'a str,
    /// What can be pasted.
    pub hint: &'a str,
}

/// What the form knows and does.
#[derive(Debug)]
pub struct PasteForm<'a> {
    /// What it says.
    pub words: PasteWords<'a>,
    /// Where the field is found; focus it when the trouble is new.
    pub field: &'a NodeRef,
    /// What was recognised in the last text, with no more of it than the last characters.
    pub recognised: Option<&'a str>,
    /// What is wrong with the last text.
    pub error: Option<Trouble<'a>>,
    /// The text, as it was typed or pasted. The field is empty by then.
    pub on_paste_submit: Callback<String>,
}

impl PasteForm<'_> {
    /// One field and one button. The text leaves the field the moment it is handed over, so the
    /// token is not left in the page; an answer follows in every case.
    pub fn view(self) -> Element {
        let PasteWords {
            id,
            label,
            button,
            hint,
        } = self.words;
        let [field_id, answer_id, hint_id] =
            ["-field", "-answer", "-hint"].map(|part| [id, part].concat());
        let answer = match (self.error, self.recognised) {
            (Some(error), _) => Some(trouble(error)),
            (None, text) => text.map(|text| el("p.sell-paste-chip").text(text)),
        };
        let field = el(
            "input.sell-paste-field[type=text][autocomplete=off][autocapitalize=off]\
             [spellcheck=false][translate=no]",
        );
        let field = field
            .attr("id", &field_id)
            .attr("aria-describedby", &[&answer_id, " ", &hint_id].concat())
            .attr_if("aria-invalid", self.error.map(|_| "true"))
            .node(self.field);
        let button = el("button.sell-button[type=submit]").text(button);
        let label = el("label.sell-paste-label").text(label);
        el("form.sell-paste[autocomplete=off]")
            .on(
                element::Kind::Submit,
                submit(self.field.clone(), self.on_paste_submit),
            )
            .child(label.attr("for", &field_id))
            .child(el("div.sell-paste-line").child(field).child(button))
            .child(
                el("div.sell-paste-answer")
                    .attr("id", &answer_id)
                    .child_if(answer),
            )
            .child(el("p.sell-hint").attr("id", &hint_id).text(hint))
    }
}

/// Empties the field, keeps the focus in it and hands the text over.
fn submit(field: NodeRef, on_paste_submit: Callback<String>) -> Callback<Event> {
    Callback::from(move |event: Event| {
        event.prevent_default();
        if let Some(input) = field.cast::<HtmlInputElement>() {
            let text = input.value();
            input.set_value("");
            focus(&field);
            on_paste_submit.emit(text);
        }
    })
}

fn trouble(error: Trouble<'_>) -> Element {
    let told = el("span")
        .child(el("strong").text(error.title))
        .text(". ")
        .text(error.why)
        .text(" ")
        .text(error.todo);
    el("p.sell-paste-error")
        .attr("data-tone", Tone::Refused.as_str())
        .child(glyph(Tone::Refused))
        .child(told)
}
