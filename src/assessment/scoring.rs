//! How responses become scores. This is all of it.
//!
//! 1. An element's score is the mean of the ratings given to its statements.
//! 2. "Not applicable" and unanswered statements are left out of the mean: neither counts as low.
//! 3. An element has a score only if at least half of its statements were rated; otherwise there is
//!    *not enough* to say. If every one of them was answered "not applicable" it is *not in the
//!    role*.
//! 4. A domain's score is the mean of its elements' scores: elements count alike, however many of
//!    their statements were rated. Elements without a score are left out; a domain in which none
//!    has one has none.
//! 5. Scores are computed to the billionth and rounded only when shown, to one decimal, a half up.
//!
//! 6. A statement that is worded so that a high rating is bad counts in reverse: of five points, 1
//!    counts as 5, 2 as 4, 3 as 3.
//! 7. Where a framework has further parts (how important each element is, say), each part is scored
//!    by itself, by the same rules.
//!
//! "Its statements" are those that the form asks: four of four in a full form, one in a short one.
//! There is no weighting, no total, no pass mark, and no comparison with other people.

use super::response::Response;
use crate::framework::Tenths;
use std::fmt;

/// A mean of ratings, from the lowest to the highest value of the rating scale.
///
/// Kept as a whole number of billionths, so that equal means are equal whatever they are means of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Score(u64);

/// What one point of the rating scale counts.
const ONE: u64 = 1_000_000_000;
/// More than rounding to billionths, of up to hundreds of means, can be off by.
const SLACK: u64 = 500;

impl Score {
    /// The mean of some ratings; `None` if there are none.
    pub fn mean_of_ratings(ratings: impl IntoIterator<Item = u8>) -> Option<Self> {
        Self::mean(ratings.into_iter().map(|rating| u64::from(rating) * ONE))
    }

    /// A point of a rating scale, as a score.
    pub fn whole(point: u8) -> Self {
        Self(u64::from(point) * ONE)
    }

    /// The mean of some scores; `None` if there are none.
    pub fn mean_of_scores(scores: impl IntoIterator<Item = Self>) -> Option<Self> {
        Self::mean(scores.into_iter().map(|score| score.0))
    }

    fn mean(values: impl IntoIterator<Item = u64>) -> Option<Self> {
        let (sum, count) =
            values.into_iter().fold((0, 0), |(sum, count), value| (sum + value, count + 1));
        (count > 0).then(|| Self((sum + count / 2) / count))
    }

    /// The value.
    pub fn value(self) -> f64 {
        self.0 as f64 / ONE as f64
    }

    /// Whether it is above the other by more than rounding.
    pub fn is_above(self, other: Self) -> bool {
        self.0 > other.0 + SLACK
    }

    /// Whether it is at least so much, apart from rounding.
    pub fn reaches(self, least: Tenths) -> bool {
        self.0 + SLACK >= u64::from(least.tenths()) * (ONE / 10)
    }

    /// How far it is above the other, in billionths of a point; within rounding, not at all.
    pub fn above(self, other: Self) -> i64 {
        if self.is_above(other) || other.is_above(self) {
            // Both are at most nine points, far from the ends of the type.
            self.0 as i64 - other.0 as i64
        } else {
            0
        }
    }

    /// Whether it lies above the middle of a scale from 1 to `highest`.
    pub fn is_in_upper_half(self, highest: u8) -> bool {
        self.0 > (u64::from(highest) + 1) * ONE / 2 + SLACK
    }

    /// A number that orders scores as their values do.
    pub(super) fn rank(self) -> u64 {
        self.0
    }

    /// How far from zero to the highest point of the scale, from 0 to 1.
    pub fn share_of(self, highest: u8) -> f64 {
        if highest == 0 { 0.0 } else { (self.value() / f64::from(highest)).clamp(0.0, 1.0) }
    }
}

impl fmt::Display for Score {
    /// One decimal, a half rounded up.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tenths = (self.0 + ONE / 20 + SLACK) / (ONE / 10);
        write!(f, "{}.{}", tenths / 10, tenths % 10)
    }
}

/// What a rating counts as where the statement is worded the other way round.
pub(super) fn reversed(value: u8, highest: u8) -> u8 {
    (highest + 1).saturating_sub(value)
}

/// What an element's responses come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ElementScore {
    /// The mean of the ratings.
    Scored(Score),
    /// Fewer than half of the statements were rated.
    NotEnough,
    /// Every statement was answered "not applicable".
    NotInRole,
}

impl ElementScore {
    /// The score, if there is one.
    pub fn score(self) -> Option<Score> {
        match self {
            Self::Scored(score) => Some(score),
            Self::NotEnough | Self::NotInRole => None,
        }
    }
}

/// The score of an element from the responses to each of its asked statements, `None` for those
/// without an answer.
pub fn element_score(responses: &[Option<Response>]) -> ElementScore {
    let ratings = responses.iter().filter_map(|response| match response {
        Some(Response::Rated(value)) => Some(*value),
        Some(Response::NotApplicable) | None => None,
    });
    let rated = ratings.clone().count();
    let all_outside_role = !responses.is_empty()
        && responses.iter().all(|response| *response == Some(Response::NotApplicable));
    if all_outside_role {
        return ElementScore::NotInRole;
    }
    if rated * 2 < responses.len() {
        return ElementScore::NotEnough;
    }
    Score::mean_of_ratings(ratings).map_or(ElementScore::NotEnough, ElementScore::Scored)
}

/// The score of a domain from those of its elements; `None` if no element has one.
pub fn domain_score(elements: impl IntoIterator<Item = ElementScore>) -> Option<Score> {
    Score::mean_of_scores(elements.into_iter().filter_map(ElementScore::score))
}
