//! Changes to the JSON of a real answer: a field gone, of another kind, written twice.
//!
//! ```text
//! edit    = "drop:" pointer | "set:" pointer "=" raw | "double:" pointer "=" raw
//!         | "retype:" pointer | "bom" | "trailing:" raw
//! pointer = <RFC 6901; empty for the whole body>
//! raw     = <any text, JSON or not: it is written as it stands>
//! ```

use serde_json::Value;

/// One change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Edit {
    /// The field or item is gone.
    Drop(String),
    /// The field holds this instead; a new field when there is none.
    Set(String, String),
    /// The field is there twice: with its value, and then with this.
    Double(String, String),
    /// A number becomes a text and a text a number.
    Retype(String),
    /// A byte order mark before the body.
    Bom,
    /// This behind the body.
    Trailing(String),
}

/// The forms of an edit.
pub(super) const EDITS: &[&str] = &[
    "drop:<pointer>",
    "set:<pointer>=<raw>",
    "double:<pointer>=<raw>",
    "retype:<pointer>",
    "bom",
    "trailing:<raw>",
];

impl Edit {
    pub(super) fn read(text: &str) -> Option<Self> {
        if text == "bom" {
            return Some(Self::Bom);
        }
        let (kind, rest) = text.split_once(':')?;
        if kind == "trailing" {
            return Some(Self::Trailing(rest.to_owned()));
        }
        let (pointer, raw) = match rest.split_once('=') {
            Some((pointer, raw)) => (pointer, Some(raw.to_owned())),
            None => (rest, None),
        };
        let pointer = Some(pointer).filter(|text| text.is_empty() || text.starts_with('/'))?;
        let pointer = pointer.to_owned();
        match (kind, raw) {
            ("drop", None) if !pointer.is_empty() => Some(Self::Drop(pointer)),
            ("retype", None) => Some(Self::Retype(pointer)),
            ("set", Some(raw)) => Some(Self::Set(pointer, raw)),
            ("double", Some(raw)) if !pointer.is_empty() => Some(Self::Double(pointer, raw)),
            _ => None,
        }
    }
}

/// Changes `body`, in the order of the edits.
///
/// # Errors
///
/// When the body is not JSON or a pointer leads nowhere: the test that ordered the fault is
/// mistaken about the answer, and gets the sentence instead.
pub(super) fn apply(edits: &[Edit], body: &[u8]) -> Result<Vec<u8>, String> {
    let mut document = Document::read(body)?;
    let (mut before, mut behind) = ("", String::new());
    for edit in edits {
        match edit {
            Edit::Bom => before = "\u{feff}",
            Edit::Trailing(raw) => behind.push_str(raw),
            Edit::Drop(pointer) => document.drop_field(pointer)?,
            Edit::Retype(pointer) => retype(document.at(pointer)?),
            Edit::Set(pointer, raw) => document.set(pointer, raw.clone())?,
            Edit::Double(pointer, raw) => {
                let first = document.at(pointer)?.to_string();
                let name = Value::from(last(pointer).1);
                document.set(pointer, format!("{first},{name}:{raw}"))?;
            }
        }
    }
    Ok(format!("{before}{}{behind}", document.text()).into_bytes())
}

/// A JSON text some of whose values are not JSON.
struct Document {
    value: Value,
    /// The raw texts; the value holds a mark where each belongs.
    raws: Vec<String>,
}

impl Document {
    fn read(body: &[u8]) -> Result<Self, String> {
        let value = serde_json::from_slice(body);
        let value = value.map_err(|_| "the real answer is not JSON".to_owned())?;
        let raws = Vec::new();
        Ok(Self { value, raws })
    }

    fn at(&mut self, pointer: &str) -> Result<&mut Value, String> {
        let found = self.value.pointer_mut(pointer);
        found.ok_or_else(|| format!("the real answer has no `{pointer}`"))
    }

    fn drop_field(&mut self, pointer: &str) -> Result<(), String> {
        self.at(pointer)?;
        let (parent, name) = last(pointer);
        match self.at(parent)? {
            Value::Object(fields) => drop(fields.remove(&name)),
            Value::Array(items) => drop(name.parse().map(|index: usize| items.remove(index))),
            _ => {}
        }
        Ok(())
    }

