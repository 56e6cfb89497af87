//! The record itself.

use crate::assessment::{Assessment, AssessmentId, Form, Summary};
use crate::framework::FrameworkId;
use crate::id_map::IdMap;
use crate::order::descending;
use crate::time::{Stamp, Stamped, Timestamp};
use std::rc::Rc;

/// Longest name, in characters.
const MAX_NAME: usize = 100;
/// How long a saved file is good for, in milliseconds.
const A_WEEK: u64 = 7 * 24 * 60 * 60 * 1000;

/// All that a person has.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Record {
    /// The person's name for printed reports, if they gave one; may be empty.
    pub name: Option<Stamped<Rc<str>>>,
    /// All assessments, open and finished.
    pub assessments: IdMap<Assessment>,
    /// What the person has noted while learning: under what it is about and the note's name, with a
    /// slash between. A note that was taken back stays as nothing, so that it is not brought back.
    pub notes: IdMap<Note>,
    /// Which assessments were deleted, and when; `false` where that was undone. So that a deletion that
    /// was cut short is finished, and nothing of it comes back from elsewhere.
    pub deleted: IdMap<Stamped<bool>>,
    /// When it was last saved as a file.
    pub saved: Option<Stamped<()>>,
}

/// A text that a person has noted, or has taken back.
pub type Note = Stamped<Option<Rc<str>>>;

/// The key of a note.
pub fn note_key(about: &str, name: &str) -> Rc<str> {
    format!("{about}/{name}").into()
}

/// What came of merging one record into another.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Merged {
    /// Assessments that were not there before.
    pub added: Vec<AssessmentId>,
    /// Assessments that were there and have got something later.
    pub updated: Vec<AssessmentId>,
    /// Whether the name was taken over.
    pub name: bool,
    /// The keys of the notes that came new or later.
    pub notes: Vec<Rc<str>>,
}

/// What came of merging one assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It was not there before.
    Added,
    /// It has got something later.
    Updated,
    /// Nothing of it was later than what is here.
    Unchanged,
}

impl Merged {
    /// Whether the record stayed as it was.
    pub fn is_nothing(&self) -> bool {
        self.added.is_empty() && self.updated.is_empty() && !self.name && self.notes.is_empty()
    }
}

