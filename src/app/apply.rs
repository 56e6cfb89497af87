//! What each action does.

use super::action::{Action, Content, Effect, Now};
use super::asked::asked;
use super::carry::share;
use super::deleting::{delete, undelete};
use super::files::{choose_file, save_file};
use super::learn::{learn, note_page};
use super::more::{self, want};
use super::notice::Notice;
use super::people::{Who, about};
use super::route::Route;
use super::settle::{begin, first_page, note_carried_over, note_position, settle};
use super::state::{Available, Sitting, State};
use super::takeover::take_over;
use super::whole_notice::WholeNotice;
use crate::assessment::{Choices, Form, Response};
use crate::framework::{FrameworkId, StatementId};
use crate::record::{Change, clean_name, read_one};
use crate::time::{Stamped, Timestamp};

/// Changes the state as an action asks, and says what has to be done outside.
pub fn apply(state: &mut State, action: Action, now: Now) -> Vec<Effect> {
    if state.more.people.who == Who::Nobody {
        return at_the_door(state, action, now);
    }
    let comes = matches!(action, Action::Visit(_));
    let mut effects = settled(state, action, now, of_any_page);
    want(state, comes, &mut effects);
    if comes {
        effects.extend(note_page(state, now));
    }
    effects
}

/// Where nobody has come in yet there is no record to do anything with, whatever the address says.
fn at_the_door(state: &mut State, action: Action, now: Now) -> Vec<Effect> {
    match action {
        Action::Visit(route) => {
            show(state, route);
            Vec::new()
        }
        Action::About(affair) => about(state, affair, now),
        Action::TakeOver(brought) => take_over(state, &brought),
        Action::Asked(_) => vec![Effect::Answer(Err("nobody has opened a profile".to_owned()))],
        Action::Dismiss(_) | Action::Arrived(_) | Action::ArrivedMore(_) => {
            of_any_page(state, action, now)
        }
        _ => Vec::new(),
    }
}

/// As [`apply`], of the pages on which one chooses and answers. Actions of other pages do nothing,
/// so that a program without those pages does not carry what they do.
pub fn apply_first(state: &mut State, action: Action, now: Now) -> Vec<Effect> {
    settled(state, action, now, of_answering)
}

fn settled(
    state: &mut State,
    action: Action,
    now: Now,
    act: impl FnOnce(&mut State, Action, Now) -> Vec<Effect>,
) -> Vec<Effect> {
    let from_elsewhere = matches!(action, Action::StoredElsewhere { .. });
    let mut effects = act(state, action, now);
    effects.extend(settle(state, now));
    // Answering a change of another tab with one of ours would set the two writing without end.
    if !from_elsewhere {
        effects.extend(note_position(state, now));
    }
    effects
}

fn of_any_page(state: &mut State, action: Action, now: Now) -> Vec<Effect> {
    match action {
        Action::Reopen => set_finished(state, None, now),
        Action::Delete(id) => delete(state, &id, now),
        Action::Undelete => undelete(state, now),
        Action::SetName(name) => set_name(state, &name, now),
        Action::LoadFile { file, visit } if visit == state.more.people.visits => {
            choose_file(state, &file, now.time)
        }
        Action::About(affair) => about(state, affair, now),
        Action::Print => vec![Effect::Print],
        Action::Learn(did) => learn(state, did, now),
        Action::ArrivedMore(content) => {
            more::arrived(state, content);
            Vec::new()
        }
        Action::Go(route) => vec![go(state, route)],
        Action::Asked(ask) => asked(state, &ask, now.time),
        Action::TakeOver(brought) => take_over(state, &brought),
        action => of_answering(state, action, now),
    }
}

fn of_answering(state: &mut State, action: Action, now: Now) -> Vec<Effect> {
    match action {
        Action::Visit(route) => visit(state, route, now),
        Action::Arrived(content) => arrived(state, content),
        Action::Begin(framework, form) => begin_anew(state, &framework, form, now),
        Action::Answer(statement, response) => answer(state, &statement, response, now),
        Action::Choose(choices) => choose(state, choices, now),
        Action::Finish => set_finished(state, Some(now.time), now),
        Action::SaveFile => save_file(state, now.time),
        Action::StoredElsewhere { key, text } => stored_elsewhere(state, &key, text.as_deref()),
        Action::Dismiss(number) => {
            if number < state.notices.len() {
                let read = state.notices.remove(number);
                state.knows_of_saving |= read == Notice::SaveAgain;
            }
            Vec::new()
        }
        _ => Vec::new(),
    }
}

fn visit(state: &mut State, route: Route, now: Now) -> Vec<Effect> {
    show(state, route);
    remind(state, now.time);
    Vec::new()
}

/// Reminds the person, where nothing else is at hand, to save a file when the record has grown since the
/// last.
fn remind(state: &mut State, now: Timestamp) {
    state.notices.retain(|notice| *notice != Notice::SaveAgain);
    let is_at_rest = matches!(state.route, Route::Start | Route::Record | Route::Learn(_));
    let may = is_at_rest && !state.knows_of_saving && !state.kept_by_host;
    if may && state.record.wants_saving(now) {
        state.notices.push(Notice::SaveAgain);
    }
}

