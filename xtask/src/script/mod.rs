//! Scripts: made shorter by a minifier, and before that read as tokens, which is enough to put
//! modules into one file and to understand what wasm-bindgen writes.

pub(crate) mod minify;
pub(crate) mod names;
mod print;
pub(crate) mod tokens;

use tokens::Token;

/// The tokens as close together as they may stand.
pub(crate) fn packed(tokens: &[Token<'_>]) -> String {
    print::print(tokens)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(script: &str, expected: &str) {
        let tokens = tokens::read(script).unwrap();
        assert_eq!(packed(&tokens), expected, "{script}");
    }

    #[test]
    fn comments_and_spaces_go() {
        check("/* a */ f(1,  2); // b\n", "f(1,2);");
        check("if (x) return  y;\n\n", "if(x)return y;");
    }

    #[test]
    fn text_and_patterns_stay_as_they_are() {
        check(
            "f('// no', \"/* \\\" */\", /[/'] x/g);",
            "f('// no',\"/* \\\" */\",/[/'] x/g);",
        );
        check("f(8 / 2 / 'x');", "f(8/2/'x');");
    }

    #[test]
    fn line_ends_stay_where_javascript_may_read_a_meaning_into_them() {
        check("a()\nb()\n", "a()\nb()");
        check("f(\n  1,\n  2,\n);\n", "f(1,2,);");
        check("const x = {\n}\ny()", "const x={}\ny()");
        check("a\n++b", "a\n++b");
    }

    #[test]
    fn signs_that_would_grow_together_are_kept_apart() {
        check("a + +b - -c", "a+ +b- -c");
        check("f(a / /b/)", "f(a/ /b/)");
    }

    #[test]
    fn templates_stay_as_they_are() {
        check(
            "f(`a  // ${ b }\n\\` c`,  d) // e",
            "f(`a  // ${ b }\n\\` c`,d)",
        );
        for unclear in ["f(`${ {} }`)", "f(`${ `a` }`)", "f(`a", "'open", "f(/open"] {
            assert!(tokens::read(unclear).is_err(), "{unclear}");
        }
    }
}
