//! For the tests of profiles: quick locks, random bytes that are never the same twice and yet the same
//! in every run, what is in a place, and a store in which another tab acts before a call.

use crate::simulation_store::Chance;
use bellwether::profile::{
    Effort, Opened, Passphrase, Place, Profile, ProfileId, Profiles, Randomness, Refusal,
    sealed_file,
};
use bellwether::record::{Fault, Keeper, MemoryStore, Record, Store};
use bellwether::time::Timestamp;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::fmt;
use std::rc::Rc;

/// The least work that there can be.
pub(crate) const EFFORT: Effort = Effort { memory: 8, passes: 1 };
/// The moment at which everything here happens.
pub(crate) const NOW: Timestamp = Timestamp(1_795_000_000_000);
/// When what is left behind is swept up.
pub(crate) const LATER: Timestamp = Timestamp(NOW.0 + 2 * 60 * 60 * 1000);

pub(crate) const OLD: &str = "an old passphrase";
pub(crate) const NEW: &str = "a new passphrase";

thread_local! {
    static DRAWN: Cell<u64> = const { Cell::new(0) };
}

fn fill(bytes: &mut [u8]) -> bool {
    for chunk in bytes.chunks_mut(8) {
        let drawn = DRAWN.replace(DRAWN.get() + 1);
        let random = Chance::of(drawn).number().to_be_bytes();
        chunk.copy_from_slice(&random[..chunk.len()]);
    }
    true
}

pub(crate) const RANDOM: Randomness = Randomness(fill);

/// The profiles in a store.
pub(crate) fn profiles<S: Store + Clone>(store: &S) -> Profiles<S> {
    Profiles::of(store.clone(), RANDOM, EFFORT)
}

pub(crate) fn phrase(text: &str) -> Passphrase {
    Passphrase::new(text.to_owned())
}

/// Whether a file is one that a passphrase opens.
pub(crate) fn is_sealed(file: &[u8]) -> bool {
    sealed_file(file) == Some(Ok(()))
}

/// A profile that is made with nothing in it, locked if there is a passphrase.
pub(crate) fn made(store: &MemoryStore, name: &str, lock: Option<&str>) -> Opened<MemoryStore> {
    profiles(store).make(name.into(), lock.map(phrase).as_ref(), false, NOW).unwrap()
}

/// The only profile that there is.
pub(crate) fn only<S: Store + Clone>(store: &S) -> Profile {
    let listing = profiles(store).list().unwrap();
    let [profile] = &listing.profiles[..] else { panic!("{listing:?}") };
    profile.clone()
}

pub(crate) fn open(
    store: &MemoryStore,
    id: &ProfileId,
    passphrase: &str,
) -> Result<Opened<MemoryStore>, Refusal> {
    profiles(store).open(id, &phrase(passphrase))
}

/// All that is ours in a place, by its keys.
pub(crate) fn contents<S: Store + Clone>(place: &Place<S>) -> BTreeMap<String, String> {
    let keys = place.keys().unwrap().into_iter().filter(|key| key.starts_with("bellwether/"));
    keys.filter_map(|key| place.read(&key).unwrap().map(|text| (key, text))).collect()
}

/// Puts entries into a place.
pub(crate) fn put<S: Store + Clone>(place: &Place<S>, entries: &BTreeMap<String, String>) {
    entries.iter().for_each(|(key, text)| place.write(key, text).unwrap());
}

/// The record in a place, as an app that opens it finds it.
pub(crate) fn record_in<S: Store + Clone>(place: &Place<S>) -> Record {
    Keeper::open(place.clone()).1.record
}

/// How many bytes a store holds.
pub(crate) fn used(store: &MemoryStore) -> usize {
    store.entries().iter().map(|(key, text)| key.len() + text.len()).sum()
}

/// A copy of a store: what is done to one does not show in the other.
pub(crate) fn copy_of(store: &MemoryStore) -> MemoryStore {
    MemoryStore::holding(store.entries())
}

/// What another tab does.
type Act = Box<dyn FnOnce()>;

/// A store in which another tab acts before one of the calls, counted from 0. Clones share everything.
#[derive(Clone)]
pub(crate) struct SharedWithAnother {
    inner: MemoryStore,
    calls: Rc<Cell<usize>>,
    act: Rc<RefCell<Option<(usize, Act)>>>,
    /// Whether nothing comes between the last look at a head and its being written.
    spares_heads: bool,
}

impl SharedWithAnother {
    pub(crate) fn new(inner: &MemoryStore) -> Self {
        Self { inner: inner.clone(), calls: Rc::default(), act: Rc::default(), spares_heads: false }
    }

    /// One in which nothing comes between the last look at a head and its being written.
    pub(crate) fn sparing_heads(inner: &MemoryStore) -> Self {
        Self { spares_heads: true, ..Self::new(inner) }
    }

    /// Has the other tab act before a call from here on; calls are counted anew.
    pub(crate) fn before(&self, call: usize, act: impl FnOnce() + 'static) {
        self.calls.set(0);
        *self.act.borrow_mut() = Some((call, Box::new(act)));
    }

    /// Whether the other tab has acted.
    pub(crate) fn has_been(&self) -> bool {
        self.act.borrow().is_none()
    }

    fn call(&self, is_spared: bool) {
        let number = self.calls.replace(self.calls.get() + 1);
        let is_due = |due: &mut (usize, Act)| due.0 == number;
        let due = self.act.borrow_mut().take_if(is_due);
        if let Some((_, act)) = due.filter(|_| !is_spared) {
            act();
        }
    }
}

impl fmt::Debug for SharedWithAnother {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SharedWithAnother").finish_non_exhaustive()
    }
}

impl Store for SharedWithAnother {
    fn keys(&self) -> Result<Vec<String>, Fault> {
        self.call(false);
        self.inner.keys()
    }

    fn read(&self, key: &str) -> Result<Option<String>, Fault> {
        self.call(false);
        self.inner.read(key)
    }

    fn write(&self, key: &str, text: &str) -> Result<(), Fault> {
        self.call(self.spares_heads && key.contains("/head/"));
        self.inner.write(key, text)
    }

    fn remove(&self, key: &str) -> Result<(), Fault> {
        self.call(false);
        self.inner.remove(key)
    }
}
