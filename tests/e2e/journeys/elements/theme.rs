//! Light and dark, as the page around the elements is.

use sell_journeys::{Outcome, Plan, journey};
use serde_json::{Value, json};

#[test]
fn an_element_is_dark_where_its_page_is_and_not_where_only_the_device_is() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        journey.browser().prefer("dark").await?;
        journey.embed().open_with("").await?;
        journey.embed().wait_for_status("signed-out").await?;
        let script = "const element = document.querySelector('sell-sign-in');
            const background = () => getComputedStyle(element.shadowRoot.querySelector('button')).backgroundColor;
            const plain = background();
            document.documentElement.style.colorScheme = 'dark';
            const inherited = background();
            element.theme = 'light';
            const forced = background();
            return [plain, inherited, forced]";
        let colors: Value = journey.browser().script(script, Value::Null).await?;
        let [light, dark] = ["rgb(31, 95, 191)", "rgb(138, 180, 255)"];
        assert_eq!(colors, json!([light, dark, light]));
        Ok(())
    })
}
