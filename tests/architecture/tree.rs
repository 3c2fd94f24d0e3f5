//! The files of this repository.

use std::fs;
use std::path::{Path, PathBuf};

/// Folders that hold what is made, not what is written.
const MADE: &[&str] = &["target", "dist", "node_modules", "corpus", "artifacts"];

/// A file, by its address below the root, with its text.
#[derive(Debug)]
pub(crate) struct File {
    pub(crate) address: String,
    pub(crate) text: String,
}

pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below a folder whose name ends in one of these ways, in a fixed order. A folder
/// without any would make a test pass for nothing, so it fails.
pub(crate) fn files(folder: &str, endings: &[&str]) -> Vec<File> {
    let mut paths = Vec::new();
    collect(&root().join(folder), endings, &mut paths);
    paths.sort();
    assert!(!paths.is_empty(), "no file below {folder:?}");
    let read = |path: PathBuf| File {
        address: path
            .strip_prefix(root())
            .unwrap()
            .to_string_lossy()
            .replace('\\', "/"),
        text: fs::read_to_string(&path).unwrap(),
    };
    paths.into_iter().map(read).collect()
}

fn collect(folder: &Path, endings: &[&str], found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = entry.path();
        if name.starts_with('.') || MADE.contains(&name.as_str()) || path == root().join("package")
        {
            continue;
        }
        if path.is_dir() {
            collect(&path, endings, found);
        } else if endings.iter().any(|ending| name.ends_with(ending)) {
            found.push(path);
        }
    }
}

impl File {
    /// How many modules deep the file lies below the crate, as `super::` counts it:
    /// 1 for `src/app/mod.rs`, 2 for `src/app/root.rs`.
    pub(crate) fn depth(&self) -> usize {
        let below = self.address.strip_prefix("src/").unwrap_or(&self.address);
        below.split('/').count() - usize::from(below.ends_with("/mod.rs"))
    }

    /// Whether all of it is a test.
    pub(crate) fn is_test(&self) -> bool {
        self.address.ends_with("/tests.rs") || self.address.contains("/tests/")
    }
}
