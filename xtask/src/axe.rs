//! Barriers for people with disabilities, as far as axe-core can see them.

use crate::build;
use crate::failure::Failure;
use crate::package;
use crate::run::run;
use crate::say;
use crate::tools::browser::Browser;
use crate::tools::npm::{self, Package};

/// The rules, in the release whose findings were last looked at.
const AXE: Package = Package {
    name: "axe-core",
    version: "4.14.1",
    file: "axe.min.js",
};

/// Looks at every screen and every element in light and dark, and fails when a rule is broken.
pub(crate) fn look(no_build: bool) -> Result<(), Failure> {
    if let Some(why) = lacking() {
        return Err(Failure::new(
            format_args!("nothing was looked at: {why}"),
            "install Node.js, which brings npm, or connect to the network",
        ));
    }
    if !no_build {
        build::release()?;
        package::write()?;
    }
    look_at_what_is_built()
}

/// Why nothing can be looked at on this machine, after trying to install what it takes.
pub(crate) fn lacking() -> Option<String> {
    match npm::file_of(AXE) {
        Ok(Some(_)) => None,
        Ok(None) => Some("axe-core is installed by npm, which is not on PATH".to_owned()),
        Err(failure) => Some(failure.to_string()),
    }
}

/// Looks at what is in `dist/` and `package/`.
pub(crate) fn look_at_what_is_built() -> Result<(), Failure> {
    let core = npm::file_of(AXE)?
        .ok_or_else(|| Failure::new("axe-core is gone", "run the command again"))?;
    let mut axe = Browser::ready()?.program("axe")?;
    say::step(&format!(
        "Looking at every screen and element with axe-core {}",
        AXE.version
    ));
    run(axe.arg(core), "the look with axe-core")
}
