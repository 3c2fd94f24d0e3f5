//! `speed`: loads each page again and again and prints how long it took until the token was
//! stored. `cargo xtask speed` builds what this needs and reads what it prints.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use sell_journeys::Outcome;
use sell_journeys::speed::{Contestant, measure};
use tokio::runtime::Builder;

/// What to load, and how often.
#[derive(Debug, Parser)]
struct Arguments {
    /// How often every page is loaded over each network
    #[arg(long)]
    rounds: u16,
    /// The built app
    #[arg(long)]
    dist: PathBuf,
    /// The hand-written page
    #[arg(long)]
    floor: PathBuf,
    /// The page of auth0-js
    #[arg(long)]
    auth0: Option<PathBuf>,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(line) => {
            let _ = writeln!(io::stdout(), "{line}");
            ExitCode::SUCCESS
        }
        Err(fault) => {
            let _ = writeln!(io::stderr(), "error: {fault}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Outcome<String> {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let mut contestants = vec![
            Contestant::callback(&arguments.dist).await?,
            Contestant::app(&arguments.dist).await?,
            Contestant::floor(&arguments.floor).await?,
        ];
        if let Some(auth0) = &arguments.auth0 {
            contestants.push(Contestant::auth0(auth0).await?);
        }
        let courses = measure(&contestants, arguments.rounds).await?;
        for contestant in contestants {
            contestant.stop().await;
        }
        Ok(serde_json::to_string(&courses)?)
    })
}
