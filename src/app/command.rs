//! Commands for a shell, to be copied. They name the token and the secret as variables.

use crate::protocol::CallSpec;
use crate::session::Settings;

/// Revokes a token with the client's secret, which never belongs in a browser.
pub(super) fn revocation(settings: &Settings) -> String {
    [
        "curl -u '",
        &settings.client_id.as_str().replace('\'', "'\\''"),
        ":'\"$SELL_CLIENT_SECRET\" -d \"token=$SELL_TOKEN\" '",
        settings.endpoints.revocation.as_str(),
        "'",
    ]
    .concat()
}

/// Makes a call where no browser hides the answer.
pub(super) fn call(settings: &Settings, call: &CallSpec) -> String {
    [
        "curl -i -H \"Authorization: Bearer $SELL_TOKEN\" '",
        settings.endpoints.api_base.as_str(),
        call.path,
        "'",
    ]
    .concat()
}
