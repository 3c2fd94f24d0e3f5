//! English: the settings, the page and the browser beneath it.

use super::{fixed, gaps, text};
use crate::words::advice::AdviceText;
use crate::words::advice::Severity::{Failure, Note, Warning};

pub(super) const CONFIG_MISSING: AdviceText = text(
    Failure,
    [
        fixed("Sign-in is not set up"),
        fixed("No client ID or scope was given."),
        gaps("Correct it in {place}.", "Correct it in the page."),
        fixed("Open setup"),
    ],
);

/// To leave is no failure, and nobody can tell it from a server that sends nobody back.
pub(super) const REDIRECT_MISMATCH: AdviceText = text(
    Note,
    [
        fixed("The sign-in was not finished"),
        gaps(
            "{reason}.",
            "It was left, or Sell does not know the redirect URL or the client ID.",
        ),
        fixed("Sign in again. If Sell shows an error, compare both."),
        fixed("Copy redirect URL"),
    ],
);

pub(super) const INSECURE_CONTEXT: AdviceText = text(
    Failure,
    [
        fixed("This page is not secure"),
        fixed("Tokens may only travel over https."),
        fixed("Open the https address."),
        fixed("Open https page"),
    ],
);

pub(super) const WASM_BLOCKED: AdviceText = text(
    Failure,
    [
        fixed("The page's security policy stops this panel"),
        fixed("It forbids WebAssembly."),
        fixed("Add 'wasm-unsafe-eval' to script-src."),
        fixed("Copy policy"),
    ],
);

pub(super) const WASM_FAILED: AdviceText = text(
    Failure,
    [
        fixed("A file did not load"),
        fixed("The network, a wrong file type or a hash mismatch is to blame."),
        fixed("Check the path to the .wasm file."),
        fixed("Try again"),
    ],
);

pub(super) const STORAGE_BLOCKED: AdviceText = text(
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
);

pub(super) const TOKEN_NOT_EXPOSED: AdviceText = text(
    Failure,
    [
        fixed("The page may not read the token"),
        fixed("The attribute expose-token is not set."),
        fixed("Use request(), or set it on purpose."),
        fixed("Read why"),
    ],
);

pub(super) const INTERNAL: AdviceText = text(
    Failure,
    [
        fixed("This panel stopped"),
        fixed("This is a fault of ours."),
        fixed("Reload it; your session is kept."),
        fixed("Reload this panel"),
    ],
);
