//! Several elements of one session: what concerns all of it is said once.

use sell_journeys::{Journey, Outcome, Plan, journey};
use serde_json::Value;

const UNCONFIRMED: &str = "did not confirm";

/// The elements that say it, by their ids.
async fn who_says(journey: &Journey, words: &str) -> Outcome<Vec<String>> {
    let script = "return [...document.querySelectorAll('[id]')]
        .filter(({ shadowRoot }) => shadowRoot?.textContent.includes(arguments[0]))
        .map(({ id }) => id)";
    journey.browser().script(script, words.into()).await
}

async fn wait_until_says(journey: &Journey, expected: &[&str]) -> Outcome {
    let look = async || Ok((who_says(journey, UNCONFIRMED).await? == expected).then_some(()));
    let what = format!("the notice at {expected:?}");
    journey.browser().wait(&what, look).await
}

#[test]
fn an_unconfirmed_sign_out_is_said_by_one_element_and_can_be_put_away() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let embed = journey.embed();
        let [origin, _] = embed.origins()?;
        let first = embed.sign_in(origin, "");
        let second = first.replace("\"in\"", "\"second\"");
        let token = "<sell-token id=\"token\"></sell-token>";
        embed.open(&format!("{token}{first}{second}")).await?;
        embed.press().await?;
        journey.log_in().await?;
        journey.consent().allow().await?;
        embed.wait_for_status("active").await?;
        let sign_out = "return document.querySelector('#in').signOut()";
        let proof: String = journey
            .browser()
            .script_later(sign_out, Value::Null)
            .await?;
        assert_eq!(proof, "unconfirmed");
        wait_until_says(journey, &["in"]).await?;
        // Those that stay take over from one that goes.
        for (id, next) in [("in", "second"), ("second", "token")] {
            let remove = "document.getElementById(arguments[0]).remove(); return null";
            journey.browser().script::<Value>(remove, id.into()).await?;
            wait_until_says(journey, &[next]).await?;
        }
        journey
            .browser()
            .press_deep("sell-token >>> .sell-notice .sell-button-link")
            .await?;
        wait_until_says(journey, &[]).await
    })
}
