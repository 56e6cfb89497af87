//! All that the app knows.

use super::action::Failure;
use super::files::changes_of;
use super::more::MoreState;
use super::notice::Notice;
use super::people::{People, Who};
use super::route::{Route, Sought};
use crate::assessment::{Assessment, AssessmentId, Progress, Questionnaire, Response};
use crate::catalogue::Catalogue;
use crate::framework::{Framework, FrameworkId, StatementId};
use crate::record::{Change, Keeper, Kept, Loaded, Record, Store};
use crate::time::Stamper;
use std::rc::Rc;

/// Content that may still be on its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Available<T> {
    /// Asked for.
    Loading,
    /// Here.
    Ready(T),
    /// Will not come.
    Failed(Failure),
}

impl<T> Available<T> {
    /// The content, if it is here.
    pub fn ready(&self) -> Option<&T> {
        match self {
            Self::Ready(content) => Some(content),
            Self::Loading | Self::Failed(_) => None,
        }
    }
}

/// The assessment that is on screen, with what is asked and how far it is.
#[derive(Debug, Clone)]
pub struct Sitting {
    /// The assessment.
    pub id: AssessmentId,
    /// What is asked.
    pub questionnaire: Rc<Questionnaire>,
    /// How far it is.
    pub progress: Progress,
    /// The other open assessments in which its answers count too.
    pub sharing: Vec<AssessmentId>,
}

/// All that the app knows. Changed by [`apply`](super::apply) and [`keep`](State::keep) alone.
#[derive(Debug)]
pub struct State {
    /// Which page is shown.
    pub route: Route,
    /// Which frameworks there are; `None` until somebody asks.
    pub catalogue: Option<Available<Catalogue>>,
    /// The frameworks that were asked for.
    pub frameworks: Vec<(FrameworkId, Available<Rc<Framework>>)>,
    /// All that the person has.
    pub record: Record,
    /// The assessment on screen, once its framework is here.
    pub sitting: Option<Sitting>,
    /// Whether all changes are stored.
    pub kept: Kept,
    /// Whether it is the page around the app that stores them, not this browser.
    pub kept_by_host: bool,
    /// What the person should be told.
    pub notices: Vec<Notice>,
    /// The assessments that were deleted and can be brought back, the last one last.
    pub deleted: Vec<Assessment>,
    /// The answer that was taken back last, and can be put back.
    pub cleared: Option<(StatementId, Response)>,
    /// Whether the person has read that the record should be saved.
    pub knows_of_saving: bool,
    /// What only pages of the whole program need.
    pub more: MoreState,
    pub(super) stamper: Stamper,
}

impl State {
    /// The state at the start, with what was found in the store. `writer` is a name, well-formed as
    /// an id, that no other running copy of the app has.
    pub fn new(loaded: Loaded, kept: Kept, writer: &str) -> Self {
        let mut state = Self {
            route: Route::Start,
            catalogue: None,
            frameworks: Vec::new(),
            record: Record::default(),
            sitting: None,
            kept,
            kept_by_host: false,
            notices: Vec::new(),
            deleted: Vec::new(),
            cleared: None,
            knows_of_saving: false,
            more: MoreState::default(),
            stamper: Stamper::new(writer),
        };
        state.take_in(loaded);
        state
    }

    /// Has changes stored. Returns whether something was taken in that could not be read before, which
    /// the app has to [hear of](super::Action::TakenIn).
    pub fn keep<S: Store>(&mut self, keeper: &mut Keeper<S>, changes: &[Change]) -> bool {
        let found = keeper.look(&mut self.record);
        let is_new = found.is_some();
        if let Some(found) = found {
            self.take_in(found);
        }
        keeper.keep(&self.record, changes);
        self.kept = keeper.kept();
        is_new
    }

    /// Takes in what was found in the store.
    fn take_in(&mut self, found: Loaded) {
        self.record = found.record;
        self.record.stamps().for_each(|stamp| self.stamper.heed(stamp));
        self.sitting = None;
        if !found.lost.is_empty() {
            let lost = found.lost.iter().map(|lost| lost.what.to_owned());
            self.notices.push(Notice::Lost(lost.collect()));
        }
        if found.newer {
            self.notices.push(Notice::Newer);
        }
    }

