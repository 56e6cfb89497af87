//! Keeps a record in a store, and what the store does not take in memory.

use super::change::{Change, Write};
use super::key::{Found, Key, aside};
use super::load::{Loaded, entries, read_all};
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
    kept: Kept,
}

impl<S: Store> Keeper<S> {
    /// A keeper for a store, with all that the store holds.
    ///
    /// What cannot be read is moved aside, under a key of its own, so that nothing ever overwrites
    /// it. If there is no room to move it, it stays where it is.
    pub fn open(store: S) -> (Self, Loaded) {
        let mut keeper = Self { store, waiting: VecDeque::new(), kept: Kept::Stored };
        let loaded = match entries(&keeper.store) {
            Ok(entries) => {
                let loaded = read_all(&entries);
                keeper.set_aside(&loaded, &entries);
                keeper.tidy(&loaded.record, &entries);
                loaded
            }
            Err(fault) => {
                keeper.kept = Kept::InMemory(fault);
                Loaded::default()
            }
        };
        (keeper, loaded)
    }

    /// Stores changes to a record. Afterwards [`Keeper::kept`] says whether all are stored.
    pub fn keep(&mut self, record: &Record, changes: &[Change]) {
        self.waiting.extend(changes.iter().flat_map(|change| change.writes(record)));
        self.retry();
    }

    /// Tries again what is waiting.
    pub fn retry(&mut self) {
        while let Some((key, text)) = self.waiting.front() {
            let done = match text {
                Some(text) => self.store.write(key, text),
                None => self.store.remove(key),
            };
            if let Err(fault) = done {
                self.kept = Kept::InMemory(fault);
                return;
            }
            self.waiting.pop_front();
            self.kept = Kept::Stored;
        }
    }

    /// Whether all changes are in the store.
    pub fn kept(&self) -> Kept {
        self.kept
    }

    fn set_aside(&self, loaded: &Loaded, entries: &[(String, String)]) {
        for lost in &loaded.lost {
            let Some((key, text)) = entries.iter().find(|(key, _)| *key == lost.key) else {
                continue;
            };
            let taken = |n: &usize| entries.iter().any(|(present, _)| *present == aside(key, *n));
            let Some(n) = (1..).find(|n| !taken(n)) else { continue };
            if self.store.write(&aside(key, n), text).is_ok() {
                // Left in place it would be reported again at the next start; no harm beyond that.
                let _ = self.store.remove(key);
            }
        }
    }

    /// Brings every finished assessment under one key. Its parts were written one by one while it
    /// was open; together they take a fraction of the room and of the time to read.
    fn tidy(&self, record: &Record, entries: &[(String, String)]) {
        // As a rule there are none, or those of the one that was finished last.
        let mut whole: Vec<AssessmentId> = Vec::new();
        for (name, _) in entries {
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

/// The assessment that a key holds a part of, not the whole.
fn part_of(name: &str) -> Option<AssessmentId> {
    match Key::read(name) {
        Found::Ours(Key::Position(id) | Key::Finished(id) | Key::Response(id, _)) => Some(id),
        _ => None,
    }
}
