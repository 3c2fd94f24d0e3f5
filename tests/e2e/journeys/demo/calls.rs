//! What the pretend Sell answers.

use sell_journeys::{Outcome, Plan, journey};
use serde_json::{Value, json};

use super::{elements, elements_to, kept_to_itself, open_until, page, run};

#[test]
fn a_call_that_lacks_its_scope_is_refused_as_sell_refuses_it() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let [origin, _] = journey.embed().origins()?;
        let callback = format!("{origin}/sell-elements/callback.html");
        open_until(
            journey,
            "?state=active",
            &elements_to(&callback, "read", ""),
            "active",
        )
        .await?;
        let refused = run(
            journey,
            "const answer = await element.request('/v2/users/self');
             const { errors, meta } = await answer.json();
             return [answer.status, errors[0].error.code, meta.http_status,
               meta.logref === answer.headers.get('x-request-id')]",
        );
        let expected = json!([403, "insufficient_scope", "403 Forbidden", true]);
        assert_eq!(refused.await?, expected);
        assert_eq!(journey.embed().request("/v2/deals").await?, 200);
        let write = "const init = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' };
            return (await element.request('/v2/contacts', init)).status";
        assert_eq!(run(journey, write).await?, 403);
        kept_to_itself(journey).await
    })
}

#[test]
fn lists_come_in_pages_and_strangers_are_refused() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        open_until(
            journey,
            "?state=active&scopes=read+write",
            &elements(journey, "")?,
            "active",
        )
        .await?;
        let list = "const answer = await element.request('/v2/contacts?per_page=2&page=2&sort_by=id:desc');
            const { items, meta } = await answer.json();
            return [items.map(({ data }) => data.id), meta.count, Object.keys(meta.links)]";
        let expected = json!([
            [13, 12],
            2,
            ["self", "first_page", "prev_page", "next_page"]
        ]);
        assert_eq!(run(journey, list).await?, expected);
        for (path, status) in [
            ("/v2/deals/31", 200),
            ("/v2/deals/7", 404),
            ("/v2/deals?unknown=1", 400),
            ("/v2/deals?per_page=101", 400),
            ("/v2/orders", 200),
            ("/v2/account", 404),
            ("/v2/constructor", 404),
            ("/v3/deals", 404),
        ] {
            assert_eq!(journey.embed().request(path).await?, status, "{path}");
        }
        let write = "const send = async (method, path, body) => {
              const headers = { 'Content-Type': 'application/json' };
              const answer = await element.request(path, { method, headers, body });
              return [answer.status, (await answer.json().catch(() => null))?.data?.name ?? null];
            };
            return [
              await send('POST', '/v2/contacts', '{\"data\":{\"name\":\"New\"}}'),
              await send('PUT', '/v2/contacts/11', '{\"data\":{\"website\":null}}'),
              await send('DELETE', '/v2/contacts/11'),
              await send('POST', '/v2/contacts', '{}'),
              await send('POST', '/v2/contacts', '{'),
              await send('DELETE', '/v2/users/1'),
            ]";
        let expected = json!([
            [200, "New"],
            [200, "Sample Bakery"],
            [204, null],
            [422, null],
            [400, null],
            [405, null]
        ]);
        assert_eq!(run(journey, write).await?, expected);
        Ok(())
    })
}

#[test]
fn the_calls_of_the_scopes_element_are_as_expected() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        open_until(
            journey,
            "?state=scopes-differ",
            &elements(journey, "")?,
            "active",
        )
        .await?;
        let calls = "return (await document.querySelector('sell-scopes').runReads()).map(({ verdict, agrees }) => [verdict, agrees])";
        let results = run(journey, calls).await?;
        let results = results.as_array().ok_or("no results")?;
        for verdict in ["allowed", "missing-scope"] {
            assert!(results.contains(&json!([verdict, true])), "{results:?}");
        }
        assert!(
            results.iter().all(|result| result[1] == true),
            "{results:?}"
        );
        kept_to_itself(journey).await
    })
}

#[test]
fn a_session_without_elements_is_brought_to_the_state_and_used() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let [origin, _] = journey.embed().origins()?;
        journey
            .embed()
            .show("/", page("", "<main>Nothing</main>"))?;
        journey.browser().go(&format!("{origin}/")).await?;
        let script = "
            const { startDemo } = await import('/sell-elements/demo.js');
            const { createSession } = await import('/sell-elements/headless.js');
            const demo = startDemo({ state: 'never-expires', scopes: ['profile'] });
            const redirectUri = location.origin + '/sell-elements/callback.html';
            const bases = { authBase: 'https://relay.example', apiBase: 'https://relay.example/sell' };
            const sell = await createSession({ clientId: 'any', scopes: ['read'], redirectUri, ...bases });
            await demo.begin(sell);
            await sell.inspect();
            const answer = await sell.request('/v2/users/self');
            const found = [sell.status, sell.info.expiry.kind, sell.grantedScopes, answer.status, await sell.revoke()];
            demo.stop();
            return found";
        let found: Value = journey.browser().script_later(script, Value::Null).await?;
        let expected = json!(["active", "never", ["profile"], 200, "confirmed"]);
        assert_eq!(found, expected);
        kept_to_itself(journey).await
    })
}
