//! Putting the module into the script and the script into the page.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::failure::Failure;
use crate::shorten::shorten;

/// Where the template of the script wants the module, in hexadecimal digits. That is longer than
/// base64 until it is compressed, and shorter then: the module's repetitions stay visible.
const CORE_HEX: &str = "__CORE_HEX__";
/// Where the template of the script wants the module in base64.
const CORE_BASE64: &str = "__CORE_BASE64__";
/// Where the template of the page wants the script.
const SCRIPT_MARK: &str = "__CAPTURE_JS__";

/// The script as shipped: shortened, with the module inside.
pub(super) fn with_core(template: &str, core: &[u8]) -> Result<String, Failure> {
    let template = shorten(template, "static/elements/capture.js")?;
    let (mark, core) = if template.contains(CORE_BASE64) {
        (CORE_BASE64, STANDARD.encode(core))
    } else {
        (CORE_HEX, core.iter().flat_map(|byte| hex(*byte)).collect())
    };
    let script = fill(&template, mark, &core, "static/elements/capture.js")?;
    if script.to_ascii_lowercase().contains("</script") {
        return Err(Failure::new(
            "static/elements/capture.js holds `</script`, which would end the inline script",
            "write it in two parts",
        ));
    }
    Ok(script)
}

/// The callback page with the script inline, and without the indentation of its lines.
pub(super) fn inlined(page: &str, script: &str) -> Result<String, Failure> {
    let page: String = page.lines().flat_map(|line| [line.trim(), "\n"]).collect();
    fill(&page, SCRIPT_MARK, script, "static/elements/callback.html")
}

fn hex(byte: u8) -> [char; 2] {
    [byte >> 4, byte & 15].map(|digit| char::from_digit(digit.into(), 16).unwrap_or('0'))
}

fn fill(template: &str, mark: &str, text: &str, file: &str) -> Result<String, Failure> {
    match template.matches(mark).count() {
        1 => Ok(template.replacen(mark, text, 1)),
        count => Err(Failure::new(
            format_args!("{file} holds {mark} {count} times"),
            "write it exactly once, outside of comments",
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_module_is_put_where_the_mark_is_in_the_notation_of_the_mark() {
        assert_eq!(
            with_core("f('__CORE_HEX__')", b"\0asm").unwrap(),
            "f('0061736d')"
        );
        assert_eq!(
            with_core("f('__CORE_BASE64__')", b"\0asm").unwrap(),
            "f('AGFzbQ==')"
        );
    }

    #[test]
    fn a_template_without_its_mark_is_refused() {
        let failure = with_core("f()", b"\0asm").unwrap_err().to_string();
        assert!(failure.contains("__CORE_HEX__ 0 times"), "{failure}");
    }

    #[test]
    fn a_mark_that_appears_twice_is_refused() {
        assert!(inlined("__CAPTURE_JS__ __CAPTURE_JS__", "x").is_err());
    }

    #[test]
    fn a_mark_in_a_comment_does_not_count() {
        let script = "// __CORE_HEX__ is the module\nf('__CORE_HEX__')";
        assert_eq!(with_core(script, b"\x0f").unwrap(), "f('0f')");
    }

    #[test]
    fn a_script_that_would_end_the_inline_script_is_refused() {
        assert!(with_core("f('__CORE_HEX__', '</SCRIPT>')", b"\0").is_err());
    }

    #[test]
    fn dollar_signs_of_the_script_survive_in_the_page() {
        let page = inlined("<p>\n  <script>__CAPTURE_JS__</script>", "a$&b").unwrap();
        assert_eq!(page, "<p>\n<script>a$&b</script>\n");
    }
}
