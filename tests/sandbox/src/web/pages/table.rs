//! A table that scrolls by itself where the page is narrow.

use maud::{Markup, html};

/// The title of a column.
pub(crate) type Column = &'static str;

/// A table named by the heading with this id; the first cell of each row is its header.
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
                            @for (index, cell) in row.iter().enumerate() {
                                @if index == 0 { th scope="row" { (cell) } } @else { td { (cell) } }
                            }
                        }
                    }
                }
            }
        }
    }
}
