//! A native button in one of four looks.

use yew::Callback;

use super::element::{Element, el};

/// The look of a button.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    /// The one thing this screen is for; at most one on a screen.
    Primary,
    /// Anything else.
    #[default]
    Plain,
    /// Ends or destroys something.
    Danger,
    /// Reads like a link, acts like a button.
    Link,
}

impl Kind {
    const fn class(self) -> &'static str {
        match self {
            Self::Primary => "sell-button sell-button-primary",
            Self::Plain => "sell-button",
            Self::Danger => "sell-button sell-button-danger",
            Self::Link => "sell-button sell-button-link",
        }
    }
}

/// A button by its look, its visible name (a verb and its result) and what it does. It never
/// submits a form. One that is `busy` keeps the focus and takes no second press; one that is not
/// available at all gets the flag `disabled`.
pub fn button(kind: Kind, label: &str, busy: bool, on_press: Callback<()>) -> Element {
    let on_press = if busy { Callback::noop() } else { on_press };
    el("button[type=button]")
        .attr("class", kind.class())
        .attr_if("aria-disabled", busy.then_some("true"))
        .on_click(on_press)
        .text(label)
}

/// An ordinary button.
pub fn plain_button(label: &str, on_press: Callback<()>) -> Element {
    button(Kind::Plain, label, false, on_press)
}

#[cfg(test)]
mod tests {
    use super::{Kind, button};

    #[test]
    fn a_busy_button_says_so_and_stays_in_reach_of_the_keyboard() {
        let busy = button(Kind::Primary, "Go", true, yew::Callback::noop()).markup();
        assert!(busy.contains(r#"aria-disabled="true""#), "{busy}");
        assert!(!busy.contains(" disabled"), "{busy}");
        assert!(busy.starts_with(r#"<button type="button""#), "{busy}");
    }
}
