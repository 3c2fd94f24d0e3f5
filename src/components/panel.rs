//! A part of a screen with a title.

use yew::prelude::*;

use super::verdict::heading;

/// What a panel holds.
#[derive(Properties, PartialEq, Debug)]
pub struct PanelProps {
    /// The id, unique on the page.
    pub id: AttrValue,
    /// The title.
    pub title: AttrValue,
    /// The level of the heading.
    #[prop_or(2)]
    pub level: u8,
    /// Set on a surface of its own; for what stands beside the main thing.
    #[prop_or_default]
    pub raised: bool,
    /// The content.
    pub children: Html,
}

/// A landmark with a title and room around it.
#[component]
pub fn Panel(props: &PanelProps) -> Html {
    let title = AttrValue::from([props.id.as_str(), "-title"].concat());
    let tag = heading(props.level);
    html! {
        <section class={classes!("sell-panel", props.raised.then_some("sell-panel-raised"))}
            id={props.id.clone()} aria-labelledby={title.clone()}>
            <@{tag} class="sell-panel-title" id={title}>{ props.title.clone() }</@>
            { props.children.clone() }
        </section>
    }
}
