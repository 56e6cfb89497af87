//! For the simulation: chance that can be repeated from one number, and a store that tabs share,
//! which fails, is full, loses a tab or damages an entry when it is told to.

use bellwether::record::{Fault, Store};
use std::cell::{Cell, RefCell, RefMut};
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

/// Numbers that look random and follow from a seed (SplitMix64, by Sebastiano Vigna).
#[derive(Debug, Clone)]
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn of(seed: u64) -> Self {
        Self(seed)
    }

    pub(crate) fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below another.
    pub(crate) fn below(&mut self, end: u64) -> u64 {
        self.number() % end
    }

    /// A place in something so long.
    pub(crate) fn place(&mut self, len: usize) -> usize {
        usize::try_from(self.below(len as u64)).unwrap()
    }

    /// True once in so many times.
    pub(crate) fn once_in(&mut self, times: u64) -> bool {
        self.below(times) == 0
    }

    pub(crate) fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.place(from.len())]
    }
}

/// What a browser tells other tabs: the key, and what is there now.
pub(crate) type Told = (String, Option<String>);

/// What the tabs share.
#[derive(Debug, Default)]
struct Disk {
    entries: BTreeMap<String, String>,
    /// So many writes more are refused for want of room.
    full: u32,
    /// So many calls more fail.
    off: u32,
    /// What was changed and has not been told yet.
    changed: VecDeque<Told>,
}

/// The store as one tab has it. Clones are the same tab's.
#[derive(Debug, Clone, Default)]
pub(crate) struct SharedStore {
    disk: Rc<RefCell<Disk>>,
    /// After how many calls more the tab is killed, if it is to be.
    killed_after: Rc<Cell<Option<u32>>>,
    dead: Rc<Cell<bool>>,
}

impl SharedStore {
    /// The same store for another tab.
    pub(crate) fn for_another_tab(&self) -> Self {
        Self { disk: self.disk.clone(), killed_after: Rc::default(), dead: Rc::default() }
    }

    pub(crate) fn entries(&self) -> BTreeMap<String, String> {
        self.disk.borrow().entries.clone()
    }

    /// What was changed since this was asked last.
    pub(crate) fn take_changed(&self) -> VecDeque<Told> {
        std::mem::take(&mut self.disk.borrow_mut().changed)
    }

    /// Kills the tab at its call after so many. To the tab, every call fails from there on.
    pub(crate) fn kill_after(&self, calls: u32) {
        self.killed_after.set(Some(calls));
    }

    pub(crate) fn is_dead(&self) -> bool {
        self.dead.get()
    }

    /// Refuses so many writes, as when there is no room.
    pub(crate) fn fill(&self, writes: u32) {
        self.disk.borrow_mut().full = writes;
    }

    /// Lets so many calls fail.
    pub(crate) fn turn_off(&self, calls: u32) {
        self.disk.borrow_mut().off = calls;
    }

    /// Lets everything work, and this tab live.
    pub(crate) fn mend(&self) {
        self.fill(0);
        self.turn_off(0);
        self.killed_after.set(None);
    }

    /// Removes everything, as a person or a browser does who clears what a site has stored. Browsers
    /// tell other tabs without a key, which the app does not listen to.
    pub(crate) fn clear(&self) {
        self.disk.borrow_mut().entries.clear();
    }

    /// Damages an entry: one bit of it is another, or its end is missing. Returns its key, with what
    /// is there now; `None` if that is no text any more.
    pub(crate) fn damage(&self, chance: &mut Chance) -> Option<(String, String)> {
        let mut disk = self.disk.borrow_mut();
        let keys: Vec<&String> = disk.entries.keys().filter(|key| !key.contains("aside")).collect();
        if keys.is_empty() {
            return None;
        }
        let key = (*chance.pick(&keys)).clone();
        let mut bytes = disk.entries[&key].clone().into_bytes();
        let at = chance.place(bytes.len().max(1));
        if chance.once_in(2) || bytes.is_empty() {
            bytes.truncate(at);
        } else {
            bytes[at] ^= 1 << chance.below(7);
        }
        let damaged = String::from_utf8(bytes).ok()?;
        disk.entries.insert(key.clone(), damaged.clone());
        Some((key, damaged))
    }

    fn call(&self) -> Result<RefMut<'_, Disk>, Fault> {
        match self.killed_after.get() {
            Some(0) => {
                self.dead.set(true);
                return Err(Fault::Off);
            }
            Some(calls) => self.killed_after.set(Some(calls - 1)),
            None => {}
        }
        let mut disk = self.disk.borrow_mut();
        if disk.off > 0 {
            disk.off -= 1;
            return Err(Fault::Off);
        }
        Ok(disk)
    }
}

impl Store for SharedStore {
    fn keys(&self) -> Result<Vec<String>, Fault> {
        Ok(self.call()?.entries.keys().cloned().collect())
    }

    fn read(&self, key: &str) -> Result<Option<String>, Fault> {
        Ok(self.call()?.entries.get(key).cloned())
    }

    fn write(&self, key: &str, text: &str) -> Result<(), Fault> {
        let mut disk = self.call()?;
        if disk.full > 0 {
            disk.full -= 1;
            return Err(Fault::Full);
        }
        let before = disk.entries.insert(key.to_owned(), text.to_owned());
        if before.as_deref() != Some(text) {
            disk.changed.push_back((key.to_owned(), Some(text.to_owned())));
        }
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), Fault> {
        let mut disk = self.call()?;
        if disk.entries.remove(key).is_some() {
            disk.changed.push_back((key.to_owned(), None));
        }
        Ok(())
    }
}
