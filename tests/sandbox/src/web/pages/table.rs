//! A table that becomes a list of cards where the page is narrow.

use maud::{Markup, html};

/// The title of a column.
pub(crate) type Column = &'static str;

/// A table named by the heading with this id; the first cell of each row is its header. On a card the
/// other cells have the titles of their columns before them.
pub(crate) fn table(
    heading: &str,
    columns: &[Column],
    rows: impl IntoIterator<Item = Vec<Markup>>,
) -> Markup {
    html! {
        div.table tabindex="0" role="region" aria-labelledby=(heading) {
            table {
                thead { tr { @for column in columns { th scope="col" { (column) } } } }
                tbody {
                    @for row in rows {
                        tr {
                            @for (index, (cell, column)) in row.iter().zip(columns).enumerate() {
                                @if index == 0 { th scope="row" { (cell) } }
                                @else { td data-column=(column) { (cell) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Addresses, one a line.
pub(crate) fn addresses(addresses: &[String]) -> Markup {
    html! { ul { @for address in addresses { li { code { (address) } } } } }
}