    /// The state of somebody who comes in, with what was found of their record. What was fetched stays,
    /// and so does the page that was asked for, unless somebody `has_left`.
    pub fn comes_in(&mut self, who: Who, has_left: bool, loaded: Loaded, kept: Kept, writer: &str) {
        let next = Self::new(loaded, kept, writer);
        let before = std::mem::replace(self, next);
        // Whoever comes next does not begin where the one before was.
        let is_theirs = match before.route.sought() {
            _ if has_left => false,
            Sought::Assessment(id) => self.record.assessment(id).is_some(),
            Sought::Framework(_) | Sought::Nothing => who != Who::Nobody,
        };
        self.route = if is_theirs { before.route } else { Route::Start };
        self.catalogue = before.catalogue;
        self.frameworks = before.frameworks;
        let People { may_be, listing, removed, visits, .. } = before.more.people;
        let visits = visits.wrapping_add(1);
        let people = People { may_be, who, visits, listing, removed, ..People::default() };
        self.more = MoreState { people, query: String::new(), undone: None, ..before.more };
        let stays = |notice: &Notice| match notice {
            Notice::OfWhole(told) => told.is_about_profiles() && !told.is_brief(),
            _ => false,
        };
        self.notices.extend(before.notices.into_iter().filter(stays));
    }

    /// Takes another record in. Returns what is to be stored of it.
    pub fn takes_in(&mut self, record: Record) -> Vec<Change> {
        record.stamps().for_each(|stamp| self.stamper.heed(stamp));
        changes_of(self.record.merge(record))
    }

    /// The assessment that the address is about.
    pub fn assessment(&self) -> Option<&Assessment> {
        match self.route.sought() {
            Sought::Assessment(id) => self.record.assessment(id),
            Sought::Framework(_) | Sought::Nothing => None,
        }
    }

    /// The first statement without an answer of the element on screen, if it was begun before.
    pub fn next_statement(&self) -> Option<&StatementId> {
        let Route::Statements(_, element) = &self.route else { return None };
        let (sitting, assessment) = self.on_screen()?;
        let number = sitting.questionnaire.page_of_element(element)?;
        let statements = &sitting.questionnaire.page(number)?.element.statements;
        let is_open = |id| sitting.questionnaire.response(assessment, id).is_none();
        let open = statements.iter().position(|statement| is_open(&statement.id))?;
        statements.get(open).filter(|_| open > 0).map(|statement| &statement.id)
    }

    /// The framework that the page is about, whether or not it is here.
    pub fn framework_id(&self) -> Option<&FrameworkId> {
        match self.route.sought() {
            Sought::Framework(id) => Some(id),
            Sought::Assessment(_) => self.assessment().map(|assessment| &assessment.framework.id),
            Sought::Nothing if matches!(self.route, Route::Start | Route::For(_)) => {
                let catalogue = self.catalogue.as_ref().and_then(Available::ready)?;
                catalogue.only().map(|entry| &entry.id)
            }
            Sought::Nothing => None,
        }
    }

    /// The framework that the page is about.
    pub fn framework(&self) -> Option<&Available<Rc<Framework>>> {
        self.framework_id().and_then(|id| self.framework_with(id))
    }

    /// The framework with this id, if it was asked for.
    pub fn framework_with(&self, id: &FrameworkId) -> Option<&Available<Rc<Framework>>> {
        self.frameworks.iter().find(|(known, _)| known == id).map(|(_, framework)| framework)
    }

    pub(super) fn set_framework(&mut self, id: FrameworkId, framework: Available<Rc<Framework>>) {
        match self.frameworks.iter_mut().find(|(known, _)| *known == id) {
            Some((_, present)) => *present = framework,
            None => self.frameworks.push((id, framework)),
        }
    }

    /// The assessment on screen with what is asked of it, once both are here.
    pub fn on_screen(&self) -> Option<(&Sitting, &Assessment)> {
        let assessment = self.assessment()?;
        let sitting = self.sitting.as_ref().filter(|sitting| sitting.id == assessment.id)?;
        Some((sitting, assessment))
    }
}
