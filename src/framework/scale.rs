//! How statements are answered: the rating scale, and further parts with a scale of their own.

use super::ids::PartId;
use crate::json::document;
use serde::Serialize;
use std::rc::Rc;

document! {
    /// The ordered points on which every statement is rated.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    #[cfg_attr(feature = "validate", derive(serde::Deserialize, schemars::JsonSchema))]
    #[cfg_attr(feature = "validate", serde(deny_unknown_fields))]
    pub struct RatingScale {
        /// The question that a rating answers.
        pub question: Rc<str>,
        /// Two to nine points, numbered 1, 2, 3 and so on from the least to the most.
        pub points: Vec<Point>,
        /// The answer for a statement that does not apply.
        pub not_applicable: NotApplicable,
    }

    /// One point of a rating scale.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    #[cfg_attr(feature = "validate", derive(serde::Deserialize, schemars::JsonSchema))]
    #[cfg_attr(feature = "validate", serde(deny_unknown_fields))]
    pub struct Point {
        /// What the point counts as in a score, and the key that chooses it.
        pub value: u8,
        /// A few words.
        pub label: Rc<str>,
        /// What has to be true for this point to be the right one.
        pub anchor: Rc<str>,
    }

    /// The answer for a statement that does not apply to a person.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    #[cfg_attr(feature = "validate", derive(serde::Deserialize, schemars::JsonSchema))]
    #[cfg_attr(feature = "validate", serde(deny_unknown_fields))]
    pub struct NotApplicable {
        /// A few words.
        pub label: Rc<str>,
        /// When to choose it.
        pub anchor: Rc<str>,
    }

    /// A further rating of the same elements, beside the main one: how important each is, say, or
    /// what others feel of it. Its statements name it.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    #[cfg_attr(feature = "validate", derive(serde::Deserialize, schemars::JsonSchema))]
    #[cfg_attr(feature = "validate", serde(deny_unknown_fields))]
    pub struct Part {
        /// Name for ever.
        pub id: PartId,
        /// What it is called.
        pub title: Rc<str>,
        /// What it adds, in a sentence or two.
        pub description: Rc<str>,
        /// The question by which a person takes this part; without one, everybody is asked it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub offer: Option<Rc<str>>,
        /// How its statements are answered: with as many points as the framework's own scale.
        pub rating_scale: RatingScale,
    }
}

impl RatingScale {
    /// The point with this value.
    pub fn point(&self, value: u8) -> Option<&Point> {
        self.points.iter().find(|point| point.value == value)
    }

    /// The highest value that can be given; 0 only for a scale that has no points.
    pub fn highest(&self) -> u8 {
        self.points.last().map_or(0, |point| point.value)
    }
}
