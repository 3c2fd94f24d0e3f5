//! The Start screen: no token is held.

use std::rc::Rc;

use super::desk::{Deed, Desk};
use super::inspect::inspect;
use super::local::Copied;
use super::notices::{action, advised, notice, problem, sentences};
use super::view::Screen;
use super::{choice, moment};
use crate::advice::{self, Told};
use crate::browser::Durability;
use crate::components::{Element, Kind, Tone, Verdict, button, el, plain_button, sign_in_button};
use crate::protocol::RevocationAnswer;
use crate::protocol::text::after;
use crate::session::{Doubt, Problem, Proof, Reason, Settings, Status};
use crate::words::catalogue::Sentences;
use crate::words::{ErrorKind, Word, words};

/// Why nobody is signed in, and the way in.
pub(super) fn screen(desk: &Rc<Desk>) -> Element {
    let start = words().start;
    let ended = desk.view().reason.as_ref();
    let why = el("div.sell-stack")
        .child(el("div").child_if(problem(desk, &desk.settings().scopes)))
        .child(el("div").child_if(ended.and_then(|reason| self::ended(desk, reason))));
    let intro = el("div.sell-stack")
        .child(why)
        .child(el("h1.sell-title").word(start.title))
        .child(el("p.sell-lead").word(start.lead));
    let ways = el("div.sell-columns")
        .child(way_in(desk))
        .child(inspect(desk));
    el("div.sell-screen").child(intro).child(ways)
}

/// What ended the last session.
pub(super) fn ended(desk: &Rc<Desk>, reason: &Reason) -> Option<Element> {
    let advice = match reason {
        Reason::Expired { at } => advice::of_expiry(&moment::clock(*at)),
        Reason::Rejected => advice::with_reason(ErrorKind::TokenRefused, None),
        Reason::Revoked {
            proof: Proof::Unconfirmed(doubt),
            ..
        } => return (!desk.part().ending_away).then(|| unconfirmed(desk, doubt)),
        Reason::Revoked { proof, at } => return Some(revoked(desk, proof, *at)),
        Reason::Forgotten => return Some(forgotten(words().endings.forgotten)),
        Reason::EndedElsewhere(_) => return Some(forgotten(words().endings.elsewhere)),
        Reason::FirstVisit | Reason::Failed | Reason::Foreign => return None,
    };
    let again = (!desk.surface.has_way_in()).then(|| {
        let again = desk.on(Deed::SignIn(desk.settings().scopes.clone()));
        plain_button(&advice.action, again)
    });
    let buttons = again.into_iter().collect();
    Some(notice("sell-ended", &Told::of(advice), buttons))
}

fn revoked(desk: &Desk, proof: &Proof, at: u64) -> Element {
    let words = words().revoked;
    let proof = if *proof == Proof::Confirmed {
        words.confirmed
    } else {
        words.already_dead
    };
    let detail = [
        proof.say(),
        " ",
        &moment::clock(at),
        ". ",
        words.still_signed_in.say(),
    ]
    .concat();
    Verdict {
        tone: Tone::Ended,
        text: crate::words::words().verdicts.revoked.say(),
        id: "sell-verdict",
        level: desk.surface.part_level(),
    }
    .view(el("div.sell-verdict-detail").text(&detail))
}

fn forgotten(told: Sentences) -> Element {
    sentences("sell-ended", Tone::Neutral, told)
}

/// A revocation that nobody confirmed: what the server said, and the command that does it with
/// the secret, which never belongs in a browser.
fn unconfirmed(desk: &Rc<Desk>, doubt: &Doubt) -> Element {
    let says = match &doubt.answer {
        RevocationAnswer::Refused(failure) => advice::quotation(
            failure
                .report
                .message
                .as_deref()
                .or(failure.report.code.as_deref()),
        ),
        RevocationAnswer::Accepted => None,
    };
    let advice = advice::with_reason(ErrorKind::RevokeUnconfirmed, None);
    let away = desk.on(Deed::PutEndingAway);
    let buttons = vec![
        action(desk, &advice.action, Deed::Copy(Copied::RevokeCommand)),
        button(Kind::Link, words().actions.dismiss.say(), false, away),
    ];
    notice("sell-ended", &Told { advice, says }, buttons)
}

/// Whom a token is sent to, for the promise under the sign-in button.
fn api_host(settings: &Settings) -> String {
    let origin = settings.endpoints.api_base.origin();
    after(origin.as_str(), "://").unwrap_or_default().to_owned()
}

/// The way in; without settings for it, the way to them.
fn way_in(desk: &Rc<Desk>) -> Element {
    let Some(fault) = &desk.settings().lacks else {
        return sign_in(desk);
    };
    let told = advice::of_problem(&Problem::Config(fault.clone()));
    advised("sell-config", &told, desk.on(Deed::Go(Screen::Setup)))
}

/// Scopes, the button and what is promised.
fn sign_in(desk: &Rc<Desk>) -> Element {
    let settings = desk.settings();
    let start = words().start;
    let chosen = choice::chosen(desk);
    let busy = desk.view().status == Status::SigningIn;
    let blocked = desk.runtime().durability() == Durability::Page;
    let hint = if chosen.is_empty() {
        start.no_scope.say()
    } else {
        ""
    };
    let promise = start.promise.with("host", &api_host(settings));
    let button = sign_in_button(busy, desk.on(Deed::SignIn(chosen.clone())))
        .flag("disabled", chosen.is_empty() || blocked)
        .attr("aria-describedby", "sell-promise");
    let notice = blocked.then(|| sentences("sell-storage", Tone::Soon, words().notes.cannot_leave));
    el("section.sell-stack[role=group]")
        .attr("aria-label", words().actions.sign_in.say())
        .child(choice::boxes(desk, &chosen))
        .child(button)
        .child(el("p.sell-hint").text(hint))
        .child(el("div").child_if(notice))
        .child(el("p.sell-hint#sell-promise").text(&promise))
        .child(folded(start.what_we_store, start.what_we_store_answer))
        .child(folded(start.limits, start.limits_answer))
}

fn folded(question: Word, answer: Word) -> Element {
    el("details")
        .child(el("summary").word(question))
        .child(el("p").word(answer))
}
