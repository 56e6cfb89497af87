//! Keeps a record in a store, and what the store does not take in memory.

use super::change::{Change, Write};
use super::key::{Found, Key, aside};
use super::load::{Loaded, entries, joined, read_all};
use super::person::Record;
use super::store::{Fault, Store};
use crate::assessment::{Assessment, AssessmentId};
use std::collections::VecDeque;

/// Whether all changes are in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// They are.
    Stored,
    /// Some, or all, are in memory only.
    InMemory(Fault),
}

/// Writes changes to a store. What it does not take is kept in memory, in order, and written as
/// soon as it does.
#[derive(Debug)]
pub struct Keeper<S> {
    store: S,
    waiting: VecDeque<Write>,
    /// Keys of what could neither be read nor set aside, and so must not be overwritten.
    stuck: Vec<String>,
    kept: Kept,
    /// Whether it has not been able to read what the store holds.
    is_blind: bool,
}

impl<S: Store> Keeper<S> {
    /// A keeper for a store, with all that the store holds.
    ///
    /// What cannot be read is moved aside, under a key of its own, so that nothing ever overwrites
    /// it. If there is no room to move it, it stays where it is.
    pub fn open(store: S) -> (Self, Loaded) {
        let (waiting, stuck) = Default::default();
        let mut keeper = Self { store, waiting, stuck, kept: Kept::Stored, is_blind: true };
        let loaded = keeper.look(&mut Record::default()).unwrap_or_default();
        (keeper, loaded)
    }

    /// What the store holds together with what a record has, which it takes; `None` if that could be
    /// had before, or still cannot.
    pub fn look(&mut self, record: &mut Record) -> Option<Loaded> {
        if !self.is_blind {
            return None;
        }
        match entries(&self.store) {
            Ok(entries) => {
                self.is_blind = false;
                let loaded = read_all(std::mem::take(record), &entries);
                self.stuck = loaded.lost.iter().map(|lost| lost.key.clone()).collect();
                self.set_aside();
                for name in &loaded.remains {
                    // What stays is removed at the next start.
                    let _ = self.store.remove(name);
                }
                self.tidy(&loaded.record, &entries);
                Some(loaded)
            }
            Err(fault) => {
                self.kept = Kept::InMemory(fault);
                None
            }
        }
    }

    /// Stores changes to a record. Afterwards [`Keeper::kept`] says whether all are stored.
    pub fn keep(&mut self, record: &Record, changes: &[Change]) {
        let mut added = 0;
        for (key, text) in self.writes(record, changes) {
            if text.is_none() {
                // In their order: that something is deleted is to be there before any of it goes.
                self.retry();
                // What is removed need not be written any more, and may make room for the rest.
                self.waiting.retain(|(waiting, _)| *waiting != key);
                if self.store.remove(&key).is_ok() {
                    continue;
                }
            }
            self.waiting.push_back((key, text));
            added += 1;
        }
        self.retry();
        self.pass_on(added);
    }

    /// Where nothing can be stored at all, others with the same store hear of what is new all the same.
    fn pass_on(&self, added: usize) {
        if self.kept != Kept::InMemory(Fault::Off) {
            return;
        }
        for (key, text) in self.waiting.iter().rev().take(added).rev() {
            if let Some(text) = text {
                self.store.pass_on(key, text);
            }
        }
    }

    /// The writes of changes. Where the store was cleared while the page was open, by the person or by
    /// the browser, the next change brings back all that is here.
    fn writes(&self, record: &Record, changes: &[Change]) -> Vec<Write> {
        let mut writes = Vec::new();
        if self.is_cleared(record, changes) {
            Change::everything(record).for_each(|change| writes.extend(change.writes(record)));
        }
        changes.iter().for_each(|change| writes.extend(change.writes(record)));
        writes
    }

    /// Whether the store has forgotten what it had. One assessment tells, which is not about to be written as
    /// a whole: the one that is changed, so that its length is of no matter, or else the shortest.
    fn is_cleared(&self, record: &Record, changes: &[Change]) -> bool {
        let is_there = |id: &&AssessmentId| !changes.contains(&Change::Assessment((*id).clone()));
        let mut changed = changes.iter().filter_map(Change::part_of).filter(is_there);
        let shortest = || {
            let all = record.assessments.values().filter(|one| is_there(&&one.id));
            all.min_by_key(|one| one.responses.len()).map(|one| &one.id)
        };
        changed.next().or_else(shortest).is_some_and(|id| self.lacks(id))
    }

