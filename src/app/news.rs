//! What the page around the app is told, if it asks: how far an assessment is, and what went wrong.
//! Counts and names of content only; answers and results stay here.

use super::action::Failure;
use super::route::Route;
use super::state::{Available, State};
use crate::assessment::AssessmentId;
use crate::framework::FrameworkId;
use crate::record::{Fault, Kept};
use std::fmt;

/// One thing to be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum News {
    /// Another assessment is on screen, or another number of its statements is answered.
    Progress(Standing),
    /// The person has finished the assessment on screen.
    Complete(Standing),
    /// Something went wrong.
    Error(Trouble),
}

/// How far an assessment is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// What is assessed.
    pub framework: FrameworkId,
    /// The assessment.
    pub assessment: AssessmentId,
    /// How many statements are answered.
    pub answered: usize,
    /// Out of how many.
    pub total: usize,
}

/// What went wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// Content could not be fetched.
    ContentUnreachable,
    /// Content is not there.
    ContentMissing,
    /// Content came and cannot be used.
    ContentUnusable,
    /// What is entered is not stored: there is no room.
    StorageFull,
    /// What is entered is not stored: storage is off.
    StorageOff,
}

impl Trouble {
    fn code(self) -> &'static str {
        match self {
            Self::ContentUnreachable => "content-unreachable",
            Self::ContentMissing => "content-missing",
            Self::ContentUnusable => "content-unusable",
            Self::StorageFull => "storage-full",
            Self::StorageOff => "storage-off",
        }
    }
}

impl fmt::Display for News {
    /// As JSON: ids and codes are well-formed, so nothing in it has to be escaped.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (kind, standing) = match self {
            Self::Error(trouble) => {
                return write!(f, r#"{{"type":"error","code":"{}"}}"#, trouble.code());
            }
            Self::Progress(standing) => ("progress", standing),
            Self::Complete(standing) => ("complete", standing),
        };
        let Standing { framework, assessment, answered, total } = standing;
        write!(
            f,
            r#"{{"type":"{kind}","framework":"{framework}","assessment":"{assessment}","answered":{answered},"total":{total}}}"#
        )
    }
}

/// Finds what is new since it was last asked.
#[derive(Debug, Default)]
pub struct Teller {
    /// What was last told of an assessment, and whether it was finished.
    standing: Option<(Standing, bool)>,
    content: Option<Trouble>,
    storage: Option<Trouble>,
    /// Whether what is found first was told already.
    goes_on: bool,
}

impl Teller {
    /// One that goes on where that of another program has ended.
    pub fn going_on() -> Self {
        Self { goes_on: true, ..Self::default() }
    }

    /// What is new in a state. Costs the same however long the questionnaire is.
    pub fn news(&mut self, state: &State) -> Vec<News> {
        let mut news = Vec::new();
        if let Some((sitting, assessment)) = state.on_screen() {
            let standing = Standing {
                framework: assessment.framework.id.clone(),
                assessment: sitting.id.clone(),
                answered: sitting.progress.answered(),
                total: sitting.progress.total(),
            };
            let is = (standing, assessment.finished_at().is_some());
            let was = self.standing.replace(is.clone());
            let goes_on = was.is_none() && self.goes_on;
            if !goes_on && was.as_ref().map(|(standing, _)| standing) != Some(&is.0) {
                news.push(News::Progress(is.0.clone()));
            }
            let was_open =
                was.is_some_and(|(was, finished)| was.assessment == is.0.assessment && !finished);
            if is.1 && was_open {
                news.push(News::Complete(is.0));
            }
        }
        let (content, storage) = (content(state), storage(state.kept));
        for (was, is) in [(&mut self.content, content), (&mut self.storage, storage)] {
            if *was != is {
                *was = is;
                news.extend(is.map(News::Error));
            }
        }
        news
    }
}

fn storage(kept: Kept) -> Option<Trouble> {
    match kept {
        Kept::Stored => None,
        Kept::InMemory(Fault::Full) => Some(Trouble::StorageFull),
        Kept::InMemory(Fault::Off) => Some(Trouble::StorageOff),
    }
}

/// Why what the page is about is not here.
fn content(state: &State) -> Option<Trouble> {
    let of_learning = match &state.route {
        Route::Learn(route) => {
            let session = route.session().and_then(|id| failure(state.more.session(id)));
            let pathway = || route.pathway().and_then(|id| failure(state.more.pathway(id)));
            session.or_else(pathway)
        }
        _ => None,
    };
    let found =
        failure(state.framework()).or_else(|| failure(state.catalogue.as_ref())).or(of_learning)?;
    Some(match found {
        Failure::Unreachable => Trouble::ContentUnreachable,
        Failure::Missing => Trouble::ContentMissing,
        Failure::Unusable(_) => Trouble::ContentUnusable,
    })
}

fn failure<T>(content: Option<&Available<T>>) -> Option<&Failure> {
    match content? {
        Available::Failed(failure) => Some(failure),
        Available::Loading | Available::Ready(_) => None,
    }
}
