//! What is special about a journey's surroundings.

use std::env;
use std::path::{Path, PathBuf};

use sell_stage::StageOptions;
use serde_json::{Value, json};

use crate::engine::Engine;

/// What the browser keeps nothing for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Blocked {
    /// It keeps everything.
    #[default]
    Nothing,
    /// Any site.
    SiteData,
    /// Cookies of sites inside of others.
    ThirdPartyCookies,
    /// The second name of our servers.
    SecondName,
}

impl Blocked {
    /// The settings of an engine for it, by their names; nothing where its driver cannot be told.
    fn settings(self, engine: Engine) -> Option<Vec<(&'static str, Value)>> {
        match (self, engine) {
            (Self::Nothing, _) => Some(vec![]),
            (Self::SiteData, Engine::Chromium) => Some(vec![(
                "profile.default_content_setting_values.cookies",
                json!(2),
            )]),
            (Self::ThirdPartyCookies, Engine::Chromium) => Some(vec![
                ("profile.cookie_controls_mode", json!(1)),
                ("profile.block_third_party_cookies", json!(true)),
            ]),
            (Self::SecondName, Engine::Chromium) => Some(vec![(
                "profile.content_settings.exceptions.cookies",
                json!({ "localhost,*": { "setting": 2 } }),
            )]),
            (Self::SiteData, Engine::Firefox) => {
                Some(vec![("network.cookie.cookieBehavior", json!(2))])
            }
            (Self::ThirdPartyCookies, Engine::Firefox) => {
                Some(vec![("network.cookie.cookieBehavior", json!(1))])
            }
            (Self::SecondName, Engine::Firefox) | (_, Engine::WebKit) => None,
        }
    }
}

/// How a journey starts. Without further words: an empty profile, the stage's own scopes.
#[derive(Debug, Clone, Copy, Default)]
pub struct Plan {
    engine: Engine,
    blocked: Blocked,
    packed: bool,
    sample: Option<&'static str>,
    scopes: Option<&'static [&'static str]>,
}

impl Plan {
    /// The browser is of this engine.
    #[must_use]
    pub fn in_engine(self, engine: Engine) -> Self {
        Self { engine, ..self }
    }

    /// The engine of the browser.
    #[must_use]
    pub fn engine(self) -> Engine {
        self.engine
    }

    /// Whether the engine's driver can be told what this plan asks for.
    #[must_use]
    pub fn is_possible(self) -> bool {
        self.blocked.settings(self.engine).is_some()
    }

    /// The browser keeps nothing for any site, as one of its settings allows.
    #[must_use]
    pub fn with_site_data_blocked(self) -> Self {
        Self {
            blocked: Blocked::SiteData,
            ..self
        }
    }

    /// The browser blocks third-party cookies, as one of its settings has it.
    #[must_use]
    pub fn with_third_party_cookies_blocked(self) -> Self {
        Self {
            blocked: Blocked::ThirdPartyCookies,
            ..self
        }
    }

    /// The browser keeps nothing for the second name of our servers, as if the person had forbidden
    /// it for that site.
    #[must_use]
    pub fn with_second_name_blocked(self) -> Self {
        Self {
            blocked: Blocked::SecondName,
            ..self
        }
    }

    /// Somebody else's site serves the package folder beside its own pages.
    #[must_use]
    pub fn with_package(self) -> Self {
        Self {
            packed: true,
            ..self
        }
    }

    /// The site is this example instead of the app.
    #[must_use]
    pub fn with_sample(self, sample: &'static str) -> Self {
        Self {
            sample: Some(sample),
            ..self
        }
    }

    /// `config.json` offers these scopes first.
    #[must_use]
    pub fn with_scopes(self, scopes: &'static [&'static str]) -> Self {
        Self {
            scopes: Some(scopes),
            ..self
        }
    }

    /// The stage beneath it.
    pub(crate) fn stage(self) -> StageOptions {
        let dist = match self.sample {
            Some(sample) => folder("SELL_SAMPLES", "target/samples")
                .join(sample)
                .join("dist"),
            None => folder("SELL_DIST", "dist"),
        };
        let mut options = StageOptions::new(dist);
        if self.packed {
            options = options.package(folder("SELL_PACKAGE", "package"));
        }
        match self.scopes {
            Some(scopes) => options.scopes(scopes),
            None => options,
        }
    }

    /// What the browser is started with; where it can, all that happens in it is written down.
    pub(crate) fn capabilities(self) -> Value {
        let mut capabilities = self.quiet_capabilities();
        if self.engine == Engine::Chromium {
            capabilities["goog:chromeOptions"]["perfLoggingPrefs"] =
                json!({ "enableNetwork": true, "enablePage": false });
            capabilities["goog:loggingPrefs"] = json!({ "browser": "ALL", "performance": "ALL" });
        }
        capabilities
    }

    /// The same without the writing down, which takes time.
    pub(crate) fn quiet_capabilities(self) -> Value {
        let settings = self.blocked.settings(self.engine).unwrap_or_default();
        self.engine.capabilities(settings)
    }
}

/// What was built to a folder of the workspace, or to another that the variable names.
fn folder(variable: &str, name: &str) -> PathBuf {
    let built = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(name);
    env::var_os(variable).map_or(built, PathBuf::from)
}
