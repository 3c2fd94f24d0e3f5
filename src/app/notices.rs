//! Advice as a notice, and what its one button does.

use yew::prelude::*;

use super::advice;
use super::view::Screen;
use crate::components::{Kind, Notice, Quotation, Tone};
use crate::hooks::{SessionHandle, use_clipboard};
use crate::protocol::Scopes;
use crate::session::{Event, Problem};
use crate::words::{Advice, ErrorKind};

/// Advice with what its button does.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct AdviceNoticeProps {
    /// The id, unique on the page.
    pub(super) id: AttrValue,
    /// The advice.
    pub(super) advice: Advice,
    /// The server's words about it.
    pub(super) says: Option<Quotation>,
    /// The button was pressed.
    pub(super) on_action: Callback<()>,
    /// Given where it can be put away.
    #[prop_or_default]
    pub(super) on_dismiss: Option<Callback<()>>,
    /// Whether it takes the focus when it appears.
    #[prop_or_default]
    pub(super) focus: bool,
    /// Whether its button is the one of the screen.
    #[prop_or_default]
    pub(super) primary: bool,
}

/// A notice made of advice.
#[component]
pub(super) fn AdviceNotice(props: &AdviceNoticeProps) -> Html {
    let advice = &props.advice;
    html! {
        <Notice id={props.id.clone()} tone={Tone::from(advice.severity)} title={advice.title.clone()}
            why={advice.why.clone()} todo={advice.todo.clone()} says={props.says.clone()}
            action={AttrValue::from(advice.action.clone())}
            action_kind={if props.primary { Kind::Primary } else { Kind::Plain }}
            on_action={props.on_action.clone()} on_dismiss={props.on_dismiss.clone()} focus={props.focus} />
    }
}

/// The properties of [`ProblemNotice`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ProblemNoticeProps {
    pub(super) session: SessionHandle,
    pub(super) problem: Problem,
    /// What the person asked for last, to ask for it again.
    pub(super) scopes: Scopes,
    pub(super) on_screen: Callback<Screen>,
}

/// The problem beside the session.
#[component]
pub(super) fn ProblemNotice(props: &ProblemNoticeProps) -> Html {
    let clipboard = use_clipboard();
    let told = advice::of_problem(&props.problem);
    let on_action = {
        let (props, kind) = (props.clone(), told.advice.kind);
        Callback::from(move |()| match kind {
            ErrorKind::RedirectMismatch => {
                let uri = props.session.runtime.settings().redirect_uri.as_str().to_owned();
                clipboard.copy("redirect", uri);
            }
            ErrorKind::ClientRefused | ErrorKind::ConfigMissing => props.on_screen.emit(Screen::Setup),
            ErrorKind::AccessDenied | ErrorKind::AuthServer | ErrorKind::StateMismatch | ErrorKind::AnswerMalformed => {
                props.session.runtime.dispatch(Event::SignInAsked(props.scopes.clone()));
            }
            _ => props.session.runtime.dispatch(Event::ProblemDismissed),
        })
    };
    let on_dismiss = props.session.on(|()| Event::ProblemDismissed);
    html! {
        <AdviceNotice id="sell-problem" advice={told.advice} says={told.says} {on_action}
            on_dismiss={Some(on_dismiss)} focus={true} />
    }
}
