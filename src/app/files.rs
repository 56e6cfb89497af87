//! Saving the record as a file, and taking files in.

use super::action::Effect;
use super::deleting::restore;
use super::notice::Notice;
use super::state::State;
use super::whole_notice::WholeNotice;
use crate::problem::Problem;
use crate::profile::sealed_file;
use crate::record::{Change, Merged, from_file, to_file, with_room};
use crate::time::{Stamped, Timestamp};
use std::rc::Rc;

/// Saves the record as a file, and keeps that it was saved.
pub(super) fn save_file(state: &mut State, now: Timestamp) -> Vec<Effect> {
    let text = to_file(&state.record, now);
    let mut effects = note_saved(state, now);
    effects.push(Effect::SaveRecord(text));
    effects
}

/// Keeps that the record was saved as a file.
pub(super) fn note_saved(state: &mut State, now: Timestamp) -> Vec<Effect> {
    let stamp = state.stamper.stamp(now);
    state.record.set_saved(Stamped { value: (), stamp });
    state.notices.retain(|notice| *notice != Notice::SaveAgain);
    vec![Effect::Keep(vec![Change::Saved])]
}

/// Takes a file in that was chosen, or asks for its passphrase, or says why not.
pub(super) fn choose_file(state: &mut State, file: &Rc<[u8]>, now: Timestamp) -> Vec<Effect> {
    let people = &mut state.more.people;
    people.mistake = None;
    people.sealed_file = None;
    match sealed_file(file) {
        Some(Ok(())) => {
            people.sealed_file = Some(file.clone());
            Vec::new()
        }
        Some(Err(problem)) => refuse(state, problem),
        None => load_file(state, file, now),
    }
}

fn refuse(state: &mut State, problem: Problem) -> Vec<Effect> {
    state.notices.retain(|notice| !is_about_a_file(notice));
    state.notices.push(Notice::OfWhole(WholeNotice::FileRefused(problem)));
    Vec::new()
}

/// Takes a file in, or says why not.
pub(super) fn load_file(state: &mut State, bytes: &[u8], now: Timestamp) -> Vec<Effect> {
    let mut record = match from_file(bytes).and_then(|record| with_room(record, now)) {
        Ok(record) => record,
        Err(problem) => return refuse(state, problem),
    };
    state.notices.retain(|notice| !is_about_a_file(notice));
    record.stamps().for_each(|stamp| state.stamper.heed(stamp));
    // Whoever loads a file wants what is in it, also what they had deleted.
    record.prevail_over_nothing_in(&state.record, || state.stamper.stamp(now));
    let merged = state.record.merge(record);
    state.sitting = None;
    state.notices.push(Notice::OfWhole(WholeNotice::FileLoaded {
        added: merged.added.len(),
        updated: merged.updated.len(),
        name: merged.name,
        notes: merged.notes.len(),
    }));
    let restored: Vec<Change> =
        merged.added.iter().filter_map(|id| restore(state, id, now)).collect();
    let changes: Vec<Change> = restored.into_iter().chain(changes_of(merged)).collect();
    if changes.is_empty() { Vec::new() } else { vec![Effect::Keep(changes)] }
}

fn is_about_a_file(notice: &Notice) -> bool {
    let Notice::OfWhole(notice) = notice else { return false };
    matches!(notice, WholeNotice::FileLoaded { .. } | WholeNotice::FileRefused(_))
}

/// The changes that store what was merged.
pub(super) fn changes_of(merged: Merged) -> Vec<Change> {
    let assessments = merged.added.into_iter().chain(merged.updated).map(Change::Assessment);
    let name = merged.name.then_some(Change::Name);
    let notes = merged.notes.into_iter().map(Change::Note);
    assessments.chain(name).chain(notes).collect()
}
