//! What a page does once somebody is signed in: nothing yet, but there is the place for it.

use sell_elements::words::catalogue::CodeNotes;

/// Its name.
pub(super) const HANDLER: &str = "onSignedIn";

/// The function, in JavaScript.
pub(super) fn write(notes: &CodeNotes) -> String {
    format!(
        "const {HANDLER} = () => {{\n  // {}\n}};\n",
        notes.signed_in
    )
}
