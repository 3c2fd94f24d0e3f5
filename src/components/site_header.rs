//! The header of the page: name, session, views.

use yew::prelude::*;

use crate::words::words;

/// A link to a view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tab {
    /// Its name.
    pub label: AttrValue,
    /// Its address, by a query: the fragment belongs to the sign-in.
    pub href: AttrValue,
    /// It is the view on the screen.
    pub current: bool,
}

/// What the header holds.
#[derive(Properties, PartialEq, Debug)]
pub struct SiteHeaderProps {
    /// The name of the product.
    #[prop_or(AttrValue::Static(words().frame.name))]
    pub name: AttrValue,
    /// The session in a few words: a [`super::Badge`].
    #[prop_or_default]
    pub badge: Html,
    /// The views.
    pub tabs: Vec<Tab>,
    /// A view was chosen; the value is its address.
    pub on_navigate: Callback<AttrValue>,
    /// The person wants to be taken past the header: focus the answer.
    pub on_skip: Callback<()>,
    /// Further controls: a [`super::ThemeToggle`].
    #[prop_or_default]
    pub children: Html,
}

/// The header. Its links are real links: a click with a key held opens another tab as everywhere.
#[component]
pub fn SiteHeader(props: &SiteHeaderProps) -> Html {
    let frame = &words().frame;
    let on_skip = props.on_skip.reform(|_: MouseEvent| ());
    html! {
        <header class="sell-header">
            <button type="button" class="sell-button sell-skip" onclick={on_skip}>{ frame.skip }</button>
            <span class="sell-header-name">{ props.name.clone() }</span>
            <nav class="sell-header-tabs" aria-label={frame.views}>
                { for props.tabs.iter().map(|tab| link(tab, &props.on_navigate)) }
            </nav>
            <div class="sell-header-badge">{ props.badge.clone() }</div>
            <div class="sell-header-controls">{ props.children.clone() }</div>
        </header>
    }
}

fn link(tab: &Tab, on_navigate: &Callback<AttrValue>) -> Html {
    let (href, on_navigate) = (tab.href.clone(), on_navigate.clone());
    let onclick = move |event: MouseEvent| {
        if is_plain(&event) {
            event.prevent_default();
            on_navigate.emit(href.clone());
        }
    };
    html! {
        <a class="sell-tab" key={tab.href.as_str()} href={tab.href.clone()} {onclick}
            aria-current={tab.current.then_some("page")}>{ tab.label.clone() }</a>
    }
}

/// Whether a click means this tab: the main button, and no key held.
fn is_plain(event: &MouseEvent) -> bool {
    let key = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    event.button() == 0 && !key
}
