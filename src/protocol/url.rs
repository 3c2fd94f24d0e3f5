//! Addresses that may be called or navigated to.
//!
//! ```text
//! http-url  = ( "https://" host / "http://" loopback ) [ ":" port ] [ path ] [ "?" query ]
//! loopback  = "localhost" / "127." 1*3DIGIT "." … / "[::1]"
//! ```
//!
//! A URL parser of its own weight (65 KB in the wasm) is not needed: what is accepted is a
//! strict subset of RFC 3986 that every parser reads alike. In particular a backslash, a
//! control character, a blank, a user name or a character beyond ASCII is refused, because
//! those are where parsers disagree about the host.

use std::fmt;

use super::text::{cut, has, parts};

/// The longest address that is accepted, in bytes.
pub const LONGEST_URL: usize = 2000;

/// What keeps a text from being an [`HttpUrl`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UrlFault {
    /// Nothing is there.
    Empty,
    /// More than [`LONGEST_URL`] bytes.
    TooLong,
    /// A character that RFC 3986 does not allow in an address.
    Character,
    /// Neither `https:` nor `http:`.
    Scheme,
    /// `http:` to a host that is not this machine (RFC 6749 §3.1.2.1).
    NotSecure,
    /// No host, or one that is not plain letters, digits, dots and hyphens.
    Host,
    /// A user name or password before the host.
    Credentials,
    /// A `#…` part (RFC 6749 §3.1, §3.1.2).
    Fragment,
    /// A `?…` part, where a plain base address is wanted.
    Query,
}

/// An absolute `https:` address, or an `http:` one on this machine, exactly as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HttpUrl {
    text: String,
    origin_length: usize,
}

impl HttpUrl {
    /// Reads an address.
    ///
    /// # Errors
    /// Names the first [`UrlFault`] that was found.
    pub fn parse(text: &str) -> Result<Self, UrlFault> {
        check_characters(text)?;
        let (rest, secure) = strip_scheme(text)?;
        let authority = cut(cut(rest, b'/').0, b'?').0;
        if has(authority, b'@') {
            return Err(UrlFault::Credentials);
        }
        let host = split_port(authority)?;
        if !secure && !is_loopback(host) {
            return Err(UrlFault::NotSecure);
        }
        let origin_length = text.len() - rest.len() + authority.len();
        Ok(Self {
            text: text.to_owned(),
            origin_length,
        })
    }

    /// Reads an address that others are appended to: no query, any closing slashes dropped.
    ///
    /// # Errors
    /// As [`parse`](Self::parse), and [`UrlFault::Query`].
    pub fn parse_base(text: &str) -> Result<Self, UrlFault> {
        let base = Self::parse(text.trim_end_matches('/'))?;
        if has(&base.text, b'?') {
            return Err(UrlFault::Query);
        }
        Ok(base)
    }

    /// The address as it was written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Scheme, host and port.
    #[must_use]
    pub fn origin(&self) -> Origin {
        Origin::normalised(&self.text[..self.origin_length])
    }

    /// This base with a path behind it. The path begins with a slash.
    #[must_use]
    pub fn join(&self, path: &str) -> Self {
        Self {
            text: [&self.text, path].concat(),
            origin_length: self.origin_length,
        }
    }
}

impl fmt::Display for HttpUrl {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

/// A scheme, host and port, compared as browsers do (RFC 6454 §4).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin(String);

impl Origin {
    fn normalised(text: &str) -> Self {
        let lower = text.to_ascii_lowercase();
        let default_port = if lower.starts_with("https:") {
            ":443"
        } else {
            ":80"
        };
        Self(
            lower
                .strip_suffix(default_port)
                .unwrap_or(&lower)
                .to_owned(),
        )
    }

