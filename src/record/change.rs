//! A change to a record, as it is written to a store.

use super::document::AssessmentDocument;
use super::key::Key;
use super::line::{
    choices_line, deleted_line, finished_line, name_line, note_line, position_line, response_line,
    saved_line,
};
use super::person::Record;
use crate::assessment::{Assessment, AssessmentId};
use crate::framework::StatementId;
use std::rc::Rc;

/// What has changed in a record and has to be stored: which part, not its value, which the record
/// has. Each is one write, of a size that depends on that part alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// The name.
    Name,
    /// An assessment as a whole: it began, or came from a file.
    Assessment(AssessmentId),
    /// The element to come back to.
    Position(AssessmentId),
    /// Whether it is finished.
    Finished(AssessmentId),
    /// What the person chose for it.
    Choices(AssessmentId),
    /// One answer.
    Response(AssessmentId, StatementId),
    /// One note, by its key.
    Note(Rc<str>),
    /// An assessment was deleted; this is what it was.
    Deleted(Box<Assessment>),
    /// An assessment that was deleted is back.
    Restored(AssessmentId),
    /// The record was saved as a file.
    Saved,
}

/// One write to a store: a text under a key, or nothing any more.
pub type Write = (String, Option<String>);

impl Change {
    /// The writes that store this change; none if the record no longer has the part.
    pub(super) fn writes(&self, record: &Record) -> Vec<Write> {
        match self {
            // First that it is deleted: if the tab dies half-way, the next one goes on from there.
            Self::Deleted(assessment) => {
                let gone = keys_of(assessment).map(|key| (key, None));
                mark(record, &assessment.id).into_iter().chain(gone).collect()
            }
            Self::Restored(id) => mark(record, id).into_iter().collect(),
            _ => self.write(record).into_iter().collect(),
        }
    }

    fn write(&self, record: &Record) -> Option<Write> {
        let of = |id: &AssessmentId| record.assessment(id);
        let (key, text) = match self {
            Self::Name => (Key::Name, name_line(record.name.as_ref()?)),
            Self::Assessment(id) => {
                // Types of texts, numbers and lists always serialise; should one not, nothing is
                // overwritten.
                let text = serde_json::to_string(&AssessmentDocument::of(of(id)?)).ok()?;
                (Key::Assessment(id.clone()), text)
            }
            Self::Position(id) => {
                let position = of(id)?.position.as_ref()?;
                (Key::Position(id.clone()), position_line(position))
            }
            Self::Finished(id) => {
                let finished = of(id)?.finished.as_ref()?;
                (Key::Finished(id.clone()), finished_line(finished))
            }
            Self::Choices(id) => {
                let choices = of(id)?.choices.as_ref()?;
                (Key::Choices(id.clone()), choices_line(choices))
            }
            Self::Response(id, statement) => {
                let response = of(id)?.responses.get(statement.as_str())?;
                (Key::Response(id.clone(), statement.clone()), response_line(response))
            }
            Self::Note(key) => (Key::Note(key.clone()), note_line(record.notes.get(key)?)),
            Self::Saved => (Key::Saved, saved_line(record.saved.as_ref()?)),
            Self::Deleted(_) | Self::Restored(_) => return None,
        };
        Some((key.to_string(), Some(text)))
    }
}

impl Change {
    /// Changes that store a record from the ground up.
    pub(super) fn everything(record: &Record) -> impl Iterator<Item = Self> {
        let assessments = record.assessments.values().map(|one| Self::Assessment(one.id.clone()));
        let notes = record.notes.iter().map(|(key, _)| Self::Note(key.clone()));
        assessments.chain(notes).chain([Self::Name, Self::Saved])
    }

    /// The assessment that it changes a part of, and not the whole.
    pub(super) fn part_of(&self) -> Option<&AssessmentId> {
        match self {
            Self::Position(id) | Self::Finished(id) | Self::Choices(id) | Self::Response(id, _) => {
                Some(id)
            }
            _ => None,
        }
    }
}

/// The write that says whether an assessment is deleted.
fn mark(record: &Record, id: &AssessmentId) -> Option<Write> {
    let mark = record.deleted.get(id.as_str())?;
    Some((Key::Deleted(id.clone()).to_string(), Some(deleted_line(mark))))
}

/// All keys under which parts of an assessment can be stored, the whole of it last.
fn keys_of(assessment: &Assessment) -> impl Iterator<Item = String> {
    let id = &assessment.id;
    let responses = assessment
        .responses
        .iter()
        .map(|(statement, _)| Key::Response(id.clone(), (&**statement).into()));
    let rest = [
        Key::Position(id.clone()),
        Key::Finished(id.clone()),
        Key::Choices(id.clone()),
        Key::Assessment(id.clone()),
    ];
    responses.chain(rest).map(|key| key.to_string())
}
