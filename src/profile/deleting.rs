//! Deleting profiles, and sweeping up what no profile has any more.

use super::head::{ProfileId, VERSION_1, copy_key, heads_of, key, of_key};
use super::lock::Refusal;
use super::moving::remove_all;
use super::profiles::{Profiles, ids};
use super::putting_back::Entry;
use crate::record::{Fault, Store, Write};
use crate::time::Timestamp;
use std::rc::Rc;

/// How long making a place for a record may take before what is there counts as left behind, in
/// milliseconds. It takes less than a second.
const AN_HOUR: u64 = 60 * 60 * 1000;

/// A profile that was deleted, to be put back as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Removed {
    /// Its name.
    pub name: Rc<str>,
    pub(super) entries: Vec<Entry>,
}

impl Removed {
    /// Takes what waited to be stored, as it was to be stored.
    pub fn takes(&mut self, entry: Option<Write>) {
        let Some((key, text)) = entry else { return };
        self.entries.retain(|(name, _)| *name != key);
        self.entries.extend(text.map(|text| (key, text)));
    }
}

impl<S: Store + Clone> Profiles<S> {
    /// Deletes a profile with its record, which needs no passphrase: whoever has forgotten it wants the
    /// room back.
    ///
    /// # Errors
    /// Why not. What was before it is gone then.
    pub fn delete(&self, id: &ProfileId) -> Result<Removed, Refusal> {
        let head = heads_of(&self.store, id)?.into_iter().next().ok_or(Refusal::Gone)?;
        let is_its = |name: &String| of_key(name).as_ref() == Some(id);
        let prefix = head.prefix();
        let mut entries = Vec::new();
        for name in self.store.keys()? {
            if (is_its(&name) || name.starts_with(&prefix))
                && let Some(text) = self.store.read(&name)?
            {
                entries.push((name, text));
            }
        }
        self.store.remove(&copy_key(id))?;
        self.store.remove(&key(id))?;
        // What stays is swept up later.
        let _ = remove_all(&self.store, &prefix);
        Ok(Removed { name: head.name, entries })
    }

    /// Removes records that no profile has any more: of one that was deleted, or of a place that was
    /// being made, when the tab died.
    ///
    /// # Errors
    /// If the store cannot be read or changed.
    pub fn sweep(&self, now: Timestamp) -> Result<(), Fault> {
        // First what there is, then what is being made, then the heads: another tab that makes a place
        // says so before it begins, and until the head says so.
        let keys = self.store.keys()?;
        let mut spaces: Vec<&str> = keys.iter().filter_map(|key| space_of(key)).collect();
        spaces.sort_unstable();
        spaces.dedup();
        let mut made = Vec::new();
        for space in spaces {
            if !self.is_being_made(space, now)? {
                made.push(space);
            }
        }
        let mut in_use = Vec::new();
        for id in ids(&self.store.keys()?) {
            let heads = heads_of(&self.store, &id)?;
            if heads.is_empty() {
                // Nobody knows which record is its.
                return Ok(());
            }
            for head in heads {
                in_use.push(head.prefix());
                in_use.extend(head.from.map(|from| format!("{VERSION_1}{from}/")));
            }
        }
        for key in &keys {
            let is_made = space_of(key).is_some_and(|space| made.contains(&space));
            if is_made && !in_use.iter().any(|prefix| key.starts_with(prefix)) {
                self.store.remove(key)?;
            }
        }
        Ok(())
    }

    /// The same where no other tab can be making a place: what says that one is has been left behind.
    ///
    /// # Errors
    /// If the store cannot be read or changed.
    pub fn sweep_alone(&self) -> Result<(), Fault> {
        self.sweep(Timestamp(u64::MAX))
    }

    fn is_being_made(&self, space: &str, now: Timestamp) -> Result<bool, Fault> {
        let since = self.store.read(&format!("{VERSION_1}making/{space}"))?;
        let since: Option<u64> = since.and_then(|since| since.parse().ok());
        Ok(since.is_some_and(|since| now.0.saturating_sub(since) < AN_HOUR))
    }
}

/// The space that a key is in, or that it says is being made.
pub(super) fn space_of(key: &str) -> Option<&str> {
    let (kind, rest) = key.strip_prefix(VERSION_1)?.split_once('/')?;
    let is_of_space = matches!(kind, "open" | "sealed" | "making");
    is_of_space.then(|| rest.split('/').next()).flatten()
}
