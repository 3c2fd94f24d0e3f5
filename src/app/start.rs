//! The Start screen: no token is held.

use yew::prelude::*;

use super::advice;
use super::inspect::Inspect;
use super::moment;
use super::notices::{AdviceNotice, ProblemNotice};
use super::view::Screen;
use crate::browser::{Durability, page};
use crate::components::{Notice, ScopeChoice, ScopePicker, SignInButton, Tone, Verdict};
use crate::hooks::{SessionHandle, use_clipboard, use_session};
use crate::protocol::{Scope, Scopes};
use crate::session::{Doubt, Event, Proof, Reason, Settings, Status};
use crate::words::{ErrorKind, Gap, words};

/// The properties of [`StartScreen`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct StartScreenProps {
    pub(super) on_screen: Callback<Screen>,
}

/// Why nobody is signed in, and the way in.
#[component]
pub(super) fn StartScreen(props: &StartScreenProps) -> Html {
    let Some(session) = use_session() else { return html! { <div></div> } };
    let start = &words().start;
    html! {
        <div class="sell-screen">
            <div class="sell-stack">
                <Ended session={session.clone()} on_screen={props.on_screen.clone()} />
                <h1 class="sell-title">{ start.title }</h1>
                <p class="sell-lead">{ start.lead }</p>
            </div>
            <div class="sell-columns">
                <SignIn session={session.clone()} />
                <Inspect {session} />
            </div>
        </div>
    }
}

/// The properties of the parts of this screen.
#[derive(Clone, PartialEq, Properties)]
struct SessionProps {
    session: SessionHandle,
}

#[derive(Clone, PartialEq, Properties)]
struct EndedProps {
    session: SessionHandle,
    on_screen: Callback<Screen>,
}

/// What ended the last session, or kept a sign-in from succeeding.
#[component]
fn Ended(props: &EndedProps) -> Html {
    let view = &props.session.view;
    let scopes = props.session.runtime.settings().scopes.clone();
    let problem = view.problem.clone().map(|problem| {
        let (session, on_screen) = (props.session.clone(), props.on_screen.clone());
        html! { <ProblemNotice {session} {problem} {scopes} {on_screen} /> }
    });
    let reason = view.reason.as_ref().map(|reason| ended(&props.session, reason));
    html! {
        <div class="sell-stack">
            <div>{ for problem }</div>
            <div>{ for reason }</div>
        </div>
    }
}

fn ended(session: &SessionHandle, reason: &Reason) -> Html {
    let verdicts = &words().verdicts;
    let again = session.runtime.settings().scopes.clone();
    let on_action = session.on(move |()| Event::SignInAsked(again.clone()));
    match reason {
        Reason::Expired { at } => {
            let advice = advice::of_expiry(&moment::clock(*at));
            html! { <AdviceNotice id="sell-ended" {advice} says={None} {on_action} /> }
        }
        Reason::Rejected => {
            let advice = advice::with_reason(ErrorKind::TokenRefused, None);
            html! { <AdviceNotice id="sell-ended" {advice} says={None} {on_action} /> }
        }
        Reason::Revoked { proof: Proof::Unconfirmed(doubt), .. } => {
            html! { <Unconfirmed session={session.clone()} doubt={doubt.clone()} /> }
        }
        Reason::Revoked { proof, at } => {
            let proof = if *proof == Proof::Confirmed { words().revoked.confirmed } else { words().revoked.already_dead };
            let detail = [proof, " ", &moment::clock(*at), ". ", words().revoked.still_signed_in].concat();
            html! { <Verdict level={2} tone={Tone::Ended} text={verdicts.revoked}>{ detail }</Verdict> }
        }
        Reason::Forgotten => forgotten(words().notes.forgotten),
        Reason::EndedElsewhere(_) => forgotten(words().notes.ended_elsewhere),
        Reason::FirstVisit | Reason::Failed | Reason::Foreign => html! {},
    }
}

