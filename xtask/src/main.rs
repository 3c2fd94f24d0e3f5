//! The project's commands. `cargo xtask --help` lists them.
//!
//! Nothing here ships; the rule for this crate is that it compiles in seconds and that whatever
//! goes wrong ends in one sentence with a next step.

mod axe;
mod bench;
mod build;
mod capture;
mod cli;
mod compress;
mod demo;
mod failure;
mod load;
mod package;
mod run;
mod say;
mod script;
mod size;
mod speed;
mod test;
mod tools;
mod workspace;

use std::env;
use std::process::ExitCode;

use clap::Parser;

use build::linker;
use cli::{Cli, Task};
use failure::Failure;

fn main() -> ExitCode {
    let given: Vec<String> = env::args().skip(1).collect();
    let done = match linker::asked(&given) {
        Some(arguments) => arguments.and_then(linker::link),
        None => perform(Cli::parse().task),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            say::progress(&format!("error: {failure}"));
            ExitCode::FAILURE
        }
    }
}

fn perform(task: Task) -> Result<(), Failure> {
    match task {
        Task::Tools => tools::Toolbox::ready().map(|_| ()),
        Task::Capture => capture::assemble(),
        Task::Build => build::release(),
        Task::Package => package::write(),
        Task::Contract => package::keep(),
        Task::Size { no_build } => size::report(no_build),
        Task::Demo(options) => demo::start(&options),
        Task::Test { only } => test::run(&only),
        Task::Bench => bench::run(),
        Task::Speed(options) => speed::report(&options),
        Task::Axe { no_build } => axe::look(no_build),
        Task::Load(options) => load::run(&options),
    }
}
