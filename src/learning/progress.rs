//! How far a person is, as their record has it.
//!
//! Whatever a person notes while they learn is kept as a text about something (a session, an
//! activity) under a name. This is the only place that knows the names.

use super::exercise::Question;
use super::ids::SessionId;
use super::outline::Pathway;
use crate::record::Record;
use crate::time::Timestamp;

/// When it was done: milliseconds, as a moment is written.
pub const DONE: &str = "done";
/// The page that was last on screen, from 0.
pub const PAGE: &str = "page";
/// What the person would do in the case.
pub const CASE: &str = "case";
/// What the person thinks about it.
pub const REFLECTION: &str = "reflection";
/// What the person notes down about an activity.
pub const EVIDENCE: &str = "evidence";
/// How long it took the person, where they say so.
pub const MINUTES: &str = "minutes";
/// What the person has put first for themselves: ids of sessions, in their order.
pub const PINNED: &str = "pinned";
/// What the person does not want to be shown: ids of sessions.
pub const DROPPED: &str = "dropped";
/// What the two lists are about.
pub const FOR_YOU: &str = "for-you";

/// The name of the answer to a question.
pub fn answer_to(question: &Question) -> String {
    format!("answer-{}", question.id)
}

/// The name of whether the answer to a question was looked at.
pub fn looked_at(question: &Question) -> String {
    format!("looked-at-{}", question.id)
}

/// When something was done; `None` if it was not.
pub fn done_at(record: &Record, subject: &str) -> Option<Timestamp> {
    record.note(subject, DONE)?.parse().ok().map(Timestamp)
}

/// Whether something was done.
pub fn is_done(record: &Record, subject: &str) -> bool {
    done_at(record, subject).is_some()
}

/// The page of a session to go on at, from 0; `None` if it was not begun.
pub fn page_of(record: &Record, session: &SessionId) -> Option<usize> {
    record.note(session.as_str(), PAGE)?.parse().ok()
}

/// How far a pathway is: how many of its sessions and activities are done, and how many there are.
pub fn far(record: &Record, pathway: &Pathway) -> (usize, usize) {
    let sessions = pathway.sessions().map(SessionId::as_str);
    let activities = pathway.activities().map(|activity| activity.id.as_str());
    let all: Vec<&str> = sessions.chain(activities).collect();
    (all.iter().filter(|id| is_done(record, id)).count(), all.len())
}

/// When the last of a pathway was done; `None` if not all of it is.
pub fn completed_at(record: &Record, pathway: &Pathway) -> Option<Timestamp> {
    let sessions = pathway.sessions().map(SessionId::as_str);
    let activities = pathway.activities().map(|activity| activity.id.as_str());
    let moments: Option<Vec<Timestamp>> =
        sessions.chain(activities).map(|id| done_at(record, id)).collect();
    moments?.into_iter().max()
}

/// A list of ids that is kept as a note.
pub fn list<'a>(record: &'a Record, name: &str) -> Vec<&'a str> {
    record.note(FOR_YOU, name).map(|ids| ids.split(' ').collect()).unwrap_or_default()
}

/// Everything that was done, the latest first, with the moment.
pub fn log(record: &Record) -> Vec<(&str, Timestamp)> {
    let mut done: Vec<(&str, Timestamp)> = record
        .notes
        .iter()
        .filter_map(|(key, _)| {
            let (subject, name) = key.split_once('/')?;
            (name == DONE).then_some(())?;
            done_at(record, subject).map(|moment| (subject, moment))
        })
        .collect();
    done.sort_by_key(|(_, moment)| std::cmp::Reverse(moment.0));
    done
}

/// A reference for a certificate: eight letters and digits made from what was done and when, the
/// same each time.
pub fn reference(subject: &str, version: &str, done: Timestamp) -> String {
    // FNV-1a, 64 bits.
    let text = format!("{subject} {version} {}", done.0);
    let sum = text.bytes().fold(0xcbf2_9ce4_8422_2325, |sum: u64, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    let hex = format!("{:08X}", (sum >> 32) ^ (sum & 0xffff_ffff));
    let (one, other) = hex.split_at(4);
    format!("BW-{one}-{other}")
}
