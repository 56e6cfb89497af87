//! Making the address true: after each action, what the page needs is asked for or built.

use super::action::{Effect, Now};
use super::carry::{carry_over, sharing};
use super::notice::Notice;
use super::route::Route;
use super::state::{Available, Sitting, State};
use crate::assessment::{Assessment, AssessmentId, Form, FrameworkRef, Progress, Questionnaire};
use crate::framework::{ElementId, Framework};
use crate::record::Change;
use crate::time::Stamped;
use std::rc::Rc;

/// Brings the state in line with its route, and says what has to be done outside for it.
pub(super) fn settle(state: &mut State, now: Now) -> Vec<Effect> {
    let mut effects = Vec::new();
    want_catalogue(state, &mut effects);
    want_framework(state, &mut effects);
    take(state, now, &mut effects);
    sit_down(state);
    effects
}

fn want_catalogue(state: &mut State, effects: &mut Vec<Effect>) {
    let wanted =
        matches!(state.route, Route::Start | Route::For(_) | Route::Choose(_) | Route::Record);
    if wanted && state.catalogue.is_none() {
        state.catalogue = Some(Available::Loading);
        effects.push(Effect::FetchCatalogue);
    }
}

fn want_framework(state: &mut State, effects: &mut Vec<Effect>) {
    let Some(id) = state.framework_id().cloned() else { return };
    if state.framework_with(&id).is_none() {
        state.set_framework(id.clone(), Available::Loading);
        effects.push(Effect::FetchFramework(id));
    }
}

/// A link to take a framework goes on with what is open, or begins.
fn take(state: &mut State, now: Now, effects: &mut Vec<Effect>) {
    let Route::Take(framework, form) = state.route.clone() else { return };
    let Some(framework) = ready_framework(state).filter(|ready| ready.id == framework) else {
        return;
    };
    if !form.is_offered_by(&framework) {
        return;
    }
    let open = state.record.latest_open(&framework.id, form).map(|open| open.id.clone());
    let route = match open {
        Some(id) => state.record.assessment(&id).and_then(|open| resume(&framework, open)),
        None => {
            let id = begin(state, &framework, form, now, effects);
            note_carried_over(state, &id);
            first_page(state, &framework, &id)
        }
    };
    if let Some(route) = route {
        state.route = route.clone();
        effects.push(Effect::Replace(route));
    }
}

/// Where to begin: with what there is to choose, or else with the first statements.
pub(super) fn first_page(
    state: &State,
    framework: &Rc<Framework>,
    id: &AssessmentId,
) -> Option<Route> {
    let begun = state.record.assessment(id)?;
    if begun.form.offers(framework).next().is_some() {
        return Some(Route::Tasks(id.clone()));
    }
    resume(framework, begun)
}

/// Says how many answers an assessment has from others as it begins.
pub(super) fn note_carried_over(state: &mut State, begun: &AssessmentId) {
    let answers = state.record.assessment(begun).map_or(0, Assessment::answered);
    if answers > 0 {
        state.notices.push(Notice::CarriedOver(answers));
    }
}

/// Puts a new assessment into the record.
pub(super) fn begin(
    state: &mut State,
    framework: &Rc<Framework>,
    form: Form,
    now: Now,
    effects: &mut Vec<Effect>,
) -> AssessmentId {
    let id = AssessmentId::new(now.time, now.random);
    let of = FrameworkRef::to(framework);
    let mut assessment = Assessment::new(id.clone(), of, form, now.time);
    carry_over(&state.record, framework, &mut assessment);
    state.record.assessments.insert(id.shared(), assessment);
    effects.push(Effect::Keep(vec![Change::Assessment(id.clone())]));
    id
}

/// Where to go on with an assessment: at the element that was last on screen, if it is still
/// asked; otherwise at the first that lacks an answer, or the first of all.
pub fn resume(framework: &Rc<Framework>, assessment: &Assessment) -> Option<Route> {
    let questionnaire = Questionnaire::of(framework.clone(), assessment);
    let left_at = assessment.position.as_ref().map(|position| &position.value);
    let page = left_at
        .and_then(|element| questionnaire.page_of_element(element))
        .or_else(|| Progress::of(&questionnaire, assessment).first_open_page(&questionnaire));
    let element: ElementId = questionnaire.page(page.unwrap_or(0))?.element.id.clone();
    Some(Route::Statements(assessment.id.clone(), element))
}

/// Builds what the pages of an assessment need, once its framework is here.
fn sit_down(state: &mut State) {
    let Some(framework) = ready_framework(state) else { return };
    let Some(assessment) = state.assessment() else { return };
    if state.sitting.as_ref().is_some_and(|sitting| sitting.id == assessment.id) {
        return;
    }
    let questionnaire = Questionnaire::of(framework, assessment);
    state.sitting = Some(Sitting {
        id: assessment.id.clone(),
        progress: Progress::of(&questionnaire, assessment),
        questionnaire: Rc::new(questionnaire),
        sharing: sharing(&state.record, assessment),
    });
}

/// Remembers which element is on screen, to come back to it.
pub(super) fn note_position(state: &mut State, now: Now) -> Option<Effect> {
    let Route::Statements(id, element) = state.route.clone() else { return None };
    let asked = state
        .sitting
        .as_ref()
        .is_some_and(|sitting| sitting.questionnaire.page_of_element(&element).is_some());
    let assessment = state.record.assessment_mut(&id).filter(|_| asked)?;
    if assessment.position.as_ref().is_some_and(|position| position.value == element) {
        return None;
    }
    let stamp = state.stamper.stamp(now.time);
    assessment.set_position(Stamped { value: element, stamp });
    Some(Effect::Keep(vec![Change::Position(id)]))
}

/// The framework that the page is about, if it is here.
fn ready_framework(state: &State) -> Option<Rc<Framework>> {
    state.framework().and_then(Available::ready).cloned()
}
