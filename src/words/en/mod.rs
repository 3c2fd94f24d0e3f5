//! English.

mod advice;
mod embed;
mod notes;
mod screens;
mod token;

use super::Phrase;
use super::catalogue::{Actions, Announcements, Causes, Frame, Panels, Times, Words};
use super::time::Unit;

/// The English catalogue.
pub static WORDS: Words = Words {
    actions: &ACTIONS,
    frame: &FRAME,
    start: &screens::START,
    scopes: &screens::SCOPES,
    paste: &screens::PASTE,
    verdicts: &token::VERDICTS,
    token: &token::TOKEN,
    passport: &token::PASSPORT,
    cells: &token::CELLS,
    revoked: &token::REVOKED,
    revoke_dialog: &token::REVOKE_DIALOG,
    calls: &screens::CALLS,
    setup: &screens::SETUP,
    announcements: &ANNOUNCEMENTS,
    time: &TIMES,
    notes: &notes::NOTES,
    endings: &notes::ENDINGS,
    unsent: &notes::UNSENT,
    config: &notes::CONFIG,
    causes: &CAUSES,
    amount,
    advice: advice::advice,
};

pub use embed::EMBED;

/// The English words of panels.
pub static PANELS: Panels = Panels {
    finish_there: "Finish in the other window.",
    answer: "Answer of the sign-in window",
    answer_hint: "That window cannot reach this page. Copy the answer that it offers and paste it \
                  here. Nothing but this page can read it.",
    no_answer: [
        "This is not the answer",
        "It is not what this sign-in's window offers to copy.",
        "Copy it there and paste all of it.",
    ],
    new_tab: "Open this page in a new tab",
    use_this_tab: "Use this tab instead",
    under_way: "Signing in is under way in the other window.",
    no_token: "Nobody is signed in here, so there is no token to look at.",
    no_calls: "Sign in to see which calls your token opens.",
    effects: &[
        ("creates", "Creates data"),
        ("changes", "Changes data"),
        ("deletes", "Deletes data"),
    ],
    or: " or ",
    left_out: "Calls that change data are left out here.",
    connected: "Connected",
    owner: "User ID",
    session: "Your Sell session",
    without: Phrase::with_gaps("Sign in without {scopes}", "Sign in"),
    scope_to_take_out: Phrase::with_gaps(
        "Take {unknown} out of scope=\"{asked}\" of the element, or sign in without it.",
        "Correct the scope of the element.",
    ),
    scope_to_correct: Phrase::with_gaps(
        "Correct scope=\"{asked}\" of the element.",
        "Correct the scope of the element.",
    ),
    allow_windows: "Allow them for this site, then sign in again.",
    open_address: Phrase::with_gaps(
        "Open {address} in a tab of its own, or add allow-popups to the frame's sandbox.",
        "Open this page in a tab of its own, or add allow-popups to the frame's sandbox.",
    ),
};

static ACTIONS: Actions = Actions {
    sign_in: "Sign in to Sell",
    signing_in: "Going to Sell…",
    sign_in_again: "Sign in again",
    sign_out: "Sign out",
    forget: "Forget token",
    revoke_ask: "Revoke token…",
    cancel: "Cancel",
    check_again: "Check again",
    run: "Run",
    inspect: "Check this token",
    show_token: "Show token",
    copy_token: "Copy token",
    copy_redirect_url: "Copy redirect URL",
    copy_client_id: "Copy client ID",
    copied: "Copied",
    dismiss: "Dismiss",
    clear: "Clear",
    reload: "Reload the page",
};

static FRAME: Frame = Frame {
    name: "Sell elements",
    views: "Views",
    skip: "Skip to the answer",
    token: "Token",
    embed: "Embed",
    setup: "Setup",
    theme: "Theme",
    theme_auto: "Auto",
    theme_light: "Light",
    theme_dark: "Dark",
    tab_notice: "Tokens live in this tab only.",
    signed_out: "Not signed in",
    connected: Phrase::with_gaps("Connected · {scopes} · {left}", "Connected"),
    sell_says: "Sell says:",
    loading: "Loading",
};

static ANNOUNCEMENTS: Announcements = Announcements {
    signed_in: "Signed in",
    signed_out: "Signed out",
    forgotten: "Token forgotten. It still works until it ends.",
    expired: "The token has ended. Sign in again to go on.",
    refused: "Sell refuses this token.",
};

static TIMES: Times = Times {
    now: "now",
    just_now: "just now",
    ahead: Phrase::fixed("in {span}"),
    past: Phrase::fixed("{span} ago"),
    left: Phrase::fixed("{span} left"),
    with_clock: Phrase::fixed("{relative} ({clock})"),
    clock: Phrase::fixed("{local}, UTC {utc}"),
    clock_utc: Phrase::fixed("{utc} UTC"),
    no_end: "no end",
    end_unknown: "end unknown",
};

static CAUSES: Causes = Causes {
    missing_state: "The security code is missing",
    unknown_state: "The security code is not one that this tab gave out",
    expired_attempt: "The sign-in was begun more than ten minutes ago",
    foreign_token: "The token was made for another app",
    storage_full: "Storage is full",
    not_captured: "callback.html is not at the redirect URL",
    not_an_answer: "The page was opened without an answer from Sell",
    too_large: "It was far larger than an answer can be",
    repeated_parameter: "A value was in it twice",
    token_and_error: "It held a token and an error at once",
    token_in_query: "The token came in the query, where servers log it, so it was dropped",
    token_type: "The token is not of the bearer type",
    unreadable_answer: "Parts of it could not be read",
};

fn amount(count: u64, unit: Unit) -> String {
    let name = match unit {
        Unit::Second => " second",
        Unit::Minute => " minute",
        Unit::Hour => " hour",
        Unit::Day => " day",
    };
    let mut text = count.to_string();
    text.push_str(name);
    if count != 1 {
        text.push('s');
    }
    text
}
