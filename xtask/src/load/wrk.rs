//! `wrk`, which sends the requests: <https://github.com/wg/wrk>.

use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use super::server::Server;
use crate::failure::Failure;
use crate::run::output_of;
use crate::tools::on_path;
use crate::workspace;

/// As many as a browser test with several tabs keeps open.
const CONNECTIONS: u32 = 20;

/// What is asked.
#[derive(Debug)]
pub(super) struct Request {
    pub(super) name: &'static str,
    pub(super) path: &'static str,
    /// Whether it creates contacts and leads in turn, so that neither table becomes full.
    pub(super) creates: bool,
}

/// How fast the requests follow each other.
#[derive(Debug, Clone, Copy)]
pub(super) enum Pace {
    /// About so many a second, over all connections.
    PerSecond(f64),
    /// Each connection asks as soon as it is answered.
    FlatOut,
}

/// What one run showed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Measured {
    pub(super) per_second: f64,
    /// 99 of 100 were answered within this time.
    pub(super) p99: Duration,
    /// Errors of the connection, and answers that were no success.
    pub(super) unanswered: u64,
}

/// The program, found.
#[derive(Debug)]
pub(super) struct Wrk(PathBuf);

impl Wrk {
    pub(super) fn find() -> Result<Self, Failure> {
        on_path("wrk").map(Self).ok_or_else(|| {
            Failure::new(
                "wrk, which sends the requests, is not installed",
                "install it (`apt-get install wrk` or `brew install wrk`) and run the command again",
            )
        })
    }

    /// Sends requests for some seconds.
    pub(super) fn run(
        &self,
        server: &Server,
        request: &Request,
        pace: Pace,
        seconds: u32,
    ) -> Result<Measured, Failure> {
        let script = workspace::target().join("load.lua");
        workspace::write(&script, script_of(request, pace).as_bytes())?;
        let mut command = Command::new(&self.0);
        command
            .args(["-t", "1", "-c", &CONNECTIONS.to_string()])
            .args(["-d", &format!("{seconds}s"), "--timeout", "2s", "--latency"])
            .args(["-H", &format!("Authorization: Bearer {}", server.token)])
            .args(["-H", "User-Agent: wrk", "-H", "Accept: application/json"])
            .arg("-s")
            .arg(&script)
            .arg(format!("{}{}", server.base, request.path));
        let output = output_of(&mut command);
        output.as_deref().and_then(read).ok_or_else(|| {
            Failure::new(
                "wrk told nothing that can be read",
                "run `wrk --version`; 4.1 is known to work",
            )
        })
    }
}

/// What wrk has to do besides repeating a GET.
fn script_of(request: &Request, pace: Pace) -> String {
    let mut script = String::new();
    if let Pace::PerSecond(rate) = pace {
        let pause = f64::from(CONNECTIONS) * 1000.0 / rate;
        // One less, because answering takes time too.
        script += &format!("function delay() return {:.0} end\n", pause - 1.0);
    }
    if request.creates {
        script += concat!(
            "local turn = 0\n",
            "function request()\n",
            "  turn = 1 - turn\n",
            "  local path = turn == 0 and \"/v2/contacts\" or \"/v2/leads\"\n",
            "  wrk.headers[\"Content-Type\"] = \"application/json\"\n",
            "  return wrk.format(\"POST\", path, nil, '{\"data\":{\"last_name\":\"Load\"}}')\n",
            "end\n",
        );
    }
    script
}

/// Reads what wrk prints.
fn read(output: &str) -> Option<Measured> {
    let after = |start: &str| {
        let mut lines = output.lines().map(str::trim);
        lines
            .find_map(|line| line.strip_prefix(start))
            .map(str::trim)
    };
    let failed =
        after("Non-2xx or 3xx responses:").map_or(Some(0), |number| number.parse().ok())?;
    let broken = after("Socket errors:").map_or(0, |errors| {
        let numbers = errors.split(|letter: char| !letter.is_ascii_digit());
        numbers
            .filter_map(|number| number.parse::<u64>().ok())
            .sum()
    });
    Some(Measured {
        per_second: after("Requests/sec:")?.parse().ok()?,
        p99: duration(after("99%")?)?,
        unanswered: failed + broken,
    })
}

/// `812.00us`, `1.23ms`, `1.02s` or `1.00m`.
fn duration(text: &str) -> Option<Duration> {
    let unit = text.find(|letter: char| letter.is_ascii_alphabetic())?;
    let (number, unit) = text.split_at_checked(unit)?;
    let number: f64 = number.parse().ok()?;
    let seconds = match unit {
        "us" => number / 1e6,
        "ms" => number / 1e3,
        "s" => number,
        "m" => number * 60.0,
        _ => return None,
    };
    Duration::try_from_secs_f64(seconds).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "\
  Latency Distribution
     50%    3.90ms
     99%   11.35ms
  20105 requests in 5.00s, 20.16MB read
Requests/sec:   4017.19
";

    #[test]
    fn the_rate_and_the_slowest_hundredth_are_read() {
        let expected = Measured {
            per_second: 4017.19,
            p99: Duration::from_micros(11_350),
            unanswered: 0,
        };
        assert_eq!(read(GOOD), Some(expected));
        assert_eq!(read("unable to connect"), None);
    }

    #[test]
    fn errors_of_both_kinds_are_counted() {
        let bad = format!(
            "{GOOD}  Socket errors: connect 1, read 2, write 0, timeout 3\n  \
             Non-2xx or 3xx responses: 130\n"
        );
        assert_eq!(read(&bad).map(|measured| measured.unanswered), Some(136));
    }

    #[test]
    fn every_unit_of_time_is_read() {
        for (text, millis) in [
            ("900.00us", 0.9),
            ("1.50ms", 1.5),
            ("2.00s", 2e3),
            ("1.00m", 6e4),
        ] {
            let expected = Duration::from_secs_f64(millis / 1e3);
            assert_eq!(duration(text), Some(expected), "{text}");
        }
        assert_eq!(duration("fast"), None);
    }

    #[test]
    fn a_pace_is_kept_by_waiting_between_the_requests_of_a_connection() {
        let request = &super::super::REQUESTS[0];
        let script = script_of(request, Pace::PerSecond(500.0));
        assert_eq!(script, "function delay() return 39 end\n");
        assert_eq!(script_of(request, Pace::FlatOut), "");
    }
}
