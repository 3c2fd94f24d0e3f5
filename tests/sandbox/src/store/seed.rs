//! The small company every sandbox starts with.

use serde_json::Value;

use super::Store;
use super::clients::Client;
use super::records::Fields;
use super::users::User;
use crate::config::{Config, OTHER_CLIENT_ID};
use crate::internal::Internal;
use crate::oauth::grant_type::GrantTypes;
use crate::oauth::registration::Profile;
use crate::oauth::scope::Scopes;
use crate::password;
use crate::random;
use crate::secret::Secret;

/// The rows of a resource, as written by hand. `@id` and `@parent` stand for what the API does
/// not show: the id of a record without one, and the record another is nested in.
macro_rules! seeds {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../seed/", $name, ".json")))),*]
    };
}

/// Each resource and its rows.
const RECORDS: &[(&str, &str)] = seeds![
    "accounts",
    "users",
    "contacts",
    "leads",
    "lead_conversions",
    "pipelines",
    "stages",
    "deals",
    "associated_contacts",
    "notes",
    "tasks",
    "calls",
    "call_outcomes",
    "text_messages",
    "visits",
    "visit_outcomes",
    "documents",
    "collaborations",
    "tags",
    "lead_sources",
    "deal_sources",
    "loss_reasons",
    "deal_unqualified_reasons",
    "lead_unqualified_reasons",
    "lead_statuses",
    "lead_industries",
    "contact_industries",
    "lead_custom_fields",
    "contact_custom_fields",
    "deal_custom_fields",
    "products",
    "orders",
    "line_items",
    "sequences",
    "sequence_enrollments",
];

/// The id of the demo user, the first of `users.json`.
const DEMO_USER_ID: i64 = 70123;

fn rows(text: &str) -> Result<Vec<Fields>, Internal> {
    serde_json::from_str(text).map_err(Internal::new)
}

impl Store {
    /// Fills the REST resources.
    pub(super) fn seed_records(&self, config: &Config) -> Result<(), Internal> {
        self.write(|records| {
            for (resource, text) in RECORDS {
                for mut fields in rows(text)? {
                    name_demo_user(resource, &mut fields, config);
                    records.put_seed(resource, fields)?;
                }
            }
            Ok(())
        })
    }

    /// Brings the people and the two applications in line with `config`, which may have changed
    /// since the database file was written.
    pub(super) fn seed_people_and_clients(&self, config: &Config) -> Result<(), Internal> {
        // One hash for all three: they share the demo password, so that a test can change person.
        let hash = password::hash(&Secret::new(config.password.as_str()))?;
        for (_, text) in RECORDS.iter().filter(|(resource, _)| *resource == "users") {
            for mut fields in rows(text)? {
                name_demo_user("users", &mut fields, config);
                self.put_user(&user(&fields), &hash)?;
                self.write(|records| records.put_seed("users", fields))?;
            }
        }
        self.put_client(&demo_client(config)?)?;
        self.put_client(&other_client()?)
    }
}

fn name_demo_user(resource: &str, fields: &mut Fields, config: &Config) {
    let is_demo = fields.get("id").and_then(Value::as_i64) == Some(DEMO_USER_ID);
    if resource == "users" && is_demo {
        fields.insert("email".to_owned(), Value::from(config.user.as_str()));
    }
}

fn user(fields: &Fields) -> User {
    let text = |name| {
        fields
            .get(name)
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    };
    User {
        id: fields.get("id").and_then(Value::as_i64).unwrap_or_default(),
        email: text("email"),
        name: text("name"),
        role: text("role"),
    }
}

fn demo_client(config: &Config) -> Result<Client, Internal> {
    let secret = match &config.client_secret {
        Some(secret) => Secret::new(secret.as_str()),
        None => random::secret()?,
    };
    Ok(Client {
        client_id: config.client_id.clone(),
        name: config.client_name.clone(),
        secret_digest: secret.digest(),
        scopes: Scopes::application_default(),
        grants: GrantTypes::all(),
        profile: Profile::default(),
        redirect_uris: config.redirect_uris.clone(),
    })
}

fn other_client() -> Result<Client, Internal> {
    Ok(Client {
        client_id: OTHER_CLIENT_ID.to_owned(),
        name: "Other app".to_owned(),
        secret_digest: random::secret()?.digest(),
        scopes: Scopes::application_default(),
        grants: GrantTypes::all(),
        profile: Profile::default(),
        redirect_uris: vec!["https://other-app.example/callback".to_owned()],
    })
}
