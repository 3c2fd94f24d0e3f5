//! How long it takes until the token is stored, against a hand-written page and a library.
//!
//! The programs of `tests/e2e` drive the browser and print what they measured; here it is judged.

mod measured;
mod pages;
mod statistics;
mod table;

use crate::build;
use crate::cli::SpeedOptions;
use crate::failure::Failure;
use crate::run::printed;
use crate::say;
use crate::tools::browser::Browser;
use crate::workspace;

use measured::Measured;

/// Measures, prints the table, and under `--gate` fails where an aim is missed.
pub(crate) fn report(options: &SpeedOptions) -> Result<(), Failure> {
    if !options.no_build {
        build::release()?;
    }
    let mut speed = Browser::ready()?.program("speed")?;
    let (floor, auth0) = (pages::floor()?, pages::auth0()?);
    say::step(&format!(
        "Measuring {} rounds of every page on loopback and over an emulated link (six seconds a round, or more)",
        options.rounds
    ));
    speed.args(["--rounds", &options.rounds.to_string()]);
    speed.arg("--dist").arg(workspace::dist());
    speed.arg("--floor").arg(floor);
    if let Some(auth0) = auth0 {
        speed.arg("--auth0").arg(auth0);
    }
    let text = printed(&mut speed, "the measurement")?;
    let measured = Measured::parse(&text)?;
    for line in table::lines(&measured) {
        say::result(&line);
    }
    if options.gate {
        return measured.missed().map_or(Ok(()), Err);
    }
    Ok(())
}
