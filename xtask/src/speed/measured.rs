//! What was measured, and whether it is good enough.

use serde_json::Value;

use super::statistics::{Estimate, estimate, ratios};
use crate::failure::Failure;

/// The hand-written page that all others are compared with.
pub(crate) const FLOOR: &str = "floor";
/// The library.
pub(crate) const AUTH0: &str = "auth0-js";
/// Our pages: the callback page, and the app where it is the redirect URI itself.
pub(crate) const OURS: [&str; 2] = ["callback", "app"];

/// What our time may be of the other page's, cold, on loopback.
const AIMS: [(&str, f64); 2] = [(FLOOR, 1.0), (AUTH0, 0.6)];

/// The times of one page under one network, in milliseconds, by round.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Course {
    pub(crate) network: String,
    pub(crate) page: String,
    pub(crate) times: Vec<f64>,
}

/// All that was measured.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Measured(Vec<Course>);

impl Measured {
    /// Reads the line that the measuring program printed.
    pub(crate) fn parse(text: &str) -> Result<Self, Failure> {
        let unreadable = || {
            Failure::new(
                "the measurement could not be read",
                "run `cargo xtask speed` again",
            )
        };
        let courses: Vec<Value> = serde_json::from_str(text).map_err(|_| unreadable())?;
        let courses = courses.iter().map(course).collect::<Option<Vec<_>>>();
        courses.map(Self).ok_or_else(unreadable)
    }

    pub(crate) fn courses(&self) -> &[Course] {
        &self.0
    }

    /// How many times the other page's time this course took, if the other was there.
    pub(crate) fn against(&self, course: &Course, page: &str) -> Option<Estimate> {
        let mut others = self.0.iter();
        let other = others.find(|other| other.network == course.network && other.page == page)?;
        estimate(&ratios(&course.times, &other.times))
    }

    /// The aims that the callback page misses, as a failure; nothing where it meets them.
    pub(crate) fn missed(&self) -> Option<Failure> {
        let ours = self
            .0
            .iter()
            .filter(|course| course.page == OURS[0] && course.network == "loopback");
        let missed: Vec<String> = ours
            .flat_map(|course| AIMS.map(|(page, aim)| (self.against(course, page), page, aim)))
            .filter_map(|(found, page, aim)| {
                let found = found?.median;
                (found > aim).then(|| format!("{found:.2} times {page} instead of {aim:.1}"))
            })
            .collect();
        (!missed.is_empty()).then(|| {
            Failure::new(
                format_args!("the token is stored too late: {}", missed.join(", ")),
                "measure again on a quiet machine before you look for the cause",
            )
        })
    }
}

fn course(value: &Value) -> Option<Course> {
    let times = value["times"].as_array()?.iter().map(Value::as_f64);
    Some(Course {
        network: value["network"].as_str()?.to_owned(),
        page: value["page"].as_str()?.to_owned(),
        times: times.collect::<Option<_>>()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measured(ours: [f64; 3], floor: [f64; 3], auth0: [f64; 3]) -> Measured {
        let course = |(page, times): (&str, [f64; 3])| Course {
            network: "loopback".to_owned(),
            page: page.to_owned(),
            times: times.to_vec(),
        };
        let all = [(OURS[0], ours), (FLOOR, floor), (AUTH0, auth0)];
        Measured(all.map(course).to_vec())
    }

    #[test]
    fn a_page_that_meets_its_aims_misses_none() {
        let good = measured([10.0, 12.0, 11.0], [11.0, 12.0, 13.0], [20.0, 30.0, 22.0]);
        assert_eq!(good.missed(), None);
    }

    #[test]
    fn each_aim_that_is_missed_is_named_with_what_was_found() {
        let slow = measured([15.0, 15.0, 15.0], [10.0, 10.0, 10.0], [20.0, 20.0, 20.0]);
        let failure = slow.missed().unwrap().to_string();
        assert!(
            failure.contains("1.50 times floor instead of 1.0"),
            "{failure}"
        );
        assert!(
            failure.contains("0.75 times auth0-js instead of 0.6"),
            "{failure}"
        );
    }

    #[test]
    fn without_the_library_only_the_floor_decides() {
        let mut slow = measured([9.0, 9.0, 9.0], [10.0, 10.0, 10.0], [1.0, 1.0, 1.0]);
        slow.0.pop();
        assert_eq!(slow.missed(), None);
    }

    #[test]
    fn what_the_program_prints_is_read() {
        let text = r#"[{"network":"link","page":"floor","times":[1.5,2]}]"#;
        let measured = Measured::parse(text).unwrap();
        assert_eq!(measured.courses()[0].times, [1.5, 2.0]);
        assert!(Measured::parse("[{}]").is_err());
        assert!(Measured::parse("no JSON").is_err());
    }
}