    fn set(&mut self, pointer: &str, raw: String) -> Result<(), String> {
        let mark = Value::from(mark(self.raws.len()));
        self.raws.push(raw);
        if self.value.pointer(pointer).is_none() {
            let (parent, name) = last(pointer);
            if let Value::Object(fields) = self.at(parent)? {
                fields.insert(name, mark);
                return Ok(());
            }
        }
        *self.at(pointer)? = mark;
        Ok(())
    }

    fn text(&self) -> String {
        let mut text = self.value.to_string();
        for (index, raw) in self.raws.iter().enumerate() {
            text = text.replace(&Value::from(mark(index)).to_string(), raw);
        }
        text
    }
}

/// No answer holds such a text.
fn mark(index: usize) -> String {
    format!("\u{1}raw {index}\u{1}")
}

/// A pointer to the parent, and the unescaped name in it (RFC 6901 §4).
fn last(pointer: &str) -> (&str, String) {
    let (parent, name) = pointer.rsplit_once('/').unwrap_or(("", pointer));
    (parent, name.replace("~1", "/").replace("~0", "~"))
}

fn retype(value: &mut Value) {
    let retyped = match &*value {
        Value::String(text) => text.parse::<i64>().map_or(Value::from(1), Value::from),
        other => Value::from(other.to_string()),
    };
    *value = retyped;
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str = r#"{"a":1,"b":{"c":["x","2"]},"d/e":null}"#;

    fn edited(edits: &[&str]) -> Result<String, String> {
        let edits: Vec<_> = edits.iter().map(|text| Edit::read(text).unwrap()).collect();
        apply(&edits, BODY.as_bytes()).map(|bytes| String::from_utf8(bytes).unwrap())
    }

    #[test]
    fn each_edit_changes_its_place_and_no_other() {
        for (edits, expected) in [
            (&["drop:/a"][..], r#"{"b":{"c":["x","2"]},"d/e":null}"#),
            (&["drop:/b/c/0"], r#"{"a":1,"b":{"c":["2"]},"d/e":null}"#),
            (&["drop:/d~1e"], r#"{"a":1,"b":{"c":["x","2"]}}"#),
            (
                &["set:/a=1e400"],
                r#"{"a":1e400,"b":{"c":["x","2"]},"d/e":null}"#,
            ),
            (&["set:/z=[", "drop:/b"], r#"{"a":1,"d/e":null,"z":[}"#),
            (&["set:="], ""),
            (&["set:=null", "trailing: x"], "null x"),
            (&["double:/a=7", "drop:/b"], r#"{"a":1,"a":7,"d/e":null}"#),
            (
                &["retype:/a"],
                r#"{"a":"1","b":{"c":["x","2"]},"d/e":null}"#,
            ),
            (
                &["retype:/b/c/1"],
                r#"{"a":1,"b":{"c":["x",2]},"d/e":null}"#,
            ),
            (&["bom", "drop:/b", "drop:/d~1e"], "\u{feff}{\"a\":1}"),
        ] {
            assert_eq!(edited(edits).as_deref(), Ok(expected), "{edits:?}");
        }
    }

    #[test]
    fn an_edit_of_what_is_not_there_says_so() {
        for edit in [
            "drop:/x",
            "retype:/x",
            "double:/x=1",
            "set:/x/y=1",
            "set:/a/y=1",
        ] {
            assert!(edited(&[edit]).unwrap_err().contains("has no"), "{edit}");
        }
        let error = apply(&[Edit::Bom], b"<html>").unwrap_err();
        assert_eq!(error, "the real answer is not JSON");
    }

    #[test]
    fn a_text_of_no_known_form_is_no_edit() {
        for text in [
            "",
            "drop",
            "drop:",
            "drop:a",
            "drop:/a=1",
            "set:/a",
            "double:=1",
            "swap:/a",
        ] {
            assert_eq!(Edit::read(text), None, "{text}");
        }
    }
}
