//! The profiles in a store: which there are, opening, making and changing them.

use super::cipher::Keys;
use super::head::{
    BROWSER, Head, IDLE_USUAL, Profile, ProfileId, VERSION_1, heads_of, is_same_name, key, of_key,
    open_prefix, sealed_prefix,
};
use super::lock::{Effort, Lock, Refusal};
use super::moving::{copy, drain, remove_all};
use super::opened::Opened;
use super::place::Place;
use super::sealed::Sealed;
use super::secret::{Passphrase, Randomness};
use crate::record::{Fault, Store, holds_something, moved_aside};
use crate::time::Timestamp;
use std::rc::Rc;

/// The profiles in a store.
#[derive(Debug, Clone)]
pub struct Profiles<S> {
    pub(super) store: S,
    randomness: Randomness,
    effort: Effort,
}

/// Which profiles there are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listing {
    /// Those that can be opened, in the order of their names.
    pub profiles: Vec<Profile>,
    /// How many there are whose heads are damaged beyond reading.
    pub damaged: usize,
    /// Whether there is a record that belongs to no profile.
    pub has_other: bool,
}

impl<S: Store + Clone> Profiles<S> {
    /// The profiles in a store; new locks are made with this effort.
    pub fn of(store: S, randomness: Randomness, effort: Effort) -> Self {
        Self { store, randomness, effort }
    }

    /// The store.
    pub fn store(&self) -> &S {
        &self.store
    }

