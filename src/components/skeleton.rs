//! The shape of an answer that is not there yet.

use yew::prelude::*;

use crate::words::words;

/// How much room to keep.
#[derive(Properties, PartialEq, Debug)]
pub struct SkeletonProps {
    /// How many lines below the verdict.
    #[prop_or(3)]
    pub lines: u8,
}

/// As high as what follows, so that nothing jumps when it arrives.
#[component]
pub fn Skeleton(props: &SkeletonProps) -> Html {
    html! {
        <div class="sell-skeleton" aria-busy="true">
            <span class="sell-spoken">{ words().frame.loading }</span>
            <span class="sell-skeleton-verdict"></span>
            { for (0..props.lines).map(|_| html! { <span class="sell-skeleton-line"></span> }) }
        </div>
    }
}
