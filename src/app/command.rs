//! Commands for a shell, to be copied. They name the token and the secret as variables.

use crate::protocol::text::replace;
use crate::protocol::{ApiPath, Json};
use crate::session::Settings;

/// What makes a call, up to the address.
const CALL: &str = "curl -i -H \"Authorization: Bearer $SELL_TOKEN\" '";

/// Revokes a token with the client's secret, which never belongs in a browser. By then the page has
/// forgotten the token, so a shell that has neither sends nothing and says what it lacks.
pub(super) fn revocation(settings: &Settings) -> String {
    [
        "curl -u '",
        &within_quotes(settings.client_id.as_str()),
        ":'\"${SELL_CLIENT_SECRET:?the secret of the app}\" --data-urlencode \"token=${SELL_TOKEN:?a copy of the token}\" '",
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
    use crate::protocol::json::Members;
    use crate::protocol::{HttpUrl, Scopes};
    use crate::sell::SELL;
    use crate::session::settings::Page;

    const START: &str = "curl -i -H \"Authorization: Bearer $SELL_TOKEN\" 'https://api.getbase.com";

    fn settings(client_id: &str) -> Settings {
        let page = Page {
            address: HttpUrl::parse("https://dash.example/").unwrap(),
        };
        let mut given = Members::default();
        given.put("client_id", client_id);
        given.put("scopes", &Scopes::parse("read").unwrap());
        Settings::read(&SELL, &given.into(), &page).unwrap()
    }

    /// What a shell that knows these variables has curl do, a line for each argument; what it says
    /// instead where it does not get there.
    fn curled(command: &str, variables: &[(&str, &str)]) -> Result<String, String> {
        let script = ["curl() { printf '%s\\n' \"$@\"; }; ", command].concat();
        let mut shell = std::process::Command::new("sh");
        for name in ["SELL_CLIENT_SECRET", "SELL_TOKEN"] {
            shell.env_remove(name);
        }
        let shell = shell.args(["-c", &script]).envs(variables.iter().copied());
        let output = shell.output().unwrap();
        let [told, objected] =
            [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap());
        if output.status.success() {
            Ok(told)
        } else {
            Err(told + &objected)
        }
    }

    #[test]
    fn a_revocation_sends_what_the_shell_was_given_and_nothing_where_it_was_not() {
        let command = revocation(&settings("it's"));
        let secret = ("SELL_CLIENT_SECRET", "a b");
        let told = curled(&command, &[secret, ("SELL_TOKEN", "t+/=")]);
        let arguments = [
            "-u",
            "it's:a b",
            "--data-urlencode",
            "token=t+/=",
            "https://api.getbase.com/oauth2/revoke",
            "",
        ];
        assert_eq!(told.unwrap(), arguments.join("\n"));
        let lacking = curled(&command, &[secret]).unwrap_err();
        assert!(
            lacking.contains("SELL_TOKEN: a copy of the token"),
            "{lacking}"
        );
        assert!(!lacking.contains("token="), "{lacking}");
    }

    fn command(method: &str, path: &str, body: Option<&str>) -> Option<String> {
        let mut call = Members::default();
        call.put("method", method);
        call.put("path", path);
        call.put_known("body", body);
        any_call(&settings("ours"), &call.into())
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
