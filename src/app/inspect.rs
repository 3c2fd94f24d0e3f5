//! A token that the person already has: pasted, looked at, never stored.

use std::rc::Rc;

use super::desk::{Deed, Desk};
use super::notices::notice;
use super::{moment, passport_rows, verdict};
use crate::advice::{self, Told};
use crate::components::{
    Element, PasteForm, PasteWords, Tone, Trouble, Verdict, el, panel, plain_button, raw_json,
};
use crate::protocol::TokenInfo;
use crate::protocol::token_info::Audience;
use crate::session::inspection::Verdict as Pasted;
use crate::session::paste::Shape;
use crate::session::view::Pasted as Specimen;
use crate::session::{Lookup, Settings};
use crate::words::{ErrorKind, Gap, words};

/// The paste form and what came of it.
pub(super) fn inspect(desk: &Rc<Desk>) -> Element {
    let pasted = &desk.view().pasted;
    let fault = match pasted {
        Specimen::Unrecognised(fault) => Some(advice::of_paste(*fault)),
        Specimen::Nothing | Specimen::Held { .. } => None,
    };
    let error = fault.as_ref().map(|advice| Trouble {
        title: &advice.title,
        why: &advice.why,
        todo: &advice.todo,
    });
    let recognised = recognised(pasted);
    let paste = words().paste;
    let form = PasteForm {
        words: PasteWords {
            id: "sell-paste",
            label: paste.label.say(),
            button: words().actions.inspect.say(),
            hint: paste.hint.say(),
        },
        field: &desk.nodes.field,
        recognised: recognised.as_deref(),
        error,
        on_paste_submit: desk.on_paste(),
    };
    let held = match pasted {
        Specimen::Held { verdict, .. } => Some(held(desk, verdict)),
        Specimen::Nothing | Specimen::Unrecognised(_) => None,
    };
    panel(
        "sell-panel sell-panel-raised",
        "sell-paste",
        desk.surface.part_level(),
        paste.title.say(),
    )
    .child(form.view())
    .child(el("div").child_if(held))
}

fn recognised(pasted: &Specimen) -> Option<String> {
    let Specimen::Held {
        last_four, shape, ..
    } = pasted
    else {
        return None;
    };
    let paste = words().paste;
    let form = match shape {
        Shape::Bare => paste.bare,
        Shape::Header => paste.bearer,
        Shape::Json => paste.json,
        Shape::Form => paste.parameter,
    };
    Some(paste.recognised.fill(&[
        Gap {
            name: "form",
            value: form.say(),
        },
        Gap {
            name: "last",
            value: last_four,
        },
    ]))
}

/// The pasted token: the verdict, then the server's account of it.
fn held(desk: &Rc<Desk>, pasted: &Pasted) -> Element {
    let now = desk.now();
    let actions = words().actions;
    let latest = pasted.latest();
    let (tone, text) = match pasted {
        Pasted::Open(lookup) => verdict::of_lookup(lookup),
        Pasted::Refused(_) => (Tone::Refused, words().verdicts.refused.say()),
    };
    let verdict = Verdict {
        tone,
        text,
        id: "sell-pasted-verdict",
        level: desk.surface.part_level() + 1,
    };
    let said = el("div.sell-verdict-detail").word(words().token.pasted);
    let foreign = latest.filter(|latest| is_foreign(desk.settings(), &latest.info));
    let foreign = foreign.map(|_| el("p.sell-hint").word(words().token.foreign));
    let checked = latest.map(|_| moment::checked(latest, now));
    let buttons = el("div.sell-actions")
        .child_if(checked)
        .child(plain_button(
            actions.check_again.say(),
            desk.on(Deed::CheckPasted),
        ))
        .child(plain_button(
            actions.clear.say(),
            desk.on(Deed::ClearPasted),
        ));
    el("div.sell-stack")
        .child(verdict.view(said))
        .child(el("div").child_if(foreign))
        .child(el("div").child_if(trouble(pasted)))
        .child_if(latest.map(|latest| passport_rows::of_pasted(latest, now)))
        .child(buttons)
        .child(el("div").child_if(latest.map(|latest| raw_json(&latest.info.raw))))
}

/// Whether the token was issued to another application. Where nobody signs in there is none of ours.
fn is_foreign(settings: &Settings, info: &TokenInfo) -> bool {
    !settings.scopes.is_empty() && info.audience(&settings.client_id) == Audience::Foreign
}

fn trouble(pasted: &Pasted) -> Option<Element> {
    let told = match pasted {
        Pasted::Refused(_) => Told::of(advice::with_reason(ErrorKind::TokenRefused, None)),
        Pasted::Open(Lookup::Failed { failure, .. }) => advice::of_failure(failure, None, None),
        Pasted::Open(Lookup::Asking(_) | Lookup::Known(_)) => return None,
    };
    Some(notice("sell-pasted-problem", &told, Vec::new()))
}
