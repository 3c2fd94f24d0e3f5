//! Session storage by fallible calls, with a twin in memory.

use std::cell::RefCell;
use std::rc::Rc;

use super::error::BrowserError;

/// How long what is kept here lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    /// As long as the tab: it survives a reload and the way to the server and back.
    Tab,
    /// As long as the page: the browser keeps nothing for this site.
    Page,
}

/// Where records are kept.
#[derive(Debug, Clone)]
pub enum Storage {
    /// The tab's session storage. It is asked for anew at each call, because a browser may
    /// withdraw it.
    Tab,
    /// Memory, for a page whose storage is refused and for tests.
    Memory(Rc<RefCell<Vec<(String, String)>>>),
}

impl Storage {
    /// The tab's storage where it works, memory where it does not. Works means that it can be
    /// written to: some browsers hand out a storage of size zero.
    #[must_use]
    pub fn of_tab() -> Self {
        let probe = "sell-elements:probe";
        let tab = Self::Tab;
        match tab.set(probe, "1") {
            Ok(()) | Err(BrowserError::Full) => {
                tab.remove(probe);
                tab
            }
            Err(_) => Self::in_memory(),
        }
    }

    /// An empty storage in memory.
    #[must_use]
    pub fn in_memory() -> Self {
        Self::Memory(Rc::default())
    }

    /// How long this one lasts.
    #[must_use]
    pub fn durability(&self) -> Durability {
        match self {
            Self::Tab => Durability::Tab,
            Self::Memory(_) => Durability::Page,
        }
    }

    /// Reads a value; a storage that refuses holds nothing.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<String> {
        match self {
            Self::Tab => tab_storage().ok()?.get_item(key).ok()?,
            Self::Memory(pairs) => pairs
                .borrow()
                .iter()
                .find(|(name, _)| name == key)
                .map(|(_, value)| value.clone()),
        }
    }

    /// Writes a value.
    ///
    /// # Errors
    /// When the browser refuses or the storage is full.
    pub fn set(&self, key: &str, value: &str) -> Result<(), BrowserError> {
        match self {
            Self::Tab => Ok(tab_storage()?.set_item(key, value)?),
            Self::Memory(pairs) => {
                self.remove(key);
                pairs.borrow_mut().push((key.to_owned(), value.to_owned()));
                Ok(())
            }
        }
    }

    /// Removes a value. A storage that refuses to be touched holds nothing to remove.
    pub fn remove(&self, key: &str) {
        match self {
            Self::Tab => drop(tab_storage().map(|storage| storage.remove_item(key))),
            Self::Memory(pairs) => pairs.borrow_mut().retain(|(name, _)| name != key),
        }
    }
}

fn tab_storage() -> Result<web_sys::Storage, BrowserError> {
    web_sys::window()
        .ok_or(BrowserError::Missing)?
        .session_storage()?
        .ok_or(BrowserError::Missing)
}
