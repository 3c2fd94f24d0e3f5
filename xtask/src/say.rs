//! Everything a person reads. Progress goes to standard error, results to standard output, so that
//! a script can take the one without the other. A closed pipe is nobody's fault and is ignored.

use std::io::{self, Write};

/// A line about what is happening.
pub(crate) fn progress(line: &str) {
    let _ = writeln!(io::stderr(), "{line}");
}

/// A step that may take a while.
pub(crate) fn step(what: &str) {
    progress(&format!("==> {what}"));
}

/// A line of the result.
pub(crate) fn result(line: &str) {
    let _ = writeln!(io::stdout(), "{line}");
}
