//! The strict policy: it is kept, and where it forbids WebAssembly that is said.

use sell_journeys::{Outcome, Plan, journey};
use serde_json::Value;

#[test]
fn the_whole_flow_keeps_to_the_strict_policy() -> Outcome {
    journey(Plan::default(), async |journey| {
        journey.control().switch("revoke.auth", "client_id")?;
        journey.open("/?view=setup").await?;
        journey.setup().text().await?;
        journey.open("/").await?;
        for theme in ["Dark", "Light", "Auto"] {
            journey.browser().press_labelled(theme).await?;
        }
        let token = journey.sign_in().await?;
        journey.app().wait_for_verdict("Works").await?;
        journey.token().toggle_shown().await?;
        let shown = async || journey.token().shown().await;
        assert_eq!(journey.browser().wait("the token", shown).await?, token);
        journey.token().toggle_shown().await?;
        journey
            .token()
            .run_until("GET /v2/users/self", "200")
            .await?;
        journey.token().revoke().await?;
        journey.app().wait_for_verdict("Revoked").await?;
        assert_eq!(
            journey.browser().told("violation").await?,
            Vec::<Value>::new()
        );
        let console = journey.browser().console().await?;
        assert!(
            !console
                .iter()
                .any(|line| line.contains("Content Security Policy")),
            "{console:?}"
        );
        Ok(())
    })
}

#[test]
fn before_the_sign_in_nothing_is_asked_for_but_our_own_files() -> Outcome {
    journey(Plan::default(), async |journey| {
        journey.open("/").await?;
        journey.app().wait_for_status("signed-out").await?;
        let wire = journey.browser().wire().await?;
        let wire: Vec<_> = wire
            .iter()
            .filter(|sent| sent.url.starts_with("http"))
            .collect();
        let foreign: Vec<_> = wire
            .iter()
            .filter(|sent| sent.origin() != journey.stage().app())
            .collect();
        assert!(foreign.is_empty(), "{foreign:?}");
        let ours = [
            "/",
            "/capture.js",
            "/boot.js",
            "/config.json",
            "/styles/",
            "/icons/",
            "/sell-elements-",
        ];
        let odd: Vec<_> = wire
            .iter()
            .map(|sent| sent.path())
            .filter(|path| *path != "/" && !ours[1..].iter().any(|own| path.starts_with(own)))
            .collect();
        assert!(odd.is_empty(), "{odd:?}");
        assert!(wire.len() > 5, "{}", wire.len());
        assert_eq!(journey.control().requests().await?, []);
        Ok(())
    })
}

#[test]
fn where_webassembly_is_forbidden_the_app_says_so() -> Outcome {
    journey(Plan::default(), async |journey| {
        journey.stage().switches().forbid_wasm(true);
        journey.open("/").await?;
        journey.app().wait_for_status("failed").await?;
        let notice = journey
            .app()
            .wait_for_notice("The page's security policy stops this panel")
            .await?;
        assert!(notice.contains("'wasm-unsafe-eval'"), "{notice}");
        // The probe is awake: the policy that stopped the module was told of.
        assert!(!journey.browser().told("violation").await?.is_empty());
        Ok(())
    })
}

#[test]
fn where_webassembly_is_forbidden_the_answer_is_dropped_and_that_is_said() -> Outcome {
    journey(Plan::default(), async |journey| {
        journey.ask_for_consent().await?;
        journey.stage().switches().forbid_wasm(true);
        journey.consent().allow().await?;
        let said = journey.callback().wasm_is_blocked().await?;
        assert!(said.contains("'wasm-unsafe-eval'"), "{said}");
        journey.guard(&journey.callback().token_of_the_navigation().await?);
        let address = journey.browser().address().await?;
        assert_eq!(address, format!("{}/callback.html", journey.stage().app()));
        assert_eq!(journey.records().grant().await?, None);
        let history = journey.browser().history().await?.join("\n");
        assert!(!history.contains("access_token"));

        journey.stage().switches().forbid_wasm(false);
        journey.open("/").await?;
        journey.app().wait_for_status("failed").await?;
        assert_eq!(
            journey.control().count("GET", "/oauth2/token/info").await?,
            0
        );
        Ok(())
    })
}
