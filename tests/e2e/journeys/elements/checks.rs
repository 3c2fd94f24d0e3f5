//! What the element finds on a page whose setup is wrong, and the line it tells to change.

use axum::http::HeaderValue;
use axum::http::header::CONTENT_SECURITY_POLICY;
use sell_journeys::{Journey, Outcome, Plan, journey};
use sell_stage::HostPage;
use serde_json::Value;

const CALLBACK: &str = "/app/callback.html";

/// Sets an attribute, and gives the line of a check; put back afterwards.
const LINE: &str = "
    const [attribute, value, wanted] = arguments[0];
    const element = document.querySelector('sell-sign-in');
    const before = element.getAttribute(attribute);
    element.setAttribute(attribute, value);
    const checks = await element.check();
    element.setAttribute(attribute, before);
    return checks.find(({ id }) => id === wanted) ?? checks";

async fn line(journey: &Journey, attribute: &str, value: &str, wanted: &str) -> Outcome<Value> {
    let argument = [attribute, value, wanted].as_slice().into();
    journey.browser().script_later(LINE, argument).await
}

#[test]
fn settings_that_cannot_work_have_a_line_with_the_element_s_own_words() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.embed().open_with("").await?;
        journey.embed().wait_for_status("signed-out").await?;
        let cases = [
            ("client-id", "", "client-id=\"CLIENT_ID\""),
            ("scope", "", "scope=\"read profile\""),
            (
                "auth-base",
                "http://sell.example",
                "auth-base=\"https://api.getbase.com\"",
            ),
        ];
        for (attribute, value, fix) in cases {
            let line = line(journey, attribute, value, "settings").await?;
            assert_eq!(line["ok"], false, "{line}");
            let found = line["found"].as_str().ok_or("nothing found")?;
            assert!(found.starts_with(attribute), "{line}");
            let words = journey.embed().text("sell-sign-in").await?;
            assert!(!words.contains(found), "the attribute is put back: {words}");
            assert_eq!(line["fix"], format!("<sell-sign-in {fix} …>"));
        }
        let scope = "read profile";
        let line = line(journey, "scope", scope, "settings").await?;
        assert_eq!(line["ok"], true, "{line}");
        Ok(())
    })
}

#[test]
fn a_redirect_address_that_will_not_do_keeps_its_path_in_the_line_to_change() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.embed().open_with("").await?;
        journey.embed().wait_for_status("signed-out").await?;
        let [origin, _] = journey.embed().origins()?;
        let fix = format!("<sell-sign-in redirect-uri=\"{origin}/app/back.html\" …>");
        for given in [
            "https://other.example/app/back.html#here",
            "app/back.html",
            "/app/back.html",
        ] {
            let found = line(journey, "redirect-uri", given, "redirect-uri").await?;
            assert_eq!(found["ok"], false, "{found}");
            assert_eq!(found["fix"], fix);
            let found = line(journey, "redirect-uri", given, "settings").await?;
            assert_eq!(found["fix"], fix);
        }
        let usual = format!("<sell-sign-in redirect-uri=\"{origin}/callback.html\" …>");
        let found = line(journey, "redirect-uri", "mailto:me", "redirect-uri").await?;
        assert_eq!(found["fix"], usual);
        Ok(())
    })
}

#[test]
fn an_api_that_no_browser_can_call_is_in_no_line_to_change() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.embed().open_with("").await?;
        journey.embed().wait_for_status("signed-out").await?;
        let found = line(journey, "api-base", "ftp://x", "api-readable").await?;
        assert_eq!(found["ok"], false);
        let usual = "<sell-sign-in api-base=\"https://api.getbase.com\" …>";
        assert_eq!(found["fix"], usual);
        let all = line(journey, "api-base", "ftp://x", "none of them").await?;
        let fixes = all.as_array().ok_or("no checks")?.iter();
        let mut fixes = fixes.filter_map(|check| check["fix"].as_str());
        assert!(fixes.all(|fix| !fix.contains("ftp:")), "{all}");
        Ok(())
    })
}

