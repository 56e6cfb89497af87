//! What a person does while they learn, and what comes next for them.

use super::action::{Effect, Now};
use super::learn_route::LearnRoute;
use super::more::for_you_from;
use super::route::Route;
use super::state::{Available, State};
use crate::assessment::{Assessment, Questionnaire, result, result_of};
use crate::crosswalk::{Need, needs};
use crate::framework::{CareerStageId, FrameworkId};
use crate::learning::progress::{
    DONE, DROPPED, FOR_YOU, MINUTES, PAGE, PINNED, done_at, list, log,
};
use crate::learning::{Recommended, SessionId, Wishes, kept, recommend};
use crate::record::{Change, MAX_NOTE, Record, note_key};
use crate::time::{Stamped, Timestamp};
use std::rc::Rc;

/// Something that a person does while they learn.
#[derive(Debug, Clone)]
pub enum Learning {
    /// Notes a text about something, or takes it back.
    Note {
        /// What it is about.
        about: Rc<str>,
        /// Its name.
        name: Rc<str>,
        /// The text; an empty one takes it back.
        text: Rc<str>,
    },
    /// Has done something, or has not after all.
    Done(Rc<str>, bool),
    /// Puts a session first, or no more.
    Pin(SessionId, bool),
    /// Does not want to be shown a session, or does again.
    Drop(SessionId, bool),
    /// Moves a session that was put first up, or down.
    Shift(SessionId, bool),
    /// Searches.
    Search(String),
    /// Wants the log as a file.
    SaveLog,
}

/// Does it.
pub(super) fn learn(state: &mut State, did: Learning, now: Now) -> Vec<Effect> {
    match did {
        Learning::Note { about, name, text } => note(state, &about, &name, &text, now),
        Learning::Done(about, true) if done_at(&state.record, &about).is_some() => Vec::new(),
        Learning::Done(about, is) => {
            // Whoever pressed by mistake has its day back.
            let undone = state.more.undone.take().filter(|(undone, _)| *undone == about);
            let moment = undone.map_or(now.time, |(_, moment)| moment);
            if !is {
                state.more.undone =
                    done_at(&state.record, &about).map(|moment| (about.clone(), moment));
            }
            let moment = if is { moment.0.to_string() } else { String::new() };
            note(state, &about, DONE, &moment, now)
        }
        Learning::Pin(id, is) => {
            let mut effects = put(state, PINNED, &id, is, now);
            if is {
                effects.extend(put(state, DROPPED, &id, false, now));
            }
            effects
        }
        Learning::Drop(id, is) => {
            let mut effects = put(state, DROPPED, &id, is, now);
            if is {
                effects.extend(put(state, PINNED, &id, false, now));
            }
            effects
        }
        Learning::Shift(id, up) => shift(state, &id, up, now),
        Learning::Search(query) => {
            state.more.query = query;
            Vec::new()
        }
        Learning::SaveLog => vec![Effect::SaveLog(log_as_table(state))],
    }
}

/// Remembers which page of a session is on screen, to come back to it.
pub(super) fn note_page(state: &mut State, now: Now) -> Vec<Effect> {
    let Route::Learn(LearnRoute::Page(id, page)) = &state.route else { return Vec::new() };
    let (about, page) = (id.shared(), page.to_string());
    note(state, &about, PAGE, &page, now)
}

fn note(state: &mut State, about: &str, name: &str, text: &str, now: Now) -> Vec<Effect> {
    // A note may come back as it was when it is made again; and what a page cannot hold is cut.
    let text: String = text.chars().take(MAX_NOTE).collect();
    if state.record.note(about, name).unwrap_or_default() == text {
        return Vec::new();
    }
    let key = note_key(about, name);
    let value = (!text.is_empty()).then(|| text.into());
    let stamp = state.stamper.stamp(now.time);
    state.record.set_note(key.clone(), Stamped { value, stamp });
    vec![Effect::Keep(vec![Change::Note(key)])]
}

/// Puts a session at the end of a list of the person's, or takes it out.
fn put(state: &mut State, name: &str, id: &SessionId, is: bool, now: Now) -> Vec<Effect> {
    let mut ids = list(&state.record, name);
    ids.retain(|known| *known != id.as_str());
    if is {
        ids.push(id.as_str());
    }
    let text = kept(&ids);
    note(state, FOR_YOU, name, &text, now)
}

