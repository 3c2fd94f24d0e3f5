//! The table holds together, and the seed fits it.

use std::collections::BTreeSet;

use serde_json::Value;

use super::*;
use crate::config::Config;
use crate::rest::judge::Judge;
use crate::rest::problems::Problems;
use crate::store::Store;
use crate::store::records::{Fields, Records};
use crate::store::selection::Selection;

/// A seeded record has every field that is shown, of the right form, and refers to records
/// that are there; except that a converted lead is gone.
fn check(records: &Records<'_>, resource: &'static Resource, fields: Fields) {
    let shown = resource.fields.iter().filter(|field| field.is_readable());
    let shown: BTreeSet<_> = shown.map(|field| field.name).collect();
    let own: BTreeSet<_> = fields.keys().map(String::as_str).collect();
    assert_eq!(own, shown, "{}", resource.name);
    let mut problems = Problems::none(resource);
    let text = |name: &str| fields.get(name).and_then(Value::as_str).unwrap_or_default();
    if let (Some(kind), Some(id)) = (Kind::read(text("resource_type")), fields.get("resource_id")) {
        let id = id.as_i64().unwrap();
        assert!(records.has(kind.resource(), id).unwrap(), "{fields:?}");
    }
    for (name, value) in fields {
        let field = resource.field(&name).unwrap();
        assert!(
            !field.required || !value.is_null(),
            "{}: {name}",
            resource.name
        );
        let mut judge = Judge {
            records,
            problems: &mut problems,
        };
        let is_gone = (resource.name, field.name) == ("lead_conversions", "lead_id");
        let kept = judge.value(field.form, &name, value.clone()).unwrap();
        assert!(
            is_gone || kept == Some(value),
            "{}: {name} {kept:?}",
            resource.name
        );
    }
}

#[test]
fn the_seed_fits_the_table() {
    let store = Store::open(&Config::default()).unwrap();
    for resource in resources().filter(|resource| resource.kind != "source") {
        store
            .read(|records| {
                let all = records.select(resource.name, &Selection::default())?;
                assert!(!all.is_empty(), "{}", resource.name);
                for record in all {
                    check(records, resource, record.fields()?);
                }
                Ok::<_, Internal>(())
            })
            .unwrap();
    }
}

#[test]
fn every_name_in_the_table_leads_somewhere() {
    let is_there = |name: &str| assert!(resource(name).is_some(), "{name}");
    for own in resources() {
        own.parent.into_iter().for_each(is_there);
        let names = own.demanded.iter().chain(own.paired).chain(own.unique);
        for name in names.chain([&own.order.field]) {
            let is_known = own.field(name).is_some() || *name == "id";
            assert!(is_known, "{}: {name}", own.name);
        }
        for filter in own.filters {
            if let Filter::Field(name) | Filter::Words(name) = filter {
                assert!(own.field(name).is_some(), "{}: {name}", own.name);
            }
        }
        for consequence in own.on_delete {
            match consequence {
                Consequence::Delete {
                    resource: name,
                    field,
                }
                | Consequence::Forget {
                    resource: name,
                    field,
                } => {
                    assert!(resource(name).unwrap().field(field).is_some(), "{name}");
                }
                Consequence::DeleteNested { resource: name } => {
                    assert_eq!(resource(name).unwrap().parent, Some(own.name));
                }
                Consequence::DeleteAttached(_) => {
                    let field = |name| resource(name).unwrap().field("resource_id");
                    assert!(ATTACHED.iter().all(|name| field(name).is_some()));
                }
                Consequence::Untag => {}
            }
        }
        for field in own.fields {
            if let Form::Id(name) | Form::Ids(name) = field.form {
                is_there(name);
            }
        }
    }
}
