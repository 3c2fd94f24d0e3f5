//! Elements that are not in the page.

use sell_journeys::{Outcome, Plan, journey};
use serde_json::{Value, json};

/// Takes the element out for good, and gives what its methods say then.
const REMOVED: &str = "
    const element = document.querySelector('sell-sign-in');
    element.remove();
    await new Promise((resolve) => setTimeout(resolve, 0));
    const say = (promise) => promise.then(String, ({ kind, todo }) => kind + ': ' + todo);
    const said = [await say(element.request('/v2/users/self')), await say(element.signOut())];
    said.push(await say(document.createElement('sell-sign-in').signIn()));
    document.body.append(element);
    await element.ready;
    return [said, (await element.request('/v2/users/self')).status, element.status]";

#[test]
fn methods_of_an_element_that_is_not_in_the_page_are_refused_and_never_done_later() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.embed().open_with("").await?;
        let token = journey.embed().sign_in_by_redirect().await?;
        let found: Value = journey.browser().script_later(REMOVED, Value::Null).await?;
        let refused = "config_missing: Put the element into the page first.";
        assert_eq!(found, json!([[refused, refused, refused], 200, "active"]));
        assert!(journey.control().honours(&token).await?);
        Ok(())
    })
}

#[test]
fn a_method_that_waits_for_the_module_ends_with_the_removal_of_its_element() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let held = journey.embed().hold_module()?;
        journey.embed().open_with("").await?;
        let script = "
            const element = document.querySelector('sell-sign-in');
            const waiting = element.request('/v2/users/self').then(String, ({ title }) => title);
            await new Promise((resolve) => setTimeout(resolve, 0));
            element.remove();
            return waiting";
        let found: String = journey.browser().script_later(script, Value::Null).await?;
        assert_eq!(found, "The element is not in the page");
        held.release();
        Ok(())
    })
}

#[test]
fn an_element_that_is_moved_or_put_in_within_one_task_is_asked_at_once() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.embed().open_with("").await?;
        journey.embed().sign_in_by_redirect().await?;
        let script = "
            const element = document.querySelector('sell-sign-in');
            const fresh = document.createElement('sell-scopes');
            element.remove();
            const asked = [element.request('/v2/users/self'), fresh.run('users-self')];
            document.body.append(element, fresh);
            const [{ status }, result] = await Promise.all(asked.map((one) => one.catch(({ kind }) => kind)));
            return [status, result]";
        let found: Value = journey.browser().script_later(script, Value::Null).await?;
        assert_eq!(found[0], 200);
        assert_ne!(found[1], "config_missing");
        Ok(())
    })
}

/// Signs out from an element that leaves the page, with all others, when it hears this.
fn signs_out_and_leaves_on(event: &str) -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.control().switch("revoke.auth", "client_id")?;
        journey.embed().open_signed_in("").await?;
        let script = "
            const element = document.querySelector('sell-sign-in');
            const told = [];
            element.addEventListener('sell-signed-out', ({ detail }) => told.push(detail));
            element.addEventListener(arguments[0], () => {
              for (const one of document.querySelectorAll('sell-sign-in, sell-token, sell-scopes')) one.remove();
            });
            const proof = await element.signOut().then(String, ({ kind }) => kind);
            const kept = Object.keys(sessionStorage).filter((key) => key.includes(':grant:'));
            return [proof, told, kept]";
        let found: Value = journey.browser().script_later(script, event.into()).await?;
        let told = json!([{ "reason": "user", "revoked": "confirmed" }]);
        assert_eq!(found, json!(["confirmed", told, []]));
        Ok(())
    })
}

#[test]
fn an_element_that_leaves_while_it_signs_out_still_says_how_that_ended() -> Outcome {
    signs_out_and_leaves_on("sell-status")
}

#[test]
fn an_element_that_leaves_once_it_is_signed_out_says_so_once() -> Outcome {
    signs_out_and_leaves_on("sell-signed-out")
}
