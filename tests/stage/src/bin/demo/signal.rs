//! The end, as people and scripts ask for it.

/// Ready once the process is interrupted or told to terminate. The signals are listened for from
/// the call on, not only from the first poll.
#[cfg(unix)]
pub(crate) fn end() -> impl Future<Output = ()> {
    use tokio::signal::unix::{SignalKind, signal};

    let mut signals =
        [SignalKind::interrupt(), SignalKind::terminate()].map(|kind| signal(kind).ok());
    std::future::poll_fn(move |context| {
        let arrived = signals
            .iter_mut()
            .flatten()
            .any(|signal| signal.poll_recv(context).is_ready());
        if arrived {
            std::task::Poll::Ready(())
        } else {
            std::task::Poll::Pending
        }
    })
}

/// Ready once the process is interrupted.
#[cfg(not(unix))]
pub(crate) async fn end() {
    drop(tokio::signal::ctrl_c().await);
}
