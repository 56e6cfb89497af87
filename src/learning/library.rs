//! What there is, without loading it all: made from the files when they are put beside the page.

use super::elsewhere::Elsewhere;
use super::ids::{ActivityId, PathwayId, SessionId};
use super::outline::Pathway;
use super::session::{Profession, Session, Setting};
use super::sound::is_sound_library;
use crate::framework::{CareerStageId, ElementId, Framework, is_well_formed};
use crate::json::{self, document};
use serde::Serialize;
use std::rc::Rc;

/// Address of the library, relative to the page.
pub const ADDRESS: &str = "frameworks/learning.json";

document! {
    /// All that there is to learn.
    #[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
    pub struct Library {
        /// The framework that the elements are of.
        pub framework: Rc<str>,
        /// Its elements, in its order.
        pub elements: Vec<ElementEntry>,
        /// Its career stages, the earliest first.
        pub stages: Vec<StageEntry>,
        /// All pathways.
        pub pathways: Vec<PathwayEntry>,
        /// All sessions, in the order of their ids.
        pub sessions: Vec<SessionEntry>,
        /// All activities of pathways.
        pub activities: Vec<ActivityEntry>,
        /// What others offer, in the order of their ids.
        pub elsewhere: Vec<ElsewhereEntry>,
    }

    /// An activity of a pathway, by its name.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    pub struct ActivityEntry {
        /// Its id.
        pub id: ActivityId,
        /// Its title.
        pub title: Rc<str>,
    }

    /// An element, as far as it has to be known to choose it.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    pub struct ElementEntry {
        /// Its id.
        pub id: ElementId,
        /// Its title.
        pub title: Rc<str>,
    }

    /// A career stage.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    pub struct StageEntry {
        /// Its id.
        pub id: CareerStageId,
        /// Its title.
        pub title: Rc<str>,
    }

    /// A pathway, as far as it has to be known to choose it.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    pub struct PathwayEntry {
        /// Its id.
        pub id: PathwayId,
        /// Its title.
        pub title: Rc<str>,
        /// What it is.
        pub summary: Rc<str>,
        /// How many sessions it has.
        pub sessions: usize,
        /// How many activities it has.
        pub activities: usize,
    }

    /// A session, as far as it has to be known to choose it.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    pub struct SessionEntry {
        /// Its id.
        pub id: SessionId,
        /// Its title.
        pub title: Rc<str>,
        /// What one can do afterwards.
        pub summary: Rc<str>,
        /// How long it takes.
        pub minutes: u32,
        /// The element that it helps with.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub element: Option<ElementId>,
        /// The career stage that it is written for first.
        pub level: CareerStageId,
        /// Whose case it tells.
        pub professions: Vec<Profession>,
        /// Where its case is set.
        pub setting: Setting,
    }

    /// Something that others offer.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    pub struct ElsewhereEntry {
        /// Its id.
        pub id: SessionId,
        /// Its title.
        pub title: Rc<str>,
        /// What those who offer it call it.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub code: Option<Rc<str>>,
        /// How long it takes.
        pub minutes: u32,
        /// Where it is.
        pub link: Rc<str>,
        /// Who offers it.
        pub provider: Rc<str>,
        /// The elements that it helps with.
        pub elements: Vec<ElementId>,
    }
}

impl Library {
    /// The library of some pathways and sessions, whose elements are those of a framework.
    pub fn of(
        framework: &Framework,
        pathways: &[Pathway],
        sessions: &[Session],
        elsewhere: &[Elsewhere],
    ) -> Self {
        // Those with the most sessions are the ways through all of it.
        let mut entries: Vec<PathwayEntry> = pathways.iter().map(PathwayEntry::of).collect();
        entries.sort_by_key(|pathway| std::cmp::Reverse(pathway.sessions));
        let elements = framework.elements().map(|(_, element)| ElementEntry {
            id: element.id.clone(),
            title: element.title.clone(),
        });
        let stages = framework
            .career_stages
            .iter()
            .map(|stage| StageEntry { id: stage.id.clone(), title: stage.title.clone() });
        let mut library = Self {
            framework: framework.id.shared(),
            elements: elements.collect(),
            stages: stages.collect(),
            pathways: entries,
            sessions: sessions.iter().map(SessionEntry::of).collect(),
            activities: pathways
                .iter()
                .flat_map(Pathway::activities)
                .map(|one| ActivityEntry { id: one.id.clone(), title: one.title.clone() })
                .collect(),
            elsewhere: elsewhere.iter().flat_map(ElsewhereEntry::all_of).collect(),
        };
        library.sort();
        library
    }

