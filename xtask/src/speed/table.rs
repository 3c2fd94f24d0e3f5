//! The table of what was measured.

use super::measured::{AUTH0, Course, FLOOR, Measured};
use super::statistics::{Estimate, median};

/// A heading, a line for each page and network, and what the numbers are.
pub(crate) fn lines(measured: &Measured) -> Vec<String> {
    let mut lines = vec![
        String::new(),
        row(["network", "page", "ms", "x floor", "x auth0-js"]),
    ];
    lines.extend(measured.courses().iter().map(|course| {
        let time = median(&course.times).map_or_else(|| "-".to_owned(), |ms| format!("{ms:.1}"));
        let against = |page| ratio(measured.against(course, page));
        row([
            &course.network,
            &course.page,
            &time,
            &against(FLOOR),
            &against(AUTH0),
        ])
    }));
    let rounds = measured.courses().first().map_or(0, rounds);
    lines.push(format!(
        "\nFrom navigation to the mark token-stored, cold, {rounds} rounds: medians, and medians of the ratios inside a round with their 95 % interval."
    ));
    lines
}

fn rounds(course: &Course) -> usize {
    course.times.len()
}

fn ratio(estimate: Option<Estimate>) -> String {
    estimate.map_or_else(
        || "-".to_owned(),
        |Estimate { median, low, high }| format!("{median:.2} ({low:.2} to {high:.2})"),
    )
}

fn row([network, page, time, floor, auth0]: [&str; 5]) -> String {
    format!("{network:<10}{page:<12}{time:>8}  {floor:<22}{auth0}")
        .trim_end()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_shown_beside_those_it_is_compared_with() {
        let text = r#"[{"network":"loopback","page":"callback","times":[10,10]},
            {"network":"loopback","page":"floor","times":[20,20]}]"#;
        let lines = lines(&Measured::parse(text).unwrap());
        assert_eq!(
            lines[2],
            "loopback  callback        10.0  0.50 (0.50 to 0.50)   -"
        );
        assert!(lines[4].contains("2 rounds"), "{lines:?}");
    }
}
