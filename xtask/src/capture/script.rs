//! Putting the module into the script and the script into the page.

use crate::failure::Failure;
use crate::script::minify::{Loaded, minified};

/// Where the template of the script wants the module: see [`signs`].
const CORE_MARK: &str = "__CORE_TEXT__";
/// Where the template of the page wants the script.
const SCRIPT_MARK: &str = "__CAPTURE_JS__";
/// Where it leads when nobody says where to go on to.
const HOME_MARK: &str = "__HOME__";

/// The script as shipped: shortened, with the module inside.
pub(super) fn with_core(template: &str, core: &[u8]) -> Result<String, Failure> {
    let file = "static/elements/capture.js";
    let core: String = core.iter().flat_map(|byte| signs(*byte)).collect();
    let script = fill(template, CORE_MARK, &core, file)?;
    minified(&script, Loaded::AsScript, file)
}

const END_OF_SCRIPT: &str = "</script";

/// The callback page with the script inside its own, and without the indentation of its lines.
/// Where nothing says where to go on to, it leads to `home`, an address relative to the page.
pub(super) fn inlined(page: &str, script: &str, home: &str) -> Result<String, Failure> {
    let file = "static/elements/callback.html";
    let page: String = page.lines().flat_map(|line| [line.trim(), "\n"]).collect();
    let page = fill(&page, SCRIPT_MARK, script, file)?.replace(HOME_MARK, home);
    let parts = page.split_once("<script>").and_then(|(before, rest)| {
        let (inside, after) = rest.split_once(END_OF_SCRIPT)?;
        Some((before, inside, after))
    });
    let (before, inside, after) = parts.ok_or_else(|| {
        Failure::new(
            format_args!("{file} has no inline script"),
            "write `<script>` around the mark",
        )
    })?;
    let inside = minified(inside, Loaded::AsScript, file)?;
    Ok([before, "<script>", &inside, END_OF_SCRIPT, after].concat())
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
            "f(`#z!#!!r\\\\`);"
        );
    }

    #[test]
    fn a_template_without_its_mark_is_refused() {
        let failure = with_core("f()", b"\0asm").unwrap_err().to_string();
        assert!(failure.contains("__CORE_TEXT__ 0 times"), "{failure}");
    }

    #[test]
    fn a_mark_that_appears_twice_is_refused() {
        assert!(inlined("__CAPTURE_JS__ __CAPTURE_JS__", "x", "/").is_err());
    }

    #[test]
    fn the_page_leads_home_where_nobody_says_where_to() {
        let template = "<script>__CAPTURE_JS__\nf('__HOME__')</script><a href=\"__HOME__\">";
        let page = inlined(template, "a()", "./").unwrap();
        assert_eq!(page, "<script>a(),f(`./`);</script><a href=\"./\">\n");
    }

    #[test]
    fn dollar_signs_of_the_script_survive_in_the_page() {
        let page = inlined("<p>\n  <script>__CAPTURE_JS__</script>", "a($,'$&')", "/").unwrap();
        assert_eq!(page, "<p>\n<script>a($,`$&`);</script>\n");
    }
}
