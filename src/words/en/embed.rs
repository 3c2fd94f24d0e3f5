//! English: the Embed screen.

use crate::words::Phrase;
use crate::words::catalogue::{CodeNotes, Embed};

/// The English words of the Embed screen.
pub static EMBED: Embed = Embed {
    title: "Embed it in your page",
    lead: "This is the element that your page would load. Turn its knobs, use it, and copy the code.",
    element: "Element",
    live: "Live element",
    companion: "It shows the session that this sign-in element holds:",
    attributes: "Attributes",
    connection: "Connection",
    connection_note: "A token belongs to these values. Change one, and you sign in again.",
    behaviour: "Behaviour",
    look: "Look",
    required: "required",
    default: "Default:",
    not_in_link: "A link to this page does not carry it.",
    out_of_range: Phrase::with_gaps(
        "Use a whole number from {min} to {max}. Until then the default counts.",
        "Use a whole number. Until then the default counts.",
    ),
    reset: "Reset attributes",
    reset_done: "Attributes reset",
    copy_link: "Copy link",
    the_link: "The link",
    code: "Code",
    stack: "For",
    stacks: ["HTML", "React 19", "Vue 3", "Yew"],
    copy_code: "Copy code",
    the_code: "The code",
    copied: Phrase::with_gaps("{what} copied", "Copied"),
    copy_failed: Phrase::with_gaps(
        "The browser did not copy {what}. Select it and copy it by hand.",
        "The browser did not copy it. Select it and copy it by hand.",
    ),
    notes: CodeNotes {
        capture: "Answers come to this page itself: first in its head.",
        signed_in: "Now the element's request() makes calls.",
        vue_compiler: "In vite.config.js, so that Vue leaves the elements to the page:\nvue({ template: { compilerOptions: {\n  isCustomElement: (tag) => tag.startsWith(\"sell-\"),\n} } })",
        not_native: Phrase::with_gaps(
            "{component} does not have: {names}.",
            "The native component has all of it",
        ),
    },
    events: "Events",
    no_events: "Nothing yet. Sign in, and what the element says appears here.",
    clear_events: "Clear events",
    check: "Check this page",
    check_lead: "What the element needs of the page around it. On your own page, await element.check() in the console says the same.",
    checking: "Checking this page…",
    checked: Phrase::with_gaps("{passed} of {all} checks passed", "Checked"),
    check_failed: "The element did not answer. Reload the page, then check again.",
    checks: &[
        ("settings", "The settings can be used"),
        (
            "secure-context",
            "The page is loaded over https, or from this computer",
        ),
        ("storage", "The browser stores for this site"),
        ("framing", "The page is not inside a frame"),
        ("popup", "A sign-in window can open and answer"),
        ("csp", "The content policy allows what the element needs"),
        (
            "capture-first",
            "The capture script runs first where answers arrive",
        ),
        ("redirect-uri", "The redirect URL is on this site"),
        ("redirect-page", "The redirect page answers by itself"),
        ("api-readable", "Answers of the API can be read here"),
    ],
    not_loaded: "The script of the elements did not load, or is not the one that was published. Reload the page.",
    no_settings: "config.json has no usable settings, so the element starts without any. Fill in a client ID and a scope.",
};