    /// Reads a library; `None` if it is damaged, or not one that pages can rely on.
    pub fn parse(text: &str) -> Option<Self> {
        let mut library: Self = json::read_whole(text).ok()?;
        library.sort();
        is_sound_library(&library).then_some(library)
    }

    /// Brings what is looked up by id in the order of the ids.
    fn sort(&mut self) {
        self.sessions.sort_by(|one, other| one.id.cmp(&other.id));
        self.elsewhere.sort_by(|one, other| one.id.cmp(&other.id));
    }

    /// The session with this id.
    pub fn session(&self, id: &str) -> Option<&SessionEntry> {
        let place = self.sessions.binary_search_by(|session| session.id.as_str().cmp(id)).ok()?;
        self.sessions.get(place)
    }

    /// What others offer, with this id.
    pub fn elsewhere(&self, id: &str) -> Option<&ElsewhereEntry> {
        let place = self.elsewhere.binary_search_by(|entry| entry.id.as_str().cmp(id)).ok()?;
        self.elsewhere.get(place)
    }

    /// The title of whatever can be done; of what is not here, its id.
    pub fn title(&self, about: &str) -> Rc<str> {
        let session = self.session(about).map(|session| &session.title);
        let offer = || self.elsewhere(about).map(|offer| &offer.title);
        let activity = || {
            let mut all = self.activities.iter();
            all.find(|one| one.id.as_str() == about).map(|one| &one.title)
        };
        session.or_else(offer).or_else(activity).cloned().unwrap_or_else(|| about.into())
    }

    /// The title of an element; of one that is not here, its id.
    pub fn element_title(&self, id: &ElementId) -> Rc<str> {
        let element = self.elements.iter().find(|element| element.id == *id);
        element.map_or_else(|| id.shared(), |element| element.title.clone())
    }

    /// The title of a career stage; of one that is not here, its id.
    pub fn stage_title(&self, id: &CareerStageId) -> Rc<str> {
        let stage = self.stages.iter().find(|stage| stage.id == *id);
        stage.map_or_else(|| id.shared(), |stage| stage.title.clone())
    }
}

impl PathwayEntry {
    fn of(pathway: &Pathway) -> Self {
        Self {
            id: pathway.id.clone(),
            title: pathway.title.clone(),
            summary: pathway.summary.clone(),
            sessions: pathway.sessions().count(),
            activities: pathway.activities().count(),
        }
    }
}

impl SessionEntry {
    fn of(session: &Session) -> Self {
        Self {
            id: session.id.clone(),
            title: session.title.clone(),
            summary: session.summary.clone(),
            minutes: session.minutes,
            element: session.element.clone(),
            level: session.level.clone(),
            professions: session.professions.clone(),
            setting: session.setting,
        }
    }
}

impl ElsewhereEntry {
    fn all_of(elsewhere: &Elsewhere) -> impl Iterator<Item = Self> {
        elsewhere.entries.iter().map(|entry| Self {
            id: entry.id.clone(),
            title: entry.title.clone(),
            code: entry.code.clone(),
            minutes: entry.minutes,
            link: entry.link.clone(),
            provider: elsewhere.provider.clone(),
            elements: entry.elements.clone(),
        })
    }
}

/// Address of a session's file, relative to the page; `None` if the id cannot be one.
pub fn session_address(id: &SessionId) -> Option<String> {
    is_well_formed(id.as_str()).then(|| format!("frameworks/sessions/{id}.json"))
}

/// Address of a pathway's file, relative to the page; `None` if the id cannot be one.
pub fn pathway_address(id: &PathwayId) -> Option<String> {
    is_well_formed(id.as_str()).then(|| format!("frameworks/pathways/{id}.json"))
}
