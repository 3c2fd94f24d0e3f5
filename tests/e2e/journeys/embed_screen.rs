//! The Embed screen: its knobs turn the published elements, which work there as anywhere.

use axum::http::StatusCode;
use sell_journeys::{Journey, Outcome, Plan, journey};
use sell_stage::HostPage;
use serde_json::{Value, json};

const RIGHT: &str = "\u{E014}";
const SIGN_IN: &str = "sell-sign-in";

/// Presses the live button and goes through the window that it opens.
async fn sign_in_by_a_window(journey: &Journey) -> Outcome<String> {
    journey.embed().sign_in_by_window().await?;
    journey.records().token().await
}

async fn no_policy_was_broken(journey: &Journey) -> Outcome {
    let violations = journey.browser().told("violation").await?;
    assert_eq!(violations, Vec::<Value>::new());
    Ok(())
}

#[test]
fn a_knob_turns_the_live_element_and_its_code_and_the_element_signs_in() -> Outcome {
    journey(Plan::default(), async |journey| {
        journey.open("/").await?;
        journey.app().wait_for_status("signed-out").await?;
        let screen = journey.embed_screen();
        screen.come_by_the_header().await?;
        assert!(!screen.code().await?.contains("mode="));

        // By the keyboard alone: radio buttons go by arrows.
        screen
            .control("mode", "input:checked")
            .await?
            .send_keys(RIGHT)
            .await?;
        screen
            .wait_for_attribute(SIGN_IN, "mode", Some("popup"))
            .await?;
        screen.wait_for_code("mode=\"popup\"").await?;
        screen.write("label", "Say \"hi\"").await?;
        screen
            .wait_for_attribute(SIGN_IN, "label", Some("Say \"hi\""))
            .await?;
        screen.wait_for_code("label=\"Say &quot;hi&quot;\"").await?;
        journey.browser().press_labelled("Yew").await?;
        screen.wait_for_code("popup=true").await?;
        screen.wait_for_code("label=\"Say \\\"hi\\\"\"").await?;
        journey.browser().press_labelled("React 19").await?;
        screen.wait_for_code("onsell-signed-in=").await?;

        let token = sign_in_by_a_window(journey).await?;
        let detail = screen.wait_to_hear("sell-signed-in").await?;
        assert_eq!(detail["via"], "popup");
        assert_eq!(detail["scopes"], json!(["read", "profile"]));
        assert_eq!(screen.heard("sell-signed-in").await?.len(), 1);
        assert_eq!(journey.embed().request("/v2/users/self").await?, 200);
        let address = journey.browser().address().await?;
        assert!(
            address.contains("mode=popup") && address.contains("code=react"),
            "{address}"
        );
        assert!(
            !address.contains(&token) && !address.contains("client-id"),
            "{address}"
        );
        no_policy_was_broken(journey).await?;

        // It is the session that the app has.
        journey
            .browser()
            .see("a[href$='view=token']")
            .await?
            .click()
            .await?;
        journey.app().wait_for_verdict("Works").await
    })
}

#[test]
fn the_code_that_is_shown_works_on_a_page_of_its_own() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let screen = journey.embed_screen();
        screen.open("?mode=popup&label=%22%3Cb%3E%26").await?;
        let [host, _] = journey.embed().origins()?;
        let callback = format!("{host}/sell-elements/callback.html");
        screen.write("redirect-uri", &callback).await?;
        screen.wait_for_code(&callback).await?;
        let code = screen.code().await?;
        let page = format!(
            "<!doctype html><html lang=\"en\"><title>Host</title><body>{code}</body></html>"
        );
        journey.embed().show("/", HostPage::markup(page))?;
        journey.browser().go(&format!("{host}/")).await?;
        journey.embed().wait_for_words(SIGN_IN, "\"<b>&").await?;
        sign_in_by_a_window(journey).await?;
        assert_eq!(journey.embed().request("/v2/users/self").await?, 200);
        Ok(())
    })
}

#[test]
fn a_sign_in_by_this_tab_comes_back_to_the_knobs_as_they_stood() -> Outcome {
    journey(Plan::default(), async |journey| {
        let screen = journey.embed_screen();
        screen
            .open("?element=sell-token&no-reveal=no-reveal&code=vue")
            .await?;
        let address = journey.browser().address().await?;
        journey.embed().press().await?;
        journey.log_in().await?;
        journey.consent().allow().await?;
        journey.app().wait_for_status("active").await?;
        journey.records().token().await?;
        assert_eq!(journey.browser().address().await?, address);
        screen
            .wait_for_attribute("sell-token", "no-reveal", Some("no-reveal"))
            .await?;
        screen.wait_for_code("<sell-token no-reveal />").await?;
        assert_eq!(
            screen.wait_to_hear("sell-signed-in").await?["via"],
            "redirect"
        );
        journey
            .embed()
            .wait_for_words("sell-token", "Works")
            .await?;
        let header = journey.browser().text(".sell-header-badge").await?;
        assert!(header.starts_with("Connected · read, profile"), "{header}");
        no_policy_was_broken(journey).await
    })
}

