//! Where things are, and how cargo is called for the browser.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::Failure;

/// The target the browser runs.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// Trunk calls cargo itself, so flags for the wasm build travel by this variable. It names the
/// target, hence nothing built for this machine is rebuilt because of it.
const WASM_FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";
/// What cargo takes the linker of that target from.
pub(crate) const LINKER_OF_WASM: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER";

/// Has LLVM optimise each crate, and at last the whole app, as for linking and for size twice more:
/// what comes with the compiler was optimised for speed, and much becomes plain only when the app
/// is in one piece.
const FOR_SIZE: &str = " -Cllvm-args=-force-attribute=minsize -Cpasses=forceattrs,lto<Oz>,lto<Oz>";

/// The workspace's folder.
pub(crate) fn root() -> PathBuf {
    let own = env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    own.parent().map_or_else(|| own.clone(), Path::to_path_buf)
}

/// What a deployer uploads.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// What those who embed the elements install or serve.
pub(crate) fn package() -> PathBuf {
    root().join("package")
}

/// Where cargo and Trunk put what they compile.
pub(crate) fn target() -> PathBuf {
    root().join(env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| OsString::from("target")))
}

/// Files made before Trunk runs. index.html links them here, wherever cargo's own folder is.
pub(crate) fn generated() -> PathBuf {
    root().join("target").join("capture")
}

/// Cargo, in the workspace.
pub(crate) fn cargo() -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo")));
    command.current_dir(root());
    command
}

/// Where cargo keeps what it downloads.
pub(crate) fn cargo_home() -> Option<PathBuf> {
    env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")))
}

/// Gives a command that compiles for the browser the flags that keep this machine's paths out of
/// the module. `RUSTFLAGS` would silently replace them, so it does not reach the command.
pub(crate) fn without_machine_paths(command: &mut Command) -> &mut Command {
    command
        .env(WASM_FLAGS, remap_flags(&remapped_paths()))
        .env_remove(LINKER_OF_WASM)
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
}

/// Like [`without_machine_paths`], for the smallest module that the compiler can make.
pub(crate) fn for_release(command: &mut Command) -> &mut Command {
    let flags = remap_flags(&remapped_paths()) + FOR_SIZE;
    without_machine_paths(command).env(WASM_FLAGS, flags)
}

/// Paths of this machine that must not reach a shipped file. Cargo splits the flags at spaces, so
/// a path that holds one cannot be remapped and is left out.
pub(crate) fn machine_paths() -> Vec<String> {
    let places = [Some(root()), cargo_home(), env::home_dir()];
    let mut paths: Vec<String> = places.into_iter().flatten().filter_map(plain).collect();
    paths.dedup();
    paths
}

/// Pairs of a path and what stands for it in a panic message. The last match wins in rustc.
fn remapped_paths() -> Vec<(String, &'static str)> {
    let mut pairs = Vec::new();
    pairs.extend(env::home_dir().and_then(plain).map(|path| (path, "~")));
    if let Some(home) = cargo_home() {
        pairs.extend(plain(home.clone()).map(|path| (path, "cargo")));
        pairs.extend(
            sources(&home)
                .into_iter()
                .filter_map(plain)
                .map(|path| (path, "crates")),
        );
    }
    pairs.extend(plain(root()).map(|path| (path, ".")));
    pairs
}

/// The folders of downloaded crates, one per registry.
fn sources(cargo_home: &Path) -> Vec<PathBuf> {
    let folder = fs::read_dir(cargo_home.join("registry").join("src"));
    let mut found: Vec<PathBuf> = folder
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .collect();
    found.sort();
    found
}

/// The path as text, when it is long enough to mean this machine and holds no space.
fn plain(path: PathBuf) -> Option<String> {
    let text = path.into_os_string().into_string().ok()?;
    (text.len() > 1 && !text.contains(char::is_whitespace)).then_some(text)
}

fn remap_flags(pairs: &[(String, &str)]) -> String {
    let flags: Vec<String> = pairs
        .iter()
        .map(|(from, to)| format!("--remap-path-prefix={from}={to}"))
        .collect();
    flags.join(" ")
}

/// Whether a file's name ends in one of these kinds.
pub(crate) fn is_of_kind(file: impl AsRef<Path>, kinds: &[&str]) -> bool {
    file.as_ref()
        .extension()
        .is_some_and(|kind| kinds.iter().any(|wanted| kind == *wanted))
}

/// Reads a text file.
pub(crate) fn read(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|error| Failure::file(path, &error))
}

/// Writes a file with the folders above it; a file that already says the same is left alone, so
/// that Trunk's watcher is not woken for nothing.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    if fs::read(path).is_ok_and(|old| old == bytes) {
        return Ok(());
    }
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder).map_err(|error| Failure::file(folder, &error))?;
    fs::write(path, bytes).map_err(|error| Failure::file(path, &error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_is_the_folder_above_this_crate() {
        assert!(root().join("xtask").join("Cargo.toml").is_file());
    }

    #[test]
    fn each_path_becomes_one_flag() {
        let pairs = [
            ("/home/me".to_owned(), "~"),
            ("/home/me/work".to_owned(), "."),
        ];
        assert_eq!(
            remap_flags(&pairs),
            "--remap-path-prefix=/home/me=~ --remap-path-prefix=/home/me/work=."
        );
    }

    #[test]
    fn a_path_with_a_space_cannot_travel_in_a_flag() {
        assert_eq!(plain(PathBuf::from("/home/jo doe")), None);
        assert_eq!(plain(PathBuf::from("/")), None);
        assert_eq!(
            plain(PathBuf::from("/home/jo")),
            Some("/home/jo".to_owned())
        );
    }
}
