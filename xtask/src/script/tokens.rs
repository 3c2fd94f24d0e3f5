//! Telling apart words, texts and signs (ECMA-262 §12).

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A name, a keyword or a number.
    Word,
    /// A string, a template or a regular expression.
    Text,
    /// Punctuation.
    Sign,
}

/// A piece of the script.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token<'a> {
    pub(crate) kind: Kind,
    pub(crate) text: &'a str,
    /// Whether a line ends between the token before and this one.
    pub(crate) on_new_line: bool,
}

/// Signs of several characters whose parts would mean something else; the longer ones first.
const LONG_SIGNS: &[&str] = &["...", "=>", "?.", "++", "--"];
/// Words after which a value begins, so that `/` opens a regular expression.
const BEFORE_VALUES: &[&str] = &[
    "return", "typeof", "in", "of", "delete", "void", "throw", "new",
];
/// The tokens of a script, without its comments. The error says what cannot be read.
pub(crate) fn read(script: &str) -> Result<Vec<Token<'_>>, String> {
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let mut rest = script;
    let mut on_new_line = false;
    while let Some(first) = rest.chars().next() {
        if let Some((blank, ends_line)) = blank(rest)? {
            on_new_line |= ends_line;
            rest = &rest[blank..];
            continue;
        }
        let (kind, length) = match first {
            '\'' | '"' => (Kind::Text, text(rest, first)?),
            '`' => (Kind::Text, template(rest)?),
            '/' if value_may_begin(tokens.last()) => (Kind::Text, pattern(rest)?),
            _ if is_word(first) => (Kind::Word, word(rest)),
            _ => (Kind::Sign, sign(rest)),
        };
        let (text, after) = rest.split_at(length);
        tokens.push(Token {
            kind,
            text,
            on_new_line,
        });
        on_new_line = false;
        rest = after;
    }
    Ok(tokens)
}

/// Whether a word behind this token names a property.
pub(crate) fn is_property(before: Option<&Token<'_>>) -> bool {
    before.is_some_and(|token| matches!(token.text, "." | "?."))
}

/// The length of a space or a comment, and whether a line ends in it.
fn blank(rest: &str) -> Result<Option<(usize, bool)>, String> {
    if rest.starts_with("//") {
        return Ok(Some((rest.find('\n').unwrap_or(rest.len()), false)));
    }
    if let Some(comment) = rest.strip_prefix("/*") {
        let length = comment.find("*/").ok_or("a comment without an end")?;
        return Ok(Some((length + 4, comment[..length].contains('\n'))));
    }
    let first = rest.chars().next().filter(|c| c.is_whitespace());
    Ok(first.map(|space| (space.len_utf8(), space == '\n')))
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '$'
}

fn word(rest: &str) -> usize {
    rest.find(|c| !is_word(c)).unwrap_or(rest.len())
}

fn sign(rest: &str) -> usize {
    let long = LONG_SIGNS.iter().find(|sign| rest.starts_with(**sign));
    long.map_or_else(
        || rest.chars().next().map_or(0, char::len_utf8),
        |sign| sign.len(),
    )
}

/// The length of a string in these quotes.
fn text(rest: &str, quote: char) -> Result<usize, String> {
    closed(rest, |c, _| c == quote).ok_or_else(|| "a string without an end".to_owned())
}

/// The length of a template, whose values must be free of braces and of templates.
fn template(rest: &str) -> Result<usize, String> {
    let mut at = 1;
    loop {
        let inner = &rest[at..];
        let next = inner
            .find(['`', '\\', '$'])
            .ok_or("a template without an end")?;
        let from = &inner[next..];
        at += next
            + match from.as_bytes() {
                [b'`', ..] => return Ok(at + next + 1),
                [b'$', b'{', ..] => value(from)?,
                [b'\\', ..] => 1 + from[1..].chars().next().map_or(0, char::len_utf8),
                _ => 1,
            };
    }
}

/// The length of `${…}`.
fn value(from: &str) -> Result<usize, String> {
    let end = from.find('}').ok_or("a template without an end")?;
    if from[2..end].contains(['`', '{', '"', '\'']) {
        return Err(format!("`{}` in a template", &from[..=end]));
    }
    Ok(end + 1)
}

/// The length of a regular expression with its flags. A slash in brackets does not end it.
fn pattern(rest: &str) -> Result<usize, String> {
    let closed = closed(rest, |c, in_brackets| c == '/' && !in_brackets);
    let end = closed.ok_or_else(|| "a regular expression without an end".to_owned())?;
    Ok(end + word(&rest[end..]))
}

/// The length up to and with the first unescaped character that closes, on the same line.
fn closed(rest: &str, closes: impl Fn(char, bool) -> bool) -> Option<usize> {
    let mut escaped = false;
    let mut in_brackets = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            '\n' => return None,
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if closes(c, in_brackets) => return Some(at + c.len_utf8()),
            '[' => in_brackets = true,
            ']' => in_brackets = false,
            _ => {}
        }
    }
    None
}

fn value_may_begin(before: Option<&Token<'_>>) -> bool {
    before.is_none_or(|token| match token.kind {
        Kind::Word => BEFORE_VALUES.contains(&token.text),
        Kind::Text => false,
        Kind::Sign => !matches!(token.text, ")" | "]" | "}" | "++" | "--"),
    })
}
