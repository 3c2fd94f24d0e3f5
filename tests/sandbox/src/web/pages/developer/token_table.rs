//! Tokens as rows, each with a button that revokes it. No token is among them: it is not stored.

use maud::{Markup, html};

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
        html! {
            @if self.rows.is_empty() {
                p.lead { "None is usable now." }
            } @else {
                div.table tabindex="0" role="region" aria-labelledby="tokens" {
                    table {
                        thead { tr {
                            th scope="col" { "Fingerprint" }
                            @if self.with_note { th scope="col" { "For" } }
                            th scope="col" { "Kind" }
                            th scope="col" { "Owner" } th scope="col" { "Scopes" }
                            th scope="col" { "Issued (UTC)" } th scope="col" { "Expires (UTC)" }
                            th scope="col" { "Revoke" }
                        } }
                        tbody { @for row in self.rows { (self.row(row)) } }
                    }
                }
                p.hint {
                    "The fingerprint begins the digest that is kept instead of the token."
                    @if self.has_more { " Older tokens are not shown." }
                }
            }
        }
    }

    fn row(&self, row: &TokenRow) -> Markup {
        let fingerprint = row.fingerprint();
        html! {
            tr {
                th scope="row" { code { (fingerprint) } }
                @if self.with_note { td { (row.note) } }
                td { (row.kind) } td { (row.owner) } td { (row.scopes) }
                td { (row.issued) } td { (row.expires) }
                td {
                    form method="post" action=(self.action) {
                        (self.hidden)
                        input type="hidden" name="token" value=(row.digest);
                        button.quiet type="submit" aria-label=(format!("Revoke {fingerprint}")) {
                            "Revoke"
                        }
                    }
                }
            }
        }
    }
}
