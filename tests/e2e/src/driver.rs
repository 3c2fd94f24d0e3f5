//! The programs that drive browsers, each on a port of its own.

use std::env;
use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::thread;
use std::time::{Duration, Instant};

use crate::engine::{DriverProgram, Engine};
use crate::fault::Outcome;
use crate::screen::Screen;

static SHARED: Mutex<Weak<Driver>> = Mutex::new(Weak::new());

/// How long a driver may take to listen.
const PATIENCE: Duration = Duration::from_secs(20);
/// How often to start one. It takes the same port of IPv4 and of IPv6, and ends where somebody else has
/// taken the second meanwhile.
const TRIES: usize = 3;
/// How long to leave it alone between two looks.
const PAUSE: Duration = Duration::from_millis(20);

/// A running driver. It ends when the last journey that uses it does.
#[derive(Debug)]
pub(crate) struct Driver {
    process: Child,
    /// Kept open: a driver that cannot write ends.
    output: Option<BufReader<ChildStdout>>,
    /// Outlives the process, which draws on it.
    _screen: Option<Screen>,
    url: String,
}

impl Driver {
    /// A driver for one more browser.
    pub(crate) fn of(engine: Engine) -> Outcome<Arc<Self>> {
        let program = engine.driver();
        if program.is_shared {
            return Self::shared(program);
        }
        Ok(Arc::new(Self::start(program)?))
    }

    /// The driver that runs, or a new one.
    fn shared(program: DriverProgram) -> Outcome<Arc<Self>> {
        let mut shared = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(driver) = shared.upgrade() {
            return Ok(driver);
        }
        let driver = Arc::new(Self::start(program)?);
        *shared = Arc::downgrade(&driver);
        Ok(driver)
    }

    /// Where it listens.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    fn start(program: DriverProgram) -> Outcome<Self> {
        let mut started = Self::try_to_start(program);
        for _ in 1..TRIES {
            started = started.or_else(|_| Self::try_to_start(program));
        }
        started
    }

    fn try_to_start(program: DriverProgram) -> Outcome<Self> {
        let given = match program.announces {
            Some(_) => 0,
            None => free_port()?,
        };
        let screen = program.wants_screen.then(Screen::start).transpose()?;
        let file = env::var_os(program.variable).unwrap_or_else(|| program.name.into());
        let mut command = Command::new(&file);
        command
            .arg(format!("--port={given}"))
            .args(program.arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        if let Some(screen) = &screen {
            command.env("DISPLAY", screen.name());
        }
        let mut process = command.spawn().map_err(|error| {
            let (file, variable) = (file.to_string_lossy(), program.variable);
            format!("{file} did not start ({error}); install it, or name it by {variable}")
        })?;
        let output = process.stdout.take().map(BufReader::new);
        let mut driver = Self {
            process,
            output,
            _screen: screen,
            url: String::new(),
        };
        // Without a port the value is dropped here, and the process with it.
        let port = driver.port(program, given)?;
        driver.url = format!("http://127.0.0.1:{port}");
        Ok(driver)
    }

    /// The port it chose, or the one it was given, once it listens there.
    fn port(&mut self, program: DriverProgram, given: u16) -> Outcome<u16> {
        match (program.announces, &mut self.output) {
            (Some(announces), Some(output)) => announced_port(output, announces),
            _ => listening(given),
        }
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
fn announced_port(output: &mut BufReader<ChildStdout>, announces: &str) -> Outcome<u16> {
    for line in output.lines() {
        if let Some((_, port)) = line?.split_once(announces) {
            return Ok(port.trim_end_matches('.').parse()?);
        }
    }
    Err("the driver ended before it named its port".into())
}

/// A port that nobody listens at now.
fn free_port() -> Outcome<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

/// Waits until somebody listens at a port.
fn listening(port: u16) -> Outcome<u16> {
    let began = Instant::now();
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        if began.elapsed() > PATIENCE {
            return Err("the driver does not listen".into());
        }
        thread::sleep(PAUSE);
    }
    Ok(port)
}
