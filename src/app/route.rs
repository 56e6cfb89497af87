//! The addresses of the pages: hash routes, so that they work on any host and from a file.

use super::learn_route::LearnRoute;
use crate::assessment::{AssessmentId, Form};
use crate::catalogue::Wish;
use crate::framework::{Audience, ElementId, FrameworkId, is_well_formed};
use std::fmt;

/// Which page is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// `#/`: what this is, and where to begin or go on.
    Start,
    /// `#/for/<audience>`: the frameworks for some.
    For(Audience),
    /// `#/choose`, then `/<rates>`, `/<audience>`, `/<time>`: which framework is for me?
    Choose(Wish),
    /// `#/framework/<framework>`: one framework, where there are several.
    Framework(FrameworkId),
    /// `#/take/<framework>/<form>`: goes on with the open assessment of a framework, or begins one.
    /// A link that can be given to others.
    Take(FrameworkId, Form),
    /// `#/assessment/<id>`: what is asked, and how far each part is.
    Tasks(AssessmentId),
    /// `#/assessment/<id>/element/<element>`: the statements of one element.
    Statements(AssessmentId, ElementId),
    /// `#/assessment/<id>/check`: what has no answer yet, and finishing.
    Check(AssessmentId),
    /// `#/assessment/<id>/result`: what came out.
    Result(AssessmentId),
    /// `#/assessment/<id>/result/as/<framework>`: what it says in another framework's words.
    InWordsOf(AssessmentId, FrameworkId),
    /// `#/compare`, or `#/compare/<framework>`: how frameworks relate.
    Compare(Option<FrameworkId>),
    /// `#/learn…`: what there is to learn.
    Learn(LearnRoute),
    /// `#/record`: all assessments; saving, loading and deleting.
    Record,
    /// `#/profiles`: who shares this browser, and locks.
    Profiles,
    /// `#/method`: how results are worked out, and what they are worth.
    Method,
    /// Any other address.
    Unknown,
}

/// What a route is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sought<'a> {
    /// A framework.
    Framework(&'a FrameworkId),
    /// An assessment in the record.
    Assessment(&'a AssessmentId),
    /// Neither.
    Nothing,
}

impl Route {
    /// Reads the hash part of an address, with or without its `#`.
    pub fn parse(hash: &str) -> Self {
        let path = hash.trim_start_matches('#').trim_matches('/');
        let parts: Vec<&str> = path.split('/').collect();
        Self::from_parts(&parts).unwrap_or(Self::Unknown)
    }

    fn from_parts(parts: &[&str]) -> Option<Self> {
        Some(match parts {
            [""] => Self::Start,
            ["record"] => Self::Record,
            ["method"] => Self::Method,
            ["profiles"] => Self::Profiles,
            ["learn", parts @ ..] => Self::Learn(LearnRoute::from_parts(parts)?),
            ["compare"] => Self::Compare(None),
            ["compare", id] => Self::Compare(Some(framework(id)?)),
            ["for", audience] => Self::For(Audience::parse(audience)?),
            ["choose", words @ ..] => Self::Choose(Wish::parse(words)?),
            ["framework", id] => Self::Framework(framework(id)?),
            ["take", id, form] => Self::Take(framework(id)?, Form::parse(form)?),
            ["assessment", id] => Self::Tasks(AssessmentId::parse(id)?),
            ["assessment", id, "check"] => Self::Check(AssessmentId::parse(id)?),
            ["assessment", id, "result"] => Self::Result(AssessmentId::parse(id)?),
            ["assessment", id, "result", "as", other] => {
                Self::InWordsOf(AssessmentId::parse(id)?, framework(other)?)
            }
            ["assessment", id, "element", element] if is_well_formed(element) => {
                Self::Statements(AssessmentId::parse(id)?, (*element).into())
            }
            _ => return None,
        })
    }

    /// What it is about.
    pub fn sought(&self) -> Sought<'_> {
        match self {
            Self::Framework(id) | Self::Take(id, _) => Sought::Framework(id),
            Self::Tasks(id)
            | Self::Statements(id, _)
            | Self::Check(id)
            | Self::Result(id)
            | Self::InWordsOf(id, _) => Sought::Assessment(id),
            Self::Start
            | Self::For(_)
            | Self::Choose(_)
            | Self::Compare(_)
            | Self::Learn(_)
            | Self::Record
            | Self::Profiles
            | Self::Method
            | Self::Unknown => Sought::Nothing,
        }
    }
}

