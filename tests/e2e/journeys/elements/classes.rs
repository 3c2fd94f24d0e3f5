//! Attributes, properties and definitions, as a page's author meets them.

use sell_journeys::{Journey, Outcome, Plan, journey};
use sell_stage::HostPage;
use serde_json::{Value, json};

async fn run(journey: &Journey, body: &str) -> Outcome<Value> {
    let prologue = "const element = document.querySelector('sell-sign-in');
        const token = document.querySelector('sell-token');
        const scopes = document.querySelector('sell-scopes');";
    let script = format!("{prologue} {body}");
    journey.browser().script_later(&script, Value::Null).await
}

/// The warnings of ours on the console.
async fn warnings(journey: &Journey) -> Outcome<usize> {
    let console = journey.browser().console().await?;
    Ok(console
        .iter()
        .filter(|line| line.contains("sell-elements: "))
        .count())
}

#[test]
fn attributes_and_properties_mirror_each_other() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.embed().open_with("").await?;
        journey.embed().wait_for_status("signed-out").await?;
        let found = run(
            journey,
            "element.label = 'One'; element.disabled = true; element.setAttribute('warn-before', '60');
             element.exposeToken = true; element.exposeToken = false;
             token.noRevoke = true; element.redirectUri = null;
             return [element.getAttribute('label'), element.hasAttribute('disabled'), element.warnBefore,
               element.hasAttribute('expose-token'), token.hasAttribute('no-revoke'), element.mode,
               element.hasAttribute('redirect-uri'), element.redirectUri, token.source, element.session]",
        )
        .await?;
        let expected = json!([
            "One", true, 60, false, true, "redirect", false, "", "both", "default"
        ]);
        assert_eq!(found, expected);
        assert_eq!(warnings(journey).await?, 0);
        Ok(())
    })
}

#[test]
fn a_value_that_will_not_do_is_said_once_and_the_default_is_used() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.embed().open_with("size=\"huge\"").await?;
        journey.embed().wait_for_status("signed-out").await?;
        let found = run(
            journey,
            "element.warnBefore = -1; return [element.size, element.size, element.warnBefore, element.warnBefore]",
        );
        assert_eq!(found.await?, json!(["medium", "medium", 300, 300]));
        assert_eq!(warnings(journey).await?, 2);
        Ok(())
    })
}

#[test]
fn an_element_without_a_client_id_says_which_line_to_change() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let element = "<sell-sign-in id=\"in\" scope=\"read\"></sell-sign-in>";
        journey.embed().open(element).await?;
        let error = journey.embed().wait_to_hear("error").await?.detail["error"].clone();
        assert_eq!(error["kind"], "config_missing");
        assert_eq!(error["why"], "client-id is not set.");
        let text = journey.embed().text("sell-sign-in").await?;
        assert!(
            text.contains("<sell-sign-in client-id=\"CLIENT_ID\" …>"),
            "{text}"
        );
        assert!(text.contains("Copy line"), "{text}");
        Ok(())
    })
}

#[test]
fn what_was_set_before_the_class_was_there_is_honoured() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let [origin, _] = journey.embed().origins()?;
        let element = journey.embed().sign_in(origin, "");
        let page = HostPage::markup(format!(
            "<!doctype html><title>Host</title>{element}<sell-scopes></sell-scopes>"
        ));
        journey.embed().show("/", page)?;
        journey.browser().go(&format!("{origin}/")).await?;
        let found = run(
            journey,
            "element.label = 'Early';
             scopes.calls = [{ id: 'own', group: 'x', method: 'GET', path: '/v2/x', title: 'X',
               needs: [['read']], effect: 'none', basis: 'documented' }];
             await import('/sell-elements/sell-elements.js');
             await element.ready;
             return [element.getAttribute('label'), Object.hasOwn(element, 'label'),
               scopes.calls.map(({ id }) => id), Object.hasOwn(scopes, 'calls')]",
        );
        assert_eq!(found.await?, json!(["Early", false, ["own"], false]));
        Ok(())
    })
}

#[test]
fn defining_twice_warns_and_keeps_the_first() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.embed().open_with("").await?;
        journey.embed().wait_for_status("signed-out").await?;
        let found = run(
            journey,
            "const first = customElements.get('sell-sign-in');
             const { SellSignIn } = await import('/second-copy/classes.js');
             SellSignIn.define();
             SellSignIn.define();
             SellSignIn.define('other-sign-in');
             return [customElements.get('sell-sign-in') === first, first === SellSignIn, customElements.get('other-sign-in') === SellSignIn]",
        );
        assert_eq!(found.await?, json!([true, false, true]));
        assert_eq!(warnings(journey).await?, 1);
        Ok(())
    })
}

#[test]
fn the_status_is_a_state_for_styles() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.embed().open_with("").await?;
        journey.embed().wait_for_status("signed-out").await?;
        let found = run(
            journey,
            "return [element, token, scopes].map((one) => one.matches(':state(signed-out)') && !one.matches(':state(booting)'))",
        );
        assert_eq!(found.await?, json!([true, true, true]));
        Ok(())
    })
}

#[test]
fn the_page_gets_the_token_only_when_it_asked_for_it_on_purpose() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.embed().open_with("").await?;
        journey.embed().wait_for_status("signed-out").await?;
        let found = run(
            journey,
            "const kind = () => element.getAccessToken().then(() => 'given', (error) => error.kind);
             const before = await kind();
             element.exposeToken = true;
             return [before, await kind()]",
        );
        assert_eq!(found.await?, json!(["token_not_exposed", "token_expired"]));
        Ok(())
    })
}
