//! The framework file, as Rust types: the only definition of the format.
//!
//! The doc comments of fields end up in the generated JSON Schema, where the author of a framework
//! reads them in an editor.

use super::ids::{CareerStageId, DomainId, ElementId, FrameworkId, StatementId};
use crate::json::document;
use serde::Serialize;
use std::rc::Rc;

document! {
    /// A framework: something a person can be assessed against.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    #[cfg_attr(feature = "validate", derive(serde::Deserialize, schemars::JsonSchema))]
    #[cfg_attr(feature = "validate", serde(deny_unknown_fields))]
    pub struct Framework {
        /// Where the JSON Schema of this format lies; for editors, ignored otherwise.
        #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
        pub schema as "$schema": Option<Rc<str>>,
        /// Version of the file format; this one is 1.
        pub format: u32,
        /// Name of the framework for ever, and of its file.
        pub id: FrameworkId,
        /// Version of the content: three numbers with dots, such as 1.0.0. Raised with every change.
        pub version: Rc<str>,
        /// Language of the texts, as a tag such as en-GB or cy.
        pub language: Rc<str>,
        /// Title as people know it.
        pub title: Rc<str>,
        /// What is assessed, in one or two sentences.
        pub summary: Rc<str>,
        /// Who owns the framework that this follows.
        pub owner: Rc<str>,
        /// Where the framework is published.
        pub source: Source,
        /// What belongs to whom, under which terms, and that nobody endorses it.
        pub rights: Rc<str>,
        /// Whom it is for.
        pub audience: Rc<str>,
        /// The stages of a career that the framework tells apart, the earliest first. May be empty.
        pub career_stages: Vec<CareerStage>,
        /// How statements are answered.
        pub rating_scale: RatingScale,
        /// The domains, in the framework's own order.
        pub domains: Vec<Domain>,
        /// The statements that make the short form. Empty where there is none.
        pub short_form: Vec<StatementId>,
    }

    /// A publication with a link to it.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    #[cfg_attr(feature = "validate", derive(serde::Deserialize, schemars::JsonSchema))]
    #[cfg_attr(feature = "validate", serde(deny_unknown_fields))]
    pub struct Source {
        /// Title, publisher and year.
        pub title: Rc<str>,
        /// Address, http or https.
        pub link: Rc<str>,
    }

    /// A stage of a career.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    #[cfg_attr(feature = "validate", derive(serde::Deserialize, schemars::JsonSchema))]
    #[cfg_attr(feature = "validate", serde(deny_unknown_fields))]
    pub struct CareerStage {
        /// Name for ever.
        pub id: CareerStageId,
        /// What the stage is called.
        pub title: Rc<str>,
        /// Who is in it.
        pub description: Rc<str>,
    }

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

    /// A domain: the top grouping in a framework.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    #[cfg_attr(feature = "validate", derive(serde::Deserialize, schemars::JsonSchema))]
    #[cfg_attr(feature = "validate", serde(deny_unknown_fields))]
    pub struct Domain {
        /// Name for ever.
        pub id: DomainId,
        /// The framework's own short name for it.
        pub title: Rc<str>,
        /// What it covers, in a sentence or two.
        pub description: Rc<str>,
        /// The elements, in the framework's own order.
        pub elements: Vec<Element>,
    }

    /// An element: a grouping within a domain, and what gets a score.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    #[cfg_attr(feature = "validate", derive(serde::Deserialize, schemars::JsonSchema))]
    #[cfg_attr(feature = "validate", serde(deny_unknown_fields))]
    pub struct Element {
        /// Name for ever.
        pub id: ElementId,
        /// The framework's own short name for it.
        pub title: Rc<str>,
        /// What it covers, in a sentence or two.
        pub description: Rc<str>,
        /// A question for someone strong in it: what might it cost when overplayed?
        #[serde(skip_serializing_if = "Option::is_none")]
        pub overuse: Option<Rc<str>>,
        /// The statements, in the order they are asked.
        pub statements: Vec<Statement>,
    }

    /// One statement, rated by the person.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    #[cfg_attr(feature = "validate", derive(serde::Deserialize, schemars::JsonSchema))]
    #[cfg_attr(feature = "validate", serde(deny_unknown_fields))]
    pub struct Statement {
        /// Name for ever: a statement that changes its meaning is a new statement.
        pub id: StatementId,
        /// The statement, in the first person.
        pub text: Rc<str>,
    }
}

impl Framework {
    /// Every element with its domain, in order.
    pub fn elements(&self) -> impl Iterator<Item = (&Domain, &Element)> {
        self.domains.iter().flat_map(|domain| domain.elements.iter().map(move |e| (domain, e)))
    }

    /// Every statement, in order.
    pub fn statements(&self) -> impl Iterator<Item = &Statement> {
        self.elements().flat_map(|(_, element)| &element.statements)
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