    /// The serialisation, such as `https://api.example:8443`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn check_characters(text: &str) -> Result<(), UrlFault> {
    if text.is_empty() {
        return Err(UrlFault::Empty);
    }
    if text.len() > LONGEST_URL {
        return Err(UrlFault::TooLong);
    }
    if has(text, b'#') {
        return Err(UrlFault::Fragment);
    }
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || has("-._~:/?[]@!$&'()*+,;=%", byte);
    if text.bytes().all(allowed) {
        Ok(())
    } else {
        Err(UrlFault::Character)
    }
}

fn strip_scheme(text: &str) -> Result<(&str, bool), UrlFault> {
    for (scheme, secure) in [("https://", true), ("http://", false)] {
        if text
            .get(..scheme.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
        {
            return Ok((&text[scheme.len()..], secure));
        }
    }
    Err(UrlFault::Scheme)
}

fn split_port(authority: &str) -> Result<&str, UrlFault> {
    let (host, port) = match authority.strip_prefix('[').map(|rest| cut(rest, b']')) {
        Some((address, Some(_))) => authority.split_at(address.len() + 2),
        _ => authority.split_at(cut(authority, b':').0.len()),
    };
    let port_is_fine = port.is_empty()
        || port
            .strip_prefix(':')
            .is_some_and(|digits| !digits.starts_with('+') && digits.parse::<u16>().is_ok());
    if is_host(host) && port_is_fine {
        Ok(host)
    } else {
        Err(UrlFault::Host)
    }
}

fn is_host(host: &str) -> bool {
    let address = host
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'));
    if let Some(address) = address {
        return address
            .bytes()
            .all(|byte| byte.is_ascii_hexdigit() || has(":.", byte))
            && !address.is_empty();
    }
    !host.is_empty()
        && host
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || has("-._", byte))
}

/// Whether a host names this machine and no other.
fn is_loopback(host: &str) -> bool {
    let octets = || parts(host, b'.').map(|part| part.parse::<u8>().is_ok());
    host.eq_ignore_ascii_case("localhost")
        || host == "[::1]"
        || (host.starts_with("127.") && octets().count() == 4 && octets().all(|number| number))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Result<&str, UrlFault>) {
        let origin = HttpUrl::parse(text).map(|url| url.origin().as_str().to_owned());
        assert_eq!(origin, expected.map(str::to_owned), "{text:?}");
    }

    #[test]
    fn secure_and_loopback_addresses_are_accepted_with_their_origin() {
        check("https://api.example", Ok("https://api.example"));
        check("HTTPS://API.example:443/x?y=1", Ok("https://api.example"));
        check(
            "https://api.example:8443/v2",
            Ok("https://api.example:8443"),
        );
        check("http://127.0.0.1:4000/oauth2", Ok("http://127.0.0.1:4000"));
        check("http://localhost", Ok("http://localhost"));
        check("http://[::1]:80/", Ok("http://[::1]"));
    }

    #[test]
    fn hostile_and_mistaken_addresses_are_named() {
        check("", Err(UrlFault::Empty));
        check("javascript:alert(1)", Err(UrlFault::Scheme));
        check("JaVaScript://%0aalert(1)", Err(UrlFault::Scheme));
        check("data:text/html,x", Err(UrlFault::Scheme));
        check("//host/path", Err(UrlFault::Scheme));
        check("http://public.example", Err(UrlFault::NotSecure));
        check("http://127.0.0.1.evil.example", Err(UrlFault::NotSecure));
        check("http://localhost.evil.example", Err(UrlFault::NotSecure));
        check("http://127.0.1", Err(UrlFault::NotSecure));
        check("https://user:pw@api.example", Err(UrlFault::Credentials));
        check(
            "https://api.example\\@evil.example",
            Err(UrlFault::Character),
        );
        check("https://api.example/\t/evil", Err(UrlFault::Character));
        check(" https://api.example", Err(UrlFault::Character));
        check("https://api.example/\"x", Err(UrlFault::Character));
        check("https://äpi.example", Err(UrlFault::Character));
        check("https:///path", Err(UrlFault::Host));
        check("https://api.example:99999", Err(UrlFault::Host));
        check("https://api.example:+80", Err(UrlFault::Host));
        check("https://api.example/#x", Err(UrlFault::Fragment));
        check(
            &format!("https://a.example/{}", "x".repeat(10_000)),
            Err(UrlFault::TooLong),
        );
    }

    #[test]
    fn a_base_has_no_query_and_no_closing_slash() {
        assert_eq!(
            HttpUrl::parse_base("https://a.example/").unwrap().as_str(),
            "https://a.example"
        );
        assert_eq!(
            HttpUrl::parse_base("https://a.example?x"),
            Err(UrlFault::Query)
        );
        let joined = HttpUrl::parse_base("https://a.example/relay/")
            .unwrap()
            .join("/v2/deals");
        assert_eq!(joined.as_str(), "https://a.example/relay/v2/deals");
        assert_eq!(joined.origin().as_str(), "https://a.example");
    }
}
