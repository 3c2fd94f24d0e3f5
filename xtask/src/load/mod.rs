//! What the sandbox carries: requests a second and the slowest hundredth, over loopback.
//!
//! Each request is measured twice. At the pace a busy test run sets, 500 a second, its waiting
//! time counts; flat out, the number of requests does. Both runs end by the clock, and the
//! sandbox's memory is read before and after.

mod server;
mod wrk;

use std::time::Duration;

use crate::cli::LoadOptions;
use crate::failure::Failure;
use crate::say;
use server::Server;
use wrk::{Measured, Pace, Request, Wrk};

/// What the sandbox must carry.
const LEAST_PER_SECOND: f64 = 500.0;
const LONGEST_P99: Duration = Duration::from_millis(50);

/// The three reads and one write that tests do most.
const REQUESTS: &[Request] = &[
    Request {
        name: "GET /v2/users/self",
        path: "/v2/users/self",
        creates: false,
    },
    Request {
        name: "GET /v2/deals",
        path: "/v2/deals",
        creates: false,
    },
    Request {
        name: "GET /oauth2/token/info",
        path: "/oauth2/token/info",
        creates: false,
    },
    Request {
        name: "POST /v2/contacts, /v2/leads",
        path: "/v2/contacts",
        creates: true,
    },
];

/// Builds the sandbox, loads it, prints the table, and fails below the mark.
pub(crate) fn run(options: &LoadOptions) -> Result<(), Failure> {
    let wrk = Wrk::find()?;
    let program = server::build()?;
    let server = Server::start(&program)?;
    let seconds = options.seconds;
    say::step(&format!(
        "Measuring {} requests, {seconds} s each at a pace and {seconds} s flat out",
        REQUESTS.len()
    ));
    let before = server.memory();
    let mut rows = Vec::new();
    for request in REQUESTS {
        let paced = wrk.run(&server, request, Pace::PerSecond(LEAST_PER_SECOND), seconds)?;
        let flat_out = wrk.run(&server, request, Pace::FlatOut, seconds)?;
        rows.push(Row {
            request,
            paced,
            flat_out,
        });
    }
    let after = server.memory();
    print(&rows, before.as_deref(), after.as_deref());
    judge(&rows)
}

/// The two measurements of a request.
struct Row {
    request: &'static Request,
    paced: Measured,
    flat_out: Measured,
}

fn print(rows: &[Row], before: Option<&str>, after: Option<&str>) {
    say::result(&format!(
        "{:<30} {:>10} {:>10} {:>14} {:>10}",
        "", "paced /s", "p99", "flat out /s", "p99"
    ));
    for row in rows {
        say::result(&format!(
            "{:<30} {:>10.0} {:>10} {:>14.0} {:>10}",
            row.request.name,
            row.paced.per_second,
            millis(row.paced.p99),
            row.flat_out.per_second,
            millis(row.flat_out.p99),
        ));
    }
    let unknown = "not known on this system";
    say::result(&format!(
        "memory of the sandbox (RSS): {} before, {} after",
        before.unwrap_or(unknown),
        after.unwrap_or(unknown)
    ));
}

fn millis(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1000.0)
}

/// Every answer was a success, soon enough and often enough.
fn judge(rows: &[Row]) -> Result<(), Failure> {
    for Row {
        request,
        paced,
        flat_out,
    } in rows
    {
        let name = request.name;
        let unanswered = paced.unanswered + flat_out.unanswered;
        if unanswered > 0 {
            return Err(Failure::new(
                format_args!("{unanswered} requests of {name} were not answered with success"),
                "start the sandbox by hand and look at one answer",
            ));
        }
        if flat_out.per_second < LEAST_PER_SECOND || paced.p99 > LONGEST_P99 {
            return Err(Failure::new(
                format_args!(
                    "{name} is below the mark of {LEAST_PER_SECOND} requests a second with 99 in \
                     a hundred answered within {}",
                    millis(LONGEST_P99)
                ),
                "run it again on a machine that does nothing else, then look for what became slow",
            ));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(per_second: f64, p99: u64, unanswered: u64) -> Result<(), Failure> {
        let measured = Measured {
            per_second,
            p99: Duration::from_millis(p99),
            unanswered,
        };
        judge(&[Row {
            request: &REQUESTS[0],
            paced: measured,
            flat_out: measured,
        }])
    }

    #[test]
    fn the_mark_is_passed_by_many_quick_successes_only() {
        assert_eq!(judged(500.0, 50, 0), Ok(()));
        for (per_second, p99, unanswered, what) in [
            (499.0, 1, 0, "below the mark"),
            (5000.0, 51, 0, "below the mark"),
            (5000.0, 1, 1, "not answered"),
        ] {
            let failure = judged(per_second, p99, unanswered).unwrap_err().to_string();
            assert!(failure.contains(what), "{failure}");
        }
    }
}
