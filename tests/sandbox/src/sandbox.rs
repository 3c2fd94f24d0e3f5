//! The sandbox as a value.

use std::sync::Arc;

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use tower_http::catch_panic::CatchPanicLayer;

use crate::config::Config;
use crate::error::SandboxError;
use crate::failure::Failure;
use crate::faults::{make_answers, spoil_answers};
use crate::oauth::redirect_uri;
use crate::rest::error::RestError;
use crate::rest::language::speak;
use crate::routes::Routes;
use crate::state::{Shared, Side};
use crate::switches::{SwitchError, Switches};
use crate::web::cors::answer_cross_origin;
use crate::web::host::{HostGuard, check_host};
use crate::web::journal::{keep_journal, keep_other_journal};
use crate::web::limits::bound_request;
use crate::web::render_failure::render_failure;
use crate::web::request_id::name_request;
use crate::web::security_headers::add_security_headers;
use crate::{control, oauth, other_origin, rest, web};

/// Every path of the site.
pub(crate) fn site() -> Routes {
    web::routes().merge(oauth::routes()).merge(rest::routes())
}

/// An open sandbox: its data, its switches, and the routers that serve them. Clones share all
/// of it.
#[derive(Debug, Clone)]
pub struct Sandbox {
    shared: Arc<Shared>,
}

impl Sandbox {
    /// Opens the database and fills it when it is new.
    ///
    /// # Errors
    ///
    /// When a setting cannot work, when a redirect URI may not be registered, and when the
    /// database cannot be opened or belongs to another program.
    pub fn open(config: Config) -> Result<Self, SandboxError> {
        config.check()?;
        for uri in &config.redirect_uris {
            redirect_uri::check(uri).map_err(|problem| SandboxError::RedirectUri {
                uri: uri.clone(),
                problem,
            })?;
        }
        Ok(Self {
            shared: Arc::new(Shared::open(config)?),
        })
    }

    /// The authorization server, the API and the pages. A test calls it by
    /// `tower::ServiceExt::oneshot`, without a port; requests need a `Host` of 127.0.0.1,
    /// localhost or `[::1]`.
    pub fn router(&self) -> Router {
        let shared = &self.shared;
        // The last layer is the outermost. The journal sees everything; ids and headers are on
        // refusals too; errors are rendered inside CORS, so that its headers survive.
        site()
            .into_router()
            .fallback(async || Failure::from(RestError::not_found()))
            .method_not_allowed_fallback(async || Failure::from(RestError::method_not_allowed()))
            .layer(from_fn(speak))
            .layer(from_fn_with_state(shared.clone(), make_answers))
            .layer(CatchPanicLayer::new())
            .layer(from_fn_with_state(shared.clone(), render_failure))
            .layer(from_fn_with_state(shared.clone(), spoil_answers))
            .layer(from_fn_with_state(shared.clone(), answer_cross_origin))
            .layer(from_fn(bound_request))
            .layer(from_fn_with_state(self.host_guard(Side::Site), check_host))
            .layer(from_fn_with_state(shared.clone(), name_request))
            .layer(from_fn(add_security_headers))
            .layer(from_fn_with_state(shared.clone(), keep_journal))
            .with_state(shared.clone())
    }

    /// The control endpoint, for a port of its own.
    pub fn control_router(&self) -> Router {
        control::routes()
            .layer(from_fn(bound_request))
            .layer(from_fn_with_state(
                self.host_guard(Side::Control),
                check_host,
            ))
            .layer(from_fn(add_security_headers))
            .with_state(self.shared.clone())
    }

    /// The second origin, for a port of its own: it answers everything and counts it.
    pub fn other_router(&self) -> Router {
        let shared = &self.shared;
        other_origin::routes()
            .layer(from_fn(bound_request))
            .layer(from_fn_with_state(self.host_guard(Side::Other), check_host))
            .layer(from_fn_with_state(shared.clone(), keep_other_journal))
            .with_state(shared.clone())
    }

    /// The configuration it was opened with.
    #[must_use]
    pub fn config(&self) -> &Config {
        &self.shared.config
    }

    /// The switches as they are now.
    #[must_use]
    pub fn switches(&self) -> Switches {
        self.shared.switches()
    }

    /// Sets one switch, as `--set` and the control endpoint do.
    ///
    /// # Errors
    ///
    /// When no switch has this name, or the value is not one of its values.
    pub fn set_switch(&self, name: &str, value: &str) -> Result<(), SwitchError> {
        self.shared
            .change_switches(|switches| switches.set(name, value))
            .map(|_| ())
    }

    /// Moves the sandbox's clock forward, so that tokens expire without waiting.
    pub fn advance_clock(&self, seconds: u32) {
        self.shared.clock.advance(seconds);
    }

    /// From now on `Host` must name this port.
    pub(crate) fn set_port(&self, side: Side, port: u16) {
        self.shared.ports.set(side, port);
    }

    /// Redirects to the second origin lead here from now on.
    pub(crate) fn set_other_origin(&self, base: &str) {
        self.shared.other_origin.set_base(base);
    }

    fn host_guard(&self, side: Side) -> HostGuard {
        HostGuard {
            app: self.shared.clone(),
            side,
        }
    }
}
