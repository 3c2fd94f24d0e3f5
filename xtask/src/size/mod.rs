//! What a visitor downloads, and how much of it is allowed.

mod budget;

use std::fs;
use std::path::{Path, PathBuf};

use budget::{Budget, Measured, Sizes};

use crate::build::{self, address, files_under};
use crate::compress::{brotli, gzip};
use crate::failure::Failure;
use crate::package;
use crate::say;
use crate::workspace;

/// A folder that is shipped as a whole, and how much of it is allowed.
struct Shipment {
    folder: fn() -> PathBuf,
    /// A file that is there when anything is.
    sign: &'static str,
    build: fn() -> Result<(), Failure>,
    command: &'static str,
    budgets: &'static [Budget],
}

const APP: Shipment = Shipment {
    folder: workspace::dist,
    sign: "index.html",
    build: build::release,
    command: "cargo xtask build",
    budgets: budget::APP,
};

const PACKAGE: Shipment = Shipment {
    folder: workspace::package,
    sign: "package.json",
    build: package::write,
    command: "cargo xtask package",
    budgets: budget::PACKAGE,
};

/// Prints the sizes of all that is shipped and fails when a budget is exceeded.
pub(crate) fn report(no_build: bool) -> Result<(), Failure> {
    of_app(no_build)?;
    say::result("");
    of_package(no_build)
}

/// What a visitor of the app downloads.
pub(crate) fn of_app(no_build: bool) -> Result<(), Failure> {
    APP.report(no_build)
}

/// What a visitor of a page that embeds the elements downloads.
pub(crate) fn of_package(no_build: bool) -> Result<(), Failure> {
    PACKAGE.report(no_build)
}

impl Shipment {
    /// What is unchanged is rebuilt in seconds, so building is the simplest way to know that the
    /// figures are of the present source.
    fn report(&self, no_build: bool) -> Result<(), Failure> {
        if !no_build {
            (self.build)()?;
        }
        let folder = (self.folder)();
        if !folder.join(self.sign).is_file() {
            return Err(self.empty(self.sign));
        }
        let files = measured(&folder)?;
        say::result(&format!(
            "{:<44} {:>9} {:>9} {:>9}",
            "file", "raw", "gzip", "brotli"
        ));
        for file in &files {
            say::result(&row(&file.name, file.sizes));
        }
        say::result(&row(
            "all files",
            budget::total(files.iter().map(|file| file.sizes)),
        ));
        self.judge(&files)
    }

    fn empty(&self, missing: &str) -> Failure {
        let folder = (self.folder)();
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        let next = format_args!("run `{}`", self.command).to_string();
        Failure::new(format_args!("{name}/ holds no {missing}"), next)
    }

    /// Compares with the budgets, printing each line of the table.
    fn judge(&self, files: &[Measured]) -> Result<(), Failure> {
        say::result("");
        let mut exceeded = Vec::new();
        for budget in self.budgets {
            let used = budget.used(files).map_err(|missing| self.empty(missing))?;
            say::result(&format!(
                "{:<44} {used:>9} of {:>6} {}",
                budget.what, budget.limit, budget.unit
            ));
            if used > budget.limit {
                exceeded.push(budget.what);
            }
        }
        if exceeded.is_empty() {
            return Ok(());
        }
        Err(Failure::new(
            format_args!("over budget: {}", exceeded.join(", ")),
            "make it smaller, or change the limit in xtask/src/size/budget.rs with a reason",
        ))
    }
}

fn measured(folder: &Path) -> Result<Vec<Measured>, Failure> {
    let mut found = Vec::new();
    for file in files_under(folder)? {
        let name = address(folder, &file);
        if workspace::is_of_kind(&name, &["br", "gz"]) || name == "headers.txt" {
            continue;
        }
        let sizes = sizes(&file).map_err(|error| Failure::file(&file, &error))?;
        found.push(Measured { name, sizes });
    }
    Ok(found)
}

fn sizes(file: &Path) -> std::io::Result<Sizes> {
    let bytes = fs::read(file)?;
    Ok(Sizes {
        raw: bytes.len(),
        gzip: gzip(&bytes)?.len(),
        brotli: brotli(&bytes)?.len(),
    })
}

fn row(name: &str, sizes: Sizes) -> String {
    format!(
        "{name:<44} {:>9} {:>9} {:>9}",
        sizes.raw, sizes.gzip, sizes.brotli
    )
}
