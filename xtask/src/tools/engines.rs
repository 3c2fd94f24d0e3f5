//! The browsers of other engines, which the matrix of surroundings is told in as well.

use std::path::PathBuf;
use std::process::Command;

use super::{Tool, debian, executable, folder_of, named_by, on_path};
use crate::failure::Failure;

/// The newest driver that was tried with this project.
const GECKODRIVER_VERSION: &str = "0.37.1";

/// A program that has to be there.
#[derive(Debug, Clone, Copy)]
struct Program {
    /// The variable that names it, for us and for the tests.
    variable: &'static str,
    names: &'static [&'static str],
    /// Debian's package.
    package: &'static str,
}

const FIREFOX: [Program; 1] = [Program {
    variable: "FIREFOX",
    names: &["firefox-esr", "firefox"],
    package: "firefox-esr",
}];

const WEBKIT: [Program; 2] = [
    Program {
        variable: "WEBKITDRIVER",
        names: &["WebKitWebDriver"],
        package: "webkit2gtk-driver",
    },
    Program {
        variable: "XVFB",
        names: &["Xvfb"],
        package: "xvfb",
    },
];

impl Program {
    fn find(&self) -> Option<PathBuf> {
        named_by(self.variable).or_else(|| self.names.iter().find_map(|name| on_path(name)))
    }
}

/// Programs by the variables that tell a test where they are.
#[derive(Debug)]
pub(crate) struct Equipment(Vec<(&'static str, PathBuf)>);

impl Equipment {
    /// Tells a test where they are.
    pub(crate) fn equip<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command.envs(self.0.iter().map(|(variable, file)| (variable, file)))
    }
}

/// Firefox and its driver, after installing what is missing.
pub(crate) fn firefox() -> Result<Equipment, Failure> {
    let mut found = ready(&FIREFOX)?;
    let driver = match named_by("GECKODRIVER").or_else(|| on_path("geckodriver")) {
        Some(driver) => driver,
        None => executable(&folder_of(&geckodriver())?, "geckodriver"),
    };
    found.push(("GECKODRIVER", driver));
    Ok(Equipment(found))
}

/// WebKit's driver, which brings its browser, and a screen for it, after installing what is missing.
pub(crate) fn webkit() -> Result<Equipment, Failure> {
    ready(&WEBKIT).map(Equipment)
}

/// Why Firefox cannot be had on this machine, where that is so.
pub(crate) fn lacks_firefox() -> Option<String> {
    lacking(&FIREFOX)
}

/// Why WebKit cannot be had on this machine, where that is so.
pub(crate) fn lacks_webkit() -> Option<String> {
    lacking(&WEBKIT)
}

fn lacking(programs: &[Program]) -> Option<String> {
    let missing = missing(programs);
    (!missing.is_empty() && !debian::may_install()).then(|| in_words(&missing))
}

fn ready(programs: &[Program]) -> Result<Vec<(&'static str, PathBuf)>, Failure> {
    let missing = missing(programs);
    if !missing.is_empty() && debian::may_install() {
        let packages: Vec<_> = missing.iter().map(|program| program.package).collect();
        debian::install(&packages)?;
    }
    programs
        .iter()
        .map(|program| Some((program.variable, program.find()?)))
        .collect::<Option<_>>()
        .ok_or_else(|| {
            Failure::new(
                in_words(programs),
                "install what is named, or name it by its variable",
            )
        })
}

fn missing(programs: &[Program]) -> Vec<Program> {
    let absent = |program: &&Program| program.find().is_none();
    programs.iter().filter(absent).copied().collect()
}

fn in_words(programs: &[Program]) -> String {
    let each = programs.iter().map(|program| {
        let Program {
            variable,
            names,
            package,
        } = program;
        format!(
            "{} (Debian: {package}; or {variable} names it)",
            names.join(" or ")
        )
    });
    let each: Vec<_> = each.collect();
    format!("not on PATH: {}", each.join(", "))
}

fn geckodriver() -> Tool {
    Tool {
        package: "geckodriver",
        version: GECKODRIVER_VERSION.to_owned(),
        programs: &["geckodriver"],
        locked: true,
        takes: "two to three minutes",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_named_with_both_ways_to_have_it() {
        let nowhere = Program {
            variable: "SELL_NO_SUCH_PROGRAM",
            names: &["sell-no-such-program", "nor-this"],
            package: "some-package",
        };
        let missing = missing(&[nowhere]);
        assert_eq!(missing.len(), 1);
        assert_eq!(
            in_words(&missing),
            "not on PATH: sell-no-such-program or nor-this (Debian: some-package; or \
             SELL_NO_SUCH_PROGRAM names it)"
        );
    }
}
