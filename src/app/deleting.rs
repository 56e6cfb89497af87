//! Deleting assessments, and bringing them back.

use super::action::{Effect, Now};
use super::notice::Notice;
use super::state::State;
use super::whole_notice::WholeNotice;
use crate::assessment::{Assessment, AssessmentId};
use crate::record::Change;
use crate::time::{Stamped, Timestamp};

/// Deletes an assessment, so that it can be brought back for as long as the page is open.
pub(super) fn delete(state: &mut State, id: &AssessmentId, now: Now) -> Vec<Effect> {
    let Some(assessment) = state.record.assessments.remove(id.as_str()) else { return Vec::new() };
    let stamp = state.stamper.stamp(now.time);
    state.record.set_deleted(id, Stamped { value: true, stamp });
    if state.sitting.as_ref().is_some_and(|sitting| sitting.id == *id) {
        state.sitting = None;
    }
    offer(state, vec![assessment.clone()]);
    vec![Effect::Keep(vec![Change::Deleted(Box::new(assessment))])]
}

/// Offers to bring back assessments that were deleted, the last one last.
pub(super) fn offer(state: &mut State, deleted: Vec<Assessment>) {
    if deleted.is_empty() {
        return;
    }
    state.deleted.extend(deleted);
    const DELETED: Notice = Notice::OfWhole(WholeNotice::Deleted);
    state.notices.retain(|notice| *notice != DELETED);
    state.notices.push(DELETED);
}

/// Brings back the assessment that was deleted last.
pub(super) fn undelete(state: &mut State, now: Now) -> Vec<Effect> {
    let Some(assessment) = state.deleted.pop() else { return Vec::new() };
    if state.deleted.is_empty() {
        state.notices.retain(|notice| *notice != Notice::OfWhole(WholeNotice::Deleted));
    }
    let id = assessment.id.clone();
    // A file, or another tab, may have brought a later copy back meanwhile.
    state.record.merge_assessment(assessment);
    state.sitting = None;
    let restored = restore(state, &id, now.time);
    vec![Effect::Keep(restored.into_iter().chain([Change::Assessment(id)]).collect())]
}

/// Takes back that an assessment was deleted, if it was.
pub(super) fn restore(state: &mut State, id: &AssessmentId, now: Timestamp) -> Option<Change> {
    state.record.is_deleted(id).then(|| {
        let stamp = state.stamper.stamp(now);
        state.record.set_deleted(id, Stamped { value: false, stamp });
        Change::Restored(id.clone())
    })
}
