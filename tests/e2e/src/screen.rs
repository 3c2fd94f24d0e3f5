//! A screen that nobody sees, for a browser that cannot do without one.

use std::env;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use crate::fault::Outcome;

/// A running X server without hardware. It ends with this value.
#[derive(Debug)]
pub(crate) struct Screen {
    process: Child,
    name: String,
}

impl Screen {
    /// Starts one, under a name that it finds free itself.
    pub(crate) fn start() -> Outcome<Self> {
        let program = env::var_os("XVFB").unwrap_or_else(|| "Xvfb".into());
        let process = Command::new(&program)
            .args(["-displayfd", "1", "-screen", "0", "1280x1024x24"])
            .args(["-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| {
                let program = program.to_string_lossy();
                format!("{program} did not start ({error}); install xvfb, or name it by XVFB")
            })?;
        let mut screen = Self {
            process,
            name: String::new(),
        };
        let output = screen.process.stdout.take().ok_or("Xvfb is mute")?;
        let mut number = String::new();
        BufReader::new(output).read_line(&mut number)?;
        screen.name = format!(":{}", number.trim().parse::<u32>()?);
        Ok(screen)
    }

    /// Its name, for `DISPLAY`.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        // It may be gone already; nobody is left to be told.
        drop(self.process.kill());
        drop(self.process.wait());
    }
}
