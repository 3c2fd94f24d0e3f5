//! Asked for, said by the redirect, measured now: three facts side by side, never merged.

use yew::prelude::*;

use super::{Cell, Glyph, Tone};
use crate::words::words;

/// One fact about the token in its three versions.
#[derive(Debug, Clone, PartialEq)]
pub struct PassportRow {
    /// Which fact, for instance `Scopes`.
    pub name: AttrValue,
    /// What we asked for.
    pub asked: Cell,
    /// What the redirect said.
    pub said: Cell,
    /// What token info says now.
    pub now: Cell,
    /// How they differ, in words; `None` where they agree or nothing can be compared.
    pub difference: Option<AttrValue>,
}

/// The rows of a passport.
#[derive(Properties, PartialEq, Debug)]
pub struct PassportProps {
    /// The title of the table.
    #[prop_or(AttrValue::Static(words().passport.title))]
    pub caption: AttrValue,
    /// The facts.
    pub rows: Vec<PassportRow>,
}

/// A table whose rows become labelled cards on a narrow screen.
#[component]
pub fn Passport(props: &PassportProps) -> Html {
    let heads = &words().passport;
    html! {
        <table class="sell-passport sell-table">
            <caption>{ props.caption.clone() }</caption>
            <thead><tr>
                <th scope="col">{ heads.fact }</th>
                <th scope="col">{ heads.asked }</th>
                <th scope="col">{ heads.said }</th>
                <th scope="col">{ heads.now }</th>
            </tr></thead>
            { for props.rows.iter().map(view) }
        </table>
    }
}

/// One fact is one row group, so that a difference belongs to its fact.
fn view(row: &PassportRow) -> Html {
    let heads = &words().passport;
    let rows = row.difference.as_ref().map(|_| "2");
    html! {
        <tbody class="sell-passport-fact">
            <tr>
                <th scope="row" rowspan={rows}>{ row.name.clone() }</th>
                <td data-label={heads.asked}>{ row.asked.view() }</td>
                <td data-label={heads.said}>{ row.said.view() }</td>
                <td data-label={heads.now} class="sell-passport-now">{ row.now.view() }</td>
            </tr>
            { for row.difference.as_ref().map(difference) }
        </tbody>
    }
}

fn difference(text: &AttrValue) -> Html {
    html! {
        <tr><td colspan="3" class="sell-passport-difference" data-tone={Tone::Soon.as_str()}>
            <Glyph tone={Tone::Soon} />
            <span class="sell-spoken">{ words().passport.differs }{ " " }</span>
            { text.clone() }
        </td></tr>
    }
}
