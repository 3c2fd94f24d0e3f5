//! Inside a page of another site (threat T15).

use axum::http::header::CONTENT_SECURITY_POLICY;
use sell_journeys::{Journey, Outcome, Plan, Stranger, journey};
use serde_json::Value;

const REFUSED: &str = "Sign-in cannot open inside this frame";

async fn shown(journey: &Journey) -> Outcome<String> {
    let script = "return location.href";
    journey.browser().script(script, Value::Null).await
}

#[test]
fn neither_our_pages_nor_the_servers_can_be_framed() -> Outcome {
    journey(Plan::default(), async |journey| {
        let stranger = Stranger::start().await?;
        let (app, sandbox) = (journey.stage().app(), journey.stage().sandbox_origin());
        let state = "S".repeat(43);
        let client = journey.stage().client_id();
        for address in [
            format!("{app}/"),
            format!("{app}/?view=setup"),
            format!("{app}/callback.html"),
            format!("{app}/callback.html#error=access_denied&state={state}"),
            format!(
                "{sandbox}/oauth2/authorize?response_type=token&client_id={client}&redirect_uri={app}/callback.html&scope=read&state={state}"
            ),
        ] {
            stranger.frame(journey.browser(), &address, None).await?;
            let instead = shown(journey).await?;
            assert!(instead.starts_with("chrome-error:"), "{address}: {instead}");
        }
        // The frame works; it is the policy that keeps the page out of it.
        let policy = CONTENT_SECURITY_POLICY;
        journey.stage().switches().omit_header(policy);
        let address = format!("{app}/?view=token");
        stranger.frame(journey.browser(), &address, None).await?;
        assert_eq!(shown(journey).await?, address);
        Ok(())
    })
}

#[test]
fn inside_a_frame_no_sign_in_is_begun_and_the_page_says_why() -> Outcome {
    journey(Plan::default(), async |journey| {
        let token = journey.sign_in().await?;
        journey.app().wait_for_verdict("Works").await?;
        journey.control().forget_requests().await?;
        let stranger = Stranger::start().await?;
        let app = journey.stage().app();
        let policy = CONTENT_SECURITY_POLICY;
        journey.stage().switches().omit_header(policy);
        stranger
            .frame(journey.browser(), &format!("{app}/"), None)
            .await?;
        // The storage of a third party's frame is another: nothing of the tab's is seen there.
        journey.app().wait_for_status("signed-out").await?;
        assert_eq!(journey.records().grant().await?, None);
        journey.start().sign_in().await?;
        let notice = journey.app().wait_for_notice(REFUSED).await?;
        assert!(notice.contains("a tab of its own"), "{notice}");
        assert_eq!(journey.app().status().await?, "failed");
        assert_eq!(shown(journey).await?, format!("{app}/"));
        assert!(journey.records().attempts().await?.is_empty());
        assert_eq!(journey.control().requests().await?, []);
        // Once more, with the same answer: the button does not stay busy.
        journey.app().dismiss().await?;
        journey.start().sign_in().await?;
        journey.app().wait_for_notice(REFUSED).await?;

        journey.open("/").await?;
        journey.app().wait_for_verdict("Works").await?;
        assert_eq!(journey.records().token().await?, token);
        Ok(())
    })
}

#[test]
fn a_frame_that_may_keep_nothing_says_so_and_does_not_wait() -> Outcome {
    journey(Plan::default().with_site_data_blocked(), async |journey| {
        let stranger = Stranger::start().await?;
        let policy = CONTENT_SECURITY_POLICY;
        journey.stage().switches().omit_header(policy);
        let address = format!("{}/", journey.stage().app());
        stranger.frame(journey.browser(), &address, None).await?;
        journey.app().wait_for_status("signed-out").await?;
        journey
            .app()
            .wait_for_notice("This browser keeps nothing for this site")
            .await?;
        assert!(!journey.start().can_sign_in().await?);
        assert_eq!(journey.control().requests().await?, []);
        Ok(())
    })
}
