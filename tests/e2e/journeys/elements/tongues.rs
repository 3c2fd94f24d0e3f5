//! Which language an element speaks: that of the nearest `lang`, where the page has registered it.

use sell_journeys::{Journey, Outcome, Plan, journey};
use sell_stage::HostPage;
use serde_json::{Value, json};

/// Two languages with a few words each, and elements that stand in one, in a narrower one, in one that
/// nobody registered, and in the shadow root of a host that says its own.
const PAGE: &str = r#"<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Host</title>
<script type="module" src="/sell-elements/demo.js?state=STATE"></script>
<script type="module">
  import { registerLanguage } from '/sell-elements/sell-elements.js';
  Object.assign(window, { registerLanguage });
  registerLanguage('de', { 'Sign in to Sell': 'Bei Sell anmelden', 'Check this token': 'Token prüfen', 'Expires': 'Endet',
    'in {span}': 'in {span}', 'That does not look like a token': 'Das ist kein Token', 'A file did not load': 'Eine Datei fehlt' });
  registerLanguage('PL-pl', { 'Check this token': 'Sprawdź token', 'in {span}': 'za {span}' });
  const host = document.querySelector('#host');
  host.attachShadow({ mode: 'open' }).innerHTML = '<p><sell-token source="paste"></sell-token></p>';
  const cases = () => [...document.querySelectorAll('[data-case]'), host.shadowRoot.querySelector('sell-token')];
  window.said = () => cases().map(({ shadowRoot: { firstChild: mount } }) =>
    [mount.lang, mount.querySelector('.sell-embedded button')?.textContent]);
</script></head><body>
<sell-sign-in data-case variant="card" client-id="any" scope="read" redirect-uri="ORIGIN/sell-elements/callback.html"></sell-sign-in>
<section lang="pl-PL-x-formal"><sell-token data-case source="paste"></sell-token></section>
<sell-token data-case source="paste" lang="fr"></sell-token><div id="host" lang="de-AT"></div></body></html>"#;

async fn open(journey: &Journey, state: &str) -> Outcome {
    let [origin, _] = journey.embed().origins()?;
    let page = HostPage::markup(PAGE.replace("STATE", state).replace("ORIGIN", origin));
    journey.embed().show("/", page)?;
    journey.browser().go(&format!("{origin}/")).await?;
    let there = "return typeof window.registerLanguage";
    becomes(journey, there, &json!("function")).await
}

/// Waits until a script's value is this one.
async fn becomes(journey: &Journey, script: &str, expected: &Value) -> Outcome {
    let look = async || {
        let value: Value = journey.browser().script(script, Value::Null).await?;
        Ok((value == *expected).then_some(()))
    };
    journey.browser().wait(script, look).await
}

async fn run(journey: &Journey, script: &str) -> Outcome<Value> {
    journey.browser().script(script, Value::Null).await
}

const SAID: &str = "return window.said?.()";

#[test]
fn an_element_speaks_the_language_it_stands_in_and_follows_a_change() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        open(journey, "signed-out").await?;
        let polish = json!(["pl-PL", "Sprawdź token"]);
        let english = json!(["en", "Check this token"]);
        let german = json!(["de", "Token prüfen"]);
        let first = json!([["de", "Bei Sell anmelden"], polish, english, german]);
        becomes(journey, SAID, &first).await?;
        let change = "document.documentElement.lang = 'en-GB';
            document.querySelector('[lang=fr]').lang = 'pl-PL'";
        run(journey, change).await?;
        let then = json!([["en", "Sign in to Sell"], polish, polish, german]);
        becomes(journey, SAID, &then).await?;
        run(
            journey,
            "registerLanguage('en-GB', { 'Sign in to Sell': 'Sign in, do' })",
        )
        .await?;
        let last = json!([["en-GB", "Sign in, do"], polish, polish, german]);
        becomes(journey, SAID, &last).await?;
        let inside = "document.querySelector('#host').shadowRoot.firstChild.lang = 'pl-PL'";
        run(journey, inside).await?;
        let inside = json!([["en-GB", "Sign in, do"], polish, polish, polish]);
        becomes(journey, SAID, &inside).await
    })
}

