//! Which scopes to ask for.

use yew::prelude::*;

use crate::words::words;

/// One scope that can be asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScopeChoice {
    /// Its name, byte for byte as it is sent.
    pub name: AttrValue,
    /// What it allows.
    pub meaning: AttrValue,
    /// Whether it is ticked.
    pub chosen: bool,
    /// Not in our catalogue: said, not hidden.
    pub unknown: bool,
}

/// The choices and what is done about a tick.
#[derive(Properties, PartialEq, Debug)]
pub struct ScopePickerProps {
    /// What the ticks are for.
    #[prop_or(AttrValue::Static(words().start.scopes_legend))]
    pub legend: AttrValue,
    /// The scopes in the order in which they are offered.
    pub choices: Vec<ScopeChoice>,
    /// None can be changed now.
    #[prop_or_default]
    pub disabled: bool,
    /// The scope of this name was ticked or unticked.
    pub on_toggle: Callback<AttrValue>,
}

/// A group of boxes to tick, each with what it allows beside it.
#[component]
pub fn ScopePicker(props: &ScopePickerProps) -> Html {
    html! {
        <fieldset class="sell-scope-picker" disabled={props.disabled}>
            <legend>{ props.legend.clone() }</legend>
            { for props.choices.iter().map(|choice| view(choice, &props.on_toggle)) }
        </fieldset>
    }
}

fn view(choice: &ScopeChoice, on_toggle: &Callback<AttrValue>) -> Html {
    let name = choice.name.clone();
    let onchange = on_toggle.reform(move |_: Event| name.clone());
    let meaning = if choice.unknown {
        AttrValue::Static(words().scopes.unknown)
    } else {
        choice.meaning.clone()
    };
    html! {
        <label class="sell-scope" key={choice.name.as_str()}>
            <input type="checkbox" checked={choice.chosen} {onchange} />
            <span class="sell-scope-name">{ choice.name.clone() }</span>
            <span class="sell-scope-meaning">{ meaning }</span>
        </label>
    }
}
