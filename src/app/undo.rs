//! What can be undone for a moment only. It is of people who have finished: any longer, and it would be
//! there for whoever comes next.

use super::letting_in::Held;
use super::notice::Notice;
use super::people::tell;
use super::state::State;
use super::whole_notice::{Done, WholeNotice};
use crate::profile::{Removed, Wiped};
use crate::record::Record;
use crate::time::Timestamp;

/// For how long, in milliseconds. It also ends when somebody comes in.
pub const UNDO_FOR: u32 = 30_000;

/// What somebody has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    /// All that was stored, of everybody.
    Everything,
    /// Being a guest.
    Guest,
}

/// What is needed to undo it. Apart from the state, so that it is in memory only where it is held.
#[derive(Debug)]
pub(super) enum Ended {
    Everything {
        /// What was stored.
        wiped: Wiped,
        /// What could not be stored of those who had left, or of whoever was in.
        held: Vec<Held>,
        /// What a guest had entered.
        guest: Option<Record>,
        /// The profiles that were deleted before and could be put back.
        removed: Vec<Removed>,
    },
    /// What a guest had entered.
    Guest(Record),
}

/// What can be undone, and until when.
#[derive(Debug)]
pub(super) struct Undo {
    pub(super) ended: Ended,
    until: Timestamp,
}

impl Undo {
    pub(super) fn of(ended: Ended, now: Timestamp) -> Self {
        Self { ended, until: Timestamp(now.0 + u64::from(UNDO_FOR)) }
    }

    /// Whether it still can be. A clock that was set back does not make it longer.
    pub(super) fn holds(&self, now: Timestamp) -> bool {
        let left = self.until.0.saturating_sub(now.0);
        0 < left && left <= u64::from(UNDO_FOR)
    }
}

/// Somebody has ended, and can undo it.
pub(super) fn begins(state: &mut State, ending: Ending) {
    state.more.people.can_undo = true;
    match ending {
        // It is told once the copies of the app are erased too.
        Ending::Everything => state.more.people.removed.clear(),
        Ending::Guest => tell(state, Some(WholeNotice::Forgotten)),
    }
}

/// Everything is erased, also the copies of the app.
pub(super) fn erased(state: &mut State) {
    // That may have taken so long that it is over.
    let can_undo = state.more.people.can_undo;
    let told = if can_undo { WholeNotice::Erased } else { WholeNotice::Done(Done::Wiped) };
    tell(state, Some(told));
}

/// From now on it cannot be undone.
pub(super) fn is_over(state: &mut State) {
    state.more.people.can_undo = false;
    state.notices.retain_mut(|notice| match notice {
        Notice::OfWhole(WholeNotice::Forgotten) => false,
        Notice::OfWhole(told @ WholeNotice::Erased) => {
            *told = WholeNotice::Done(Done::Wiped);
            true
        }
        _ => true,
    });
}

/// Another tab has erased everything: nothing of it can be put back here.
pub(super) fn let_go(state: &mut State) {
    is_over(state);
    state.more.people.removed.clear();
    state
        .notices
        .retain(|notice| !matches!(notice, Notice::OfWhole(WholeNotice::ProfileDeleted(_))));
}
