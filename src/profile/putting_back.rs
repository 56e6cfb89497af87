//! Putting back what was deleted or erased.

use super::deleting::{Removed, space_of};
use super::head::{Head, of_key};
use super::lock::Refusal;
use super::profiles::Profiles;
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
        let mut spaces: Vec<&str> = entries.iter().filter_map(|(key, _)| space_of(key)).collect();
        spaces.sort_unstable();
        spaces.dedup();
        let (mut making, mut put) = (Vec::new(), Vec::new());
        let begun = spaces.iter().try_for_each(|space| {
            making.push(self.begins_making(space, now)?);
            Ok(())
        });
        let done = begun.and_then(|()| self.puts_all(entries, &mut put));
        // What stays is swept up later.
        for key in put.into_iter().filter(|_| done.is_err()) {
            let _ = self.store.remove(key);
        }
        for key in making {
            let _ = self.store.remove(&key);
        }
        done
    }

    /// A profile is there once its head is, so those come last.
    fn puts_all<'a>(&self, entries: &'a [Entry], put: &mut Vec<&'a str>) -> Result<(), Refusal> {
        let is_head = |(key, _): &&Entry| of_key(key).is_some();
        let (heads, rest): (Vec<_>, Vec<_>) = entries.iter().partition(is_head);
        for (key, text) in rest {
            self.put(key, text, put)?;
        }
        let taken: Vec<Rc<str>> =
            self.list()?.profiles.into_iter().map(|profile| profile.name).collect();
        for (key, text) in heads {
            let renamed = Head::of_entry(key, text).and_then(|head| head.under_a_free_name(&taken));
            self.put(key, renamed.as_deref().unwrap_or(text), put)?;
        }
        Ok(())
    }

    fn put<'a>(&self, key: &'a str, text: &str, put: &mut Vec<&'a str>) -> Result<(), Fault> {
        if self.store.read(key)?.is_none() {
            put.push(key);
            self.store.write(key, text)?;
        }
        Ok(())
    }
}
