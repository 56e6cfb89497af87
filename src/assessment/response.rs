//! The responses of one person to one framework, at one time of their life.

use crate::framework::{
    CareerStageId, ElementId, Framework, FrameworkId, PartId, StatementId, is_well_formed,
};
use crate::id_map::IdMap;
use crate::time::{Stamp, Stamped, Timestamp};
use std::fmt;
use std::rc::Rc;

use super::questionnaire::Form;

/// The answer to one statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Response {
    /// A point of the rating scale, by its value.
    Rated(u8),
    /// The statement does not apply to this person.
    NotApplicable,
}

/// Names an assessment, on every device that has it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct AssessmentId(Rc<str>);

impl AssessmentId {
    /// Reads an id; `None` if the text cannot be one.
    pub fn parse(text: &str) -> Option<Self> {
        is_well_formed(text).then(|| Self(text.into()))
    }

    /// A new id from the moment and a random number, which together no other assessment has.
    pub fn new(now: Timestamp, random: u64) -> Self {
        Self(format!("a{:x}-{:08x}", now.0, random & 0xffff_ffff).into())
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The id as text that can be kept without copying it.
    pub fn shared(&self) -> Rc<str> {
        self.0.clone()
    }
}

impl fmt::Display for AssessmentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Which framework was answered, and in which version of its content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrameworkRef {
    /// The framework.
    pub id: FrameworkId,
    /// The version of its content when the assessment began.
    pub version: Rc<str>,
    /// The framework that it builds on: answers to the statements of that one count in both.
    pub builds_on: Option<FrameworkId>,
}

impl FrameworkRef {
    /// A framework as it is now.
    pub fn to(framework: &Framework) -> Self {
        Self {
            id: framework.id.clone(),
            version: framework.version.clone(),
            builds_on: framework.builds_on.clone(),
        }
    }

    /// Whether statements of a framework are asked in this one: it is that one, or builds on it.
    pub fn asks_from(&self, framework: &FrameworkId) -> bool {
        self.id == *framework || self.builds_on.as_ref() == Some(framework)
    }
}

/// What a person chose for an assessment, apart from answers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choices {
    /// The stage of their career.
    pub stage: Option<CareerStageId>,
    /// The optional parts that they take.
    pub parts: Vec<PartId>,
}

/// One run through a framework.
///
/// Its parts are merged one by one, so copies from two tabs or two devices come together without
/// either losing an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    /// Names it for ever.
    pub id: AssessmentId,
    /// What is assessed.
    pub framework: FrameworkRef,
    /// How much of it is asked.
    pub form: Form,
    /// When it was begun.
    pub started: Timestamp,
    /// When the person last finished it; `None` while it is open.
    pub finished: Option<Stamped<Option<Timestamp>>>,
    /// The element that was last on screen, to come back to.
    pub position: Option<Stamped<ElementId>>,
    /// What the person chose, if they chose anything.
    pub choices: Option<Stamped<Choices>>,
    /// The answers; a statement with the value `None` had one that was taken back.
    pub responses: IdMap<Stamped<Option<Response>>>,
}

impl Assessment {
    /// A new assessment without answers.
    pub fn new(id: AssessmentId, framework: FrameworkRef, form: Form, started: Timestamp) -> Self {
        Self {
            id,
            framework,
            form,
            started,
            finished: None,
            position: None,
            choices: None,
            responses: IdMap::new(),
        }
    }

    /// The answer to a statement, if there is one.
    pub fn response(&self, statement: &StatementId) -> Option<Response> {
        self.responses.get(statement.as_str()).and_then(|stamped| stamped.value)
    }

    /// When it was finished; `None` while it is open.
    pub fn finished_at(&self) -> Option<Timestamp> {
        self.finished.as_ref().and_then(|stamped| stamped.value)
    }

    /// The stage of the person's career, if they chose one.
    pub fn stage(&self) -> Option<&CareerStageId> {
        self.choices.as_ref().and_then(|choices| choices.value.stage.as_ref())
    }

    /// The optional parts that the person takes.
    pub fn parts(&self) -> &[PartId] {
        self.choices.as_ref().map(|choices| choices.value.parts.as_slice()).unwrap_or_default()
    }

    /// How many statements have an answer.
    pub fn answered(&self) -> usize {
        self.responses.values().filter(|stamped| stamped.value.is_some()).count()
    }

    /// The latest moment at which anything was changed.
    pub fn changed(&self) -> Timestamp {
        self.stamps().map(|stamp| stamp.time).fold(self.started, Timestamp::max)
    }

    /// The stamps of all its parts.
    pub fn stamps(&self) -> impl Iterator<Item = &Stamp> {
        let responses = self.responses.values().map(|stamped| &stamped.stamp);
        let finished = self.finished.iter().map(|stamped| &stamped.stamp);
        let position = self.position.iter().map(|stamped| &stamped.stamp);
        let choices = self.choices.iter().map(|stamped| &stamped.stamp);
        responses.chain(finished).chain(position).chain(choices)
    }

    /// Sets the answer to a statement, unless a later one is there. Returns whether it was set.
    pub fn set_response(&mut self, to: StatementId, set: Stamped<Option<Response>>) -> bool {
        self.merge_response(to.shared(), set)
    }

    fn merge_response(&mut self, to: Rc<str>, set: Stamped<Option<Response>>) -> bool {
        match self.responses.get_mut(&to) {
            Some(present) => present.merge(set),
            None => {
                self.responses.insert(to, set);
                true
            }
        }
    }

    /// Sets the element to come back to, unless a later one is there.
    pub fn set_position(&mut self, set: Stamped<ElementId>) -> bool {
        merge_into(&mut self.position, set)
    }

    /// Sets what the person chose, unless that was done later. Returns whether it was set.
    pub fn set_choices(&mut self, set: Stamped<Choices>) -> bool {
        merge_into(&mut self.choices, set)
    }

    /// Sets whether it is finished, unless that was set later. Returns whether it was set.
    pub fn set_finished(&mut self, set: Stamped<Option<Timestamp>>) -> bool {
        merge_into(&mut self.finished, set)
    }

    /// Takes over all that the other copy has later. Returns whether anything changed.
    pub fn merge(&mut self, other: Self) -> bool {
        let mut changed = false;
        for (statement, set) in other.responses {
            changed |= self.merge_response(statement, set);
        }
        if let Some(set) = other.position {
            changed |= self.set_position(set);
        }
        if let Some(set) = other.finished {
            changed |= self.set_finished(set);
        }
        if let Some(set) = other.choices {
            changed |= self.set_choices(set);
        }
        changed
    }
}

/// What there is to say of an assessment in a list of many.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// Which one.
    pub id: AssessmentId,
    /// What is assessed.
    pub framework: FrameworkId,
    /// How much of it is asked.
    pub form: Form,
    /// When it was begun.
    pub started: Timestamp,
    /// When anything was last changed.
    pub changed: Timestamp,
    /// When it was finished; `None` while it is open.
    pub finished: Option<Timestamp>,
    /// How many statements have an answer.
    pub answered: usize,
}

impl Summary {
    /// The summary of an assessment.
    pub fn of(assessment: &Assessment) -> Self {
        Self {
            id: assessment.id.clone(),
            framework: assessment.framework.id.clone(),
            form: assessment.form,
            started: assessment.started,
            changed: assessment.changed(),
            finished: assessment.finished_at(),
            answered: assessment.answered(),
        }
    }
}

fn merge_into<T>(present: &mut Option<Stamped<T>>, set: Stamped<T>) -> bool {
    match present {
        Some(present) => present.merge(set),
        None => {
            *present = Some(set);
            true
        }
    }
}
