//! Calls to try, with what each needs and what came of it.

use yew::prelude::*;

use super::CallRow;
use crate::words::words;

/// The calls and what is done about one.
#[derive(Properties, PartialEq, Debug)]
pub struct CallTableProps {
    /// The title of the table.
    #[prop_or(AttrValue::Static(words().calls.title))]
    pub caption: AttrValue,
    /// The calls.
    pub rows: Vec<CallRow>,
    /// None can be run now.
    #[prop_or_default]
    pub disabled: bool,
    /// Run the call of this id.
    pub on_run: Callback<AttrValue>,
}

/// A table whose rows become cards on a narrow screen.
#[component]
pub fn CallTable(props: &CallTableProps) -> Html {
    let heads = &words().calls;
    html! {
        <table class="sell-calls sell-table">
            <caption>{ props.caption.clone() }</caption>
            <thead><tr>
                <th scope="col">{ heads.call }</th>
                <th scope="col">{ heads.needs }</th>
                <th scope="col">{ heads.measured }</th>
                <th scope="col"><span class="sell-spoken">{ heads.action }</span></th>
            </tr></thead>
            { for props.rows.iter().map(|row| row.view(props.disabled, &props.on_run)) }
        </table>
    }
}