fn forgotten([title, why, todo]: [&'static str; 3]) -> Html {
    html! { <Notice id="sell-ended" tone={Tone::Neutral} {title} {why} {todo} /> }
}

#[derive(Clone, PartialEq, Properties)]
struct UnconfirmedProps {
    session: SessionHandle,
    doubt: Doubt,
}

/// A revocation that nobody confirmed: what the server said, and the command that does it with
/// the secret, which never belongs in a browser.
#[component]
fn Unconfirmed(props: &UnconfirmedProps) -> Html {
    let clipboard = use_clipboard();
    let says = match &props.doubt.answer {
        crate::protocol::RevocationAnswer::Refused(failure) => {
            advice::quotation(failure.message.as_deref().or(failure.code.as_deref()))
        }
        crate::protocol::RevocationAnswer::Accepted => None,
    };
    let command = revoke_command(props.session.runtime.settings());
    let on_action = Callback::from(move |()| clipboard.copy("command", command.clone()));
    let advice = advice::with_reason(ErrorKind::RevokeUnconfirmed, None);
    html! { <AdviceNotice id="sell-ended" {advice} {says} {on_action} /> }
}

fn revoke_command(settings: &Settings) -> String {
    [
        "curl -u '",
        &settings.client_id.as_str().replace('\'', "'\\''"),
        ":'\"$SELL_CLIENT_SECRET\" -d \"token=$SELL_TOKEN\" '",
        settings.endpoints.revocation.as_str(),
        "'",
    ]
    .concat()
}

/// Scopes, the button and what is promised.
#[component]
fn SignIn(props: &SessionProps) -> Html {
    let session = &props.session;
    let settings = session.runtime.settings();
    let chosen = use_state(|| first_choice(settings));
    let busy = session.view.status == Status::SigningIn;
    let blocked = session.runtime.durability() == Durability::Page;
    let on_toggle = {
        let (chosen, offered) = (chosen.clone(), offered(settings));
        Callback::from(move |name: AttrValue| chosen.set(toggled(&offered, &chosen, &name)))
    };
    let on_sign_in = {
        let scopes = (*chosen).clone();
        session.on(move |()| Event::SignInAsked(scopes.clone()))
    };
    let host = advice::api_host(settings);
    let start = &words().start;
    html! {
        <section class="sell-stack" aria-label={words().actions.sign_in}>
            <ScopePicker choices={choices(settings, &chosen)} disabled={busy} {on_toggle} />
            <SignInButton {busy} disabled={chosen.is_empty() || blocked} described_by="sell-promise" {on_sign_in} />
            <p class="sell-hint">{ if chosen.is_empty() { start.no_scope } else { "" } }</p>
            <div>{ for blocked.then(|| storage_notice(session)) }</div>
            <p class="sell-hint" id="sell-promise">
                { start.promise.fill(&[Gap { name: "host", value: &host }]) }
            </p>
            <details><summary>{ start.what_we_store }</summary><p>{ start.what_we_store_answer }</p></details>
            <details><summary>{ start.limits }</summary><p>{ start.limits_answer }</p></details>
        </section>
    }
}

fn storage_notice(session: &SessionHandle) -> Html {
    let [title, why, todo] = words().notes.cannot_leave;
    let _ = session;
    html! { <Notice id="sell-storage" tone={Tone::Soon} {title} {why} {todo} /> }
}

/// The provider's scopes and any other that the settings name.
fn offered(settings: &Settings) -> Scopes {
    let documented = settings.provider.scopes.iter().filter_map(|entry| Scope::parse(entry.name));
    Scopes::new(documented.chain(settings.scopes.iter().cloned()).collect())
}

/// What a link asks for where it names scopes, and what the settings ask for otherwise. A link
/// chooses boxes; it never starts anything.
fn first_choice(settings: &Settings) -> Scopes {
    let linked = page::query("scope").and_then(|scopes| Scopes::parse(&scopes));
    let linked = linked.map(|linked| linked.without(&linked.without(&offered(settings))));
    linked.filter(|linked| !linked.is_empty()).unwrap_or_else(|| settings.scopes.clone())
}

fn choices(settings: &Settings, chosen: &Scopes) -> Vec<ScopeChoice> {
    let choice = |scope: &Scope| ScopeChoice {
        name: scope.as_str().to_owned().into(),
        meaning: words().scopes.of(scope.as_str()).into(),
        chosen: chosen.contains(scope.as_str()),
        unknown: !settings.provider.scopes.iter().any(|entry| entry.name == scope.as_str()),
    };
    offered(settings).iter().map(choice).collect()
}

/// The choice with one box changed, in the order in which the boxes stand.
fn toggled(offered: &Scopes, chosen: &Scopes, name: &str) -> Scopes {
    let keeps = |scope: &&Scope| chosen.contains(scope.as_str()) != (scope.as_str() == name);
    Scopes::new(offered.iter().filter(keeps).cloned().collect())
}
