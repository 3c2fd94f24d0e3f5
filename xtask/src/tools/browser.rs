//! Finding a Chromium and its driver, and on Debian installing them.

use std::path::PathBuf;
use std::process::Command;

use super::{debian, first_version, named_by, on_path};
use crate::failure::Failure;
use crate::run::{built_file, output_of};
use crate::say;
use crate::workspace;

/// Names under which the browser is installed.
const BROWSERS: &[&str] = &[
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
];
/// Where it is when it is not on PATH.
const PLACES: &[&str] = &[
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
];
/// Debian's packages.
const PACKAGES: [&str; 2] = ["chromium", "chromium-driver"];

/// A browser and the driver of the same release.
#[derive(Debug)]
pub(crate) struct Browser {
    chrome: PathBuf,
    driver: PathBuf,
}

impl Browser {
    /// Finds both, on Debian as root after installing what is missing.
    pub(crate) fn ready() -> Result<Self, Failure> {
        let browser = match (chrome(), driver()) {
            (Some(chrome), Some(driver)) => Self { chrome, driver },
            (chrome_found, driver_found) => {
                if !debian::may_install() {
                    return Err(missing(chrome_found.is_some(), driver_found.is_some()));
                }
                debian::install(&PACKAGES)?;
                let chrome = chrome().ok_or_else(|| missing(false, true))?;
                Self {
                    chrome,
                    driver: driver().ok_or_else(|| missing(true, false))?,
                }
            }
        };
        browser.of_one_release()?;
        Ok(browser)
    }

    /// Tells a test where both are.
    pub(crate) fn equip<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command
            .env("CHROME", &self.chrome)
            .env("CHROMEDRIVER", &self.driver)
    }

    /// Builds a program of `tests/e2e`, and makes it ready to drive this browser.
    pub(crate) fn program(&self, name: &str) -> Result<Command, Failure> {
        say::step("Building what drives the browser");
        let mut cargo = workspace::cargo();
        cargo.args(["build", "--locked", "-p", "sell-journeys", "--bin", name]);
        let mut program = Command::new(built_file(&mut cargo, name)?);
        self.equip(&mut program);
        Ok(program)
    }

    /// A driver of another release refuses to start the browser, in words that help nobody.
    fn of_one_release(&self) -> Result<(), Failure> {
        let of = |program| output_of(Command::new(program).arg("--version"));
        match (of(&self.chrome), of(&self.driver)) {
            (Some(chrome), Some(driver)) => compare(&chrome, &driver),
            // A browser that does not tell its version may still work; the tests will say.
            _ => Ok(()),
        }
    }
}

fn chrome() -> Option<PathBuf> {
    named_by("CHROME")
        .or_else(|| BROWSERS.iter().find_map(|name| on_path(name)))
        .or_else(|| {
            PLACES
                .iter()
                .map(PathBuf::from)
                .find(|place| place.is_file())
        })
}

fn driver() -> Option<PathBuf> {
    named_by("CHROMEDRIVER").or_else(|| on_path("chromedriver"))
}

fn compare(chrome: &str, driver: &str) -> Result<(), Failure> {
    let major = |text| first_version(text).and_then(|version| version.split('.').next());
    match (major(chrome), major(driver)) {
        (Some(chrome), Some(driver)) if chrome != driver => Err(Failure::new(
            format_args!("the browser is of release {chrome} and its driver of release {driver}"),
            "install both in the same release, or name a fitting pair by CHROME and CHROMEDRIVER",
        )),
        _ => Ok(()),
    }
}

fn missing(has_chrome: bool, has_driver: bool) -> Failure {
    let what = match (has_chrome, has_driver) {
        (true, _) => "chromedriver is missing",
        (false, true) => "Chromium (or Chrome) is missing",
        (false, false) => "Chromium (or Chrome) and chromedriver are missing",
    };
    Failure::new(
        what,
        "install Chromium or Chrome and the chromedriver of the same release (on Debian, as root: \
         `apt-get install chromium chromium-driver`) and put them on PATH or name them by CHROME \
         and CHROMEDRIVER",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_and_driver_of_one_release_fit() {
        assert_eq!(
            compare(
                "Chromium 156.0.1 built on Debian",
                "ChromeDriver 156.0.9 (x)"
            ),
            Ok(())
        );
    }

    #[test]
    fn a_driver_of_another_release_is_refused_with_both_numbers() {
        let failure = compare("Chromium 156.0.1", "ChromeDriver 120.0.1")
            .unwrap_err()
            .to_string();
        assert!(
            failure.contains("156") && failure.contains("120"),
            "{failure}"
        );
    }

    #[test]
    fn what_is_missing_is_named_and_no_more() {
        assert!(
            missing(true, false)
                .to_string()
                .starts_with("chromedriver is missing")
        );
        assert!(
            missing(false, true)
                .to_string()
                .starts_with("Chromium (or Chrome) is missing")
        );
    }
}
