//! What panels are drawn into: roots that are made once and used again.
//!
//! Yew never takes its listeners off an element it has drawn into, so a page that puts our elements
//! in and out all day would gather them. A root that has become free waits, empty, for the next
//! panel: there are never more of them than there were panels at one time.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use sell_elements::app::{Panel as View, PanelProps};
use web_sys::Element;
use yew::prelude::*;
use yew::virtual_dom::{Key, VComp};

thread_local! {
    static FREE: RefCell<Vec<Root>> = const { RefCell::new(Vec::new()) };
    static PANELS: Cell<u32> = const { Cell::new(0) };
}

/// What a root shows: one panel of a number that no other has, or nothing.
#[derive(Debug, Clone, PartialEq, Default, Properties)]
pub(crate) struct Shown {
    panel: Option<(u32, PanelProps)>,
}

/// A panel with another number is another panel, not the same one changed.
#[component]
fn Place(shown: &Shown) -> Html {
    shown
        .panel
        .as_ref()
        .map_or_else(Html::default, |(number, panel)| {
            VComp::new::<View>(Rc::new(panel.clone()), Some(Key::from(u64::from(*number)))).into()
        })
}

/// An element that Yew draws into.
pub(crate) struct Root {
    element: Element,
    handle: AppHandle<Place>,
    number: u32,
}

impl Root {
    /// A free root, or a new one, put into an element.
    pub(crate) fn within(mount: &Element) -> Option<Self> {
        let root = FREE.with_borrow_mut(Vec::pop);
        let mut root = root.or_else(|| Self::new(mount))?;
        mount.append_child(&root.element).ok()?;
        root.number = PANELS.get().wrapping_add(1);
        PANELS.set(root.number);
        Some(root)
    }

    fn new(mount: &Element) -> Option<Self> {
        let element = mount.owner_document()?.create_element("div").ok()?;
        let renderer =
            yew::Renderer::<Place>::with_root_and_props(element.clone(), Shown::default());
        Some(Self {
            element,
            handle: renderer.render(),
            number: 0,
        })
    }

    /// Shows the panel with these properties.
    pub(crate) fn show(&mut self, panel: PanelProps) {
        let panel = Some((self.number, panel));
        self.handle.update(Shown { panel });
    }

    /// Empties it and leaves it to the next panel.
    pub(crate) fn free(mut self) {
        self.handle.update(Shown::default());
        self.element.remove();
        FREE.with_borrow_mut(|free| free.push(self));
    }
}
