//! Putting the module into the script and the script into the page.

use crate::failure::Failure;

/// Where the template of the script wants the module.
pub(crate) const CORE_MARK: &str = "__CORE_BASE64__";
/// Where the template of the page wants the script.
pub(crate) const SCRIPT_MARK: &str = "__CAPTURE_JS__";

/// The script as shipped: without its comment lines and indentation, with the module inside.
pub(super) fn with_core(template: &str, core: &str) -> Result<String, Failure> {
    let script = fill(
        &without_comments(template),
        CORE_MARK,
        core,
        "static/elements/capture.js",
    )?;
    if script.to_ascii_lowercase().contains("</script") {
        return Err(Failure::new(
            "static/elements/capture.js holds `</script`, which would end the inline script",
            "write it in two parts",
        ));
    }
    Ok(script)
}

/// The callback page with the script inline.
pub(super) fn inlined(page: &str, script: &str) -> Result<String, Failure> {
    fill(page, SCRIPT_MARK, script, "static/elements/callback.html")
}

/// Drops lines that are only a `//` comment, the spaces around lines, and empty lines. Line ends
/// stay, because JavaScript reads meaning into some of them. The script must hold no template
/// literal over several lines; a comment behind code stays where it is.
fn without_comments(script: &str) -> String {
    let lines = script.lines().map(str::trim);
    let kept = lines.filter(|line| !line.is_empty() && !line.starts_with("//"));
    kept.flat_map(|line| [line, "\n"]).collect()
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
    fn comment_lines_indentation_and_empty_lines_are_dropped() {
        let script = "// why\n(() => {\n  // more\n  const a = 'https://b';\n\n})();\n";
        assert_eq!(
            without_comments(script),
            "(() => {\nconst a = 'https://b';\n})();\n"
        );
    }

    #[test]
    fn a_comment_behind_code_is_left_alone() {
        assert_eq!(without_comments("a(); // b\n"), "a(); // b\n");
    }

    #[test]
    fn the_module_is_put_where_the_mark_is() {
        assert_eq!(
            with_core("f('__CORE_BASE64__')", "AGFzbQ==").unwrap(),
            "f('AGFzbQ==')\n"
        );
    }

    #[test]
    fn a_template_without_its_mark_is_refused() {
        let failure = with_core("f()", "AGFzbQ==").unwrap_err().to_string();
        assert!(failure.contains("__CORE_BASE64__ 0 times"), "{failure}");
    }

    #[test]
    fn a_mark_that_appears_twice_is_refused() {
        assert!(inlined("__CAPTURE_JS__ __CAPTURE_JS__", "x").is_err());
    }

    #[test]
    fn a_mark_in_a_comment_line_does_not_count() {
        let script = "// __CORE_BASE64__ is the module\nf('__CORE_BASE64__')";
        assert_eq!(with_core(script, "AA==").unwrap(), "f('AA==')\n");
    }

    #[test]
    fn a_script_that_would_end_the_inline_script_is_refused() {
        assert!(with_core("f('__CORE_BASE64__', '</SCRIPT>')", "AA==").is_err());
    }

    #[test]
    fn dollar_signs_of_the_script_survive_in_the_page() {
        assert_eq!(
            inlined("<script>__CAPTURE_JS__</script>", "a$&b").unwrap(),
            "<script>a$&b</script>"
        );
    }
}
