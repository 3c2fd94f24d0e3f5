//! The token is nowhere but where it belongs, whatever the elements are asked to do. The sweep at
//! the end of each journey looks into shadow roots, attributes, properties, events and reports.

use sell_journeys::{Outcome, Plan, journey};
use serde_json::{Value, json};

#[test]
fn no_element_event_or_report_gives_a_token_away() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.control().switch("revoke.auth", "client_id")?;
        let pasted = journey.control().issue(json!({})).await?;
        journey.guard(&pasted);
        journey.embed().open_with("variant=\"card\"").await?;
        journey.embed().press().await?;
        journey.log_in().await?;
        journey.consent().allow().await?;
        journey.embed().wait_for_status("active").await?;
        journey.embed().wait_to_hear("signed-in").await?;
        let token = journey.records().token().await?;
        let all = "const [element, token, scopes] = ['sell-sign-in', 'sell-token', 'sell-scopes']
              .map((name) => document.querySelector(name));
            const inspected = await token.inspect('Bearer ' + arguments[0]);
            const results = await scopes.runReads();
            const missing = await scopes.run('nobody').then(String, ({ kind }) => kind);
            const refused = await element.getAccessToken().then(String, ({ kind }) => kind);
            const elsewhere = await element.request('https://127.0.0.1/').then(String, ({ kind }) => kind);
            return [inspected.active, results.map(({ id, verdict }) => id + ' ' + verdict), missing, refused,
              elsewhere, token.report().schema, scopes.report().calls.length]";
        let found: Value = journey
            .browser()
            .script_later(all, pasted.as_str().into())
            .await?;
        let expected = json!([
            true,
            ["users-self allowed", "deals allowed"],
            "not_found",
            "token_not_exposed",
            "not_found",
            1,
            2
        ]);
        assert_eq!(found, expected);
        assert_eq!(journey.embed().heard_of("inspected").await?.len(), 2);
        assert_eq!(journey.embed().heard_of("call").await?.len(), 2);
        journey.sweep().await?;
        let out = "return document.querySelector('sell-sign-in').signOut()";
        let end: String = journey.browser().script_later(out, Value::Null).await?;
        assert_eq!(end, "confirmed");
        assert!(!journey.control().honours(&token).await?);
        Ok(())
    })
}

#[test]
fn the_sweep_sees_what_an_element_tells() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.embed().open_with("").await?;
        journey.embed().wait_for_status("signed-out").await?;
        journey.guard("sp1lled");
        for (place, spill, wipe) in [
            (
                "events",
                "journeyEvents.push({ kind: 'x', at: '', detail: 'sp1lled' })",
                "journeyEvents.pop()",
            ),
            (
                "reports",
                "element.report = () => ({ x: 'sp1lled' })",
                "delete element.report",
            ),
            ("properties", "element.x = 'sp1lled'", "delete element.x"),
        ] {
            let run = async |script: &str| {
                let script = format!(
                    "const element = document.querySelector('sell-sign-in'); {script}; return null"
                );
                journey
                    .browser()
                    .script::<Value>(&script, Value::Null)
                    .await
            };
            run(spill).await?;
            let found = journey.sweep().await.err().map(|fault| fault.to_string());
            assert!(found.is_some_and(|found| found.ends_with(place)), "{place}");
            run(wipe).await?;
        }
        journey.sweep().await
    })
}
