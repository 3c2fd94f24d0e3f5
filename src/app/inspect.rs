//! A token that the person already has: pasted, looked at, never stored.

use yew::prelude::*;

use super::{advice, moment, passport_rows, verdict};
use crate::browser::json;
use crate::components::{Button, Notice, Panel, Passport as PassportTable, PasteForm, RawJson, Tone, Trouble, Verdict};
use crate::hooks::{SessionHandle, use_now};
use crate::session::inspection::Verdict as Pasted;
use crate::session::paste::Shape;
use crate::session::view::Pasted as Specimen;
use crate::session::{Event, Lookup};
use crate::words::{ErrorKind, Gap, words};

/// The properties of [`Inspect`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct InspectProps {
    pub(super) session: SessionHandle,
}

/// The paste form and what came of it.
#[component]
pub(super) fn Inspect(props: &InspectProps) -> Html {
    let session = &props.session;
    let pasted = &session.view.pasted;
    let error = match pasted {
        Specimen::Unrecognised(fault) => {
            let advice = advice::of_paste(*fault);
            Some(Trouble { title: advice.title.into(), why: advice.why.into(), todo: advice.todo.into() })
        }
        Specimen::Nothing | Specimen::Held { .. } => None,
    };
    let on_paste_submit = session.on(|text: AttrValue| Event::Pasted(text.to_string()));
    let held = match pasted {
        Specimen::Held { last_four, shape, verdict } => Some(html! {
            <Held session={session.clone()} last_four={last_four.clone()} shape={*shape} verdict={verdict.clone()} />
        }),
        Specimen::Nothing | Specimen::Unrecognised(_) => None,
    };
    html! {
        <Panel id="sell-paste" title={words().paste.title} raised={true}>
            <PasteForm recognised={recognised(pasted)} {error} {on_paste_submit} />
            <div>{ for held }</div>
        </Panel>
    }
}

fn recognised(pasted: &Specimen) -> Option<AttrValue> {
    let Specimen::Held { last_four, shape, .. } = pasted else { return None };
    let paste = &words().paste;
    let form = match shape {
        Shape::Bare => paste.bare,
        Shape::Header => paste.bearer,
        Shape::Json => paste.json,
        Shape::Form => paste.parameter,
    };
    Some(paste.recognised.fill(&[Gap { name: "form", value: form }, Gap { name: "last", value: last_four }]).into())
}

#[derive(Clone, PartialEq, Properties)]
struct HeldProps {
    session: SessionHandle,
    last_four: String,
    shape: Shape,
    verdict: Pasted,
}

/// The pasted token: the verdict, then the server's account of it.
#[component]
fn Held(props: &HeldProps) -> Html {
    let now = use_now(&props.session.runtime);
    let latest = props.verdict.latest();
    let info = latest.map(|inspected| &inspected.info);
    let rows = passport_rows::of_pasted(info, latest.map_or(now, |inspected| inspected.at), now);
    let (tone, text) = match &props.verdict {
        Pasted::Open(lookup) => verdict::of_lookup(lookup),
        Pasted::Refused(_) => (Tone::Refused, words().verdicts.refused),
    };
    let checked = latest.map(|inspected| moment::past(inspected.at.wall, now)).unwrap_or_default();
    let raw = info.map(|info| html! { <RawJson text={json::pretty(&info.raw)} /> });
    html! {
        <div class="sell-stack">
            <Verdict level={3} id="sell-pasted-verdict" {tone} {text}>{ words().token.pasted }</Verdict>
            <div>{ for trouble(&props.verdict) }</div>
            <PassportTable {rows} />
            <div class="sell-actions">
                <span class="sell-hint">{ words().verdicts.checked.fill(&[Gap { name: "when", value: &checked }]) }</span>
                <Button label={words().actions.check_again} on_press={props.session.on(|()| Event::PastedAsked)} />
                <Button label={words().actions.clear} on_press={props.session.on(|()| Event::PasteCleared)} />
            </div>
            <div>{ for raw }</div>
        </div>
    }
}

fn trouble(verdict: &Pasted) -> Option<Html> {
    let told = match verdict {
        Pasted::Refused(_) => advice::Told { advice: advice::with_reason(ErrorKind::TokenRefused, None), says: None },
        Pasted::Open(Lookup::Failed { failure, .. }) => advice::of_failure(failure, None, None),
        Pasted::Open(Lookup::Asking(_) | Lookup::Known(_)) => return None,
    };
    let advice = told.advice;
    Some(html! {
        <Notice id="sell-pasted-problem" tone={Tone::from(advice.severity)} title={advice.title} why={advice.why}
            todo={advice.todo} says={told.says} />
    })
}
