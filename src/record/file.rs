//! A record as a file that a person keeps, and back.

use super::document::AssessmentDocument;
use super::key::read_note_key;
use super::line::{DAMAGED, Unreadable, name_line, note_line, read_name, read_note};
use super::person::Record;
use crate::id_map::IdMap;
use crate::json::{self, Node, Reader, document};
use crate::problem::{Place, Problem};
use crate::time::Timestamp;
use serde::Serialize;
use std::rc::Rc;

/// What the file says it is.
const KIND: &str = "bellwether-record";
/// Version of the file's form.
const VERSION: u64 = 2;
/// The oldest version that is still read: one without notes.
const OLDEST: u64 = 1;
/// Largest file that is read, in bytes: some thousand full assessments.
pub const MAX_FILE_BYTES: usize = 16 * 1024 * 1024;
/// What is wrong with a file of another kind, and what to do.
const FOREIGN: &str = "it is not a record that was saved from here";
const CHOOSE: &str = "choose the file that you saved from here";
/// What to do about a file that is damaged.
const UNDAMAGED: &str = "choose an undamaged copy";
/// Far more assessments than a career holds.
const MAX_ASSESSMENTS: usize = 5_000;
/// Far more notes than a career holds.
const MAX_NOTES: usize = 100_000;
/// A thousand years, in milliseconds: no clock is set so far ahead.
const FAR_AHEAD: u64 = 31_556_952_000_000;

document! {
    /// The file.
    #[derive(Debug, Serialize)]
    struct RecordDocument {
        kind: Rc<str>,
        version: u64,
        saved: u64,
        /// A line, as in the module `line`.
        #[serde(skip_serializing_if = "Option::is_none")]
        name: Option<Rc<str>>,
        assessments: Vec<AssessmentDocument>,
        /// Each the key of a note, a space, and its line.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        notes: Vec<Rc<str>> = Vec::new(),
    }
}

/// The record as the text of a file.
pub fn to_file(record: &Record, now: Timestamp) -> String {
    let document = RecordDocument {
        kind: KIND.into(),
        version: VERSION,
        saved: now.0,
        name: record.name.as_ref().map(|stamped| name_line(stamped).into()),
        assessments: record.assessments.values().map(AssessmentDocument::of).collect(),
        notes: record
            .notes
            .iter()
            .map(|(key, note)| format!("{key} {}", note_line(note)).into())
            .collect(),
    };
    // Types of texts, numbers and lists always serialise.
    serde_json::to_string(&document).unwrap_or_default()
}

/// The name of the file, from the date as `2026-11-22`.
pub fn file_name(date: &str) -> String {
    format!("bellwether-record-{date}.json")
}

/// Reads a record from a file.
///
/// # Errors
/// Why the file is refused. It is taken whole or not at all.
pub fn from_file(bytes: &[u8]) -> Result<Record, Problem> {
    if bytes.len() > MAX_FILE_BYTES {
        return refuse("it is far larger than any record", "check that this is the right file");
    }
    let Ok(text) = std::str::from_utf8(bytes) else {
        return refuse("it is not a text file", CHOOSE);
    };
    let node = json::parse(text).map_err(|error| not_json(&error))?;
    match (node.field("kind"), node.field("version")) {
        (Some(Node::Text(kind)), Some(Node::Whole(OLDEST..=VERSION))) if &**kind == KIND => {}
        (Some(Node::Text(kind)), Some(Node::Whole(_))) if &**kind == KIND => {
            return refuse(
                "it was saved by another version of this app",
                "load this page again to get the newest version, then try again",
            );
        }
        _ => return refuse(FOREIGN, CHOOSE),
    }
    // An assessment takes a hundred times the room of what may stand there for one: first they are counted.
    if matches!(node.field("assessments"), Some(Node::List(all)) if all.len() > MAX_ASSESSMENTS) {
        return refuse("it has more assessments than a career holds", UNDAMAGED);
    }
    let (document, findings) = Reader::read::<RecordDocument>(node);
    if !findings.is_empty() {
        return refuse(DAMAGED.0, UNDAMAGED);
    }
    document.into_record().or_else(|Unreadable(why)| refuse(why, UNDAMAGED))
}

/// A record from a file that anybody may have made, if there is room for what is changed after it.
///
/// # Errors
/// That it has stamps of a time that is far ahead. Those of all that follows would be later still, and at
/// the end of the calendar there is none that could be read at the next start. Measured from now, since
/// what follows then can be loaded again: by any fixed bound, nothing after a stamp at the bound could.
pub fn with_room(record: Record, now: Timestamp) -> Result<Record, Problem> {
    let latest = now.0.saturating_add(FAR_AHEAD);
    if record.stamps().any(|stamp| stamp.time.0 > latest) {
        return refuse("it holds changes that were made a thousand years from now", UNDAMAGED);
    }
    Ok(record)
}

impl RecordDocument {
    fn into_record(self) -> Result<Record, Unreadable> {
        let mut assessments = IdMap::new();
        for document in self.assessments {
            let assessment = document.into_assessment()?;
            if assessments.insert(assessment.id.shared(), assessment).is_some() {
                return Err(Unreadable("it holds the same assessment twice"));
            }
        }
        if self.notes.len() > MAX_NOTES {
            return Err(Unreadable("it has more notes than anybody writes"));
        }
        let mut notes = IdMap::new();
        for text in &self.notes {
            let (key, line) = text.split_once(' ').ok_or(DAMAGED)?;
            let key = read_note_key(key).ok_or(DAMAGED)?;
            if notes.insert(key, read_note(line)?).is_some() {
                return Err(Unreadable("it holds the same note twice"));
            }
        }
        let name = self.name.as_deref().map(read_name).transpose()?;
        Ok(Record { name, assessments, notes, ..Record::default() })
    }
}

fn refuse<T>(what: &str, remedy: &str) -> Result<T, Problem> {
    Err(Problem::new(Place::whole(), what, remedy))
}

fn not_json(error: &serde_json::Error) -> Problem {
    let place = Place::line(error.line(), error.column());
    if error.is_eof() {
        Problem::new(place, "it ends in the middle", "choose a whole copy; this one was cut off")
    } else {
        Problem::new(place, FOREIGN, CHOOSE)
    }
}
