//! The time, on two clocks.

use std::fmt;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::Performance;

use super::object::{get, of_window};
use crate::protocol::Now;

/// A source of the time.
#[derive(Clone)]
pub struct Clock(Rc<dyn Fn() -> Now>);

impl Clock {
    /// The device's clocks. The monotonic one is counted from the browser's own origin, so
    /// that two documents of one tab can compare it (High Resolution Time, §6).
    #[must_use]
    pub fn real() -> Self {
        Self::from_fn(|| Now {
            wall: whole(js_sys::Date::now()),
            mono: monotonic().map_or(0, whole),
        })
    }

    /// A clock that a test moves.
    pub fn from_fn(read: impl Fn() -> Now + 'static) -> Self {
        Self(Rc::new(read))
    }

    /// The time now.
    #[must_use]
    pub fn now(&self) -> Now {
        (self.0)()
    }
}

impl fmt::Debug for Clock {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Clock({:?})", self.now())
    }
}

fn monotonic() -> Option<f64> {
    let performance = of_window("performance");
    let origin = get(&performance, "timeOrigin").as_f64()?;
    Some(origin + performance.unchecked_into::<Performance>().now())
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "milliseconds since 1970 fit, and `as` saturates"
)]
fn whole(milliseconds: f64) -> u64 {
    milliseconds as u64
}

/// A moment as a clock on the wall shows it, here and in UTC: `14:05`, `13:05`.
#[must_use]
#[allow(
    clippy::cast_precision_loss,
    reason = "milliseconds since 1970 are exact in a double for 200,000 years"
)]
pub fn clock_times(wall: u64) -> [String; 2] {
    let date = js_sys::Date::new(&(wall as f64).into());
    [
        face(date.get_hours(), date.get_minutes()),
        face(date.get_utc_hours(), date.get_utc_minutes()),
    ]
}

/// Not by way of formatting, which nothing else here has any use for.
fn face(hours: u32, minutes: u32) -> String {
    let digit = |value| char::from_digit(value, 10).unwrap_or_default();
    let digits = [hours / 10, hours % 10, minutes / 10, minutes % 10].map(digit);
    let [tens, ones, ten_minutes, one_minutes] = digits;
    [tens, ones, ':', ten_minutes, one_minutes].iter().collect()
}
