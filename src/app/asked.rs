//! What the page around the app can ask for: the record as a text, taking one in, deleting all of it.

use super::action::Effect;
use super::files::load_file;
use super::notice::Notice;
use super::state::State;
use super::whole_notice::WholeNotice;
use crate::record::{Change, to_file};
use crate::time::{Stamped, Timestamp};
use std::rc::Rc;

/// Something that is asked for. Each is answered by one [`Effect::Answer`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// The record as the text of a file; the answer is that text.
    Export,
    /// To take in the text of such a file.
    Import(Rc<str>),
    /// To delete everything; the answer is what was deleted, as such a text.
    Reset,
}

/// Does what is asked for, and answers.
pub(super) fn asked(state: &mut State, ask: &Ask, now: Timestamp) -> Vec<Effect> {
    match ask {
        Ask::Export => vec![Effect::Answer(Ok(to_file(&state.record, now)))],
        Ask::Import(text) => {
            let mut effects = load_file(state, text.as_bytes(), now);
            let refused = state.notices.iter().find_map(|notice| match notice {
                Notice::OfWhole(WholeNotice::FileRefused(problem)) => Some(problem.to_string()),
                _ => None,
            });
            effects.push(Effect::Answer(refused.map_or_else(|| Ok(String::new()), Err)));
            effects
        }
        Ask::Reset => {
            let deleted = to_file(&state.record, now);
            vec![Effect::Keep(reset(state, now)), Effect::Answer(Ok(deleted))]
        }
    }
}

/// Deletes everything. Notes and the name stay as taken back, so that no other copy of the record
/// brings them back.
fn reset(state: &mut State, now: Timestamp) -> Vec<Change> {
    state.sitting = None;
    state.deleted.clear();
    state.cleared = None;
    state.notices.clear();
    let mut changes = Vec::new();
    for (_, assessment) in std::mem::take(&mut state.record.assessments) {
        let stamp = state.stamper.stamp(now);
        state.record.set_deleted(&assessment.id, Stamped { value: true, stamp });
        changes.push(Change::Deleted(Box::new(assessment)));
    }
    let notes: Vec<Rc<str>> = state.record.notes.iter().map(|(key, _)| key.clone()).collect();
    for key in notes {
        let stamp = state.stamper.stamp(now);
        state.record.set_note(key.clone(), Stamped { value: None, stamp });
        changes.push(Change::Note(key));
    }
    if state.record.name().is_some() {
        let stamp = state.stamper.stamp(now);
        state.record.set_name(Stamped { value: "".into(), stamp });
        changes.push(Change::Name);
    }
    changes
}
