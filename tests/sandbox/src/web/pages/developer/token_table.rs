//! Tokens as rows, each with a button that revokes it. No token is among them: it is not stored.

use maud::{Markup, html};

use crate::web::pages::table::{Column, table};

const COLUMNS: [Column; 7] = [
    "Fingerprint",
    "Kind",
    "Owner",
    "Scopes",
    "Issued (UTC)",
    "Expires (UTC)",
    "Revoke",
];
/// Where the column of notes comes in.
const NOTE_AT: usize = 1;

/// Digits enough to tell tokens apart.
const FINGERPRINT_DIGITS: usize = 12;

/// A token that still opens something.
#[derive(Debug)]
pub(crate) struct TokenRow {
    /// The digest of the token, which tells nothing about it.
    pub(crate) digest: String,
    pub(crate) owner: String,
    pub(crate) kind: &'static str,
    pub(crate) scopes: String,
    pub(crate) issued: String,
    pub(crate) expires: String,
    pub(crate) note: String,
}

impl TokenRow {
    fn fingerprint(&self) -> &str {
        self.digest
            .get(..FINGERPRINT_DIGITS)
            .unwrap_or(&self.digest)
    }
}

pub(super) struct TokenTable<'a> {
    pub(super) rows: &'a [TokenRow],
    pub(super) has_more: bool,
    pub(super) with_note: bool,
    /// Where a row's button leads.
    pub(super) action: &'static str,
    /// What every row's form carries.
    pub(super) hidden: Markup,
}

impl TokenTable<'_> {
    pub(super) fn render(&self) -> Markup {
        let mut columns: Vec<Column> = COLUMNS.to_vec();
        if self.with_note {
            columns.insert(NOTE_AT, "For");
        }
        html! {
            @if self.rows.is_empty() {
                p.lead { "None is usable now." }
            } @else {
                (table("tokens", &columns, self.rows.iter().map(|row| self.row(row))))
                p.hint {
                    "The fingerprint begins the digest that is kept instead of the token."
                    @if self.has_more { " Older tokens are not shown." }
                }
            }
        }
    }

    fn row(&self, row: &TokenRow) -> Vec<Markup> {
        let mut cells = vec![html! { code { (row.fingerprint()) } }];
        let texts = [row.kind, &row.owner, &row.scopes, &row.issued, &row.expires];
        cells.extend(texts.map(|text| html! { (text) }));
        cells.push(self.revoke(row));
        if self.with_note {
            cells.insert(NOTE_AT, html! { (row.note) });
        }
        cells
    }

    fn revoke(&self, row: &TokenRow) -> Markup {
        html! {
            form method="post" action=(self.action) {
                (self.hidden)
                input type="hidden" name="token" value=(row.digest);
                button.quiet type="submit" aria-label=(format!("Revoke {}", row.fingerprint())) {
                    "Revoke"
                }
            }
        }
    }
}
