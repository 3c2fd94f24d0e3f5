//! The headers of every answer (threats.md §6 of the project's reference).

use axum::extract::{Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderMap, HeaderName, HeaderValue, REFERRER_POLICY,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::middleware::Next;
use axum::response::Response;

use super::Site;
use super::pattern::Pattern;
use super::policy::{Policy, inline_hash};

const OPENER_POLICY: HeaderName = HeaderName::from_static("cross-origin-opener-policy");
const PERMISSIONS_POLICY: HeaderName = HeaderName::from_static("permissions-policy");
/// The page that answers come back to.
const CALLBACK: &str = "/callback.html";
/// The page that opens windows as an embedding page would.
const EMBED: &str = "/embed.html";

/// Sets the headers, then lets the tests' own have the last word.
pub(super) async fn set(State(site): State<Site>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let mut response = next.run(request).await;
    let policy = policy(&site, &path).await;
    let found = response.status().is_success() || response.status().is_redirection();
    let headers = response.headers_mut();
    for (name, value) in [
        (REFERRER_POLICY, "no-referrer"),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (OPENER_POLICY, opener_policy(&path)),
        (
            PERMISSIONS_POLICY,
            "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        ),
        (CACHE_CONTROL, cache_control(&path, found)),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    // The policy is made of printable text and origins, so it is always a header value.
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        headers.insert(CONTENT_SECURITY_POLICY, policy);
    }
    overrule(headers, &site);
    response
}

/// The callback page's script is read anew, because a rebuilt app has another.
async fn policy(site: &Site, path: &str) -> String {
    let page = match path {
        CALLBACK => tokio::fs::read_to_string(site.dist.join("callback.html"))
            .await
            .ok(),
        _ => None,
    };
    let hash = page.as_deref().and_then(inline_hash);
    let api = &site.configuration.sandbox;
    let without_wasm = site.switches.policy_is_without_wasm();
    Policy {
        api,
        inline: hash.as_deref(),
        without_wasm,
    }
    .text()
}

/// Windows that the Embed screen opens may tell it how they ended; nobody else's may hold it.
fn opener_policy(path: &str) -> &'static str {
    match path {
        EMBED => "same-origin-allow-popups",
        _ => "same-origin",
    }
}

/// A name with the content's hash may be kept for ever; a page that took a token in may not be
/// kept at all; the rest is asked for anew, because its names stay when it changes.
fn cache_control(path: &str, found: bool) -> &'static str {
    let hashed = [
        "/sell-elements-*",
        "/sell-embed-*",
        "/elements/sell-elements-*",
    ];
    if path == CALLBACK {
        "no-store"
    } else if found
        && hashed
            .iter()
            .any(|pattern| Pattern::from(*pattern).matches(path))
    {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    }
}

fn overrule(headers: &mut HeaderMap, site: &Site) {
    for (name, value) in site.switches.headers() {
        match value {
            Some(value) => drop(headers.insert(name, value)),
            None => drop(headers.remove(name)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_embed_screen_may_hear_from_the_windows_that_it_opens() {
        assert_eq!(opener_policy("/embed.html"), "same-origin-allow-popups");
        for path in ["/", "/index.html", "/callback.html", "/gone"] {
            assert_eq!(opener_policy(path), "same-origin");
        }
    }

    #[test]
    fn only_a_found_file_named_by_its_content_is_kept_for_ever() {
        for name in [
            "sell-elements-0f.js",
            "sell-embed-0f_bg.wasm",
            "elements/sell-elements-0f.wasm",
        ] {
            let kept = cache_control(&format!("/{name}"), true);
            assert!(kept.contains("immutable"), "{name}");
        }
        assert_eq!(cache_control("/sell-elements-0f.js", false), "no-cache");
        assert_eq!(cache_control("/boot.js", true), "no-cache");
        assert_eq!(cache_control("/callback.html", true), "no-store");
    }
}
