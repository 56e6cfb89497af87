//! An assessment as it is stored and as it stands in a saved file, version 1. Apart from the type
//! that computes, so that that one can change while what is stored stays readable.
//!
//! What is read here may have been damaged, or written by somebody who means harm: every text is
//! held to a length and a set of characters, every number to a range.

use super::line::{
    DAMAGED, Unreadable, choices_line, finished_line, known_moment, position_line, read_choices,
    read_finished, read_position, read_response, response_line,
};
use crate::assessment::{Assessment, AssessmentId, Form, FrameworkRef};
use crate::framework::{FrameworkId, MAX_STATEMENTS, is_well_formed};
use crate::json::{self, Reader, document};
use serde::Serialize;
use std::rc::Rc;

document! {
    /// A whole assessment.
    #[derive(Debug, Serialize)]
    pub(super) struct AssessmentDocument {
        id: Rc<str>,
        framework: Rc<str>,
        framework_version: Rc<str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        builds_on: Option<Rc<str>>,
        form: Rc<str>,
        started: u64,
        /// A line, as in the module `line`.
        #[serde(skip_serializing_if = "Option::is_none")]
        finished: Option<Rc<str>>,
        /// A line.
        #[serde(skip_serializing_if = "Option::is_none")]
        position: Option<Rc<str>>,
        /// A line.
        #[serde(skip_serializing_if = "Option::is_none")]
        choices: Option<Rc<str>>,
        /// A line for each answer, with the statement before it.
        responses: Vec<Rc<str>>,
    }
}

impl AssessmentDocument {
    pub(super) fn of(assessment: &Assessment) -> Self {
        let responses = assessment
            .responses
            .iter()
            .map(|(statement, stamped)| format!("{statement} {}", response_line(stamped)).into());
        Self {
            id: assessment.id.as_str().into(),
            framework: assessment.framework.id.shared(),
            framework_version: assessment.framework.version.clone(),
            builds_on: assessment.framework.builds_on.as_ref().map(FrameworkId::shared),
            form: assessment.form.as_str().into(),
            started: assessment.started.0,
            finished: assessment.finished.as_ref().map(|stamped| finished_line(stamped).into()),
            position: assessment.position.as_ref().map(|stamped| position_line(stamped).into()),
            choices: assessment.choices.as_ref().map(|stamped| choices_line(stamped).into()),
            responses: responses.collect(),
        }
    }

    /// Reads an assessment from the text that is stored for it.
    pub(super) fn parse(text: &str) -> Result<Assessment, Unreadable> {
        let node = json::parse(text).map_err(|_| DAMAGED)?;
        let (document, findings) = Reader::read::<Self>(node);
        if findings.is_empty() { document.into_assessment() } else { Err(DAMAGED) }
    }

    pub(super) fn into_assessment(self) -> Result<Assessment, Unreadable> {
        let id = AssessmentId::parse(&self.id).ok_or(DAMAGED)?;
        let form = Form::parse(&self.form).ok_or(DAMAGED)?;
        if !is_well_formed(&self.framework) || !is_version_like(&self.framework_version) {
            return Err(Unreadable("it does not say validly which framework was answered"));
        }
        if self.responses.len() > MAX_STATEMENTS {
            return Err(Unreadable("it has more answers than any questionnaire has statements"));
        }
        if self.builds_on.as_deref().is_some_and(|id| !is_well_formed(id)) {
            return Err(DAMAGED);
        }
        let framework = FrameworkRef {
            id: (&*self.framework).into(),
            version: self.framework_version,
            builds_on: self.builds_on.as_deref().map(FrameworkId::from),
        };
        let mut assessment = Assessment::new(id, framework, form, known_moment(self.started)?);
        assessment.finished = self.finished.as_deref().map(read_finished).transpose()?;
        assessment.position = self.position.as_deref().map(read_position).transpose()?;
        assessment.choices = self.choices.as_deref().map(read_choices).transpose()?;
        for response in self.responses {
            let (statement, line) = response.split_once(' ').ok_or(DAMAGED)?;
            if !is_well_formed(statement) {
                return Err(Unreadable("an answer belongs to no valid statement"));
            }
            assessment.set_response(statement.into(), read_response(line)?);
        }
        Ok(assessment)
    }
}

fn is_version_like(text: &str) -> bool {
    (1..=20).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit() || b == b'.')
}
