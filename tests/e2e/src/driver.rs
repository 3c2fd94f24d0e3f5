//! One chromedriver for all journeys, on a port of its own choosing.

use std::env;
use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError, Weak};

use crate::fault::Outcome;

static SHARED: Mutex<Weak<Driver>> = Mutex::new(Weak::new());

/// A running chromedriver. It ends when the last journey that uses it does.
#[derive(Debug)]
pub(crate) struct Driver {
    process: Child,
    /// Kept open: a driver that cannot write ends.
    _output: Option<BufReader<ChildStdout>>,
    url: String,
}

impl Driver {
    /// The driver that runs, or a new one.
    pub(crate) fn shared() -> Outcome<Arc<Self>> {
        let mut shared = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(driver) = shared.upgrade() {
            return Ok(driver);
        }
        let driver = Arc::new(Self::start()?);
        *shared = Arc::downgrade(&driver);
        Ok(driver)
    }

    /// Where it listens.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    fn start() -> Outcome<Self> {
        let program = env::var_os("CHROMEDRIVER").unwrap_or_else(|| "chromedriver".into());
        let mut process = Command::new(&program)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| {
                let program = program.to_string_lossy();
                format!("{program} did not start ({error}); install chromium and chromium-driver, or name it by CHROMEDRIVER")
            })?;
        let mut output = process.stdout.take().map(BufReader::new);
        let port = output.as_mut().map(announced_port);
        let mut driver = Self {
            process,
            _output: output,
            url: String::new(),
        };
        // Without a port the value is dropped here, and the process with it.
        driver.url = format!("http://127.0.0.1:{}", port.ok_or("chromedriver is mute")??);
        Ok(driver)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It may be gone already; nobody is left to be told.
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

/// "`ChromeDriver` was started successfully on port 12345."
fn announced_port(output: &mut BufReader<ChildStdout>) -> Outcome<u16> {
    for line in output.lines() {
        if let Some((_, port)) = line?.split_once("successfully on port ") {
            return Ok(port.trim_end_matches('.').parse()?);
        }
    }
    Err("chromedriver ended before it named its port".into())
}
