//! The Setup screen: what to register at the provider, the address that sign-in opens, and what
//! was found on this page.

use std::rc::Rc;

use super::desk::{Deed, Desk};
use super::local::Copied;
use crate::browser::{Durability, page};
use crate::components::{
    CheckRow, CopyField, Element, ParameterRow, check_list, code, el, facts, panel,
    parameter_table, value,
};
use crate::protocol::{Refusal, TransportError};
use crate::session::{Lookup, Settings, View};
use crate::words::words;

/// The screen.
pub(super) fn screen(desk: &Rc<Desk>) -> Element {
    let settings = desk.settings();
    let setup = &words().setup;
    let intro = el("div.sell-stack")
        .add(el("h1.sell-title").text(setup.title))
        .add(el("p.sell-lead").text(setup.lead))
        .add(registration(desk))
        .add(el("p.sell-hint").text(setup.never_secret));
    let bases = [
        (setup.auth_base, settings.endpoints.authorization.as_str()),
        (setup.api_base, settings.endpoints.api_base.as_str()),
    ];
    el("div.sell-screen")
        .add(intro)
        .add(facts(&bases))
        .add(parameter_table(parameters(settings)))
        .add(panel("sell-panel", "sell-checks", setup.checks).add(check_list(&checks(desk))))
}

/// The two values that have to be the same here and there.
fn registration(desk: &Rc<Desk>) -> Element {
    let (setup, actions) = (&words().setup, &words().actions);
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
    el("div.sell-stack").add(redirect.view()).add(client.view())
}

fn parameters(settings: &Settings) -> Vec<ParameterRow<'static>> {
    let setup = &words().setup;
    let row = |name, value, meaning| ParameterRow {
        name,
        value,
        meaning,
    };
    vec![
        row("response_type", code("token"), setup.response_type),
        row(
            "client_id",
            code(settings.client_id.as_str()),
            setup.client_id_meaning,
        ),
        row(
            "redirect_uri",
            code(settings.redirect_uri.as_str()),
            setup.redirect_uri_meaning,
        ),
        row(
            "scope",
            code(&settings.scopes.to_string()),
            setup.scope_meaning,
        ),
        row("state", value(setup.state_value), setup.state_meaning),
    ]
}

fn checks(desk: &Desk) -> [CheckRow<'static>; 7] {
    let setup = &words().setup;
    let notes = &words().notes;
    let row = |label, ok: Option<bool>, fix| CheckRow { label, ok, fix };
    let stored = desk.runtime().durability() == Durability::Tab;
    [
        row(
            setup.secure_context,
            Some(page::is_secure()),
            notes.fix_secure,
        ),
        row(setup.storage, Some(stored), notes.fix_storage),
        row(setup.framing, Some(!page::is_framed()), notes.fix_framing),
        // Settings that miss either never get as far as this screen.
        row(setup.client_id_set, Some(true), ""),
        row(setup.redirect_here, Some(true), ""),
        row(
            setup.capture_first,
            Some(page::has_capture()),
            notes.fix_capture,
        ),
        row(
            setup.api_readable,
            readable(desk.view()),
            notes.fix_readable,
        ),
    ]
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
