//! The calls that a page adds to `<sell-scopes>`: listed, made by the person or by script, and shown.

use sell_journeys::{Journey, Outcome, Plan, journey};
use serde_json::{Value, json};

/// Calls of a host: one reads, one changes data, one takes the place of a built-in.
const CALLS: &str = "const scopes = document.querySelector('sell-scopes');
    const call = (id, method, path, more) => ({ id, method, path, group: 'mine', title: 'Call ' + id,
      needs: [[method === 'GET' ? 'read' : 'write']], effect: method === 'GET' ? 'none' : 'creates',
      basis: 'documented', ...more });
    const calls = [call('contacts', 'GET', '/v2/contacts'),
      call('create', 'POST', '/v2/contacts', { body: { data: { name: 'New' } } }),
      call('deals', 'GET', '/v2/deals?per_page=1', { title: 'One deal', needs: [['read'], ['write', 'read']] })];
    const rows = () => [...scopes.shadowRoot.querySelectorAll('[part~=row]')].map((row) =>
      [row.querySelector('[part~=path]').textContent, row.querySelector('[part~=measured]').textContent]);
    const drawn = async (fits) => { while (!fits(rows())) await new Promise(requestAnimationFrame); return rows(); };
    const heard = []; scopes.addEventListener('sell-call', ({ detail }) => heard.push(detail.result.id));";

async fn signed_in(journey: &Journey) -> Outcome {
    journey.embed().open_with("").await?;
    journey.embed().sign_in_by_redirect().await.map(drop)
}

/// What a script finds that knows the calls above.
async fn found(journey: &Journey, script: &str) -> Outcome<Value> {
    let script = format!("{CALLS} {script}");
    journey.browser().script_later(&script, Value::Null).await
}

#[test]
fn the_calls_of_a_host_and_every_result_stand_in_the_element() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        signed_in(journey).await?;
        let shown = found(
            journey,
            "scopes.calls = calls;
            await drawn((rows) => rows.length === 4);
            await scopes.run('create');
            await scopes.runReads();
            const shown = await drawn((rows) => rows.every(([, text]) => /\\d ms/.test(text)));
            return [shown.map(([path, text]) => path + ' ' + text.replace(/\\d+ ms/, '')),
              Object.fromEntries(scopes.results.map(({ id, verdict }) => [id, verdict])), heard.sort(),
              [...scopes.shadowRoot.querySelectorAll('.sell-call-effect')].map((mark) => mark.textContent),
              scopes.shadowRoot.querySelector('[part~=row]:nth-of-type(2) [data-label=Needs]').textContent]",
        );
        let expected = json!([
            [
                "/v2/users/self Allowed200 · ",
                "/v2/deals?per_page=1 Allowed200 · ",
                "/v2/contacts Allowed200 · ",
                "/v2/contacts This call needs write403 · "
            ],
            { "create": "missing-scope", "users-self": "allowed", "deals": "allowed", "contacts": "allowed" },
            ["contacts", "create", "deals", "users-self"],
            ["Creates data"],
            "read or write read"
        ]);
        assert_eq!(shown.await?, expected);
        assert_eq!(journey.control().count("POST", "/v2/contacts").await?, 1);
        Ok(())
    })
}

#[test]
fn a_person_runs_a_call_of_the_host_and_asks_for_the_scope_that_it_lacks() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        signed_in(journey).await?;
        found(
            journey,
            "scopes.calls = calls.slice(1, 2); await drawn((rows) => rows.length === 3); return null",
        )
        .await?;
        let run = "sell-scopes >>> [part~=row]:nth-of-type(3) [part~=run]";
        let web = journey.browser().web();
        journey.browser().press_deep(run).await?;
        let asked = web.get_alert_text().await?;
        assert_eq!(
            asked,
            "POST /v2/contacts\nCall create\n\nCreates data. Run it?"
        );
        web.dismiss_alert().await?;
        assert!(journey.embed().heard_of("call").await?.is_empty());
        journey.browser().press_deep(run).await?;
        web.accept_alert().await?;
        let heard = journey.embed().wait_to_hear("call").await?;
        assert_eq!(heard.detail["result"]["id"], "create");
        assert_eq!(heard.detail["result"]["expected"], "denied");
        assert_eq!(heard.detail["result"]["agrees"], true);
        assert_eq!(journey.control().count("POST", "/v2/contacts").await?, 1);
        let words = "This call needs write";
        journey.embed().wait_for_words("sell-scopes", words).await?;
        let add = "sell-scopes >>> [part~=error-action]";
        journey.browser().press_deep(add).await?;
        journey.consent().allow().await?;
        journey.embed().wait_for_status("active").await?;
        let granted =
            "return document.querySelector('sell-sign-in').grantedScopes.includes('write')";
        let granted: bool = journey.browser().script(granted, Value::Null).await?;
        assert!(granted);
        Ok(())
    })
}

