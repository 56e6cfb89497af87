//! Where texts are kept under keys.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Why a store did not do what it was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It is switched off, or not there.
    Off,
    /// It has no room left.
    Full,
}

/// Something that keeps texts under keys. Whatever it cannot do it says, and does not panic.
pub trait Store {
    /// All keys.
    fn keys(&self) -> Result<Vec<String>, Fault>;
    /// The text under a key, if there is one.
    fn read(&self, key: &str) -> Result<Option<String>, Fault>;
    /// Puts a text under a key. Afterwards either the new text is there or the old.
    fn write(&self, key: &str, text: &str) -> Result<(), Fault>;
    /// Removes a key; no fault if it is not there.
    fn remove(&self, key: &str) -> Result<(), Fault>;
    /// Passes on to others with the same store what it cannot keep now.
    fn pass_on(&self, _key: &str, _text: &str) {}
}

/// A store in memory, with as much room as it is given. Its clones share what they keep.
#[derive(Debug, Clone)]
pub struct MemoryStore {
    entries: Rc<RefCell<BTreeMap<String, String>>>,
    room: usize,
}

impl MemoryStore {
    /// An empty store without a limit.
    pub fn new() -> Self {
        Self::with_room(usize::MAX)
    }

    /// An empty store for at most so many bytes of keys and texts.
    pub fn with_room(room: usize) -> Self {
        Self { entries: Rc::default(), room }
    }

    /// A store that holds these entries.
    pub fn holding(entries: impl IntoIterator<Item = (String, String)>) -> Self {
        let store = Self::new();
        store.entries.borrow_mut().extend(entries);
        store
    }

    /// The same entries in a store with other room.
    #[must_use]
    pub fn resized(&self, room: usize) -> Self {
        Self { entries: self.entries.clone(), room }
    }

    /// All that it holds.
    pub fn entries(&self) -> BTreeMap<String, String> {
        self.entries.borrow().clone()
    }
}

impl Default for MemoryStore {
    fn default() -> Self {
        Self::new()
    }
}

impl Store for MemoryStore {
    fn keys(&self) -> Result<Vec<String>, Fault> {
        Ok(self.entries.borrow().keys().cloned().collect())
    }

    fn read(&self, key: &str) -> Result<Option<String>, Fault> {
        Ok(self.entries.borrow().get(key).cloned())
    }

    fn write(&self, key: &str, text: &str) -> Result<(), Fault> {
        let mut entries = self.entries.borrow_mut();
        let others = entries.iter().filter(|(present, _)| *present != key);
        let used: usize = others.map(|(key, text)| key.len() + text.len()).sum();
        if used.saturating_add(key.len() + text.len()) > self.room {
            return Err(Fault::Full);
        }
        entries.insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), Fault> {
        self.entries.borrow_mut().remove(key);
        Ok(())
    }
}
