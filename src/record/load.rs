//! Reading a record back from what is stored, part by part.

use super::document::AssessmentDocument;
use super::key::{Found, Key, PREFIX};
use super::line::{
    Unreadable, read_choices, read_deleted, read_finished, read_name, read_note, read_position,
    read_response, read_saved, stamp_of,
};
use super::person::{Note, Record};
use super::store::{Fault, Store};
use crate::assessment::{Assessment, AssessmentId, Choices, Response};
use crate::framework::{ElementId, StatementId};
use crate::time::{Stamped, Timestamp};
use std::rc::Rc;

/// A record as it was found in a store.
#[derive(Debug, Default)]
pub struct Loaded {
    /// All that could be read.
    pub record: Record,
    /// What could not.
    pub lost: Vec<Lost>,
    /// Keys of what is left of assessments that were deleted: the tab died before all of it was gone.
    pub remains: Vec<String>,
    /// Whether a newer version of the app has stored things that this one does not read. They are
    /// left as they are.
    pub newer: bool,
}

/// Something stored that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lost {
    /// The key that it is stored under.
    pub key: String,
    /// What it was.
    pub what: &'static str,
}

/// A part of a record, as it is stored under one key.
enum Part {
    Name(Stamped<Rc<str>>),
    Assessment(Box<Assessment>),
    Position(AssessmentId, Stamped<ElementId>),
    Finished(AssessmentId, Stamped<Option<Timestamp>>),
    Choices(AssessmentId, Stamped<Choices>),
    Response(AssessmentId, StatementId, Stamped<Option<Response>>),
    Note(Rc<str>, Note),
    Deleted(AssessmentId, Stamped<bool>),
    Saved(Stamped<()>),
}

/// Reads all that a store holds.
///
/// # Errors
/// When the store cannot be read at all.
pub fn load(store: &impl Store) -> Result<Loaded, Fault> {
    Ok(read_all(Record::default(), &entries(store)?))
}

/// All entries of ours, as they are stored.
pub(super) fn entries(store: &impl Store) -> Result<Vec<(String, String)>, Fault> {
    let mut entries = Vec::new();
    for key in store.keys()? {
        if key.starts_with(PREFIX)
            && let Some(text) = store.read(&key)?
        {
            entries.push((key, text));
        }
    }
    Ok(entries)
}

/// Reads all entries of a store together, into a record.
pub(super) fn read_all(record: Record, entries: &[(String, String)]) -> Loaded {
    let mut loaded = Loaded { record, ..Loaded::default() };
    let mut keys = Vec::new();
    for (name, text) in entries {
        match Key::read(name) {
            Found::Ours(key) => keys.push((name, key, text)),
            Found::Newer => loaded.newer = true,
            Found::Aside | Found::Foreign => {}
        }
    }
    for turn in 0..3 {
        for (name, key, text) in keys.iter().filter(|(_, key, _)| turn_of(key) == turn) {
            read_into(&mut loaded, name, key, text);
        }
    }
    loaded
}

/// What is deleted is read first, then what can stand by itself, then parts of that.
fn turn_of(key: &Key) -> usize {
    match key {
        Key::Deleted(_) => 0,
        Key::Assessment(_) | Key::Name | Key::Note(_) | Key::Saved => 1,
        Key::Position(_) | Key::Finished(_) | Key::Choices(_) | Key::Response(..) => 2,
    }
}

fn read_into(loaded: &mut Loaded, name: &str, key: &Key, text: &str) {
    let record = &mut loaded.record;
    let of = key.assessment();
    if of.is_some_and(|id| record.is_deleted(id)) {
        loaded.remains.push(name.to_owned());
        return;
    }
    let stands_alone = matches!(key, Key::Assessment(_));
    let is_torn = of.is_some_and(|id| !stands_alone && record.assessment(id).is_none());
    match read_part(key, text) {
        Ok(_) if is_torn => {
            let what = "a part of an assessment that is not there";
            loaded.lost.push(Lost { key: name.to_owned(), what });
        }
        Ok(part) => add(record, part),
        Err(_) => loaded.lost.push(Lost { key: name.to_owned(), what: what(key) }),
    }
}

