//! What the promises of both doors are rejected with.

use sell_journeys::{Outcome, Plan, journey};
use serde_json::{Value, json};

/// Every kind of refusal: of our scripts, of the module, of settings, and what an event carries.
const REFUSALS: &str = "
    const element = document.querySelector('sell-sign-in');
    const { createSession } = await import('/sell-elements/headless.js');
    const { clientId, redirectUri, authBase, apiBase } = element;
    const session = await createSession({ clientId, redirectUri, authBase, apiBase, scopes: ['read'], session: 'other' });
    const thrown = await Promise.all([
      element.getAccessToken(),
      element.request('/v2/users/self'),
      document.querySelector('sell-token').inspect('hello'),
      document.querySelector('sell-scopes').run('no such call'),
      session.request('no path'),
      element.request(undefined),
      document.querySelector('sell-token').revoke(),
      createSession({}),
    ].map((promise) => promise.then(() => null, (error) => error)));
    session.destroy();
    return thrown.map((error) => {
      const { kind, title, why, todo } = error;
      return {
        kind,
        isError: error instanceof Error && Boolean(error.stack),
        text: String(error) === `SellError: ${title}. ${why} ${todo}`,
        members: Object.keys(error).slice(0, 5),
        json: Object.keys(JSON.parse(JSON.stringify(error))).slice(0, 5),
      };
    })";

#[test]
fn whatever_a_promise_is_rejected_with_is_an_error_with_the_members_of_the_contract() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.embed().open_with("").await?;
        journey.embed().wait_for_status("signed-out").await?;
        let found: Vec<Value> = journey
            .browser()
            .script_later(REFUSALS, Value::Null)
            .await?;
        let kinds: Vec<&Value> = found.iter().map(|error| &error["kind"]).collect();
        let expected = [
            "token_not_exposed",
            "token_expired",
            "paste_unrecognised",
            "not_found",
            "not_found",
            "not_found",
            "token_expired",
            "config_missing",
        ];
        assert_eq!(kinds, expected.each_ref());
        let members = json!(["kind", "title", "why", "todo", "retryable"]);
        for error in found {
            assert_eq!(error["isError"], true, "{error}");
            assert_eq!(error["text"], true, "{error}");
            assert_eq!(error["members"], members, "{error}");
            assert_eq!(error["json"], members, "{error}");
        }
        Ok(())
    })
}

#[test]
fn what_an_event_carries_can_be_handed_to_another_window() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let embed = journey.embed();
        embed
            .open("<sell-sign-in id=\"in\" scope=\"read\"></sell-sign-in>")
            .await?;
        let heard = embed.wait_to_hear("error").await?;
        let handed = "const [{ detail }] = window.journeyEvents.filter(({ kind }) => kind === 'error');
            const element = document.querySelector('sell-sign-in');
            const refused = await element.ready.then(String, (error) => error);
            return [structuredClone(detail.error), structuredClone(element.error), JSON.parse(JSON.stringify(refused))]";
        let copies: [Value; 3] = journey.browser().script_later(handed, Value::Null).await?;
        assert_eq!(heard.detail["error"]["kind"], "config_missing");
        for copy in copies {
            assert_eq!(copy, heard.detail["error"]);
        }
        Ok(())
    })
}

#[test]
fn a_token_that_sell_refuses_is_an_answer_and_no_error() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.embed().open_with("").await?;
        journey.embed().wait_for_status("signed-out").await?;
        let script =
            "return document.querySelector('sell-token').inspect('0123456789abcdef'.repeat(4))";
        let found: Value = journey.browser().script_later(script, Value::Null).await?;
        assert_eq!(found["active"], false, "{found}");
        Ok(())
    })
}

#[test]
fn of_two_tokens_that_are_looked_at_at_once_only_the_last_is_told_of() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let first = journey.control().issue(json!({ "scope": "read" })).await?;
        let last = journey
            .control()
            .issue(json!({ "scope": "profile" }))
            .await?;
        journey.guard(&first);
        journey.guard(&last);
        journey.embed().open_with("").await?;
        journey.embed().wait_for_status("signed-out").await?;
        let both = "const token = document.querySelector('sell-token');
            return Promise.all(arguments[0].map((text) => token.inspect(text).then(({ granted }) => granted, ({ code }) => code)))";
        let told: Value = journey
            .browser()
            .script_later(both, json!([first, last]))
            .await?;
        assert_eq!(told, json!(["aborted", ["profile"]]));
        Ok(())
    })
}

#[test]
fn whoever_waits_for_an_element_whose_settings_cannot_work_is_told() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.embed().open("<p>Later</p>").await?;
        // Waited for before anything is known.
        let waiting = "await customElements.whenDefined('sell-sign-in');
            const element = document.createElement('sell-sign-in');
            document.body.append(element);
            const [ready, asked] = [element.ready, element.request('/v2/users/self')];
            return Promise.all([ready, asked].map((promise) => promise.then(String, ({ kind }) => kind)))";
        let told: Value = journey.browser().script_later(waiting, Value::Null).await?;
        assert_eq!(told, json!(["config_missing", "config_missing"]));
        Ok(())
    })
}

#[test]
fn where_there_is_no_page_a_session_and_a_demo_are_refused_in_words_that_say_so() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.embed().open_with("").await?;
        let script = "
            const source = `import { createSession } from '${location.origin}/sell-elements/headless.js';
              import { startDemo } from '${location.origin}/sell-elements/demo.js';
              const say = ({ kind, title, todo }) => [kind, title, todo];
              const begun = () => { try { startDemo(); } catch (error) { return say(error); } };
              createSession({}).catch((error) => postMessage([say(error), begun()]));`;
            const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
            const worker = new Worker(address, { type: 'module' });
            return new Promise((resolve) => (worker.onmessage = ({ data }) => resolve(data)))";
        let found: Value = journey.browser().script_later(script, Value::Null).await?;
        let said = [
            "config_missing",
            "There is no page here",
            "Call this in the browser.",
        ];
        assert_eq!(found, json!([said, said]));
        Ok(())
    })
}
