//! Calls: those that a person makes in `<sell-scopes>`, and those of a host that cannot be sent.

use sell_journeys::{Journey, Outcome, Plan, journey};
use serde_json::{Value, json};

async fn signed_in(journey: &Journey) -> Outcome {
    journey.embed().open_with("").await?;
    journey.embed().sign_in_by_redirect().await.map(drop)
}

#[test]
fn a_call_that_the_person_makes_is_told_and_kept_as_any() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        signed_in(journey).await?;
        let run = "sell-scopes >>> [part~=run]:enabled";
        journey.browser().press_deep(run).await?;
        let heard = journey.embed().wait_to_hear("call").await?;
        let result = &heard.detail["result"];
        assert_eq!(result["id"], "users-self");
        assert_eq!(result["verdict"], "allowed");
        assert_eq!(result["status"], 200);
        assert_eq!(result["agrees"], true);
        let kept = "const [scopes, token] = ['sell-scopes', 'sell-token'].map((name) => document.querySelector(name));
            const other = document.body.appendChild(document.createElement('sell-token'));
            other.session = 'other';
            await other.inspect('no token').catch(() => {});
            return [scopes.results, scopes.report().calls, token.report().calls, other.report().calls].map((list) => list.map(({ id }) => id))";
        let kept: Value = journey.browser().script_later(kept, Value::Null).await?;
        let ids = ["users-self"];
        assert_eq!(kept, json!([ids, ids, ids, []]));
        Ok(())
    })
}

#[test]
fn a_request_that_cannot_be_sent_says_that_it_was_not() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        signed_in(journey).await?;
        let script = "const element = document.querySelector('sell-sign-in');
            const why = ({ kind, title, todo }) => [kind, title, todo];
            const ask = (...given) => element.request(...given).then(({ status }) => status, why);
            return [
              await ask('v2/users/self'), await ask('//x'), await ask('https://127.0.0.1/'),
              await ask('/v2/users/self', { method: 'TRACE' }),
              await ask('/v2/users/self', { headers: { 'bad name': 'x' } }),
              await ask('/v2/users/self', { body: 'x' }),
              await ask('/v2/users/self', { headers: new Headers({ Authorization: 'Bearer theirs' }) })]";
        let found: Value = journey.browser().script_later(script, Value::Null).await?;
        let write = "Write it like /v2/deals?per_page=5.";
        let path = json!(["not_found", "That is not a path", write]);
        let correct = "Correct the options of the request.";
        let init = json!(["body_refused", "The request could not be made", correct]);
        let expected = json!([path, path, path, init, init, init, 200]);
        assert_eq!(found, expected);
        let out = "const element = document.querySelector('sell-sign-in'); element.forget();
            return (await element.request('/v2/users/self').catch((error) => error)).title";
        let title: String = journey.browser().script_later(out, Value::Null).await?;
        assert_eq!(title, "No token is held");
        Ok(())
    })
}

#[test]
fn a_request_that_is_given_up_is_rejected_with_the_reason_of_its_signal() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        signed_in(journey).await?;
        let script = "const element = document.querySelector('sell-sign-in');
            const ask = (signal) => element.request('/v2/users/self', { signal }).then(({ status }) => status, (why) => why);
            const control = new AbortController();
            const late = ask(control.signal);
            control.abort('no longer wanted');
            const usual = await ask(AbortSignal.abort());
            return [usual instanceof DOMException, usual.name, await late, await ask(new AbortController().signal)]";
        let found: Value = journey.browser().script_later(script, Value::Null).await?;
        assert_eq!(found, json!([true, "AbortError", "no longer wanted", 200]));
        Ok(())
    })
}

#[test]
fn a_signal_of_another_window_counts_and_what_is_none_is_refused() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        signed_in(journey).await?;
        let script = "const element = document.querySelector('sell-sign-in');
            const frame = document.body.appendChild(document.createElement('iframe'));
            const control = new frame.contentWindow.AbortController();
            const ask = (signal) => element.request('/v2/users/self', { signal }).then(({ status }) => status, (why) => why.kind ?? why);
            const late = ask(control.signal);
            control.abort('no longer wanted');
            const found = [await late, await ask(new frame.contentWindow.AbortController().signal), await ask(null),
              await ask({}), await ask('x'), await ask({ aborted: true, addEventListener: 1 })];
            frame.remove();
            return found";
        let found: Value = journey.browser().script_later(script, Value::Null).await?;
        let refused = "body_refused";
        let expected = json!(["no longer wanted", 200, 200, refused, refused, refused]);
        assert_eq!(found, expected);
        Ok(())
    })
}

#[test]
fn an_answer_that_nobody_could_read_has_its_likely_causes_said_by_what_was_read_before() -> Outcome
{
    journey(Plan::default().with_package(), async |journey| {
        let ask = "const { kind, why } = await document.querySelector('sell-sign-in')
            .request('/v2/contacts', { method: 'POST', body: {} }).catch((error) => error);
            return [kind, why]";
        journey.control().switch("cors", "support-like")?;
        signed_in(journey).await?;
        let [kind, why]: [String; 2] = journey.browser().script_later(ask, Value::Null).await?;
        assert_eq!(kind, "unreadable");
        assert!(why.starts_with("Most likely Sell refused it"), "{why}");
        journey.control().switch("cors", "off")?;
        journey.browser().web().refresh().await?;
        journey.embed().wait_for_status("active").await?;
        let [kind, why]: [String; 2] = journey.browser().script_later(ask, Value::Null).await?;
        assert_eq!(kind, "unreadable");
        let likely = "Most likely Sell does not let this site read its answers";
        assert!(why.starts_with(likely), "{why}");
        Ok(())
    })
}

#[test]
fn a_sign_in_whose_elements_are_gone_is_cancelled() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.embed().open_with("mode=\"popup\"").await?;
        // Or the first status to be heard is that of the session that opens, outside of any click.
        journey.embed().wait_for_status("signed-out").await?;
        let page = journey.browser().web().window().await?;
        let listen =
            "document.querySelector('sell-sign-in').addEventListener('sell-status', () => {
              window.end ??= document.querySelector('sell-sign-in').signIn({ mode: 'popup' });
            }, { once: true }); return null";
        journey
            .browser()
            .script::<Value>(listen, Value::Null)
            .await?;
        journey.embed().press().await?;
        let window = journey.browser().other_window(&page).await?;
        journey
            .browser()
            .web()
            .switch_to_window(page.clone())
            .await?;
        let script = "for (const one of document.querySelectorAll('sell-sign-in, sell-token, sell-scopes')) one.remove();
            return window.end";
        let end: String = journey.browser().script_later(script, Value::Null).await?;
        assert_eq!(end, "cancelled");
        journey.browser().gone(&window, &page).await
    })
}

#[test]
fn what_is_kept_in_memory_signs_in_by_a_window() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.embed().open_with("storage=\"memory\"").await?;
        journey.embed().sign_in_by_window().await?;
        assert_eq!(journey.records().grant().await?, None);
        assert_eq!(journey.embed().request("/v2/users/self").await?, 200);
        Ok(())
    })
}
