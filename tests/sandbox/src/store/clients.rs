//! Registered applications (RFC 6749 §2).

use rusqlite::{Connection, OptionalExtension as _, params};

use super::Store;
use crate::internal::Internal;
use crate::oauth::grant_type::GrantTypes;
use crate::oauth::registration::Profile;
use crate::oauth::scope::Scopes;

/// A registered application.
#[expect(
    clippy::struct_field_names,
    reason = "`client_id` is the standard's word"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Client {
    pub(crate) client_id: String,
    pub(crate) name: String,
    /// The digest of the client secret.
    pub(crate) secret_digest: String,
    /// What it may ask for, and what it gets when it does not say.
    pub(crate) scopes: Scopes,
    /// The ways to a token it may use.
    pub(crate) grants: GrantTypes,
    pub(crate) profile: Profile,
    /// Compared exactly (RFC 9700 §2.1).
    pub(crate) redirect_uris: Vec<String>,
}

fn replace_redirect_uris(
    connection: &Connection,
    client_id: &str,
    uris: &[String],
) -> rusqlite::Result<()> {
    connection.execute(
        "DELETE FROM redirect_uris WHERE client_id = ?1",
        [client_id],
    )?;
    for uri in uris {
        connection.execute(
            "INSERT OR IGNORE INTO redirect_uris (client_id, uri) VALUES (?1, ?2)",
            [client_id, uri],
        )?;
    }
    Ok(())
}

impl Store {
    /// Registers an application, or replaces the registration. Its tokens stay.
    pub(crate) fn put_client(&self, client: &Client) -> Result<(), Internal> {
        self.with(|connection| {
            let transaction = connection.transaction()?;
            transaction.execute(
                "INSERT INTO clients (client_id, name, secret_digest, scopes, grants,
                 description, website_url, logo_url, terms_url)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
                 ON CONFLICT (client_id) DO UPDATE SET name = ?2, secret_digest = ?3,
                 scopes = ?4, grants = ?5, description = ?6, website_url = ?7, logo_url = ?8,
                 terms_url = ?9",
                params![
                    client.client_id,
                    client.name,
                    client.secret_digest,
                    client.scopes.to_string(),
                    client.grants.to_string(),
                    client.profile.description,
                    client.profile.website_url,
                    client.profile.logo_url,
                    client.profile.terms_url
                ],
            )?;
            replace_redirect_uris(&transaction, &client.client_id, &client.redirect_uris)?;
            transaction.commit()
        })
    }

    /// Replaces the redirect URIs of an application.
    pub(crate) fn put_redirect_uris(
        &self,
        client_id: &str,
        uris: &[String],
    ) -> Result<(), Internal> {
        self.with(|connection| {
            let transaction = connection.transaction()?;
            replace_redirect_uris(&transaction, client_id, uris)?;
            transaction.commit()
        })
    }

    /// Removes an application; its codes and tokens go with it.
    pub(crate) fn delete_client(&self, client_id: &str) -> Result<(), Internal> {
        self.with(|connection| {
            connection.execute("DELETE FROM clients WHERE client_id = ?1", [client_id])
        })?;
        Ok(())
    }

    /// The application with this id.
    pub(crate) fn client(&self, client_id: &str) -> Result<Option<Client>, Internal> {
        let found = self.with(|connection| {
            connection
                .prepare_cached(
                    "SELECT client_id, name, secret_digest, scopes, grants, description,
                     website_url, logo_url, terms_url FROM clients WHERE client_id = ?1",
                )?
                .query_row([client_id], |row| {
                    Ok(Client {
                        client_id: row.get(0)?,
                        name: row.get(1)?,
                        secret_digest: row.get(2)?,
                        scopes: Scopes::read_stored(&row.get::<_, String>(3)?),
                        grants: GrantTypes::read_stored(&row.get::<_, String>(4)?),
                        profile: Profile {
                            description: row.get(5)?,
                            website_url: row.get(6)?,
                            logo_url: row.get(7)?,
                            terms_url: row.get(8)?,
                        },
                        redirect_uris: Vec::new(),
                    })
                })
                .optional()
        })?;
        let Some(client) = found else { return Ok(None) };
        let redirect_uris = self.redirect_uris(client_id)?;
        Ok(Some(Client {
            redirect_uris,
            ..client
        }))
    }

    fn redirect_uris(&self, client_id: &str) -> Result<Vec<String>, Internal> {
        self.with(|connection| {
            connection
                .prepare_cached(
                    "SELECT uri FROM redirect_uris WHERE client_id = ?1 ORDER BY rowid",
                )?
                .query_map([client_id], |row| row.get(0))?
                .collect()
        })
    }

    /// Every application, in the order of their ids.
    pub(crate) fn clients(&self) -> Result<Vec<Client>, Internal> {
        let ids: Vec<String> = self.with(|connection| {
            connection
                .prepare_cached("SELECT client_id FROM clients ORDER BY client_id")?
                .query_map([], |row| row.get(0))?
                .collect()
        })?;
        let mut clients = Vec::with_capacity(ids.len());
        for id in ids {
            clients.extend(self.client(&id)?);
        }
        Ok(clients)
    }
}
