//! Elements, built in a few bytes.
//!
//! ```text
//! selector = tag *( "." class / "#" id / "[" name "=" value "]" )
//! ```
//!
//! Yew's `html!` writes out every element in place: half a kilobyte of WebAssembly each, four
//! times what the page can afford. Here an element starts from what never changes about it, in
//! the notation of CSS, and the rest is one small call each:
//!
//! ```
//! use sell_elements::components::element::el;
//! let hint = el("p.sell-hint#sell-why").text("Choose at least one scope.");
//! assert_eq!(hint.markup(), r#"<p class="sell-hint" id="sell-why">Choose at least one scope.</p>"#);
//! ```
//!
//! The result is an ordinary virtual element: Yew compares, patches and delegates as ever.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::Event;
use yew::virtual_dom::{
    AttributeOrProperty, Attributes, Listener, ListenerKind, VList, VNode, VTag, VText,
};
use yew::{AttrValue, Callback, Html, NodeRef};

use crate::words::Word;

/// An element that is being built. Add it to another one, or make [`Html`] of it.
#[must_use]
#[derive(Debug)]
pub struct Element(Box<Draft>);

#[derive(Debug)]
struct Draft {
    tag: VTag,
    names: Vec<&'static str>,
    values: Vec<Option<AttributeOrProperty>>,
    children: Vec<VNode>,
}

/// Starts an element from a selector: the tag, then its class, id and fixed attributes. More than
/// one class is written as `[class=one two]`. An element of SVG gets its namespace from Yew.
pub fn el(selector: &'static str) -> Element {
    let (tag, mut rest) = cut(selector, ".#[");
    let mut element = Element::new(tag);
    while let Some(mark) = rest.as_bytes().first() {
        let inner = &rest[1..];
        let (name, value) = match mark {
            b'[' => {
                let (name, value) = cut(inner, "=");
                let (value, after) = cut(value, "]");
                rest = after.get(1..).unwrap_or_default();
                (name, value.get(1..).unwrap_or_default())
            }
            mark => {
                let (value, after) = cut(inner, ".#[");
                rest = after;
                (if *mark == b'#' { "id" } else { "class" }, value)
            }
        };
        element.set(name, AttrValue::Static(value));
    }
    element
}

/// The text before the first of some marks, and from there on.
fn cut(text: &'static str, marks: &str) -> (&'static str, &'static str) {
    let end = text
        .bytes()
        .position(|byte| marks.bytes().any(|mark| mark == byte));
    text.split_at(end.unwrap_or(text.len()))
}

impl Element {
    /// Starts an element whose tag is computed.
    pub fn new(tag: &'static str) -> Self {
        Self(Box::new(Draft {
            tag: VTag::new(AttrValue::Static(tag)),
            names: Vec::new(),
            values: Vec::new(),
            children: Vec::new(),
        }))
    }

    fn set(&mut self, name: &'static str, value: AttrValue) {
        self.0.names.push(name);
        let value = AttributeOrProperty::Attribute(value);
        self.0.values.push(Some(value));
    }

    /// Sets an attribute.
    pub fn attr(mut self, name: &'static str, value: &str) -> Self {
        self.set(name, value.to_owned().into());
        self
    }

    /// Sets an attribute when there is a value for it.
    pub fn attr_if(self, name: &'static str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// Sets an attribute that means something by being there, such as `disabled`.
    pub fn flag(self, name: &'static str, on: bool) -> Self {
        self.attr_if(name, on.then_some(name))
    }

    /// Ticks or unticks an input, whatever the person did to it before.
    pub fn checked(mut self, on: bool) -> Self {
        self.0.tag.set_checked(on);
        self
    }

    /// Puts a text into an input, whatever the person typed there before.
    pub fn value(mut self, value: &str) -> Self {
        self.0.tag.set_value(value.to_owned());
        self
    }

    /// Tells this one from its siblings, so that it is never made into another.
    pub fn key(mut self, key: &str) -> Self {
        self.0.tag.key = Some(key.into());
        self
    }

    /// Lets a reference find the element once it is in the page.
    pub fn node(mut self, node: &NodeRef) -> Self {
        self.0.tag.node_ref = node.clone();
        self
    }

    /// Says what happens on a click, whatever its details.
    pub fn on_click(self, on_click: Callback<()>) -> Self {
        self.listen(Kind::Click, Ear::Plain(on_click))
    }

    /// Says what happens when an input was changed.
    pub fn on_change(self, on_change: Callback<()>) -> Self {
        self.listen(Kind::Change, Ear::Plain(on_change))
    }

    /// Says what happens on an event that has to be looked at.
    pub fn on(self, kind: Kind, on_event: Callback<Event>) -> Self {
        self.listen(kind, Ear::Whole(on_event))
    }

    fn listen(mut self, kind: Kind, ear: Ear) -> Self {
        self.0.tag.add_listener(Rc::new(Listening { kind, ear }));
        self
    }

    /// Adds a text. An empty one keeps the place of one that may come.
    pub fn text(mut self, text: &str) -> Self {
        let text = VText::new(AttrValue::Rc(text.into()));
        self.0.children.push(VNode::VText(text));
        self
    }

    /// Adds a text of ours, in the language that is spoken.
    pub fn word(self, word: Word) -> Self {
        self.text(word.say())
    }

    /// Adds an element.
    pub fn child(mut self, child: Self) -> Self {
        self.0.children.push(child.into());
        self
    }

    /// Adds an element that may not be there. Its place is kept, so that what follows is not
    /// mistaken for it.
    pub fn child_if(mut self, child: Option<Self>) -> Self {
        self.0
            .children
            .push(child.map(VNode::from).unwrap_or_default());
        self
    }

    /// Adds elements.
    pub fn all(mut self, children: Vec<Self>) -> Self {
        for child in children {
            self = self.child(child);
        }
        self
    }

    /// The element as HTML with every attribute in quotes, for tests and for the curious. It does
    /// not escape, so it is never put into a page.
    #[must_use]
    pub fn markup(self) -> String {
        super::markup::of(&self.into())
    }
}

impl From<Element> for Html {
    fn from(element: Element) -> Self {
        let Draft {
            mut tag,
            names,
            values,
            children,
        } = *element.0;
        tag.attributes = Attributes::Dynamic {
            keys: remembered(names),
            values: values.into_boxed_slice(),
        };
        if let Some(place) = tag.children_mut() {
            *place = VList::with_children(children, None).into();
        }
        tag.into()
    }
}

thread_local! {
    static NAMES: RefCell<Vec<&'static [&'static str]>> = const { RefCell::new(Vec::new()) };
}

