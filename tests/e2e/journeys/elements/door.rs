//! The door without elements: what hosts hand to it, and who listens.

use sell_journeys::{Journey, Outcome, Plan, journey};
use sell_stage::HostPage;
use serde_json::{Value, json};

/// Opens a page that makes sessions by `make(options)`, and tells how a promise ended by
/// `end(call)`: what it gave, or kind, code and reason of what it was rejected with.
async fn open(journey: &Journey) -> Outcome {
    let (server, client) = (
        journey.stage().sandbox_origin(),
        journey.stage().client_id(),
    );
    let page = format!(
        "<!doctype html><title>Host</title><script type=module>
         const {{ createSession }} = await import('/sell-elements/headless.js');
         window.make = (options) => createSession({{
           clientId: '{client}', scopes: ['read', 'profile'], authBase: '{server}', apiBase: '{server}',
           redirectUri: location.origin + '/sell-elements/callback.html', ...options,
         }});
         window.create = createSession;
         window.end = async (call) => {{
           let promise;
           try {{
             promise = call();
           }} catch (error) {{
             return 'thrown: ' + error.message;
           }}
           return promise.then(String, ({{ kind, code, why }}) => [kind, code ?? null, why]);
         }};
         window.turn = () => new Promise((resolve) => setTimeout(resolve, 0));
         </script>"
    );
    journey.embed().show("/", HostPage::markup(page))?;
    let [origin, _] = journey.embed().origins()?;
    journey.browser().go(&format!("{origin}/")).await?;
    let look = async || {
        let made: bool = journey
            .browser()
            .script("return Boolean(window.turn)", Value::Null)
            .await?;
        Ok(made.then_some(()))
    };
    journey.browser().wait("the door", look).await
}

/// Plants the record of a fresh token of the sandbox, as a sign-in leaves it.
async fn plant(journey: &Journey) -> Outcome<String> {
    let stage = journey.stage();
    let order = json!({ "scope": "read profile", "client_id": stage.client_id() });
    let token = journey.control().issue(order).await?;
    journey.guard(&token);
    let script = "
        const [token, server, client] = arguments[0];
        const at = Date.now();
        sessionStorage.setItem('sell-elements:grant:' + client + ':default', JSON.stringify({
          v: 1, client_id: client, session: 'default', api_base: server, access_token: token,
          authorization_endpoint: server + '/oauth2/authorize', token_info_endpoint: server + '/oauth2/token/info',
          revocation_endpoint: server + '/oauth2/revoke', redirect_uri: location.origin + '/sell-elements/callback.html',
          asked: 'read profile', said: null, via: 'restored', expires_in: 3600, received_at: at, received_mono: at,
        }));
        return null";
    let given = json!([token, stage.sandbox_origin(), stage.client_id()]);
    journey.browser().script::<Value>(script, given).await?;
    Ok(token)
}

/// What a script finds in a page that [`open`] has opened, where a token is kept.
async fn run(journey: &Journey, script: &str) -> Outcome<Value> {
    journey.control().switch("revoke.auth", "client_id")?;
    open(journey).await?;
    plant(journey).await?;
    let found = journey.browser().script_later(script, Value::Null).await?;
    // Nobody is signed in to an element here, so that a token may stay.
    let clear = "sessionStorage.clear(); return null";
    journey
        .browser()
        .script::<Value>(clear, Value::Null)
        .await?;
    Ok(found)
}

/// A script finds this.
fn finds(script: &'static str, expected: &Value) -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        assert_eq!(run(journey, script).await?, *expected);
        Ok(())
    })
}

#[test]
fn a_listener_that_throws_silences_nobody_and_one_that_was_stopped_hears_no_more() -> Outcome {
    let script = "
        const session = await make();
        const [heard, reported] = [[], []];
        window.reportError = ({ message }) => reported.push(message);
        session.subscribe(() => { throw new Error('mine'); });
        session.subscribe(() => { if (session.status === 'signed-out') stop(); });
        const stop = session.subscribe(({ status }) => heard.push('stopped ' + status));
        session.subscribe(({ status }) => heard.push('last ' + status));
        heard.length = reported.length = 0;
        session.forget();
        return [heard, reported]";
    finds(script, &json!([["last signed-out"], ["mine"]]))
}

#[test]
fn a_listener_may_destroy_its_session_and_those_behind_it_hear_no_more() -> Outcome {
    let script = "
        const session = await make();
        const heard = [];
        session.subscribe(({ status }) => {
          try {
            if (status === 'signed-out') session.destroy();
          } catch ({ message }) {
            heard.push(message);
          }
        });
        session.subscribe(({ status }) => heard.push(status));
        heard.length = 0;
        session.forget();
        await turn();
        const other = await make({ session: 'other' });
        return [heard, session.status, session.info, other.status]";
    finds(script, &json!([[], "booting", null, "signed-out"]))
}

#[test]
fn an_active_session_has_an_account_from_the_first_moment() -> Outcome {
    let script = "
        const session = await make();
        const seen = [];
        session.subscribe(({ status, info }) => void (status === 'active' && seen.push(info.active)));
        const { active } = await session.inspect();
        return [seen[0], seen.at(-1), active]";
    finds(script, &json!([null, true, true]))
}

#[test]
fn a_session_says_why_it_ended_until_another_token_is_there() -> Outcome {
    let script = "
        const session = await make();
        const seen = [session.ended];
        await session.signOut();
        session.subscribe(({ ended }) => seen.push(ended))();
        open = () => ({ close() {}, focus() {} });
        const outcome = end(() => session.signIn({ mode: 'popup' }));
        seen.push(session.status, session.ended);
        session.forget();
        return [...seen, await outcome, session.ended]";
    let ended = json!({ "reason": "user", "revoked": "confirmed" });
    let expected = json!([null, ended, "signing-in", ended, "cancelled", ended]);
    finds(script, &expected)
}

