//! The Token screen: the verdict first, then what is known, then what can be done.

use std::rc::Rc;

use super::calls::calls;
use super::desk::{Deed, Desk};
use super::inspect::inspect;
use super::local::Copied;
use super::notices::{advised, notice, problem};
use super::{moment, passport_rows, verdict};
use crate::advice::{self, Told};
use crate::browser::Durability;
use crate::components::{
    ConfirmDialog, Element, Kind, TokenField, Verdict, button, countdown, el, plain_button,
    raw_json, skeleton,
};
use crate::session::{Expiry, Lookup, Passport, Status};
use crate::words::{time, words};

/// The token that is held.
pub(super) fn screen(desk: &Rc<Desk>) -> Element {
    let Some(passport) = &desk.view().passport else {
        return skeleton();
    };
    let top = el("div.sell-stack")
        .child(verdict_line(desk, passport))
        .child(renewal(desk, passport))
        .child(el("div").child_if(problem(desk, &passport.asked)))
        .child(doubts(desk, passport));
    let calls = desk.surface.is_page().then(|| calls(desk, passport));
    let inspect = desk.surface.takes_pastes().then(|| inspect(desk));
    el("div.sell-screen")
        .child(top)
        .child(token_line(desk, passport))
        .child(account(desk, passport))
        .child(el("div").child_if(calls))
        .child(el("div").child_if(inspect))
}

fn verdict_line(desk: &Desk, passport: &Passport) -> Element {
    let (tone, text) = verdict::of_session(desk.view(), passport);
    let detail = match passport.expiry {
        Expiry::At(deadline) => words()
            .verdicts
            .expires
            .with("when", &moment::ahead(deadline, desk.now())),
        endless => verdict::endless(endless).to_owned(),
    };
    let left = moment::seconds_left(passport.expiry, desk.now()).map(time::left);
    let verdict = Verdict {
        tone,
        text,
        id: "sell-verdict",
        level: desk.surface.level(),
    };
    verdict.view(el("div.sell-verdict-detail").child(countdown(&detail, left.as_deref())))
}

/// A token that ends soon is renewed by one action (WCAG 2.2.1). The panel that speaks for the
/// session has it.
fn renewal(desk: &Rc<Desk>, passport: &Passport) -> Element {
    let is_due = desk.view().status == Status::Expiring && desk.surface.speaks();
    let again = is_due.then(|| {
        let sign_in = desk.on(Deed::SignIn(passport.asked.clone()));
        plain_button(words().actions.sign_in_again.say(), sign_in)
    });
    el("div.sell-actions").child_if(again)
}

/// What keeps the verdict from being whole: no answer, or fewer scopes than were asked for.
fn doubts(desk: &Rc<Desk>, passport: &Passport) -> Element {
    let failed = match &passport.lookup {
        Lookup::Failed { failure, .. } => {
            // Its button is the one that checks again, which keeps its place while it does.
            let told = advice::of_failure(failure, None, Some(passport));
            Some(notice("sell-doubt", &told, Vec::new()))
        }
        Lookup::Asking(_) | Lookup::Known(_) => None,
    };
    let missing = passport_rows::missing(passport);
    let reduced = (!missing.is_empty()).then(|| {
        let told = Told::of(advice::of_missing_scopes(&missing.joined()));
        let again = desk.on(Deed::SignIn(passport.asked.clone()));
        advised("sell-reduced", &told, again)
    });
    let volatile = desk.runtime().durability() == Durability::Page;
    let hint = if volatile {
        words().token.in_memory.say()
    } else {
        ""
    };
    el("div.sell-stack")
        .child(el("div").child_if(failed))
        .child(el("div").child_if(reduced))
        .child(el("p.sell-hint").text(hint))
}

/// The masked token and what ends it.
fn token_line(desk: &Rc<Desk>, passport: &Passport) -> Element {
    let words = words();
    let part = desk.part();
    let busy = desk.view().revoking;
    let revealed = part.shown.then(|| desk.runtime().reveal()).flatten();
    let forget = plain_button(words.actions.forget.say(), desk.on(Deed::Forget))
        .flag("disabled", busy)
        .attr("aria-describedby", "sell-forget-hint");
    let ask = desk.on(Deed::Ask(true));
    let revoke = button(Kind::Danger, words.actions.revoke_ask.say(), busy, ask);
    let mut buttons = vec![forget];
    if desk.surface.revokes() {
        buttons.push(revoke);
    }
    let field = TokenField {
        last_four: &passport.last_four,
        shown: revealed.as_deref(),
        copied: part.copied == Some(Copied::Token),
        on_toggle: desk.on(Deed::Reveal(revealed.is_none())),
        on_copy: desk.on(Deed::Copy(Copied::Token)),
        reveals: desk.surface.reveals(),
        buttons,
    };
    let dialog = ConfirmDialog {
        nodes: &desk.nodes.dialog,
        open: part.asking,
        title: words.revoke_dialog.title.say(),
        lines: words.revoke_dialog.lines,
        confirm: words.revoke_dialog.confirm.say(),
        on_confirm: desk.on(Deed::Revoke),
        on_cancel: desk.on(Deed::Ask(false)),
    };
    el("section.sell-stack[role=group]")
        .attr("aria-label", words.token.label.say())
        .child(field.view())
        .child(el("p.sell-hint#sell-forget-hint").word(words.token.forget_hint))
        .child(dialog.view())
}

/// The three accounts of the token.
fn account(desk: &Rc<Desk>, held: &Passport) -> Element {
    let now = desk.now();
    let latest = held.lookup.latest();
    let client_id = desk.settings().client_id.as_str();
    let busy = matches!(held.lookup, Lookup::Asking(_));
    let again = button(
        Kind::Plain,
        words().actions.check_again.say(),
        busy,
        desk.on(Deed::Check),
    );
    let raw = latest.map(|inspected| raw_json(&inspected.info.raw));
    el("section.sell-stack[role=group]")
        .attr("aria-label", words().passport.title.say())
        .child(passport_rows::of_session(held, client_id, now))
        .child(
            el("div.sell-actions")
                .child(moment::checked(latest, now))
                .child(again),
        )
        .child(el("div").child_if(raw))
}
