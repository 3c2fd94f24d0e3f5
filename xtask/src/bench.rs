//! How long one answer takes to judge.

use crate::failure::Failure;
use crate::run::run as run_command;
use crate::say;
use crate::workspace;

/// Runs the criterion bench of the judge.
pub(crate) fn run() -> Result<(), Failure> {
    say::step("Measuring the judge (about a minute)");
    let mut cargo = workspace::cargo();
    run_command(
        cargo.args(["bench", "--locked", "-p", "implicit-judge"]),
        "the bench",
    )
}
