//! What a framework's result leads with, as data.

use super::ids::PartId;
use super::tenths::Tenths;
use crate::json::document;
use serde::Serialize;
use std::rc::Rc;

document! {
    /// What the result leads with. Without any of these: what stands out among the elements.
    #[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
    #[cfg_attr(feature = "validate", derive(serde::Deserialize, schemars::JsonSchema))]
    #[cfg_attr(feature = "validate", serde(deny_unknown_fields))]
    pub struct ResultRules {
        /// The domains are tiers, the first the first to reach: which one do the answers fit?
        #[serde(skip_serializing_if = "Option::is_none")]
        pub tiers: Option<TierRule>,
        /// What is important and low comes first.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub priorities: Option<PriorityRule>,
        /// What is in place and what is still to do.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub readiness: Option<ReadinessRule>,
    }

    /// When answers fit a tier.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    #[cfg_attr(feature = "validate", derive(serde::Deserialize, schemars::JsonSchema))]
    #[cfg_attr(feature = "validate", serde(deny_unknown_fields))]
    pub struct TierRule {
        /// The lowest score of a domain that fits, in points of the rating scale.
        pub fits_from: Tenths,
    }

    /// How important what is.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    #[cfg_attr(feature = "validate", derive(serde::Deserialize, schemars::JsonSchema))]
    #[cfg_attr(feature = "validate", serde(deny_unknown_fields))]
    pub struct PriorityRule {
        /// The part in which people rate how important the elements are.
        pub importance: PartId,
    }

    /// How ready what is rated is, and what to do next.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    #[cfg_attr(feature = "validate", derive(serde::Deserialize, schemars::JsonSchema))]
    #[cfg_attr(feature = "validate", serde(deny_unknown_fields))]
    pub struct ReadinessRule {
        /// What scores mean, from the lowest up; the first begins at 1.
        pub bands: Vec<Band>,
        /// What to do next, whatever the scores.
        pub next_steps: Vec<NextStep>,
    }

    /// Scores that mean the same.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    #[cfg_attr(feature = "validate", derive(serde::Deserialize, schemars::JsonSchema))]
    #[cfg_attr(feature = "validate", serde(deny_unknown_fields))]
    pub struct Band {
        /// The lowest score in it.
        pub from: Tenths,
        /// A few words.
        pub label: Rc<str>,
        /// What it means.
        pub description: Rc<str>,
    }

    /// Something to do.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    #[cfg_attr(feature = "validate", derive(serde::Deserialize, schemars::JsonSchema))]
    #[cfg_attr(feature = "validate", serde(deny_unknown_fields))]
    pub struct NextStep {
        /// A few words that start with a verb.
        pub title: Rc<str>,
        /// What it takes, in a sentence or two.
        pub text: Rc<str>,
    }
}

impl ResultRules {
    /// Whether there is none.
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }
}
