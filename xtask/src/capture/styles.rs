//! One stylesheet out of many.
//!
//! The files under `static/styles` import each other with the CSS rule, so that they work unbuilt;
//! this follows the imports and writes what they mean:
//!
//! ```text
//! import = "@import" ( string | "url(" string ")" ) [ "layer(" name ")" | "layer" ] [ media ] ";"
//! ```

use crate::failure::Failure;

/// Imports inside imports inside imports: deeper than this is a circle.
const DEEPEST: usize = 8;

type Read<'a> = &'a dyn Fn(&str) -> Result<String, Failure>;

/// The text of a stylesheet with everything it imports, without comments and indentation.
pub(crate) fn bundle(file: &str, read: Read<'_>) -> Result<String, Failure> {
    follow(file, read, 0)
}

fn follow(file: &str, read: Read<'_>, depth: usize) -> Result<String, Failure> {
    if depth > DEEPEST {
        return Err(Failure::new(
            format_args!("static/styles/{file} is imported in a circle"),
            "remove one of the imports",
        ));
    }
    let text = without_comments(&read(file)?);
    refuse_moving_addresses(file, &text)?;
    let mut out = String::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if line.starts_with("@import") {
            let import = Import::parse(line).ok_or_else(|| unreadable(file, line))?;
            let inner = follow(&resolved(file, import.file), read, depth + 1)?;
            out.push_str(&import.wrap(&inner));
        } else {
            out.push_str(line);
            out.push('\n');
        }
    }
    Ok(out)
}

/// One import rule, on a line of its own.
struct Import<'a> {
    file: &'a str,
    layer: Option<&'a str>,
    media: &'a str,
}

impl<'a> Import<'a> {
    fn parse(line: &'a str) -> Option<Self> {
        let rule = line.strip_prefix("@import")?.strip_suffix(';')?.trim();
        let (file, rest) = match rule.strip_prefix("url(") {
            Some(address) => {
                let (file, rest) = quoted(address.trim_start())?;
                (file, rest.trim_start().strip_prefix(')')?)
            }
            None => quoted(rule)?,
        };
        let (layer, media) = layer(rest.trim());
        let plain = !file.is_empty() && !file.contains(':') && !file.starts_with('/');
        let simple = !media.starts_with("supports") && !media.contains(['{', ';']);
        (plain && simple).then_some(Self { file, layer, media })
    }

    fn wrap(&self, inner: &str) -> String {
        let layered = match self.layer {
            Some("") => format!("@layer {{\n{inner}}}\n"),
            Some(name) => format!("@layer {name} {{\n{inner}}}\n"),
            None => inner.to_owned(),
        };
        if self.media.is_empty() {
            layered
        } else {
            format!("@media {} {{\n{layered}}}\n", self.media)
        }
    }
}

/// A string in either kind of quotes, and what follows it.
fn quoted(text: &str) -> Option<(&str, &str)> {
    let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    text[1..].split_once(quote)
}

fn layer(rest: &str) -> (Option<&str>, &str) {
    let Some(after) = rest.strip_prefix("layer") else {
        return (None, rest);
    };
    match after
        .strip_prefix('(')
        .and_then(|inner| inner.split_once(')'))
    {
        Some((name, media)) => (Some(name.trim()), media.trim()),
        None => (Some(""), after.trim()),
    }
}

/// An import is relative to the file that holds it.
fn resolved(from: &str, file: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in file.split('/') {
        match part {
            "." | "" => {}
            ".." => drop(parts.pop()),
            name => parts.push(name),
        }
    }
    parts.join("/")
}

/// `url(…)` in a file of a subfolder would point elsewhere once its text stands in `app.css`.
fn refuse_moving_addresses(file: &str, text: &str) -> Result<(), Failure> {
    let moves = |line: &str| {
        line.contains("url(")
            && !line.contains("url(#")
            && !line.trim_start().starts_with("@import")
    };
    if file.contains('/') && text.lines().any(moves) {
        return Err(Failure::new(
            format_args!("static/styles/{file} holds url(…), whose meaning changes when bundled"),
            "move that rule to a file directly in static/styles",
        ));
    }
    Ok(())
}

