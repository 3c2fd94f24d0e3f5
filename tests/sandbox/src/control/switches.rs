//! `/switches`

use std::sync::Arc;

use axum::Json;
use axum::extract::{Request, State};
use serde_json::{Map, Value, json};

use super::body::read_json;
use super::error::ControlError;
use crate::state::Shared;
use crate::switches::{SwitchError, Switches};

/// Every switch and its value, in the form `PATCH` takes.
pub(super) async fn show(State(app): State<Arc<Shared>>) -> Json<Value> {
    Json(values(&app.switches()))
}

/// Sets the named switches, all of them or none.
pub(super) async fn change(
    State(app): State<Arc<Shared>>,
    request: Request,
) -> Result<Json<Value>, ControlError> {
    let wanted: Map<String, Value> = read_json(request).await?;
    let changed = app.change_switches(|switches| {
        wanted
            .iter()
            .try_for_each(|(name, value)| switches.set(name, &text(value)))
    });
    Ok(Json(values(&changed.map_err(|error: SwitchError| {
        ControlError::from(error)
    })?)))
}

/// What each switch means and takes.
pub(super) async fn catalogue(State(app): State<Arc<Shared>>) -> Json<Value> {
    let (now, defaults) = (app.switches(), Switches::default());
    let entries = Switches::catalogue().iter().map(|info| {
        json!({
            "name": info.name,
            "value": info.value(&now),
            "default": info.value(&defaults),
            "allowed": info.allowed(),
            "help": info.help,
        })
    });
    Json(entries.collect())
}

fn values(switches: &Switches) -> Value {
    let values: Map<_, _> = Switches::catalogue()
        .iter()
        .map(|info| (info.name.to_owned(), json!(info.value(switches))))
        .collect();
    Value::Object(values)
}

/// Numbers and booleans are taken for what they say: `3600`, `true` for `on`.
fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Bool(true) => "on".to_owned(),
        Value::Bool(false) => "off".to_owned(),
        other => other.to_string(),
    }
}
