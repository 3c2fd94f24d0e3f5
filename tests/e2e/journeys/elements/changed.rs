//! Attributes that change while somebody is signed in, or on the way to it.

use sell_journeys::{Outcome, Plan, journey};
use serde_json::{Value, json};

#[test]
fn another_scope_keeps_the_session_and_tells_what_the_token_lacks() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let embed = journey.embed();
        embed.open_signed_in("").await?;
        let script = "
            const element = document.querySelector('sell-sign-in');
            const before = [element.status, element.missingScopes];
            element.scope = 'read profile write';
            await new Promise((resolve) => setTimeout(resolve, 0));
            const { status } = await element.request('/v2/users/self');
            return [before, element.status, element.missingScopes, status]";
        let found: Value = journey.browser().script_later(script, Value::Null).await?;
        assert_eq!(found, json!([["active", []], "active", ["write"], 200]));
        assert_eq!(embed.heard_of("signed-in").await?.len(), 1);
        assert_eq!(embed.heard_of("signed-out").await?.len(), 0);
        Ok(())
    })
}

fn ends_the_session_for_good(other: Value) -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let (browser, embed) = (journey.browser(), journey.embed());
        embed.open_signed_in("").await?;
        let set = "const element = document.querySelector('sell-sign-in');
            window.first ??= { clientId: element.clientId, redirectUri: element.redirectUri };
            Object.assign(element, window.first, arguments[0]); return null";
        browser.script::<Value>(set, other).await?;
        let heard = embed.wait_to_hear("signed-out").await?;
        assert_eq!(
            heard.detail,
            json!({ "reason": "forgotten", "revoked": null })
        );
        embed.wait_for_status("signed-out").await?;
        assert_eq!(journey.records().grant().await?, None);
        browser.script::<Value>(set, json!({})).await?;
        let client = async || {
            let same = "const element = document.querySelector('sell-sign-in');
                return document.querySelector('sell-token').report()?.clientId === element.clientId && element.status";
            let same: Value = browser.script(same, Value::Null).await?;
            Ok((same == json!("signed-out")).then_some(()))
        };
        browser.wait("the first client again", client).await?;
        assert_eq!(embed.heard_of("signed-in").await?.len(), 1);
        assert_eq!(embed.heard_of("signed-out").await?.len(), 1);
        Ok(())
    })
}

#[test]
fn another_client_ends_the_session_for_good_and_says_so() -> Outcome {
    ends_the_session_for_good(json!({ "clientId": "another" }))
}

#[test]
fn another_redirect_uri_ends_the_session_for_good_and_says_so() -> Outcome {
    ends_the_session_for_good(json!({ "redirectUri": "" }))
}

#[test]
fn when_to_warn_changes_at_once_and_ends_no_session() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let embed = journey.embed();
        embed.open_with("storage=\"memory\"").await?;
        embed.wait_for_status("signed-out").await?;
        embed.sign_in_by_window().await?;
        embed.wait_to_hear("signed-in").await?;
        let set = async |value: Value| {
            let script =
                "document.querySelector('sell-sign-in').warnBefore = arguments[0]; return null";
            journey.browser().script::<Value>(script, value).await
        };
        set(json!(86400)).await?;
        embed.wait_for_status("expiring").await?;
        embed.wait_to_hear("expiring").await?;
        set(Value::Null).await?;
        embed.wait_for_status("active").await?;
        assert_eq!(embed.request("/v2/users/self").await?, 200);
        assert_eq!(embed.heard_of("signed-out").await?.len(), 0);
        Ok(())
    })
}

#[test]
fn what_changes_while_a_window_is_open_counts_once_that_sign_in_has_ended() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let (browser, embed) = (journey.browser(), journey.embed());
        embed.open_with("mode=\"popup\" storage=\"memory\"").await?;
        embed.wait_for_status("signed-out").await?;
        let host = browser.web().window().await?;
        embed.press().await?;
        let window = browser.other_window(&host).await?;
        journey.log_in().await?;
        browser.web().switch_to_window(host.clone()).await?;
        let script = "
            const element = document.querySelector('sell-sign-in');
            Object.assign(element, { warnBefore: 60, scope: 'read profile write' });
            return new Promise((resolve) => setTimeout(resolve, 0, null))";
        browser.script_later::<Value>(script, Value::Null).await?;
        assert_eq!(embed.status().await?, "signing-in");
        browser.web().switch_to_window(window.clone()).await?;
        journey.consent().allow().await?;
        browser.gone(&window, &host).await?;
        embed.wait_to_hear("signed-in").await?;
        let lacks = async || {
            let script = "return document.querySelector('sell-sign-in').missingScopes";
            let found: Value = browser.script(script, Value::Null).await?;
            Ok((found == json!(["write"])).then_some(()))
        };
        browser.wait("the missing scope", lacks).await?;
        assert_eq!(embed.request("/v2/users/self").await?, 200);

        // Another client is for the next sign-in, too.
        let script = "document.querySelector('sell-sign-in').forget(); return null";
        browser.script::<Value>(script, Value::Null).await?;
        embed.press().await?;
        let window = browser.other_window(&host).await?;
        browser.web().switch_to_window(host.clone()).await?;
        let script = "
            document.querySelector('sell-sign-in').clientId = 'another';
            return new Promise((resolve) => setTimeout(resolve, 0, null))";
        browser.script_later::<Value>(script, Value::Null).await?;
        assert_eq!(embed.status().await?, "signing-in");
        browser.web().switch_to_window(window.clone()).await?;
        journey.consent().deny().await?;
        browser.gone(&window, &host).await?;
        embed.wait_for_status("signed-out").await?;
        let client = "return document.querySelector('sell-token').report()?.clientId";
        let client: Value = browser.script(client, Value::Null).await?;
        assert_eq!(client, "another");
        Ok(())
    })
}
