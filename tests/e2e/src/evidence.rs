//! What a failed journey leaves behind for whoever looks into it.

use serde_json::Value;

use crate::journey::Journey;

/// The state of the page and the last of the console, with every known secret taken out.
pub(crate) async fn collect(journey: &Journey) -> String {
    let browser = journey.browser();
    let address = browser.address().await.unwrap_or_default();
    let address: String = address.chars().take(300).collect();
    let script = "return (document.querySelector('#app')?.dataset.status ?? '-') + '\\n' + document.body?.innerText";
    let page: String = browser
        .script(script, Value::Null)
        .await
        .unwrap_or_default();
    let console = browser.console().await.unwrap_or_default();
    let console = &console[console.len().saturating_sub(20)..];
    let requests = journey.control().requests().await.unwrap_or_default();
    let requests: Vec<_> = requests
        .iter()
        .map(|seen| format!("{} {} {:?}", seen.method, seen.path, seen.status))
        .collect();
    let text = format!(
        "address: {address}\nstatus and page: {page}\nconsole:\n  {}\nsandbox:\n  {}",
        console.join("\n  "),
        requests.join("\n  ")
    );
    let secrets = journey.secrets();
    secrets
        .iter()
        .fold(text, |text, secret| text.replace(secret, "[secret]"))
}
