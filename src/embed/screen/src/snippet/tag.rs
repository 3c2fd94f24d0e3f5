//! One tag with its attributes, in one line where it fits.

/// Columns that a line may have before its attributes get lines of their own.
const WIDEST: usize = 76;

/// Where a tag begins, and how much deeper its attributes do, in columns.
#[derive(Debug, Clone, Copy)]
pub(super) struct Indent(pub(super) usize, pub(super) usize);

/// A tag. `closing` is what ends it, such as ` />` behind the last attribute.
pub(super) fn tag(indent: Indent, name: &str, attributes: &[String], closing: &str) -> String {
    let Indent(left, deeper) = indent;
    let (space, step) = (" ".repeat(left), " ".repeat(deeper));
    let line = [&[name.to_owned()], attributes].concat().join(" ");
    let line = format!("{space}<{line}{closing}");
    if line.len() <= WIDEST && attributes.len() < 4 {
        return line + "\n";
    }
    let mut out = format!("{space}<{name}\n");
    for attribute in attributes {
        out.extend([&space, &step, attribute.as_str(), "\n"]);
    }
    out + &space + closing.trim_start() + "\n"
}

/// Tags as one: JSX and `html!` want several of them in a fragment.
pub(super) fn in_one(count: usize, indent: Indent, write: impl FnOnce(Indent) -> String) -> String {
    if count < 2 {
        return write(indent);
    }
    let Indent(left, deeper) = indent;
    let (space, inner) = (" ".repeat(left), write(Indent(left + deeper, deeper)));
    format!("{space}<>\n{inner}{space}</>\n")
}

#[cfg(test)]
mod tests {
    use super::{Indent, in_one, tag};

    #[test]
    fn only_several_tags_need_a_fragment() {
        let written = |count| {
            in_one(count, Indent(1, 2), |indent| {
                tag(indent, "x", &[], " />").repeat(count)
            })
        };
        assert_eq!(written(1), " <x />\n");
        assert_eq!(written(2), " <>\n   <x />\n   <x />\n </>\n");
    }

    #[test]
    fn a_tag_that_is_too_long_has_a_line_for_each_attribute() {
        let short = ["a=\"1\"".to_owned()];
        assert_eq!(tag(Indent(2, 2), "x", &short, " />"), "  <x a=\"1\" />\n");
        let long = [format!("a=\"{}\"", "1".repeat(80)), "b".to_owned()];
        let expected = format!("<x\n  {}\n  b\n/>\n", long[0]);
        assert_eq!(tag(Indent(0, 2), "x", &long, " />"), expected);
    }
}
