//! Texts between quotation marks, so that they mean what they are.

/// In an attribute of HTML, and of Vue's templates, which are HTML.
pub(super) fn html(text: &str) -> String {
    let mut out = String::new();
    for sign in text.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            _ => out.push(sign),
        }
    }
    out
}

/// An attribute's value in JSX: as it is where JSX reads it so, else as a text of JavaScript.
pub(super) fn jsx(text: &str) -> String {
    let means_more =
        |sign: char| matches!(sign, '"' | '&' | '<' | '>' | '{' | '}') || sign.is_control();
    if text.contains(means_more) {
        format!("{{{}}}", code(text, |number| format!("\\u{number:04x}")))
    } else {
        format!("\"{text}\"")
    }
}

/// A text of Rust, with its marks.
pub(super) fn rust(text: &str) -> String {
    code(text, |number| format!("\\u{{{number:x}}}"))
}

/// What both languages have in common; they differ in how they write a sign by its number.
fn code(text: &str, numbered: fn(u32) -> String) -> String {
    let mut out = "\"".to_owned();
    for sign in text.chars() {
        match sign {
            '"' | '\\' => out.extend(['\\', sign]),
            '\n' => out.push_str("\\n"),
            '\u{2028}' | '\u{2029}' => out.push_str(&numbered(sign.into())),
            _ if sign.is_control() => out.push_str(&numbered(sign.into())),
            _ => out.push(sign),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_cannot_be_left() {
        assert_eq!(html("\"><script>&"), "&quot;&gt;&lt;script&gt;&amp;");
        assert_eq!(html("Grüße 'x'"), "Grüße 'x'");
    }

    #[test]
    fn jsx_reads_entities_and_no_backslashes() {
        assert_eq!(jsx("read profile"), "\"read profile\"");
        assert_eq!(jsx("C:\\x"), "\"C:\\x\"");
        assert_eq!(jsx("a&amp;\\"), "{\"a&amp;\\\\\"}");
        assert_eq!(jsx("a\nb\u{1}"), "{\"a\\nb\\u0001\"}");
    }

    #[test]
    fn rust_has_its_own_numbers() {
        assert_eq!(rust("a\"\\b\u{1}"), "\"a\\\"\\\\b\\u{1}\"");
    }
}