#[test]
fn amounts_are_in_the_plural_of_the_language() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        open(journey, "active").await?;
        run(journey, "document.documentElement.lang = 'pl-PL'").await?;
        let card = "const end = document.querySelector('sell-sign-in').shadowRoot.querySelector('[data-fact=expires]');
            return /^(Expires)?za (\\d+ (minut|minuty|minutę)|\\d+ (godzin|godziny|godzina)( .+)?)$/.test(end?.textContent) || end?.textContent";
        becomes(journey, card, &json!(true)).await
    })
}

#[test]
fn what_scripts_are_told_stays_english_while_the_panel_speaks_another_language() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        open(journey, "signed-out").await?;
        let told = "const token = document.querySelector('sell-token[lang=fr]');
            token.lang = 'de';
            return token.inspect('no').catch(({ kind, title }) => [kind, title])";
        let told: Value = journey.browser().script_later(told, Value::Null).await?;
        assert_eq!(
            told,
            json!(["paste_unrecognised", "That does not look like a token"])
        );
        let shown = "return document.querySelectorAll('[data-case]')[2].shadowRoot.textContent.includes('Das ist kein Token')";
        becomes(journey, shown, &json!(true)).await
    })
}

#[test]
fn a_skeleton_and_a_failure_without_the_module_speak_it_too() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let held = journey.embed().hold_module()?;
        open(journey, "signed-out").await?;
        let button = "return document.querySelector('sell-sign-in').shadowRoot?.querySelector('[data-skeleton] button')?.textContent";
        becomes(journey, button, &json!("Bei Sell anmelden")).await?;
        journey
            .embed()
            .host()?
            .switches()
            .tamper("/sell-elements.wasm");
        held.release();
        let title = "return document.querySelector('sell-sign-in').shadowRoot.querySelector('[role=alert] .sell-notice-title')?.textContent";
        becomes(journey, title, &json!("Eine Datei fehlt")).await?;
        run(journey, "document.documentElement.lang = ''").await?;
        becomes(journey, title, &json!("A file did not load")).await
    })
}

#[test]
fn a_language_that_is_none_is_refused_with_what_it_should_be() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        open(journey, "signed-out").await?;
        let refused = "return [['deutsch_1', {}], ['', {}], ['it'], ['it', { a: 1 }], ['it', Promise.resolve({})], ['it', new Map()], ['it', ['a']], ['it', 'a']].map((args) => {
            try { registerLanguage(...args); return 'taken'; } catch ({ name, message }) { return name + (message.includes(' must be ') ? '' : ': ' + message); }
          })";
        let expected = json!([
            "RangeError",
            "RangeError",
            "TypeError",
            "TypeError",
            "TypeError",
            "TypeError",
            "TypeError",
            "TypeError"
        ]);
        assert_eq!(run(journey, refused).await?, expected);
        Ok(())
    })
}

#[test]
fn a_tag_of_old_and_a_translation_left_open_are_understood() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        open(journey, "signed-out").await?;
        let register = "registerLanguage('iw', { 'Sign in to Sell': '', 'Check this token': 'בדיקה' });
            document.documentElement.lang = 'iw'; document.querySelector('[lang=fr]').lang = 'iw'; return null";
        run(journey, register).await?;
        let said = "return said().filter(([lang]) => lang === 'he')";
        let expected = json!([["he", "Sign in to Sell"], ["he", "בדיקה"]]);
        becomes(journey, said, &expected).await
    })
}

#[test]
fn what_is_wrong_with_an_attribute_is_said_in_the_language_beside_its_name() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        open(journey, "signed-out").await?;
        let spoil = "registerLanguage('de', { 'is not set.': 'fehlt.', 'Sign-in is not set up': 'Anmeldung nicht eingerichtet' });
            document.querySelector('sell-sign-in').removeAttribute('client-id'); return null";
        run(journey, spoil).await?;
        let shown = "return [...document.querySelector('sell-sign-in').shadowRoot.querySelectorAll('[role=alert] p')].slice(0, 2).map(({ textContent }) => textContent)";
        let expected = json!(["Anmeldung nicht eingerichtet", "client-id fehlt."]);
        becomes(journey, shown, &expected).await?;
        // While it is set up anew there is neither a failure nor a panel to tell it in.
        let mend = "const element = document.querySelector('sell-sign-in');
            element.setAttribute('client-id', 'any');
            await null;
            registerLanguage('de', { 'Sign in to Sell': 'Anmelden' }); return null";
        journey
            .browser()
            .script_later::<Value>(mend, Value::Null)
            .await?;
        becomes(journey, "return said()[0]", &json!(["de", "Anmelden"])).await
    })
}
