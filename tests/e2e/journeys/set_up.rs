//! The app before it is set up: what to register at the server has to be known before the server
//! gives a client identifier.

use sell_journeys::{Journey, Outcome, Plan, journey};
use serde_json::{Value, json};

/// What a deployer's `config.json` says, as the build writes it but for the server.
fn configure(journey: &Journey, client_id: &str) {
    let sell = journey.stage().sandbox_origin();
    journey.stage().switches().configure(json!({
        "client_id": client_id, "auth_base": sell, "api_base": sell,
        "redirect_uri": "", "scopes": ["read", "profile"],
    }));
}

#[test]
fn start_without_a_client_id_says_so_and_leads_to_what_to_register() -> Outcome {
    journey(Plan::default(), async |journey| {
        configure(journey, "");
        journey.open("/").await?;
        let app = journey.app();
        let notice = app.wait_for_notice("Sign-in is not set up").await?;
        assert!(notice.contains("client_id is not set."), "{notice}");
        let sign_in = "return document.body.innerText.includes('Sign in to Sell')";
        assert!(
            !journey
                .browser()
                .script::<bool>(sign_in, Value::Null)
                .await?
        );

        journey.browser().press("Open setup").await?;
        let setup = journey.setup().text().await?;
        let redirect = format!("{}/callback.html", journey.stage().app());
        assert!(setup.contains(&redirect), "{setup}");
        assert!(setup.contains("Developer Apps"), "{setup}");
        assert!(
            setup.contains("set what is missing in config.json"),
            "{setup}"
        );
        assert!(setup.contains("not set"), "{setup}");

        journey.open("/?view=setup").await?;
        assert!(journey.setup().text().await?.contains(&redirect));
        configure(journey, journey.stage().client_id());
        journey.open("/?view=setup").await?;
        let setup = journey.setup().text().await?;
        assert!(setup.contains(journey.stage().client_id()), "{setup}");
        assert!(!setup.contains("not set"), "{setup}");
        Ok(())
    })
}

#[test]
fn a_token_can_be_looked_at_before_there_is_a_client_id() -> Outcome {
    journey(Plan::default(), async |journey| {
        configure(journey, "");
        journey.open("/").await?;
        let token = journey.control().issue(json!({})).await?;
        journey.guard(&token);
        journey.start().check_token(&token).await?;
        journey.start().wait_for_pasted_verdict("Works").await
    })
}

#[test]
fn the_setup_says_what_it_found_and_asks_the_servers_when_told_to() -> Outcome {
    journey(Plan::default(), async |journey| {
        journey.open("/?view=setup").await?;
        let setup = journey.setup();
        let before = setup.text().await?;
        for found in [
            journey.stage().app(),
            "sessionStorage",
            "At the top level",
            "capture.js ran",
        ] {
            assert!(before.contains(found), "{before}");
        }
        assert_eq!(journey.control().requests().await?, []);
        journey.browser().press("Check this page").await?;
        let answered = async || {
            let text = setup.text().await?;
            Ok(text.contains("Status 401 without a token").then_some(text))
        };
        let text = journey.browser().wait("the answer", answered).await?;
        assert!(text.contains("wasm-unsafe-eval"), "its policy: {text}");
        assert!(!text.contains("Unknown"), "{text}");
        let asked = journey.control().requests().await?;
        assert!(
            asked.iter().all(|seen| !seen.has_authorization),
            "{asked:?}"
        );

        journey.control().switch("cors", "off")?;
        journey.browser().press("Check this page").await?;
        let hidden = async || {
            let text = setup.text().await?;
            Ok(text.contains("The browser hid the answer").then_some(text))
        };
        let text = journey.browser().wait("no answer", hidden).await?;
        assert!(
            text.contains("Change: set api_base in config.json"),
            "{text}"
        );
        Ok(())
    })
}
