//! English: what only the app shows, and no element: Start, the choice of scopes, and Setup.

use crate::words::catalogue::{ScopeMeanings, Setup, Start};
use crate::words::{Phrase, Word};

pub(super) static START: Start = Start {
    title: Word("See what a Sell token can do"),
    lead: Word(
        "Sign in at Sell, choose what this page may see, and come back with a token that you can \
           check, use and revoke here.",
    ),
    promise: Phrase::with_gaps(
        "The token stays in this tab. It is sent only to {host}.",
        "The token stays in this tab. It is sent only to Sell.",
    ),
    scopes_legend: Word("Ask for"),
    no_scope: Word("Choose at least one scope."),
    what_we_store: Word("What we store"),
    what_we_store_answer: Word(
        "The token and what was asked for, in this tab's session storage. It is \
                           gone when the tab closes. Nothing else, and nothing anywhere else.",
    ),
    limits: Word("What this cannot protect"),
    limits_answer: Word(
        "Any script that runs on this page can read the token while it is held. The \
                    implicit grant has no secret, so the token alone is enough to act for you until \
                    it ends or is revoked.",
    ),
};

pub(super) static SCOPES: ScopeMeanings = ScopeMeanings {
    read: Word("See deals, contacts, leads and other records. Not account or user details."),
    write: Word("Create, change and delete those records. Does not allow reading them."),
    profile: Word("See the account and its users. Nothing else."),
    unknown: Word("We do not know this scope. Sell decides what it allows."),
};

pub(super) static SETUP: Setup = Setup {
    title: Word("Setup"),
    lead: Word(
        "In Sell, open Settings, Integrations, OAuth, Developer Apps and add an app with this \
           redirect URL. Its client ID goes into config.json.",
    ),
    client_id: Word("Client ID"),
    redirect_url: Word("Redirect URL"),
    redirect_hint: Word("Sell compares it character by character."),
    auth_base: Word("Sign-in server"),
    api_base: Word("API server"),
    never_secret: Word("Never put the client secret here. A browser cannot keep it."),
    authorize_url: Word("The address that sign-in opens"),
    parameter: Word("Parameter"),
    value: Word("Value"),
    meaning: Word("What it is for"),
    response_type: Word("Asks for a token in the redirect: the implicit grant."),
    client_id_meaning: Word("Which app asks."),
    redirect_uri_meaning: Word("Where Sell sends the answer. It must equal the registered URL."),
    scope_meaning: Word("What the token should be able to do. Sell may grant less or more."),
    state_meaning: Word(
        "A security code for this one sign-in. An answer without it is thrown away.",
    ),
    state_value: Word("made when you sign in"),
    checks: Word("Checks"),
    pass: Word("Pass"),
    fail: Word("Fail"),
    unknown: Word("Unknown"),
    fix: Phrase::with_gaps("Change: {fix}", "See the README for what to change"),
    secure_context: Word("The page is loaded over https, or from this computer"),
    storage: Word("The browser stores for this site"),
    framing: Word("The page is not inside a frame"),
    settings_given: Word("Client ID and scopes are set"),
    capture_first: Word("The capture script ran before everything else"),
    policy: Word("The page's content policy lets calls through"),
    api_readable: Word("Answers of the API can be read here"),
    check_page: Word("Check this page"),
    check_page_hint: Word("Asks Sell and this page's own server, without a token."),
    found_storage: [Word("sessionStorage"), Word("The memory of this page only")],
    found_framing: [Word("At the top level"), Word("In a frame")],
    found_capture: [Word("capture.js ran"), Word("capture.js did not run")],
    no_policy: Word("No policy"),
    found_status: Phrase::with_gaps("Status {status} without a token", "An answer"),
    found_hidden: Word("The browser hid the answer, or there was none."),
    fix_policy: Phrase::with_gaps(
        "add {origin} to connect-src",
        "add the API server to connect-src",
    ),
    fix_secure: Word("serve this page over https"),
    fix_settings: Word("set what is missing in config.json"),
    fix_storage: Word("allow site data for this page in the browser's settings"),
    fix_framing: Word("open this page by itself, outside the frame"),
    fix_capture: Word("put <script src=\"capture.js\"></script> first in the page's head"),
    fix_readable: Word("set api_base in config.json to a relay on this page's own origin"),
};