impl Record {
    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.name.is_none() && self.assessments.is_empty() && self.notes.is_empty()
    }

    /// The assessment with this id.
    pub fn assessment(&self, id: &AssessmentId) -> Option<&Assessment> {
        self.assessments.get(id.as_str())
    }

    /// The assessment with this id, to be changed.
    pub fn assessment_mut(&mut self, id: &AssessmentId) -> Option<&mut Assessment> {
        self.assessments.get_mut(id.as_str())
    }

    /// Whether an assessment was deleted and not brought back.
    pub fn is_deleted(&self, id: &AssessmentId) -> bool {
        self.deleted.get(id.as_str()).is_some_and(|mark| mark.value)
    }

    /// Notes that an assessment was deleted or brought back, unless it was otherwise later. What is
    /// deleted goes.
    pub fn set_deleted(&mut self, id: &AssessmentId, mark: Stamped<bool>) {
        match self.deleted.get_mut(id.as_str()) {
            Some(present) => {
                present.merge(mark);
            }
            None => {
                self.deleted.insert(id.shared(), mark);
            }
        }
        if self.is_deleted(id) {
            self.assessments.remove(id.as_str());
        }
    }

    /// Whether it is time to save it as a file: an assessment was finished, or something was noted, since the
    /// last, and that was a week ago; or there is none, and something was finished, or noted a week ago.
    pub fn wants_saving(&self, now: Timestamp) -> bool {
        let finished = self.assessments.values().filter_map(Assessment::finished_at).max();
        // Which page was on screen is nothing that anybody has written.
        let written = |key: &str, note: &Note| note.value.is_some() && !key.ends_with("/page");
        let notes = self.notes.iter().filter(|(key, note)| written(key, note));
        let noted = notes.map(|(_, note)| note.stamp.time);
        let a_week_ago = Some(Timestamp(now.0.saturating_sub(A_WEEK)));
        match &self.saved {
            None => {
                finished.is_some() || noted.min().is_some_and(|first| Some(first) <= a_week_ago)
            }
            Some(Stamped { stamp, .. }) => {
                let saved = Some(stamp.time);
                finished.max(noted.max()) > saved && saved <= a_week_ago
            }
        }
    }

    /// Notes when it was saved as a file, unless that was later.
    pub fn set_saved(&mut self, saved: Stamped<()>) {
        match &mut self.saved {
            Some(present) => {
                present.merge(saved);
            }
            None => self.saved = Some(saved),
        }
    }

    /// The name for printed reports, if one was given.
    pub fn name(&self) -> Option<&str> {
        self.name.as_ref().map(|stamped| &*stamped.value).filter(|name| !name.is_empty())
    }

    /// What is noted about something under a name.
    pub fn note(&self, about: &str, name: &str) -> Option<&str> {
        self.notes.get(&note_key(about, name))?.value.as_deref()
    }

    /// Sets a note, unless that was done later. Returns whether it was set.
    pub fn set_note(&mut self, key: Rc<str>, note: Note) -> bool {
        match self.notes.get_mut(&key) {
            Some(present) => present.merge(note),
            None => {
                self.notes.insert(key, note);
                true
            }
        }
    }

    /// The assessment by a form of a framework that was worked on last and is not finished.
    pub fn latest_open(&self, framework: &FrameworkId, form: Form) -> Option<&Assessment> {
        self.assessments
            .values()
            .filter(|assessment| assessment.framework.id == *framework)
            .filter(|assessment| assessment.form == form && assessment.finished_at().is_none())
            .max_by_key(|assessment| assessment.changed())
    }

    /// All assessments in brief, the one worked on last first.
    pub fn summaries(&self) -> Vec<Summary> {
        let all = self.assessments.values().map(Summary::of).collect();
        descending(all, |summary: &Summary| summary.changed.0)
    }

    /// The stamps of all its parts.
    pub fn stamps(&self) -> impl Iterator<Item = &Stamp> {
        let name = self.name.iter().map(|stamped| &stamped.stamp);
        let notes = self.notes.values().map(|note| &note.stamp);
        let marks = self.deleted.values().map(|mark| &mark.stamp);
        let saved = self.saved.iter().map(|saved| &saved.stamp);
        let assessments = self.assessments.values().flat_map(Assessment::stamps);
        name.chain(assessments).chain(notes).chain(marks).chain(saved)
    }

    /// Counts what this has, and the other has taken back, as entered at a new moment each: a name, and
    /// notes.
    pub fn prevail_over_nothing_in(&mut self, other: &Self, mut moment: impl FnMut() -> Stamp) {
        let is_nothing = |key: &str| other.notes.get(key).is_some_and(|note| note.value.is_none());
        for (key, note) in self.notes.iter_mut() {
            if note.value.is_some() && is_nothing(key) {
                note.stamp = moment();
            }
        }
        if let Some(name) = &mut self.name
            && !name.value.is_empty()
            && other.name.is_some()
            && other.name().is_none()
        {
            name.stamp = moment();
        }
    }

    /// Takes over all that the other record has more or later.
    pub fn merge(&mut self, other: Self) -> Merged {
        let mut merged = Merged::default();
        if let Some(name) = other.name {
            merged.name = self.set_name(name);
        }
        for (_, assessment) in other.assessments {
            let id = assessment.id.clone();
            match self.merge_assessment(assessment) {
                Outcome::Added => merged.added.push(id),
                Outcome::Updated => merged.updated.push(id),
                Outcome::Unchanged => {}
            }
        }
        for (key, note) in other.notes {
            if self.set_note(key.clone(), note) {
                merged.notes.push(key);
            }
        }
        merged
    }

    /// Takes over an assessment, or what it has later than the copy that is here.
    pub fn merge_assessment(&mut self, assessment: Assessment) -> Outcome {
        match self.assessments.get_mut(assessment.id.as_str()) {
            Some(present) => {
                if present.merge(assessment) {
                    Outcome::Updated
                } else {
                    Outcome::Unchanged
                }
            }
            None => {
                self.assessments.insert(assessment.id.shared(), assessment);
                Outcome::Added
            }
        }
    }

    /// Sets the name, unless that was done later. Returns whether it was set.
    pub fn set_name(&mut self, set: Stamped<Rc<str>>) -> bool {
        match &mut self.name {
            Some(present) => present.merge(set),
            None => {
                self.name = Some(set);
                true
            }
        }
    }
}

/// A name as it can be kept and printed: without surrounding space, at most 100 characters, and
/// none of those that only markup and control codes have. `None` if it cannot be a name.
pub fn clean_name(text: &str) -> Option<Rc<str>> {
    let name = text.trim();
    let fits = name.chars().count() <= MAX_NAME
        && !name.chars().any(|c| c.is_control() || matches!(c, '<' | '>'));
    fits.then(|| name.into())
}
