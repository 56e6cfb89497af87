//! The addresses of what there is to learn.

use crate::framework::{CareerStageId, ElementId, is_well_formed};
use crate::learning::{PathwayId, Profession, SessionId};
use std::fmt;

/// Which page of learning is shown. All addresses begin with `#/learn`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LearnRoute {
    /// `#/learn`: what comes next for the person, and the ways in.
    Home,
    /// `#/learn/sessions/…`: all sessions, or those of some kind.
    Sessions(Filter),
    /// `#/learn/pathway/<pathway>`.
    Pathway(PathwayId),
    /// `#/learn/pathway/<pathway>/certificate`.
    PathwayCertificate(PathwayId),
    /// `#/learn/session/<session>`: what it is, and the way in.
    Session(SessionId),
    /// `#/learn/session/<session>/<page>`: one of its pages, counted from 1 in the address and from
    /// 0 here.
    Page(SessionId, usize),
    /// `#/learn/session/<session>/certificate`.
    Certificate(SessionId),
    /// `#/learn/session/<session>/trainer`: the notes for who leads a group.
    Trainer(SessionId),
    /// `#/learn/log`: everything that was done.
    Log,
}

/// Which sessions are shown; those that all of it is true of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// `element-…`: those that help with it.
    pub element: Option<ElementId>,
    /// `minutes-…`: those that take at most so long.
    pub minutes: Option<u32>,
    /// `profession-…`: those with a case of one of them.
    pub profession: Option<Profession>,
    /// `stage-…`: those written for it first.
    pub stage: Option<CareerStageId>,
}

/// No session has so many pages.
const MOST_PAGES: usize = 99;

impl LearnRoute {
    /// Reads what stands after `#/learn/`.
    pub(super) fn from_parts(parts: &[&str]) -> Option<Self> {
        Some(match parts {
            [] => Self::Home,
            ["log"] => Self::Log,
            ["sessions", words @ ..] => Self::Sessions(Filter::parse(words)?),
            ["pathway", id] => Self::Pathway(pathway(id)?),
            ["pathway", id, "certificate"] => Self::PathwayCertificate(pathway(id)?),
            ["session", id] => Self::Session(session(id)?),
            ["session", id, "certificate"] => Self::Certificate(session(id)?),
            ["session", id, "trainer"] => Self::Trainer(session(id)?),
            ["session", id, number] => {
                let number: usize = number.parse().ok()?;
                let page = number.checked_sub(1).filter(|page| *page < MOST_PAGES)?;
                Self::Page(session(id)?, page)
            }
            _ => return None,
        })
    }

    /// The session that it is about.
    pub fn session(&self) -> Option<&SessionId> {
        match self {
            Self::Session(id) | Self::Page(id, _) | Self::Certificate(id) | Self::Trainer(id) => {
                Some(id)
            }
            _ => None,
        }
    }

    /// The pathway that it is about.
    pub fn pathway(&self) -> Option<&PathwayId> {
        match self {
            Self::Pathway(id) | Self::PathwayCertificate(id) => Some(id),
            _ => None,
        }
    }
}

impl Filter {
    /// Reads the words of an address, in any order; `None` if one is none, or stands twice.
    fn parse(words: &[&str]) -> Option<Self> {
        let mut filter = Self::default();
        for word in words {
            let (kind, value) = word.split_once('-')?;
            let id = is_well_formed(value).then_some(value);
            let again = match kind {
                "element" => filter.element.replace(id?.into()).is_some(),
                "minutes" => filter.minutes.replace(value.parse().ok()?).is_some(),
                "profession" => filter.profession.replace(Profession::parse(value)?).is_some(),
                "stage" => filter.stage.replace(id?.into()).is_some(),
                _ => return None,
            };
            if again {
                return None;
            }
        }
        Some(filter)
    }
}

fn session(id: &str) -> Option<SessionId> {
    is_well_formed(id).then(|| id.into())
}

fn pathway(id: &str) -> Option<PathwayId> {
    is_well_formed(id).then(|| id.into())
}

impl fmt::Display for LearnRoute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("#/learn")?;
        match self {
            Self::Home => Ok(()),
            Self::Sessions(filter) => write!(f, "/sessions{filter}"),
            Self::Pathway(id) => write!(f, "/pathway/{id}"),
            Self::PathwayCertificate(id) => write!(f, "/pathway/{id}/certificate"),
            Self::Session(id) => write!(f, "/session/{id}"),
            Self::Page(id, page) => write!(f, "/session/{id}/{}", page + 1),
            Self::Certificate(id) => write!(f, "/session/{id}/certificate"),
            Self::Trainer(id) => write!(f, "/session/{id}/trainer"),
            Self::Log => f.write_str("/log"),
        }
    }
}

impl fmt::Display for Filter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(element) = &self.element {
            write!(f, "/element-{element}")?;
        }
        if let Some(minutes) = self.minutes {
            write!(f, "/minutes-{minutes}")?;
        }
        if let Some(profession) = self.profession {
            write!(f, "/profession-{}", profession.as_str())?;
        }
        if let Some(stage) = &self.stage {
            write!(f, "/stage-{stage}")?;
        }
        Ok(())
    }
}
