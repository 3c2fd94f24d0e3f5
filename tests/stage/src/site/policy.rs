//! The content security policy, one text for the tests and for those who deploy.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// One directive a line. The build prints the same file as the headers to send.
const DIRECTIVES: &str = include_str!("../../../../xtask/policy.txt");
/// The source that lets a page compile WebAssembly.
const WASM: &str = " 'wasm-unsafe-eval'";

/// What varies between one page's policy and another's.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Policy<'a> {
    /// The origin the page may call beside its own.
    pub(super) api: &'a str,
    /// The hash source of the script it may run inline.
    pub(super) inline: Option<&'a str>,
    /// Whether WebAssembly is forbidden.
    pub(super) without_wasm: bool,
}

impl Policy<'_> {
    /// The value of the header.
    pub(super) fn text(self) -> String {
        let directives: Vec<String> = DIRECTIVES
            .lines()
            .map(|directive| self.filled(directive))
            .collect();
        let text = directives.join("; ");
        if self.without_wasm {
            text.replace(WASM, "")
        } else {
            text
        }
    }

    fn filled(self, directive: &str) -> String {
        match (directive.split(' ').next(), self.inline) {
            (Some("script-src"), Some(hash)) => format!("{directive} {hash}"),
            (Some("connect-src"), _) => format!("{directive} {}", self.api),
            _ => directive.to_owned(),
        }
    }
}

/// The hash source of the first inline script of a page (CSP Level 3 §2.3.1).
pub(super) fn inline_hash(page: &str) -> Option<String> {
    let (_, after) = page.split_once("<script>")?;
    let (script, _) = after.split_once("</script>")?;
    Some(format!(
        "'sha256-{}'",
        STANDARD.encode(Sha256::digest(script))
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_is_the_strict_one_with_the_sandbox_beside_it() {
        let policy = Policy {
            api: "http://127.0.0.1:2",
            ..Policy::default()
        };
        assert_eq!(
            policy.text(),
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
             connect-src 'self' http://127.0.0.1:2; img-src 'self'; base-uri 'none'; \
             form-action 'none'; frame-ancestors 'none'"
        );
    }

    #[test]
    fn webassembly_can_be_taken_out() {
        let policy = Policy {
            without_wasm: true,
            ..Policy::default()
        };
        assert!(
            policy.text().contains("script-src 'self';"),
            "{}",
            policy.text()
        );
    }

    #[test]
    fn the_hash_is_over_the_bytes_between_the_tags() {
        let hash = inline_hash("<!doctype html><script>alert('Hello, world.');</script>");
        let expected = "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='";
        assert_eq!(hash.as_deref(), Some(expected));
    }

    #[test]
    fn a_page_without_an_inline_script_has_no_hash() {
        assert_eq!(inline_hash("<script src=\"a.js\"></script>"), None);
    }
}
