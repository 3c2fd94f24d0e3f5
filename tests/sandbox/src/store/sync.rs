//! What each device already has, for the Sync API.

use rusqlite::{OptionalExtension as _, Row, params};

use super::records::Records;
use crate::internal::Internal;

/// Sell allows as many sessions; here the device that synchronised least recently is forgotten.
const MOST_DEVICES: i64 = 100;

/// What a device does not have yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Instruction {
    pub(crate) resource: String,
    pub(crate) id: i64,
    /// The version the device has after it followed the instruction.
    pub(crate) version: i64,
    pub(crate) kind: InstructionKind,
}

/// What to do with the device's copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum InstructionKind {
    /// Store this JSON, which is new to the device.
    Create(String),
    /// Replace what the device has by this JSON.
    Update(String),
    Delete,
}

/// How far a session has read: everything up to this record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cursor {
    pub(crate) resource: String,
    pub(crate) id: i64,
}

fn instruction(row: &Row<'_>) -> rusqlite::Result<Instruction> {
    let (version, had): (Option<i64>, Option<i64>) = (row.get(2)?, row.get(4)?);
    let data: Option<String> = row.get(3)?;
    let kind = match (data, had) {
        (None, _) => InstructionKind::Delete,
        (Some(data), None) => InstructionKind::Create(data),
        (Some(data), Some(_)) => InstructionKind::Update(data),
    };
    Ok(Instruction {
        resource: row.get(0)?,
        id: row.get(1)?,
        version: version.or(had.map(|had| had + 1)).unwrap_or_default(),
        kind,
    })
}

/// Records the device lacks or has in another version, and records it has that are gone.
/// `?1` is the device, `?2` a JSON list of resources.
const PENDING: &str = "
    SELECT r.resource AS resource, r.id AS id, r.version AS version, r.data AS data,
           a.version AS had
    FROM records r
    LEFT JOIN sync_acks a ON a.device = ?1 AND a.resource = r.resource AND a.id = r.id
    WHERE r.parent = 0 AND r.resource IN (SELECT value FROM json_each(?2))
      AND a.version IS NOT r.version
    UNION ALL
    SELECT a.resource, a.id, NULL, NULL, a.version
    FROM sync_acks a
    WHERE a.device = ?1 AND NOT EXISTS (
        SELECT 1 FROM records r
        WHERE r.resource = a.resource AND r.parent = 0 AND r.id = a.id)";

impl Records<'_> {
    /// Starts a session of a device, which ends the one it was in.
    pub(crate) fn start_session(
        &self,
        device: &str,
        session: &str,
        now: i64,
    ) -> Result<(), Internal> {
        self.0
            .prepare_cached(
                "INSERT INTO sync_devices (device, session, started, resource, id)
                 VALUES (?1, ?2, ?3, '', 0)
                 ON CONFLICT (device) DO UPDATE SET session = ?2, started = ?3, resource = '',
                 id = 0",
            )?
            .execute(params![device, session, now])?;
        self.0
            .prepare_cached(
                "DELETE FROM sync_devices WHERE device IN (
                     SELECT device FROM sync_devices ORDER BY device = ?1 DESC, started DESC
                     LIMIT -1 OFFSET ?2)",
            )?
            .execute(params![device, MOST_DEVICES])?;
        Ok(())
    }

    /// How far a session of this device has read; `None` when there is no such session.
    pub(crate) fn session_cursor(
        &self,
        device: &str,
        session: &str,
    ) -> Result<Option<Cursor>, Internal> {
        let cursor = self
            .0
            .prepare_cached(
                "SELECT resource, id FROM sync_devices WHERE device = ?1 AND session = ?2",
            )?
            .query_row([device, session], |row| {
                Ok(Cursor {
                    resource: row.get(0)?,
                    id: row.get(1)?,
                })
            })
            .optional()?;
        Ok(cursor)
    }

    pub(crate) fn move_cursor(&self, device: &str, cursor: &Cursor) -> Result<(), Internal> {
        self.0
            .prepare_cached("UPDATE sync_devices SET resource = ?2, id = ?3 WHERE device = ?1")?
            .execute(params![device, cursor.resource, cursor.id])?;
        Ok(())
    }

    /// How much a device does not have; `resources` is a JSON list.
    pub(crate) fn count_pending(&self, device: &str, resources: &str) -> Result<i64, Internal> {
        let count = self
            .0
            .prepare_cached(&format!("SELECT count(*) FROM ({PENDING})"))?
            .query_row([device, resources], |row| row.get(0))?;
        Ok(count)
    }

    /// What a device does not have, after a cursor.
    pub(crate) fn pending_after(
        &self,
        device: &str,
        resources: &str,
        cursor: &Cursor,
        limit: u32,
    ) -> Result<Vec<Instruction>, Internal> {
        let pending = self
            .0
            .prepare_cached(&format!(
                "SELECT resource, id, version, data, had FROM ({PENDING})
                 WHERE (resource, id) > (?3, ?4) ORDER BY resource, id LIMIT ?5"
            ))?
            .query_map(
                params![device, resources, cursor.resource, cursor.id, limit],
                instruction,
            )?
            .collect::<Result<_, _>>()?;
        Ok(pending)
    }

    /// Notes that a device has a version of a record, or that it has dropped it.
    pub(crate) fn acknowledge(
        &self,
        device: &str,
        resource: &str,
        id: i64,
        version: Option<i64>,
    ) -> Result<(), Internal> {
        let statement = match version {
            Some(_) => {
                "INSERT INTO sync_acks (device, resource, id, version)
                 SELECT ?1, ?2, ?3, ?4 WHERE EXISTS (
                     SELECT 1 FROM records WHERE resource = ?2 AND parent = 0 AND id = ?3)
                 ON CONFLICT (device, resource, id) DO UPDATE SET version = ?4"
            }
            None => {
                "DELETE FROM sync_acks
                 WHERE device = ?1 AND resource = ?2 AND id = ?3 AND ?4 IS NULL"
            }
        };
        self.0
            .prepare_cached(statement)?
            .execute(params![device, resource, id, version])?;
        Ok(())
    }

    /// Whether the device has started a session.
    pub(crate) fn knows_device(&self, device: &str) -> Result<bool, Internal> {
        let known = self
            .0
            .prepare_cached("SELECT 1 FROM sync_devices WHERE device = ?1")?
            .exists([device])?;
        Ok(known)
    }
}
