//! A language that the page has registered.

use std::cell::RefCell;

use js_sys::{Array, Function};
use sell_elements::words::time::Unit;
use sell_elements::words::{Language, Spoken};
use wasm_bindgen::{JsCast, JsValue};

use crate::options::member;

thread_local! {
    /// Each once: what a language has said stays for as long as the page, and so does the language.
    static LANGUAGES: RefCell<Vec<&'static FromPage>> = const { RefCell::new(Vec::new()) };
}

/// The language of a panel's options; none where there is none, which is English.
pub(crate) fn spoken(options: &JsValue) -> Option<Spoken> {
    let object = member(options, "language");
    let language = object.is_object().then(|| FromPage::of(object))?;
    Some(Spoken(language))
}

/// An object with `texts` by their English wording, `amount(count, unit)` and `times(moment)`.
struct FromPage {
    object: JsValue,
    texts: JsValue,
    /// What was said for which text, also where it was nothing: a clock draws a panel every second.
    said: RefCell<Vec<(&'static str, Option<&'static str>)>>,
}

impl FromPage {
    fn of(object: JsValue) -> &'static Self {
        LANGUAGES.with_borrow_mut(|known| {
            if let Some(same) = known.iter().find(|known| known.object == object) {
                return *same;
            }
            let new: &'static Self = Box::leak(Box::new(Self {
                texts: member(&object, "texts"),
                object,
                said: RefCell::default(),
            }));
            known.push(new);
            new
        })
    }

    fn ask(&self, function: &str, one: &JsValue, other: &JsValue) -> JsValue {
        let function = member(&self.object, function).unchecked_into::<Function>();
        function.call2(&self.object, one, other).unwrap_or_default()
    }
}

impl Language for FromPage {
    fn text(&self, english: &'static str) -> Option<&'static str> {
        let mut said = self.said.borrow_mut();
        if let Some((_, text)) = said.iter().find(|(known, _)| *known == english) {
            return *text;
        }
        let text = member(&self.texts, english).as_string();
        let text = text.filter(|text| !text.is_empty());
        let text = text.map(|text| &*text.leak());
        said.push((english, text));
        text
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "no amount that is shown comes near 2^53"
    )]
    fn amount(&self, count: u64, unit: Unit) -> Option<String> {
        let unit = match unit {
            Unit::Second => "second",
            Unit::Minute => "minute",
            Unit::Hour => "hour",
            Unit::Day => "day",
        };
        self.ask("amount", &(count as f64).into(), &unit.into())
            .as_string()
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "milliseconds since 1970 are exact in a double for 200,000 years"
    )]
    fn clock_times(&self, wall: u64) -> Option<[String; 2]> {
        let times = self.ask("times", &(wall as f64).into(), &JsValue::UNDEFINED);
        let times = times.dyn_into::<Array>().ok()?;
        Some([times.get(0).as_string()?, times.get(1).as_string()?])
    }
}
