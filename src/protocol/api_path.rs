//! The path of an API call.
//!
//! ```text
//! api-path = "/" segment *( "/" segment ) [ "?" query ]     no "//", no dot segments, no "#"
//! ```

use super::client::Endpoints;
use super::text::{cut, find, has, parts, replace};
use super::url::HttpUrl;

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
    /// Reads a path.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (path, _) = cut(text, b'?');
        let allowed =
            |byte: u8| byte.is_ascii_alphanumeric() || has("-._~/?@!$&'()*+,;:=%[]", byte);
        let dots = |segment: &str| {
            let decoded = replace(&segment.to_ascii_lowercase(), "%2e", ".");
            decoded == "." || decoded == ".."
        };
        let fits = path.starts_with('/')
            && find(path, "//").is_none()
            && text.bytes().all(allowed)
            && !parts(path, b'/').any(dots);
        fits.then(|| Self(text.to_owned()))
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
            "/v2/ x",
            "/\t/evil.example",
            "/é",
        ] {
            assert!(ApiPath::parse(bad).is_none(), "{bad:?}");
        }
    }
}
