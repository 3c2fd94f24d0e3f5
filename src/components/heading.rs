//! A heading of a level that is known only when it is drawn.

use super::element::Element;

/// A heading. Levels beyond HTML's six become the nearest.
pub(super) fn heading(level: u8) -> Element {
    Element::new(tag(level))
}

const fn tag(level: u8) -> &'static str {
    match level {
        0 | 1 => "h1",
        2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    }
}

#[cfg(test)]
mod tests {
    use super::tag;

    #[test]
    fn a_level_that_html_does_not_have_becomes_the_nearest() {
        assert_eq!(tag(0), "h1");
        assert_eq!(tag(3), "h3");
        assert_eq!(tag(200), "h6");
    }
}