#[test]
fn another_element_is_shown_beside_the_session_that_is_held() -> Outcome {
    journey(Plan::default(), async |journey| {
        let screen = journey.embed_screen();
        screen.open("?mode=popup").await?;
        sign_in_by_a_window(journey).await?;
        journey.browser().press_labelled("sell-scopes").await?;
        let run = "await document.querySelector('sell-scopes').run('users-self')";
        journey
            .browser()
            .script_later::<Value>(run, Value::Null)
            .await?;
        let call = screen.wait_to_hear("sell-call").await?;
        assert_eq!(call["result"]["status"], 200);
        assert_eq!(journey.app().status().await?, "active");
        assert_eq!(screen.heard("sell-signed-in").await?.len(), 1);
        Ok(())
    })
}

#[test]
fn a_link_chooses_knobs_and_neither_a_server_nor_a_way_back_elsewhere() -> Outcome {
    journey(Plan::default(), async |journey| {
        let screen = journey.embed_screen();
        let evil = "https%3A%2F%2Fevil.example";
        let query = format!("?auth-base={evil}&api-base={evil}&redirect-uri={evil}&scope=read");
        screen.open(&query).await?;
        assert_eq!(
            screen.attribute(SIGN_IN, "scope").await?.as_deref(),
            Some("read")
        );
        let sandbox = journey.stage().sandbox_origin();
        for name in ["auth-base", "api-base"] {
            assert_eq!(
                screen.attribute(SIGN_IN, name).await?.as_deref(),
                Some(sandbox)
            );
        }
        let callback = format!("{}/callback.html", journey.stage().app());
        assert_eq!(
            screen.attribute(SIGN_IN, "redirect-uri").await?,
            Some(callback)
        );
        let address = journey.browser().address().await?;
        assert!(address.ends_with("/embed.html?scope=read"), "{address}");
        journey.browser().press("Reset attributes").await?;
        screen
            .wait_for_attribute(SIGN_IN, "scope", Some("read profile"))
            .await?;
        Ok(())
    })
}

#[test]
fn the_element_finds_nothing_wrong_with_this_page() -> Outcome {
    journey(Plan::default(), async |journey| {
        let screen = journey.embed_screen();
        screen.open("").await?;
        let checks = screen.check().await?;
        assert!(checks.len() > 8, "{checks:?}");
        let odd: Vec<_> = checks.iter().filter(|(tone, _)| tone != "works").collect();
        assert!(odd.is_empty(), "{odd:?}");
        no_policy_was_broken(journey).await
    })
}

#[test]
fn elements_that_are_not_the_published_ones_do_not_run_and_that_is_said() -> Outcome {
    journey(Plan::default(), async |journey| {
        let switches = journey.stage().switches();
        switches.tamper("/elements/sell-elements-*.js");
        journey.open("/embed.html").await?;
        elements_are_missing(journey).await
    })?;
    journey(Plan::default(), async |journey| {
        let switches = journey.stage().switches();
        switches.tamper("/elements/sell-elements-*.wasm");
        journey.open("/embed.html").await?;
        journey
            .embed()
            .wait_for_words(SIGN_IN, "A file did not load")
            .await?;
        journey.app().wait_for_status("failed").await
    })
}

#[test]
fn elements_that_did_not_load_are_there_after_a_reload() -> Outcome {
    journey(Plan::default(), async |journey| {
        let switches = journey.stage().switches();
        switches.refuse("/elements/*", StatusCode::SERVICE_UNAVAILABLE);
        journey.open("/embed.html").await?;
        elements_are_missing(journey).await?;
        switches.reset();
        journey.browser().press("Reload the page").await?;
        journey.app().wait_for_status("signed-out").await
    })
}

async fn elements_are_missing(journey: &Journey) -> Outcome {
    let told = journey.browser().text("#sell-live [role=alert]").await?;
    assert!(told.contains("did not load"), "{told}");
    Ok(())
}

#[test]
fn the_header_has_the_same_views_on_both_pages() -> Outcome {
    journey(Plan::default(), async |journey| {
        journey.open("/").await?;
        journey.app().wait_for_status("signed-out").await?;
        let of_app = journey.embed_screen().views().await?;
        journey.embed_screen().open("").await?;
        assert_eq!(journey.embed_screen().views().await?, of_app);
        assert!(
            of_app.iter().any(|(label, _)| label == "Embed"),
            "{of_app:?}"
        );
        Ok(())
    })
}
