//! The Token screen: the verdict first, then what is known, then what can be done.

use yew::prelude::*;

use super::calls::Calls;
use super::inspect::Inspect;
use super::notices::{AdviceNotice, ProblemNotice};
use super::secret::use_reveal;
use super::view::Screen;
use super::{advice, moment, passport_rows, verdict};
use crate::browser::{Durability, json};
use crate::components::{
    Button, ConfirmDialog, Countdown, Kind, Passport as PassportTable, RawJson, Skeleton, TokenField, Verdict,
};
use crate::hooks::{SessionHandle, use_clipboard, use_now, use_session};
use crate::session::{Event, Expiry, Lookup, Passport};
use crate::words::{Gap, time, words};

/// The properties of [`TokenScreen`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct TokenScreenProps {
    pub(super) on_screen: Callback<Screen>,
}

/// The token that is held.
#[component]
pub(super) fn TokenScreen(props: &TokenScreenProps) -> Html {
    let Some(session) = use_session() else { return html! { <div></div> } };
    let Some(passport) = session.view.passport.clone() else { return html! { <Skeleton /> } };
    let parts = PartProps { session: session.clone(), passport: passport.clone() };
    let problem = session.view.problem.clone().map(|problem| {
        let (session, scopes, on_screen) = (session.clone(), passport.asked.clone(), props.on_screen.clone());
        html! { <ProblemNotice {session} {problem} {scopes} {on_screen} /> }
    });
    html! {
        <div class="sell-screen">
            <div class="sell-stack">
                <VerdictLine ..parts.clone() />
                <div>{ for problem }</div>
                <Doubts ..parts.clone() />
            </div>
            <TokenLine ..parts.clone() />
            <Account ..parts.clone() />
            <Calls session={session.clone()} passport={passport.clone()} />
            <Inspect {session} />
        </div>
    }
}

/// The properties of the parts of this screen.
#[derive(Clone, PartialEq, Properties)]
struct PartProps {
    session: SessionHandle,
    passport: Passport,
}

#[component]
fn VerdictLine(props: &PartProps) -> Html {
    let now = use_now(&props.session.runtime);
    let (tone, text) = verdict::of_session(&props.session.view, &props.passport);
    let detail = match props.passport.expiry {
        Expiry::At(deadline) => {
            let when = moment::ahead(deadline, now);
            words().verdicts.expires.fill(&[Gap { name: "when", value: &when }])
        }
        endless => verdict::endless(endless).to_owned(),
    };
    let spoken = moment::seconds_left(props.passport.expiry, now).map(|left| AttrValue::from(time::left(left)));
    html! {
        <Verdict {tone} {text}>
            <Countdown text={detail} {spoken} />
        </Verdict>
    }
}

/// What keeps the verdict from being whole: no answer, or fewer scopes than were asked for.
#[component]
fn Doubts(props: &PartProps) -> Html {
    let failed = match &props.passport.lookup {
        Lookup::Failed { failure, .. } => Some(advice::of_failure(failure, None, None)),
        Lookup::Asking(_) | Lookup::Known(_) => None,
    };
    let check = props.session.on(|()| Event::InfoAsked);
    let failed = failed.map(|told| {
        let advice = crate::words::Advice { action: words().actions.check_again.to_owned(), ..told.advice };
        html! { <AdviceNotice id="sell-doubt" {advice} says={told.says} on_action={check} /> }
    });
    let missing = passport_rows::missing(&props.passport);
    let reduced = (!missing.is_empty()).then(|| {
        let asked = props.passport.asked.clone();
        let on_action = props.session.on(move |()| Event::SignInAsked(asked.clone()));
        let advice = advice::of_missing_scopes(&missing.to_string());
        html! { <AdviceNotice id="sell-reduced" {advice} says={None} {on_action} /> }
    });
    let volatile = props.session.runtime.durability() == Durability::Page;
    html! {
        <div class="sell-stack">
            <div>{ for failed }</div>
            <div>{ for reduced }</div>
            <p class="sell-hint">{ if volatile { words().token.in_memory } else { "" } }</p>
        </div>
    }
}

/// The masked token and what ends it.
#[component]
fn TokenLine(props: &PartProps) -> Html {
    let shown = use_reveal();
    let asking = use_state(|| false);
    let clipboard = use_clipboard();
    let runtime = &props.session.runtime;
    let revealed = shown.then(|| runtime.reveal()).flatten().map(AttrValue::from);
    let on_show = {
        let shown = shown.clone();
        Callback::from(move |show| shown.set(show))
    };
    let on_copy = {
        let (runtime, clipboard) = (runtime.clone(), clipboard.clone());
        Callback::from(move |()| runtime.reveal().into_iter().for_each(|token| clipboard.copy("token", token)))
    };
    let on_forget = props.session.on(|()| Event::ForgetAsked);
    let ask = {
        let asking = asking.clone();
        move |open: bool| Callback::from({ let asking = asking.clone(); move |()| asking.set(open) })
    };
    let on_confirm = {
        let (asking, runtime) = (asking.clone(), runtime.clone());
        Callback::from(move |()| { asking.set(false); runtime.dispatch(Event::RevokeAsked); })
    };
    let busy = props.session.view.revoking;
    let dialog = &words().revoke_dialog;
    let actions = &words().actions;
    html! {
        <section class="sell-stack" aria-label={words().token.label}>
            <TokenField last_four={props.passport.last_four.clone()} shown={revealed} copied={clipboard.has_copied("token")}
                on_show={Some(on_show)} {on_copy}>
                <Button label={actions.forget} disabled={busy} described_by="sell-forget-hint" on_press={on_forget} />
                <Button kind={Kind::Danger} label={actions.revoke_ask} {busy} on_press={ask(true)} />
            </TokenField>
            <p class="sell-hint" id="sell-forget-hint">{ words().token.forget_hint }</p>
            <ConfirmDialog open={*asking} title={dialog.title} confirm={dialog.confirm} {on_confirm} on_cancel={ask(false)}>
                { for dialog.lines.iter().map(|line| html! { <p>{ *line }</p> }) }
            </ConfirmDialog>
        </section>
    }
}

/// The three accounts of the token.
#[component]
fn Account(props: &PartProps) -> Html {
    let now = use_now(&props.session.runtime);
    let latest = props.passport.lookup.latest();
    let checked = latest.map(|inspected| moment::past(inspected.at.wall, now)).unwrap_or_default();
    let client_id = props.session.runtime.settings().client_id.as_str();
    let raw = latest.map(|inspected| html! { <RawJson text={json::pretty(&inspected.info.raw)} /> });
    let busy = matches!(props.passport.lookup, Lookup::Asking(_));
    html! {
        <section class="sell-stack" aria-label={words().passport.title}>
            <PassportTable rows={passport_rows::of_session(&props.passport, client_id, now)} />
            <div class="sell-actions">
                <span class="sell-hint">
                    { words().verdicts.checked.fill(&[Gap { name: "when", value: &checked }]) }
                </span>
                <Button label={words().actions.check_again} {busy} on_press={props.session.on(|()| Event::InfoAsked)} />
            </div>
            <div>{ for raw }</div>
        </section>
    }
}

