//! English: what to say about each kind of failure.
//!
//! Four phrases each: what happened, why, what to do, and the name of the button that does it.

use crate::words::advice::{AdviceText, Severity};
use crate::words::{ErrorKind, Phrase};

const fn fixed(text: &'static str) -> Phrase {
    Phrase::fixed(text)
}

const fn gaps(full: &'static str, neutral: &'static str) -> Phrase {
    Phrase::with_gaps(full, neutral)
}

const fn text(severity: Severity, [title, why, todo, action]: [Phrase; 4]) -> AdviceText {
    AdviceText {
        severity,
        title,
        why,
        todo,
        action,
    }
}

/// What English says about `kind`.
// A table: one arm for each kind, nothing to decide.
#[allow(clippy::too_many_lines)]
pub(super) fn advice(kind: ErrorKind) -> &'static AdviceText {
    use ErrorKind as Kind;
    use Severity::{Failure, Note, Unknown, Warning};
    match kind {
        Kind::ConfigMissing => {
            const {
                &text(
                    Failure,
                    [
                        fixed("Sign-in is not set up"),
                        fixed("No client ID or scope was given."),
                        gaps(
                            "Set them in {place}.",
                            "Add client-id and scope to the element.",
                        ),
                        fixed("Open setup"),
                    ],
                )
            }
        }
        Kind::RedirectMismatch => {
            const {
                &text(
                    Failure,
                    [
                        fixed("Sell did not come back"),
                        fixed("The redirect URL probably differs from the registered one."),
                        fixed("Compare both character by character."),
                        fixed("Copy redirect URL"),
                    ],
                )
            }
        }
        Kind::InsecureContext => {
            const {
                &text(
                    Failure,
                    [
                        fixed("This page is not secure"),
                        fixed("Tokens may only travel over https."),
                        fixed("Open the https address."),
                        fixed("Open https page"),
                    ],
                )
            }
        }
        Kind::WasmBlocked => {
            const {
                &text(
                    Failure,
                    [
                        fixed("The page's security policy stops this panel"),
                        fixed("It forbids WebAssembly."),
                        fixed("Add 'wasm-unsafe-eval' to script-src."),
                        fixed("Copy policy"),
                    ],
                )
            }
        }
        Kind::WasmFailed => {
            const {
                &text(
                    Failure,
                    [
                        fixed("A file did not load"),
                        fixed("The network, a wrong file type or a hash mismatch is to blame."),
                        fixed("Check the path to the .wasm file."),
                        fixed("Try again"),
                    ],
                )
            }
        }
        Kind::StorageBlocked => {
            const {
                &text(
                    Warning,
                    [
                        fixed("This browser keeps nothing for this site"),
                        gaps(
                            "{reason}, so the token is held in memory.",
                            "Storage is off, so the token is held in memory.",
                        ),
                        fixed("Sign-in uses a popup; reloading signs you out."),
                        fixed("Continue"),
                    ],
                )
            }
        }
        Kind::PopupBlocked => {
            const {
                &text(
                    Failure,
                    [
                        fixed("The sign-in window was blocked"),
                        fixed("The browser stops pop-ups here."),
                        fixed("Allow them or continue in this tab."),
                        fixed("Use this tab"),
                    ],
                )
            }
        }
        Kind::PopupTimeout => {
            const {
                &text(
                    Unknown,
                    [
                        fixed("No answer from the sign-in window"),
                        fixed("It was closed or cut off."),
                        fixed("Start again."),
                        fixed("Start again"),
                    ],
                )
            }
        }
        Kind::Framed => {
            const {
                &text(
                    Failure,
                    [
                        fixed("Sign-in cannot open inside this frame"),
                        fixed("The frame forbids pop-ups."),
                        fixed("Open in a new tab, or add allow-popups to its sandbox."),
                        fixed("Open in new tab"),
                    ],
                )
            }
        }
        Kind::AccessDenied => {
            const {
                &text(
                    Failure,
                    [
                        fixed("Access was not granted"),
                        fixed("Someone chose to deny, or an admin does not allow it."),
                        fixed("Try again or ask your Sell admin."),
                        fixed("Start again"),
                    ],
                )
            }
        }
        Kind::ClientRefused => {
            const {
                &text(
                    Failure,
                    [
                        fixed("Sell does not know this app"),
                        fixed("The client ID is wrong, or the app may not use this flow."),
                        fixed("Check the ID in Sell's developer apps."),
                        fixed("Open setup"),
                    ],
                )
            }
        }
        Kind::ScopeRefused => {
            const {
                &text(
                    Failure,
                    [
                        fixed("Sell does not offer a scope you asked for"),
                        gaps("“{scope}” is unknown.", "One of the scopes is unknown."),
                        fixed("Remove it."),
                        fixed("Edit scopes"),
                    ],
                )
            }
        }
        Kind::AuthServer => {
            const {
                &text(
                    Failure,
                    [
                        fixed("Sell could not finish sign-in"),
                        fixed("It reports a problem of its own."),
                        fixed("Wait a minute."),
                        fixed("Try again"),
                    ],
                )
            }
        }
        Kind::StateMismatch => {
            const {
                &text(
                    Failure,
                    [
                        fixed("This answer is not for this page"),
                        gaps(
                            "{reason}, so the answer was thrown away.",
                            "The security code is missing or differs, so it was thrown away.",
                        ),
                        fixed("Start from here, not from a saved link."),
                        fixed("Start again"),
                    ],
                )
            }
        }
        Kind::AnswerUsed => {
            const {
                &text(
                    Note,
                    [
                        fixed("This sign-in was already used"),
                        fixed("The page was reloaded or you went back."),
                        fixed("Nothing is lost; your session is unchanged."),
                        fixed("Dismiss"),
                    ],
                )
            }
        }
        Kind::AnswerMalformed => {
            const {
                &text(
                    Failure,
                    [
                        fixed("Sell's answer was incomplete"),
                        gaps("{reason}.", "No token was in it."),
                        fixed("Start again; if it repeats, send the report."),
                        fixed("Start again"),
                    ],
                )
            }
        }
        Kind::ScopeReduced => {
            const {
                &text(
                    Warning,
                    [
                        fixed("You got less than you asked for"),
                        gaps("{missing} was not granted.", "Not every scope was granted."),
                        fixed("Calls that need it will be refused."),
                        gaps("Ask again for {missing}", "Ask again"),
                    ],
                )
            }
        }
        Kind::PasteUnrecognised => {
            const {
                &text(
                    Failure,
                    [
                        fixed("That does not look like a token"),
                        gaps("{reason}.", "Nothing in it has the shape of a token."),
                        fixed("Copy the whole value, or paste the full redirect URL."),
                        fixed("Clear"),
                    ],
                )
            }
        }
        Kind::TokenRefused => {
            const {
                &text(
                    Failure,
                    [
                        fixed("Sell refuses this token"),
                        fixed("It is expired, revoked or mistyped; Sell does not say which."),
                        fixed("Get a new one."),
                        fixed("Sign in again"),
                    ],
                )
            }
        }
        Kind::TokenExpired => {
            const {
                &text(
                    Failure,
                    [
                        fixed("This token has ended"),
                        gaps("It ran out at {time}.", "Its time ran out."),
                        fixed("A new one takes one click."),
                        fixed("Sign in again"),
                    ],
                )
            }
        }
        Kind::MissingScope => {
            const {
                &text(
                    Failure,
                    [
                        gaps("This call needs {needed}", "This call needs another scope"),
                        gaps("Your token has {held}.", "Your token does not hold it."),
                        fixed("Add it and come back here."),
                        gaps("Add {needed}", "Add scope"),
                    ],
                )
            }
        }
        Kind::Forbidden => {
            const {
                &text(
                    Failure,
                    [
                        fixed("Sell does not allow this for you"),
                        fixed("The scope is fine; your role or plan is not."),
                        fixed("Ask your Sell admin."),
                        fixed("Copy report"),
                    ],
                )
            }
        }
        Kind::NotFound => {
            const {
                &text(
                    Failure,
                    [
                        fixed("Nothing at this address"),
                        fixed("The record or path does not exist."),
                        fixed("Check the id."),
                        fixed("Edit"),
                    ],
                )
            }
        }
        Kind::BodyRefused => {
            const {
                &text(
                    Failure,
                    [
                        fixed("Sell refused the content"),
                        gaps(
                            "Field {field}: {reason}; the scope itself is fine.",
                            "The scope itself is fine.",
                        ),
                        fixed("Correct it."),
                        fixed("Edit"),
                    ],
                )
            }
        }
        Kind::RateLimited => {
            const {
                &text(
                    Warning,
                    [
                        fixed("Too many calls"),
                        fixed("Sell allows 10 per second per token."),
                        gaps(
                            "It continues by itself in {span}.",
                            "It continues by itself in a moment.",
                        ),
                        fixed("Stop"),
                    ],
                )
            }
        }
        Kind::ServerError => {
            const {
                &text(
                    Failure,
                    [
                        fixed("Sell has a problem"),
                        gaps(
                            "Its answer was {status}, reference {logref}.",
                            "Its answer was an error of its own.",
                        ),
                        gaps(
                            "Wait, or quote the reference {logref} to Zendesk.",
                            "Wait a minute.",
                        ),
                        fixed("Try again"),
                    ],
                )
            }
        }
        Kind::Unreadable => {
            const {
                &text(
                    Unknown,
                    [
                        fixed("The browser hid Sell's answer"),
                        gaps(
                            "Most likely {causes}; the status is unknown.",
                            "The status is unknown.",
                        ),
                        fixed("Run it outside the browser, or use a relay."),
                        fixed("Copy as curl"),
                    ],
                )
            }
        }
        Kind::Offline => {
            const {
                &text(
                    Unknown,
                    [
                        fixed("You are offline"),
                        fixed("This device has no connection."),
                        fixed("Your token is kept; try again once connected."),
                        fixed("Try again"),
                    ],
                )
            }
        }
        Kind::Timeout => {
            const {
                &text(
                    Unknown,
                    [
                        gaps(
                            "Sell did not answer in {span}",
                            "Sell did not answer in time",
                        ),
                        fixed("The network or the service is slow."),
                        fixed("Nothing was changed by a read."),
                        fixed("Try again"),
                    ],
                )
            }
        }
        Kind::RevokeUnconfirmed => {
            const {
                &text(
                    Unknown,
                    [
                        fixed("Forgotten here; Sell did not confirm"),
                        fixed("It may need the app's secret, which never belongs in a browser."),
                        fixed("Revoke it in Sell's settings or with this command."),
                        fixed("Copy command"),
                    ],
                )
            }
        }
        Kind::TokenNotExposed => {
            const {
                &text(
                    Failure,
                    [
                        fixed("The page may not read the token"),
                        fixed("The attribute expose-token is not set."),
                        fixed("Use request(), or set it on purpose."),
                        fixed("Read why"),
                    ],
                )
            }
        }
        Kind::Internal => {
            const {
                &text(
                    Failure,
                    [
                        fixed("This panel stopped"),
                        fixed("This is a fault of ours."),
                        fixed("Reload it; your session is kept."),
                        fixed("Reload this panel"),
                    ],
                )
            }
        }
    }
}
