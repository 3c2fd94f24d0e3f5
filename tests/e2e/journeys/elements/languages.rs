//! Other languages than English: the page brings one, and the elements speak it where their `lang`
//! says so. What is longer, or runs the other way, fits.

use sell_journeys::{Journey, Outcome, Plan, journey};
use sell_stage::HostPage;
use serde::Deserialize;
use serde_json::json;

use super::steady::{frames, markup, panels};

const LOOK: &str = include_str!("../../src/scripts/languages.js");

const ALL: [&str; 3] = ["sell-sign-in", "sell-token", "sell-scopes"];

const STATES: [&str; 10] = [
    "signed-out",
    "active",
    "expiring",
    "expired",
    "never-expires",
    "rejected",
    "unreadable",
    "scopes-differ",
    "denied",
    "offline",
];

/// The narrowest page that has to do without sideways scrolling (WCAG 1.4.10), and a wide one.
const WIDTHS: [u32; 2] = [320, 1280];

/// A language of the package that is there to be tried.
#[derive(Debug, Clone, Copy)]
struct Tried {
    tag: &'static str,
    dir: &'static str,
    first_is_left: bool,
}

const LONGER: Tried = Tried {
    tag: "en-XA",
    dir: "ltr",
    first_is_left: true,
};

const MIRRORED: Tried = Tried {
    tag: "ar-XB",
    dir: "rtl",
    first_is_left: false,
};

#[derive(Debug, Deserialize)]
struct Look {
    /// How many texts there are.
    count: usize,
    untranslated: Vec<String>,
    misfits: Vec<String>,
    /// Whether what comes first in a row stands on the left.
    sides: Vec<bool>,
}

impl Tried {
    /// A page in this language that registers it.
    fn page(self, origin: &str, state: &str) -> HostPage {
        let Self { tag, dir, .. } = self;
        let root = format!("<html lang=\"{tag}\" dir=\"{dir}\">");
        let registers = format!(
            "<script type=\"module\">
               import {{ registerLanguage }} from '/sell-elements/sell-elements.js';
               import texts from '/sell-elements/languages/{tag}.js';
               registerLanguage('{tag}', texts);
             </script></head>"
        );
        let markup = markup(&ALL, origin, state).replace("<html lang=\"en\">", &root);
        HostPage::markup(markup.replace("</head>", &registers))
    }

    async fn look(self, journey: &Journey, state: &str, width: u32) -> Outcome<Look> {
        let browser = journey.browser();
        let [origin, _] = journey.embed().origins()?;
        let metrics =
            json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
        browser
            .devtools("Emulation.setDeviceMetricsOverride", metrics)
            .await?;
        journey.embed().show("/", self.page(origin, state))?;
        browser.go(&format!("{origin}/")).await?;
        panels(journey).await?;
        frames(journey).await?;
        browser.script(LOOK, self.tag.into()).await
    }

    async fn all_fit(self, journey: &Journey) -> Outcome {
        for state in STATES {
            for width in WIDTHS {
                let look = self.look(journey, state, width).await?;
                let at = format!("{state} at {width}");
                assert!(look.count > 5, "{at}: {} texts", look.count);
                assert_eq!(look.untranslated, [""; 0], "{at}");
                assert_eq!(look.misfits, [""; 0], "{at}");
                let mut sides = look.sides.iter();
                assert!(sides.all(|left| *left == self.first_is_left), "{at}");
            }
        }
        Ok(())
    }
}

#[test]
fn words_that_are_longer_by_two_fifths_fit_in_every_state_and_none_stays_english() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        LONGER.all_fit(journey).await
    })
}

#[test]
fn words_from_right_to_left_turn_every_state_around_and_fit() -> Outcome {
    journey(Plan::default().with_package(), async |journey| {
        MIRRORED.all_fit(journey).await
    })
}
