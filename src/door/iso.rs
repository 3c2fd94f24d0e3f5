//! Moments as ISO 8601 in UTC.

/// Days from 0000-03-01 to 1970-01-01 in the proleptic Gregorian calendar.
const EPOCH_DAYS: u64 = 719_468;

/// Days of 400 years.
const ERA_DAYS: u64 = 146_097;

/// A moment, in milliseconds since 1970, to the second: `2026-11-26T13:05:09Z`.
#[must_use]
pub fn iso(milliseconds: u64) -> String {
    let seconds = milliseconds / 1000;
    let (year, month, day) = civil(seconds / 86_400);
    let rest = seconds % 86_400;
    let mut text = String::with_capacity("2026-11-26T13:05:09Z".len());
    for (number, digits, behind) in [
        (year, 4, '-'),
        (month, 2, '-'),
        (day, 2, 'T'),
        (rest / 3600, 2, ':'),
        (rest / 60 % 60, 2, ':'),
        (rest % 60, 2, 'Z'),
    ] {
        append(&mut text, number, digits);
        text.push(behind);
    }
    text
}

/// Appends a number with at least so many digits. Not by way of formatting, which programs without
/// views have no other use for.
fn append(text: &mut String, number: u64, digits: usize) {
    let number = number.to_string();
    for _ in number.len()..digits {
        text.push('0');
    }
    text.push_str(&number);
}

/// Year, month and day of a day counted from 1970. Years are counted from March, so that the leap
/// day is the last of its year.
fn civil(days: u64) -> (u64, u64, u64) {
    let days = days + EPOCH_DAYS;
    let (era, day) = (days / ERA_DAYS, days % ERA_DAYS);
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = 400 * era + year + u64::from(month <= 2);
    (year, month, day)
}

#[cfg(test)]
mod tests {
    use super::iso;

    #[test]
    fn moments_are_written_in_utc() {
        for (seconds, expected) in [
            (0, "1970-01-01T00:00:00Z"),
            (951_782_399, "2000-02-28T23:59:59Z"),
            (951_782_400, "2000-02-29T00:00:00Z"),
            (1_760_000_000, "2025-10-09T08:53:20Z"),
            (4_107_542_400, "2100-03-01T00:00:00Z"),
            (253_402_300_799, "9999-12-31T23:59:59Z"),
            (253_402_300_800, "10000-01-01T00:00:00Z"),
        ] {
            assert_eq!(iso(seconds * 1000 + 999), expected);
        }
    }
}
