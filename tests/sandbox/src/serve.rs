//! Binding the routers to loopback ports.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::time::Duration;

use axum::Router;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time::timeout;

use crate::error::SandboxError;
use crate::faults::Fault;
use crate::faults::reset::{Acceptor, Reset};
use crate::sandbox::Sandbox;
use crate::state::Side;

/// How long open requests may take to end once the sandbox is stopped; some never would, because
/// a fault ordered so.
const GRACE: Duration = Duration::from_secs(2);

/// Where to listen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Listen {
    /// A loopback address; any other is refused.
    pub host: IpAddr,
    /// The port of the sandbox; 0 for any free one.
    pub port: u16,
    /// The port of the control endpoint, 0 for any free one; `None` leaves it out.
    pub control_port: Option<u16>,
    /// The port of the second origin, 0 for any free one; `None` leaves it out.
    pub other_port: Option<u16>,
}

impl Default for Listen {
    fn default() -> Self {
        Self {
            host: IpAddr::V4(Ipv4Addr::LOCALHOST),
            port: 0,
            control_port: None,
            other_port: None,
        }
    }
}

/// A sandbox being served. It stops when this is dropped.
#[derive(Debug)]
pub struct Running {
    /// The sandbox's origin, such as `http://127.0.0.1:4000`, without a slash at the end.
    pub base: String,
    /// The control endpoint's origin, when there is one.
    pub control: Option<String>,
    /// The second origin, when there is one.
    pub other: Option<String>,
    /// The sandbox being served.
    pub sandbox: Sandbox,
    stop: watch::Sender<bool>,
    servers: Vec<JoinHandle<()>>,
}

impl Running {
    /// Takes no more requests, and waits two seconds at most for those still open.
    pub async fn stop(mut self) {
        self.stop.send_replace(true);
        for mut server in std::mem::take(&mut self.servers) {
            if timeout(GRACE, &mut server).await.is_err() {
                server.abort();
            }
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop.send_replace(true);
    }
}

/// Serves a sandbox on loopback.
///
/// # Errors
///
/// When `listen.host` is not a loopback address, and when a port is taken or may not be used.
pub async fn serve(sandbox: Sandbox, listen: Listen) -> Result<Running, SandboxError> {
    let leads_elsewhere = sandbox
        .config()
        .faults
        .iter()
        .any(Fault::needs_other_origin);
    if leads_elsewhere && listen.other_port.is_none() {
        return Err(SandboxError::Setting {
            name: "fault that redirects to {other}",
            problem: "needs the second origin; add --other-port".to_owned(),
        });
    }
    let site = bind(listen.host, listen.port).await?;
    let control = bind_wanted(listen.host, listen.control_port).await?;
    let other = bind_wanted(listen.host, listen.other_port).await?;
    let (stop, stopped) = watch::channel(false);
    let mut servers = Vec::new();
    let mut start = |bound: Bound, side, router| {
        sandbox.set_port(side, bound.address.port());
        servers.push(tokio::spawn(run(bound.listener, router, stopped.clone())));
        format!("http://{}", bound.address)
    };
    let base = start(site, Side::Site, sandbox.router());
    let control = control.map(|bound| start(bound, Side::Control, sandbox.control_router()));
    let other = other.map(|bound| start(bound, Side::Other, sandbox.other_router()));
    if let Some(base) = &other {
        sandbox.set_other_origin(base);
    }
    Ok(Running {
        base,
        control,
        other,
        sandbox,
        stop,
        servers,
    })
}

struct Bound {
    listener: TcpListener,
    address: SocketAddr,
}

async fn bind_wanted(host: IpAddr, port: Option<u16>) -> Result<Option<Bound>, SandboxError> {
    match port {
        Some(port) => bind(host, port).await.map(Some),
        None => Ok(None),
    }
}

async fn bind(host: IpAddr, port: u16) -> Result<Bound, SandboxError> {
    let address = SocketAddr::new(host, port);
    if !host.is_loopback() {
        return Err(SandboxError::NotLoopback(address));
    }
    let failed = |source| SandboxError::Bind { address, source };
    let listener = TcpListener::bind(address).await.map_err(failed)?;
    let address = listener.local_addr().map_err(failed)?;
    Ok(Bound { listener, address })
}

async fn run(listener: TcpListener, router: Router, mut stopped: watch::Receiver<bool>) {
    let service = router.into_make_service_with_connect_info::<Reset>();
    let stop = async move {
        // An error means the sender is gone, which is a stop too.
        drop(stopped.wait_for(|stop| *stop).await);
    };
    // It never ends by an error: accepting goes on after one.
    drop(
        axum::serve(Acceptor(listener), service)
            .with_graceful_shutdown(stop)
            .await,
    );
}
