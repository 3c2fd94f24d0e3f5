//! Redirect URIs (RFC 6749 §3.1.2): what may be registered, and how an answer is put on one.

use url::{Host, Url};

use crate::switches::LocalhostRedirect;

/// Refuses what must not be registered. The text is kept as given: comparison is by bytes.
pub(crate) fn check(uri: &str) -> Result<(), &'static str> {
    let url = Url::parse(uri).map_err(|_| "is not an absolute address")?;
    if uri.len() > 2000 {
        return Err("is longer than 2000 characters");
    }
    // Visible ASCII only: it becomes a header, and its comparison must not depend on encoding.
    if !uri.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err("holds spaces or characters outside ASCII; percent-encode them");
    }
    if !matches!(url.scheme(), "http" | "https") {
        return Err("must start with http: or https:");
    }
    if url.fragment().is_some() {
        return Err("must not have a fragment (RFC 6749 §3.1.2)");
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err("must not hold a user name or password");
    }
    if url.scheme() == "http" && !is_loopback(&url) {
        return Err("must use https unless its host is a loopback one");
    }
    Ok(())
}

/// Whether the `redirect.http_localhost` switch lets this URI be used.
pub(crate) fn is_usable(uri: &str, localhost: LocalhostRedirect) -> bool {
    localhost == LocalhostRedirect::Allow || !uri.starts_with("http:")
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        None => false,
    }
}

/// The URI with `encoded` as its fragment.
pub(crate) fn with_fragment(uri: &str, encoded: &str) -> String {
    format!("{uri}#{encoded}")
}

/// The URI with `encoded` added to its query, which is retained (RFC 6749 §3.1.2).
pub(crate) fn with_query(uri: &str, encoded: &str) -> String {
    let separator = match uri.split_once('?') {
        None => "?",
        Some((_, "")) => "",
        Some(_) => "&",
    };
    format!("{uri}{separator}{encoded}")
}

/// The CSP source that matches the URI's origin. The grammar of CSP has no IPv6 addresses, so
/// for those the scheme stands in.
pub(crate) fn content_security_source(uri: &str) -> String {
    match Url::parse(uri) {
        Ok(url) if matches!(url.host(), Some(Host::Ipv6(_))) => format!("{}:", url.scheme()),
        Ok(url) => url.origin().ascii_serialization(),
        Err(_) => "'none'".to_owned(),
    }
}

/// The origin, for the person to see where they will go.
pub(crate) fn origin(uri: &str) -> String {
    Url::parse(uri).map_or_else(|_| uri.to_owned(), |url| url.origin().ascii_serialization())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_addresses_without_fragment_and_credentials_are_registered() {
        for good in [
            "https://app.example/callback",
            "https://app.example/callback?tenant=1",
            "http://127.0.0.1:8080/callback.html",
            "http://localhost/",
            "http://[::1]:8080/",
        ] {
            assert_eq!(check(good), Ok(()), "{good}");
        }
        for bad in [
            "/callback",
            "javascript:alert(1)",
            "https://app.example/#",
            "https://user:pass@app.example/",
            "http://app.example/callback",
            "https://app.example/a b",
            "https://app.example/ü",
        ] {
            assert!(check(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_query_of_the_registered_uri_is_kept() {
        assert_eq!(
            with_query("https://a/?x=1", "error=e"),
            "https://a/?x=1&error=e"
        );
        assert_eq!(with_query("https://a/?", "error=e"), "https://a/?error=e");
        assert_eq!(with_query("https://a/", "error=e"), "https://a/?error=e");
    }

    #[test]
    fn an_ipv6_host_becomes_its_scheme_in_a_policy() {
        assert_eq!(content_security_source("http://[::1]:80/cb"), "http:");
        assert_eq!(
            content_security_source("http://127.0.0.1:81/cb"),
            "http://127.0.0.1:81"
        );
    }
}
