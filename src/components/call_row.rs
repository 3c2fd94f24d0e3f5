//! One call of the table of calls.

use yew::prelude::*;

use super::{Button, Glyph, Tone};
use crate::words::{Gap, words};

/// What came of a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CallCell {
    /// Not run so far.
    NotRun,
    /// Under way.
    Running,
    /// There is a result.
    Done {
        /// How it is marked.
        tone: Tone,
        /// In a word or two, for instance `Allowed`.
        text: AttrValue,
        /// What was measured, for instance `200 · 88 ms`.
        detail: AttrValue,
    },
}

/// A call that can be run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallRow {
    /// Which one; handed back when it is to be run.
    pub id: AttrValue,
    /// `GET` and the like.
    pub method: AttrValue,
    /// The path, as it is sent.
    pub path: AttrValue,
    /// What it does.
    pub title: AttrValue,
    /// The scope it needs.
    pub needs: AttrValue,
    /// What came of it.
    pub outcome: CallCell,
    /// The body of the answer, as text.
    pub body: Option<AttrValue>,
}

impl CallRow {
    /// Method and path: how a call is named aloud.
    fn name(&self) -> String {
        [self.method.as_str(), " ", self.path.as_str()].concat()
    }

    /// The row group of this call: its row, and the body of its answer below it.
    pub(super) fn view(&self, disabled: bool, on_run: &Callback<AttrValue>) -> Html {
        let heads = &words().calls;
        html! {
            <tbody class="sell-call" key={self.id.as_str()}>
                <tr>
                    <th scope="row">
                        <code class="sell-call-name">{ self.name() }</code>
                        <span class="sell-call-title">{ self.title.clone() }</span>
                    </th>
                    <td data-label={heads.needs}><code class="sell-tag">{ self.needs.clone() }</code></td>
                    <td data-label={heads.measured}>{ self.outcome.view() }</td>
                    <td class="sell-call-action">{ self.button(disabled, on_run) }</td>
                </tr>
                { for self.body.as_ref().map(|body| self.answer(body)) }
            </tbody>
        }
    }

    fn button(&self, disabled: bool, on_run: &Callback<AttrValue>) -> Html {
        let words = words();
        let id = self.id.clone();
        let name = words.calls.run_call.fill(&[Gap {
            name: "call",
            value: &self.name(),
        }]);
        html! {
            <Button label={words.actions.run} {name} {disabled}
                busy={self.outcome == CallCell::Running}
                on_press={on_run.reform(move |()| id.clone())} />
        }
    }

    /// The body, which can be long: folded, and scrolled in its own box by the keyboard too.
    fn answer(&self, body: &AttrValue) -> Html {
        let name = words().calls.answer.fill(&[Gap {
            name: "call",
            value: &self.name(),
        }]);
        html! {
            <tr><td colspan="4" class="sell-call-answer">
                <details>
                    <summary>{ name.clone() }</summary>
                    <pre tabindex="0" role="region" aria-label={name} translate="no">
                        { body.clone() }
                    </pre>
                </details>
            </td></tr>
        }
    }
}

impl CallCell {
    fn view(&self) -> Html {
        let calls = &words().calls;
        let (tone, text, detail) = match self {
            Self::NotRun => (Tone::Neutral, calls.not_run.into(), AttrValue::default()),
            Self::Running => (Tone::Working, calls.running.into(), AttrValue::default()),
            Self::Done { tone, text, detail } => (*tone, text.clone(), detail.clone()),
        };
        html! {
            <span class="sell-call-result" data-tone={tone.as_str()}>
                <Glyph {tone} />
                <span class="sell-call-verdict">{ text }</span>
                <span class="sell-call-detail">{ detail }</span>
            </span>
        }
    }
}
