//! Starting and ending everything.

use sell_sandbox::{AllowedOrigins, Config, Listen, Running, Sandbox};

use crate::error::StageError;
use crate::options::StageOptions;
use crate::serve::{Serving, bind};
use crate::site::{Site, SiteConfiguration, Switches};

/// The built app and a sandbox Sell, running until the value is stopped or dropped.
///
/// ```no_run
/// # async fn example() -> Result<(), sell_stage::StageError> {
/// use sell_stage::{Stage, StageOptions};
///
/// let stage = Stage::start(StageOptions::new("dist")).await?;
/// println!("{} for {} with {}", stage.app(), stage.user(), stage.password());
/// stage.stop().await;
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct Stage {
    app: String,
    site: Site,
    serving: Serving,
    running: Running,
}

impl Stage {
    /// Starts the sandbox and the site, and the control endpoint if it was asked for. All listen
    /// when this returns. Needs a Tokio runtime.
    ///
    /// # Errors
    /// When no app was built, a port cannot be opened, or the sandbox's settings do not work.
    pub async fn start(options: StageOptions) -> Result<Self, StageError> {
        if !options.dist.join("index.html").is_file() {
            return Err(StageError::NothingBuilt(options.dist));
        }
        let bound = bind(options.app_port).await?;
        let origins = origins(bound.port);
        let running = open_sandbox(&options, &origins).await?;
        let configuration = SiteConfiguration {
            client_id: running.sandbox.config().client_id.clone(),
            sandbox: running.base.clone(),
            origins: origins.to_vec(),
            scopes: options.scopes,
        };
        let site = Site::new(&options.dist, configuration);
        let serving = Serving::start(bound, site.router());
        let [app, _] = origins;
        Ok(Self {
            app,
            site,
            serving,
            running,
        })
    }

    /// The app's origin, without a slash at the end.
    #[must_use]
    pub fn app(&self) -> &str {
        &self.app
    }

    /// The sandbox's origin, without a slash at the end.
    #[must_use]
    pub fn sandbox_origin(&self) -> &str {
        &self.running.base
    }

    /// The control endpoint's origin, when there is one.
    #[must_use]
    pub fn control(&self) -> Option<&str> {
        self.running.control.as_deref()
    }

    /// The demo client's id.
    #[must_use]
    pub fn client_id(&self) -> &str {
        &self.running.sandbox.config().client_id
    }

    /// The demo user's e-mail address.
    #[must_use]
    pub fn user(&self) -> &str {
        &self.running.sandbox.config().user
    }

    /// The demo user's password.
    #[must_use]
    pub fn password(&self) -> &str {
        &self.running.sandbox.config().password
    }

    /// The sandbox itself, for its switches and its clock.
    #[must_use]
    pub fn sandbox(&self) -> &Sandbox {
        &self.running.sandbox
    }

    /// What can be made to go wrong with the site.
    #[must_use]
    pub fn switches(&self) -> &Switches {
        self.site.switches()
    }

    /// The paths asked of the site so far, without their queries.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        self.site.requests()
    }

    /// Forgets the paths asked so far.
    pub fn forget_requests(&self) {
        self.site.forget_requests();
    }

    /// Ends all servers, after the requests under way or two seconds.
    pub async fn stop(self) {
        self.serving.stop().await;
        self.running.stop().await;
    }
}

/// The origins a browser of this machine may reach a port under; the first is the usual one.
fn origins(port: u16) -> [String; 2] {
    ["127.0.0.1", "localhost"].map(|name| format!("http://{name}:{port}"))
}

async fn open_sandbox(options: &StageOptions, origins: &[String]) -> Result<Running, StageError> {
    let control_port = options.control_port;
    let sandbox = Sandbox::open(with_origins(options.sandbox.clone(), origins))
        .map_err(StageError::Sandbox)?;
    let listen = Listen {
        port: options.sandbox_port,
        control_port,
        ..Listen::default()
    };
    sell_sandbox::serve(sandbox, listen)
        .await
        .map_err(|error| StageError::of_sandbox(error, control_port))
}

/// The demo client may be sent back to the callback page and to the app itself, and both origins
/// may read the API's answers.
fn with_origins(mut config: Config, origins: &[String]) -> Config {
    for origin in origins {
        config.redirect_uris.push(format!("{origin}/callback.html"));
        config.redirect_uris.push(format!("{origin}/"));
    }
    if let AllowedOrigins::List(allowed) = &mut config.allowed_origins {
        allowed.extend_from_slice(origins);
    }
    config
}
