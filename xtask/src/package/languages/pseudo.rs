//! Two languages that nobody speaks, to see whether a page has room for one.
//!
//! Their tags are those that the Unicode CLDR gives to such languages. Gaps stay as they are.

/// Letters with marks above and below, for words that stay readable.
const ACCENTED: [(char, char); 14] = [
    ('a', 'å'),
    ('c', 'ç'),
    ('e', 'é'),
    ('i', 'î'),
    ('n', 'ñ'),
    ('o', 'ö'),
    ('s', 'š'),
    ('t', 'ţ'),
    ('u', 'û'),
    ('y', 'ý'),
    ('A', 'Å'),
    ('C', 'Ç'),
    ('E', 'É'),
    ('S', 'Š'),
];

/// A letter that runs from right to left for each from `a` to `z`.
const MIRRORED: &str = "ابتثجحخدذرزسشصضطظعغفقكلمنه";

/// Of a hundred characters of English, how many more another language may need.
const MORE: usize = 40;

/// Longer by two fifths, accented, and in brackets, which tell a text that was cut off.
pub(super) fn longer(english: &str) -> String {
    let accented = outside_gaps(english.trim(), |letter| {
        let found = ACCENTED.iter().find(|(plain, _)| *plain == letter);
        found.map_or(letter, |(_, accented)| *accented)
    });
    let more = (english.chars().count() * MORE).div_ceil(100);
    let filling: String = "löñg ".chars().cycle().take(more).collect();
    let longer = format!("[{accented} {}]", filling.trim_end());
    english.replace(english.trim(), &longer)
}

/// In letters that run from right to left.
pub(super) fn mirrored(english: &str) -> String {
    outside_gaps(english, |letter| {
        let place = ('a'..='z').position(|plain| plain == letter.to_ascii_lowercase());
        let mirrored = place.and_then(|place| MIRRORED.chars().nth(place));
        mirrored.unwrap_or(letter)
    })
}

/// The text with each of its letters changed, but for the names of its gaps.
fn outside_gaps(text: &str, change: impl Fn(char) -> char) -> String {
    let mut inside = false;
    let changed = text.chars().map(|letter| {
        inside = (inside || letter == '{') && letter != '}';
        if inside { letter } else { change(letter) }
    });
    changed.collect()
}

#[cfg(test)]
mod tests {
    use super::{longer, mirrored};

    #[test]
    fn a_longer_text_has_two_fifths_more_and_its_gaps() {
        assert_eq!(longer("Run {call}"), "[Rûñ {call} löñg]");
        assert_eq!(longer(" or "), " [ör lö] ");
        let text = "Sign in to Sell";
        assert!(longer(text).chars().count() * 100 >= text.len() * 140);
    }

    #[test]
    fn a_mirrored_text_has_no_letter_of_ours_but_in_its_gaps() {
        let text = mirrored("Zap {call}, then stop.");
        assert!(text.contains("{call}"), "{text}");
        let rest = text.replace("{call}", "");
        assert!(
            !rest.contains(|letter: char| letter.is_ascii_alphabetic()),
            "{text}"
        );
    }
}
