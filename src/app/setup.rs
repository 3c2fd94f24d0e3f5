//! The Setup screen: what to register at the provider, the address that sign-in opens, and what
//! was found on this page.

use yew::prelude::*;

use crate::browser::{Durability, page};
use crate::components::{Cell, CheckList, CheckRow, CopyField, Fact, Facts, Panel, ParameterRow, ParameterTable};
use crate::hooks::{SessionHandle, use_clipboard, use_session};
use crate::protocol::{Refusal, TransportError};
use crate::session::{Lookup, Settings};
use crate::words::words;

/// The screen.
#[component]
pub(super) fn SetupScreen() -> Html {
    let Some(session) = use_session() else { return html! { <div></div> } };
    let settings = session.runtime.settings();
    let setup = &words().setup;
    html! {
        <div class="sell-screen">
            <div class="sell-stack">
                <h1 class="sell-title">{ setup.title }</h1>
                <p class="sell-lead">{ setup.lead }</p>
                <Registration session={session.clone()} />
                <p class="sell-hint">{ setup.never_secret }</p>
            </div>
            <Facts rows={facts(settings)} />
            <ParameterTable rows={parameters(settings)} />
            <Panel id="sell-checks" title={setup.checks}><CheckList rows={checks(&session)} /></Panel>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct RegistrationProps {
    session: SessionHandle,
}

/// The two values that have to be the same here and there.
#[component]
fn Registration(props: &RegistrationProps) -> Html {
    let clipboard = use_clipboard();
    let (setup, actions) = (&words().setup, &words().actions);
    let settings = props.session.runtime.settings();
    let copy = |name: &'static str, value: &str| {
        let (clipboard, value) = (clipboard.clone(), value.to_owned());
        Callback::from(move |()| clipboard.copy(name, value.clone()))
    };
    let (redirect, client) = (settings.redirect_uri.as_str(), settings.client_id.as_str());
    html! {
        <div class="sell-stack">
            <CopyField label={setup.redirect_url} copy_label={actions.copy_redirect_url} value={redirect.to_owned()}
                hint={setup.redirect_hint} copied={clipboard.has_copied("redirect")} on_copy={copy("redirect", redirect)} />
            <CopyField label={setup.client_id} copy_label={actions.copy_client_id} value={client.to_owned()}
                copied={clipboard.has_copied("client")} on_copy={copy("client", client)} />
        </div>
    }
}

fn facts(settings: &Settings) -> Vec<Fact> {
    let setup = &words().setup;
    let fact = |name: &'static str, value: &str| Fact { name: name.into(), value: Cell::Code(value.to_owned().into()) };
    vec![
        fact(setup.auth_base, settings.endpoints.authorization.as_str()),
        fact(setup.api_base, settings.endpoints.api_base.as_str()),
    ]
}

fn parameters(settings: &Settings) -> Vec<ParameterRow> {
    let setup = &words().setup;
    let row = |name: &'static str, value: Cell, meaning: &'static str| ParameterRow {
        name: name.into(),
        value,
        meaning: meaning.into(),
    };
    let code = |value: &str| Cell::Code(value.to_owned().into());
    vec![
        row("response_type", code("token"), setup.response_type),
        row("client_id", code(settings.client_id.as_str()), setup.client_id_meaning),
        row("redirect_uri", code(settings.redirect_uri.as_str()), setup.redirect_uri_meaning),
        row("scope", code(&settings.scopes.to_string()), setup.scope_meaning),
        row("state", Cell::Value(setup.state_value.into()), setup.state_meaning),
    ]
}

fn checks(session: &SessionHandle) -> Vec<CheckRow> {
    let setup = &words().setup;
    let notes = &words().notes;
    let row = |label: &'static str, ok: Option<bool>, fix: &'static str| CheckRow {
        label: label.into(),
        ok,
        found: AttrValue::default(),
        fix: (ok == Some(false)).then(|| fix.into()),
    };
    vec![
        row(setup.secure_context, Some(page::is_secure()), notes.fix_secure),
        row(setup.storage, Some(session.runtime.durability() == Durability::Tab), notes.fix_storage),
        row(setup.framing, Some(!page::is_framed()), notes.fix_framing),
        // Settings that miss either never get as far as this screen.
        row(setup.client_id_set, Some(true), ""),
        row(setup.redirect_here, Some(true), ""),
        row(setup.capture_first, Some(page::has_capture()), notes.fix_capture),
        row(setup.api_readable, readable(session), notes.fix_readable),
    ]
}

/// Whether the API's answers reach this page, as far as the token was ever asked about.
fn readable(session: &SessionHandle) -> Option<bool> {
    let lookup = session.view.passport.as_ref().map(|passport| &passport.lookup)?;
    match lookup {
        Lookup::Failed { failure, .. } => {
            let hidden = failure.refusal == Refusal::Transport(TransportError::Unreadable);
            hidden.then_some(false)
        }
        Lookup::Known(_) | Lookup::Asking(Some(_)) => Some(true),
        Lookup::Asking(None) => None,
    }
}
