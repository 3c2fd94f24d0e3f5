//! What strangers can do to a page that embeds the elements without running a script in it.

use sell_journeys::{Outcome, Plan, journey};
use sell_stage::HostPage;
use serde_json::{Value, json};

#[test]
fn a_link_that_looks_like_the_answer_of_a_window_leaves_a_live_session_alone() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let [origin, other] = journey.embed().origins()?;
        journey.embed().open_with("").await?;
        let token = journey.embed().sign_in_by_redirect().await?;
        // In the same tab, from another site.
        journey.browser().go(&format!("{other}/")).await?;
        let state = "A".repeat(43);
        let forged = format!("access_token=forged&token_type=bearer&state=popup.{state}");
        let callback = format!("{origin}/sell-elements/callback.html");
        journey
            .browser()
            .go(&format!("{callback}#{forged}"))
            .await?;
        let said = journey.browser().text("#gone").await?;
        assert!(said.contains("was dropped"), "{said}");
        assert_eq!(journey.browser().address().await?, callback);
        assert_eq!(journey.records().token().await?, token);
        journey.browser().go(&format!("{origin}/")).await?;
        journey.embed().wait_for_status("active").await
    })
}

/// What a page is told by whom it must not believe, in which `state` is right; and texts of no shape.
const FORGERIES: &str = "const to = opener ?? window;
    const state = arguments[0];
    const type = 'sell-elements:answer';
    const hash = '#access_token=forged-in-a-message&token_type=bearer&state=' + state;
    for (const data of [{ type, state, hash, search: '' }, { type, state, hash: 1, search: null }, { type, state }, { type }, type, null, 7, []]) {
      to.postMessage(data, '*');
    }
    to.postMessage('all told', '*');
    return null";

#[test]
fn an_answer_is_believed_from_that_window_on_our_origin_and_from_nobody_else() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let (browser, embed) = (journey.browser(), journey.embed());
        embed.open_with("mode=\"popup\"").await?;
        let listen = "window.told = 0;
            addEventListener('message', ({ data }) => data === 'all told' && told++);
            const real = open;
            window.open = (address, ...further) => real(window.asked = address, ...further);
            return null";
        browser.script::<Value>(listen, Value::Null).await?;
        let page = browser.web().window().await?;
        embed.press().await?;
        let window = browser.other_window(&page).await?;
        browser.web().switch_to_window(page.clone()).await?;
        let state = "return new URL(window.asked).searchParams.get('state')";
        let state: String = browser.script(state, Value::Null).await?;
        // From our origin by another window, and from that window while it is elsewhere.
        browser.script::<Value>(FORGERIES, json!(state)).await?;
        browser.web().switch_to_window(window.clone()).await?;
        journey.login().wait().await?;
        browser.script::<Value>(FORGERIES, json!(state)).await?;
        browser.web().switch_to_window(page.clone()).await?;
        let both = async || {
            let told: u32 = browser.script("return window.told", Value::Null).await?;
            Ok((told == 2).then_some(()))
        };
        browser.wait("all that was told", both).await?;
        assert_eq!(embed.status().await?, "signing-in");
        assert_eq!(journey.records().grant().await?, None);
        browser.web().switch_to_window(window.clone()).await?;
        journey.log_in().await?;
        journey.consent().allow().await?;
        browser.gone(&window, &page).await?;
        embed.wait_for_status("active").await?;
        assert_eq!(embed.request("/v2/users/self").await?, 200);
        journey.records().token().await.map(drop)
    })
}

#[test]
fn where_the_answer_would_come_to_this_page_no_window_is_opened() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let embed = journey.embed();
        let [origin, _] = embed.origins()?;
        let given = embed.sign_in(origin, "mode=\"popup\"");
        let callback = format!("redirect-uri=\"{origin}/sell-elements/callback.html\"");
        // Without the capture script, which would hand it over.
        let page = format!(
            "<!doctype html><title>Host</title><script src=\"/host.js\"></script>\
             <script type=\"module\" src=\"/sell-elements/sell-elements.js\"></script>{}",
            given.replace(&callback, "")
        );
        embed.show("/", HostPage::markup(page))?;
        journey.browser().go(&format!("{origin}/")).await?;
        embed.press().await?;
        let heard = embed.wait_to_hear("error").await?;
        let error = &heard.detail["error"];
        assert_eq!(error["kind"], "config_missing");
        assert_eq!(error["code"], "redirect-uri");
        assert_eq!(journey.browser().web().windows().await?.len(), 1);
        assert_eq!(journey.control().requests().await?, []);
        Ok(())
    })
}

#[test]
fn what_is_written_into_object_prototype_does_not_decide_where_calls_go() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let embed = journey.embed();
        let [origin, _] = embed.origins()?;
        // As a careless reader of `?__proto__[apiBase]=…` lets anybody do.
        embed
            .open(&format!(
                "<script>Object.assign(Object.prototype, {{
                   apiBase: '{origin}', authBase: '{origin}', redirectUri: '{origin}/elsewhere',
                 }})</script>
                 <sell-sign-in id=\"in\" client-id=\"ours\" scope=\"read\"></sell-sign-in>
                 <sell-token></sell-token>"
            ))
            .await?;
        embed.wait_for_status("signed-out").await?;
        let report = "const { createSession } = await import('/sell-elements/headless.js');
            const session = await createSession({ clientId: 'ours', scopes: ['read'] });
            return [document.querySelector('sell-token'), session].map((each) => each.report())
              .map(({ apiBase, redirectUri }) => [apiBase, redirectUri])";
        let report: Value = journey.browser().script_later(report, Value::Null).await?;
        let usual = json!(["https://api.getbase.com", format!("{origin}/")]);
        assert_eq!(report, json!([usual, usual]));
        // The enumerable members are not for whoever looks at the page afterwards.
        let mend = "for (const name of ['apiBase', 'authBase', 'redirectUri']) delete Object.prototype[name]; return null";
        journey
            .browser()
            .script::<Value>(mend, Value::Null)
            .await
            .map(drop)
    })
}
