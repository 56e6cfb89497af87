//! What an assessment shows: scores by domain, and which elements stand out for this person.

use super::questionnaire::{Page, Questionnaire};
use super::response::{Assessment, Response};
use super::scoring::{ElementScore, Score, domain_score, element_score};
use crate::framework::{DomainId, ElementId, PartId};
use crate::order::{ascending, descending};
use std::rc::Rc;

/// This many elements at most are wanted as strengths, and as elements to work on: people act on
/// two or three goals, not on ten.
const WANTED: usize = 3;
/// Elements with equal scores are shown together or not at all, up to this many.
const WITH_TIES: usize = 5;

/// The result of an assessment, computed from its responses each time it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssessmentResult {
    /// The domains, in the framework's order.
    pub domains: Vec<DomainResult>,
    /// What stands out, relative to the person's own mean.
    pub stand_out: StandOut,
    /// How many statements were rated.
    pub rated: usize,
    /// How many were answered "not applicable".
    pub not_applicable: usize,
    /// How many were asked.
    pub asked: usize,
}

/// One domain of a result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DomainResult {
    /// The domain.
    pub id: DomainId,
    /// Its title.
    pub title: Rc<str>,
    /// The mean of its elements' scores.
    pub score: Option<Score>,
    /// Its elements: the highest score first, equal ones in the framework's order, those without a
    /// score last.
    pub elements: Vec<ElementResult>,
}

/// One element of a result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ElementResult {
    /// The element.
    pub id: ElementId,
    /// Its title.
    pub title: Rc<str>,
    /// The title of its domain.
    pub domain_title: Rc<str>,
    /// What it covers.
    pub description: Rc<str>,
    /// What to ask oneself where it is a strength.
    pub overuse: Option<Rc<str>>,
    /// What its responses come to.
    pub score: ElementScore,
    /// How many of its statements were rated.
    pub rated: usize,
    /// How many were asked.
    pub asked: usize,
}

/// The elements that stand out above and below the person's own mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StandOut {
    /// Too few elements have a score to tell any apart.
    TooFew,
    /// All elements with a score have the same.
    AllAlike,
    /// Some do. Neither list is empty.
    Some {
        /// The highest, from the highest down.
        strengths: Vec<ElementResult>,
        /// The lowest, from the lowest up.
        to_work_on: Vec<ElementResult>,
    },
}

impl AssessmentResult {
    /// All elements, domain by domain.
    pub fn elements(&self) -> impl Iterator<Item = &ElementResult> {
        self.domains.iter().flat_map(|domain| &domain.elements)
    }
}

/// The result of an assessment: of its main part.
pub fn result(questionnaire: &Questionnaire, assessment: &Assessment) -> AssessmentResult {
    result_of(questionnaire, assessment, None)
}

/// The result of a further part of an assessment, or of the main one. Elements of which the part
/// asks nothing are not in it.
pub fn result_of(
    questionnaire: &Questionnaire,
    assessment: &Assessment,
    part: Option<&PartId>,
) -> AssessmentResult {
    let mut domains: Vec<DomainResult> = Vec::new();
    let (mut asked, mut rated, mut not_applicable) = (0, 0, 0);
    for page in questionnaire.pages() {
        let statements = page.statements_of(part);
        let responses: Vec<_> = statements.map(|s| questionnaire.counted(assessment, s)).collect();
        if responses.is_empty() {
            continue;
        }
        asked += responses.len();
        let element = element_result(page, &responses);
        rated += element.rated;
        not_applicable +=
            responses.iter().filter(|response| **response == Some(Response::NotApplicable)).count();
        match domains.last_mut() {
            Some(domain) if domain.id == page.domain => domain.elements.push(element),
            _ => domains.push(DomainResult {
                id: page.domain.clone(),
                title: page.domain_title.clone(),
                score: None,
                elements: vec![element],
            }),
        }
    }
    let stand_out = stand_out(&domains);
    for domain in &mut domains {
        domain.score = domain_score(domain.elements.iter().map(|element| element.score));
        let elements = std::mem::take(&mut domain.elements);
        domain.elements =
            descending(elements, |element| element.score.score().map_or(0, Score::rank));
    }
    AssessmentResult { domains, stand_out, rated, not_applicable, asked }
}

fn element_result(page: &Page, responses: &[Option<Response>]) -> ElementResult {
    let is_rated = |response: &&Option<Response>| matches!(response, Some(Response::Rated(_)));
    ElementResult {
        id: page.element.id.clone(),
        title: page.element.title.clone(),
        domain_title: page.domain_title.clone(),
        description: page.element.description.clone(),
        overuse: page.element.overuse.clone(),
        score: element_score(responses),
        rated: responses.iter().filter(is_rated).count(),
        asked: responses.len(),
    }
}

/// The elements that stand out, relative to the mean of all elements that have a score.
///
/// Equal scores are never split: naming one of several and not the others would be chance. So the
/// extreme group is shown whole, however large, and further groups only while there are fewer than
/// three elements and at most five with the group.
fn stand_out(domains: &[DomainResult]) -> StandOut {
    let scored: Vec<(Score, &ElementResult)> = domains
        .iter()
        .flat_map(|domain| &domain.elements)
        .filter_map(|element| Some((element.score.score()?, element)))
        .collect();
    if scored.len() < 2 {
        return StandOut::TooFew;
    }
    let Some(mean) = Score::mean_of_scores(scored.iter().map(|(score, _)| *score)) else {
        return StandOut::TooFew;
    };
    let lowest = scored.iter().map(|(score, _)| *score).min();
    let highest = scored.iter().map(|(score, _)| *score).max();
    if lowest == highest {
        return StandOut::AllAlike;
    }
    let (above, others): (Vec<_>, Vec<_>) =
        scored.into_iter().partition(|(score, _)| score.is_above(mean));
    let below = others.into_iter().filter(|(score, _)| mean.is_above(*score)).collect();
    StandOut::Some {
        strengths: extreme(&descending(above, |(score, _)| score.rank())),
        to_work_on: extreme(&ascending(below, |(score, _)| score.rank())),
    }
}

/// The first groups of equal measure from a sorted list: at most five, unless the first group alone
/// has more.
pub(super) fn extreme<M: PartialEq, T: Clone>(sorted: &[(M, &T)]) -> Vec<T> {
    let mut chosen: Vec<T> = Vec::new();
    for group in sorted.chunk_by(|(one, _), (other, _)| one == other) {
        let fits = chosen.len() < WANTED && chosen.len() + group.len() <= WITH_TIES;
        if !chosen.is_empty() && !fits {
            break;
        }
        chosen.extend(group.iter().map(|(_, one)| (*one).clone()));
    }
    chosen
}
