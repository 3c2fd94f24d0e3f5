//! `includes=associated_contacts`: a deal with a collection of them inside. That the parameter
//! exists is documented; the shape of the answer is not, so this is the one of every collection.

use serde_json::json;

use crate::internal::Internal;
use crate::rest::envelope::{Data, written};
use crate::store::records::{Record, Records};
use crate::store::selection::Selection;

const NAME: &str = "associated_contacts";

/// The deal, and who is associated with it.
pub(super) fn with_contacts(records: &Records<'_>, deal: &Record) -> Result<Data, Internal> {
    let selection = Selection {
        parent: Some(deal.id),
        ..Selection::default()
    };
    let mut items = Vec::new();
    for contact in records.select(NAME, &selection)? {
        let meta = json!({ "type": "associated_contact", "version": contact.version });
        items.push(json!({ "data": contact.fields()?, "meta": meta }));
    }
    let meta = json!({ "type": "collection", "count": items.len(), "links": {} });
    let mut fields = deal.fields()?;
    fields.insert(NAME.to_owned(), json!({ "items": items, "meta": meta }));
    written(&fields)
}
