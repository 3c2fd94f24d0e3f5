//! Elements that come, move and go.

use sell_journeys::{Journey, Outcome, Plan, journey};
use serde_json::{Value, json};

#[test]
fn a_click_while_the_module_is_on_its_way_is_not_lost() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let held = journey.embed().hold_module()?;
        journey.embed().open_with("").await?;
        let label = "return document.querySelector('sell-sign-in').innerText";
        let label: String = journey.browser().script(label, Value::Null).await?;
        assert_eq!(label, "Connect");
        journey.embed().press().await?;
        assert_eq!(journey.embed().status().await?, "booting");
        assert_eq!(journey.embed().heard_of("before-sign-in").await?.len(), 1);
        held.release();
        journey.login().wait().await
    })
}

#[test]
fn elements_of_one_name_share_one_session_through_shadow_roots() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.embed().open_with("").await?;
        journey.embed().wait_for_status("signed-out").await?;
        let script = "
            const element = document.querySelector('sell-sign-in');
            const host = document.createElement('div');
            document.body.append(host);
            const inner = document.createElement('sell-sign-in');
            for (const { name, value } of element.attributes) if (name !== 'id') inner.setAttribute(name, value);
            const apart = inner.cloneNode();
            apart.session = 'apart';
            host.attachShadow({ mode: 'open' }).append(inner, apart);
            await inner.ready;
            await apart.ready;
            await document.querySelector('sell-scopes').ready;
            return [inner.status, apart.status]";
        let found: Value = journey.browser().script_later(script, Value::Null).await?;
        assert_eq!(found, json!(["signed-out", "signed-out"]));
        Ok(())
    })
}

#[test]
fn an_element_that_comes_back_within_the_turn_in_which_it_went_opens_its_session() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.embed().open_with("").await?;
        journey.embed().wait_for_status("signed-out").await?;
        let script = "
            const element = document.querySelector('sell-sign-in').cloneNode();
            element.session = 'of its own';
            document.body.append(element);
            await null;
            element.remove();
            for (let turn = 0; turn < 8; turn += 1) await null;
            document.body.append(element);
            await element.ready;
            return element.status";
        let found: Value = journey.browser().script_later(script, Value::Null).await?;
        assert_eq!(found, "signed-out");
        Ok(())
    })
}

#[test]
fn the_css_state_and_the_event_are_those_of_the_session_that_the_element_is_in() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let embed = journey.embed();
        embed.open_signed_in("").await?;
        let script = "
            const element = document.querySelector('sell-sign-in');
            const told = [];
            const say = () => told.push([element.status, element.matches(`:state(${element.status})`)]);
            element.addEventListener('sell-status', ({ detail }) => told.push(detail.previous + ' ' + detail.status));
            element.session = 'other';
            await null;
            await null;
            say();
            await element.ready;
            say();
            element.session = 'default';
            await element.ready;
            say();
            element.remove();
            await null;
            say();
            sessionStorage.clear();
            return told";
        let found: Value = journey.browser().script_later(script, Value::Null).await?;
        let expected = json!([
            "active booting",
            ["booting", true],
            "booting signed-out",
            ["signed-out", true],
            "signed-out active",
            ["active", true],
            ["booting", true],
        ]);
        assert_eq!(found, expected);
        Ok(())
    })
}

/// The browser's own counters of the page, after a collection of what nobody holds.
async fn counters(journey: &Journey) -> Outcome<[f64; 3]> {
    let browser = journey.browser();
    browser
        .devtools("HeapProfiler.collectGarbage", json!({}))
        .await?;
    let metrics = browser
        .devtools("Performance.getMetrics", json!({}))
        .await?;
    let metrics = metrics["metrics"].as_array().ok_or("no metrics")?;
    let read = |name: &str| {
        let found = metrics.iter().find(|metric| metric["name"] == name);
        found
            .and_then(|metric| metric["value"].as_f64())
            .ok_or("a metric is missing")
    };
    Ok([
        read("JSEventListeners")?,
        read("Nodes")?,
        read("JSHeapUsedSize")?,
    ])
}

/// Takes the elements out of the page and puts fresh ones in, as often as told.
const CYCLES: &str = "
    const markup = document.body.cloneNode(true);
    for (let cycle = 0; cycle < arguments[0]; cycle += 1) {
      document.body.replaceChildren();
      await new Promise((resolve) => setTimeout(resolve, 0));
      document.body.append(...markup.cloneNode(true).childNodes);
      await Promise.all([...document.querySelectorAll('sell-sign-in')].map(({ ready }) => ready));
    }";

#[test]
fn a_hundred_mounts_leave_nothing_behind() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.embed().open_with("").await?;
        journey.embed().wait_for_status("signed-out").await?;
        journey
            .browser()
            .devtools("Performance.enable", json!({}))
            .await?;
        // What is made once is made by now.
        journey
            .browser()
            .script_later::<Value>(CYCLES, json!(20))
            .await?;
        let [listeners, nodes, heap] = counters(journey).await?;
        journey
            .browser()
            .script_later::<Value>(CYCLES, json!(100))
            .await?;
        let [listeners_after, nodes_after, heap_after] = counters(journey).await?;
        assert!(
            listeners_after <= listeners,
            "{listeners} {listeners_after}"
        );
        assert!(nodes_after <= nodes, "{nodes} {nodes_after}");
        // Compiled code and caches come and go; a kilobyte a cycle would be a leak.
        assert!(heap_after <= heap + 100_000.0, "{heap} {heap_after}");
        Ok(())
    })
}
