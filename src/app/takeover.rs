//! What one program leaves to the next in the same page. All else is in storage and the address.

use super::action::Effect;
use super::affair::Deed;
use super::notice::Notice;
use super::people::Who;
use super::state::State;
use crate::record::{Write, from_file, to_file};
use crate::time::Timestamp;
use std::collections::VecDeque;
use std::rc::Rc;

/// What the first line says where a page was shown already.
const SHOWN: &str = "shown";

/// What comes before a key of what is not stored, and before its text. Neither files nor lines that the
/// first program stores have these characters.
const OF_KEY: char = '\u{1e}';
const OF_TEXT: char = '\u{1f}';

/// What is left for the next program: whether a page was `shown`, which parts of the record were found to
/// be lost and, unless the next can read all of it in storage, what is `unstored` and the record itself.
pub fn leave_behind(
    state: &State,
    shown: bool,
    unstored: Option<&VecDeque<Write>>,
    now: Timestamp,
) -> String {
    let mut text = String::from(if shown { SHOWN } else { "" });
    let lost = state.notices.iter().filter_map(|notice| match notice {
        Notice::Lost(what) => Some(what),
        _ => None,
    });
    for what in lost.flatten() {
        text.push('\n');
        text.push_str(what);
    }
    if let Some(unstored) = unstored {
        text.push_str("\n\n");
        text.push_str(&to_file(&state.record, now));
        for (key, kept) in unstored {
            text.push(OF_KEY);
            text.push_str(key);
            if let Some(kept) = kept {
                text.push(OF_TEXT);
                text.push_str(kept);
            }
        }
    }
    text
}

/// Whether the program before had shown a page.
pub fn was_shown(brought: &str) -> bool {
    brought.starts_with(SHOWN)
}

/// Takes over what the program before has left.
pub(super) fn take_over(state: &mut State, brought: &str) -> Vec<Effect> {
    let (head, rest) = brought.split_once("\n\n").unwrap_or((brought, ""));
    let mut parts = rest.split(OF_KEY);
    let record = parts.next().unwrap_or_default();
    let lost: Vec<String> = head.lines().skip(1).map(str::to_owned).collect();
    if !lost.is_empty() {
        state.notices.push(Notice::Lost(lost));
    }
    // Whoever it is of is not there. The rest of their record is in storage, perhaps locked by now.
    if state.more.people.who == Who::Nobody {
        let unstored: Vec<Write> = parts.map(write).collect();
        let holds = !unstored.is_empty();
        return holds.then_some(Effect::About(Deed::Hold(unstored))).into_iter().collect();
    }
    // Nothing is there where all is in storage.
    let Ok(mut record) = from_file(record.as_bytes()) else { return Vec::new() };
    // It may have been deleted in another tab since.
    let deleted = |id: &&Rc<str>| state.record.deleted.get(id).is_some_and(|mark| mark.value);
    let gone: Vec<Rc<str>> =
        record.assessments.iter().map(|(id, _)| id).filter(deleted).cloned().collect();
    gone.iter().for_each(|id| drop(record.assessments.remove(id)));
    let changes = state.takes_in(record);
    if changes.is_empty() { Vec::new() } else { vec![Effect::Keep(changes)] }
}

fn write(part: &str) -> Write {
    match part.split_once(OF_TEXT) {
        Some((key, text)) => (key.to_owned(), Some(text.to_owned())),
        None => (part.to_owned(), None),
    }
}
