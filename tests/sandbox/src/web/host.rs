//! The `Host` header, against DNS rebinding: a page of another name that resolves to this
//! machine must not be able to talk to the sandbox as if it were its own server.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::header::HOST;
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use crate::state::{Shared, Side};

const LOOPBACK_NAMES: [&str; 3] = ["127.0.0.1", "localhost", "[::1]"];

/// Which router the layer guards.
#[derive(Debug, Clone)]
pub(crate) struct HostGuard {
    pub(crate) app: Arc<Shared>,
    pub(crate) side: Side,
}

/// Answers 421 unless the request was meant for this server.
pub(crate) async fn check_host(
    State(guard): State<HostGuard>,
    request: Request,
    next: Next,
) -> Response {
    let port = guard.app.ports.get(guard.side);
    if is_ours(request.headers(), port, &guard.app.config.extra_hosts) {
        return next.run(request).await;
    }
    let advice = "This server answers to 127.0.0.1, localhost and [::1] with its own port only.\n";
    (StatusCode::MISDIRECTED_REQUEST, advice).into_response()
}

fn is_ours(headers: &HeaderMap, port: Option<u16>, extra_hosts: &[String]) -> bool {
    let mut values = headers.get_all(HOST).iter();
    let (Some(value), None) = (values.next(), values.next()) else {
        return false;
    };
    let Ok(host) = value.to_str() else {
        return false;
    };
    is_loopback(host, port)
        || extra_hosts
            .iter()
            .any(|extra| extra.eq_ignore_ascii_case(host))
}

/// `port` is `None` while the router is called without being served; any port goes then.
fn is_loopback(host: &str, port: Option<u16>) -> bool {
    let rest = LOOPBACK_NAMES.iter().find_map(|name| {
        let (head, rest) = host.split_at_checked(name.len())?;
        head.eq_ignore_ascii_case(name).then_some(rest)
    });
    match (rest, port) {
        (Some(rest), Some(port)) => rest == format!(":{port}") || (rest.is_empty() && port == 80),
        (Some(rest), None) => rest.is_empty() || rest.starts_with(':'),
        (None, _) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_loopback_names_with_the_right_port_are_ours() {
        for host in [
            "127.0.0.1:4000",
            "localhost:4000",
            "LOCALHOST:4000",
            "[::1]:4000",
        ] {
            assert!(is_loopback(host, Some(4000)), "{host}");
        }
        for host in [
            "127.0.0.1",
            "127.0.0.1:4001",
            "evil.example:4000",
            "localhost.evil.example:4000",
            "127.0.0.1.evil.example:4000",
            "",
        ] {
            assert!(!is_loopback(host, Some(4000)), "{host}");
        }
    }

    #[test]
    fn an_unserved_router_takes_any_port_but_no_other_name() {
        assert!(is_loopback("127.0.0.1:1234", None));
        assert!(!is_loopback("127.0.0.12", None));
        assert!(!is_loopback("sell.example", None));
    }
}
