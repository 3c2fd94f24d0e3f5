//! The headers a deployer must send, written down with the hash of this build's callback script.

use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::failure::Failure;
use crate::workspace;

/// One directive a line; the site server of the tests sends the same file.
const POLICY: &str = include_str!("../../policy.txt");
/// Where Sell's API lives unless config.json says otherwise.
const API: &str = "https://api.getbase.com";

/// Files whose names hold a hash of their content.
const IMMUTABLE: [&str; 3] = [
    "/sell-elements-*",
    "/sell-embed-*",
    "/elements/sell-elements-*",
];
/// How long a browser may keep them.
const KEPT: &str = "Cache-Control: public, max-age=31536000, immutable";

/// Features of the browser that no page of ours uses.
const FEATURES: &str = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

/// Writes `headers.txt` and returns the policy of the callback page.
pub(super) fn write(dist: &Path) -> Result<String, Failure> {
    let page = workspace::read(&dist.join("callback.html"))?;
    let callback = policy(Some(&callback_source(&page)?));
    workspace::write(
        &dist.join("headers.txt"),
        text(&policy(None), &callback).as_bytes(),
    )?;
    Ok(callback)
}

/// What `script-src` must name for the callback page.
pub(crate) fn callback_source(page: &str) -> Result<String, Failure> {
    let script = inline_script(page).ok_or_else(|| {
        Failure::new(
            "callback.html does not hold exactly one inline script",
            "keep one <script> without attributes in static/elements/callback.html",
        )
    })?;
    Ok(source_of(script))
}

/// The policy of a page with the hash of the script it may run inline.
fn policy(inline: Option<&str>) -> String {
    let directives: Vec<String> = POLICY
        .lines()
        .map(|directive| match (directive.split(' ').next(), inline) {
            (Some("script-src"), Some(hash)) => format!("{directive} {hash}"),
            (Some("connect-src"), _) => format!("{directive} {API}"),
            _ => directive.to_owned(),
        })
        .collect();
    directives.join("; ")
}

/// The text between the tags of the page's only script.
fn inline_script(page: &str) -> Option<&str> {
    let (_, after) = page.split_once("<script>")?;
    let (script, rest) = after.split_once("</script>")?;
    (!rest.contains("<script")).then_some(script)
}

/// The hash source of CSP Level 3 §2.3.1, over the bytes between the tags.
fn source_of(script: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(script)))
}

fn text(pages: &str, callback: &str) -> String {
    format!(
        "# Headers to send with these files. Where config.json names other addresses than\n\
         # {API}, put their origins in connect-src instead.\n\
         # Send .wasm as application/wasm. Prefer the .br and .gz twins where they are accepted.\n\
         \n\
         /*\n  Content-Security-Policy: {pages}\n  Referrer-Policy: no-referrer\n  \
         X-Content-Type-Options: nosniff\n  Cross-Origin-Opener-Policy: same-origin\n  \
         Permissions-Policy: {FEATURES}\n  Strict-Transport-Security: max-age=31536000\n  \
         Cache-Control: no-cache\n\
         \n\
         /callback.html\n  Content-Security-Policy: {callback}\n  Cache-Control: no-store\n\
         \n\
         /embed.html\n  Cross-Origin-Opener-Policy: same-origin-allow-popups\n\
         \n\
         {}",
        IMMUTABLE
            .map(|names| format!("{names}\n  {KEPT}\n"))
            .join("\n")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_of_the_pages_is_the_strict_one() {
        assert_eq!(
            policy(None),
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
             connect-src 'self' https://api.getbase.com; img-src 'self'; base-uri 'none'; \
             form-action 'none'; frame-ancestors 'none'"
        );
    }

    #[test]
    fn the_callback_page_may_run_its_one_script() {
        let policy = policy(Some("'sha256-x'"));
        assert!(
            policy.contains("script-src 'self' 'wasm-unsafe-eval' 'sha256-x'; style"),
            "{policy}"
        );
    }

    #[test]
    fn files_named_by_their_content_are_kept_and_the_embed_screen_may_open_windows() {
        let text = text("policy", "callback");
        for names in [
            "/sell-elements-*",
            "/sell-embed-*",
            "/elements/sell-elements-*",
        ] {
            let lines =
                format!("\n\n{names}\n  Cache-Control: public, max-age=31536000, immutable\n");
            assert!(text.contains(&lines), "{text}");
        }
        let lines = "\n\n/embed.html\n  Cross-Origin-Opener-Policy: same-origin-allow-popups\n";
        assert!(text.contains(lines), "{text}");
    }

    #[test]
    fn the_hash_is_over_the_bytes_between_the_tags() {
        let script = inline_script("<p><script>alert('Hello, world.');</script>").unwrap();
        assert_eq!(
            source_of(script),
            "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
        );
    }

    #[test]
    fn a_second_script_on_the_callback_page_is_refused() {
        assert_eq!(
            inline_script("<script>a</script><script src=b></script>"),
            None
        );
    }
}