#[test]
fn a_session_whose_token_was_over_before_the_page_came_says_so() -> Outcome {
    let script = "
        const [key] = Object.keys(sessionStorage);
        const record = JSON.parse(sessionStorage.getItem(key));
        record.received_at -= 3_600_000;
        sessionStorage.setItem(key, JSON.stringify(record));
        const { status, ended } = await make();
        return [status, ended]";
    let ended = json!({ "reason": "expired", "revoked": null });
    finds(script, &json!(["expired", ended]))
}

#[test]
fn a_session_that_is_destroyed_while_it_signs_out_still_says_how_that_ended() -> Outcome {
    let script = "
        const session = await make();
        const ended = end(() => session.signOut());
        session.destroy();
        return [await ended, Object.keys(sessionStorage)]";
    finds(script, &json!(["confirmed", []]))
}

#[test]
fn options_that_will_not_do_are_refused_by_their_names() -> Outcome {
    let script = "
        const given = [
          { storage: 'memroy' }, { warnBefore: '600' }, { warnBefore: -5 }, { session: 5 }, { scopes: 5 },
          { scopes: ['read', 5] }, { scopes: ['\"'] }, { clientId: 7 }, { clientId: undefined }, { mode: 'bla' },
          { redirectUri: 'https://other.example/back' }, { authBase: 'ftp://x' }, { apiBase: 'https://x/?y' },
        ];
        const ends = await Promise.all(given.map((options) => end(() => make(options))));
        ends.push(await end(() => create({})), await end(() => create(null)));
        const kept = await make({ storage: null, mode: null, warnBefore: undefined, session: '' });
        return [ends, kept.status, await end(() => kept.getAccessToken())]";
    let missing = |code: &str, why: &str| json!(["config_missing", code, why]);
    let seconds = "warnBefore must be a whole number from 0 to 86400.";
    let scopes = "scopes must be text, or a list of texts.";
    let not_secure = "authBase must be a whole address with https, or on this computer.";
    let foreign = "redirectUri must be a page of this site that takes answers: callback.html.";
    let expected = json!([
        [
            missing("storage", "storage must be one of: tab, memory."),
            missing("warnBefore", seconds),
            missing("warnBefore", seconds),
            missing("session", "session must be text."),
            missing("scopes", scopes),
            missing("scopes", scopes),
            missing(
                "scopes",
                "scopes names one with characters that no scope has."
            ),
            missing("clientId", "clientId has the wrong type."),
            missing("clientId", "clientId is not set."),
            missing("mode", "mode must be one of: redirect, popup."),
            missing("redirectUri", foreign),
            missing("authBase", not_secure),
            missing("apiBase", "apiBase must not hold a ? part."),
            missing("clientId", "clientId is not set."),
            missing("clientId", "clientId is not set."),
        ],
        "active",
        [
            "token_not_exposed",
            null,
            "The option exposeToken is not set."
        ]
    ]);
    finds(script, &expected)
}

#[test]
fn whatever_a_method_is_handed_its_promise_says_what_is_wrong_with_it() -> Outcome {
    let script = "
        const session = await make();
        const words = [5, {}, ['x'], Symbol(), Object.create(null)];
        const inspected = await Promise.all(words.map((word) => end(() => session.inspect(word))));
        const asked = await Promise.all([
          end(() => session.signIn({ scope: 5 })), end(() => session.requestScopes(5)),
          end(() => session.requestScopes(['\"'], null)), end(() => session.signIn({ scope: ['\"'] })),
        ]);
        // One that nobody lets go.
        const alone = await make({ storage: 'memory', session: 'alone' });
        open = () => null;
        return [inspected, asked, await end(() => alone.signIn(null))]";
    journey(Plan::default().with_package(), async |journey| {
        let found = run(journey, script).await?;
        let [inspected, asked, alone] = [0, 1, 2].map(|place| &found[place]);
        for end in inspected.as_array().ok_or("no list")? {
            assert_eq!(end[0], "paste_unrecognised", "{found}");
            assert_ne!(end[2], "The field is empty.", "{found}");
        }
        for end in asked.as_array().ok_or("no list")? {
            assert_eq!(end[0], "config_missing", "{found}");
            // As the method's own option, or as that of `createSession`.
            assert!(end[1] == "scope" || end[1] == "scopes", "{found}");
        }
        assert_eq!(alone, "blocked");
        Ok(())
    })
}

#[test]
fn what_is_written_into_object_prototype_does_not_decide_what_is_asked_for_or_given() -> Outcome {
    let script = "
        const written = { exposeToken: true, session: 'theirs', scope: 'read write', warnBefore: 86400 };
        Object.assign(Object.prototype, written);
        const session = await make();
        const { status } = session;
        const token = await end(() => session.getAccessToken());
        const asked = [];
        const opened = window.open;
        window.open = (address) => { asked.push(address); return null; };
        const alone = await make({ storage: 'memory' });
        await end(() => alone.signIn());
        await end(() => alone.requestScopes(['profile']));
        window.open = opened;
        for (const name of Object.keys(written)) delete Object.prototype[name];
        return [status, token[0], asked.map((address) => new URL(address).searchParams.get('scope'))]";
    let asked = json!(["read profile", "read profile"]);
    finds(script, &json!(["active", "token_not_exposed", asked]))
}
