//! A lead becomes a person, an organization, or both, and a deal when asked for. The lead is gone
//! after that; what was attached to it is attached to the new contact.

use serde_json::{Value, json};

use crate::failure::Failure;
use crate::internal::Internal;
use crate::rest::changes;
use crate::rest::code::Code;
use crate::rest::draft::Draft;
use crate::rest::resource::{Kind, resource};
use crate::store::records::{Fields, Record};

/// What a lead and a contact have in common.
const KEPT: [&str; 14] = [
    "title",
    "description",
    "industry",
    "website",
    "email",
    "phone",
    "mobile",
    "fax",
    "twitter",
    "facebook",
    "linkedin",
    "skype",
    "address",
    "tags",
];
/// What is attached to leads.
const ATTACHED: [&str; 6] = [
    "notes",
    "tasks",
    "calls",
    "text_messages",
    "visits",
    "documents",
];

pub(crate) fn lead_conversion(draft: &mut Draft<'_>) -> Result<(), Internal> {
    let id = draft.number("lead_id").unwrap_or_default();
    let Some(lead) = draft.change.records.get("leads", 0, id)? else {
        return Ok(());
    };
    match convert(draft, &lead) {
        Ok(()) => Ok(()),
        Err(Failure::Rest(error)) if error.status.is_client_error() => {
            let details = "The lead cannot be converted: its fields do not fit a contact.";
            draft.refuse("lead_id", Code::IncorrectValue, details);
            Ok(())
        }
        Err(failure) => Err(Internal::new(format_args!("{}", failure.status()))),
    }
}

fn convert(draft: &mut Draft<'_>, lead: &Record) -> Result<(), Failure> {
    let fields = lead.fields()?;
    let owner = draft.number("owner_id").map(Value::from);
    let owner = owner.or_else(|| fields.get("owner_id").cloned());
    let kept = || {
        let mut contact: Fields = fields
            .iter()
            .filter(|(name, _)| KEPT.contains(&name.as_str()))
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect();
        contact.insert("owner_id".to_owned(), owner.clone().unwrap_or_default());
        contact
    };
    let text = |name| fields.get(name).and_then(Value::as_str).unwrap_or_default();
    let organization = match text("organization_name") {
        "" => None,
        name => {
            let mut contact = kept();
            contact.insert("name".to_owned(), json!(name));
            contact.insert("is_organization".to_owned(), json!(true));
            contact.remove("title");
            Some(create(draft, "contacts", contact)?)
        }
    };
    let person = match text("last_name") {
        "" => None,
        name => {
            let mut contact = kept();
            contact.insert("first_name".to_owned(), json!(fields.get("first_name")));
            contact.insert("last_name".to_owned(), json!(name));
            contact.insert("contact_id".to_owned(), json!(organization));
            Some(create(draft, "contacts", contact)?)
        }
    };
    let contact = person.or(organization);
    let deal = match contact.filter(|_| draft.is_true("create_deal")) {
        None => None,
        Some(contact) => {
            let name = match text("organization_name") {
                "" => format!("{} {}", text("first_name"), text("last_name")),
                name => name.to_owned(),
            };
            let deal = json!({"name": name.trim(), "contact_id": contact, "owner_id": owner});
            Some(create(draft, "deals", object(deal))?)
        }
    };
    draft.set("individual_id", json!(person));
    draft.set("organization_id", json!(organization));
    draft.set("deal_id", json!(deal));
    if let Some(contact) = contact {
        move_attached(draft, lead.id, contact)?;
    }
    if let Some(leads) = resource("leads") {
        changes::delete(draft.change, leads, lead)?;
    }
    Ok(())
}

fn object(value: Value) -> Fields {
    match value {
        Value::Object(fields) => fields,
        _ => Fields::new(),
    }
}

fn create(draft: &Draft<'_>, name: &str, data: Fields) -> Result<i64, Failure> {
    let resource = resource(name).ok_or_else(|| Internal::new(name))?;
    Ok(Draft::create(draft.change, resource, 0, data)?.finish()?.id)
}

fn move_attached(draft: &Draft<'_>, lead: i64, contact: i64) -> Result<(), Internal> {
    for name in ATTACHED {
        let attached = changes::attached_to(Kind::Lead, lead);
        changes::for_each(draft.change, name, attached, |fields| {
            fields.insert("resource_type".to_owned(), json!(Kind::Contact.text()));
            fields.insert("resource_id".to_owned(), json!(contact));
        })?;
    }
    Ok(())
}
