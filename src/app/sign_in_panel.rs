//! Signing in and out, on somebody else's page.

use std::rc::Rc;

use yew::Callback;

use super::desk::{Deed, Desk};
use super::frame::session_badge;
use super::notices::trouble;
use super::passport_rows::missing;
use super::remedy::may_leave;
use super::surface::{HostDeed, Variant};
use super::verdict;
use super::view::held;
use crate::advice::of_missing_scopes;
use crate::components::{
    Element, Kind, PasteForm, PasteWords, Trouble, badge, button, el, fact, facts, plain_button,
};
use crate::runtime::Paste;
use crate::session::{Expiry, Passport, Status, View};
use crate::words::{panels, time, words};

/// The panel.
pub(super) fn panel(desk: &Rc<Desk>) -> Element {
    let view = desk.view();
    let body = match view.status {
        Status::Active | Status::Expiring => {
            signed_in(desk).unwrap_or_else(|| way_in(desk, words().actions.sign_in.say()))
        }
        Status::SigningIn => on_the_way(desk),
        Status::Expired | Status::Rejected => way_in(desk, words().actions.sign_in_again.say()),
        Status::Booting | Status::SignedOut | Status::Failed => {
            way_in(desk, words().actions.sign_in.say())
        }
    };
    let is_held = matches!(view.status, Status::Active | Status::Expiring);
    el("div.sell-stack")
        .child(body)
        .child(el("div").child_if(more(desk)))
        .child(el("slot[name=note]").flag("hidden", is_held))
        .child(el("div").child_if(trouble(desk)))
}

/// The button that signs in. Its text is the host's, where the host wrote one.
fn way_in(desk: &Rc<Desk>, label: &str) -> Element {
    let options = desk.surface.panel().map(|(_, options)| options);
    let busy = matches!(desk.view().status, Status::Booting) || desk.view().revoking;
    let sign_in = desk.on(Deed::SignIn(desk.settings().scopes.clone()));
    let given = options.and_then(|options| options.label.as_deref());
    let is_written = options.is_some_and(|options| options.labelled);
    let label = if is_written {
        ""
    } else {
        given.unwrap_or(label)
    };
    button(Kind::Primary, "", busy, sign_in)
        .flag("disabled", desk.surface.disabled())
        .child(el("slot[name=icon]"))
        .child(el("span.sell-label").child(el("slot")).text(label))
}

/// The person is at the server: in this tab, or in a window beside it.
fn on_the_way(desk: &Rc<Desk>) -> Element {
    if !desk.runtime().has_popup() {
        return button(
            Kind::Primary,
            words().actions.signing_in.say(),
            true,
            Callback::noop(),
        );
    }
    let mut buttons = vec![plain_button(
        words().actions.cancel.say(),
        desk.on(Deed::Leave(HostDeed::CancelSignIn)),
    )];
    let paste = desk.runtime().paste();
    let by_hand = paste != Paste::Unneeded;
    if by_hand {
        let new_tab = desk.on(Deed::OpenInNewTab);
        buttons.push(button(Kind::Link, panels().new_tab.say(), false, new_tab));
    }
    if may_leave(desk) {
        let this_tab = desk.on(Deed::Leave(HostDeed::UseThisTab(
            desk.settings().scopes.clone(),
        )));
        buttons.push(button(
            Kind::Link,
            panels().use_this_tab.say(),
            false,
            this_tab,
        ));
    }
    el("div[class=sell-stack sell-on-the-way]")
        .child(el("p").word(panels().finish_there))
        .child(el("div").child_if(by_hand.then(|| answer_form(desk, paste))))
        .child(el("div.sell-actions").all(buttons))
}

/// Where the answer is put that a person carries over from the sign-in window.
fn answer_form(desk: &Rc<Desk>, paste: Paste) -> Element {
    let panels = panels();
    let [title, why, todo] = panels.no_answer;
    let form = PasteForm {
        words: PasteWords {
            id: "sell-answer",
            label: panels.answer.say(),
            button: words().actions.sign_in.say(),
            hint: panels.answer_hint.say(),
        },
        field: &desk.nodes.field,
        recognised: None,
        error: (paste == Paste::Misfit).then_some(Trouble {
            title: title.say(),
            why: why.say(),
            todo: todo.say(),
        }),
        on_paste_submit: desk.on_answer(),
    };
    form.view()
}

/// Whose session it is, and the way out.
fn signed_in(desk: &Rc<Desk>) -> Option<Element> {
    let view = desk.view();
    let passport = view.passport.as_ref()?;
    let variant = desk.surface.panel().map(|(_, options)| options.variant);
    let (frame, head, kind) = match variant.unwrap_or_default() {
        Variant::Button => (
            el("div.sell-account"),
            connected(view, passport),
            Kind::Plain,
        ),
        Variant::Badge => (el("div.sell-actions"), session_badge(desk), Kind::Link),
        Variant::Card => (el("div.sell-card"), card(desk, passport), Kind::Plain),
    };
    let disabled = desk.surface.disabled();
    let act =
        |name, deed| button(kind, name, view.revoking, desk.on(deed)).flag("disabled", disabled);
    let again = (view.status == Status::Expiring).then(|| {
        let sign_in = Deed::SignIn(passport.asked.clone());
        act(words().actions.sign_in_again.say(), sign_in)
    });
    let out = act(
        words().actions.sign_out.say(),
        Deed::Leave(HostDeed::SignOut),
    );
    Some(
        frame
            .attr("role", "group")
            .attr("aria-label", panels().session.say())
            .child(el("slot[name=signed-in]").child(head))
            .child(out)
            .child_if(again),
    )
}

/// What was asked for and not granted, to ask for it again.
fn more(desk: &Rc<Desk>) -> Option<Element> {
    let view = desk.view();
    let passport = held(view).filter(|_| !view.revoking)?;
    let missing = missing(passport);
    (!missing.is_empty()).then(|| {
        let advice = of_missing_scopes(&missing.joined());
        let sign_in = desk.on(Deed::SignIn(passport.asked.clone()));
        button(Kind::Link, &advice.action, false, sign_in).flag("disabled", desk.surface.disabled())
    })
}

/// That there is a session, in a word.
fn connected(view: &View, passport: &Passport) -> Element {
    badge(verdict::standing(view, passport), panels().connected.say())
}

fn card(desk: &Desk, passport: &Passport) -> Element {
    let heads = words().passport;
    let cells = words().cells;
    let latest = passport.lookup.latest();
    // The row is there from the start: one that came later would move what is below the card.
    let owner = latest.map_or(cells.not_checked.say(), |inspected| {
        inspected
            .info
            .owner
            .as_deref()
            .unwrap_or(cells.unknown.say())
    });
    let end = match passport.expiry {
        Expiry::At(deadline) => time::until(deadline.remaining(desk.now()) / 1000),
        Expiry::Never => cells.never.say().to_owned(),
        Expiry::Unknown => cells.unknown.say().to_owned(),
    };
    let facts = facts()
        .attr("data-status", desk.view().status.as_str())
        .child(fact(heads.scopes.say(), &passport.held.joined()))
        .child(fact(panels().owner.say(), owner).attr("data-fact", "owner"))
        .child(fact(heads.expires.say(), &end).attr("data-fact", "expires"));
    el("div.sell-card-facts")
        .child(connected(desk.view(), passport))
        .child(facts)
}
