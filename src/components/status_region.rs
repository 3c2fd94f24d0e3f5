//! The two places from which screen readers speak.

use super::element::{Element, el};

/// One polite region (said when the person pauses: signed in, copied, 5 minutes left) and one alert
/// region (said at once: expired, refused, failed), both in the page from the start. To say the
/// same twice, empty the text in between.
pub fn status_region(polite: &str, alert: &str) -> Element {
    el("div.sell-spoken")
        .child(el("div[role=status]").text(polite))
        .child(el("div[role=alert]").text(alert))
}
