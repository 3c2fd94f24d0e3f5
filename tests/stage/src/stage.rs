//! Starting and ending everything.

use std::path::Path;

use sell_sandbox::{AllowedOrigins, Config, Listen, Running, Sandbox};

use crate::error::StageError;
use crate::host::Host;
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
    host: Option<Hosting>,
    running: Running,
}

/// The host of the package, under both its origins.
#[derive(Debug)]
struct Hosting {
    origins: [String; 2],
    host: Host,
    serving: Serving,
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
        let package = packed(options.package.as_deref())?;
        let bound = bind(options.app_port).await?;
        let host_bound = match package {
            Some(package) => Some((package, bind(0).await?)),
            None => None,
        };
        let app_origins = origins(bound.port);
        let host_origins = host_bound.as_ref().map(|(_, bound)| origins(bound.port));
        let known = Known {
            app: &app_origins,
            host: host_origins.as_ref(),
        };
        let running = open_sandbox(&options, known).await?;
        let configuration = SiteConfiguration {
            client_id: running.sandbox.config().client_id.clone(),
            sandbox: running.base.clone(),
            origins: app_origins.to_vec(),
            scopes: options.scopes.clone(),
        };
        let host = host_bound
            .zip(host_origins)
            .map(|((package, bound), origins)| {
                let host = Host::new(package, configuration.clone());
                let serving = Serving::start(bound, host.router());
                Hosting {
                    origins,
                    host,
                    serving,
                }
            });
        let site = Site::new(&options.dist, configuration);
        let serving = Serving::start(bound, site.router());
        let [app, _] = app_origins;
        Ok(Self {
            app,
            site,
            serving,
            host,
            running,
        })
    }

    /// The app's origin, without a slash at the end.
    #[must_use]
    pub fn app(&self) -> &str {
        &self.app
    }

    /// The host of the package, when one was asked for.
    #[must_use]
    pub fn host(&self) -> Option<&Host> {
        self.host.as_ref().map(|hosting| &hosting.host)
    }

    /// The host's two origins, which are two sites for a browser: an address and a name.
    #[must_use]
    pub fn host_origins(&self) -> Option<&[String; 2]> {
        self.host.as_ref().map(|hosting| &hosting.origins)
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
        if let Some(hosting) = self.host {
            hosting.serving.stop().await;
        }
        self.running.stop().await;
    }
}

/// The origins a browser of this machine may reach a port under; the first is the usual one.
fn origins(port: u16) -> [String; 2] {
    ["127.0.0.1", "localhost"].map(|name| format!("http://{name}:{port}"))
}

/// The folder of the package, if it is one.
fn packed(package: Option<&Path>) -> Result<Option<&Path>, StageError> {
    match package {
        Some(folder) if !folder.join("sell-elements.js").is_file() => {
            Err(StageError::NothingPacked(folder.to_path_buf()))
        }
        package => Ok(package),
    }
}

/// Whom the sandbox knows.
#[derive(Debug, Clone, Copy)]
struct Known<'a> {
    app: &'a [String; 2],
    host: Option<&'a [String; 2]>,
}

async fn open_sandbox(options: &StageOptions, known: Known<'_>) -> Result<Running, StageError> {
    let control_port = options.control_port;
    let sandbox =
        Sandbox::open(with_origins(options.sandbox.clone(), known)).map_err(StageError::Sandbox)?;
    let listen = Listen {
        port: options.sandbox_port,
        control_port,
        ..Listen::default()
    };
    sell_sandbox::serve(sandbox, listen)
        .await
        .map_err(|error| StageError::of_sandbox(error, control_port))
}

/// The demo client may be sent back to the callback page, to the app itself and to a host's front
/// page, and all their origins may read the API's answers.
fn with_origins(mut config: Config, known: Known<'_>) -> Config {
    let hosts = known.host.into_iter().flatten();
    let sites = known.app.iter().map(|origin| (origin, "/callback.html"));
    let sites = sites.chain(hosts.map(|origin| (origin, "/sell-elements/callback.html")));
    for (origin, callback) in sites {
        config.redirect_uris.push(format!("{origin}{callback}"));
        config.redirect_uris.push(format!("{origin}/"));
        if let AllowedOrigins::List(allowed) = &mut config.allowed_origins {
            allowed.push(origin.clone());
        }
    }
    config
}
