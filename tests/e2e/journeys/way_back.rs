//! Where the callback page goes on to (threat T11): the record of the attempt says so, and what
//! it says is not believed either.

use sell_journeys::{Journey, Outcome, Plan, Stranger, journey};
use serde_json::{Value, json};

/// What a record could have been made to say, `EVIL` and `HOST` being another site, and `OURS`
/// our own origin.
const HOSTILE: &[&str] = &[
    "EVIL/",
    "EVIL/callback.html",
    "//HOST/",
    "/\\HOST/",
    "\\\\HOST/",
    "/\t/HOST/",
    "/.//HOST/",
    "http:HOST",
    "http:/\\HOST/",
    " EVIL/",
    "\u{1}EVIL/",
    "ht\ntp://HOST/",
    "OURS@HOST/",
    "http://OURS.HOST/",
    "javascript:fetch('EVIL/')",
    " java\nscript:fetch('EVIL/')",
    "data:text/html,<script src=EVIL/></script>",
    "vbscript:x",
    "blob:OURS/0f0f0f0f-0000-4000-8000-000000000000",
    "filesystem:OURS/temporary/a.html",
    "view-source:OURS/",
    "about:blank",
    "/?view=token",
    "",
];

/// Comes to the callback page with a good answer to an attempt that wants to go on to
/// `return_to`, and gives the address that was reached.
async fn reached(journey: &Journey, number: usize, return_to: Value) -> Outcome<String> {
    let token = journey.control().issue(json!({})).await?;
    journey.guard(&token);
    let state = format!("{number:043}");
    let records = journey.records();
    records.plant_attempt_to(&state, "read", &return_to).await?;
    let answer = format!("/callback.html#access_token={token}&token_type=bearer&state={state}");
    journey.arrive(&answer).await?;
    journey.app().wait_for_status("active").await?;
    assert_eq!(records.token().await?, token);
    journey.browser().address().await
}

#[test]
fn a_hostile_way_back_leads_to_the_start_and_to_nobody_else() -> Outcome {
    journey(Plan::default(), async |journey| {
        let stranger = Stranger::start().await?;
        let ours = journey.stage().app();
        let host = stranger.origin().trim_start_matches("http://");
        let filled = |text: &str| {
            let text = text.replace("EVIL", stranger.origin());
            text.replace("HOST", host).replace("OURS", ours)
        };
        let with_password = ours.replace("http://", "http://user:password@");
        let mut hostile: Vec<Value> = HOSTILE.iter().map(|text| filled(text).into()).collect();
        hostile.extend([
            format!("{with_password}/").into(),
            format!("{}/{}", stranger.origin(), "a".repeat(100_000)).into(),
            Value::Null,
            json!(1),
            json!({ "href": stranger.origin() }),
            json!([stranger.origin()]),
        ]);
        journey.open("/").await?;
        for (number, return_to) in hostile.into_iter().enumerate() {
            let shown: String = return_to.to_string().chars().take(80).collect();
            let reached = reached(journey, number, return_to).await?;
            assert_eq!(reached, format!("{ours}/"), "{shown}");
        }
        assert_eq!(stranger.requests(), [""; 0]);
        let wire = journey.browser().wire().await?;
        assert!(!wire.iter().any(|sent| sent.origin() == stranger.origin()));
        // The other site was there to be reached all the time.
        journey.browser().go(stranger.origin()).await?;
        assert_eq!(stranger.requests(), ["/"]);
        Ok(())
    })
}

#[test]
fn a_way_back_within_the_origin_is_followed_whole() -> Outcome {
    journey(Plan::default(), async |journey| {
        let stranger = Stranger::start().await?;
        let ours = journey.stage().app();
        journey.open("/").await?;
        let there = format!("{ours}/?view=token&x=1#part");
        let reached = reached(journey, 0, there.clone().into()).await?;
        assert_eq!(reached, there);

        // Whoever went by the path alone would end at the other site.
        let host = stranger.origin().trim_start_matches("http:");
        let odd = format!("{ours}{host}/");
        let state = "S".repeat(43);
        let records = journey.records();
        records
            .plant_attempt_to(&state, "read", &odd.clone().into())
            .await?;
        let denied = format!("/callback.html#error=access_denied&state={state}");
        journey.arrive(&denied).await?;
        let left = async || Ok((journey.browser().address().await? == odd).then_some(()));
        journey.browser().wait("the odd address", left).await?;
        assert_eq!(stranger.requests(), [""; 0]);
        Ok(())
    })
}
