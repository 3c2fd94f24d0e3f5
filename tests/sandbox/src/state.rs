//! What every handler shares.

use std::fmt;
use std::sync::atomic::{AtomicU16, Ordering};
use std::sync::{PoisonError, RwLock};

use tokio::sync::Semaphore;

use crate::clock::Clock;
use crate::config::Config;
use crate::error::SandboxError;
use crate::faults::Faults;
use crate::internal::Internal;
use crate::other_origin::OtherOrigin;
use crate::random;
use crate::rest::rate_limit::RateLimit;
use crate::secret::Secret;
use crate::store::Store;
use crate::switches::Switches;
use crate::throttle::Throttle;
use crate::web::journal::Journal;
use crate::web::reveal::Reveals;

/// argon2 runs on threads of its own, this many at a time, so that a burst of logins costs
/// neither memory nor the other requests.
const PASSWORD_CHECKS_AT_ONCE: usize = 2;

/// The sandbox behind its routers.
pub(crate) struct Shared {
    pub(crate) config: Config,
    pub(crate) store: Store,
    pub(crate) clock: Clock,
    pub(crate) rate_limit: RateLimit,
    pub(crate) journal: Journal,
    pub(crate) faults: Faults,
    pub(crate) other_origin: OtherOrigin,
    pub(crate) password_checks: Semaphore,
    pub(crate) throttle: Throttle,
    pub(crate) reveals: Reveals,
    /// Signs the addresses documents are downloaded from.
    pub(crate) download_key: Secret,
    /// The ports the routers are served on; `None` until they are, and any port goes then.
    pub(crate) ports: Ports,
    switches: RwLock<Switches>,
}

impl fmt::Debug for Shared {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Shared")
            .field("config", &self.config)
            .finish_non_exhaustive()
    }
}

impl Shared {
    pub(crate) fn open(config: Config) -> Result<Self, SandboxError> {
        Ok(Self {
            store: Store::open(&config).map_err(|error| error.with_file(&config.database))?,
            clock: Clock::default(),
            rate_limit: RateLimit::default(),
            journal: Journal::default(),
            faults: Faults::new(&config.faults),
            other_origin: OtherOrigin::default(),
            password_checks: Semaphore::new(PASSWORD_CHECKS_AT_ONCE),
            throttle: Throttle::default(),
            reveals: Reveals::default(),
            download_key: random::secret()?,
            ports: Ports::default(),
            switches: RwLock::new(config.switches),
            config,
        })
    }

    /// The switches as they are now; a handler takes them once, so that one answer is of a piece.
    pub(crate) fn switches(&self) -> Switches {
        *self.switches.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes the switches by `change`, or not at all when it fails.
    pub(crate) fn change_switches<E>(
        &self,
        change: impl FnOnce(&mut Switches) -> Result<(), E>,
    ) -> Result<Switches, E> {
        let mut switches = self
            .switches
            .write()
            .unwrap_or_else(PoisonError::into_inner);
        let mut changed = *switches;
        change(&mut changed)?;
        *switches = changed;
        Ok(changed)
    }

    /// Back to the state at start: data, switches, faults, journal, clock.
    pub(crate) fn reset(&self) -> Result<(), Internal> {
        self.store.reset(&self.config)?;
        *self
            .switches
            .write()
            .unwrap_or_else(PoisonError::into_inner) = self.config.switches;
        self.faults.reset(&self.config.faults);
        self.journal.clear();
        self.other_origin.journal.clear();
        self.rate_limit.clear();
        self.throttle.clear();
        self.reveals.clear();
        self.clock.reset();
        Ok(())
    }
}

/// Ports known once the routers are bound; 0 stands for not yet.
#[derive(Debug, Default)]
pub(crate) struct Ports {
    site: AtomicU16,
    control: AtomicU16,
    other: AtomicU16,
}

/// Which of the routers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    /// The sandbox Sell itself.
    Site,
    /// The control endpoint.
    Control,
    /// The second origin.
    Other,
}

impl Ports {
    fn slot(&self, side: Side) -> &AtomicU16 {
        match side {
            Side::Site => &self.site,
            Side::Control => &self.control,
            Side::Other => &self.other,
        }
    }

    pub(crate) fn set(&self, side: Side, port: u16) {
        self.slot(side).store(port, Ordering::Relaxed);
    }

    pub(crate) fn get(&self, side: Side) -> Option<u16> {
        Some(self.slot(side).load(Ordering::Relaxed)).filter(|port| *port != 0)
    }
}