#[test]
fn without_writing_what_changes_data_is_left_out_and_the_table_says_so() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        signed_in(journey).await?;
        let left = found(
            journey,
            "scopes.noWrite = true; scopes.calls = calls;
            const left = (await drawn((rows) => rows.length === 3)).map(([path]) => path);
            const says = () => scopes.shadowRoot.textContent.includes('Calls that change data are left out here.');
            const hidden = await scopes.run('create').catch(({ kind, why }) => [kind, why]);
            const said = says();
            scopes.noWrite = false;
            await drawn((rows) => rows.length === 4);
            return [left, hidden, said, says(), scopes.calls.length]",
        );
        let expected = json!([
            ["/v2/users/self", "/v2/deals?per_page=1", "/v2/contacts"],
            ["not_found", "It changes data, and no-write is set."],
            true,
            false,
            3
        ]);
        assert_eq!(left.await?, expected);
        assert_eq!(journey.control().count("POST", "/v2/contacts").await?, 0);
        Ok(())
    })
}

#[test]
fn a_wrong_call_is_refused_by_name_and_the_others_stay() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.embed().open_with("").await?;
        let refusals = found(
            journey,
            "scopes.calls = calls;
            const refused = (list) => { try { scopes.calls = list; return null; } catch (error) {
              return error instanceof TypeError && error.message.replace('sell-scopes: ', ''); } };
            const [read, write] = calls;
            const loop = {}; loop.loop = loop;
            return [
              refused([{ id: 'x' }]), refused('x'), refused([read, { ...read }]), refused([null]),
              refused([{ ...read, path: '//x' }]), refused([{ ...read, needs: ['read'] }]),
              refused([{ ...read, method: 'get' }]), refused([{ ...read, body: {} }]),
              refused([{ ...write, method: 'DELETE', effect: 'none' }]), refused([{ ...write, body: loop }]),
              JSON.stringify(scopes.calls) === JSON.stringify(calls.map(({ body, ...call }) =>
                Object.assign({}, ...['id', 'group', 'method', 'path', 'title', 'needs', 'effect', 'basis']
                  .map((name) => ({ [name]: call[name] })), body && { body }))),
              refused(scopes.calls), refused(null), scopes.calls.length]",
        );
        let expected = json!([
            "calls[0].group must be a text.",
            "calls must be a list.",
            "calls[1].id must be its own.",
            "calls[0].id must be a text.",
            "calls[0].path must be a path such as /v2/deals.",
            "calls[0].needs must be sets of scopes such as [[\"read\"]].",
            "calls[0].method must be one of: GET, HEAD, POST, PUT, PATCH, DELETE.",
            "calls[0].body must be absent from a GET.",
            "calls[0].effect must be what a DELETE does.",
            "calls[0].body must be what JSON can say.",
            true,
            null,
            null,
            0
        ]);
        assert_eq!(refusals.await?, expected);
        Ok(())
    })
}

#[test]
fn a_path_is_sent_as_fetch_would_and_refused_in_a_list_where_a_request_would_be() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        signed_in(journey).await?;
        let ends = found(
            journey,
            "const element = document.querySelector('sell-sign-in');
            const real = window.fetch;
            let sent = null;
            window.fetch = (request) => (request.url?.includes('/v2/') ? (sent = request.url, Promise.resolve(new Response('{}'))) : real(request));
            const listed = (path) => { try { scopes.calls = [call('own', 'GET', path)]; return true; } catch { return false; } };
            const good = ['/v2/deals?x=ü', '/v2/été/日本?q=a b', '/v2/deals?x=\\ud800', '/v2/{a}?x=\"b\"', '/v2/x%2e?y=/../'];
            const bad = ['/v2/#x', '/v2/./x', '/v2/..', '/v2/%2E%2e/x', '//x', '/v2//x', '/v2/\\\\x', '/v2/\\tx', 'v2/x'];
            const ends = [];
            for (const path of [...good, ...bad]) {
              sent = null;
              const why = await element.request(path).then(() => '', ({ title }) => title);
              ends.push([listed(path), why, sent === null ? null : sent === new Request(element.apiBase + path).url]);
            }
            const { why } = await element.request('/v2/./x').catch((error) => error);
            return [ends.slice(0, good.length), ends.slice(good.length), why]",
        );
        let [good, bad, why]: [Value; 3] = serde_json::from_value(ends.await?)?;
        assert_eq!(good, json!(vec![json!([true, "", true]); 5]));
        let refused = json!([false, "That is not a path", null]);
        assert_eq!(bad, json!(vec![refused; 9]));
        for part in ["#", "//", "..", "backslash"] {
            assert!(why.as_str().is_some_and(|why| why.contains(part)), "{why}");
        }
        Ok(())
    })
}

