//! The language of the texts people read: `Accept-Language` (RFC 9110 §12.5.4) in,
//! `Content-Language` out.

use axum::extract::Request;
use axum::http::header::{ACCEPT_LANGUAGE, CONTENT_LANGUAGE};
use axum::http::{HeaderMap, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;

use crate::failure::Failure;

/// The languages there are texts in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Language {
    #[default]
    English,
    German,
}

impl Language {
    /// The primary language subtag.
    fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
        }
    }

    /// The language with the highest weight; English when none is wanted that there is.
    fn negotiate(headers: &HeaderMap) -> Self {
        let ranges = headers
            .get_all(ACCEPT_LANGUAGE)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(','));
        let mut best = (0, Self::default());
        for (weight, language) in ranges.filter_map(wanted) {
            // The first of equals, as written by the client.
            if weight > best.0 {
                best = (weight, language);
            }
        }
        best.1
    }
}

/// `de-AT;q=0.8` as a weight in thousandths and a language.
fn wanted(range: &str) -> Option<(u32, Language)> {
    let (range, weight) = range.split_once(';').unwrap_or((range, "q=1"));
    let weight: f32 = weight.trim().strip_prefix("q=")?.trim().parse().ok()?;
    let primary = range.trim().split('-').next()?;
    let language = [Language::English, Language::German]
        .into_iter()
        .find(|language| primary == "*" || primary.eq_ignore_ascii_case(language.tag()))?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the weight is cut to 0..=1 first"
    )]
    let thousandths = (weight.clamp(0.0, 1.0) * 1000.0) as u32;
    Some((thousandths, language))
}

/// Writes the answers of the API in the language the client asked for, and says which it is.
pub(crate) async fn speak(request: Request, next: Next) -> Response {
    let language = Language::negotiate(request.headers());
    let path = request.uri().path();
    let is_api = path.starts_with("/v2/") || path.starts_with("/v3/");
    let mut response = next.run(request).await;
    if let Some(Failure::Rest(error)) = response.extensions_mut().get_mut() {
        error.language = language;
    } else if !is_api {
        return response;
    }
    let value = HeaderValue::from_static(language.tag());
    response.headers_mut().insert(CONTENT_LANGUAGE, value);
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(value: &str) -> Language {
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT_LANGUAGE, value.parse().unwrap());
        Language::negotiate(&headers)
    }

    #[test]
    fn the_language_with_the_highest_weight_wins() {
        for value in ["de", "de-AT", "fr, de;q=0.5", "en;q=0.4, DE-de;q=0.9"] {
            assert_eq!(chosen(value), Language::German, "{value}");
        }
        for value in [
            "en, de",
            "fr",
            "*",
            "de;q=0",
            "de;q=0.3, en;q=0.4",
            "",
            ";;",
        ] {
            assert_eq!(chosen(value), Language::English, "{value}");
        }
        assert_eq!(Language::negotiate(&HeaderMap::new()), Language::English);
    }
}
