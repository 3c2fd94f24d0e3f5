//! The project's commands. `cargo xtask --help` lists them.
//!
//! Nothing here ships; the rule for this crate is that it compiles in seconds and that whatever
//! goes wrong ends in one sentence with a next step.

mod bench;
mod build;
mod capture;
mod cli;
mod compress;
mod demo;
mod failure;
mod package;
mod run;
mod say;
mod shorten;
mod size;
mod test;
mod tools;
mod workspace;

use std::process::ExitCode;

use clap::Parser;

use cli::{Cli, Task};
use failure::Failure;

fn main() -> ExitCode {
    match perform(Cli::parse().task) {
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
    }
}
