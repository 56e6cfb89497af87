//! A profile that is open in a tab.

use super::cipher::Keys;
use super::head::{Head, Profile, VERSION_1, heads_of, of_key};
use super::moving::take_along;
use super::place::Place;
use crate::record::{Fault, Store, is_part_of_one_of};
use std::rc::Rc;

/// A profile that is open: who it is, and where the record is. Whoever has a locked one has its key, so
/// nothing of it may outlast the lock.
#[derive(Debug, Clone)]
pub struct Opened<S> {
    /// Where the record is.
    pub place: Place<S>,
    /// Where it was a moment ago: tabs that have not heard yet may still write there.
    pub before: Option<Place<S>>,
    /// How many entries could not be opened and were set aside.
    pub lost: usize,
    pub(super) head: Head,
    pub(super) keys: Option<Rc<Keys>>,
}

/// What another tab has done to a profile that is open in this one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// It is gone, or it was locked: this tab has to leave.
    Leave,
    /// Its record is elsewhere now: this tab has to leave, too.
    Moved,
    /// Something about it is other than it was.
    Changed(Profile),
}

impl<S: Store + Clone> Opened<S> {
    /// Who it is.
    pub fn profile(&self) -> Profile {
        self.head.profile()
    }

    /// The same with another head, which is stored.
    pub(super) fn under(self, head: Head) -> Self {
        self.place.has_head(&head);
        Self { head, ..self }
    }

    /// What another tab has done, told by a key under which it has stored something or from which it has
    /// removed it.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn told(
        &mut self,
        store: &S,
        key: &str,
        text: Option<&str>,
    ) -> Result<Option<Told>, Fault> {
        if key == call_to_lock(&self.head) && text.is_some() {
            return Ok(Some(Told::Leave));
        }
        if of_key(key).as_ref() != Some(&self.head.id) {
            return Ok(None);
        }
        let Some(head) = heads_of(store, &self.head.id)?.into_iter().next() else {
            return Ok(Some(Told::Leave));
        };
        if head.prefix() != self.head.prefix() {
            return Ok(Some(Told::Moved));
        }
        self.place.has_head(&head);
        self.head = head;
        Ok(Some(Told::Changed(self.profile())))
    }

    /// Takes along what a tab that has not heard yet has written to where the record was; if that was the
    /// browser's, only what is of one of its assessments. Returns it as an entry.
    pub fn takes_along(&self, key: &str, text: String) -> Option<(String, Option<String>)> {
        let before = self.before.as_ref()?;
        let there = self.place.read(key).ok()?;
        // What is there as well, stamp and all, is of this record, whatever it is.
        let is_its = || there.as_deref() == Some(&*text);
        let is_part = || self.place.keys().is_ok_and(|keys| is_part_of_one_of(key, &keys));
        if before.is_shared() && !is_its() && !is_part() {
            return None;
        }
        let text = take_along(&self.place, key, there.as_deref(), &text).ok()?;
        // What stays is as harmless as what another tab has left there.
        let _ = before.remove(key);
        Some((key.to_owned(), Some(text)))
    }

    /// Has all other tabs in which it is open lock it too. Nothing of the call stays.
    ///
    /// # Errors
    /// If the store does not take it.
    pub fn call_to_lock(&self, store: &S) -> Result<(), Fault> {
        let call = call_to_lock(&self.head);
        // Where a tab was killed while it called, writing the same again would tell nobody.
        store.remove(&call)?;
        store.write(&call, "now")?;
        store.remove(&call)
    }
}

fn call_to_lock(head: &Head) -> String {
    format!("{VERSION_1}call-to-lock/{}", head.id)
}
