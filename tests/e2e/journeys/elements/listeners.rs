//! What a page's own listeners do at the moment at which they hear.

use sell_journeys::{Outcome, Plan, journey};
use serde_json::{Value, json};

#[test]
fn what_a_listener_asks_of_the_session_that_it_hears_of_is_answered() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.embed().open_with("").await?;
        journey.embed().sign_in_by_redirect().await?;
        let script = "
            const [session, other] = ['sell-sign-in', 'sell-token'].map((tag) => document.querySelector(tag));
            const inspect = () => other.inspect('0123456789abcdef0123456789abcdef');
            const inspected = new Promise((resolve) => {
              session.addEventListener('sell-signed-out', () => resolve(inspect()));
            });
            session.forget();
            const { active } = await inspected;
            return [active, session.status]";
        let found: Value = journey.browser().script_later(script, Value::Null).await?;
        assert_eq!(found, json!([false, "signed-out"]));
        Ok(())
    })
}
