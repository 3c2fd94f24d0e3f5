//! Making scripts shorter without changing what they do, so that their source may be written for
//! people: comments and spaces go, and names that only the script knows become letters.
//!
//! This reads no grammar, only tokens. It is safe because of what it does not do: a name is changed
//! everywhere or nowhere, names of properties and of the browser are never changed, and a script
//! that uses something it cannot tell apart is refused.

pub(crate) mod names;
mod print;
pub(crate) mod tokens;

use std::collections::HashMap;

use crate::failure::Failure;
use tokens::Token;

/// The script, shorter, with other names. The file's name is for the message when it cannot be.
pub(crate) fn shorten(script: &str, file: &str) -> Result<String, Failure> {
    let read = || {
        let tokens = tokens::read(script)?;
        tokens::refuse_what_needs_a_grammar(&tokens)?;
        Ok(tokens)
    };
    let tokens = read().map_err(|what: String| {
        Failure::new(
            format_args!("{file} uses {what}, which cannot be shortened"),
            "write it in another way",
        )
    })?;
    Ok(print::print(&tokens, &names::letters(&tokens, &|_| true)))
}

/// The tokens as close together as they may stand, under the names they have.
pub(crate) fn packed(tokens: &[Token<'_>]) -> String {
    print::print(tokens, &HashMap::new())
}

/// The same, with letters for those of the script's own names that may be others.
pub(crate) fn renamed(tokens: &[Token<'_>], may_change: &dyn Fn(&str) -> bool) -> String {
    print::print(tokens, &names::letters(tokens, may_change))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(script: &str, expected: &str) {
        assert_eq!(shorten(script, "it").unwrap(), expected, "{script}");
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
            "import a from 'b'",
            "f(`${a}`)",
            "class A {}",
            "eval('a')",
            "'open",
            "f(/open",
        ] {
            assert!(shorten(script, "it").is_err(), "{script}");
        }
    }

    #[test]
    fn a_module_may_be_imported_when_it_is_needed() {
        check("const url = 'a'; import(url)", "const a='a';import(a)");
    }

    #[test]
    fn a_block_behind_a_case_is_no_object() {
        let script = "const one = 1; switch (x) { case 1: { one(2); } default: { one(3); } } f(c ? 1 : { one });";
        let tokens = tokens::read(script).unwrap();
        let expected = "const a=1;switch(x){case 1:{a(2);}default:{a(3);}}f(c?1:{one:a});";
        assert_eq!(renamed(&tokens, &|_| true), expected);
    }

    #[test]
    fn templates_stay_as_they_are_where_names_do() {
        let kept = |script: &str| tokens::read(script).map(|tokens| packed(&tokens));
        let script = "f(`a  // ${ b }\n\\` c`,  d) // e";
        assert_eq!(kept(script).unwrap(), "f(`a  // ${ b }\n\\` c`,d)");
        for unclear in ["f(`${ {} }`)", "f(`${ `a` }`)", "f(`a"] {
            assert!(kept(unclear).is_err(), "{unclear}");
        }
    }

    #[test]
    fn a_division_by_a_pattern_does_not_become_a_comment() {
        check("f(a / /b/)", "f(a/ /b/)");
    }
}
