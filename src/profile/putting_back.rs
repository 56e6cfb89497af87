//! Putting back what was deleted or erased.

use super::deleting::{Removed, space_of};
use super::head::{Head, PROFILES, ProfileId, of_key};
use super::lock::Refusal;
use super::profiles::{Profiles, ids};
use super::wipe::Wiped;
use crate::record::{Fault, Store};
use crate::time::Timestamp;
use std::rc::Rc;

/// A key, and what was stored under it.
pub(super) type Entry = (String, String);

impl<S: Store + Clone> Profiles<S> {
    /// Puts a profile back that was deleted. Where another has its name by now, it gets a number.
    ///
    /// # Errors
    /// If there is no room for it. Nothing of it is there then.
    pub fn put_back(&self, removed: &Removed, now: Timestamp) -> Result<(), Refusal> {
        self.puts(&removed.entries, now)
    }

    /// Puts everything back that was erased, but for what has something later in its place.
    ///
    /// # Errors
    /// If there is no room for it. Nothing of it is there then.
    pub fn undo_wipe(&self, wiped: &Wiped, now: Timestamp) -> Result<(), Refusal> {
        self.puts(&wiped.0, now)
    }

    fn puts(&self, entries: &[Entry], now: Timestamp) -> Result<(), Refusal> {
        // Parts come after what they are parts of, for tabs that hear of one after the other.
        let mut entries: Vec<&Entry> = entries.iter().collect();
        entries.sort();
        let mut put = Put { store: &self.store, keys: Vec::new() };
        let done = self.puts_all(&entries, &mut put, now);
        if done.is_err() {
            put.takes_back();
        }
        done
    }

    /// At no moment more is stored than there was, or it could not be put back where all was full.
    fn puts_all(
        &self,
        entries: &[&Entry],
        put: &mut Put<'_, S>,
        now: Timestamp,
    ) -> Result<(), Refusal> {
        let taken: Vec<Rc<str>> =
            self.list()?.profiles.into_iter().map(|profile| profile.name).collect();
        let heads = entries.iter().filter_map(|(key, text)| Head::of_entry(key, text));
        let mut names = Names { taken, given: heads.map(|head| head.name).collect() };
        for (key, text) in entries.iter().filter(|(key, _)| !key.starts_with(PROFILES)) {
            put.entry(key, text)?;
        }
        let keys: Vec<String> = entries.iter().map(|(key, _)| key.clone()).collect();
        for id in ids(&keys) {
            self.puts_profile(&id, entries, put, &mut names, now)?;
        }
        // Of a profile whose head is damaged nobody knows which record is its; and there may be what only a
        // later version knows.
        for (key, text) in entries.iter().filter(|(key, _)| key.starts_with(PROFILES)) {
            put.entry(key, text)?;
        }
        Ok(())
    }

    /// It is there once its head is. Until then no other tab may take its record for something left
    /// behind; from then on its copy has the room of what says so.
    fn puts_profile(
        &self,
        id: &ProfileId,
        entries: &[&Entry],
        put: &mut Put<'_, S>,
        names: &mut Names,
        now: Timestamp,
    ) -> Result<(), Refusal> {
        let heads: Vec<&Entry> =
            entries.iter().filter(|(key, _)| of_key(key).as_ref() == Some(id)).copied().collect();
        let read = |entry: &&Entry| Head::of_entry(&entry.0, &entry.1);
        // What holds is the head itself, which comes after its copy.
        let head = heads.iter().rev().find_map(read);
        let renamed =
            head.as_ref().and_then(|head| head.under_a_free_name(&names.taken, &mut names.given));
        let begins = |head: &Head| self.begins_making(&head.space, now);
        let making = head.as_ref().map(begins).transpose()?;
        put.keys.extend(making.clone());
        let is_its =
            |key: &str| head.as_ref().is_some_and(|head| space_of(key) == Some(&head.space));
        for (key, text) in entries.iter().filter(|(key, _)| is_its(key)) {
            put.entry(key, text)?;
        }
        for entry in heads.into_iter().rev() {
            let text = renamed.as_deref().filter(|_| read(&entry).is_some());
            put.entry(&entry.0, text.unwrap_or(&entry.1))?;
            if let Some(making) = &making {
                let _ = self.store.remove(making);
            }
        }
        Ok(())
    }
}

/// Names that a profile which is put back cannot have.
struct Names {
    /// Those of profiles that are there.
    taken: Vec<Rc<str>>,
    /// Those with which others are put back.
    given: Vec<Rc<str>>,
}

/// What was put back so far.
struct Put<'a, S> {
    store: &'a S,
    keys: Vec<String>,
}

impl<S: Store> Put<'_, S> {
    fn entry(&mut self, key: &str, text: &str) -> Result<(), Fault> {
        if self.store.read(key)?.is_none() {
            self.keys.push(key.to_owned());
            self.store.write(key, text)?;
        }
        Ok(())
    }

    /// What stays is swept up later.
    fn takes_back(&self) {
        for key in &self.keys {
            let _ = self.store.remove(key);
        }
    }
}
