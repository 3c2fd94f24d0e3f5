//! Our elements inside a page that is written in Yew itself: our own app.

use axum::http::HeaderValue;
use axum::http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, CONTENT_SECURITY_POLICY};
use sell_journeys::{Outcome, Plan, journey};
use serde_json::{Value, json};

#[test]
fn neither_takes_the_others_clicks_for_its_own() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        // The app's own policy allows nobody else's scripts.
        let open =
            HeaderValue::from_static("default-src * 'unsafe-inline' 'wasm-unsafe-eval' data:");
        journey
            .stage()
            .switches()
            .send_header(CONTENT_SECURITY_POLICY, open);
        let everybody = HeaderValue::from_static("*");
        let host = journey.embed().host()?;
        host.switches()
            .send_header(ACCESS_CONTROL_ALLOW_ORIGIN, everybody);
        journey.open("/").await?;
        journey.app().wait_for_status("signed-out").await?;
        let [origin, _] = journey.embed().origins()?;
        let embed = "await import(arguments[0] + '/sell-elements/sell-elements.js');
            window.pressed = [];
            addEventListener('sell-before-sign-in', (event) => {
              event.preventDefault();
              pressed.push(event.target.localName);
            });
            const element = document.createElement('sell-sign-in');
            element.clientId = 'c';
            element.scope = 'read';
            document.querySelector('.sell-scope-picker').append(element);
            await element.ready";
        journey
            .browser()
            .script_later::<Value>(embed, origin.into())
            .await?;
        let chosen = journey.start().chosen().await?;
        for _ in 0..3 {
            let button = "sell-sign-in >>> [part~=button]:enabled";
            journey.browser().press_deep(button).await?;
        }
        let pressed: Value = journey
            .browser()
            .script("return window.pressed", Value::Null)
            .await?;
        assert_eq!(
            pressed,
            json!(["sell-sign-in", "sell-sign-in", "sell-sign-in"])
        );
        assert_eq!(journey.start().chosen().await?, chosen);
        assert_eq!(journey.app().status().await?, "signed-out");
        journey.start().toggle("write").await?;
        assert_ne!(journey.start().chosen().await?, chosen);
        // The app's own button is the app's.
        journey.start().sign_in().await?;
        journey.login().wait().await
    })
}
