//! The parts that pages may style: all that are documented are there in some state, and no other.

use std::cell::RefCell;
use std::collections::BTreeSet;

use sell_journeys::tour::{self, Look};
use sell_journeys::{Journey, Outcome, Plan, journey};
use serde_json::{Value, json};

/// `sell-token verdict` and the like.
#[derive(Debug, Default)]
struct Parts(RefCell<BTreeSet<String>>);

impl Look for Parts {
    async fn look(&self, journey: &Journey, _state: &str) -> Outcome {
        let script = "const elements = ['sell-sign-in', 'sell-token', 'sell-scopes'].map((tag) => document.querySelector(tag));
            return elements.flatMap(({ localName, shadowRoot }) => [...shadowRoot.querySelectorAll('[part]')]
              .flatMap(({ part }) => [...part].map((name) => localName + ' ' + name)))";
        let seen: Vec<String> = journey.browser().script(script, Value::Null).await?;
        self.0.borrow_mut().extend(seen);
        Ok(())
    }
}

/// The documented parts of each element, without those that are promised.
async fn documented(journey: &Journey) -> Outcome<BTreeSet<String>> {
    let script =
        "const manifest = await (await fetch('/sell-elements/custom-elements.json')).json();
        const there = ({ description }) => !description.includes('Not there yet');
        return manifest.modules[0].declarations.flatMap(({ tagName, cssParts }) =>
          cssParts.filter(there).map(({ name }) => tagName + ' ' + name))";
    journey.browser().script_later(script, Value::Null).await
}

#[test]
fn every_documented_part_is_there_in_some_state_and_no_other() -> Outcome {
    let seen = Parts::default();
    let mut told = BTreeSet::new();
    let host = Plan::default().with_package();
    journey(host, async |journey| {
        tour::without_a_session(journey, &seen).await?;
        told = documented(journey).await?;
        Ok(())
    })?;
    journey(host, async |journey| {
        tour::with_a_session(journey, &seen).await
    })?;
    journey(host, async |journey| {
        tour::with_more_than_asked(journey, &seen).await
    })?;
    journey(host, async |journey| {
        tour::with_pasted_tokens(journey, &seen).await
    })?;
    assert_eq!(seen.0.into_inner(), told);
    Ok(())
}

#[test]
fn a_page_styles_a_part_by_its_name() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.embed().open_with("").await?;
        journey.embed().wait_for_status("signed-out").await?;
        let script = "const sheet = new CSSStyleSheet();
            sheet.replaceSync('sell-sign-in::part(button) { color: rgb(1, 2, 3); }');
            document.adoptedStyleSheets = [sheet];
            const button = document.querySelector('sell-sign-in').shadowRoot.querySelector('button');
            return getComputedStyle(button).color";
        let color: Value = journey.browser().script(script, Value::Null).await?;
        assert_eq!(color, json!("rgb(1, 2, 3)"));
        Ok(())
    })
}
