//! Two tabs of one browser.

use sell_journeys::{Journey, Outcome, Plan, journey};
use serde_json::Value;
use thirtyfour::WindowHandle;

/// A second tab with a copy of the first one's session storage, as browsers make it.
async fn second_tab(journey: &Journey) -> Outcome<[WindowHandle; 2]> {
    let web = journey.browser().web();
    let first = web.window().await?;
    let open = "open('/?view=token')";
    journey.browser().as_if_clicked(open).await?;
    let second = journey.browser().other_window(&first).await?;
    web.switch_to_window(second.clone()).await?;
    journey.app().wait_for_verdict("Works").await?;
    Ok([first, second])
}

#[test]
fn forgetting_in_one_tab_reaches_the_others() -> Outcome {
    journey(Plan::default(), async |journey| {
        let token = journey.sign_in().await?;
        journey.app().wait_for_verdict("Works").await?;
        let [first, second] = second_tab(journey).await?;
        journey.browser().web().switch_to_window(first).await?;
        journey.token().forget().await?;
        journey.app().wait_for_notice("Token forgotten").await?;
        assert_eq!(journey.records().grant().await?, None);
        journey.browser().web().switch_to_window(second).await?;
        journey.app().wait_for_status("signed-out").await?;
        journey
            .app()
            .wait_for_notice("Signed out in another tab")
            .await?;
        assert_eq!(journey.records().grant().await?, None);
        assert!(journey.control().honours(&token).await?);
        Ok(())
    })
}

#[test]
fn revoking_in_one_tab_reaches_the_others() -> Outcome {
    journey(Plan::default(), async |journey| {
        journey.control().switch("revoke.auth", "client_id")?;
        journey.sign_in().await?;
        journey.app().wait_for_verdict("Works").await?;
        let [first, _] = second_tab(journey).await?;
        journey.token().revoke().await?;
        journey.app().wait_for_verdict("Revoked").await?;
        journey.browser().web().switch_to_window(first).await?;
        journey
            .app()
            .wait_for_notice("Signed out in another tab")
            .await?;
        assert_eq!(journey.records().grant().await?, None);
        Ok(())
    })
}

#[test]
fn forgetting_in_one_tab_leaves_a_tab_that_signed_in_by_itself_alone() -> Outcome {
    journey(Plan::default(), async |journey| {
        let web = journey.browser().web();
        journey.sign_in().await?;
        journey.app().wait_for_verdict("Works").await?;
        let first = web.window().await?;
        let second = web.new_tab().await?;
        web.switch_to_window(second.clone()).await?;
        journey.open("/").await?;
        journey.start().sign_in().await?;
        journey.consent().allow().await?;
        journey.app().wait_for_verdict("Works").await?;
        let token = journey.records().token().await?;
        let key = "sell-elements:signal:sell-elements:grant:";
        let name = format!("{key}{}:default", journey.stage().client_id());
        let listen = "window.words = [];
            new BroadcastChannel(arguments[0]).onmessage = ({ data }) => words.push(data);
            return null";
        journey
            .browser()
            .script::<Value>(listen, name.into())
            .await?;
        web.switch_to_window(first).await?;
        journey.token().forget().await?;
        journey.app().wait_for_notice("Token forgotten").await?;
        web.switch_to_window(second).await?;
        let over = async || {
            let words: Vec<String> = journey
                .browser()
                .script("return words", Value::Null)
                .await?;
            Ok(words.into_iter().next())
        };
        let words = journey.browser().wait("the words", over).await?;
        assert!(words.starts_with("forgotten "), "{words}");
        journey.app().wait_for_verdict("Works").await?;
        assert_eq!(journey.records().token().await?, token);
        Ok(())
    })
}

#[test]
fn two_sign_ins_at_once_end_in_either_order() -> Outcome {
    journey(Plan::default(), async |journey| {
        let web = journey.browser().web();
        journey.open("/").await?;
        journey.start().sign_in().await?;
        journey.log_in().await?;
        journey.consent().wait().await?;
        let first = web.window().await?;
        let second = web.new_tab().await?;
        web.switch_to_window(second).await?;
        journey.open("/").await?;
        journey.start().toggle("profile").await?;
        journey.start().sign_in().await?;
        journey.consent().allow().await?;
        journey.app().wait_for_verdict("Works").await?;
        let second_token = journey.records().token().await?;
        web.switch_to_window(first).await?;
        journey.consent().allow().await?;
        journey.app().wait_for_verdict("Works").await?;
        assert_ne!(journey.records().token().await?, second_token);
        assert_eq!(journey.token().fact("Scopes").await?.now, "read profile");
        Ok(())
    })
}
