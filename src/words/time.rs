//! Spans of time in words, from whole seconds.
//!
//! Always the long units: a screen reader says "42m" as forty-two metres. Remaining time is
//! rounded down, because a session that ends a moment later than promised disappoints nobody.

use super::language::spoken;
use super::{Gap, words};

/// A unit of time that a language names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Seconds.
    Second,
    /// Minutes.
    Minute,
    /// Hours.
    Hour,
    /// Days.
    Day,
}

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;

/// A span in long words, rounded down: `12 seconds`, `42 minutes`, `1 hour 5 minutes`, `3 days`.
#[must_use]
pub fn span(seconds: u64) -> String {
    let minutes = seconds % HOUR / MINUTE;
    match seconds {
        0..MINUTE => amount(seconds, Unit::Second),
        MINUTE..HOUR => amount(minutes, Unit::Minute),
        HOUR..DAY if minutes > 0 => {
            let mut both = amount(seconds / HOUR, Unit::Hour);
            both.push(' ');
            both.push_str(&amount(minutes, Unit::Minute));
            both
        }
        HOUR..DAY => amount(seconds / HOUR, Unit::Hour),
        DAY.. => amount(seconds / DAY, Unit::Day),
    }
}

/// A moment ahead: `in 42 minutes`, or `now`.
#[must_use]
pub fn until(seconds: u64) -> String {
    let time = words().time;
    match seconds {
        0 => time.now.say().to_owned(),
        _ => time.ahead.fill(&[as_gap(&span(seconds))]),
    }
}

/// A moment past: `12 seconds ago`, or `just now`.
#[must_use]
pub fn since(seconds: u64) -> String {
    let time = words().time;
    match seconds {
        0 => time.just_now.say().to_owned(),
        _ => time.past.fill(&[as_gap(&span(seconds))]),
    }
}

/// What is left, for an announcement: `5 minutes left`.
#[must_use]
pub fn left(seconds: u64) -> String {
    words().time.left.fill(&[as_gap(&span(seconds))])
}

/// A moment, in milliseconds since 1970, as a clock on the wall shows it here and in UTC, where the
/// language that is spoken has a way of its own.
#[must_use]
pub fn clock_times(wall: u64) -> Option<[String; 2]> {
    spoken().and_then(|language| language.clock_times(wall))
}

/// A clock time, local and in UTC: `14:05, UTC 13:05`, or `13:05 UTC` where the two are one.
///
/// `local` and `utc` are clock times as the browser has them; empty where it has none.
#[must_use]
pub fn clock(local: &str, utc: &str) -> String {
    let time = words().time;
    let phrase = if local == utc {
        &time.clock_utc
    } else {
        &time.clock
    };
    let gaps = [("local", local), ("utc", utc)].map(|(name, value)| Gap { name, value });
    phrase.fill(&gaps)
}

/// A relative time with the clock beside it, as text and not on hover:
/// `in 42 minutes (14:05, UTC 13:05)`. For `local` and `utc` see [`clock`].
#[must_use]
pub fn with_clock(relative: &str, local: &str, utc: &str) -> String {
    let clock = clock(local, utc);
    let gaps = [("relative", relative), ("clock", &clock)].map(|(name, value)| Gap { name, value });
    match words().time.with_clock.fill(&gaps) {
        filled if filled.is_empty() => relative.to_owned(),
        filled => filled,
    }
}

/// An amount in the language that is spoken; in English where it does not say.
#[must_use]
pub fn amount(count: u64, unit: Unit) -> String {
    let said = spoken().and_then(|language| language.amount(count, unit));
    said.unwrap_or_else(|| (words().amount)(count, unit))
}

fn as_gap(span: &str) -> Gap<'_> {
    Gap {
        name: "span",
        value: span,
    }
}

#[cfg(test)]
mod tests {
    use super::{clock, left, since, span, until, with_clock};

    #[test]
    fn a_span_uses_the_largest_unit_that_fits() {
        let cases = [
            (0, "0 seconds"),
            (1, "1 second"),
            (59, "59 seconds"),
            (60, "1 minute"),
            (119, "1 minute"),
            (2_520, "42 minutes"),
            (3_599, "59 minutes"),
            (3_600, "1 hour"),
            (3_659, "1 hour"),
            (5_400, "1 hour 30 minutes"),
            (7_260, "2 hours 1 minute"),
            (86_399, "23 hours 59 minutes"),
            (86_400, "1 day"),
            (259_200, "3 days"),
        ];
        for (seconds, expected) in cases {
            assert_eq!(span(seconds), expected);
        }
    }

    #[test]
    fn moments_are_told_relative_to_now() {
        assert_eq!(until(2_520), "in 42 minutes");
        assert_eq!(until(60), "in 1 minute");
        assert_eq!(until(0), "now");
        assert_eq!(since(12), "12 seconds ago");
        assert_eq!(since(0), "just now");
        assert_eq!(left(300), "5 minutes left");
    }

    #[test]
    fn the_largest_number_of_seconds_is_no_problem() {
        assert!(until(u64::MAX).ends_with(" days"));
    }

    #[test]
    fn the_clock_stands_beside_the_relative_time() {
        assert_eq!(
            with_clock("in 42 minutes", "14:05", "13:05"),
            "in 42 minutes (14:05, UTC 13:05)"
        );
        assert_eq!(with_clock("in 42 minutes", "", ""), "in 42 minutes");
    }

    #[test]
    fn a_time_that_is_the_same_in_utc_is_said_once() {
        assert_eq!(clock("14:05", "13:05"), "14:05, UTC 13:05");
        assert_eq!(clock("16:18", "16:18"), "16:18 UTC");
        assert_eq!(with_clock("now", "16:18", "16:18"), "now (16:18 UTC)");
    }
}
