//! English.

mod advice;
mod app;
mod embed;
mod notes;
mod screens;
mod token;

use super::catalogue::{Actions, Announcements, Causes, Frame, Panels, Times, Words};
use super::time::Unit;
use super::{Phrase, Word};

/// The English catalogue.
pub static WORDS: Words = Words {
    actions: &ACTIONS,
    frame: &FRAME,
    start: &app::START,
    scopes: &app::SCOPES,
    paste: &screens::PASTE,
    verdicts: &token::VERDICTS,
    token: &token::TOKEN,
    passport: &token::PASSPORT,
    cells: &token::CELLS,
    revoked: &token::REVOKED,
    revoke_dialog: &token::REVOKE_DIALOG,
    calls: &screens::CALLS,
    setup: &app::SETUP,
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
    finish_there: Word("Finish in the other window."),
    answer: Word("Answer of the sign-in window"),
    answer_hint: Word(
        "That window cannot reach this page. Copy the answer that it offers and paste it \
                  here. Nothing but this page can read it.",
    ),
    no_answer: [
        Word("This is not the answer"),
        Word("It is not what this sign-in's window offers to copy."),
        Word("Copy it there and paste all of it."),
    ],
    new_tab: Word("Open this page in a new tab"),
    use_this_tab: Word("Use this tab instead"),
    under_way: Word("Signing in is under way in the other window."),
    no_token: Word("Nobody is signed in here, so there is no token to look at."),
    no_calls: Word("Sign in to see which calls your token opens."),
    effects: &[
        ("creates", Word("Creates data")),
        ("changes", Word("Changes data")),
        ("deletes", Word("Deletes data")),
    ],
    or: Word(" or "),
    left_out: Word("Calls that change data are left out here."),
    connected: Word("Connected"),
    owner: Word("User ID"),
    session: Word("Your Sell session"),
    without: Phrase::with_gaps("Sign in without {scopes}", "Sign in"),
    scope_to_take_out: Phrase::with_gaps(
        "Take {unknown} out of scope=\"{asked}\" of the element, or sign in without it.",
        "Correct the scope of the element.",
    ),
    scope_to_correct: Phrase::with_gaps(
        "Correct scope=\"{asked}\" of the element.",
        "Correct the scope of the element.",
    ),
    allow_windows: Word("Allow them for this site, then sign in again."),
    open_address: Phrase::with_gaps(
        "Open {address} in a tab of its own, or add allow-popups to the frame's sandbox.",
        "Open this page in a tab of its own, or add allow-popups to the frame's sandbox.",
    ),
};

static ACTIONS: Actions = Actions {
    sign_in: Word("Sign in to Sell"),
    signing_in: Word("Going to Sell…"),
    sign_in_again: Word("Sign in again"),
    sign_out: Word("Sign out"),
    forget: Word("Forget token"),
    revoke_ask: Word("Revoke token…"),
    cancel: Word("Cancel"),
    check_again: Word("Check again"),
    run: Word("Run"),
    inspect: Word("Check this token"),
    show_token: Word("Show token"),
    copy_token: Word("Copy token"),
    copy_redirect_url: Word("Copy redirect URL"),
    copy_client_id: Word("Copy client ID"),
    copied: Word("Copied"),
    dismiss: Word("Dismiss"),
    clear: Word("Clear"),
    reload: Word("Reload the page"),
};

static FRAME: Frame = Frame {
    name: Word("Sell elements"),
    views: Word("Views"),
    skip: Word("Skip to the answer"),
    token: Word("Token"),
    embed: Word("Embed"),
    setup: Word("Setup"),
    theme: Word("Theme"),
    theme_auto: Word("Auto"),
    theme_light: Word("Light"),
    theme_dark: Word("Dark"),
    tab_notice: Word("Tokens live in this tab only."),
    signed_out: Word("Not signed in"),
    connected: Phrase::with_gaps("Connected · {scopes} · {left}", "Connected"),
    sell_says: Word("Sell says:"),
    loading: Word("Loading"),
};

static ANNOUNCEMENTS: Announcements = Announcements {
    signed_in: Word("Signed in"),
    signed_out: Word("Signed out"),
    forgotten: Word("Token forgotten. It still works until it ends."),
    expired: Word("The token has ended. Sign in again to go on."),
    refused: Word("Sell refuses this token."),
};

static TIMES: Times = Times {
    now: Word("now"),
    just_now: Word("just now"),
    ahead: Phrase::fixed("in {span}"),
    past: Phrase::fixed("{span} ago"),
    left: Phrase::fixed("{span} left"),
    with_clock: Phrase::fixed("{relative} ({clock})"),
    clock: Phrase::fixed("{local}, UTC {utc}"),
    clock_utc: Phrase::fixed("{utc} UTC"),
    no_end: Word("no end"),
    end_unknown: Word("end unknown"),
};

static CAUSES: Causes = Causes {
    missing_state: Word("The security code is missing"),
    unknown_state: Word("The security code is not one that this tab gave out"),
    expired_attempt: Word("The sign-in was begun more than ten minutes ago"),
    foreign_token: Word("The token was made for another app"),
    storage_full: Word("Storage is full"),
    not_captured: Word("callback.html is not at the redirect URL"),
    not_an_answer: Word("The page was opened without an answer from Sell"),
    too_large: Word("It was far larger than an answer can be"),
    hidden_refusal: Word(
        "Most likely Sell refused it in a way that no page may read; less likely the connection broke",
    ),
    repeated_parameter: Word("A value was in it twice"),
    token_and_error: Word("It held a token and an error at once"),
    token_in_query: Word("The token came in the query, where servers log it, so it was dropped"),
    token_type: Word("The token is not of the bearer type"),
    unreadable_answer: Word("Parts of it could not be read"),
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
