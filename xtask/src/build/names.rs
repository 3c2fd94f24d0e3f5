//! Naming the glue and the module by what is in them.
//!
//! Trunk's hash is of cargo's output, so another wasm-bindgen gives other bytes under the same
//! name. These two are served as immutable; their names must change whenever their bytes do.

use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::{address, files_under};
use crate::failure::Failure;
use crate::workspace;

/// The bin target, which Trunk names its files after.
const BUILT_AS: &str = "sell-elements-app-";
/// What a shipped name begins with.
const SHIPPED_AS: &str = "sell-elements-";
/// What follows the hash in the module's name.
pub(super) const MODULE: &str = "_bg.wasm";
/// What follows the hash in the glue's name.
pub(super) const GLUE: &str = ".js";

/// Renames the two files and what index.html calls them.
pub(super) fn by_content(dist: &Path) -> Result<(), Failure> {
    let index = dist.join("index.html");
    let mut page = workspace::read(&index)?;
    for ending in [MODULE, GLUE] {
        let built = built_name(dist, ending)?;
        let bytes = fs::read(dist.join(&built)).map_err(|e| Failure::file(dist, &e))?;
        let shipped = by_bytes(SHIPPED_AS, &bytes, ending);
        page = renamed(&page, &built, &shipped)?;
        fs::rename(dist.join(&built), dist.join(&shipped)).map_err(|e| Failure::file(dist, &e))?;
    }
    workspace::write(&index, with_quiet_preload(&page).as_bytes())
}

/// What Trunk called the file that ends so.
pub(super) fn built_name(dist: &Path, ending: &str) -> Result<String, Failure> {
    let names = files_under(dist)?
        .into_iter()
        .map(|file| address(dist, &file));
    let fitting: Vec<String> = names
        .filter(|name| name.starts_with(BUILT_AS) && name.ends_with(ending))
        .collect();
    match <[String; 1]>::try_from(fitting) {
        Ok([name]) => Ok(name),
        Err(names) => Err(Failure::new(
            format_args!(
                "Trunk wrote {} files named {BUILT_AS}…{ending}, not one",
                names.len()
            ),
            "check the rust link in index.html",
        )),
    }
}

/// A name between whose beginning and ending stands a hash of the content.
pub(super) fn by_bytes(beginning: &str, bytes: &[u8], ending: &str) -> String {
    let digest = Sha256::digest(bytes);
    let start = digest
        .iter()
        .take(8)
        .fold(0_u64, |sum, byte| (sum << 8) | u64::from(*byte));
    let hash = format!("{start:016x}");
    format!("{beginning}{hash}{ending}")
}

/// The page must name the file at least twice: to load it, and to ask for it early.
fn renamed(page: &str, built: &str, shipped: &str) -> Result<String, Failure> {
    if page.matches(built).count() < 2 {
        return Err(Failure::new(
            format_args!("index.html does not preload and load {built}"),
            "check pattern_script in Trunk.toml",
        ));
    }
    Ok(page.replace(built, shipped))
}

/// Browsers ignore `integrity` on the preload of a module and complain of it in the console. Under
/// another name boot.js still finds the hash, and has it enforced when it fetches.
fn with_quiet_preload(page: &str) -> String {
    let Some((before, after)) = page.split_once("<link rel=\"preload\"") else {
        return page.to_owned();
    };
    let (link, rest) = after.split_once('>').unwrap_or((after, ""));
    let link = link.replace(" integrity=", " data-integrity=");
    format!("{before}<link rel=\"preload\"{link}>{rest}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_bytes_give_another_name() {
        let name = by_bytes(SHIPPED_AS, b"one", ".js");
        assert_eq!(name, "sell-elements-7692c3ad3540bb80.js");
        assert_ne!(name, by_bytes(SHIPPED_AS, b"two", ".js"));
    }

    #[test]
    fn every_mention_in_the_page_is_renamed() {
        let page = "<link href=\"./a-1.js\"><script data-js=\"./a-1.js\">";
        let expected = "<link href=\"./b.js\"><script data-js=\"./b.js\">";
        assert_eq!(renamed(page, "a-1.js", "b.js").unwrap(), expected);
    }

    #[test]
    fn a_page_without_the_preload_is_refused() {
        assert!(renamed("<script data-js=\"./a-1.js\">", "a-1.js", "b.js").is_err());
    }

    #[test]
    fn only_the_modules_preload_changes_how_it_holds_its_hash() {
        let page = "<link rel=\"modulepreload\" integrity=\"a\"><link rel=\"preload\" \
                    integrity=\"b\" as=\"fetch\"></head>";
        let expected = "<link rel=\"modulepreload\" integrity=\"a\"><link rel=\"preload\" \
                        data-integrity=\"b\" as=\"fetch\"></head>";
        assert_eq!(with_quiet_preload(page), expected);
    }
}
