//! What is real and what is not stay apart.

use sell_journeys::{Journey, Outcome, Plan, journey};
use sell_stage::HostPage;
use serde_json::{Value, json};

use super::{elements, kept_to_itself, open_until, page, run, warnings};

/// Keeps what a demo replaces, before one can.
const BEFORE: &str = "window.before = [fetch, open, Storage.prototype.setItem, BroadcastChannel.prototype.postMessage]";
const IS_AS_BEFORE: &str =
    "const now = [fetch, open, Storage.prototype.setItem, BroadcastChannel.prototype.postMessage];
    return now.map((one, at) => one === window.before[at])";

#[test]
fn nothing_begins_in_a_tab_that_holds_a_real_token() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.browser().before_each_document(BEFORE).await?;
        let [origin, _] = journey.embed().origins()?;
        journey.embed().show(
            "/empty",
            HostPage::markup("<!doctype html><title>Empty</title>"),
        )?;
        journey.browser().go(&format!("{origin}/empty")).await?;
        let keep = "sessionStorage.setItem('sell-elements:grant:other:default', JSON.stringify({ access_token: 'real' })); return null";
        journey.browser().script::<Value>(keep, Value::Null).await?;
        open_until(
            journey,
            "?state=active",
            &elements(journey, "")?,
            "signed-out",
        )
        .await?;
        assert_eq!(
            run(journey, IS_AS_BEFORE).await?,
            json!([true, true, true, true])
        );
        assert_eq!(
            run(journey, "return document.querySelector('aside')").await?,
            Value::Null
        );
        let kept = "return JSON.parse(sessionStorage.getItem('sell-elements:grant:other:default')).access_token";
        assert_eq!(run(journey, kept).await?, "real");
        let warnings = warnings(journey).await?;
        assert!(
            warnings.len() == 1 && warnings[0].contains("real token"),
            "{warnings:?}"
        );
        Ok(())
    })
}

#[test]
fn a_real_token_that_is_pasted_goes_nowhere() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        open_until(journey, "", &elements(journey, "")?, "signed-out").await?;
        let paste = "return document.querySelector('sell-token').inspect('0123456789abcdef0123456789abcdef')";
        assert_eq!(run(journey, paste).await?["active"], false);
        kept_to_itself(journey).await
    })
}

#[test]
fn a_token_of_a_demo_is_sent_to_nobody_and_other_requests_pass() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey
            .embed()
            .show("/own", HostPage::script("export {}"))?;
        open_until(journey, "?state=active", &elements(journey, "")?, "active").await?;
        let script = "
            const key = Object.keys(sessionStorage).find((key) => key.startsWith('sell-elements:grant:'));
            const token = JSON.parse(sessionStorage.getItem(key)).access_token;
            const headers = { Authorization: 'Bearer ' + token };
            const status = async (...given) => (await fetch(...given)).status;
            return [
              token.startsWith('demo-'),
              await status('https://other.example/x/v2/users/self', { headers }),
              await status(new Request('https://other.example/elsewhere', { headers })),
              await status('https://other.example/oauth2/revoke', { method: 'POST', body: new URLSearchParams({ token }) }),
              await status('/own'),
            ]";
        let expected = json!([true, 200, 404, 200, 200]);
        assert_eq!(run(journey, script).await?, expected);
        kept_to_itself(journey).await
    })
}

#[test]
fn stopping_puts_everything_back_and_leaves_no_token() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.browser().before_each_document(BEFORE).await?;
        open_until(journey, "?state=offline", &elements(journey, "")?, "active").await?;
        let script = "
            const { startDemo } = await import('/sell-elements/demo.js?state=offline');
            const demo = startDemo();
            const during = [demo.state, navigator.onLine, document.querySelectorAll('aside').length, fetch === window.before[0]];
            demo.stop();
            demo.stop();
            const rest = Object.keys(sessionStorage).filter((key) => key.includes('grant') || key.includes('demo'));
            return [during, navigator.onLine, document.querySelectorAll('aside').length, rest, element.status]";
        let expected = json!([["offline", false, 1, false], true, 0, [], "signed-out"]);
        assert_eq!(run(journey, script).await?, expected);
        assert_eq!(
            run(journey, IS_AS_BEFORE).await?,
            json!([true, true, true, true])
        );
        kept_to_itself(journey).await
    })
}

/// Two tabs of one application, one of them signed in for real.
async fn open_beside(journey: &Journey) -> Outcome {
    let client = journey.stage().client_id();
    let [origin, _] = journey.embed().origins()?;
    let body = elements(journey, "")?.replace("\"any\"", &format!("\"{client}\""));
    journey
        .embed()
        .show("/demo", page("?state=active", &body))?;
    let web = journey.browser().web();
    let tab = web.new_tab().await?;
    web.switch_to_window(tab).await?;
    journey.browser().go(&format!("{origin}/demo")).await?;
    journey.embed().wait_for_status("active").await
}

#[test]
fn real_sessions_in_other_tabs_do_not_hear_of_endings_in_a_demo() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.embed().open_with("").await?;
        journey.embed().sign_in_by_redirect().await?;
        let listen = "window.words = [];
            const name = 'sell-elements:signal:sell-elements:grant:' + element.clientId + ':default';
            new BroadcastChannel(name).onmessage = ({ data }) => window.words.push(data);
            return null";
        run(journey, listen).await?;
        let real = journey.browser().web().window().await?;
        open_beside(journey).await?;
        let end = "element.forget();
            const { startDemo } = await import('/sell-elements/demo.js?state=active');
            startDemo().stop();
            const name = 'sell-elements:signal:sell-elements:grant:' + element.clientId + ':default';
            new BroadcastChannel(name).postMessage('over');
            return element.status";
        assert_eq!(run(journey, end).await?, "signed-out");
        journey.browser().web().switch_to_window(real).await?;
        let over = async || {
            let words = run(journey, "return window.words").await?;
            Ok(Some(words).filter(|words| *words != json!([])))
        };
        let words = journey.browser().wait("the last word", over).await?;
        assert_eq!(words, json!(["over"]));
        assert_eq!(journey.embed().status().await?, "active");
        assert_eq!(journey.embed().request("/v2/users/self").await?, 200);
        Ok(())
    })
}

/// Imports the demo into a page that runs already.
const LATE: &str = "await import('/sell-elements/demo.js?state=active');";

#[test]
fn nothing_begins_beside_a_real_session_that_no_storage_keeps() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey
            .embed()
            .open_with("mode=\"popup\" storage=\"memory\"")
            .await?;
        journey.embed().sign_in_by_window().await?;
        let import = format!("{LATE} return document.querySelector('aside')");
        assert_eq!(run(journey, &import).await?, Value::Null);
        assert_eq!(warnings(journey).await?.len(), 1);
        assert_eq!(journey.embed().request("/v2/users/self").await?, 200);
        let calls = journey.control().count("GET", "/v2/users/self").await?;
        assert_eq!(calls, 1, "Sell itself answered");
        Ok(())
    })
}

#[test]
fn a_demo_that_comes_late_begins_all_the_same() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.embed().open(&elements(journey, "")?).await?;
        journey.embed().wait_for_status("signed-out").await?;
        run(journey, &format!("{LATE} return null")).await?;
        journey.embed().wait_for_status("active").await?;
        assert_eq!(journey.embed().request("/v2/users/self").await?, 200);
        kept_to_itself(journey).await
    })
}