fn framework(id: &str) -> Option<FrameworkId> {
    is_well_formed(id).then(|| id.into())
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Start | Self::Unknown => f.write_str("#/"),
            Self::For(audience) => write!(f, "#/for/{}", audience.as_str()),
            Self::Choose(wish) => {
                f.write_str("#/choose")?;
                wish.words().try_for_each(|word| write!(f, "/{word}"))
            }
            Self::Framework(id) => write!(f, "#/framework/{id}"),
            Self::Take(id, form) => write!(f, "#/take/{id}/{}", form.as_str()),
            Self::Tasks(id) => write!(f, "#/assessment/{id}"),
            Self::Statements(id, element) => write!(f, "#/assessment/{id}/element/{element}"),
            Self::Check(id) => write!(f, "#/assessment/{id}/check"),
            Self::Result(id) => write!(f, "#/assessment/{id}/result"),
            Self::InWordsOf(id, framework) => {
                write!(f, "#/assessment/{id}/result/as/{framework}")
            }
            Self::Compare(None) => f.write_str("#/compare"),
            Self::Compare(Some(id)) => write!(f, "#/compare/{id}"),
            Self::Learn(route) => write!(f, "{route}"),
            Self::Record => f.write_str("#/record"),
            Self::Method => f.write_str("#/method"),
            Self::Profiles => f.write_str("#/profiles"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_route_reads_back_what_it_writes() {
        let id = || AssessmentId::parse("a1").unwrap();
        for route in [
            Route::Start,
            Route::For(Audience::PrimaryCare),
            Route::Choose(Wish::default()),
            Route::parse("#/choose/person/student/short"),
            Route::Framework("clinical".into()),
            Route::Take("clinical".into(), Form::Short),
            Route::Tasks(id()),
            Route::Statements(id(), "planning".into()),
            Route::Check(id()),
            Route::Result(id()),
            Route::Record,
            Route::Profiles,
            Route::Method,
            Route::InWordsOf(id(), "clinical".into()),
            Route::Compare(None),
            Route::Compare(Some("clinical".into())),
            Route::Learn(LearnRoute::Home),
            Route::parse(
                "#/learn/sessions/element-planning/minutes-10/profession-nurse/stage-early",
            ),
            Route::parse("#/learn/sessions"),
            Route::Learn(LearnRoute::Pathway("by-theme".into())),
            Route::Learn(LearnRoute::PathwayCertificate("by-theme".into())),
            Route::Learn(LearnRoute::Session("one".into())),
            Route::Learn(LearnRoute::Page("one".into(), 3)),
            Route::Learn(LearnRoute::Certificate("one".into())),
            Route::Learn(LearnRoute::Trainer("one".into())),
            Route::Learn(LearnRoute::Log),
        ] {
            assert_ne!(route, Route::Unknown);
            assert_eq!(Route::parse(&route.to_string()), route);
        }
    }

    #[test]
    fn addresses_that_lead_nowhere_are_unknown() {
        for hash in [
            "#/nowhere",
            "#/take/clinical",
            "#/take/../full",
            "#/assessment/<script>",
            "#/assessment/a1/element/",
            "#/assessment/a1/element/a/b",
            "#/take/clinical/medium",
            "#/for/nobody",
            "#/choose/ward",
            "#/choose/person/student/short/more",
            "#/learn/sessions/colour-red",
            "#/learn/sessions/minutes-10/minutes-20",
            "#/learn/session/one/0",
            "#/learn/session/one/100",
            "#/learn/session/../1",
            "#/learn/nowhere",
            "#/compare/A",
        ] {
            let parsed = Route::parse(hash);
            assert!(matches!(parsed, Route::Unknown), "{hash} gave {parsed:?}");
        }
    }
}
