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

/// The app's page, by both its names.
const START: [&str; 2] = ["/", "/index.html"];
/// Files that another build changes under the same name.
const MUTABLE: [&str; 5] = [
    "/config.json",
    "/capture.js",
    "/boot.js",
    "/styles/*",
    "/icons/*",
];
/// Files whose names hold a hash of their content.
const IMMUTABLE: [&str; 3] = [
    "/sell-elements-*",
    "/sell-embed-*",
    "/elements/sell-elements-*",
];

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

/// Blocks of a path with `*` for any rest of it, and the headers of that path. A header stands in one
/// of the blocks that fit a file: some hosts send it once for each, and of two policies both count.
fn text(pages: &str, callback: &str) -> String {
    let page = |names: &str, policy: &str, opener: &str, kept: &str| {
        format!(
            "{names}\n  Content-Security-Policy: {policy}\n  \
             Cross-Origin-Opener-Policy: {opener}\n  Cache-Control: {kept}\n\n"
        )
    };
    let kept =
        |kept: &'static str| move |names: &&str| format!("{names}\n  Cache-Control: {kept}\n\n");
    let mut text = format!(
        "# Headers to send with these files: a block for each path, * being any rest of it. Every block\n\
         # that fits a file counts, and none repeats a header of another: _headers files of static hosts\n\
         # read this as it is, others write it in their own way. Paths are those of a site of its own.\n\
         # Where config.json names other addresses than {API}, put their origins in\n\
         # connect-src instead. Send .wasm as application/wasm. Prefer the .br and .gz twins where they\n\
         # are accepted.\n\
         \n\
         /*\n  Referrer-Policy: no-referrer\n  X-Content-Type-Options: nosniff\n  \
         Permissions-Policy: {FEATURES}\n  Strict-Transport-Security: max-age=31536000\n\n"
    );
    for names in START {
        text += &page(names, pages, "same-origin", "no-cache");
    }
    text += &page("/embed.html", pages, "same-origin-allow-popups", "no-cache");
    text += &page("/callback.html", callback, "same-origin", "no-store");
    text.extend(MUTABLE.iter().map(kept("no-cache")));
    text.extend(
        IMMUTABLE
            .iter()
            .map(kept("public, max-age=31536000, immutable")),
    );
    text
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
        let opener = "Cross-Origin-Opener-Policy: same-origin-allow-popups".to_owned();
        assert!(sent(&text, "/embed.html").contains(&opener), "{text}");
    }

    /// What is sent with a file, by all blocks that fit it.
    fn sent(text: &str, file: &str) -> Vec<String> {
        let blocks = text.split("\n\n").skip(1);
        let fits = blocks.filter(|block| {
            let path = block.lines().next().unwrap_or_default();
            match path.split_once('*') {
                Some((start, _)) => file.starts_with(start),
                None => file == path,
            }
        });
        let lines = fits.flat_map(|block| block.lines().skip(1));
        lines.map(|line| line.trim().to_owned()).collect()
    }

    #[test]
    fn every_file_gets_each_header_once_and_the_callback_page_its_own_policy() {
        let text = text("pages", "callback");
        for file in [
            "/",
            "/index.html",
            "/embed.html",
            "/callback.html",
            "/config.json",
            "/styles/app.css",
            "/sell-elements-00ff.js",
            "/elements/sell-elements-00ff.wasm",
        ] {
            let sent = sent(&text, file);
            let mut names: Vec<_> = sent
                .iter()
                .filter_map(|line| line.split(':').next())
                .collect();
            names.sort_unstable();
            let count = names.len();
            names.dedup();
            assert_eq!(names.len(), count, "{file}: {sent:?}");
            assert!(names.contains(&"Cache-Control"), "{file}: {sent:?}");
            let policy = match file {
                "/callback.html" => Some("callback"),
                "/" | "/index.html" | "/embed.html" => Some("pages"),
                _ => None,
            };
            let found = sent
                .iter()
                .find_map(|line| line.strip_prefix("Content-Security-Policy: "));
            assert_eq!(found, policy, "{file}");
        }
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