    /// Which profiles there are.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn list(&self) -> Result<Listing, Fault> {
        let keys = self.store.keys()?;
        let mut listing = Listing::default();
        for id in ids(&keys) {
            match heads_of(&self.store, &id)?.first() {
                Some(head) => listing.profiles.push(head.profile()),
                None => listing.damaged += 1,
            }
        }
        listing.profiles.sort_by_key(|profile| (profile.name.to_lowercase(), profile.id.clone()));
        listing.has_other = keys.iter().any(|key| holds_something(key));
        Ok(listing)
    }

    /// Opens a profile; a locked one needs its passphrase.
    ///
    /// # Errors
    /// Why it is not opened.
    pub fn open(&self, id: &ProfileId, passphrase: &Passphrase) -> Result<Opened<S>, Refusal> {
        let heads = heads_of(&self.store, id)?;
        let is_there = || self.store.read(&key(id)).is_ok_and(|head| head.is_some());
        let mut refusal = if is_there() { Refusal::Damaged } else { Refusal::Gone };
        for head in heads {
            match self.opened(head, passphrase) {
                Ok(opened) => return self.finish(opened),
                Err(why) => refusal = why,
            }
        }
        Err(refusal)
    }

    fn opened(&self, head: Head, passphrase: &Passphrase) -> Result<Opened<S>, Refusal> {
        let place_of_lock = Head::place_of_lock(&head.id);
        let open = |lock: &Lock| lock.open_keys(&place_of_lock, passphrase).map(Rc::new);
        let keys = head.lock.as_ref().map(open).transpose()?;
        let place = self.place(&head, keys.clone());
        place.has_head(&head);
        Ok(Opened { place, before: None, lost: 0, head, keys })
    }

    /// Where a record is, by its head.
    fn place(&self, head: &Head, keys: Option<Rc<Keys>>) -> Place<S> {
        let (store, prefix) = (self.store.clone(), head.prefix());
        match keys {
            Some(keys) => Place::sealed(Sealed::new(store, prefix, keys, self.randomness)),
            None => Place::open(store, &prefix),
        }
    }

    /// Does what was left undone when a tab died, and sets aside what is damaged. What cannot be done
    /// now is done next time.
    fn finish(&self, mut opened: Opened<S>) -> Result<Opened<S>, Refusal> {
        // Where one of the two is damaged, the other may be damaged next.
        if !opened.head.is_stored_twice(&self.store)? {
            let _ = opened.head.write(&self.store, Some(&opened.head.prefix()));
        }
        if let Some(from) = opened.head.from.clone() {
            self.leave(&from, &mut opened);
        }
        opened.lost = self.sets_aside(&opened.place)?;
        Ok(opened)
    }

    /// Sets aside what cannot be opened; returns how much that was.
    fn sets_aside(&self, place: &Place<S>) -> Result<usize, Fault> {
        let damaged = place.damaged()?;
        for name in &damaged {
            let _ = moved_aside(&self.store, name);
        }
        Ok(damaged.len())
    }

    /// Empties the place where a record was before, and forgets it.
    fn leave(&self, from: &str, opened: &mut Opened<S>) {
        let is_here = format!("{VERSION_1}{from}/") == opened.head.prefix();
        let emptied = match (from, from.split_once('/')) {
            // No head of ours says so.
            _ if is_here => Ok(()),
            (BROWSER, _) => drain(&Place::of_browser(self.store.clone()), &opened.place),
            (_, Some(("open", space))) => {
                drain(&Place::open(self.store.clone(), &open_prefix(space)), &opened.place)
            }
            // All of it was copied before the head was written, and later the key to it is gone.
            (_, Some(("sealed", space))) => {
                let before = opened.before.as_ref();
                let late = before.map_or(Ok(()), |before| drain(before, &opened.place));
                late.and_then(|()| remove_all(&self.store, &sealed_prefix(space)))
            }
            _ => Ok(()),
        };
        if emptied.is_ok() {
            opened.head.from = None;
            opened.place.has_head(&opened.head);
            // It is tried again when the profile is opened next.
            let _ = opened.head.write(&self.store, Some(&opened.head.prefix()));
        }
    }

    /// Makes a profile: with nothing in it, or with the record that belongs to the browser, which is
    /// then only there. Locked, if there is a passphrase.
    ///
    /// # Errors
    /// Why it is not made. Everything is as it was then.
    pub fn make(
        &self,
        name: Rc<str>,
        passphrase: Option<&Passphrase>,
        takes_record: bool,
        now: Timestamp,
    ) -> Result<Opened<S>, Refusal> {
        self.must_be_free(&name, None)?;
        let id = self.randomness.name('p').and_then(|id| ProfileId::parse(&id));
        let id = id.ok_or(Refusal::NoRandomness)?;
        let from = takes_record.then(|| (Place::of_browser(self.store.clone()), BROWSER.into()));
        self.settle(id, name, IDLE_USUAL, passphrase, from, now)
    }

    /// Locks a profile that was open to all, changes its passphrase, or, without one, opens it to all.
    ///
    /// # Errors
    /// Why not. Everything is as it was then.
    pub fn set_lock(
        &self,
        opened: &Opened<S>,
        passphrase: Option<&Passphrase>,
        now: Timestamp,
    ) -> Result<Opened<S>, Refusal> {
        let Head { id, name, idle, space, .. } = self.present(&opened.head)?;
        match (&opened.keys, passphrase) {
            // The record stays as it is: only what opens its keys is another.
            (Some(keys), Some(passphrase)) => {
                let lock = self.lock(keys, &id, passphrase)?;
                let head = Head { lock: Some(lock), ..self.present(&opened.head)? };
                head.write(&self.store, Some(&head.prefix()))?;
                Ok(opened.clone().under(head))
            }
            (None, None) => Ok(opened.clone()),
            (keys, passphrase) => {
                let kind = if keys.is_some() { "sealed" } else { "open" };
                let from = (opened.place.clone(), format!("{kind}/{space}").into());
                self.settle(id, name, idle, passphrase, Some(from), now)
            }
        }
    }

    /// The head as it is now: another tab may have changed it. Where it has taken the record elsewhere, only
    /// its new head knows where.
    fn present(&self, head: &Head) -> Result<Head, Refusal> {
        let heads = heads_of(&self.store, &head.id)?.into_iter();
        heads.take(1).find(|now| now.prefix() == head.prefix()).ok_or(Refusal::Gone)
    }

    fn lock(&self, keys: &Keys, id: &ProfileId, with: &Passphrase) -> Result<Lock, Refusal> {
        let place = Head::place_of_lock(id);
        Lock::on_keys(keys, &place, with, self.effort, self.randomness)
    }

    /// Gives a profile a place of its own, with what it brings from another.
    fn settle(
        &self,
        id: ProfileId,
        name: Rc<str>,
        idle: u32,
        passphrase: Option<&Passphrase>,
        from: Option<(Place<S>, Rc<str>)>,
        now: Timestamp,
    ) -> Result<Opened<S>, Refusal> {
        let space: Rc<str> = self.randomness.name('s').ok_or(Refusal::NoRandomness)?.into();
        let new_keys = || Keys::new(self.randomness).map(Rc::new).ok_or(Refusal::NoRandomness);
        let keys = passphrase.map(|_| new_keys()).transpose()?;
        let lock = keys.as_ref().zip(passphrase).map(|(keys, with)| self.lock(keys, &id, with));
        let (before, from) = from.unzip();
        let head = Head { id, name, space, lock: lock.transpose()?, idle, from };
        let place = self.place(&head, keys.clone());
        let making = self.begins_making(&head.space, now)?;
        let settled = || {
            before.as_ref().map_or(Ok(()), |before| copy(before, &place))?;
            let at = head.from.as_deref().filter(|from| *from != BROWSER);
            head.write(&self.store, at.map(|from| format!("{VERSION_1}{from}/")).as_deref())
        };
        if let Err(refusal) = settled() {
            // What stays is swept up later.
            let _ = remove_all(&self.store, &head.prefix());
            let _ = self.store.remove(&making);
            return Err(refusal);
        }
        place.has_head(&head);
        // What has been damaged since it was opened did not come along.
        let lost = before.as_ref().and_then(|before| self.sets_aside(before).ok());
        let mut opened = Opened { place, before, lost: lost.unwrap_or_default(), head, keys };
        if let Some(from) = opened.head.from.clone() {
            self.leave(&from, &mut opened);
        }
        let _ = self.store.remove(&making);
        Ok(opened)
    }

    /// Notes that a place is being made, so that no other tab takes it for something left behind.
    pub(super) fn begins_making(&self, space: &str, now: Timestamp) -> Result<String, Fault> {
        let making = format!("{VERSION_1}making/{space}");
        self.store.write(&making, &now.0.to_string())?;
        Ok(making)
    }

    /// Gives a profile another name, or another time until it locks itself.
    ///
    /// # Errors
    /// Why not. Everything is as it was then.
    pub fn change(
        &self,
        opened: &Opened<S>,
        name: Rc<str>,
        idle: u32,
    ) -> Result<Opened<S>, Refusal> {
        self.must_be_free(&name, Some(&opened.head.id))?;
        let head = Head { name, idle, ..self.present(&opened.head)? };
        head.write(&self.store, Some(&head.prefix()))?;
        Ok(opened.clone().under(head))
    }

    fn must_be_free(&self, name: &str, of: Option<&ProfileId>) -> Result<(), Refusal> {
        let same = |profile: &Profile| is_same_name(&profile.name, name) && Some(&profile.id) != of;
        let is_taken = self.list()?.profiles.iter().any(same);
        if is_taken { Err(Refusal::NameTaken) } else { Ok(()) }
    }
}

/// The profiles that keys are heads of.
pub(super) fn ids(keys: &[String]) -> Vec<ProfileId> {
    let mut ids: Vec<ProfileId> = keys.iter().filter_map(|key| of_key(key)).collect();
    ids.sort();
    ids.dedup();
    ids
}
