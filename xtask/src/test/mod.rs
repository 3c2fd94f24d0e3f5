//! Every test of the project in one run, the quick ones first.

mod samples;
mod steps;

use std::time::{Duration, Instant};

use crate::cli::Group;
use crate::failure::Failure;
use crate::say;

use steps::Step;

/// How a step ended.
#[derive(Debug, PartialEq, Eq)]
enum Outcome {
    Passed,
    Failed,
    /// What it needs is not there, because an earlier step failed.
    Skipped,
    /// This machine lacks something that nobody is asked to have.
    LeftOut,
}

impl Outcome {
    fn is_fine(&self) -> bool {
        matches!(self, Self::Passed | Self::LeftOut)
    }
}

/// Runs the steps of the named groups, or all, and prints how each ended. A failure does not stop
/// the steps after it: one run tells everything that is wrong.
pub(crate) fn run(only: &[Group]) -> Result<(), Failure> {
    let steps: Vec<Step> = steps::all()
        .into_iter()
        .filter(|step| step.belongs_to(only))
        .collect();
    let mut ended: Vec<(&Step, Outcome, Duration)> = Vec::new();
    for (number, step) in steps.iter().enumerate() {
        say::step(&format!("[{}/{}] {}", number + 1, steps.len(), step.name));
        let began = Instant::now();
        let outcome = perform(step, &ended);
        ended.push((step, outcome, began.elapsed()));
    }
    summarize(&ended)
}

fn perform(step: &Step, ended: &[(&Step, Outcome, Duration)]) -> Outcome {
    let failed = |name: &&str| {
        ended
            .iter()
            .any(|(s, o, _)| s.name == *name && *o != Outcome::Passed)
    };
    if step.needs.iter().any(failed) {
        say::progress("skipped, because a step it needs failed");
        return Outcome::Skipped;
    }
    if let Some(why) = (step.lacks)() {
        say::progress(&format!("LEFT OUT: {why}"));
        return Outcome::LeftOut;
    }
    match (step.perform)() {
        Ok(()) => Outcome::Passed,
        Err(failure) => {
            say::progress(&format!("error: {failure}"));
            Outcome::Failed
        }
    }
}

fn summarize(ended: &[(&Step, Outcome, Duration)]) -> Result<(), Failure> {
    say::result("");
    for (step, outcome, took) in ended {
        let word = match outcome {
            Outcome::Passed => "passed",
            Outcome::Failed => "FAILED",
            Outcome::Skipped => "skipped",
            Outcome::LeftOut => "LEFT OUT",
        };
        say::result(&format!(
            "{word:<9}{:<32} {:>7.1} s",
            step.name,
            took.as_secs_f32()
        ));
    }
    let wrong: Vec<&str> = ended
        .iter()
        .filter(|(_, outcome, _)| !outcome.is_fine())
        .map(|(step, ..)| step.name)
        .collect();
    if wrong.is_empty() {
        return Ok(());
    }
    Err(Failure::new(
        format_args!("not passed: {}", wrong.join(", ")),
        "each one's message is above, under its heading",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(name: &'static str, needs: &'static [&'static str], works: bool) -> Step {
        let perform: fn() -> Result<(), Failure> = if works {
            || Ok(())
        } else {
            || Err(Failure::new("it broke", "mend it"))
        };
        Step {
            name,
            group: Group::Native,
            needs,
            lacks: || None,
            perform,
        }
    }

    #[test]
    fn a_step_that_this_machine_cannot_do_is_left_out_and_fails_nothing() {
        let lacking = Step {
            lacks: || Some("no such program".to_owned()),
            ..step("third", &[], false)
        };
        let outcome = perform(&lacking, &[]);
        assert_eq!(outcome, Outcome::LeftOut);
        assert_eq!(summarize(&[(&lacking, outcome, Duration::ZERO)]), Ok(()));
    }

    #[test]
    fn a_step_that_needs_a_failed_one_is_skipped() {
        let first = step("first", &[], false);
        let second = step("second", &["first"], true);
        let ended = [(&first, perform(&first, &[]), Duration::ZERO)];
        assert_eq!(ended[0].1, Outcome::Failed);
        assert_eq!(perform(&second, &ended), Outcome::Skipped);
    }

    #[test]
    fn a_step_whose_need_was_not_asked_for_runs() {
        assert_eq!(
            perform(&step("second", &["first"], true), &[]),
            Outcome::Passed
        );
    }

    #[test]
    fn one_failure_fails_the_run_by_name() {
        let good = step("good", &[], true);
        let bad = step("bad", &[], false);
        let ended = [
            (&good, Outcome::Passed, Duration::ZERO),
            (&bad, Outcome::Failed, Duration::ZERO),
        ];
        let failure = summarize(&ended).unwrap_err().to_string();
        assert!(failure.starts_with("not passed: bad"), "{failure}");
        assert_eq!(summarize(&ended[..1]), Ok(()));
    }
}
