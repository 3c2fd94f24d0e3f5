//! How one switch is read from text and shown as text.

use std::num::NonZeroU32;

/// A value a switch can hold: it reads its own text form, and lists what it would accept.
pub(crate) trait SwitchValue: Copy + Sized {
    /// The value for `text`, or `None` when `text` is not one of [`SwitchValue::allowed`].
    fn read(text: &str) -> Option<Self>;

    /// The text form, which [`SwitchValue::read`] takes back.
    fn text(self) -> String;

    /// Every accepted text, or a description where there are too many to list.
    fn allowed() -> &'static [&'static str];
}

/// Defines an enum whose variants are the words of a switch.
macro_rules! words {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name { $($(#[$doc])* $variant,)+ }

        impl $crate::switches::value::SwitchValue for $name {
            fn read(text: &str) -> Option<Self> {
                match text { $($word => Some(Self::$variant),)+ _ => None }
            }
            fn text(self) -> String {
                match self { $(Self::$variant => $word,)+ }.to_owned()
            }
            fn allowed() -> &'static [&'static str] { &[$($word),+] }
        }
    };
}
pub(crate) use words;

words! {
    /// A behaviour that is simply there or not.
    OnOff {
        /// The behaviour is shown.
        On = "on",
        /// The behaviour is left out.
        Off = "off",
    }
}

impl OnOff {
    /// Whether the switch is on.
    #[must_use]
    pub fn is_on(self) -> bool {
        self == Self::On
    }
}

/// How long an access token lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenTtl {
    /// This many seconds; 0 makes tokens that are dead on arrival.
    Seconds(u32),
    /// No end, as a personal access token has none.
    Never,
}

impl SwitchValue for TokenTtl {
    fn read(text: &str) -> Option<Self> {
        match text {
            "never" => Some(Self::Never),
            _ => text.parse().ok().map(Self::Seconds),
        }
    }
    fn text(self) -> String {
        match self {
            Self::Never => "never".to_owned(),
            Self::Seconds(seconds) => seconds.to_string(),
        }
    }
    fn allowed() -> &'static [&'static str] {
        &["a number of seconds from 0", "never"]
    }
}

/// A plain number of seconds.
impl SwitchValue for u32 {
    fn read(text: &str) -> Option<Self> {
        text.parse().ok()
    }
    fn text(self) -> String {
        self.to_string()
    }
    fn allowed() -> &'static [&'static str] {
        &["a number of seconds from 0"]
    }
}

impl SwitchValue for NonZeroU32 {
    fn read(text: &str) -> Option<Self> {
        text.parse().ok()
    }
    fn text(self) -> String {
        self.to_string()
    }
    fn allowed() -> &'static [&'static str] {
        &["a whole number from 1"]
    }
}

/// A header with a number of seconds, or no such header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SecondsHeader {
    /// The header is not sent.
    Off,
    /// The header is sent with this many seconds.
    Seconds(u32),
}

impl SwitchValue for SecondsHeader {
    fn read(text: &str) -> Option<Self> {
        match text {
            "off" => Some(Self::Off),
            _ => text.parse().ok().map(Self::Seconds),
        }
    }
    fn text(self) -> String {
        match self {
            Self::Off => "off".to_owned(),
            Self::Seconds(seconds) => seconds.to_string(),
        }
    }
    fn allowed() -> &'static [&'static str] {
        &["off", "a number of seconds from 0"]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_outside_the_list_is_not_a_value() {
        assert_eq!(OnOff::read("on"), Some(OnOff::On));
        assert_eq!(OnOff::read("ON"), None);
        assert_eq!(OnOff::read(""), None);
    }

    #[test]
    fn a_life_is_seconds_or_never() {
        assert_eq!(TokenTtl::read("never"), Some(TokenTtl::Never));
        assert_eq!(TokenTtl::read("0"), Some(TokenTtl::Seconds(0)));
        assert_eq!(TokenTtl::read("-1"), None);
        assert_eq!(TokenTtl::read("1h"), None);
    }

    #[test]
    fn a_rate_of_zero_is_refused() {
        assert_eq!(NonZeroU32::read("0"), None);
        assert_eq!(
            NonZeroU32::read("3").map(SwitchValue::text).as_deref(),
            Some("3")
        );
    }
}
