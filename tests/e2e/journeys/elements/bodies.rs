//! What a page hands over as a body arrives as `fetch` would send it, by both doors.

use sell_journeys::{Outcome, Plan, journey};
use serde_json::{Value, json};

/// Sends bodies of every kind by both doors and gives what would have left the page: type and text.
/// The answer is made here, since the pretend Sell would refuse most of them.
const SEND: &str = "
    const element = document.querySelector('sell-sign-in');
    const { createSession } = await import('/sell-elements/headless.js');
    const { clientId, redirectUri, authBase, apiBase } = element;
    const session = await createSession({ clientId, redirectUri, authBase, apiBase, scopes: ['read', 'profile'] });
    const real = window.fetch;
    let sent;
    window.fetch = async (asked) => {
      if (!asked.url?.endsWith('/v2/echo')) return real(asked);
      sent = [asked.headers.get('content-type'), await asked.text()];
      return Response.json({});
    };
    const form = new FormData();
    form.set('name', 'Ada');
    const bytes = new TextEncoder().encode('bytes');
    const own = { 'Content-Type': 'text/csv' };
    const bodies = [
      { body: new Blob(['blob'], { type: 'text/plain' }) },
      { body: new File(['file'], 'a.csv'), headers: own },
      { body: form },
      { body: new URLSearchParams({ a: '1 2' }) },
      { body: new Blob(['stream']).stream() },
      { body: bytes.buffer },
      { body: bytes },
      { body: new DataView(bytes.buffer, 1, 2), headers: own },
      { body: 'text' },
      { body: { data: [1] } },
      { body: ['list'] },
    ];
    const found = [];
    for (const { body, headers } of bodies) {
      const pair = [];
      for (const door of [element, session]) {
        const stream = body instanceof ReadableStream;
        // A stream can be read once.
        const fresh = stream && door === element ? new Blob(['stream']).stream() : body;
        sent = null;
        await door.request('/v2/echo', { method: 'POST', body: fresh, headers });
        pair.push(sent);
      }
      found.push(pair);
    }
    const spent = new Blob(['spent']).stream();
    await new Response(spent).text();
    const refusals = [];
    for (const door of [element, session]) {
      refusals.push(await door.request('/v2/echo', { method: 'POST', body: spent }).then(String, ({ kind }) => kind));
    }
    session.destroy();
    window.fetch = real;
    return [found, refusals]";

#[test]
fn bodies_that_fetch_knows_arrive_as_fetch_would_send_them_by_both_doors() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.embed().open_with("").await?;
        journey.embed().sign_in_by_redirect().await?;
        let (found, refusals): (Vec<[[Value; 2]; 2]>, Value) =
            journey.browser().script_later(SEND, Value::Null).await?;
        assert_eq!(refusals, json!(["body_refused", "body_refused"]));
        let json = "application/json";
        let form = "application/x-www-form-urlencoded;charset=UTF-8";
        let expected = [
            [json!("text/plain"), json!("blob")],
            [json!("text/csv"), json!("file")],
            // The boundary is another each time.
            [Value::Null, Value::Null],
            [json!(form), json!("a=1+2")],
            [Value::Null, json!("stream")],
            [Value::Null, json!("bytes")],
            [Value::Null, json!("bytes")],
            [json!("text/csv"), json!("yt")],
            [json!(json), json!("text")],
            [json!(json), json!("{\"data\":[1]}")],
            [json!(json), json!("[\"list\"]")],
        ];
        assert_eq!(found.len(), expected.len());
        for (number, (found, expected)) in found.iter().zip(expected).enumerate() {
            for [kind, text] in found {
                let (kind_is, text_is) = (kind.as_str(), text.as_str().unwrap_or_default());
                if number == 2 {
                    let boundary = kind_is
                        .and_then(|kind| kind.strip_prefix("multipart/form-data; boundary="))
                        .ok_or("no multipart type")?;
                    assert!(text_is.starts_with(&format!("--{boundary}")), "{text_is}");
                    assert!(text_is.contains("name=\"name\"\r\n\r\nAda"), "{text_is}");
                } else {
                    assert_eq!([kind, text], [&expected[0], &expected[1]], "body {number}");
                }
            }
        }
        Ok(())
    })
}
