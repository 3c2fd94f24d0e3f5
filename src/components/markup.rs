//! Virtual elements as text, so that what a component shows can be tested without a browser.

use yew::Html;
use yew::virtual_dom::{VNode, VTag};

/// What stands in the page, as HTML without line breaks. A ticked box has `:checked`, as CSS says
/// it, because its property is set and not its attribute.
pub(super) fn of(node: &Html) -> String {
    match node {
        VNode::VTag(tag) => of_tag(tag),
        VNode::VText(text) => text.text.to_string(),
        VNode::VList(list) => list.iter().map(of).collect(),
        _ => String::new(),
    }
}

fn of_tag(tag: &VTag) -> String {
    let mut out = ["<", tag.tag()].concat();
    for (name, value) in tag.attributes.iter() {
        out.push_str(&[" ", name, "=\"", value, "\""].concat());
    }
    if tag.checked() == Some(true) {
        out.push_str(" :checked");
    }
    out.push('>');
    if let Some(children) = tag.children() {
        out.push_str(&[of(children).as_str(), "</", tag.tag(), ">"].concat());
    }
    out
}
