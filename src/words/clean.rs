//! Text that strangers wrote, made fit to stand on our screen.
//!
//! Sell's error descriptions, owner names and scope names arrive through the address or a response
//! and may try to look like our own words: turn the reading direction, hide characters, or push
//! everything else off the screen. They are shown as text only, quoted, and cleaned here first.

/// The most characters of foreign text that we show.
pub const LONGEST: usize = 300;

/// `text` without control and direction characters, white space folded, cut after [`LONGEST`]
/// characters with `…` as the sign of the cut.
#[must_use]
pub fn clean(text: &str) -> String {
    let mut out = String::new();
    let mut shown = 0;
    let mut gap = false;
    for letter in text.chars() {
        if letter.is_whitespace() {
            gap = shown > 0;
        } else if !is_hidden(letter) {
            let wanted = 1 + usize::from(gap);
            if shown + wanted > LONGEST {
                out.push('…');
                break;
            }
            if gap {
                out.push(' ');
            }
            out.push(letter);
            shown += wanted;
            gap = false;
        }
    }
    out
}

/// Whether a character is there to steer the display and not to be read: controls, direction
/// marks, embeddings, overrides and isolates, zero-width spaces, and Unicode tags. The two joiners
/// stay: Persian and Indic words are misspelt without them.
fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{ad}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'
            | '\u{200e}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, clean};

    fn check(input: &str, expected: &str) {
        assert_eq!(clean(input), expected, "{input:?}");
    }

    #[test]
    fn ordinary_text_of_any_script_stays() {
        check(
            "The user denied the request.",
            "The user denied the request.",
        );
        check("Zugriff verweigert – später", "Zugriff verweigert – später");
        check("הגישה נדחתה", "הגישה נדחתה");
    }

    #[test]
    fn characters_that_turn_the_reading_direction_go() {
        check("safe\u{202e}gpj.exe\u{202c}", "safegpj.exe");
        check("\u{2066}a\u{2069}\u{200f}b\u{61c}", "ab");
    }

    #[test]
    fn control_and_invisible_characters_go() {
        check("a\u{0}b\u{1b}[31mc\u{7f}\u{9b}", "ab[31mc");
        check("a\u{200b}\u{feff}\u{ad}\u{e0041}b", "ab");
    }

    #[test]
    fn line_breaks_become_one_space_and_the_ends_are_trimmed() {
        check("\r\n one\t\n two \u{2028}three \n", "one two three");
    }

    #[test]
    fn markup_is_only_text() {
        check("<img onerror=alert(1)>", "<img onerror=alert(1)>");
    }

    #[test]
    fn long_text_is_cut_and_says_so() {
        let exact = "ä".repeat(LONGEST);
        check(&exact, &exact);
        let cut = clean(&"ä".repeat(LONGEST + 1));
        assert_eq!(cut.chars().count(), LONGEST + 1);
        assert!(cut.ends_with('…'));
    }

    #[test]
    fn a_megabyte_costs_no_more_than_what_is_shown() {
        assert!(clean(&"x ".repeat(500_000)).chars().count() <= LONGEST + 1);
    }
}