#[test]
fn a_page_that_is_its_own_redirect_page_takes_the_answer_only_by_the_capture_script() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let embed = journey.embed();
        let [origin, _] = embed.origins()?;
        for (script, takes) in [
            ("", false),
            ("<script src=\"/sell-elements/capture.js\"></script>", true),
        ] {
            let page = HostPage::markup(format!(
                "<!doctype html><title>Own</title>{script}
                 <script type=\"module\" src=\"/sell-elements/sell-elements.js\"></script>{}",
                embed.sign_in(origin, "")
            ));
            embed.show("/own", page)?;
            let address = format!("{origin}/own");
            journey.browser().go(&address).await?;
            let mut fixes = Vec::new();
            for wanted in ["capture-first", "redirect-page"] {
                let found = line(journey, "redirect-uri", &address, wanted).await?;
                assert_eq!(found["ok"], takes, "{found}");
                fixes.push(found["fix"].clone());
            }
            assert_eq!(fixes[0], fixes[1]);
        }
        Ok(())
    })
}

#[test]
fn every_check_is_a_row_of_plain_words_whether_it_passes_or_not() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.embed().open_with("").await?;
        journey.embed().wait_for_status("signed-out").await?;
        for redirect in ["/relative", "https://other.example/back#here"] {
            let all = line(journey, "redirect-uri", redirect, "none of them").await?;
            let checks = all.as_array().ok_or("no checks")?;
            assert!(checks.len() > 7, "{all}");
            for check in checks {
                let row = check.as_object().ok_or("no row")?;
                let (ok, fix) = (&row["ok"], row.get("fix"));
                assert!(ok.is_boolean() || ok.is_null(), "{check}");
                let texts = [&row["id"], &row["found"]].into_iter().chain(fix);
                for text in texts {
                    let text = text.as_str().ok_or("no text")?;
                    assert!(!text.is_empty() && !text.contains('\n'), "{check}");
                }
                assert_eq!(fix.is_none(), ok == true, "{check}");
                assert!(
                    row.keys()
                        .all(|key| ["id", "ok", "found", "fix"].contains(&key.as_str()))
                );
            }
        }
        Ok(())
    })
}

/// Serves the redirect page as it is published, under a policy of the whole site.
fn serve(journey: &Journey, policy: &str) -> Outcome {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../package");
    let page = HostPage::markup(std::fs::read_to_string(format!("{folder}/callback.html"))?);
    let page = page.header(CONTENT_SECURITY_POLICY, HeaderValue::from_str(policy)?);
    journey.embed().show(CALLBACK, page)
}

/// Whether the script of the redirect page runs: it goes on to the start of the site, whatever came.
async fn runs(journey: &Journey) -> Outcome<bool> {
    let [origin, _] = journey.embed().origins()?;
    let start = format!("{origin}/");
    journey.browser().go(&format!("{origin}{CALLBACK}")).await?;
    let ready = "return document.readyState === 'complete'";
    let loaded =
        async || Ok((journey.browser().script::<bool>(ready, Value::Null).await?).then_some(()));
    journey.browser().wait("the page", loaded).await?;
    Ok(journey.browser().address().await? == start)
}

#[test]
fn a_policy_that_stops_the_redirect_page_is_told_with_the_hash_that_lets_it_run() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        let embed = journey.embed();
        let [origin, _] = embed.origins()?;
        let redirect = format!("{origin}{CALLBACK}");
        for policy in [
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'",
            "default-src 'self'",
            "script-src 'unsafe-inline' 'wasm-unsafe-eval' 'sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='",
        ] {
            serve(journey, policy)?;
            embed.open_with("").await?;
            let found = line(journey, "redirect-uri", &redirect, "redirect-page").await?;
            assert_eq!(found["ok"], false, "{found}");
            assert!(
                found["found"]
                    .as_str()
                    .is_some_and(|found| found.ends_with(policy))
            );
            let fix = found["fix"].as_str().ok_or("no fix")?;
            let (_, directive) = fix.split_once(": ").ok_or("no directive")?;
            assert!(!runs(journey).await?, "{policy}");

            serve(journey, directive)?;
            embed.open_with("").await?;
            let found = line(journey, "redirect-uri", &redirect, "redirect-page").await?;
            assert_eq!(found["ok"], true, "{found}");
            assert!(runs(journey).await?, "{directive}");
        }
        for policy in ["script-src 'unsafe-inline' 'unsafe-eval'", "img-src 'none'"] {
            serve(journey, policy)?;
            embed.open_with("").await?;
            let found = line(journey, "redirect-uri", &redirect, "redirect-page").await?;
            assert_eq!(found["ok"], true, "{found}");
            assert!(runs(journey).await?, "{policy}");
        }
        Ok(())
    })
}
