//! The command line.

use std::net::IpAddr;
use std::path::PathBuf;

use clap::Parser;
use sell_sandbox::{AllowedOrigins, Config, Database, Fault, Listen, Switches};

use crate::help;

/// A Zendesk Sell to test against: authorization server and REST API on this machine.
#[derive(Debug, Parser)]
#[command(version, about, long_about = help::ABOUT, after_help = help::SHORT)]
#[command(after_long_help = help::long())]
pub(crate) struct Arguments {
    /// The address to listen on; loopback only.
    #[arg(long, default_value = "127.0.0.1")]
    host: IpAddr,

    /// The port to listen on; 0 for any free one.
    #[arg(long, default_value_t = 4000)]
    port: u16,

    /// Turns the control endpoint on, on this port; 0 for any free one.
    #[arg(long)]
    control_port: Option<u16>,

    /// Turns the second origin on, on this port; 0 for any free one. It answers everything and
    /// counts it, so that a test can show that nothing went elsewhere.
    #[arg(long)]
    other_port: Option<u16>,

    /// The SQLite file to keep data in, or `:memory:`.
    #[arg(long, default_value = ":memory:", value_name = "PATH")]
    database: PathBuf,

    /// A redirect URI of the demo client; may be repeated. Compared exactly.
    #[arg(long, value_name = "URI")]
    redirect_uri: Vec<String>,

    /// An origin whose pages may read answers while `cors` is not off; may be repeated. Every
    /// origin when absent.
    #[arg(long, value_name = "ORIGIN", value_parser = origin)]
    allow_origin: Vec<String>,

    /// The demo client's id.
    #[arg(long, default_value = "sell-elements-demo")]
    client_id: String,

    /// The demo client's secret, for callers that have one; a random one when absent.
    #[arg(long, value_name = "SECRET")]
    client_secret: Option<String>,

    /// The demo user's e-mail address.
    #[arg(long, default_value = "ada@example.test")]
    user: String,

    /// The demo user's password, printed at the start.
    #[arg(long, default_value = "sandbox")]
    password: String,

    /// Sets a switch; may be repeated. `--help` lists them.
    #[arg(long = "set", value_name = "NAME=VALUE", value_parser = setting)]
    settings: Vec<Setting>,

    /// Spoils answers, as `POST /faults` does; may be repeated. `--help` explains the line.
    #[arg(long = "fault", value_name = "FAULT")]
    faults: Vec<Fault>,

    /// Prints one line of JSON when ready.
    #[arg(long)]
    pub(crate) json: bool,
}

/// A switch and its value, known to be good.
#[derive(Debug, Clone)]
struct Setting {
    name: String,
    value: String,
}

fn setting(text: &str) -> Result<Setting, String> {
    let (name, value) = text.split_once('=').ok_or("expected NAME=VALUE")?;
    Switches::default()
        .set(name, value)
        .map_err(|error| error.to_string())?;
    Ok(Setting {
        name: name.to_owned(),
        value: value.to_owned(),
    })
}

/// An origin as browsers write it: scheme, host and port, no path.
fn origin(text: &str) -> Result<String, String> {
    let parsed = url::Url::parse(text).map(|url| url.origin().ascii_serialization());
    match parsed {
        Ok(origin) if origin == text => Ok(origin),
        Ok(origin) if origin != "null" => Err(format!("expected an origin, such as {origin}")),
        _ => Err("expected an origin, such as http://127.0.0.1:8080".to_owned()),
    }
}

impl Arguments {
    pub(crate) fn config(&self) -> Config {
        let defaults = Config::default();
        let mut switches = Switches::default();
        for Setting { name, value } in &self.settings {
            // Each was tried when it was parsed.
            let _ = switches.set(name, value);
        }
        Config {
            database: match self.database.to_str() {
                Some(":memory:") => Database::Memory,
                _ => Database::File(self.database.clone()),
            },
            redirect_uris: if self.redirect_uri.is_empty() {
                defaults.redirect_uris
            } else {
                self.redirect_uri.clone()
            },
            client_id: self.client_id.clone(),
            client_secret: self.client_secret.clone(),
            user: self.user.clone(),
            password: self.password.clone(),
            switches,
            faults: self.faults.clone(),
            allowed_origins: if self.allow_origin.is_empty() {
                defaults.allowed_origins
            } else {
                AllowedOrigins::List(self.allow_origin.clone())
            },
            ..Config::default()
        }
    }

    pub(crate) fn listen(&self) -> Listen {
        Listen {
            host: self.host,
            port: self.port,
            control_port: self.control_port,
            other_port: self.other_port,
        }
    }
}
