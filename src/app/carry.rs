//! Answers that count in two assessments: where one framework builds on another, a statement of the
//! other is asked in both, and is answered once.

use super::state::Sitting;
use crate::assessment::{Assessment, AssessmentId, Form, Questionnaire, Response};
use crate::framework::{Framework, StatementId};
use crate::record::Record;
use crate::time::{Stamped, Timestamp};
use std::rc::Rc;

/// How old an answer may be to count in an assessment that is begun later. Rating scales ask about
/// the last months; an older answer says how things were.
const MOST_AGE: u64 = 90 * 24 * 60 * 60 * 1000;

/// Takes the latest answers to what a new assessment asks over into it, with the moments at which
/// they were given.
pub(super) fn carry_over(record: &Record, framework: &Rc<Framework>, begun: &mut Assessment) {
    let oldest = Timestamp(begun.started.0.saturating_sub(MOST_AGE));
    let questionnaire = Questionnaire::of(framework.clone(), begun);
    for page in questionnaire.pages() {
        for statement in &page.element.statements {
            let shared = record.assessments.values().filter(|other| {
                other.framework.id != framework.id && other.framework.asks_from(&page.owner)
            });
            let answers = shared.filter_map(|other| other.responses.get(statement.id.as_str()));
            let latest = answers.max_by_key(|answer| &answer.stamp);
            if let Some(answer) =
                latest.filter(|answer| answer.value.is_some() && answer.stamp.time >= oldest)
            {
                begun.set_response(statement.id.clone(), answer.clone());
            }
        }
    }
}

/// The other open assessments in which answers of this one count too.
pub(super) fn sharing(record: &Record, own: &Assessment) -> Vec<AssessmentId> {
    let others = record.assessments.values().filter(|other| {
        other.framework.id != own.framework.id
            && other.finished_at().is_none()
            // A short form of the other may not ask what a full form of this one does.
            && (other.form == Form::Full || other.form == own.form)
            && (other.framework.asks_from(&own.framework.id)
                || own.framework.builds_on.as_ref().is_some_and(|base| other.framework.asks_from(base)))
    });
    others.map(|other| other.id.clone()).collect()
}

/// Sets an answer in the other open assessments that ask the same statement. Returns which they
/// are.
pub(super) fn share(
    record: &mut Record,
    sitting: &Sitting,
    statement: &StatementId,
    answer: &Stamped<Option<Response>>,
) -> Vec<AssessmentId> {
    let page = sitting.questionnaire.page_of_statement(statement);
    let Some(page) = page.and_then(|number| sitting.questionnaire.page(number)) else {
        return Vec::new();
    };
    let mut set_in = Vec::new();
    for id in &sitting.sharing {
        if let Some(other) =
            record.assessment_mut(id).filter(|other| other.framework.asks_from(&page.owner))
            && other.set_response(statement.clone(), answer.clone())
        {
            set_in.push(id.clone());
        }
    }
    set_in
}
