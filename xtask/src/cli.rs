//! What may be typed after `cargo xtask`.

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Commands of the sell-elements project.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) task: Task,
}

/// One command.
#[derive(Debug, Subcommand)]
pub(crate) enum Task {
    /// Build everything, start a sandbox Sell and the app beside it, print where to go
    Demo(DemoOptions),
    /// Run every test: lints, native, size budgets, browser, journeys, accessibility
    Test {
        /// Run only these groups (comma separated)
        #[arg(long, value_delimiter = ',', value_enum)]
        only: Vec<Group>,
    },
    /// Write the release app to dist/, with brotli and gzip twins
    Build,
    /// Write the folder that others install or serve to package/
    Package,
    /// Write contract.js and docs/elements/ anew from static/elements/contract.json
    Contract,
    /// Print the size of every shipped file; fail above a budget
    Size {
        /// Measure dist/ as it is
        #[arg(long)]
        no_build: bool,
    },
    /// Measure how long it takes to judge one answer
    Bench,
    /// Measure how soon the token is stored, against a hand-written page and auth0-js
    Speed(SpeedOptions),
    /// Look for barriers on every screen and element with axe-core, in light and dark
    Axe {
        /// Look at dist/ and package/ as they are
        #[arg(long)]
        no_build: bool,
    },
    /// Measure how many requests a second the sandbox carries, and in what time
    Load(LoadOptions),
    /// Assemble the generated files that index.html links (Trunk calls this)
    Capture,
    /// Find or install the wasm target, trunk and wasm-bindgen
    Tools,
}

/// How to start the demo.
#[derive(Debug, Args)]
pub(crate) struct DemoOptions {
    /// Port of the app (default: any free one)
    #[arg(long)]
    pub(crate) app_port: Option<u16>,
    /// Port of the sandbox Sell (default: any free one)
    #[arg(long)]
    pub(crate) sandbox_port: Option<u16>,
    /// Port of the sandbox's control endpoint (default: any free one)
    #[arg(long)]
    pub(crate) control_port: Option<u16>,
    /// Where a page of yours is sent back to (repeatable): registered, and its origin may read answers
    #[arg(long)]
    pub(crate) redirect_uri: Vec<String>,
    /// Print one JSON line when ready, for scripts
    #[arg(long)]
    pub(crate) json: bool,
}

/// How to measure.
#[derive(Debug, Args)]
pub(crate) struct SpeedOptions {
    /// How often every page is loaded over each network
    #[arg(long, default_value_t = 40, value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) rounds: u16,
    /// Fail where the callback page misses its aim: 1.0 times the hand-written page and 0.6 times
    /// auth0-js, both cold on loopback
    #[arg(long)]
    pub(crate) gate: bool,
    /// Measure dist/ as it is
    #[arg(long)]
    pub(crate) no_build: bool,
}

/// How long to load the sandbox.
#[derive(Debug, Args)]
pub(crate) struct LoadOptions {
    /// Seconds of each of the eight runs, 1 to 10
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u32).range(1..=10))]
    pub(crate) seconds: u32,
}

/// A group of test steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Group {
    /// rustfmt, clippy and rustdoc
    Lints,
    /// Tests that run on this machine without a browser
    Native,
    /// The release build and its budgets
    Size,
    /// wasm-bindgen tests in headless Chromium
    Browser,
    /// The built app against the sandbox in headless Chromium
    Journeys,
    /// The elements in Firefox and WebKit, where these are or can be installed
    Engines,
    /// The examples and the types of the package; what needs Node is left out without it
    Samples,
    /// Every screen before axe-core, where npm is there to install it
    Axe,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_well_formed() {
        Cli::command().debug_assert();
    }

    #[test]
    fn several_groups_may_be_named_at_once() {
        let cli = Cli::try_parse_from(["xtask", "test", "--only", "lints,size"]).unwrap();
        let Task::Test { only } = cli.task else {
            panic!("not a test command")
        };
        assert_eq!(only, [Group::Lints, Group::Size]);
    }

    #[test]
    fn a_measurement_has_forty_rounds_unless_told_otherwise() {
        let cli = Cli::try_parse_from(["xtask", "speed"]).unwrap();
        assert!(matches!(cli.task, Task::Speed(options) if options.rounds == 40 && !options.gate));
        assert!(Cli::try_parse_from(["xtask", "speed", "--rounds", "0"]).is_err());
    }

    #[test]
    fn a_port_beyond_the_range_is_refused() {
        assert!(Cli::try_parse_from(["xtask", "demo", "--app-port", "70000"]).is_err());
    }
}
