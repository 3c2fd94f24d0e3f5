//! An address taken apart: each parameter, its value and what it is for.

use yew::prelude::*;

use super::Cell;
use crate::words::words;

/// One parameter.
#[derive(Debug, Clone, PartialEq)]
pub struct ParameterRow {
    /// Its name, as it is sent.
    pub name: AttrValue,
    /// Its value, decoded.
    pub value: Cell,
    /// What it is for.
    pub meaning: AttrValue,
}

/// The parameters of an address.
#[derive(Properties, PartialEq, Debug)]
pub struct ParameterTableProps {
    /// The title of the table.
    #[prop_or(AttrValue::Static(words().setup.authorize_url))]
    pub caption: AttrValue,
    /// In the order in which they are sent.
    pub rows: Vec<ParameterRow>,
}

/// A table whose rows become cards on a narrow screen.
#[component]
pub fn ParameterTable(props: &ParameterTableProps) -> Html {
    let heads = &words().setup;
    html! {
        <table class="sell-parameters sell-table">
            <caption>{ props.caption.clone() }</caption>
            <thead><tr>
                <th scope="col">{ heads.parameter }</th>
                <th scope="col">{ heads.value }</th>
                <th scope="col">{ heads.meaning }</th>
            </tr></thead>
            <tbody>{ for props.rows.iter().map(|row| html! {
                <tr key={row.name.as_str()}>
                    <th scope="row"><code>{ row.name.clone() }</code></th>
                    <td data-label={heads.value}>{ row.value.view() }</td>
                    <td data-label={heads.meaning}>{ row.meaning.clone() }</td>
                </tr>
            }) }</tbody>
        </table>
    }
}
