//! Making scripts shorter without changing what they do, so that their source may be written for
//! people. The work is oxc's.

use oxc_allocator::Allocator;
use oxc_codegen::{Codegen, CodegenOptions};
use oxc_minifier::{
    CompressOptions, CompressOptionsKeepNames, MangleOptions, MangleOptionsKeepNames, Minifier,
    MinifierOptions,
};
use oxc_parser::Parser;
use oxc_span::SourceType;

use crate::failure::Failure;

/// How a page loads a script, hence who else sees its names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Loaded {
    /// As a module: what it declares is its own.
    AsModule,
    /// As a classic script: what it declares outside of functions is the whole page's.
    AsScript,
}

/// The script, shorter. Classes keep their names, which consoles and inspectors show. The file's name is for the message when it cannot be read.
pub(crate) fn minified(script: &str, loaded: Loaded, file: &str) -> Result<String, Failure> {
    let allocator = Allocator::default();
    let kind = match loaded {
        Loaded::AsModule => SourceType::mjs(),
        Loaded::AsScript => SourceType::script(),
    };
    let mut parsed = Parser::new(&allocator, script, kind).parse();
    if let Some(first) = parsed.diagnostics.first() {
        return Err(Failure::new(
            format_args!("{file} is not JavaScript: {first}"),
            "mend it",
        ));
    }
    let options = MinifierOptions {
        mangle: Some(MangleOptions {
            keep_names: MangleOptionsKeepNames {
                function: false,
                class: true,
            },
            ..MangleOptions::default()
        }),
        mangle_properties: None,
        compress: Some(CompressOptions {
            keep_names: CompressOptionsKeepNames::class_only(),
            ..CompressOptions::smallest()
        }),
    };
    let scoping = Minifier::new(options)
        .minify(&allocator, &mut parsed.program)
        .scoping;
    let written = Codegen::new()
        .with_options(CodegenOptions::minify())
        .with_scoping(scoping)
        .build(&parsed.program);
    Ok(written.code)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(script: &str, loaded: Loaded, expected: &str) {
        assert_eq!(minified(script, loaded, "it").unwrap(), expected);
    }

    #[test]
    fn a_module_keeps_the_names_that_it_exports() {
        check(
            "// why\nconst inner = f();\nexport const outer = () => [inner, inner.some];",
            Loaded::AsModule,
            "const e=f();export const outer=()=>[e,e.some];",
        );
    }

    #[test]
    fn a_classic_script_keeps_what_the_page_may_call() {
        check(
            "function outer(some) { const other = some.length; return f(other, other); }",
            Loaded::AsScript,
            "function outer(e){let t=e.length;return f(t,t)}",
        );
    }

    #[test]
    fn a_text_is_the_same_whatever_signs_are_in_it() {
        check(r#"f("'`$\\")"#, Loaded::AsScript, r#"f("'`$\\");"#);
    }

    #[test]
    fn a_text_cannot_end_the_script_around_it() {
        check("f('</SCRIPT>')", Loaded::AsScript, r"f(`<\/SCRIPT>`);");
    }

    #[test]
    fn what_is_no_script_is_refused_by_name() {
        let failure = minified("f(", Loaded::AsModule, "static/boot.js").unwrap_err();
        assert!(failure.to_string().contains("static/boot.js"));
    }
}
