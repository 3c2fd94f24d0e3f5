//! Rust text, read as far as a boundary needs: what is code, what is only a test, which paths.

use std::ops::Range;

/// The code of a file: comments and the contents of texts become blanks, tests are left out.
pub(crate) fn code_of(source: &str) -> String {
    let bare = blanked(source);
    cut(&bare, &tests_in(&bare))
}

/// The file without its tests, comments and texts included.
pub(crate) fn without_tests(source: &str) -> String {
    cut(source, &tests_in(&blanked(source)))
}

/// The top modules of the crate that a piece of code names, for code `depth` modules deep.
pub(crate) fn modules_named(code: &str, depth: usize) -> Vec<String> {
    let upwards = "super::".repeat(depth);
    let code: String = code.split_whitespace().collect::<Vec<_>>().join(" ");
    let code = code.replace(" ::", "::").replace(":: ", "::");
    let mut starts = vec!["crate::", "sell_elements::"];
    if depth > 0 {
        starts.push(&upwards);
    }
    let mut named = Vec::new();
    for start in starts {
        for (place, _) in code.match_indices(start) {
            let continues =
                code[..place].ends_with(|last: char| last.is_alphanumeric() || "_:".contains(last));
            if !continues {
                named.extend(heads(&code[place + start.len()..]));
            }
        }
    }
    named
}

/// Whether a word stands in the text, by itself or as the beginning of a longer name
/// (`yew`, `yew::html`, `yew_router`), and not inside of another word.
pub(crate) fn names(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(place, _)| {
        let before = text[..place].chars().next_back();
        let after = text[place + word.len()..].chars().next();
        !before.is_some_and(|c| c.is_alphanumeric() || c == '_')
            && !after.is_some_and(char::is_alphanumeric)
    })
}

/// The first names of `a::b`, or of each part of `{a::b, c}`.
fn heads(path: &str) -> Vec<String> {
    let Some(group) = path.strip_prefix('{') else {
        return vec![
            path.chars()
                .take_while(|c| c.is_alphanumeric() || "_*".contains(*c))
                .collect(),
        ];
    };
    let mut depth = 0_u32;
    let mut parts = vec![String::new()];
    for sign in group.chars() {
        match sign {
            '}' if depth == 0 => break,
            ',' if depth == 0 => parts.push(String::new()),
            _ => {
                depth = depth + u32::from(sign == '{') - u32::from(sign == '}');
                if let Some(part) = parts.last_mut() {
                    part.push(sign);
                }
            }
        }
    }
    parts
        .iter()
        .flat_map(|part| heads(part.trim()))
        .filter(|head| !head.is_empty())
        .collect()
}

fn cut(text: &str, ranges: &[Range<usize>]) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut from = 0;
    for range in ranges {
        kept.push_str(&text[from..range.start.max(from)]);
        from = from.max(range.end);
    }
    kept.push_str(&text[from..]);
    kept
}

/// Where the items behind `#[cfg(test)]`, `#[cfg(all(test, …))]` and `#[test]` lie.
fn tests_in(bare: &str) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for start in ["#[cfg(test)]", "#[cfg(all(test", "#[test]"] {
        for (place, _) in bare.match_indices(start) {
            ranges.push(place..end_of_item(bare, place));
        }
    }
    ranges.sort_by_key(|range| range.start);
    ranges
}

/// An item ends at its semicolon, or where its first brace is closed.
fn end_of_item(bare: &str, start: usize) -> usize {
    let mut depth = 0_usize;
    for (place, sign) in bare[start..].char_indices() {
        match sign {
            ';' if depth == 0 => return start + place + 1,
            '{' => depth += 1,
            '}' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return start + place + 1;
                }
            }
            _ => {}
        }
    }
    bare.len()
}

/// The same text, byte for byte as long, with blanks for comments and the contents of texts.
fn blanked(source: &str) -> String {
    let mut kept = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        let (length, is_code) = piece(rest, first, kept.chars().next_back());
        if is_code {
            kept.push_str(&rest[..length]);
        } else {
            kept.extend(
                rest[..length]
                    .bytes()
                    .map(|byte| if byte == b'\n' { '\n' } else { ' ' }),
            );
        }
        rest = &rest[length..];
    }
    kept
}

/// How long the next piece is, and whether it is code.
fn piece(rest: &str, first: char, before: Option<char>) -> (usize, bool) {
    let in_name = before.is_some_and(|c| c.is_alphanumeric() || c == '_');
    if rest.starts_with("//") {
        (rest.find('\n').unwrap_or(rest.len()), false)
    } else if rest.starts_with("/*") {
        (rest.find("*/").map_or(rest.len(), |end| end + 2), false)
    } else if let Some(hashes) = raw_text(rest).filter(|_| !in_name) {
        let closing = format!("\"{}", "#".repeat(hashes));
        let opening = hashes + 2;
        let end = rest[opening..]
            .find(&closing)
            .map_or(rest.len(), |end| opening + end + closing.len());
        (end, false)
    } else if first == '"' {
        (quoted(rest, '"'), false)
    } else if first == '\'' && is_character(rest) {
        (quoted(rest, '\''), false)
    } else {
        (first.len_utf8(), true)
    }
}

/// The number of `#` of a raw text that begins here.
fn raw_text(rest: &str) -> Option<usize> {
    let after = rest.strip_prefix('r')?;
    let hashes = after.bytes().take_while(|byte| *byte == b'#').count();
    after[hashes..].starts_with('"').then_some(hashes)
}

/// A quotation mark that begins a character and no lifetime.
fn is_character(rest: &str) -> bool {
    let mut signs = rest.chars().skip(1);
    match signs.next() {
        Some('\\') => true,
        Some(_) => signs.next() == Some('\''),
        None => false,
    }
}

fn quoted(rest: &str, quote: char) -> usize {
    let mut escaped = false;
    for (place, sign) in rest.char_indices().skip(1) {
        match sign {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if sign == quote => return place + sign.len_utf8(),
            _ => {}
        }
    }
    rest.len()
}
