//! What a visitor downloads, and how much of it is allowed.

mod budget;

use std::fs;
use std::path::Path;

use budget::{Measured, Sizes};

use crate::build::{self, address, files_under};
use crate::compress::{brotli, gzip};
use crate::failure::Failure;
use crate::say;
use crate::workspace;

/// Prints the sizes of all files and fails when a budget is exceeded. An unchanged app is rebuilt
/// in seconds, so building is the simplest way to know that the figures are of the present source.
pub(crate) fn report(no_build: bool) -> Result<(), Failure> {
    if !no_build {
        build::release()?;
    }
    let dist = workspace::dist();
    if !dist.join("index.html").is_file() {
        return Err(Failure::new(
            "dist/ holds no app",
            "run `cargo xtask build`",
        ));
    }
    let files = measured(&dist)?;
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
    judged(&files)
}

/// Compares with the budgets, printing each line of the table.
fn judged(files: &[Measured]) -> Result<(), Failure> {
    say::result("");
    let mut exceeded = Vec::new();
    for budget in budget::BUDGETS {
        let used = budget.used(files)?;
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

fn measured(dist: &Path) -> Result<Vec<Measured>, Failure> {
    let mut found = Vec::new();
    for file in files_under(dist)? {
        let name = address(dist, &file);
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
