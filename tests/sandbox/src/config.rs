//! What a sandbox is opened with.

use std::fmt;
use std::path::PathBuf;

use crate::error::SandboxError;
use crate::faults::{Fault, MOST_FAULTS};
use crate::switches::Switches;

/// The second registered application, there so that a token of another client can be tried
/// (RFC 6749 §10.16).
pub const OTHER_CLIENT_ID: &str = "other-app";

/// Where the data lives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Database {
    /// In memory, gone with the process.
    Memory,
    /// In this SQLite file, made when absent.
    File(PathBuf),
}

/// Which origins the API answers across origins. Credentials are never allowed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AllowedOrigins {
    /// Every origin, echoed back.
    Any,
    /// These only, as browsers write them: `http://127.0.0.1:8080`.
    List(Vec<String>),
}

/// Everything a sandbox needs to open. `Default` is a demo in memory.
#[derive(Clone)]
pub struct Config {
    /// Where the data lives.
    pub database: Database,
    /// The demo client's id.
    pub client_id: String,
    /// The demo client's name, shown on the consent page.
    pub client_name: String,
    /// The demo client's secret; a random one when `None`. A browser client never has it.
    pub client_secret: Option<String>,
    /// The demo client's redirect URIs, compared exactly (RFC 9700 §2.1).
    pub redirect_uris: Vec<String>,
    /// The demo user's e-mail address.
    pub user: String,
    /// The password of the demo user and of the two colleagues.
    pub password: String,
    /// The switches at start, and after a reset.
    pub switches: Switches,
    /// The faults that wait at start, and after a reset; 100 at most.
    pub faults: Vec<Fault>,
    /// Which origins may read answers while the `cors` switch is not off.
    pub allowed_origins: AllowedOrigins,
    /// `Host` values accepted besides the loopback names, such as `stage.test:8080`.
    pub extra_hosts: Vec<String>,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            database: Database::Memory,
            client_id: "sell-elements-demo".to_owned(),
            client_name: "Sell Elements demo".to_owned(),
            client_secret: None,
            redirect_uris: vec!["http://127.0.0.1:8080/callback.html".to_owned()],
            user: "ada@example.test".to_owned(),
            password: "sandbox".to_owned(),
            switches: Switches::default(),
            faults: Vec::new(),
            allowed_origins: AllowedOrigins::Any,
            extra_hosts: Vec::new(),
        }
    }
}

impl Config {
    /// Refuses what could not work, before anything is stored.
    pub(crate) fn check(&self) -> Result<(), SandboxError> {
        let setting = |name, problem: &str| SandboxError::Setting {
            name,
            problem: problem.into(),
        };
        if !is_client_id(&self.client_id) {
            return Err(setting(
                "client id",
                "must be 1 to 200 printable characters",
            ));
        }
        if self.client_id == OTHER_CLIENT_ID {
            return Err(setting(
                "client id",
                "`other-app` belongs to the second application",
            ));
        }
        if !self.user.contains('@') || self.user.chars().any(char::is_whitespace) {
            return Err(setting("user", "must be an e-mail address"));
        }
        if self.password.is_empty() {
            return Err(setting("password", "must not be empty"));
        }
        if self.faults.len() > MOST_FAULTS {
            return Err(setting("list of faults", "must not hold more than 100"));
        }
        Ok(())
    }
}

/// RFC 6749 appendix A.1: `client-id = *VSCHAR`; here with a length.
pub(crate) fn is_client_id(text: &str) -> bool {
    (1..=200).contains(&text.len()) && text.bytes().all(|byte| (0x20..=0x7e).contains(&byte))
}

impl fmt::Debug for Config {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Config")
            .field("database", &self.database)
            .field("client_id", &self.client_id)
            .field("redirect_uris", &self.redirect_uris)
            .field("user", &self.user)
            .field("switches", &self.switches)
            .finish_non_exhaustive()
    }
}
