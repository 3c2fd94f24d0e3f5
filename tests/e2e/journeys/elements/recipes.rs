//! The functions of `docs/recipes.md`, taken from the page and run in a browser.

use std::fs;
use std::path::Path;

use sell_journeys::{Journey, Outcome, Plan, journey};
use serde_json::Value;

/// Everything that stands in a fence of this language, one after the other.
fn fenced(language: &str) -> Outcome<String> {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/recipes.md");
    let page = fs::read_to_string(page)?;
    let fences = page.split("```").skip(1).step_by(2);
    Ok(fences
        .filter_map(|fence| fence.strip_prefix(language)?.strip_prefix('\n'))
        .collect())
}

/// Puts the functions into the page.
async fn learn(journey: &Journey) -> Outcome {
    let text = fenced("js")?;
    assert!(text.contains("export "), "no functions in the recipes");
    let script = "const code = arguments[0].replaceAll('export ', '') + '; return { everyItem, requestWith, warn, speakGerman };';
        Object.assign(window, new Function(code)(), { sell: document.querySelector('sell-sign-in') }); return null";
    journey
        .browser()
        .script::<Value>(script, text.into())
        .await
        .map(drop)
}

#[test]
fn all_pages_of_a_list_are_read() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.embed().open_with("").await?;
        journey.embed().sign_in_by_redirect().await?;
        learn(journey).await?;
        let read = "const ids = [];
            for await (const { id } of everyItem(sell, '/v2/deals?per_page=3')) ids.push(id);
            const whole = await (await sell.request('/v2/deals?per_page=100')).json();
            return [ids.length, new Set(ids).size, whole.items.length]";
        let counts: [u64; 3] = journey.browser().script_later(read, Value::Null).await?;
        assert!(counts[0] > 3, "one page only: {counts:?}");
        assert_eq!(counts, [counts[2]; 3]);
        Ok(())
    })
}

#[test]
fn a_missing_scope_is_added_by_a_window_and_the_call_made_again() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.embed().open_with("").await?;
        journey.embed().sign_in_by_redirect().await?;
        learn(journey).await?;
        let web = journey.browser().web();
        let page = web.window().await?;
        let begin = "window.end = requestWith(sell, 'write', '/v2/tags', \
            { method: 'POST', body: { data: { name: 'Recipe', resource_type: 'deal' } } }).then(({ status }) => status)";
        journey.browser().as_if_clicked(begin).await?;
        journey.embed().allow_in_window(&page).await?;
        let end = "return window.end";
        let status: u16 = journey.browser().script_later(end, Value::Null).await?;
        assert_eq!(status, 200);
        Ok(())
    })
}

#[test]
fn a_page_is_told_that_its_session_ends_and_renews_it_by_one_press() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let embed = journey.embed();
        embed
            .open_with("mode=\"popup\" warn-before=\"7200\"")
            .await?;
        learn(journey).await?;
        let told = "window.told = []; warn(sell, (text) => told.push(text)); return null";
        journey.browser().script::<Value>(told, Value::Null).await?;
        let page = journey.browser().web().window().await?;
        embed.press().await?;
        let window = journey.browser().other_window(&page).await?;
        journey.log_in().await?;
        journey.consent().allow().await?;
        journey.browser().gone(&window, &page).await?;
        embed.wait_to_hear("expiring").await?;
        let told = "return told";
        let told: Vec<String> = journey.browser().script(told, Value::Null).await?;
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].ends_with(" minutes left"), "{told:?}");
        let before = journey.records().token().await?;
        let again = "sell-sign-in >>> .sell-account button:last-child";
        journey.browser().press_deep(again).await?;
        journey.embed().allow_in_window(&page).await?;
        let read = async || {
            let token = journey.records().token().await?;
            Ok((token != before).then_some(()))
        };
        journey.browser().wait("another token", read).await
    })
}

#[test]
fn a_button_fills_the_card_that_it_stands_in() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let embed = journey.embed();
        let [origin, _] = embed.origins()?;
        let element = embed.sign_in(origin, "");
        let body = format!("<div id=\"card\">{element}</div>");
        embed.open(&body).await?;
        embed.wait_for_status("signed-out").await?;
        let script = "const sheet = new CSSStyleSheet(); sheet.replaceSync(arguments[0]);
            document.adoptedStyleSheets.push(sheet);
            const card = document.getElementById('card');
            card.style.width = '20rem';
            const button = card.firstElementChild.shadowRoot.querySelector('[part~=button]');
            return [card, button].map((box) => box.getBoundingClientRect().width)";
        let [card, button]: [f64; 2] = journey
            .browser()
            .script(script, fenced("css")?.into())
            .await?;
        assert!((card - button).abs() < 1.0, "{button} in {card}");
        Ok(())
    })
}

#[test]
fn the_elements_speak_the_language_that_the_page_brings() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.embed().open_with("").await?;
        journey.embed().wait_for_status("signed-out").await?;
        learn(journey).await?;
        let speak = "const { registerLanguage } = await import('/sell-elements/sell-elements.js');
            document.documentElement.lang = 'de-AT';
            speakGerman(registerLanguage)";
        let spoken = journey.browser().script_later::<Value>(speak, Value::Null);
        spoken.await?;
        journey
            .embed()
            .wait_for_words("sell-token", "Token prüfen")
            .await
    })
}
