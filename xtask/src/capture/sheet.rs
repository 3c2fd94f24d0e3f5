//! The stylesheet without the spaces that only its authors read.
//!
//! A space is dropped behind `{`, `}`, `;` and `,`, before `{` and `}`, and behind the colon of a
//! declaration or of a condition. Before a colon, around other signs and inside strings it may mean
//! something (`a :hover` is not `a:hover`, `1 + 2` is not `1+2`) and stays.

/// Behind these, a space means nothing in any part of a stylesheet.
const OPENERS: &[char] = &['{', '}', ';', ',', ':'];

/// The stylesheet, shorter. It holds no comments any more.
pub(crate) fn squeezed(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '"' | '\'' => string(rest, first),
            _ => first.len_utf8(),
        };
        let (piece, after) = rest.split_at(length);
        if !first.is_whitespace() {
            join(&mut out, piece);
        } else if !out.is_empty() && !out.ends_with(OPENERS) && !out.ends_with(' ') {
            out.push(' ');
        }
        rest = after;
    }
    out.truncate(out.trim_end().len());
    out
}

/// Appends what is no space, and drops what it makes needless.
fn join(out: &mut String, piece: &str) {
    if matches!(piece, "{" | "}" | ";" | ",") && out.ends_with(' ') {
        out.pop();
    }
    if piece == "}" && out.ends_with(';') {
        out.pop();
    }
    out.push_str(piece);
}

/// The length of the string at the beginning, or of all when it does not end.
fn string(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if c == quote => return at + c.len_utf8(),
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(css: &str, expected: &str) {
        assert_eq!(squeezed(css), expected, "{css}");
    }

    #[test]
    fn spaces_between_rules_and_declarations_go() {
        check(
            "a, b {\n  top: 0;\n  left: 1px ;\n}\n\nc {\n}\n",
            "a,b{top:0;left:1px}c{}",
        );
        check(
            "@media (min-width: 1px) and (color) {\na { b: c }\n}",
            "@media (min-width:1px) and (color){a{b:c}}",
        );
    }

    #[test]
    fn spaces_that_mean_something_stay() {
        check(
            "a :hover, a > :not(b) { c: d  e }",
            "a :hover,a > :not(b){c:d e}",
        );
        check("a { b: calc(1px  +\n 2px) }", "a{b:calc(1px + 2px)}");
        check("a { --b: ; c: var(--b, ) }", "a{--b:;c:var(--b,)}");
    }

    #[test]
    fn strings_stay_as_they_are() {
        check(
            "a::before { content: \" ;  }\\\" : \"; }",
            "a::before{content:\" ;  }\\\" : \"}",
        );
        check("a { b: 'c , d' }", "a{b:'c , d'}");
    }
}
