//! Serving the site on loopback until told to end.

use std::net::Ipv4Addr;
use std::time::Duration;

use axum::Router;
use axum::serve::ListenerExt;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time::timeout;

use crate::error::{Server, StageError};

/// How long an open connection may delay the end.
const PATIENCE: Duration = Duration::from_secs(2);

/// A port of this machine alone, and its number.
#[derive(Debug)]
pub(crate) struct Bound {
    listener: TcpListener,
    pub(crate) port: u16,
}

/// Opens the site's port; 0 is any free one.
pub(crate) async fn bind(port: u16) -> Result<Bound, StageError> {
    let failed = |source| StageError::Port {
        server: Server::App,
        port,
        source,
    };
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .await
        .map_err(failed)?;
    let port = listener.local_addr().map_err(failed)?.port();
    Ok(Bound { listener, port })
}

/// A server that runs until this value is stopped or dropped.
#[derive(Debug)]
pub(crate) struct Serving {
    end: watch::Sender<bool>,
    task: JoinHandle<()>,
}

impl Serving {
    pub(crate) fn start(bound: Bound, router: Router) -> Self {
        let (end, mut ended) = watch::channel(false);
        let task = tokio::spawn(async move {
            // Small answers, one after the other: waiting to fill a packet would only delay them.
            let listener = bound
                .listener
                .tap_io(|connection| drop(connection.set_nodelay(true)));
            // A sender that is gone means the end as well.
            let ended = async move { drop(ended.wait_for(|end| *end).await) };
            // Serving ends by the signal alone; a failed connection does not end it.
            drop(
                axum::serve(listener, router)
                    .with_graceful_shutdown(ended)
                    .await,
            );
        });
        Self { end, task }
    }

    /// Lets the requests under way finish, for a while, and closes the port.
    pub(crate) async fn stop(mut self) {
        self.end.send_replace(true);
        if timeout(PATIENCE, &mut self.task).await.is_err() {
            self.task.abort();
        }
    }
}
