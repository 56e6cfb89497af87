//! What can be undone for a moment only. It is of people who have finished: any longer, and it would be
//! there for whoever comes next.

use super::affair::Deed;
use super::notice::Notice;
use super::people::tell;
use super::state::State;
use super::whole_notice::{Done, WholeNotice};
use crate::profile::Wiped;
use crate::record::Record;
use std::rc::Rc;

/// For how long, in milliseconds. It also ends when somebody comes in.
pub const UNDO_FOR: u32 = 30_000;

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Undo {
    /// Everything was erased.
    Erased(Rc<Wiped>),
    /// A guest has ended.
    Forgotten(Box<Record>),
}

impl Undo {
    /// What undoes it.
    pub(super) fn deed(&self) -> Deed {
        match self {
            Self::Erased(wiped) => Deed::Unwipe(wiped.clone()),
            Self::Forgotten(record) => Deed::Remember(record.clone()),
        }
    }
}

/// A guest has ended.
pub(super) fn forgotten(state: &mut State, record: Record) {
    if record.is_empty() {
        return;
    }
    state.more.people.undo = Some(Undo::Forgotten(Box::new(record)));
    tell(state, Some(WholeNotice::Forgotten));
}

/// From now on it cannot be undone.
pub(super) fn is_over(state: &mut State) {
    state.more.people.undo = None;
    state.notices.retain_mut(|notice| match notice {
        Notice::OfWhole(WholeNotice::Forgotten) => false,
        Notice::OfWhole(told @ WholeNotice::Erased) => {
            *told = WholeNotice::Done(Done::Wiped);
            true
        }
        _ => true,
    });
}