#[test]
fn a_call_that_waits_for_a_busy_server_is_stopped_by_script_and_by_the_person() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        signed_in(journey).await?;
        let busy = json!({ "path": "/v2/deals", "status": 429, "retry_after": "300", "count": 2 });
        journey.control().spoil(busy).await?;
        let waits = "scopes.shadowRoot.textContent.includes('It continues by itself in')";
        let script = format!(
            "const end = scopes.run('deals');
            await drawn(() => {waits});
            scopes.stop();
            const {{ verdict, status }} = await end;
            await drawn((rows) => rows[1][1].startsWith('Too many calls429'));
            window.second = scopes.run('deals');
            await drawn(() => {waits});
            return [verdict, status, scopes.results.length]"
        );
        let end = found(journey, &script);
        assert_eq!(end.await?, json!(["rate-limited", 429, 1]));
        let stop = "sell-scopes >>> [part~=error-action]";
        journey.browser().press_deep(stop).await?;
        let end = found(
            journey,
            "const { verdict } = await window.second;
            await drawn((rows) => rows[1][1].startsWith('Too many calls429'));
            return verdict",
        );
        assert_eq!(end.await?, json!("rate-limited"));
        Ok(())
    })
}

#[test]
fn a_call_that_is_on_its_way_is_given_up_when_it_is_stopped() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        signed_in(journey).await?;
        let end = found(
            journey,
            "const real = window.fetch;
            const asked = new Promise((resolve) => {
              window.fetch = (request) => request.url?.endsWith('/v2/deals')
                ? (resolve(), new Promise((_, reject) => request.signal.addEventListener('abort', () => reject(request.signal.reason))))
                : real(request);
            });
            const why = ({ name, kind, code }) => [name, kind, code];
            const end = scopes.run('deals').catch(why);
            await asked;
            scopes.stop();
            return [await end, (await drawn((rows) => rows.every(([, text]) => text === 'not run'))).length,
              scopes.results, heard]",
        );
        let expected = json!([["SellError", "unreadable", "aborted"], 2, [], []]);
        assert_eq!(end.await?, expected);
        Ok(())
    })
}

#[test]
fn results_stay_with_an_element_that_moves_and_go_with_the_token() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        signed_in(journey).await?;
        let kept = found(
            journey,
            "scopes.calls = calls;
            await scopes.run('contacts');
            const ids = () => scopes.results.map(({ id }) => id);
            const isShown = (rows) => rows[2]?.[1].startsWith('Allowed200');
            document.body.append(scopes);
            await drawn(isShown);
            const moved = ids();
            scopes.calls = [];
            await drawn((rows) => rows.length === 2);
            const unlisted = ids();
            scopes.calls = calls;
            scopes.remove();
            await new Promise((resolve) => setTimeout(resolve));
            document.body.append(scopes);
            await drawn(isShown);
            const back = ids();
            document.querySelector('sell-sign-in').forget();
            while (document.querySelector('sell-sign-in').status !== 'signed-out') await new Promise(requestAnimationFrame);
            return [moved, unlisted, back, ids(), scopes.report().calls]",
        );
        let contacts = ["contacts"];
        let expected = json!([contacts, contacts, contacts, [], []]);
        assert_eq!(kept.await?, expected);
        Ok(())
    })
}

#[test]
fn an_answer_is_not_shown_at_another_call_that_has_its_id_now() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        signed_in(journey).await?;
        let told = found(
            journey,
            "scopes.calls = [call('mine', 'GET', '/v2/deals')];
            await scopes.run('mine');
            await drawn((rows) => rows[2]?.[1].startsWith('Allowed'));
            scopes.calls = [call('mine', 'GET', '/v2/leads')];
            await drawn((rows) => rows[2]?.[1] === 'not run');
            scopes.calls = [call('mine', 'GET', '/v2/deals')];
            await drawn((rows) => rows[2]?.[1].startsWith('Allowed'));
            return scopes.results.map(({ id, verdict }) => [id, verdict])",
        );
        assert_eq!(told.await?, json!([["mine", "allowed"]]));
        Ok(())
    })
}

#[test]
fn no_body_and_no_token_leaves_the_element_by_a_failed_call() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        signed_in(journey).await?;
        let told = found(
            journey,
            "const real = window.fetch;
            window.fetch = (request) => {
              if (!request.url?.endsWith('/v2/echo')) return real(request);
              const token = request.headers.get('authorization').slice('Bearer '.length);
              const body = { errors: [{ error: { code: 'x ' + token, message: 'private ' + token, field: '/name' } }],
                meta: { logref: token } };
              const headers = { 'content-type': 'application/json' };
              return Promise.resolve(new Response(JSON.stringify(body), { status: 422, headers }));
            };
            scopes.calls = [call('echo', 'GET', '/v2/echo')];
            let detail;
            scopes.addEventListener('sell-call', (event) => { detail = event.detail; });
            const result = await scopes.run('echo');
            await drawn((rows) => rows[2]?.[1].startsWith('Sell refused the content422'));
            const all = JSON.stringify([detail, result, scopes.results, scopes.report()]);
            const shown = scopes.shadowRoot.textContent.includes('Field /name: private $ACCESS_TOKEN; the scope itself is fine.');
            return [result.code, result.logref, all.includes('private'), shown, Object.keys(detail), Object.keys(result)]",
        );
        let expected = json!([
            "x $ACCESS_TOKEN",
            "$ACCESS_TOKEN",
            false,
            true,
            ["result"],
            [
                "id", "verdict", "status", "ms", "at", "expected", "agrees", "code", "logref"
            ]
        ]);
        assert_eq!(told.await?, expected);
        journey.sweep().await
    })
}
