//! What one program leaves to the next in the same page. All else is in storage and the address.

use super::action::Effect;
use super::notice::Notice;
use super::people::Who;
use super::state::State;
use crate::record::{from_file, to_file};
use crate::time::Timestamp;

/// What the first line says where a page was shown already.
const SHOWN: &str = "shown";

/// What is left for the next program: whether a page was `shown`, which parts of the record were
/// found to be lost, and the record itself unless the next `can_read` all of it in storage.
pub fn leave_behind(state: &State, shown: bool, can_read: bool, now: Timestamp) -> String {
    let mut text = String::from(if shown { SHOWN } else { "" });
    let lost = state.notices.iter().filter_map(|notice| match notice {
        Notice::Lost(what) => Some(what),
        _ => None,
    });
    for what in lost.flatten() {
        text.push('\n');
        text.push_str(what);
    }
    if !can_read {
        text.push_str("\n\n");
        text.push_str(&to_file(&state.record, now));
    }
    text
}

/// Whether the program before had shown a page.
pub fn was_shown(brought: &str) -> bool {
    brought.starts_with(SHOWN)
}

/// Takes over what the program before has left.
pub(super) fn take_over(state: &mut State, brought: &str) -> Vec<Effect> {
    let (head, record) = brought.split_once("\n\n").unwrap_or((brought, ""));
    let lost: Vec<String> = head.lines().skip(1).map(str::to_owned).collect();
    if !lost.is_empty() {
        state.notices.push(Notice::Lost(lost));
    }
    // Nothing is there where all is in storage.
    let Ok(record) = from_file(record.as_bytes()) else { return Vec::new() };
    // What is in memory only is nobody's at the door, and must not be lost there.
    let who = &mut state.more.people.who;
    if *who == Who::Nobody && !record.is_empty() {
        *who = Who::Guest;
    }
    let changes = state.takes_in(record);
    if changes.is_empty() { Vec::new() } else { vec![Effect::Keep(changes)] }
}
