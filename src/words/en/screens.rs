//! English: Start, scopes, paste, calls and Setup.

use crate::words::Phrase;
use crate::words::catalogue::{Calls, Paste, ScopeMeanings, Setup, Start};

pub(super) static START: Start = Start {
    title: "See what a Sell token can do",
    lead: "Sign in at Sell, choose what this page may see, and come back with a token that you can \
           check, use and revoke here.",
    promise: Phrase::with_gaps(
        "The token stays in this tab. It is sent only to {host}.",
        "The token stays in this tab. It is sent only to Sell.",
    ),
    scopes_legend: "Ask for",
    no_scope: "Choose at least one scope.",
    what_we_store: "What we store",
    what_we_store_answer: "The token and what was asked for, in this tab's session storage. It is \
                           gone when the tab closes. Nothing else, and nothing anywhere else.",
    limits: "What this cannot protect",
    limits_answer: "Any script that runs on this page can read the token while it is held. The \
                    implicit grant has no secret, so the token alone is enough to act for you until \
                    it ends or is revoked.",
};

pub(super) static SCOPES: ScopeMeanings = ScopeMeanings {
    read: "See deals, contacts, leads and other records. Not account or user details.",
    write: "Create, change and delete those records. Does not allow reading them.",
    profile: "See the account and its users. Nothing else.",
    unknown: "We do not know this scope. Sell decides what it allows.",
};

pub(super) static PASTE: Paste = Paste {
    title: "Paste a token",
    label: "Token",
    hint: "A bare token, a Bearer header, JSON, or the whole redirect URL. It is hidden at once and \
           not stored.",
    recognised: Phrase::with_gaps("Recognised {form}, ends in {last}", "Recognised a token"),
    bare: "a bare token",
    bearer: "a Bearer header",
    json: "JSON",
    parameter: "an access_token parameter",
    empty: "The field is empty",
    odd_characters: "It has characters that no token has",
    no_token: "No access_token is in it",
    too_short: "It is shorter than a token can be",
    too_long: "It is far longer than a token can be",
};

pub(super) static CALLS: Calls = Calls {
    title: "Try it on the API",
    titles: &[("users-self", "Who am I"), ("deals", "List deals")],
    call: "Call",
    needs: "Needs",
    measured: "Measured",
    action: "Action",
    not_run: "not run",
    running: "Running…",
    waiting: Phrase::with_gaps(
        "It continues by itself in {span}.",
        "It continues by itself in a moment.",
    ),
    stop: "Stop",
    run_call: Phrase::with_gaps("Run {call}", "Run"),
    answer: Phrase::with_gaps("Answer to {call}", "Answer"),
    allowed: "Allowed",
    measure: Phrase::with_gaps("{status} · {ms} ms", "Status unknown"),
};

pub(super) static SETUP: Setup = Setup {
    title: "Setup",
    lead: "In Sell, open Settings, Integrations, OAuth, Developer Apps and add an app with this \
           redirect URL. Its client ID goes into config.json.",
    client_id: "Client ID",
    redirect_url: "Redirect URL",
    redirect_hint: "Sell compares it character by character.",
    auth_base: "Sign-in server",
    api_base: "API server",
    never_secret: "Never put the client secret here. A browser cannot keep it.",
    authorize_url: "The address that sign-in opens",
    parameter: "Parameter",
    value: "Value",
    meaning: "What it is for",
    response_type: "Asks for a token in the redirect: the implicit grant.",
    client_id_meaning: "Which app asks.",
    redirect_uri_meaning: "Where Sell sends the answer. It must equal the registered URL.",
    scope_meaning: "What the token should be able to do. Sell may grant less or more.",
    state_meaning: "A security code for this one sign-in. An answer without it is thrown away.",
    state_value: "made when you sign in",
    checks: "Checks",
    pass: "Pass",
    fail: "Fail",
    unknown: "Unknown",
    fix: Phrase::with_gaps("Change: {fix}", "See the README for what to change"),
    secure_context: "The page is loaded over https, or from this computer",
    storage: "The browser stores for this site",
    framing: "The page is not inside a frame",
    settings_given: "Client ID and scopes are set",
    capture_first: "The capture script ran before everything else",
    policy: "The page's content policy lets calls through",
    api_readable: "Answers of the API can be read here",
    check_page: "Check this page",
    check_page_hint: "Asks Sell and this page's own server, without a token.",
    found_storage: ["sessionStorage", "The memory of this page only"],
    found_framing: ["At the top level", "In a frame"],
    found_capture: ["capture.js ran", "capture.js did not run"],
    no_policy: "No policy",
    found_status: Phrase::with_gaps("Status {status} without a token", "An answer"),
    found_hidden: "The browser hid the answer, or there was none.",
    fix_policy: Phrase::with_gaps(
        "add {origin} to connect-src",
        "add the API server to connect-src",
    ),
    fix_secure: "serve this page over https",
    fix_settings: "set what is missing in config.json",
    fix_storage: "allow site data for this page in the browser's settings",
    fix_framing: "open this page by itself, outside the frame",
    fix_capture: "put <script src=\"capture.js\"></script> first in the page's head",
    fix_readable: "set api_base in config.json to a relay on this page's own origin",
};