fn shift(state: &mut State, id: &SessionId, up: bool, now: Now) -> Vec<Effect> {
    let mut ids = list(&state.record, PINNED);
    if let Some(place) = ids.iter().position(|known| *known == id.as_str()) {
        let to = if up { place.saturating_sub(1) } else { place + 1 };
        if to < ids.len() {
            ids.swap(place, to);
        }
    }
    let text = kept(&ids);
    note(state, FOR_YOU, PINNED, &text, now)
}

/// What comes next for a person, and from what that follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ForYou {
    /// The result that it follows from; `None` without one.
    pub from: Option<(FrameworkId, Timestamp)>,
    /// The sessions, the first first.
    pub sessions: Vec<Recommended>,
}

/// What comes next for the person; `None` while what it follows from is on its way.
pub fn for_you(state: &State) -> Option<ForYou> {
    let library = state.more.library.as_ref().and_then(Available::ready)?;
    state.more.crosswalk.as_ref().and_then(Available::ready)?;
    let from = for_you_from(state);
    let needs = match from {
        Some(assessment) => needs_of(state, assessment)?,
        None => Vec::new(),
    };
    let wishes = wishes(&state.record, from.and_then(Assessment::stage));
    let from = from
        .and_then(|assessment| Some((assessment.framework.id.clone(), assessment.finished_at()?)));
    Some(ForYou { from, sessions: recommend(library, &needs, &wishes) })
}

/// What a person has done and wants, as their record has it.
pub fn wishes<'a>(record: &'a Record, stage: Option<&'a CareerStageId>) -> Wishes<'a> {
    Wishes {
        done: log(record).into_iter().map(|(about, _)| about).collect(),
        pinned: list(record, PINNED),
        dropped: list(record, DROPPED),
        stage,
    }
}

/// What an assessment shows in need; `None` while its framework is on its way.
pub fn needs_of(state: &State, assessment: &Assessment) -> Option<Vec<Need>> {
    let crosswalk = state.more.crosswalk.as_ref().and_then(Available::ready)?;
    let framework = match state.framework_with(&assessment.framework.id)? {
        Available::Ready(framework) => framework.clone(),
        Available::Loading => return None,
        Available::Failed(_) => return Some(Vec::new()),
    };
    let highest = framework.rating_scale.highest();
    let rule = framework.result.priorities.clone();
    let questionnaire = Questionnaire::of(framework, assessment);
    let all = result(&questionnaire, assessment);
    let importance = rule.map(|rule| result_of(&questionnaire, assessment, Some(&rule.importance)));
    Some(needs(crosswalk, &assessment.framework.id, &all, importance.as_ref(), highest))
}

/// The log as a table in CSV (RFC 4180), with what is known of each.
fn log_as_table(state: &State) -> String {
    let library = state.more.library.as_ref().and_then(Available::ready);
    let mut table = String::from("Date,Title,Minutes,Element\r\n");
    for (about, done) in log(&state.record) {
        let session = library.and_then(|library| library.session(about));
        let title = library.map_or_else(|| about.into(), |library| library.title(about));
        let minutes = minutes_of(state, about).map(|m| m.to_string()).unwrap_or_default();
        let element = session.and_then(|session| session.element.as_ref());
        let element = element.and_then(|id| library.map(|library| library.element_title(id)));
        let element = element.unwrap_or_else(|| "".into());
        let cells = [&*done.date(), &title, &minutes, &element].map(quoted);
        table.push_str(&cells.join(","));
        table.push_str("\r\n");
    }
    table
}

/// How long something took: as the person says, or as it says itself.
pub fn minutes_of(state: &State, about: &str) -> Option<u32> {
    let said = state.record.note(about, MINUTES);
    let library = state.more.library.as_ref().and_then(Available::ready);
    said.and_then(|text| text.trim().parse().ok()).or_else(|| {
        let library = library?;
        let session = library.session(about).map(|session| session.minutes);
        session.or_else(|| library.elsewhere(about).map(|offer| offer.minutes))
    })
}

/// A cell of a table. A spreadsheet takes a cell that begins like a formula for one, so a sign that
/// it does not show stands before.
fn quoted(cell: &str) -> String {
    let cell =
        if cell.starts_with(['=', '+', '-', '@']) { format!("'{cell}") } else { cell.to_owned() };
    if cell.contains(['"', ',', '\r', '\n']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell
    }
}
