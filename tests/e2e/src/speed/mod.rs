//! How long it takes from navigation to the stored token.
//!
//! A round is a browser with an empty profile that loads each page once, in random order, each in
//! a tab of its own with the cache off. What the machine does meanwhile, it does to all of them;
//! so the times of one round may be compared, and those of different rounds may not.

mod contestant;
mod lap;
mod shuffle;

use std::io::{self, Write};

use serde::Serialize;

use crate::fault::Outcome;

pub use contestant::Contestant;
use lap::Lap;
use shuffle::Shuffle;

/// What a request travels over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Network {
    /// This machine alone.
    Loopback,
    /// A phone's: 60 ms to and fro, 8.1 Mbit/s.
    Link,
}

/// The times of one page over one network, in milliseconds, by round.
#[derive(Debug, Clone, Serialize)]
pub struct Course {
    network: Network,
    page: &'static str,
    times: Vec<f64>,
}

/// Loads every page once a round over each network.
///
/// # Errors
/// When a browser cannot be had, or a page does not store its token.
pub async fn measure(contestants: &[Contestant], rounds: u16) -> Outcome<Vec<Course>> {
    let networks = [Network::Loopback, Network::Link];
    let course = |network, contestant: &Contestant| Course {
        network,
        page: contestant.name(),
        times: Vec::new(),
    };
    let mut courses: Vec<Course> = networks
        .iter()
        .flat_map(|network| contestants.iter().map(|page| course(*network, page)))
        .collect();
    let mut shuffle = Shuffle::new();
    for round in 1..=rounds {
        let starts = courses.chunks_mut(contestants.len());
        for (network, courses) in networks.into_iter().zip(starts) {
            let lap = Lap::start(network).await?;
            for place in shuffle.order(contestants.len()) {
                let time = lap.time(&contestants[place]).await?;
                courses[place].times.push(time);
            }
            lap.end().await?;
        }
        progress(round, rounds);
    }
    Ok(courses)
}

fn progress(round: u16, rounds: u16) {
    if round.is_multiple_of(5) || round == rounds {
        let _ = writeln!(io::stderr(), "{round} of {rounds} rounds");
    }
}
