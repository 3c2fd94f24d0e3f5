//! A fault as one line, for `--fault`.
//!
//! ```text
//! line  = [ method SP ] path *( SP name "=" value )   ; the names of the JSON object, `header`
//!                                                      ; and `edit` as often as needed
//!       | JSON object                                  ; where a value holds a space
//! ```

use std::str::FromStr;

use serde_json::{Map, Value, json};

use super::fault::Fault;
use super::order::{BadOrder, FaultOrder};

/// The fields whose values are numbers.
const NUMBERS: [&str; 5] = ["status", "count", "delay", "cut", "header_bytes"];

impl FromStr for Fault {
    type Err = BadOrder;

    fn from_str(line: &str) -> Result<Self, BadOrder> {
        let object = if line.trim_start().starts_with('{') {
            serde_json::from_str(line).map_err(|error| BadOrder::new(error.to_string()))?
        } else {
            Value::Object(fields(line)?)
        };
        let order: FaultOrder =
            serde_json::from_value(object).map_err(|error| BadOrder::new(error.to_string()))?;
        order.try_into()
    }
}

fn fields(line: &str) -> Result<Map<String, Value>, BadOrder> {
    let mut words = line.split_whitespace().peekable();
    let mut fields = Map::new();
    let method = words.next_if(|word| !word.starts_with('/') && !word.contains('='));
    if let Some(method) = method {
        fields.insert("method".to_owned(), json!(method));
    }
    let path = words.next().filter(|word| word.starts_with('/'));
    let path = path.ok_or_else(|| {
        BadOrder::new(format!(
            "expected `[METHOD] /path name=value …`, found `{line}`"
        ))
    })?;
    fields.insert("path".to_owned(), json!(path));
    for word in words {
        let (name, value) = word
            .split_once('=')
            .ok_or_else(|| BadOrder::new(format!("expected name=value, found `{word}`")))?;
        add(&mut fields, &name.replace('-', "_"), value)?;
    }
    Ok(fields)
}

fn add(fields: &mut Map<String, Value>, name: &str, value: &str) -> Result<(), BadOrder> {
    match name {
        "edit" => {
            let edits = fields.entry("edit").or_insert_with(|| json!([]));
            if let Value::Array(edits) = edits {
                edits.push(json!(value));
            }
        }
        "header" => {
            let (header, value) = value.split_once(':').ok_or_else(|| {
                BadOrder::new(format!("expected header=Name:value, found `{value}`"))
            })?;
            let headers = fields.entry("headers").or_insert_with(|| json!({}));
            if let Value::Object(headers) = headers {
                headers.insert(header.to_owned(), json!(value));
            }
        }
        _ => {
            let number = value.parse::<u64>().ok();
            let value = match number.filter(|_| NUMBERS.contains(&name)) {
                Some(number) => json!(number),
                None => json!(value),
            };
            fields.insert(name.to_owned(), value);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(line: &str) -> Value {
        serde_json::to_value(line.parse::<Fault>().unwrap()).unwrap()
    }

    #[test]
    fn a_line_says_what_the_json_says() {
        assert_eq!(
            listed("GET /v2/* status=429 retry-after=-1 count=always"),
            json!({"method": "GET", "path": "/v2/*", "status": 429, "retry_after": "-1",
                "count": "always"})
        );
        assert_eq!(
            listed("/x edit=drop:/a edit=set:/b=1 header=X-A:b"),
            json!({"path": "/x", "count": 1, "edit": ["drop:/a", "set:/b=1"],
                "headers": {"X-A": "b"}})
        );
    }

    #[test]
    fn a_value_with_spaces_goes_into_json() {
        let listed = listed(r#"{"path": "/x", "body": "literal:not json at all"}"#);
        assert_eq!(listed["body"], "literal:not json at all");
    }

    #[test]
    fn a_bad_line_is_refused_with_what_was_expected() {
        for (line, expected) in [
            ("", "[METHOD] /path"),
            ("GET", "[METHOD] /path"),
            ("status=503 /x", "[METHOD] /path"),
            ("/x 503", "name=value"),
            ("/x header=nothing", "Name:value"),
            ("/x status=many", "u16"),
            ("/x colour=red", "unknown field"),
            ("/x body=confetti", "gzip-bomb"),
            ("{", "EOF"),
        ] {
            let problem = line.parse::<Fault>().unwrap_err().to_string();
            assert!(problem.contains(expected), "{line}: {problem}");
        }
    }
}
