//! The named sessions of this page.

use std::cell::RefCell;
use std::rc::Rc;

use crate::browser::{Browser, page};
use crate::door::read_options;
use crate::protocol::ConfigError;
use crate::protocol::json::Members;
use crate::runtime::Runtime;
use crate::sell::SELL;
use crate::session::settings::Page;

/// What stands under a name: a session, or why none could be set up.
pub(super) type Entry = Result<Runtime, ConfigError>;

type Listener = Rc<dyn Fn()>;

#[derive(Default)]
struct Registry {
    entries: Vec<(String, Entry)>,
    listeners: Vec<(u32, Listener)>,
    next: u32,
}

thread_local! {
    static REGISTRY: RefCell<Registry> = RefCell::default();
}

/// What stands under a name, if anything was set up there.
pub(super) fn find(name: &str) -> Option<Entry> {
    REGISTRY.with_borrow(|registry| {
        let found = registry.entries.iter().find(|(known, _)| known == name);
        found.map(|(_, entry)| entry.clone())
    })
}

/// Sets a session up, unless one stands under its name already: the first settings count. Options
/// that could not work are replaced by later ones that can.
pub(super) fn set_up(name: &str, options: Vec<(&'static str, String)>) {
    if let Some(Ok(_)) = find(name) {
        return;
    }
    let entry = start(options);
    let listeners = REGISTRY.with_borrow_mut(|registry| {
        registry.entries.retain(|(known, _)| known != name);
        registry.entries.push((name.to_owned(), entry));
        registry.listeners.clone()
    });
    for (_, listener) in listeners {
        listener();
    }
}

/// A page that names no redirect URI is its own.
fn start(options: Vec<(&'static str, String)>) -> Entry {
    let address = page::address().ok_or(ConfigError::InsecurePage)?;
    let mut members = Members::default();
    if !options.iter().any(|(option, _)| *option == "redirect_uri") {
        members.put("redirect_uri", address.as_str());
    }
    for (option, value) in options {
        members.put(option, value);
    }
    let settings = read_options(&SELL, &members.into(), &Page { address })?;
    Ok(Runtime::start(settings, Browser::real()))
}

/// A place among those who are told when a session is set up. Dropping it leaves.
pub(super) struct Listening(u32);

pub(super) fn listen(listener: impl Fn() + 'static) -> Listening {
    REGISTRY.with_borrow_mut(|registry| {
        registry.next += 1;
        registry.listeners.push((registry.next, Rc::new(listener)));
        Listening(registry.next)
    })
}

impl Drop for Listening {
    fn drop(&mut self) {
        // The page may be going away, and the registry with it.
        let _ = REGISTRY.try_with(|registry| {
            registry
                .borrow_mut()
                .listeners
                .retain(|(number, _)| *number != self.0);
        });
    }
}
