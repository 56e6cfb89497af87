//! A store whose entries are sealed: names, texts, and how many there are of what.

use super::cipher::Keys;
use super::secret::Randomness;
use crate::record::{Fault, Store};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// The entries of one locked record in a store. Each is sealed with its key; the name that it has
/// instead tells nothing, and is the same each time, so that a later text takes the place of the
/// earlier.
#[derive(Debug, Clone)]
pub(super) struct Sealed<S> {
    store: S,
    prefix: Rc<str>,
    keys: Rc<Keys>,
    randomness: Randomness,
    /// The keys of the entries that were seen, by their names: a name cannot be turned back.
    seen: Rc<RefCell<BTreeMap<String, String>>>,
}

impl<S: Store> Sealed<S> {
    pub(super) fn new(store: S, prefix: String, keys: Rc<Keys>, randomness: Randomness) -> Self {
        Self { store, prefix: prefix.into(), keys, randomness, seen: Rc::default() }
    }

    pub(super) fn store(&self) -> &S {
        &self.store
    }

    /// The name under which an entry is stored.
    pub(super) fn name_of(&self, key: &str) -> String {
        format!("{}{}", self.prefix, self.keys.name_of(key))
    }

    /// The entry that was sealed under a name.
    fn opened(&self, name: &str, sealed: &str) -> Option<(String, String)> {
        let bytes = self.keys.cipher().open(name, sealed)?;
        let (key, text) = std::str::from_utf8(&bytes).ok()?.split_once('\n')?;
        // What is under a wrong name was put there by somebody.
        (self.name_of(key) == name).then(|| {
            self.seen.borrow_mut().insert(name.to_owned(), key.to_owned());
            (key.to_owned(), text.to_owned())
        })
    }

    /// A text for a key, sealed.
    pub(super) fn sealed(&self, key: &str, text: &str) -> Result<(String, String), Fault> {
        let name = self.name_of(key);
        let entry = [key, text].join("\n");
        let cipher = self.keys.cipher();
        let sealed = cipher.seal(&name, entry.as_bytes(), self.randomness).ok_or(Fault::Off)?;
        Ok((name, sealed))
    }

    /// What another tab has stored or removed, if it is of this record.
    pub(super) fn heard(
        &self,
        name: &str,
        sealed: Option<&str>,
    ) -> Option<(String, Option<String>)> {
        match sealed {
            Some(_) if !name.starts_with(&*self.prefix) => None,
            Some(sealed) => self.opened(name, sealed).map(|(key, text)| (key, Some(text))),
            None => self.seen.borrow().get(name).map(|key| (key.clone(), None)),
        }
    }

    /// The names of the entries that cannot be opened.
    pub(super) fn damaged(&self) -> Result<Vec<String>, Fault> {
        let mut damaged = Vec::new();
        for name in self.names()? {
            if self.store.read(&name)?.is_some_and(|sealed| self.opened(&name, &sealed).is_none()) {
                damaged.push(name);
            }
        }
        Ok(damaged)
    }

    fn names(&self) -> Result<impl Iterator<Item = String>, Fault> {
        let names = self.store.keys()?.into_iter();
        Ok(names.filter(|name| name.starts_with(&*self.prefix)))
    }
}

impl<S: Store> Store for Sealed<S> {
    fn keys(&self) -> Result<Vec<String>, Fault> {
        let mut keys = Vec::new();
        for name in self.names()? {
            let known = self.seen.borrow().get(&name).cloned();
            let key = match known {
                Some(key) => Some(key),
                None => self
                    .store
                    .read(&name)?
                    .and_then(|sealed| self.opened(&name, &sealed).map(|(key, _)| key)),
            };
            keys.extend(key);
        }
        Ok(keys)
    }

    fn read(&self, key: &str) -> Result<Option<String>, Fault> {
        let name = self.name_of(key);
        let sealed = self.store.read(&name)?;
        // What cannot be opened gives way, like what cannot be read.
        Ok(sealed.and_then(|sealed| self.opened(&name, &sealed)).map(|(_, text)| text))
    }

    fn write(&self, key: &str, text: &str) -> Result<(), Fault> {
        let (name, sealed) = self.sealed(key, text)?;
        self.store.write(&name, &sealed)?;
        self.seen.borrow_mut().insert(name, key.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), Fault> {
        self.store.remove(&self.name_of(key))
    }
}