/// Shows another page. What was said about the page before is old news there; what the person may
/// still need stays until they have read it.
fn show(state: &mut State, route: Route) {
    if state.route != route {
        state.route = route;
        state.notices.retain(Notice::stays);
        state.cleared = None;
    }
}

fn arrived(state: &mut State, content: Content) -> Vec<Effect> {
    match content {
        Content::Catalogue(came) => {
            state.catalogue = Some(came.map_or_else(Available::Failed, Available::Ready));
        }
        Content::Framework(id, came) => {
            state.set_framework(id, came.map_or_else(Available::Failed, Available::Ready));
        }
    }
    Vec::new()
}

fn begin_anew(state: &mut State, framework: &FrameworkId, form: Form, now: Now) -> Vec<Effect> {
    let ready = state.framework_with(framework).and_then(Available::ready).cloned();
    let Some(framework) = ready.filter(|framework| form.is_offered_by(framework)) else {
        return Vec::new();
    };
    let mut effects = Vec::new();
    let id = begin(state, &framework, form, now, &mut effects);
    if let Some(route) = first_page(state, &framework, &id) {
        effects.push(go(state, route));
    }
    note_carried_over(state, &id);
    effects
}

fn answer(
    state: &mut State,
    statement: &StatementId,
    response: Option<Response>,
    now: Now,
) -> Vec<Effect> {
    let Some(sitting) = &mut state.sitting else { return Vec::new() };
    let Some(assessment) = state.record.assessment_mut(&sitting.id) else {
        return Vec::new();
    };
    let before = sitting.questionnaire.response(assessment, statement);
    if before == response || sitting.questionnaire.page_of_statement(statement).is_none() {
        return Vec::new();
    }
    let stamp = state.stamper.stamp(now.time);
    let answer = Stamped { value: response, stamp };
    assessment.set_response(statement.clone(), answer.clone());
    sitting.progress.count(&sitting.questionnaire, statement, before.is_some(), response.is_some());
    state.cleared = before.filter(|_| response.is_none()).map(|was| (statement.clone(), was));
    let shared = share(&mut state.record, sitting, statement, &answer);
    let answered = std::iter::once(sitting.id.clone()).chain(shared);
    vec![Effect::Keep(answered.map(|id| Change::Response(id, statement.clone())).collect())]
}

/// Sets what the person chose for the assessment on screen; other parts make another questionnaire.
fn choose(state: &mut State, choices: Choices, now: Now) -> Vec<Effect> {
    let Some(id) = state.assessment().map(|assessment| assessment.id.clone()) else {
        return Vec::new();
    };
    let stamp = state.stamper.stamp(now.time);
    if let Some(assessment) = state.record.assessment_mut(&id) {
        assessment.set_choices(Stamped { value: choices, stamp });
    }
    state.sitting = None;
    vec![Effect::Keep(vec![Change::Choices(id)])]
}

/// Finishes the assessment on screen and shows its result, or opens it again.
fn set_finished(state: &mut State, finished: Option<Timestamp>, now: Now) -> Vec<Effect> {
    let Some(id) = state.assessment().map(|assessment| assessment.id.clone()) else {
        return Vec::new();
    };
    let stamp = state.stamper.stamp(now.time);
    if let Some(assessment) = state.record.assessment_mut(&id) {
        assessment.set_finished(Stamped { value: finished, stamp });
    }
    let next = match finished {
        Some(_) => Route::Result(id.clone()),
        None => Route::Tasks(id.clone()),
    };
    vec![Effect::Keep(vec![Change::Finished(id)]), go(state, next)]
}

fn set_name(state: &mut State, name: &str, now: Now) -> Vec<Effect> {
    const REFUSED: Notice = Notice::OfWhole(WholeNotice::NameRefused);
    state.notices.retain(|notice| *notice != REFUSED);
    let Some(name) = clean_name(name) else {
        state.notices.push(REFUSED);
        return Vec::new();
    };
    if state.record.name().unwrap_or_default() == &*name {
        return Vec::new();
    }
    let stamp = state.stamper.stamp(now.time);
    state.record.set_name(Stamped { value: name, stamp });
    vec![Effect::Keep(vec![Change::Name])]
}

fn stored_elsewhere(state: &mut State, key: &str, text: Option<&str>) -> Vec<Effect> {
    let known = state.record.assessments.len();
    let changed = read_one(&mut state.record, key, text);
    let name = state.record.name.iter().map(|name| &name.stamp);
    let notes = state.record.notes.values().map(|note| &note.stamp);
    let deleted = state.record.deleted.values().map(|mark| &mark.stamp);
    name.chain(notes).chain(deleted).for_each(|stamp| state.stamper.heed(stamp));
    if let Some(assessment) = changed.as_ref().and_then(|id| state.record.assessment(id)) {
        assessment.stamps().for_each(|stamp| state.stamper.heed(stamp));
    }
    // A new assessment may share answers with the one on screen.
    let sits_in = |sitting: &Sitting| Some(&sitting.id) == changed.as_ref();
    if known != state.record.assessments.len() || state.sitting.as_ref().is_some_and(sits_in) {
        state.sitting = None;
    }
    Vec::new()
}

/// Shows another page, as a new step of the browser's history.
fn go(state: &mut State, route: Route) -> Effect {
    show(state, route.clone());
    Effect::Go(route)
}
