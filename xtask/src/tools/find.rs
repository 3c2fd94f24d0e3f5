//! Looking for programs.

use std::env;
use std::path::{Path, PathBuf};

use super::Tool;

/// The folders of PATH, in order.
pub(super) fn search_path() -> Vec<PathBuf> {
    env::var_os("PATH")
        .map(|path| env::split_paths(&path).collect())
        .unwrap_or_default()
}

/// A program's file in a folder, as this system names it.
pub(super) fn executable(folder: &Path, program: &str) -> PathBuf {
    folder.join(format!("{program}{}", env::consts::EXE_SUFFIX))
}

/// The first file of that name on PATH.
pub(crate) fn on_path(program: &str) -> Option<PathBuf> {
    search_path()
        .iter()
        .map(|folder| executable(folder, program))
        .find(|file| file.is_file())
}

/// The file that a variable names, where there is one.
pub(super) fn named_by(variable: &str) -> Option<PathBuf> {
    env::var_os(variable)
        .map(PathBuf::from)
        .filter(|file| file.is_file())
}

/// The first folder that holds every program of the tool, in exactly its version.
pub(super) fn find(
    tool: &Tool,
    folders: impl IntoIterator<Item = PathBuf>,
    version_of: impl Fn(&Path) -> Option<String>,
) -> Option<PathBuf> {
    folders.into_iter().find(|folder| {
        let mut files = tool
            .programs
            .iter()
            .map(|program| executable(folder, program));
        files.all(|file| file.is_file())
            && version_of(&executable(folder, tool.programs[0])).as_ref() == Some(&tool.version)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn tool() -> Tool {
        Tool {
            package: "thing",
            version: "1.2.3".to_owned(),
            programs: &["thing", "thing-runner"],
            locked: true,
            takes: "no time",
        }
    }

    fn folder_with(name: &str, programs: &[&str]) -> PathBuf {
        let folder = env::temp_dir().join(format!("xtask-find-{}-{name}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        for program in programs {
            fs::write(executable(&folder, program), "").unwrap();
        }
        folder
    }

    #[test]
    fn another_version_earlier_on_the_path_is_passed_over() {
        let old = folder_with("old", &["thing", "thing-runner"]);
        let right = folder_with("right", &["thing", "thing-runner"]);
        let version_of = |file: &Path| {
            Some(
                if file.starts_with(&old) {
                    "1.2.2"
                } else {
                    "1.2.3"
                }
                .to_owned(),
            )
        };
        assert_eq!(
            find(&tool(), [old.clone(), right.clone()], version_of),
            Some(right.clone())
        );
        fs::remove_dir_all(old).unwrap();
        fs::remove_dir_all(right).unwrap();
    }

    #[test]
    fn a_folder_without_every_program_is_passed_over() {
        let half = folder_with("half", &["thing"]);
        assert_eq!(
            find(&tool(), [half.clone()], |_| Some("1.2.3".to_owned())),
            None
        );
        fs::remove_dir_all(half).unwrap();
    }

    #[test]
    fn a_program_that_does_not_run_is_passed_over() {
        let broken = folder_with("broken", &["thing", "thing-runner"]);
        assert_eq!(find(&tool(), [broken.clone()], |_| None), None);
        fs::remove_dir_all(broken).unwrap();
    }
}
