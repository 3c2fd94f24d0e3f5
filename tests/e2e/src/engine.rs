//! The engines that a journey can be told in.

use std::env;

use serde_json::{Value, json};

/// An engine, with the browser that brings it and the driver of that browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Engine {
    /// Chromium. It alone tells its driver what was written to the console and what documents sent.
    #[default]
    Chromium,
    /// Gecko, in Firefox.
    Firefox,
    /// WebKit, in the small browser of its GTK port.
    WebKit,
}

/// A driver: how to start it, and how it says where it listens.
#[derive(Debug, Clone, Copy)]
pub(crate) struct DriverProgram {
    /// The variable that names it.
    pub(crate) variable: &'static str,
    /// Its usual name.
    pub(crate) name: &'static str,
    /// What it takes besides its port.
    pub(crate) arguments: &'static [&'static str],
    /// What stands before the port it chose; one that says nothing is given a port.
    pub(crate) announces: Option<&'static str>,
    /// Whether its browser cannot do without a screen.
    pub(crate) wants_screen: bool,
    /// Whether it serves several browsers at once.
    pub(crate) is_shared: bool,
}

impl Engine {
    /// What people call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKit",
        }
    }

    pub(crate) fn driver(self) -> DriverProgram {
        match self {
            Self::Chromium => DriverProgram {
                variable: "CHROMEDRIVER",
                name: "chromedriver",
                arguments: &[],
                announces: Some("successfully on port "),
                wants_screen: false,
                is_shared: true,
            },
            Self::Firefox => DriverProgram {
                variable: "GECKODRIVER",
                name: "geckodriver",
                arguments: &["--websocket-port=0"],
                announces: Some("Listening on 127.0.0.1:"),
                wants_screen: false,
                is_shared: false,
            },
            Self::WebKit => DriverProgram {
                variable: "WEBKITDRIVER",
                name: "WebKitWebDriver",
                arguments: &[],
                announces: None,
                wants_screen: true,
                is_shared: false,
            },
        }
    }

    /// A browser without a window, as W3C capabilities; the settings are the engine's own.
    pub(crate) fn capabilities(self, settings: Vec<(&'static str, Value)>) -> Value {
        match self {
            Self::Chromium => chromium(settings),
            Self::Firefox => firefox(settings),
            Self::WebKit => json!({ "browserName": "MiniBrowser" }),
        }
    }
}

fn chromium(settings: Vec<(&'static str, Value)>) -> Value {
    let mut options = json!({
        "args": [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
            "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--window-size=1000,900",
        ],
        // The driver would switch the blocker off that people have.
        "excludeSwitches": ["disable-popup-blocking"],
        "prefs": { "credentials_enable_service": false },
    });
    equip(&mut options, "CHROME", settings);
    json!({ "browserName": "chrome", "goog:chromeOptions": options })
}

fn firefox(settings: Vec<(&'static str, Value)>) -> Value {
    let mut options = json!({
        "args": ["-headless", "--width=1000", "--height=900"],
        // Again what people have and the driver would switch off.
        "prefs": { "dom.disable_open_during_load": true },
    });
    equip(&mut options, "FIREFOX", settings);
    json!({ "browserName": "firefox", "moz:firefoxOptions": options })
}

/// Names the browser's file, where a variable does, and sets what is to be set.
fn equip(options: &mut Value, variable: &str, settings: Vec<(&'static str, Value)>) {
    if let Some(browser) = env::var_os(variable) {
        options["binary"] = json!(browser.to_string_lossy());
    }
    for (name, value) in settings {
        options["prefs"][name] = value;
    }
}
