//! Which scopes are offered, and which are ticked.

use std::rc::Rc;

use super::desk::{Deed, Desk};
use crate::browser::page;
use crate::components::{Element, scope_box, scope_picker};
use crate::protocol::{Scope, Scopes};
use crate::session::{Settings, Status};
use crate::words::words;

/// What is ticked.
pub(super) fn chosen(desk: &Desk) -> Scopes {
    let chosen = desk.part().chosen.clone();
    chosen.unwrap_or_else(|| first_choice(desk.settings()))
}

/// The boxes, with what another tick of each leads to.
pub(super) fn boxes(desk: &Rc<Desk>, chosen: &Scopes) -> Element {
    let settings = desk.settings();
    let offered = offered(settings);
    let busy = desk.view().status == Status::SigningIn;
    let mut picker = scope_picker(busy).node(&desk.nodes.scopes);
    for scope in offered.iter() {
        let name = scope.as_str();
        let mut documented = settings.provider.scopes.iter();
        let meaning = if documented.any(|entry| entry.name == name) {
            words().scopes.of(name)
        } else {
            words().scopes.unknown.say()
        };
        let toggle = desk.on(Deed::Choose(toggled(&offered, chosen, name)));
        picker = picker.child(scope_box(name, meaning, chosen.contains(name), toggle));
    }
    picker
}

/// The provider's scopes and any other that the settings name.
fn offered(settings: &Settings) -> Scopes {
    let mut offered: Vec<Scope> = Vec::new();
    for entry in settings.provider.scopes {
        offered.extend(Scope::parse(entry.name));
    }
    offered.extend(settings.scopes.iter().cloned());
    Scopes::new(offered)
}

/// What a link asks for where it names scopes, and what the settings ask for otherwise. A link
/// chooses boxes; it never starts anything.
fn first_choice(settings: &Settings) -> Scopes {
    let linked = page::query("scope").and_then(|scopes| Scopes::parse(&scopes));
    let linked = linked.map(|linked| linked.without(&linked.without(&offered(settings))));
    linked
        .filter(|linked| !linked.is_empty())
        .unwrap_or_else(|| settings.scopes.clone())
}

/// The choice with one box changed, in the order in which the boxes stand.
fn toggled(offered: &Scopes, chosen: &Scopes, name: &str) -> Scopes {
    let keeps = |scope: &&Scope| chosen.contains(scope.as_str()) != (scope.as_str() == name);
    Scopes::new(offered.iter().filter(keeps).cloned().collect())
}

#[cfg(test)]
mod tests {
    use super::{Scopes, toggled};

    #[test]
    fn a_box_is_ticked_and_unticked_in_the_order_of_the_boxes() {
        let scopes = |text| Scopes::parse(text).unwrap_or_default();
        let offered = scopes("read write profile");
        let ticked = toggled(&offered, &scopes("profile"), "read");
        assert_eq!(ticked.to_string(), "read profile");
        let unticked = toggled(&offered, &ticked, "profile");
        assert_eq!(unticked.to_string(), "read");
    }
}
