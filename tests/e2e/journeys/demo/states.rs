//! Where a demo begins.

use sell_journeys::{Journey, Outcome, Plan, journey};
use serde_json::{Value, json};

use super::{elements, kept_to_itself, open, open_until, run, warnings};

/// The states, what the element says then, and what else is so.
fn expected() -> Vec<(&'static str, &'static str, Value)> {
    let nothing = json!([null, null, []]);
    let hour = json!(["at", null, []]);
    vec![
        ("signed-out", "signed-out", nothing.clone()),
        ("active", "active", hour.clone()),
        ("expiring", "expiring", hour),
        ("expired", "expired", json!([null, "token_expired", []])),
        ("never-expires", "active", json!(["never", null, []])),
        ("rejected", "rejected", json!([null, "token_refused", []])),
        ("unreadable", "active", json!(["at", "unreadable", []])),
        ("scopes-differ", "active", json!(["at", null, ["profile"]])),
        ("denied", "signed-out", nothing),
        ("offline", "active", json!(["at", "offline", []])),
    ]
}

fn states_of_the_contract() -> Outcome<Vec<String>> {
    let contract = include_str!("../../../../static/elements/contract.json");
    let contract: Value = serde_json::from_str(contract)?;
    let states = contract["demo"]["states"].as_array().ok_or("no states")?;
    let names = states.iter().filter_map(|state| state["name"].as_str());
    Ok(names.map(str::to_owned).collect())
}

/// What is known beside the status.
async fn facts(journey: &Journey) -> Outcome<Value> {
    let facts = "return [element.info?.expiry.kind ?? null, element.error?.kind ?? null, element.missingScopes]";
    run(journey, facts).await
}

#[test]
fn each_state_of_the_contract_is_what_the_element_shows() -> Outcome {
    let names: Vec<_> = expected().into_iter().map(|(name, _, _)| name).collect();
    assert_eq!(names, states_of_the_contract()?);
    journey(Plan::default().with_package(), async |journey| {
        for (state, status, beside) in expected() {
            open_until(
                journey,
                &format!("?state={state}"),
                &elements(journey, "")?,
                status,
            )
            .await?;
            let look = async || Ok((facts(journey).await? == beside).then_some(()));
            let what = format!("{state} to be {beside}");
            journey.browser().wait(&what, look).await?;
            let heard = journey.embed().heard_of("before-sign-in").await?;
            assert_eq!(heard, [], "{state}: nobody pressed anything");
        }
        assert_eq!(warnings(journey).await?, [""; 0]);
        kept_to_itself(journey).await
    })
}

#[test]
fn a_reload_goes_on_from_what_was_done_and_another_state_begins_anew() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let elements = elements(journey, "")?;
        open_until(journey, "?state=active", &elements, "active").await?;
        open(journey, "?state=active", &elements).await?;
        let heard = journey.embed().wait_to_hear("signed-in").await?;
        assert_eq!(heard.detail["via"], "restored");
        run(journey, "return element.signOut()").await?;
        // A page that names no state goes on as well.
        open_until(journey, "", &elements, "signed-out").await?;
        open_until(journey, "?state=never-expires", &elements, "active").await?;
        kept_to_itself(journey).await
    })
}

#[test]
fn sample_data_are_labelled_as_such() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        open_until(
            journey,
            "?state=active&owner=Ada&account=Sample+and+Co",
            &elements(journey, "")?,
            "active",
        )
        .await?;
        journey
            .browser()
            .see("aside[aria-label='Sample data']")
            .await?;
        let words = "return document.querySelector('aside').shadowRoot.textContent";
        assert_eq!(
            run(journey, words).await?,
            "Sample data: nothing is sent to Sell"
        );
        // A low bar at the lower edge; scrolled to the end, the page stands clear of it.
        let place = "const label = document.querySelector('aside');
            const bar = label.shadowRoot.firstChild.getBoundingClientRect();
            scrollTo(0, document.documentElement.scrollHeight);
            const end = document.querySelector('main').getBoundingClientRect().bottom;
            return [bar.height < 40, bar.bottom === innerHeight, end <= bar.top]";
        assert_eq!(run(journey, place).await?, json!([true, true, true]));
        let name = async |path: &str| {
            let ask = format!("return (await (await element.request('{path}')).json()).data.name");
            run(journey, &ask).await
        };
        assert_eq!(name("/v2/users/self").await?, "Sample: Ada");
        assert_eq!(name("/v2/accounts/self").await?, "Sample and Co");
        Ok(())
    })
}

#[test]
fn a_state_that_does_not_exist_begins_nothing_and_is_named() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        open_until(
            journey,
            "?state=asleep",
            &elements(journey, "")?,
            "signed-out",
        )
        .await?;
        let warnings = warnings(journey).await?;
        assert!(
            warnings.len() == 1 && warnings[0].contains("scopes-differ"),
            "{warnings:?}"
        );
        let label = run(journey, "return document.querySelector('aside')").await?;
        assert_eq!(label, Value::Null);
        Ok(())
    })
}

#[test]
fn a_demo_that_is_begun_anew_takes_the_open_sessions_along() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let body = elements(journey, "storage=\"memory\"")?;
        open_until(journey, "?state=active", &body, "active").await?;
        for (state, status) in [
            ("expired", "expired"),
            ("expiring", "expiring"),
            ("rejected", "rejected"),
            ("never-expires", "active"),
            ("signed-out", "signed-out"),
        ] {
            // By an address of its own, so another module than the page's.
            let begin = format!(
                "const {{ startDemo }} = await import('/sell-elements/demo.js');
                 startDemo({{ state: '{state}' }});
                 return document.querySelectorAll('aside').length"
            );
            assert_eq!(run(journey, &begin).await?, 1, "{state}");
            journey.embed().wait_for_status(status).await?;
        }
        let again = "await import('/sell-elements/demo.js?state='); return element.status";
        assert_eq!(run(journey, again).await?, "signed-out");
        kept_to_itself(journey).await
    })
}
