//! Putting the module into the script and the script into the page.

use crate::failure::Failure;
use crate::shorten::shorten;

/// Where the template of the script wants the module: see [`signs`].
const CORE_MARK: &str = "__CORE_TEXT__";
/// Where the template of the page wants the script.
const SCRIPT_MARK: &str = "__CAPTURE_JS__";

/// The script as shipped: shortened, with the module inside.
pub(super) fn with_core(template: &str, core: &[u8]) -> Result<String, Failure> {
    let template = shorten(template, "static/elements/capture.js")?;
    let core: String = core.iter().flat_map(|byte| signs(*byte)).collect();
    let script = fill(&template, CORE_MARK, &core, "static/elements/capture.js")?;
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

/// A byte as one sign from `#` on, behind an exclamation mark for each 88 that it is too large for
/// that; a backslash is written as a string literal has it. Compressed, this is a tenth shorter
/// than base64, because the module's repetitions stay visible.
fn signs(byte: u8) -> impl Iterator<Item = char> {
    let sign = char::from(b'#' + byte % 88);
    let marks = std::iter::repeat_n('!', usize::from(byte / 88));
    marks.chain((sign == '\\').then_some(sign)).chain([sign])
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
    fn the_module_is_put_where_the_mark_is_one_sign_for_a_small_byte() {
        assert_eq!(
            with_core("f(\"__CORE_TEXT__\")", &[0, 87, 88, 255, 57]).unwrap(),
            "f(\"#z!#!!r\\\\\")"
        );
    }

    #[test]
    fn a_template_without_its_mark_is_refused() {
        let failure = with_core("f()", b"\0asm").unwrap_err().to_string();
        assert!(failure.contains("__CORE_TEXT__ 0 times"), "{failure}");
    }

    #[test]
    fn a_mark_that_appears_twice_is_refused() {
        assert!(inlined("__CAPTURE_JS__ __CAPTURE_JS__", "x").is_err());
    }

    #[test]
    fn a_mark_in_a_comment_does_not_count() {
        let script = "// __CORE_TEXT__ is the module\nf('__CORE_TEXT__')";
        assert_eq!(with_core(script, b"\x0f").unwrap(), "f('2')");
    }

    #[test]
    fn a_script_that_would_end_the_inline_script_is_refused() {
        assert!(with_core("f('__CORE_TEXT__', '</SCRIPT>')", b"\0").is_err());
    }

    #[test]
    fn dollar_signs_of_the_script_survive_in_the_page() {
        let page = inlined("<p>\n  <script>__CAPTURE_JS__</script>", "a$&b").unwrap();
        assert_eq!(page, "<p>\n<script>a$&b</script>\n");
    }
}
