//! Signing in.

use sell_journeys::{Outcome, Plan, journey};
use serde_json::{Value, json};

#[test]
fn a_person_signs_in_with_chosen_scopes_and_finds_the_token_working() -> Outcome {
    journey(Plan::default(), async |journey| {
        journey.control().switch("token.ttl", "5430")?;
        journey.open("/?view=token&x=1#part").await?;
        let start = journey.start();
        assert_eq!(start.chosen().await?, ["read", "profile"]);
        start.toggle("write").await?;
        start.toggle("read").await?;
        assert_eq!(start.chosen().await?, ["write", "profile"]);
        start.sign_in().await?;
        journey.go_through().await?;

        journey.app().wait_for_verdict("Works").await?;
        let address = journey.browser().address().await?;
        assert_eq!(
            address,
            format!("{}/?view=token&x=1#part", journey.stage().app())
        );
        let scopes = journey.token().fact("Scopes").await?;
        assert_eq!(scopes.asked, "write profile");
        assert_eq!(scopes.now, "write profile");
        assert_eq!(scopes.difference, "");
        let end = journey.token().fact("Expires").await?;
        assert_eq!(end.said, "5430 seconds");
        assert!(end.now.starts_with("in 1 hour "), "{}", end.now);
        let result = journey
            .token()
            .run_until("GET /v2/users/self", "200")
            .await?;
        assert!(result.starts_with("Allowed"), "{result}");
        Ok(())
    })
}

#[test]
fn the_token_is_marked_as_stored_on_the_callback_page_when_the_address_is_clean() -> Outcome {
    journey(Plan::default(), async |journey| {
        journey.sign_in().await?;
        let marks = journey.browser().told("mark").await?;
        assert_eq!(
            marks,
            [json!({ "path": "/callback.html", "clean": true, "kept": true })]
        );
        let grant = journey.records().grant().await?.unwrap_or_default();
        let odd: Vec<_> = grant
            .as_object()
            .into_iter()
            .flatten()
            .filter(|(key, _)| key.contains("refresh"))
            .collect();
        assert!(odd.is_empty(), "{odd:?}");
        Ok(())
    })
}

#[test]
fn a_reload_keeps_the_session_and_asks_about_the_token_again() -> Outcome {
    journey(Plan::default(), async |journey| {
        let token = journey.sign_in().await?;
        journey.app().wait_for_verdict("Works").await?;
        journey.control().forget_requests().await?;
        journey.browser().web().refresh().await?;
        journey.app().wait_for_verdict("Works").await?;
        assert_eq!(journey.app().status().await?, "active");
        assert_eq!(journey.records().token().await?, token);
        assert_eq!(
            journey.control().count("GET", "/oauth2/token/info").await?,
            1
        );
        assert_eq!(
            journey.control().count("GET", "/oauth2/authorize").await?,
            0
        );
        Ok(())
    })
}

#[test]
fn no_document_of_the_tab_tells_the_token_by_its_timing_or_its_history() -> Outcome {
    journey(Plan::default(), async |journey| {
        let token = journey.sign_in().await?;
        let timing = "return [performance.getEntriesByType('navigation')[0].name,
            navigation.activation.entry.url, navigation.activation.from?.url ?? '']";
        let told: Vec<String> = journey.browser().script(timing, Value::Null).await?;
        assert!(told[0].starts_with(journey.stage().app()), "{told:?}");
        assert!(!told.iter().any(|text| text.contains(&token)));
        let history = journey.browser().history().await?;
        assert!(history.len() > 2);
        assert!(
            !history.iter().any(|entry| entry.contains("access_token")),
            "{}",
            history.len()
        );
        assert!(!history.iter().any(|entry| entry.contains("/callback.html")));
        Ok(())
    })
}

#[test]
fn an_answer_to_the_app_itself_is_captured_before_any_module_runs() -> Outcome {
    journey(Plan::default(), async |journey| {
        let (app, sell) = (journey.stage().app(), journey.stage().sandbox_origin());
        journey.stage().switches().configure(json!({
            "client_id": journey.stage().client_id(), "auth_base": sell, "api_base": sell,
            "redirect_uri": format!("{app}/"), "scopes": ["read"],
        }));
        journey.sign_in().await?;
        journey.app().wait_for_verdict("Works").await?;
        let marks = journey.browser().told("mark").await?;
        assert_eq!(marks, [json!({ "path": "/", "clean": true, "kept": true })]);
        let early = "const [mark] = performance.getEntriesByName('token-stored');
            const [document] = performance.getEntriesByType('navigation');
            return mark.startTime < document.domInteractive";
        assert!(journey.browser().script::<bool>(early, Value::Null).await?);
        assert_eq!(journey.browser().address().await?, format!("{app}/"));
        // The navigation's own timing entry keeps the address until the document goes (M1):
        // what the callback page is for.
        journey.browser().web().refresh().await?;
        journey.app().wait_for_verdict("Works").await
    })
}