/// Takes over one entry that another tab has stored, into the record that this one has. Returns
/// the assessment it belongs to, if it changed one.
pub fn read_one(record: &mut Record, key: &str, text: Option<&str>) -> Option<AssessmentId> {
    let Found::Ours(key) = Key::read(key) else { return None };
    let id = key.assessment().cloned();
    if id.as_ref().is_some_and(|id| record.is_deleted(id)) {
        return None;
    }
    match text {
        Some(text) => add(record, read_part(&key, text).ok()?),
        // Only the removal of the whole means that it was deleted: parts are also removed when
        // they have been taken into the whole.
        None => {
            if let Key::Assessment(id) = &key {
                record.assessments.remove(id.as_str());
            }
        }
    }
    id
}

/// What has to be stored under a key instead of a text, for the sake of what is there: a later
/// line, or an assessment with all that either copy has later. What cannot be read gives way.
pub(crate) fn joined(key: &str, there: &str, text: &str) -> Option<String> {
    let Found::Ours(key) = Key::read(key) else { return None };
    match read_part(&key, there).ok()? {
        Part::Assessment(present) => {
            let mut joined = AssessmentDocument::parse(text).ok()?;
            joined.merge(*present);
            serde_json::to_string(&AssessmentDocument::of(&joined)).ok()
        }
        _ => (stamp_of(there)? > stamp_of(text)?).then(|| there.to_owned()),
    }
}

/// Whether a text can be read as what is under a key.
pub(crate) fn is_readable(key: &str, text: &str) -> bool {
    matches!(Key::read(key), Found::Ours(key) if read_part(&key, text).is_ok())
}

fn read_part(key: &Key, text: &str) -> Result<Part, Unreadable> {
    Ok(match key {
        Key::Name => Part::Name(read_name(text)?),
        Key::Assessment(id) => {
            let assessment = AssessmentDocument::parse(text)?;
            if assessment.id != *id {
                return Err(Unreadable("it is stored under the id of another"));
            }
            Part::Assessment(Box::new(assessment))
        }
        Key::Position(id) => Part::Position(id.clone(), read_position(text)?),
        Key::Finished(id) => Part::Finished(id.clone(), read_finished(text)?),
        Key::Choices(id) => Part::Choices(id.clone(), read_choices(text)?),
        Key::Response(id, statement) => {
            Part::Response(id.clone(), statement.clone(), read_response(text)?)
        }
        Key::Note(key) => Part::Note(key.clone(), read_note(text)?),
        Key::Deleted(id) => Part::Deleted(id.clone(), read_deleted(text)?),
        Key::Saved => Part::Saved(read_saved(text)?),
    })
}

/// Puts a part into a record, unless a later one is there or its assessment is not.
fn add(record: &mut Record, part: Part) {
    match part {
        Part::Name(name) => {
            record.set_name(name);
        }
        Part::Note(key, note) => {
            record.set_note(key, note);
        }
        Part::Deleted(id, mark) => record.set_deleted(&id, mark),
        Part::Saved(saved) => record.set_saved(saved),
        Part::Assessment(assessment) => {
            record.merge_assessment(*assessment);
        }
        Part::Position(id, position) => {
            if let Some(assessment) = record.assessment_mut(&id) {
                assessment.set_position(position);
            }
        }
        Part::Finished(id, finished) => {
            if let Some(assessment) = record.assessment_mut(&id) {
                assessment.set_finished(finished);
            }
        }
        Part::Choices(id, choices) => {
            if let Some(assessment) = record.assessment_mut(&id) {
                assessment.set_choices(choices);
            }
        }
        Part::Response(id, statement, response) => {
            if let Some(assessment) = record.assessment_mut(&id) {
                assessment.set_response(statement, response);
            }
        }
    }
}

/// What is stored under a key, for the person who lost it.
fn what(key: &Key) -> &'static str {
    match key {
        Key::Name => "the name",
        Key::Assessment(_) => "an assessment",
        Key::Position(_) => "the place where you were",
        Key::Finished(_) => "when an assessment was finished",
        Key::Choices(_) => "what was chosen for an assessment",
        Key::Response(..) => "an answer",
        Key::Note(_) => "a note",
        Key::Deleted(_) => "that an assessment was deleted",
        Key::Saved => "when you last saved a file",
    }
}
