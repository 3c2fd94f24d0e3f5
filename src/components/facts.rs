//! Names and their values.

use yew::prelude::*;

use super::Cell;

/// One name with its value.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// What it is.
    pub name: AttrValue,
    /// What it is set to, or why there is nothing.
    pub value: Cell,
}

/// The facts.
#[derive(Properties, PartialEq, Debug)]
pub struct FactsProps {
    /// In the order in which they are read.
    pub rows: Vec<Fact>,
}

/// A description list.
#[component]
pub fn Facts(props: &FactsProps) -> Html {
    html! {
        <dl class="sell-facts">
            { for props.rows.iter().map(|fact| html! {
                <div class="sell-fact">
                    <dt>{ fact.name.clone() }</dt>
                    <dd>{ fact.value.view() }</dd>
                </div>
            }) }
        </dl>
    }
}
