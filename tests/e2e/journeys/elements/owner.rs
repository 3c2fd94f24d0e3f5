//! Which of several sign-in elements sets their session up.

use sell_journeys::{Outcome, Plan, journey};
use serde_json::{Value, json};

#[test]
fn the_sign_in_element_that_stays_signs_in_with_settings_of_its_own() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let embed = journey.embed();
        embed.open_with("").await?;
        embed.wait_for_status("signed-out").await?;
        let script = "
            const turn = () => new Promise((resolve) => setTimeout(resolve, 0));
            const reports = [];
            const report = () => reports.push(document.querySelector('sell-token').report()?.clientId ?? null);
            const first = document.querySelector('sell-sign-in');
            const second = first.cloneNode();
            Object.assign(second, { id: 'second', clientId: 'another', scope: 'read' });
            document.body.append(second);
            await turn();
            // One that is moved stays what it is.
            document.body.prepend(first);
            await turn();
            await second.ready;
            report();
            first.remove();
            await turn();
            await turn();
            await second.ready;
            report();
            return reports";
        let found: Value = journey.browser().script_later(script, Value::Null).await?;
        assert_eq!(found, json!([journey.stage().client_id(), "another"]));
        embed.press().await?;
        let asked = async || {
            let requests = journey.control().requests().await?;
            Ok(requests
                .into_iter()
                .find(|seen| seen.path == "/oauth2/authorize"))
        };
        journey.browser().wait("the request", asked).await?;
        let address = journey.browser().address().await?;
        assert!(address.contains("client_id=another&"), "{address}");
        assert!(address.contains("scope=read&"), "{address}");
        Ok(())
    })
}

#[test]
fn a_session_without_a_name_is_the_one_that_nobody_named() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let embed = journey.embed();
        embed.open_with("session=\"\"").await?;
        embed.wait_for_status("signed-out").await?;
        embed.sign_in_by_redirect().await?;
        let script = "
            const [named, unnamed] = [document.querySelector('sell-token'), document.querySelector('sell-sign-in')];
            const before = [named.status, named.info?.fingerprint === unnamed.info?.fingerprint];
            unnamed.forget();
            return [before, named.status, unnamed.status]";
        let found: Value = journey.browser().script(script, Value::Null).await?;
        assert_eq!(found, json!([["active", true], "signed-out", "signed-out"]));
        Ok(())
    })
}
