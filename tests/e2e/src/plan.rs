//! What is special about a journey's surroundings.

use std::env;
use std::path::{Path, PathBuf};

use sell_stage::StageOptions;
use serde_json::{Value, json};

/// How a journey starts. Without further words: an empty profile, the stage's own scopes.
#[derive(Debug, Clone, Copy, Default)]
pub struct Plan {
    site_data_blocked: bool,
    scopes: Option<&'static [&'static str]>,
}

impl Plan {
    /// The browser keeps nothing for any site, as one of its settings allows.
    #[must_use]
    pub fn with_site_data_blocked(self) -> Self {
        Self {
            site_data_blocked: true,
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
        let options = StageOptions::new(dist());
        match self.scopes {
            Some(scopes) => options.scopes(scopes),
            None => options,
        }
    }

    /// What the browser is started with, all that happens in it written down.
    pub(crate) fn capabilities(self) -> Value {
        let mut capabilities = self.quiet_capabilities();
        capabilities["goog:chromeOptions"]["perfLoggingPrefs"] =
            json!({ "enableNetwork": true, "enablePage": false });
        capabilities["goog:loggingPrefs"] = json!({ "browser": "ALL", "performance": "ALL" });
        capabilities
    }

    /// The same without the writing down, which takes time (Chromium's own dialect of W3C
    /// capabilities).
    pub(crate) fn quiet_capabilities(self) -> Value {
        let mut options = json!({
            "args": [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--window-size=1000,900",
            ],
            "prefs": { "credentials_enable_service": false },
        });
        if let Some(browser) = env::var_os("CHROME") {
            options["binary"] = json!(browser.to_string_lossy());
        }
        if self.site_data_blocked {
            options["prefs"]["profile.default_content_setting_values.cookies"] = json!(2);
        }
        json!({
            "browserName": "chrome",
            "goog:chromeOptions": options,
        })
    }
}

/// The built app: the workspace's, or another by `SELL_DIST`.
fn dist() -> PathBuf {
    let built = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist");
    env::var_os("SELL_DIST").map_or(built, PathBuf::from)
}