fn unreadable(file: &str, line: &str) -> Failure {
    Failure::new(
        format_args!("static/styles/{file}: cannot read `{line}`"),
        "write @import \"file.css\" layer(name); on a line of its own",
    )
}

/// Removes `/* … */` outside of strings.
fn without_comments(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(at) = rest.find(['"', '\'', '/']) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        rest = if let Some(comment) = from.strip_prefix("/*") {
            comment.split_once("*/").map_or("", |(_, after)| after)
        } else {
            let length = token(from);
            out.push_str(&from[..length]);
            &from[length..]
        };
    }
    out + rest
}

/// The length of the string at the start of the text, or of the one character there.
fn token(text: &str) -> usize {
    let quote = text.as_bytes()[0];
    if quote == b'/' {
        return 1;
    }
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            _ if byte == quote => return at + 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(files: &[(&str, &str)], expected: &str) {
        assert_eq!(bundled(files).unwrap(), expected);
    }

    fn bundled(files: &[(&str, &str)]) -> Result<String, Failure> {
        bundle("app.css", &|name| {
            let found = files.iter().find(|(file, _)| *file == name);
            found
                .map(|(_, text)| (*text).to_owned())
                .ok_or_else(|| Failure::new(format_args!("{name} is missing"), "write it"))
        })
    }

    #[test]
    fn a_layered_import_becomes_a_layer() {
        check(
            &[
                ("app.css", "@layer a, b;\n@import \"x.css\" layer(a);\n"),
                ("x.css", "p { top: 0 }"),
            ],
            "@layer a, b;\n@layer a {\np { top: 0 }\n}\n",
        );
    }

    #[test]
    fn imports_are_followed_from_the_folder_of_the_file_that_holds_them() {
        check(
            &[
                ("app.css", "@import 'parts/all.css' layer(parts);"),
                (
                    "parts/all.css",
                    "@import url(\"./one.css\");\n@import \"../base.css\" print;",
                ),
                ("parts/one.css", "i{}"),
                ("base.css", "b{}"),
            ],
            "@layer parts {\ni{}\n@media print {\nb{}\n}\n}\n",
        );
    }

    #[test]
    fn comments_and_indentation_go_and_strings_stay() {
        check(
            &[(
                "app.css",
                "/* a */\nq {\n  content: \"/* b */\";/* c\n d */\n}\n",
            )],
            "q {\ncontent: \"/* b */\";\n}\n",
        );
    }

    #[test]
    fn a_quote_inside_a_string_does_not_end_it() {
        check(
            &[("app.css", r#"q{content:"\"/*"}"#)],
            "q{content:\"\\\"/*\"}\n",
        );
    }

    #[test]
    fn an_import_of_another_site_is_refused() {
        let failure = bundled(&[("app.css", "@import \"https://x.example/a.css\";")]).unwrap_err();
        assert!(failure.to_string().contains("cannot read"), "{failure}");
    }

    #[test]
    fn a_circle_is_refused() {
        let failure = bundled(&[("app.css", "@import \"app.css\";")]).unwrap_err();
        assert!(failure.to_string().contains("in a circle"), "{failure}");
    }

    #[test]
    fn a_missing_file_is_named() {
        let failure = bundled(&[("app.css", "@import \"gone.css\";")]).unwrap_err();
        assert!(
            failure.to_string().contains("gone.css is missing"),
            "{failure}"
        );
    }

    #[test]
    fn an_address_that_would_change_its_meaning_is_refused() {
        let files = [
            ("app.css", "@import \"a/b.css\";"),
            ("a/b.css", "p{background:url(c.svg)}"),
        ];
        assert!(bundled(&files).unwrap_err().to_string().contains("url("));
    }
}
