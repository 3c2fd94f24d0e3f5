//! What happened to the records, in order; the oldest events go.

use rusqlite::{OptionalExtension as _, Row, params};

use super::records::{Record, Records};
use crate::internal::Internal;

/// Sell keeps 72 hours; the sandbox keeps this many, whatever their age.
const MOST_EVENTS: i64 = 5000;

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum EventType {
    Created,
    Updated,
    Deleted,
}

impl EventType {
    pub(crate) fn text(self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::Updated => "updated",
            Self::Deleted => "deleted",
        }
    }
}

/// Why it happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cause {
    /// Somebody asked for it.
    Interaction,
    /// It followed from something else.
    System,
}

impl Cause {
    fn text(self) -> &'static str {
        match self {
            Self::Interaction => "interaction",
            Self::System => "system",
        }
    }
}

/// One event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Event {
    /// Grows with every event of the sandbox.
    pub(crate) sequence: i64,
    /// The version of the record.
    pub(crate) version: i64,
    pub(crate) kind: String,
    pub(crate) cause: String,
    /// ISO 8601.
    pub(crate) at: String,
    /// The record as it was after the event, or before it was deleted.
    pub(crate) data: String,
    /// The record as it was before an update.
    pub(crate) previous: Option<String>,
}

fn event(row: &Row<'_>) -> rusqlite::Result<Event> {
    Ok(Event {
        sequence: row.get(0)?,
        version: row.get(1)?,
        kind: row.get(2)?,
        cause: row.get(3)?,
        at: row.get(4)?,
        data: row.get(5)?,
        previous: row.get(6)?,
    })
}

impl Records<'_> {
    /// Notes what happened to a record, why, and at which time.
    pub(crate) fn note_event(
        &self,
        resource: &str,
        (event_type, cause, at): (EventType, Cause, &str),
        record: &Record,
        previous: Option<&Record>,
    ) -> Result<(), Internal> {
        self.0
            .prepare_cached(
                "INSERT INTO events (resource, id, version, type, cause, at, data, previous)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            )?
            .execute(params![
                resource,
                record.id,
                record.version,
                event_type.text(),
                cause.text(),
                at,
                record.data,
                previous.map(|record| &record.data)
            ])?;
        self.0
            .prepare_cached(
                "DELETE FROM events WHERE sequence <= (SELECT max(sequence) FROM events) - ?1",
            )?
            .execute([MOST_EVENTS])?;
        Ok(())
    }

    /// The events of a resource after a position, the oldest first.
    pub(crate) fn events_after(
        &self,
        resource: &str,
        position: i64,
        limit: u32,
    ) -> Result<Vec<Event>, Internal> {
        let events = self
            .0
            .prepare_cached(
                "SELECT sequence, version, type, cause, at, data, previous FROM events
                 WHERE resource = ?1 AND sequence > ?2 ORDER BY sequence LIMIT ?3",
            )?
            .query_map(params![resource, position, limit], event)?
            .collect::<Result<_, _>>()?;
        Ok(events)
    }

    /// The position before the oldest event kept, and the position after the newest.
    pub(crate) fn event_bounds(&self) -> Result<(i64, i64), Internal> {
        let last: Option<i64> = self
            .0
            .prepare_cached("SELECT seq FROM sqlite_sequence WHERE name = 'events'")?
            .query_row([], |row| row.get(0))
            .optional()?;
        let last = last.unwrap_or_default();
        let first: Option<i64> = self
            .0
            .prepare_cached("SELECT min(sequence) FROM events")?
            .query_row([], |row| row.get(0))?;
        Ok((first.map_or(last, |first| first - 1), last))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;
    use crate::store::Store;

    #[test]
    fn the_oldest_events_go_and_their_positions_with_them() {
        let store = Store::open(&Config::default()).unwrap();
        let kept = || {
            let read = store.read(|records| {
                let first = records.events_after("tasks", 0, 1)?;
                Ok::<_, Internal>((records.event_bounds()?, first))
            });
            read.unwrap()
        };
        assert_eq!(kept(), ((0, 0), Vec::new()), "the seed is no event");
        store
            .write(|records| {
                let task = records.get("tasks", 0, 510_001)?.unwrap();
                let what = (EventType::Updated, Cause::System, "2026-01-01T00:00:00Z");
                for _ in 0..MOST_EVENTS + 3 {
                    records.note_event("tasks", what, &task, None)?;
                }
                Ok::<_, Internal>(())
            })
            .unwrap();
        let (bounds, first) = kept();
        assert_eq!(bounds, (3, MOST_EVENTS + 3));
        assert_eq!(first[0].sequence, 4);
    }
}
