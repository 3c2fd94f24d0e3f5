//! Strict policies, files that are not what they should be, and copies that meet.

use axum::http::HeaderValue;
use axum::http::header::CONTENT_SECURITY_POLICY;
use sell_journeys::{Journey, Outcome, Plan, journey};
use serde_json::{Value, json};

/// The policy that we tell people to send, with the sandbox in Sell's place.
fn strict(journey: &Journey) -> String {
    let sell = journey.stage().sandbox_origin();
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self' {sell}"
    )
}

/// A page with all elements under a policy.
async fn open_under(journey: &Journey, policy: &str, further: &str) -> Outcome {
    let embed = journey.embed();
    let [origin, _] = embed.origins()?;
    let elements = format!(
        "{}<sell-token id=\"token\"></sell-token><sell-scopes id=\"scopes\"></sell-scopes>",
        embed.sign_in(origin, further)
    );
    let page = embed.page(&elements);
    embed.show(
        "/",
        page.header(CONTENT_SECURITY_POLICY, HeaderValue::from_str(policy)?),
    )?;
    journey.browser().go(&format!("{origin}/")).await
}

#[test]
fn the_whole_flow_keeps_to_the_policy_we_tell_people_to_send() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        open_under(journey, &strict(journey), "").await?;
        journey.embed().sign_in_by_redirect().await?;
        assert_eq!(journey.embed().request("/v2/users/self").await?, 200);
        let all = "const [element, token] = ['sell-sign-in', 'sell-token'].map((name) => document.querySelector(name));
            const checks = await element.check();
            token.report();
            return checks.filter(({ ok }) => ok === false)";
        let failed: Value = journey.browser().script_later(all, Value::Null).await?;
        assert_eq!(failed, json!([]));
        assert_eq!(
            journey.browser().told("violation").await?,
            Vec::<Value>::new()
        );
        Ok(())
    })
}

/// Waits for the failure and gives what the elements say.
async fn failure(journey: &Journey) -> Outcome<Value> {
    journey.embed().wait_for_status("failed").await?;
    let heard = journey.embed().heard_of("error").await?;
    assert_eq!(heard.len(), 1, "{heard:?}");
    Ok(heard[0].detail["error"]["kind"].clone())
}

#[test]
fn a_policy_that_forbids_webassembly_is_named_with_the_line_to_change() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let policy = strict(journey).replace(" 'wasm-unsafe-eval'", "");
        open_under(journey, &policy, "").await?;
        assert_eq!(failure(journey).await?, "wasm_blocked");
        let words = journey.embed().text("sell-sign-in").await?;
        assert!(words.contains("'wasm-unsafe-eval'"), "{words}");
        assert!(words.contains("Copy policy"), "{words}");
        let check = "return (await document.querySelector('sell-sign-in').check()).find(({ id }) => id === 'csp')";
        let check: Value = journey.browser().script_later(check, Value::Null).await?;
        assert_eq!(check["ok"], false);
        assert_eq!(check["fix"], strict(journey));
        Ok(())
    })
}

/// What the check says of the policy of a page that is opened under it.
async fn said_of(journey: &Journey, policy: &str) -> Outcome<Value> {
    open_under(journey, policy, "").await?;
    let check = "return (await document.querySelector('sell-sign-in').check()).find(({ id }) => id === 'csp')";
    journey.browser().script_later(check, Value::Null).await
}

#[test]
fn a_policy_that_stops_sign_in_is_given_back_with_the_least_added() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let sell = journey.stage().sandbox_origin();
        let kept = "img-src data:; script-src 'self' 'sha256-AAAA'";
        let check = said_of(journey, &format!("{kept}; connect-src 'self'")).await?;
        assert_eq!(check["ok"], false, "{check}");
        let mended = format!("{kept} 'wasm-unsafe-eval'; connect-src 'self' {sell}");
        assert_eq!(check["fix"], mended);
        assert_eq!(said_of(journey, &mended).await?["ok"], true);
        let check = said_of(journey, "default-src 'self'").await?;
        let mended = format!(
            "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self' {sell}"
        );
        assert_eq!(check["fix"], mended);
        Ok(())
    })
}

#[test]
fn a_policy_that_hides_itself_from_the_check_is_unknown_and_not_passed() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let sell = journey.stage().sandbox_origin();
        let check = said_of(journey, &format!("connect-src {sell}")).await?;
        assert_eq!(check["ok"], Value::Null, "{check}");
        assert_eq!(check["fix"], format!("connect-src 'self' {sell}"));
        Ok(())
    })
}

#[test]
fn the_check_keeps_to_a_policy_that_requires_trusted_types() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let typed = format!("{}; require-trusted-types-for 'script'", strict(journey));
        open_under(journey, &typed, "").await?;
        let check = "return (await document.querySelector('sell-sign-in').check()).find(({ id }) => id === 'redirect-page')";
        let check: Value = journey.browser().script_later(check, Value::Null).await?;
        assert_eq!(check["ok"], true, "{check}");
        let violations = journey.browser().told("violation").await?;
        assert_eq!(violations, Vec::<Value>::new());
        Ok(())
    })
}

#[test]
fn a_flipped_byte_of_the_module_stops_it_and_trying_again_heals() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey
            .embed()
            .host()?
            .switches()
            .tamper("/sell-elements.wasm");
        journey.embed().open_with("").await?;
        assert_eq!(failure(journey).await?, "wasm_failed");
        journey
            .embed()
            .wait_for_words("sell-token", "A file did not load")
            .await?;
        journey.embed().host()?.switches().reset();
        journey
            .browser()
            .press_deep("sell-sign-in >>> [part~=error-action]")
            .await?;
        journey.embed().wait_for_status("signed-out").await?;
        assert!(
            journey
                .embed()
                .text("sell-token")
                .await?
                .find("did not load")
                .is_none()
        );
        Ok(())
    })
}

#[test]
fn two_copies_of_the_package_on_one_page_do_not_disturb_each_other() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.embed().open_with("").await?;
        journey.embed().wait_for_status("signed-out").await?;
        let script = "
            const { SellSignIn } = await import('/second-copy/classes.js');
            SellSignIn.define('other-sign-in');
            const first = document.querySelector('sell-sign-in');
            const other = document.createElement('other-sign-in');
            for (const { name, value } of first.attributes) other.setAttribute(name, value);
            other.id = 'other';
            other.session = 'other';
            document.querySelector('sell-token').append(other);
            await other.ready;
            addEventListener('sell-before-sign-in', (event) => event.preventDefault());
            return [first.status, other.status]";
        let found: Value = journey.browser().script_later(script, Value::Null).await?;
        assert_eq!(found, json!(["signed-out", "signed-out"]));
        journey
            .browser()
            .press_deep("#in >>> [part~=button]")
            .await?;
        let look = async || {
            let heard = journey.embed().heard_of("before-sign-in").await?;
            Ok(Some(heard).filter(|heard| !heard.is_empty()))
        };
        let heard = journey.browser().wait("one press", look).await?;
        assert_eq!(
            heard
                .iter()
                .map(|event| event.at.as_str())
                .collect::<Vec<_>>(),
            ["in"]
        );
        Ok(())
    })
}
