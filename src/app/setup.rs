//! The Setup screen: what to register at the provider, the address that sign-in opens, and what
//! was found on this page.

use std::rc::Rc;

use super::desk::{Deed, Desk};
use super::local::Copied;
use super::probe::Asked;
use crate::browser::{Durability, page};
use crate::components::{
    CopyField, Element, Kind, button, check, check_list, code, el, fact, facts, panel, parameter,
    parameter_table, value,
};
use crate::protocol::{Refusal, TransportError};
use crate::session::{Lookup, Settings, View};
use crate::words::{Word, words};

/// The screen.
pub(super) fn screen(desk: &Rc<Desk>) -> Element {
    let settings = desk.settings();
    let setup = words().setup;
    let intro = el("div.sell-stack")
        .child(el("h1.sell-title").word(setup.title))
        .child(el("p.sell-lead").word(setup.lead))
        .child(registration(desk))
        .child(el("p.sell-hint").word(setup.never_secret));
    let endpoints = &settings.endpoints;
    let bases = facts()
        .child(fact(
            setup.auth_base.say(),
            endpoints.authorization.as_str(),
        ))
        .child(fact(setup.api_base.say(), endpoints.api_base.as_str()));
    el("div.sell-screen")
        .child(intro)
        .child(bases)
        .child(parameter_table(parameters(settings)))
        .child(
            panel("sell-panel", "sell-checks", 2, setup.checks.say())
                .child(checks(desk))
                .child(ask(desk)),
        )
}

/// The button that finds out what only asking tells. No token is sent.
fn ask(desk: &Rc<Desk>) -> Element {
    let setup = words().setup;
    let asking = desk.part().asked == Asked::Asking;
    let ask = button(
        Kind::Plain,
        setup.check_page.say(),
        asking,
        desk.on(Deed::Probe),
    );
    el("div.sell-stack")
        .child(el("div.sell-actions").child(ask))
        .child(el("p.sell-hint").word(setup.check_page_hint))
}

/// The two values that have to be the same here and there.
fn registration(desk: &Rc<Desk>) -> Element {
    let (setup, actions) = (words().setup, words().actions);
    let settings = desk.settings();
    let copied = desk.part().copied;
    let redirect = CopyField {
        label: setup.redirect_url.say(),
        copy_label: actions.copy_redirect_url.say(),
        value: settings.redirect_uri.as_str(),
        hint: setup.redirect_hint.say(),
        copied: copied == Some(Copied::RedirectUri),
        on_copy: desk.on(Deed::Copy(Copied::RedirectUri)),
    };
    let client = CopyField {
        label: setup.client_id.say(),
        copy_label: actions.copy_client_id.say(),
        value: settings.client_id.as_str(),
        hint: "",
        copied: copied == Some(Copied::ClientId),
        on_copy: desk.on(Deed::Copy(Copied::ClientId)),
    };
    el("div.sell-stack")
        .child(redirect.view())
        .child_if(settings.lacks.is_none().then(|| client.view()))
}

fn parameters(settings: &Settings) -> Element {
    let setup = words().setup;
    let row = |name, value, meaning| parameter(name, code(value), meaning);
    let client = settings.client_id.as_str();
    let redirect = settings.redirect_uri.as_str();
    let scopes = settings.scopes.joined();
    let state = value(setup.state_value.say());
    el("tbody")
        .child(row("response_type", "token", setup.response_type.say()))
        .child(row("client_id", client, setup.client_id_meaning.say()))
        .child(row(
            "redirect_uri",
            redirect,
            setup.redirect_uri_meaning.say(),
        ))
        .child(row("scope", &scopes, setup.scope_meaning.say()))
        .child(parameter("state", state, setup.state_meaning.say()))
}

/// What has to be so, what was found, and what to change.
fn checks(desk: &Rc<Desk>) -> Element {
    let (setup, settings) = (words().setup, desk.settings());
    let stored = desk.runtime().durability() == Durability::Tab;
    let framed = page::is_framed();
    let captured = page::has_capture();
    let origin = page::origin().unwrap_or_default();
    let given = settings.lacks.is_none();
    let client_id = if given {
        settings.client_id.as_str()
    } else {
        ""
    };
    let [top_level, in_frame] = setup.found_framing;
    let [ran, ran_not] = setup.found_capture;
    let [in_tab, in_memory] = setup.found_storage;
    let either = |first: bool, [one, other]: [Word; 2]| if first { one.say() } else { other.say() };
    let row = |label: Word, ok, found: &str, fix: Word| {
        check(
            label.say(),
            Some(ok),
            found,
            if ok { "" } else { fix.say() },
        )
    };
    check_list()
        .child(row(
            setup.secure_context,
            page::is_secure(),
            &origin,
            setup.fix_secure,
        ))
        .child(row(
            setup.storage,
            stored,
            either(stored, [in_tab, in_memory]),
            setup.fix_storage,
        ))
        .child(row(
            setup.framing,
            !framed,
            either(framed, [in_frame, top_level]),
            setup.fix_framing,
        ))
        .child(row(
            setup.settings_given,
            given,
            client_id,
            setup.fix_settings,
        ))
        .child(row(
            setup.capture_first,
            captured,
            either(captured, [ran, ran_not]),
            setup.fix_capture,
        ))
        .child(policy(desk))
        .child(readable(desk))
}

/// The content policy of the page, once it was asked for.
fn policy(desk: &Desk) -> Element {
    let setup = words().setup;
    let origin = desk.settings().endpoints.api_base.origin();
    let part = desk.part();
    let probe = part.asked.known();
    let allows = probe.and_then(|probe| probe.allows(origin.as_str()));
    let found = match probe.and_then(|probe| probe.policy.as_deref()) {
        Some("") => setup.no_policy.say(),
        found => found.unwrap_or_default(),
    };
    let fix = match allows {
        Some(false) => setup.fix_policy.with("origin", origin.as_str()),
        _ => String::new(),
    };
    check(setup.policy.say(), allows, found, &fix)
}

/// Whether the API's answers reach this page: as asked for here, or as far as the token was ever
/// asked about.
fn readable(desk: &Desk) -> Element {
    let setup = words().setup;
    let part = desk.part();
    let probe = part.asked.known();
    let readable = probe.map_or_else(
        || readable_so_far(desk.view()),
        |probe| Some(probe.status.is_some()),
    );
    let found = match probe.map(|probe| probe.status) {
        Some(Some(status)) => setup.found_status.with("status", &status.to_string()),
        Some(None) => setup.found_hidden.say().to_owned(),
        None => String::new(),
    };
    let fix = if readable == Some(false) {
        setup.fix_readable.say()
    } else {
        ""
    };
    check(setup.api_readable.say(), readable, &found, fix)
}

fn readable_so_far(view: &View) -> Option<bool> {
    let lookup = view.passport.as_ref().map(|passport| &passport.lookup)?;
    match lookup {
        Lookup::Failed { failure, .. } => {
            let hidden = failure.refusal == Refusal::Transport(TransportError::Unreadable);
            hidden.then_some(false)
        }
        Lookup::Known(_) | Lookup::Asking(Some(_)) => Some(true),
        Lookup::Asking(None) => None,
    }
}
