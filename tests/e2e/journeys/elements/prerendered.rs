//! A page with elements that the browser prepares before anybody asked to see it (threat T22).

use axum::http::header::CONTENT_SECURITY_POLICY;
use sell_journeys::{Outcome, Plan, journey};
use serde_json::{Value, json};

#[test]
fn elements_in_a_prerendered_page_ask_nothing_until_it_is_shown() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let embed = journey.embed();
        let host = embed.host()?;
        host.switches().omit_header(CONTENT_SECURITY_POLICY);
        let [origin, _] = embed.origins()?;
        let body = embed.sign_in(origin, "");
        embed.show("/second", embed.page(&body))?;
        embed.open_signed_in("").await?;
        journey.control().forget_requests().await?;
        let prepare = "const rules = document.createElement('script');
            rules.type = 'speculationrules';
            rules.textContent = JSON.stringify({ prerender: [{ urls: ['/second', '/sell-elements/README.md'], eagerness: 'immediate' }] });
            document.head.append(rules); return null";
        let browser = journey.browser();
        browser.script::<Value>(prepare, Value::Null).await?;
        // One page is prepared after the other: this is asked for once the second has been loaded.
        let asked = async || {
            let asked = host.requests();
            Ok(asked.iter().any(|path| path == "/README.md").then_some(()))
        };
        browser.wait("a prerendered page", asked).await?;
        assert_eq!(journey.control().requests().await?, []);

        let show = "location.href = '/second'; return null";
        browser.script::<Value>(show, Value::Null).await?;
        embed.wait_for_status("active").await?;
        let heard = embed.wait_to_hear("signed-in").await?;
        assert_eq!(heard.detail["via"], json!("restored"));
        let shown = "return performance.getEntriesByType('navigation')[0].activationStart > 0";
        assert!(
            browser.script::<bool>(shown, Value::Null).await?,
            "not prerendered"
        );
        Ok(())
    })
}
