//! Commands for a shell, to be copied. They name the token and the secret as variables.

use crate::protocol::text::replace;
use crate::protocol::{ApiPath, Json};
use crate::session::Settings;

/// What makes a call, up to the address.
const CALL: &str = "curl -i -H \"Authorization: Bearer $SELL_TOKEN\" '";

/// Revokes a token with the client's secret, which never belongs in a browser.
pub(super) fn revocation(settings: &Settings) -> String {
    [
        "curl -u '",
        &within_quotes(settings.client_id.as_str()),
        ":'\"$SELL_CLIENT_SECRET\" -d \"token=$SELL_TOKEN\" '",
        settings.endpoints.revocation.as_str(),
        "'",
    ]
    .concat()
}

/// Makes a call of the provider's where no browser hides the answer.
pub(super) fn call(settings: &Settings, path: &str) -> String {
    [CALL, settings.endpoints.api_base.as_str(), path, "'"].concat()
}

/// Makes any call, by its `method` and `path` and the text of its `body`; none where its path is none.
pub(super) fn any_call(settings: &Settings, call: &Json) -> Option<String> {
    let url = ApiPath::parse(call.text("path")?)?.on(&settings.endpoints);
    let [option, method] = match call.text("method")? {
        "GET" => ["", ""],
        "HEAD" => [" --head", ""],
        method => [" -X ", method],
    };
    let [header, body, end] = match call.text("body") {
        Some(body) => [
            " -H 'Content-Type: application/json' -d '",
            &within_quotes(body),
            "'",
        ],
        None => ["", "", ""],
    };
    let url = within_quotes(url.as_str());
    Some([CALL, &url, "'", option, method, header, body, end].concat())
}

/// A text as it stands between single quotes.
fn within_quotes(text: &str) -> String {
    replace(text, "'", "'\\''")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::HttpUrl;
    use crate::protocol::json::Members;
    use crate::sell::SELL;
    use crate::session::settings::Page;

    const START: &str = "curl -i -H \"Authorization: Bearer $SELL_TOKEN\" 'https://api.getbase.com";

    fn command(method: &str, path: &str, body: Option<&str>) -> Option<String> {
        let mut call = Members::default();
        call.put("method", method);
        call.put("path", path);
        call.put_known("body", body);
        let page = Page {
            address: HttpUrl::parse("https://dash.example/").unwrap(),
        };
        let settings = Settings::for_inspection(&SELL, &Json::Null, &page).unwrap();
        any_call(&settings, &call.into())
    }

    #[test]
    fn a_call_for_the_shell_quotes_what_the_page_wrote() {
        assert_eq!(
            command("GET", "/v2/deals?name='x'&$(y)", None).unwrap(),
            format!("{START}/v2/deals?name='\\''x'\\''&$(y)'")
        );
        assert_eq!(command("GET", "//evil.example/v2", None), None);
    }

    #[test]
    fn a_call_that_changes_data_says_how_and_with_what() {
        assert_eq!(
            command("POST", "/v2/deals", Some("{\"a\":\"it's\"}")).unwrap(),
            [
                START,
                "/v2/deals' -X POST -H 'Content-Type: application/json' -d '{\"a\":\"it'\\''s\"}'",
            ]
            .concat()
        );
        let head = format!("{START}/v2/deals' --head");
        assert_eq!(command("HEAD", "/v2/deals", None).unwrap(), head);
    }
}
