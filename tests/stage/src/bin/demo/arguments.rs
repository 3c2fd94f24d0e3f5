//! What the demo may be told.

use std::path::PathBuf;

use clap::Parser;
use sell_stage::StageOptions;

/// Serves the built app beside a sandbox Sell, on this machine alone.
#[derive(Debug, Parser)]
#[command(name = "demo")]
pub(crate) struct Arguments {
    /// The folder `cargo xtask build` wrote
    #[arg(long, default_value = "dist")]
    dist: PathBuf,
    /// Port of the app; 0 for any free one
    #[arg(long, default_value_t = 0)]
    app_port: u16,
    /// Port of the sandbox Sell; 0 for any free one
    #[arg(long, default_value_t = 0)]
    sandbox_port: u16,
    /// Port of the sandbox's control endpoint; 0 for any free one
    #[arg(long, default_value_t = 0)]
    control_port: u16,
    /// Where a page of yours is sent back to (repeatable): registered, and its origin may read answers
    #[arg(long)]
    redirect_uri: Vec<String>,
    /// Print one JSON line when ready, for scripts
    #[arg(long)]
    pub(crate) json: bool,
}

impl Arguments {
    /// The stage these describe. The demo asks for the control endpoint, so that its visitor can
    /// see what the app does when Sell misbehaves.
    pub(crate) fn options(self) -> StageOptions {
        let options = StageOptions::new(self.dist)
            .app_port(self.app_port)
            .sandbox_port(self.sandbox_port)
            .control_port(self.control_port);
        let pages = self.redirect_uri.into_iter();
        pages.fold(options, StageOptions::redirect_uri)
    }
}
