//! The Setup screen: what to register at the provider, the address that sign-in opens, and what
//! was found on this page.

use std::rc::Rc;

use super::desk::{Deed, Desk};
use super::local::Copied;
use crate::browser::{Durability, page};
use crate::components::{
    CopyField, Element, check, check_list, code, el, fact, facts, panel, parameter,
    parameter_table, value,
};
use crate::protocol::{Refusal, TransportError};
use crate::session::{Lookup, Settings, View};
use crate::words::words;

/// The screen.
pub(super) fn screen(desk: &Rc<Desk>) -> Element {
    let settings = desk.settings();
    let setup = words().setup;
    let intro = el("div.sell-stack")
        .child(el("h1.sell-title").text(setup.title))
        .child(el("p.sell-lead").text(setup.lead))
        .child(registration(desk))
        .child(el("p.sell-hint").text(setup.never_secret));
    let endpoints = &settings.endpoints;
    let bases = facts()
        .child(fact(setup.auth_base, endpoints.authorization.as_str()))
        .child(fact(setup.api_base, endpoints.api_base.as_str()));
    el("div.sell-screen")
        .child(intro)
        .child(bases)
        .child(parameter_table(parameters(settings)))
        .child(panel("sell-panel", "sell-checks", setup.checks).child(checks(desk)))
}

/// The two values that have to be the same here and there.
fn registration(desk: &Rc<Desk>) -> Element {
    let (setup, actions) = (words().setup, words().actions);
    let settings = desk.settings();
    let copied = desk.part().copied;
    let redirect = CopyField {
        label: setup.redirect_url,
        copy_label: actions.copy_redirect_url,
        value: settings.redirect_uri.as_str(),
        hint: setup.redirect_hint,
        copied: copied == Some(Copied::RedirectUri),
        on_copy: desk.on(Deed::Copy(Copied::RedirectUri)),
    };
    let client = CopyField {
        label: setup.client_id,
        copy_label: actions.copy_client_id,
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
    let state = value(setup.state_value);
    el("tbody")
        .child(row("response_type", "token", setup.response_type))
        .child(row("client_id", client, setup.client_id_meaning))
        .child(row("redirect_uri", redirect, setup.redirect_uri_meaning))
        .child(row("scope", &scopes, setup.scope_meaning))
        .child(parameter("state", state, setup.state_meaning))
}

fn checks(desk: &Desk) -> Element {
    let setup = words().setup;
    let stored = desk.runtime().durability() == Durability::Tab;
    let readable = readable(desk.view());
    let row = |label, ok, fix| check(label, Some(ok), fix);
    check_list()
        .child(row(
            setup.secure_context,
            page::is_secure(),
            setup.fix_secure,
        ))
        .child(row(setup.storage, stored, setup.fix_storage))
        .child(row(setup.framing, !page::is_framed(), setup.fix_framing))
        .child(row(
            setup.settings_given,
            desk.settings().lacks.is_none(),
            setup.fix_settings,
        ))
        .child(row(
            setup.capture_first,
            page::has_capture(),
            setup.fix_capture,
        ))
        .child(check(setup.api_readable, readable, setup.fix_readable))
}

/// Whether the API's answers reach this page, as far as the token was ever asked about.
fn readable(view: &View) -> Option<bool> {
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
