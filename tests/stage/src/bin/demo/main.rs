//! `demo`: the built app beside a sandbox Sell, until Ctrl-C. `cargo xtask demo` builds what this
//! needs and becomes it.

mod arguments;
mod report;
mod signal;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;
use sell_stage::{Stage, StageError};
use tokio::runtime::Runtime;

use arguments::Arguments;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let runtime = match Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => {
            return failed(&format!(
                "no threads can be started: {error}; end some programs"
            ));
        }
    };
    match runtime.block_on(run(arguments)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => failed(&error.to_string()),
    }
}

async fn run(arguments: Arguments) -> Result<(), StageError> {
    // Listened for before anything is started, so that an early signal is not lost.
    let end = signal::end();
    let json = arguments.json;
    let stage = Stage::start(arguments.options()).await?;
    let text = if json {
        report::json(&stage)
    } else {
        report::text(&stage)
    };
    say(&text);
    end.await;
    stage.stop().await;
    Ok(())
}

/// A reader that went away is no reason to stop serving.
fn say(text: &str) {
    let mut out = io::stdout().lock();
    let _ = writeln!(out, "{text}").and_then(|()| out.flush());
}

fn failed(why: &str) -> ExitCode {
    let _ = writeln!(io::stderr(), "error: {why}");
    ExitCode::FAILURE
}
