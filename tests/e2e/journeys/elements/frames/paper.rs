//! docs/embedding-matrix.md: a section for each engine, written by its own run.

use std::fs;
use std::path::Path;

use sell_journeys::{Engine, Outcome};

const HEAD: &str = "# Where the elements can sign a person in

Written by the journeys `the_matrix_of_surroundings_is_as_written`, `the_matrix_in_firefox_is_as_written` and
`the_matrix_in_webkit_is_as_written`, in the browsers as they ship, against the sandbox. A frame never goes to
Sell itself: there a sign-in always opens a window. \"Another site\" is another host name, so the frame's storage
is a partition of its own. The field for pasting is that of `<sell-sign-in>`; the headless door has none, and
its sign-in ends there as `cancelled`. Surroundings that an engine's driver cannot bring about are not in its table.
";

const ENGINES: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::WebKit];

/// Fails where the section of an engine says something else than these rows, after writing it anew.
pub(super) fn compare(engine: Engine, rows: &str) -> Outcome {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/embedding-matrix.md");
    let before = fs::read_to_string(&file).unwrap_or_default();
    let after = with_section(&before, engine, rows);
    if before == after {
        return Ok(());
    }
    fs::write(&file, after)?;
    Err("docs/embedding-matrix.md said something else; it is rewritten: read what changed".into())
}

fn with_section(text: &str, engine: Engine, rows: &str) -> String {
    ENGINES.iter().fold(HEAD.to_owned(), |paper, each| {
        let rows = if *each == engine {
            rows
        } else {
            section(text, *each)
        };
        let name = each.name();
        paper + "\n## " + name + "\n\n" + TABLE + rows
    })
}

const TABLE: &str =
    "| Surroundings | Pressing the button | Where the token is kept |\n|---|---|---|\n";

/// The rows that a text has for an engine.
fn section(text: &str, engine: Engine) -> &str {
    let start = ["\n## ", engine.name(), "\n\n", TABLE].concat();
    let rest = text.split_once(&start).map_or("", |(_, rest)| rest);
    rest.split_once("\n## ").map_or(rest, |(rows, _)| rows)
}

#[test]
fn a_section_is_written_anew_and_the_others_stay() {
    let first = with_section("", Engine::Firefox, "| a | b | c |\n");
    let second = with_section(&first, Engine::WebKit, "| d | e | f |\n");
    assert_eq!(section(&second, Engine::Firefox), "| a | b | c |\n");
    assert_eq!(section(&second, Engine::WebKit), "| d | e | f |\n");
    assert_eq!(
        with_section(&second, Engine::WebKit, "| d | e | f |\n"),
        second
    );
}
