//! What becomes of a sign-in in all the surroundings an element may find itself in. The runs write
//! docs/embedding-matrix.md, an engine a section; a file that says something else fails them.

mod ending;
mod paper;
mod surroundings;

use std::cell::RefCell;
use std::fmt::Write as _;

use sell_journeys::{Engine, Outcome, journey};

use surroundings::{Surroundings, all};

fn row(around: &Surroundings) -> Outcome<String> {
    let ended = RefCell::new(None);
    journey(around.plan, async |journey| {
        if around.server_isolated || around.page_isolated {
            journey.control().switch("login.coop", "on")?;
        }
        *ended.borrow_mut() = Some(ending::ending(journey, around).await?);
        Ok(())
    })
    .map_err(|fault| format!("{}: {fault}", around.name))?;
    let [what, kept] = ended.into_inner().ok_or("the journey had no end")?;
    Ok(format!("| {} | {what} | {kept} |", around.name))
}

/// Tells every row in an engine, and compares with what is written.
fn the_matrix_is_as_written(engine: Engine) -> Outcome {
    let mut rows = String::new();
    for around in all(engine) {
        let _ = writeln!(rows, "{}", row(&around)?);
    }
    paper::compare(engine, &rows)
}

#[test]
fn the_matrix_of_surroundings_is_as_written() -> Outcome {
    the_matrix_is_as_written(Engine::Chromium)
}

#[test]
#[ignore = "needs Firefox and geckodriver: `cargo xtask test --only engines`"]
fn the_matrix_in_firefox_is_as_written() -> Outcome {
    the_matrix_is_as_written(Engine::Firefox)
}

#[test]
#[ignore = "needs WebKitWebDriver and Xvfb: `cargo xtask test --only engines`"]
fn the_matrix_in_webkit_is_as_written() -> Outcome {
    the_matrix_is_as_written(Engine::WebKit)
}
