//! Where the record is of whoever uses the page.

use super::head::Head;
use super::sealed::Sealed;
use crate::record::{Fault, Store, Write, is_of_a_record, is_part_of_one_of, is_torn};
use std::cell::RefCell;
use std::rc::Rc;

/// The place of a record in a store that has those of others too.
#[derive(Debug, Clone)]
pub struct Place<S> {
    kind: Kind<S>,
    /// The head without which nobody finds the record, once there is one. Clones share it.
    head: Rc<RefCell<Option<Head>>>,
}

#[derive(Debug, Clone)]
enum Kind<S> {
    Browser(S),
    Open(S, Rc<str>),
    Sealed(Sealed<S>),
    Nowhere,
}

impl<S: Store + Clone> Place<S> {
    fn new(kind: Kind<S>) -> Self {
        Self { kind, head: Rc::default() }
    }

    /// That of the record which a head is of, as it is stored by now.
    pub(super) fn has_head(&self, head: &Head) {
        self.head.replace(Some(head.clone()));
    }

    /// That of the record which belongs to the browser and no profile.
    pub fn of_browser(store: S) -> Self {
        Self::new(Kind::Browser(store))
    }

    /// None: what is entered stays in memory. For guests, and where nobody has come in yet.
    pub fn nowhere() -> Self {
        Self::new(Kind::Nowhere)
    }

    pub(super) fn open(store: S, prefix: &str) -> Self {
        Self::new(Kind::Open(store, prefix.into()))
    }

    pub(super) fn sealed(sealed: Sealed<S>) -> Self {
        Self::new(Kind::Sealed(sealed))
    }

    /// What another tab has stored or removed, as an entry of this record, if it is one.
    pub fn heard(&self, key: &str, text: Option<&str>) -> Option<(String, Option<String>)> {
        let text_of = |key: &str| (key.to_owned(), text.map(str::to_owned));
        match &self.kind {
            Kind::Browser(_) => is_of_a_record(key).then(|| text_of(key)),
            Kind::Open(_, prefix) => key.strip_prefix(&**prefix).map(text_of),
            Kind::Sealed(sealed) => sealed.heard(key, text),
            Kind::Nowhere => None,
        }
    }

    /// What waits for the browser's record, if it is a part of an assessment that this one has: another tab
    /// has taken it here.
    pub fn has_taken(&self, key: &str) -> bool {
        !self.is_shared() && self.keys().is_ok_and(|keys| is_part_of_one_of(key, &keys))
    }

    /// Whether what waits for the browser's record is a part of an assessment that is not there any more: it
    /// has been taken elsewhere. `waiting` are the keys of all that waits.
    pub fn has_given_away(&self, key: &str, waiting: &[String]) -> bool {
        let is_there = || self.keys().map(|keys| is_torn(key, &keys));
        self.is_shared() && is_torn(key, waiting) && is_there() == Ok(true)
    }

    /// The keys of all entries of the record, also of what was set aside, is of a newer version, or, as
    /// far as this can be told, not known.
    pub(super) fn keys_of_record(&self) -> Result<Vec<String>, Fault> {
        let mut keys = self.keys()?;
        if self.is_shared() {
            keys.retain(|key| is_of_a_record(key));
        }
        Ok(keys)
    }

    /// Whether others than its owner may have written there.
    pub(super) fn is_shared(&self) -> bool {
        matches!(self.kind, Kind::Browser(_))
    }

    /// The names, in the store itself, of what cannot be opened.
    pub(super) fn damaged(&self) -> Result<Vec<String>, Fault> {
        match &self.kind {
            Kind::Sealed(sealed) => sealed.damaged(),
            _ => Ok(Vec::new()),
        }
    }

    /// A write as the store would have it: one that has to wait until the record is opened again can
    /// wait so without being read by anyone. [`Place::heard`] is the way back.
    pub fn as_stored(&self, key: &str, text: Option<&str>) -> Option<Write> {
        let text_under = |name: String| Some((name, text.map(str::to_owned)));
        match (&self.kind, text) {
            (Kind::Browser(_), _) => text_under(key.to_owned()),
            (Kind::Open(_, prefix), _) => text_under([prefix, key].concat()),
            (Kind::Sealed(sealed), None) => text_under(sealed.name_of(key)),
            (Kind::Sealed(sealed), Some(text)) => {
                sealed.sealed(key, text).ok().map(|(name, text)| (name, Some(text)))
            }
            (Kind::Nowhere, _) => None,
        }
    }
}

impl<S: Store> Place<S> {
    /// Where a store was cleared while the record was open, what is written there would be found by nobody.
    fn brings_head_back(&self, store: &S) -> Result<(), Fault> {
        self.head.borrow().as_ref().map_or(Ok(()), |head| head.comes_back(store))
    }
}

impl<S: Store> Store for Place<S> {
    fn keys(&self) -> Result<Vec<String>, Fault> {
        match &self.kind {
            Kind::Browser(store) => store.keys(),
            Kind::Open(store, prefix) => {
                let keys = store.keys()?.into_iter();
                Ok(keys.filter_map(|key| key.strip_prefix(&**prefix).map(str::to_owned)).collect())
            }
            Kind::Sealed(sealed) => sealed.keys(),
            Kind::Nowhere => Err(Fault::Off),
        }
    }

    fn read(&self, key: &str) -> Result<Option<String>, Fault> {
        match &self.kind {
            Kind::Browser(store) => store.read(key),
            Kind::Open(store, prefix) => store.read(&[prefix, key].concat()),
            Kind::Sealed(sealed) => sealed.read(key),
            Kind::Nowhere => Err(Fault::Off),
        }
    }

    fn write(&self, key: &str, text: &str) -> Result<(), Fault> {
        match &self.kind {
            Kind::Browser(store) => store.write(key, text),
            Kind::Open(store, prefix) => {
                self.brings_head_back(store)?;
                store.write(&[prefix, key].concat(), text)
            }
            Kind::Sealed(sealed) => {
                self.brings_head_back(sealed.store())?;
                sealed.write(key, text)
            }
            Kind::Nowhere => Err(Fault::Off),
        }
    }

    fn remove(&self, key: &str) -> Result<(), Fault> {
        match &self.kind {
            Kind::Browser(store) => store.remove(key),
            Kind::Open(store, prefix) => store.remove(&[prefix, key].concat()),
            Kind::Sealed(sealed) => sealed.remove(key),
            Kind::Nowhere => Err(Fault::Off),
        }
    }

    fn pass_on(&self, key: &str, text: &str) {
        if let Kind::Browser(store) = &self.kind {
            store.pass_on(key, text);
        }
    }
}
