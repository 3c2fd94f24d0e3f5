//! The one-line answer that every screen opens with.

use yew::prelude::*;

use super::{Glyph, Tone};

/// What a verdict says.
#[derive(Properties, PartialEq, Debug)]
pub struct VerdictProps {
    /// The kind of answer.
    pub tone: Tone,
    /// The answer in a word or two, for instance `Works`.
    pub text: AttrValue,
    /// What belongs to it in plain text: when it was checked, how it ended.
    #[prop_or_default]
    pub detail: AttrValue,
    /// What belongs to it and moves: a [`super::Countdown`]. Stands before the plain text.
    #[prop_or_default]
    pub children: Html,
    /// The id, by which focus can be moved here after an action.
    #[prop_or(AttrValue::Static("sell-verdict"))]
    pub id: AttrValue,
    /// The level of the heading: 1 on a page of ours, lower inside somebody's page.
    #[prop_or(1)]
    pub level: u8,
}

/// The answer first, in words, shape and colour. It is a heading that can be focused by script.
#[component]
pub fn Verdict(props: &VerdictProps) -> Html {
    let heading = heading(props.level);
    html! {
        <div class="sell-verdict" data-tone={props.tone.as_str()}>
            <Glyph tone={props.tone} />
            <@{heading} class="sell-verdict-text" id={props.id.clone()} tabindex="-1">
                { props.text.clone() }
            </@>
            <div class="sell-verdict-detail">{ props.children.clone() }{ " " }{ props.detail.clone() }</div>
        </div>
    }
}

/// The tag of a heading; levels beyond HTML's six become the nearest.
pub(super) const fn heading(level: u8) -> &'static str {
    match level {
        0 | 1 => "h1",
        2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    }
}

#[cfg(test)]
mod tests {
    use super::heading;

    #[test]
    fn a_level_that_html_does_not_have_becomes_the_nearest() {
        assert_eq!(heading(0), "h1");
        assert_eq!(heading(3), "h3");
        assert_eq!(heading(200), "h6");
    }
}
