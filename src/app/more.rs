//! What only the program with every page needs: the crosswalk, and what there is to learn.

use super::action::{Effect, Failure};
use super::late::Late;
use super::learn_route::LearnRoute;
use super::people::People;
use super::route::Route;
use super::state::{Available, State};
use crate::assessment::Assessment;
use crate::crosswalk::Crosswalk;
use crate::framework::FrameworkId;
use crate::learning::search::Words;
use crate::learning::{Library, Pathway, PathwayId, Session, SessionId};
use crate::time::Timestamp;
use std::rc::Rc;

/// Content that pages of the whole program need.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum More {
    /// How frameworks relate.
    Crosswalk,
    /// What there is to learn.
    Library,
    /// Which word stands in which session.
    Words,
    /// A session.
    Session(SessionId),
    /// A pathway.
    Pathway(PathwayId),
}

/// It, or why it did not come.
#[derive(Debug, Clone)]
pub enum MoreContent {
    /// How frameworks relate.
    Crosswalk(Result<Late<Crosswalk>, Failure>),
    /// What there is to learn.
    Library(Result<Late<Library>, Failure>),
    /// Which word stands in which session.
    Words(Result<Late<Words>, Failure>),
    /// A session.
    Session(SessionId, Result<Late<Session>, Failure>),
    /// A pathway.
    Pathway(PathwayId, Result<Late<Pathway>, Failure>),
}

/// What has come, or is on its way.
#[derive(Debug, Default)]
pub struct MoreState {
    /// How frameworks relate.
    pub crosswalk: Option<Available<Late<Crosswalk>>>,
    /// What there is to learn.
    pub library: Option<Available<Late<Library>>>,
    /// Which word stands in which session.
    pub words: Option<Available<Late<Words>>>,
    /// The sessions that were asked for.
    pub sessions: Vec<(SessionId, Available<Late<Session>>)>,
    /// The pathways that were asked for.
    pub pathways: Vec<(PathwayId, Available<Late<Pathway>>)>,
    /// What is searched for.
    pub query: String,
    /// What was said last not to be done after all, and when it was done.
    pub undone: Option<(Rc<str>, Timestamp)>,
    /// Who shares this browser.
    pub people: People,
}

impl MoreState {
    /// A session that was asked for.
    pub fn session(&self, id: &SessionId) -> Option<&Available<Late<Session>>> {
        self.sessions.iter().find(|(known, _)| known == id).map(|(_, session)| session)
    }

    /// A pathway that was asked for.
    pub fn pathway(&self, id: &PathwayId) -> Option<&Available<Late<Pathway>>> {
        self.pathways.iter().find(|(known, _)| known == id).map(|(_, pathway)| pathway)
    }
}

/// Takes in what has come.
pub(super) fn arrived(state: &mut State, content: MoreContent) {
    let more = &mut state.more;
    match content {
        MoreContent::Crosswalk(came) => more.crosswalk = Some(available(came)),
        MoreContent::Library(came) => more.library = Some(available(came)),
        MoreContent::Words(came) => more.words = Some(available(came)),
        MoreContent::Session(id, came) => set(&mut more.sessions, id, available(came)),
        MoreContent::Pathway(id, came) => set(&mut more.pathways, id, available(came)),
    }
}

fn available<T>(came: Result<T, Failure>) -> Available<T> {
    came.map_or_else(Available::Failed, Available::Ready)
}

fn set<I: PartialEq, T>(all: &mut Vec<(I, T)>, id: I, content: T) {
    match all.iter_mut().find(|(known, _)| *known == id) {
        Some((_, present)) => *present = content,
        None => all.push((id, content)),
    }
}

/// Asks for what the page needs and is not here. What failed is asked for again when a page is come
/// to anew (`again`).
pub(super) fn want(state: &mut State, again: bool, effects: &mut Vec<Effect>) {
    for more in needed(state) {
        let is_new = match &more {
            More::Crosswalk => begins(&mut state.more.crosswalk, again),
            More::Library => begins(&mut state.more.library, again),
            More::Words => begins(&mut state.more.words, again),
            More::Session(id) => begins_with(&mut state.more.sessions, id, again),
            More::Pathway(id) => begins_with(&mut state.more.pathways, id, again),
        };
        if is_new {
            effects.push(Effect::FetchMore(more));
        }
    }
    let framework = match &state.route {
        Route::Learn(LearnRoute::Home) => for_you_from(state).map(|from| from.framework.id.clone()),
        _ => None,
    };
    if let Some(id) = framework.filter(|id| state.framework_with(id).is_none()) {
        state.set_framework(id.clone(), Available::Loading);
        effects.push(Effect::FetchFramework(id));
    }
}

fn needed(state: &State) -> Vec<More> {
    match &state.route {
        Route::Compare(_) | Route::InWordsOf(..) => vec![More::Crosswalk],
        Route::Result(_) => vec![More::Crosswalk, More::Library],
        Route::Learn(route) => {
            let mut needed = vec![More::Library];
            needed.extend(route.session().cloned().map(More::Session));
            needed.extend(route.pathway().cloned().map(More::Pathway));
            match route {
                LearnRoute::Home => needed.push(More::Crosswalk),
                LearnRoute::Sessions(_) => needed.push(More::Words),
                _ => {}
            }
            needed
        }
        _ => Vec::new(),
    }
}

/// Marks content as on its way, if nobody has asked for it yet.
fn begins<T>(content: &mut Option<Available<T>>, again: bool) -> bool {
    let is_new = match content {
        None => true,
        Some(Available::Failed(_)) => again,
        Some(_) => false,
    };
    if is_new {
        *content = Some(Available::Loading);
    }
    is_new
}

fn begins_with<I: PartialEq + Clone, T>(
    all: &mut Vec<(I, Available<T>)>,
    id: &I,
    again: bool,
) -> bool {
    match all.iter_mut().find(|(known, _)| known == id) {
        None => {
            all.push((id.clone(), Available::Loading));
            true
        }
        Some((_, content @ Available::Failed(_))) if again => {
            *content = Available::Loading;
            true
        }
        Some(_) => false,
    }
}

/// The assessment that says what comes next: the one that was finished last, of a framework that the
/// crosswalk relates to what there is to learn.
pub fn for_you_from(state: &State) -> Option<&Assessment> {
    let crosswalk = state.more.crosswalk.as_ref().and_then(Available::ready)?;
    let is_related = |id: &FrameworkId| {
        crosswalk
            .of(id)
            .is_some_and(|mapped| mapped.elements.iter().any(|link| !link.nearest.is_empty()))
    };
    let finished = state.record.assessments.values().filter(|assessment| {
        assessment.finished_at().is_some() && is_related(&assessment.framework.id)
    });
    finished.max_by_key(|assessment| assessment.finished_at())
}