    /// Whether the store has forgotten an assessment that it had, not for its being deleted.
    fn lacks(&self, id: &AssessmentId) -> bool {
        let lacks = |key: Key| {
            let key = key.to_string();
            // What still waits, the store never had.
            !self.waiting.iter().any(|(waiting, _)| *waiting == key)
                && self.store.read(&key) == Ok(None)
        };
        lacks(Key::Assessment(id.clone())) && lacks(Key::Deleted(id.clone()))
    }

    /// Tries again what is waiting.
    pub fn retry(&mut self) {
        if self.waiting.is_empty() {
            return;
        }
        let mut held_up = Vec::new();
        self.kept = Kept::Stored;
        while let Some((key, text)) = self.waiting.pop_front() {
            let Err(fault) = self.write(&key, text.as_deref()) else { continue };
            self.kept = Kept::InMemory(fault);
            let stuck = self.stuck.contains(&key);
            held_up.push((key, text));
            // What is full or off will not take the next one either.
            if !stuck {
                break;
            }
        }
        for write in held_up.into_iter().rev() {
            self.waiting.push_front(write);
        }
    }

    fn write(&mut self, key: &str, text: Option<&str>) -> Result<(), Fault> {
        if self.stuck.iter().any(|stuck| stuck == key) {
            self.set_aside();
            if self.stuck.iter().any(|stuck| stuck == key) {
                return Err(Fault::Full);
            }
        }
        match text {
            Some(text) => {
                // What waited, or comes of a file, can be older than what another tab has stored.
                let there = self.store.read(key)?;
                let joined = there.and_then(|there| joined(key, &there, text));
                self.store.write(key, joined.as_deref().unwrap_or(text))
            }
            None => self.store.remove(key),
        }
    }

    /// What waits for the store, for whoever opens the record next: this keeper forgets it.
    pub fn take_waiting(&mut self) -> Vec<Write> {
        std::mem::take(&mut self.waiting).into()
    }

    /// Takes over what waited for the store in an earlier keeper.
    pub fn take_over(&mut self, waited: Vec<Write>) {
        self.waiting.extend(waited);
        self.retry();
    }

    /// Whether all changes are in the store.
    pub fn kept(&self) -> Kept {
        self.kept
    }

    /// What of a record waits for the store; `None` if all of it is there, and can still be read.
    pub fn unstored(&self, record: &Record) -> Option<&VecDeque<Write>> {
        let can_be_read = self.kept == Kept::Stored && self.store.read("").is_ok();
        let is_there = can_be_read && !self.is_cleared(record, &[]);
        (!is_there).then_some(&self.waiting)
    }

    /// Moves aside what is stuck, as far as there is room.
    fn set_aside(&mut self) {
        let store = &self.store;
        self.stuck.retain(|key| !moved_aside(store, key));
    }

    /// Brings every finished assessment under one key. Its parts were written one by one while it
    /// was open; together they take a fraction of the room and of the time to read.
    fn tidy(&self, record: &Record, entries: &[(String, String)]) {
        // As a rule there are none, or those of the one that was finished last.
        let mut whole: Vec<AssessmentId> = Vec::new();
        for (name, _) in entries {
            if self.stuck.contains(name) {
                continue;
            }
            let Some(id) = part_of(name) else { continue };
            let finished = |assessment: &Assessment| assessment.finished_at().is_some();
            if !record.assessment(&id).is_some_and(finished) {
                continue;
            }
            if !whole.contains(&id) {
                if !self.write_whole(record, &id) {
                    return;
                }
                whole.push(id);
            }
            // A part that stays is merged again at the next start, to the same end.
            let _ = self.store.remove(name);
        }
    }

    /// Writes an assessment with all its parts under its own key. Returns whether that worked.
    fn write_whole(&self, record: &Record, id: &AssessmentId) -> bool {
        Change::Assessment(id.clone())
            .writes(record)
            .into_iter()
            .all(|(key, text)| text.is_some_and(|text| self.store.write(&key, &text).is_ok()))
    }
}

/// Moves an entry aside, under a key that nothing is under. Returns whether that worked.
pub(crate) fn moved_aside(store: &impl Store, key: &str) -> bool {
    let try_move = || {
        let Some(text) = store.read(key)? else { return Ok(()) };
        let mut n = 1;
        while store.read(&aside(key, n))?.is_some() {
            n += 1;
        }
        store.write(&aside(key, n), &text)?;
        store.remove(key)
    };
    let moved: Result<(), Fault> = try_move();
    moved.is_ok()
}

/// The assessment that a key holds a part of, not the whole.
fn part_of(name: &str) -> Option<AssessmentId> {
    match Key::read(name) {
        Found::Ours(
            Key::Position(id) | Key::Finished(id) | Key::Choices(id) | Key::Response(id, _),
        ) => Some(id),
        _ => None,
    }
}
