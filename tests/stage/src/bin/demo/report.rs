//! What the demo says when it is ready.

use sell_stage::Stage;
use serde_json::json;

/// One line for scripts.
pub(crate) fn json(stage: &Stage) -> String {
    json!({
        "app": stage.app(),
        "sandbox": stage.sandbox_origin(),
        "control": stage.control(),
        "client_id": stage.client_id(),
        "user": stage.user(),
        "password": stage.password(),
        "pid": std::process::id(),
    })
    .to_string()
}

/// A block for people: where to go, and what to do there.
pub(crate) fn text(stage: &Stage) -> String {
    format!(
        "\n\
         The demo is ready.\n\
         \n\
         \x20 Open      {app}/\n\
         \x20 User      {user}\n\
         \x20 Password  {password}\n\
         \n\
         \x20 1. Press \"Sign in to Sell\", sign in as that user and allow the access.\n\
         \x20 2. Back in the app, run GET /v2/users/self: it answers 200.\n\
         \n\
         \x20 Sandbox Sell  {sandbox} (client {client_id}, data in memory)\n\
         \x20 Its switches  {control}\n\
         \n\
         Ctrl-C ends it all.",
        app = stage.app(),
        user = stage.user(),
        password = stage.password(),
        sandbox = stage.sandbox_origin(),
        client_id = stage.client_id(),
        control = stage.control().unwrap_or("not opened"),
    )
}
