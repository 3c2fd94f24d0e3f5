//! What a page needs that speaks another language: the list of all texts, and two languages to try.

mod pseudo;
mod texts;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;

use super::pretty;
use crate::failure::Failure;

/// A text in another language, made from its English wording.
type Speak = fn(&str) -> String;

/// The languages to try.
const TO_TRY: [(&str, Speak); 2] = [("en-XA", pseudo::longer), ("ar-XB", pseudo::mirrored)];

/// The files by their paths.
pub(super) fn files() -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let texts = texts::all()?;
    let english = in_words(&texts, str::to_owned);
    let mut files = vec![("languages/en.json".to_owned(), pretty(&english)?)];
    for (tag, speak) in TO_TRY {
        let texts = json!(in_words(&texts, speak));
        let script = format!("export default {texts};\n");
        files.push((format!("languages/{tag}.js"), script.into_bytes()));
    }
    Ok(files)
}

fn in_words(texts: &BTreeSet<String>, speak: Speak) -> BTreeMap<&str, String> {
    let pairs = texts.iter().map(|text| (text.as_str(), speak(text)));
    pairs.collect()
}
