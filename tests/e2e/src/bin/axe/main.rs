//! `axe`: walks through the screens and the elements and has axe-core look at each, in light and
//! dark. `cargo xtask axe` builds what this needs and calls it with the path of axe-core.

mod app;
mod auditor;

use std::env;
use std::fs;
use std::io::{self, Write};
use std::process::ExitCode;

use auditor::Auditor;
use sell_journeys::{Outcome, Plan, journey, tour};

fn main() -> ExitCode {
    let Some(path) = env::args_os().nth(1) else {
        return failed("the path of axe-core is missing; call `cargo xtask axe`");
    };
    let core = match fs::read_to_string(&path) {
        Ok(core) => core,
        Err(error) => return failed(&format!("{}: {error}", path.to_string_lossy())),
    };
    let auditor = Auditor::with(core);
    match (walk(&auditor), auditor.broken()) {
        (Err(fault), _) => failed(&fault.to_string()),
        (Ok(()), 0) => ExitCode::SUCCESS,
        (Ok(()), count) => failed(&format!("rules were broken {count} times; see above")),
    }
}

fn walk(auditor: &Auditor) -> Outcome {
    let page = Plan::default();
    journey(page, async |journey| app::through(journey, auditor).await)?;
    journey(page, async |journey| {
        app::through_the_embed_screen(journey, auditor).await
    })?;
    journey(page, async |journey| {
        app::where_wasm_is_blocked(journey, auditor).await
    })?;
    let host = Plan::default().with_package();
    journey(host, async |journey| {
        tour::without_a_session(journey, auditor).await
    })?;
    journey(host, async |journey| {
        tour::with_a_session(journey, auditor).await
    })?;
    journey(host, async |journey| {
        tour::with_more_than_asked(journey, auditor).await
    })?;
    journey(host, async |journey| {
        tour::with_pasted_tokens(journey, auditor).await
    })?;
    journey(host, async |journey| {
        tour::with_sample_data(journey, auditor).await
    })
}

fn failed(why: &str) -> ExitCode {
    let _ = writeln!(io::stderr(), "error: {why}");
    ExitCode::FAILURE
}

fn say(line: &str) {
    let _ = writeln!(io::stdout(), "{line}");
}