/// The same names in a place that stays, each list once: Yew compares the places first and finds
/// at once that only values can differ. There are as many lists as ways to write an element in
/// this program, so what is kept does not grow.
fn remembered(names: Vec<&'static str>) -> &'static [&'static str] {
    NAMES.with_borrow_mut(|known| {
        if let Some(same) = known.iter().find(|known| **known == names) {
            return *same;
        }
        let names: &'static [&'static str] = names.leak();
        known.push(names);
        names
    })
}

/// The events that this program listens to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A press, by whatever device.
    Click,
    /// An input was changed.
    Change,
    /// An input is being changed.
    Input,
    /// A form is to be sent.
    Submit,
    /// A dialog is to be left, by Esc for instance.
    Cancel,
    /// A dialog was closed.
    Close,
}

/// Who hears of an event.
enum Ear {
    /// Somebody who only wants to know that it happened.
    Plain(Callback<()>),
    /// Somebody who looks at it.
    Whole(Callback<Event>),
}

/// The one kind of listener, where `html!` makes one type for each event.
struct Listening {
    kind: Kind,
    ear: Ear,
}

impl Listener for Listening {
    fn kind(&self) -> ListenerKind {
        match self.kind {
            Kind::Click => ListenerKind::onclick,
            Kind::Change => ListenerKind::onchange,
            Kind::Input => ListenerKind::oninput,
            Kind::Submit => ListenerKind::onsubmit,
            Kind::Cancel => ListenerKind::oncancel,
            Kind::Close => ListenerKind::onclose,
        }
    }

    fn handle(&self, event: Event) {
        match &self.ear {
            Ear::Plain(ear) => ear.emit(()),
            Ear::Whole(ear) => ear.emit(event),
        }
    }

    fn passive(&self) -> bool {
        false
    }
}

#[cfg(test)]
mod tests {
    use super::{Element, el};
    use crate::components::markup;

    fn check(element: Element, expected: &str) {
        assert_eq!(element.markup(), expected);
    }

    #[test]
    fn a_selector_gives_tag_class_id_and_attributes() {
        check(el("p"), "<p></p>");
        check(
            el("p.sell-hint#why[role=note][aria-hidden=true]"),
            r#"<p class="sell-hint" id="why" role="note" aria-hidden="true"></p>"#,
        );
        check(
            el("svg[viewBox=0 0 24 24][class=one two]"),
            r#"<svg viewBox="0 0 24 24" class="one two"></svg>"#,
        );
    }

    #[test]
    fn a_value_may_hold_the_marks_of_the_selector() {
        check(
            el("a[href=?view=a.b#c].x"),
            r#"<a href="?view=a.b#c" class="x"></a>"#,
        );
    }

    #[test]
    fn a_selector_that_breaks_off_is_no_panic() {
        check(el("p["), r#"<p =""></p>"#);
        check(el("p[a"), r#"<p a=""></p>"#);
        check(el("p[a=b"), r#"<p a="b"></p>"#);
        check(el("p."), r#"<p class=""></p>"#);
    }

    #[test]
    fn an_attribute_without_a_value_is_left_out() {
        check(
            el("p").attr_if("lang", None).attr_if("dir", Some("rtl")),
            r#"<p dir="rtl"></p>"#,
        );
        check(
            el("p").flag("hidden", false).flag("inert", true),
            r#"<p inert="inert"></p>"#,
        );
    }

    #[test]
    fn children_stand_in_the_order_in_which_they_were_added() {
        let items = ["a", "b"].map(|name| el("i").text(name)).into();
        check(
            el("p").text("x").all(items).child_if(None).child(el("b")),
            "<p>x<i>a</i><i>b</i><b></b></p>",
        );
    }

    #[test]
    fn a_box_is_ticked_by_its_property_and_not_by_its_attribute() {
        check(
            el("input[type=checkbox]").checked(true),
            r#"<input type="checkbox" :checked>"#,
        );
        check(
            el("input[type=checkbox]").checked(false),
            r#"<input type="checkbox">"#,
        );
    }

    #[test]
    fn it_is_what_html_would_build() {
        let lang: Option<&str> = None;
        let by_macro = yew::html! {
            <label class="one two" id="x" lang={lang}>
                <input type="radio" disabled={true} checked={true} />{ "text" }<b></b>
            </label>
        };
        let input = el("input[type=radio]").flag("disabled", true);
        check(
            el("label[class=one two]#x")
                .attr_if("lang", lang)
                .child(input.checked(true))
                .text("text")
                .child(el("b")),
            &markup::of(&by_macro)
                .replace(r#"id="x" class="one two""#, r#"class="one two" id="x""#),
        );
    }
}
