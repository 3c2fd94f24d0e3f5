//! What Debian's packages bring, installed where that is ours to do.

use std::fs;
use std::process::Command;

use crate::failure::Failure;
use crate::run::{output_of, run};
use crate::say;

/// Debian's packages fit each other; elsewhere we say what is needed and change nothing.
pub(super) fn may_install() -> bool {
    let debian = fs::read_to_string("/etc/os-release").is_ok_and(|text| is_debian(&text));
    debian && output_of(Command::new("id").arg("-u")).is_some_and(|user| user.trim() == "0")
}

fn is_debian(os_release: &str) -> bool {
    os_release
        .lines()
        .any(|line| matches!(line, "ID=debian" | "ID=\"debian\""))
}

/// Installs packages with what they depend on, and nothing besides.
pub(super) fn install(packages: &[&str]) -> Result<(), Failure> {
    let named = packages.join(" and ");
    say::step(&format!("Installing {named} (a minute or two)"));
    let apt = |arguments: &[&str]| {
        let mut command = Command::new("apt-get");
        command
            .env("DEBIAN_FRONTEND", "noninteractive")
            .args(arguments);
        run(&mut command, &format!("installing {named} with apt-get")).map_err(|failure| {
            Failure::new(
                failure,
                format_args!("without network, install {named} by hand"),
            )
        })
    };
    apt(&["update"])?;
    apt(&[&["install", "-y", "--no-install-recommends"], packages].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_debian_itself_is_installed_on() {
        assert!(is_debian("NAME=\"Debian\"\nID=debian\nVERSION_ID=\"12\""));
        assert!(!is_debian("ID=ubuntu\nID_LIKE=debian"));
    }
}
