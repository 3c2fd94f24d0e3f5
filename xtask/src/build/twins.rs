//! The compressed twins beside each file.

use std::path::Path;

use super::{address, files_under};
use crate::compress::{brotli, gzip};
use crate::failure::Failure;
use crate::say;
use crate::workspace;

/// Kinds of file that become shorter.
const PACKED: &[&str] = &["html", "js", "css", "svg", "wasm"];

/// Writes `.br` and `.gz` beside every file that gains from it. config.json has none: the deployer
/// edits it, and a server would go on sending the twin of the template.
pub(super) fn write(dist: &Path) -> Result<(), Failure> {
    say::step("Compressing");
    for file in files_under(dist)? {
        if !is_packed(&file) {
            continue;
        }
        let name = address(dist, &file);
        let bytes = std::fs::read(&file).map_err(|error| Failure::file(&file, &error))?;
        let smaller = brotli(&bytes).and_then(|br| Ok((br, gzip(&bytes)?)));
        let (br, gz) = smaller.map_err(|error| Failure::file(&file, &error))?;
        workspace::write(&dist.join(format!("{name}.br")), &br)?;
        workspace::write(&dist.join(format!("{name}.gz")), &gz)?;
    }
    Ok(())
}

fn is_packed(file: &Path) -> bool {
    workspace::is_of_kind(file, PACKED)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_deployer_edits_has_no_twin() {
        assert!(is_packed(Path::new("a/app.css")));
        assert!(!is_packed(Path::new("config.json")));
        assert!(!is_packed(Path::new("app.css.br")));
    }
}
