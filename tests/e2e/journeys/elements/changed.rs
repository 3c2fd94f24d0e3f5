//! Attributes that change while somebody is signed in.

use sell_journeys::{Outcome, Plan, journey};
use serde_json::{Value, json};

#[test]
fn another_scope_keeps_the_session_and_tells_what_the_token_lacks() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let embed = journey.embed();
        embed.open_with("").await?;
        embed.sign_in_by_redirect().await?;
        embed.wait_to_hear("signed-in").await?;
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

#[test]
fn another_redirect_uri_ends_the_session_and_says_so() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let embed = journey.embed();
        embed.open_with("").await?;
        embed.sign_in_by_redirect().await?;
        embed.wait_to_hear("signed-in").await?;
        let script = "document.querySelector('sell-sign-in').redirectUri = location.origin + '/'; return null";
        journey
            .browser()
            .script::<Value>(script, Value::Null)
            .await?;
        let heard = embed.wait_to_hear("signed-out").await?;
        assert_eq!(
            heard.detail,
            json!({ "reason": "forgotten", "revoked": null })
        );
        embed.wait_for_status("signed-out").await
    })
}
