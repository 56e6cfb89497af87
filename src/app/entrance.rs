//! What has come of a deed about profiles; above all, that somebody else is in.

use super::affair::Affair;
use super::deleting::offer;
use super::people::Who;
use super::state::State;
use super::undo::{Ending, begins};
use crate::profile::Place;
use crate::record::{Change, Keeper, Lost, Record, Store, Write, read_one};
use std::rc::Rc;

/// Somebody comes in, or has left.
#[derive(Debug)]
pub struct Entrance<S> {
    pub(super) who: Who,
    pub(super) place: Place<S>,
    /// What could not be stored of theirs when they left.
    pub(super) held: Vec<Write>,
    /// Whether something waits that could not be stored of somebody else.
    pub(super) waits: bool,
    pub(super) lost: Vec<Lost>,
    /// What they bring along.
    pub(super) brings: Option<Record>,
    /// What can be undone for a moment.
    pub(super) ending: Option<Ending>,
    /// The names of profiles that were deleted before and can be put back again.
    pub(super) removed: Vec<Rc<str>>,
    /// Whether it is the same record as before, elsewhere.
    pub(super) goes_on: bool,
    /// Whether somebody has left: whoever is there next begins at the start. In an element nobody has: what it
    /// shows is the choice of the page around.
    pub(super) has_left: bool,
}

/// What has come of a deed.
#[derive(Debug)]
pub struct Outcome<S> {
    /// What the app is to hear.
    pub affairs: Vec<Affair>,
    /// Who has come in or left.
    pub entrance: Option<Entrance<S>>,
    /// A text to be saved as a file of today.
    pub file: Option<String>,
    /// Whether everything was erased, and copies of the app are to be erased too.
    pub wiped: bool,
}

impl<S> Outcome<S> {
    pub(super) fn telling(affairs: impl Into<Vec<Affair>>) -> Self {
        let affairs = affairs.into();
        Self { affairs, entrance: None, file: None, wiped: false }
    }

    /// Whether something can be undone for [`UNDO_FOR`](super::UNDO_FOR) from now.
    pub fn is_undoable(&self) -> bool {
        self.entrance.as_ref().is_some_and(|entrance| entrance.ending.is_some())
    }

    pub(super) fn letting_in(entrance: Entrance<S>, affairs: impl Into<Vec<Affair>>) -> Self {
        Self { entrance: Some(entrance), ..Self::telling(affairs) }
    }
}

impl<S: Store + Clone> Entrance<S> {
    /// Goes on with the record of whoever comes in. Returns what keeps it, and what is to be kept of what
    /// they bring along.
    pub fn open(self, state: &mut State, writer: &str) -> (Keeper<Place<S>>, Vec<Change>) {
        let (mut keeper, mut loaded) = Keeper::open(self.place);
        loaded.lost.extend(self.lost);
        for (key, text) in &self.held {
            read_one(&mut loaded.record, key, text.as_deref());
        }
        keeper.take_over(self.held);
        let deleted = if self.goes_on { std::mem::take(&mut state.deleted) } else { Vec::new() };
        state.comes_in(self.who, self.has_left, loaded, keeper.kept(), writer);
        offer(state, deleted);
        state.more.people.waits = self.waits;
        state.more.people.removed.extend(self.removed);
        if let Some(ending) = self.ending {
            begins(state, ending);
        }
        let changes = self.brings.map(|record| state.takes_in(record)).unwrap_or_default();
        (keeper, changes)
    }
}
