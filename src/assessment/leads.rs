//! What a result leads with where its framework has a rule: the tier that the answers fit, what is
//! important and low, or how ready a programme is.

use super::result::{AssessmentResult, DomainResult, ElementResult, extreme};
use super::scoring::Score;
use crate::framework::{RatingScale, ReadinessRule, Tenths};
use crate::id_map::IdMap;
use crate::order::descending;

/// More billionths than two scores can be apart, so that differences sort as numbers from 0.
const OFFSET: i64 = 1 << 40;

/// Which tier answers fit, of domains that are tiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TierFit<'a> {
    /// The last tier that fits; `None` if not even the first does.
    pub fits: Option<&'a DomainResult>,
    /// The tier after it; `None` after the last.
    pub next: Option<&'a DomainResult>,
}

/// The tier that a result fits. Tiers build on each other: one fits if it and all before it have a
/// score of at least `from`.
pub fn tier_fit(result: &AssessmentResult, from: Tenths) -> TierFit<'_> {
    let fits = |tier: &&DomainResult| tier.score.is_some_and(|score| score.reaches(from));
    let reached = result.domains.iter().take_while(fits).count();
    TierFit {
        fits: reached.checked_sub(1).and_then(|last| result.domains.get(last)),
        next: result.domains.get(reached),
    }
}

/// An element with how important it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weighed {
    /// The element, with its own score.
    pub element: ElementResult,
    /// Its own score.
    pub score: Score,
    /// How important it is, on a scale of as many points.
    pub importance: Score,
}

/// What is important and low, of elements that were rated for both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Priorities {
    /// What to look at first: the most important ones lag the most. Empty if none lags.
    pub first: Vec<Weighed>,
    /// All elements with both scores, those that lag most first.
    pub all: Vec<Weighed>,
}

impl Weighed {
    /// How far the score lies below the importance, in billionths of a point; negative above it.
    fn lag(&self) -> i64 {
        self.importance.above(self.score)
    }

    /// Whether the importance lies in the upper half of the scale.
    pub fn is_important(&self, scale: &RatingScale) -> bool {
        self.importance.is_in_upper_half(scale.highest())
    }
}

/// The priorities among the elements of a result, from the result of the part in which their
/// importance was rated.
///
/// Both scales have the same number of points, so the difference of the two has a meaning: an
/// element whose importance lies in the upper half of the scale and above its score is a priority,
/// the more, the larger the difference. As with what stands out, equal differences are shown
/// together, three at least where there are, and five at most.
pub fn priorities(
    result: &AssessmentResult,
    importance: &AssessmentResult,
    scale: &RatingScale,
) -> Priorities {
    let mut weights: IdMap<Score> = IdMap::new();
    for element in importance.elements() {
        if let Some(score) = element.score.score() {
            weights.insert(element.id.shared(), score);
        }
    }
    let weighed = result.elements().filter_map(|element| {
        let importance = *weights.get(element.id.as_str())?;
        Some(Weighed { element: element.clone(), score: element.score.score()?, importance })
    });
    // Among equal differences the more important comes first.
    let by_importance = descending(weighed.collect(), |one: &Weighed| one.importance.rank());
    let all = descending(by_importance, |one: &Weighed| one.lag().saturating_add(OFFSET) as u64);
    let lagging: Vec<(i64, &Weighed)> = all
        .iter()
        .filter(|weighed| weighed.is_important(scale) && weighed.lag() > 0)
        .map(|weighed| (weighed.lag(), weighed))
        .collect();
    Priorities { first: extreme(&lagging), all }
}

/// The elements of each band of a readiness rule, in the order of the bands, and those without a
/// score.
pub fn readiness<'a>(
    result: &'a AssessmentResult,
    rule: &ReadinessRule,
) -> (Vec<Vec<&'a ElementResult>>, Vec<&'a ElementResult>) {
    let mut bands = vec![Vec::new(); rule.bands.len()];
    let mut unknown = Vec::new();
    for element in result.elements() {
        let band = element
            .score
            .score()
            .and_then(|score| rule.bands.iter().rposition(|band| score.reaches(band.from)))
            .and_then(|band| bands.get_mut(band));
        match band {
            Some(band) => band.push(element),
            None => unknown.push(element),
        }
    }
    (bands, unknown)
}
