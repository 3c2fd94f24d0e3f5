//! The path of an API call.
//!
//! ```text
//! api-path = "/" segment *( "/" segment ) [ "?" query ]     no "//", no dot segments, no "#", no "\"
//! ```
//!
//! What an address cannot have, as a letter beyond ASCII, is percent-encoded as `fetch` does.

use super::client::Endpoints;
use super::form::append;
use super::text::{cut, find, has, parts, replace};
use super::url::HttpUrl;

/// What stands in an address as it is, beside letters and digits.
const KEPT: &str = "-._~/?@!$&'()*+,;:=%[]";

/// A path below the API base, and never an address: a caller cannot send a token elsewhere by
/// handing over `//host`, `https://host` or `/../`.
///
/// ```
/// use sell_elements::protocol::ApiPath;
/// assert!(ApiPath::parse("/v2/deals?per_page=5").is_some());
/// assert!(ApiPath::parse("//evil.example/v2").is_none());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiPath(String);

impl ApiPath {
    /// Reads a path. Blanks around it are not part of it, as for `fetch`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim_ascii();
        let (path, _) = cut(text, b'?');
        let foreign = |byte: u8| byte.is_ascii_control() || has("#\\", byte);
        let dots = |segment: &str| {
            let decoded = replace(&segment.to_ascii_lowercase(), "%2e", ".");
            decoded == "." || decoded == ".."
        };
        let fits = path.starts_with('/')
            && find(path, "//").is_none()
            && !text.bytes().any(foreign)
            && !parts(path, b'/').any(dots);
        fits.then(|| {
            let mut encoded = String::with_capacity(text.len());
            append(&mut encoded, text, KEPT);
            Self(encoded)
        })
    }

    /// The address of the call, on the origin of the API base and no other.
    #[must_use]
    pub fn on(&self, endpoints: &Endpoints) -> HttpUrl {
        endpoints.api_base.join(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_path_is_a_path() {
        for good in [
            "/v2/deals",
            "/v2/deals?per_page=5&sort_by=a:desc",
            "/v2/deals/1",
            "/",
        ] {
            assert!(ApiPath::parse(good).is_some(), "{good}");
        }
        for bad in [
            "",
            "v2/deals",
            "//evil.example",
            "https://evil.example",
            "/\\evil.example",
            "/v2//x",
            "/v2/../x",
            "/v2/%2E%2e/x",
            "/v2/#x",
            "/v2/deals?x=#y",
            "/\t/evil.example",
            "/é/../x",
            "/\u{7f}",
        ] {
            assert!(ApiPath::parse(bad).is_none(), "{bad:?}");
        }
    }

    #[test]
    fn what_no_address_has_is_encoded_as_fetch_does() {
        for (given, sent) in [
            ("/v2/deals?x=ü", "/v2/deals?x=%C3%BC"),
            ("/v2/é/日本?q=a b", "/v2/%C3%A9/%E6%97%A5%E6%9C%AC?q=a%20b"),
            ("/v2/deals?q=%C3%BC&r=50%", "/v2/deals?q=%C3%BC&r=50%"),
            ("/v2/deals?q={\"a\":[1]}", "/v2/deals?q=%7B%22a%22:[1]%7D"),
            (" /v2/deals\n", "/v2/deals"),
        ] {
            assert_eq!(ApiPath::parse(given), Some(ApiPath(sent.to_owned())));
        }
    }
}
