//! Making the capture script shorter without changing what it does, so that its source may be
//! written for people: comments and spaces go, and names that only the script knows become letters.
//!
//! This reads no grammar, only tokens. It is safe because of what it does not do: a name is changed
//! everywhere or nowhere, names of properties and of the browser are never changed, and a script
//! that uses something it cannot tell apart is refused.

mod names;
mod print;
mod tokens;

use crate::failure::Failure;

/// The script, shorter.
pub(super) fn shorten(script: &str) -> Result<String, Failure> {
    let tokens = tokens::read(script).map_err(|what| {
        Failure::new(
            format_args!("static/elements/capture.js uses {what}, which cannot be shortened"),
            "write it in another way",
        )
    })?;
    Ok(print::print(&tokens, &names::letters(&tokens)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(script: &str, expected: &str) {
        assert_eq!(shorten(script).unwrap(), expected, "{script}");
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
    fn names_of_the_script_become_letters_everywhere() {
        check(
            "const long = 1; f(long, g.long, { long: 2 });",
            "const a=1;f(a,g.long,{long:2});",
        );
    }

    #[test]
    fn a_property_written_short_keeps_its_name() {
        check(
            "const kind = 1; f({ kind, v: kind });",
            "const a=1;f({kind:a,v:a});",
        );
        check(
            "const { kind, at: when = 2 } = f();",
            "const{kind:a,at:b=2}=f();",
        );
        check(
            "({ kind = 1, ...rest }) => kind + rest;",
            "({kind:a=1,...b})=>a+b;",
        );
        check(
            "f({ kind() {} }); const kind = 1;",
            "f({kind(){}});const a=1;",
        );
    }

    #[test]
    fn parameters_are_names_of_the_script_too() {
        check("one => one.two(one)", "a=>a.two(a)");
        check("(one, [two, , four]) => one", "(a,[b,,c])=>a");
        check(
            "function go(one) { return one?.one; }",
            "function b(a){return a?.one;}",
        );
        check(
            "try { f() } catch (error) { g(error) }",
            "try{f()}catch(a){g(a)}",
        );
    }

    #[test]
    fn the_alternatives_of_a_condition_are_no_properties() {
        check(
            "const one = 1; let two; f(c ? one : two);",
            "const a=1;let b;f(c?a:b);",
        );
        check(
            "const one = 1; f(c ? one : { one: one });",
            "const a=1;f(c?a:{one:a});",
        );
    }

    #[test]
    fn names_of_the_browser_are_left_alone_even_when_declared() {
        check("(location) => location.hash", "(location)=>location.hash");
        check(
            "f(undefined, history.state); let state = 1;",
            "f(undefined,history.state);let a=1;",
        );
    }

    #[test]
    fn a_letter_in_use_is_not_given_again() {
        check("const long = a; b(long);", "const c=a;b(c);");
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
    }

    #[test]
    fn what_cannot_be_told_apart_is_refused() {
        for script in [
            "f(`a`)",
            "switch (a) {}",
            "class A {}",
            "eval('a')",
            "'open",
            "f(/open",
        ] {
            assert!(shorten(script).is_err(), "{script}");
        }
    }
}
