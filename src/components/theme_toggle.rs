//! Light, dark, or as the system has it.

use yew::Callback;

use super::element::{Element, el};
use crate::words::words;

/// A theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the system has it.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// Every theme, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// The value of `data-theme` on the root element, and of what is remembered.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of this name; anything else is as the system has it.
    #[must_use]
    pub fn parse(name: &str) -> Self {
        let found = Self::ALL.into_iter().find(|theme| theme.as_str() == name);
        found.unwrap_or_default()
    }

    fn label(self) -> &'static str {
        let frame = words().frame;
        match self {
            Self::Auto => frame.theme_auto.say(),
            Self::Light => frame.theme_light.say(),
            Self::Dark => frame.theme_dark.say(),
        }
    }
}

/// Three radio buttons in one strip; `on_theme` gives what happens when one is chosen.
pub fn theme_toggle(theme: Theme, on_theme: &dyn Fn(Theme) -> Callback<()>) -> Element {
    let mut strip =
        el("fieldset.sell-theme").child(el("legend.sell-spoken").word(words().frame.theme));
    for offered in Theme::ALL {
        let choice = el("input[type=radio][name=sell-theme]")
            .checked(offered == theme)
            .on_change(on_theme(offered));
        strip = strip.child(
            el("label")
                .key(offered.as_str())
                .child(choice)
                .child(el("span").text(offered.label())),
        );
    }
    strip
}

#[cfg(test)]
mod tests {
    use super::Theme;

    #[test]
    fn every_theme_is_found_again_by_its_name() {
        for theme in Theme::ALL {
            assert_eq!(Theme::parse(theme.as_str()), theme);
        }
    }

    #[test]
    fn a_name_that_is_no_theme_follows_the_system() {
        assert_eq!(Theme::parse("sepia"), Theme::Auto);
        assert_eq!(Theme::parse(""), Theme::Auto);
    }
}
