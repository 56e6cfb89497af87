//! The framework file, as Rust types: the only definition of the format.
//!
//! The doc comments of fields end up in the generated JSON Schema, where the author of a framework
//! reads them in an editor.

use super::ids::{CareerStageId, DomainId, ElementId, FrameworkId, PartId, StatementId};
use super::rules::ResultRules;
use super::scale::{Part, RatingScale};
use crate::json::{choice, document};
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
        /// Whom it is for, in words that the catalogue can be searched by.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub audiences: Vec<Audience> = Vec::new(),
        /// What comes out at the end, in a sentence.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub produces: Option<Rc<str>>,
        /// What is rated.
        #[serde(default, skip_serializing_if = "is_person")]
        pub rates: Rates = Rates::Person,
        /// The framework that this one continues: its domains come first, and are not repeated
        /// here. An answer to one of its statements counts in both.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub builds_on: Option<FrameworkId>,
        /// The stages of a career that the framework tells apart, the earliest first. May be empty.
        pub career_stages: Vec<CareerStage>,
        /// How statements are answered.
        pub rating_scale: RatingScale,
        /// Further ratings of the same elements.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub parts: Vec<Part> = Vec::new(),
        /// The domains, in the framework's own order.
        pub domains: Vec<Domain>,
        /// The statements that make the short form. Empty where there is none.
        pub short_form: Vec<StatementId>,
        /// What the result leads with.
        #[serde(default, skip_serializing_if = "ResultRules::is_none")]
        pub result: ResultRules = ResultRules::default(),
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
        /// The framework that this domain is taken from. Written when frameworks that build on
        /// another are put beside the page; not for authors.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub from: Option<FrameworkId>,
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
        /// What it looks like in practice, for some of the career stages.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub examples: Vec<Example> = Vec::new(),
        /// The statements, in the order they are asked: those of one part together.
        pub statements: Vec<Statement>,
    }

    /// What an element looks like at one stage of a career.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    #[cfg_attr(feature = "validate", derive(serde::Deserialize, schemars::JsonSchema))]
    #[cfg_attr(feature = "validate", serde(deny_unknown_fields))]
    pub struct Example {
        /// The career stage.
        pub stage: CareerStageId,
        /// A sentence.
        pub text: Rc<str>,
    }

    /// One statement, rated by the person.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    #[cfg_attr(feature = "validate", derive(serde::Deserialize, schemars::JsonSchema))]
    #[cfg_attr(feature = "validate", serde(deny_unknown_fields))]
    pub struct Statement {
        /// Name for ever: a statement that changes its meaning is a new statement.
        pub id: StatementId,
        /// The statement, in the first person where a person is rated.
        pub text: Rc<str>,
        /// The part that it belongs to, if not to the main one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub part: Option<PartId>,
        /// Whether a high rating is bad: it then counts in reverse.
        #[serde(default, skip_serializing_if = "is_false")]
        pub reversed: bool = false,
    }
}

choice! {
    /// What is rated.
    #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
    #[cfg_attr(feature = "validate", derive(serde::Deserialize, schemars::JsonSchema))]
    pub enum Rates {
        /// The person who answers.
        #[default]
        Person as "person",
        /// A team, by one who is in it.
        Team as "team",
        /// A programme of work.
        Programme as "programme",
    }

    /// Whom a framework is for.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
    #[cfg_attr(feature = "validate", derive(serde::Deserialize, schemars::JsonSchema))]
    pub enum Audience {
        /// Students of a clinical profession.
        Student as "student",
        /// Those in training, and early in their career.
        Trainee as "trainee",
        /// Those who lead a service or more.
        Senior as "senior",
        /// Those who work in primary care.
        PrimaryCare as "primary-care",
        /// Whoever works in health care, whatever their profession.
        AnyProfession as "any-profession",
        /// A team that looks at itself.
        Team as "team",
        /// Those who run a programme.
        Programme as "programme",
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes references")]
fn is_person(rates: &Rates) -> bool {
    *rates == Rates::Person
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes references")]
fn is_false(is: &bool) -> bool {
    !is
}

impl Framework {
    /// Every element with its domain, in order.
    pub fn elements(&self) -> impl Iterator<Item = (&Domain, &Element)> {
        self.domains.iter().flat_map(|domain| domain.elements.iter().map(move |e| (domain, e)))
    }

    /// The further part with this id.
    pub fn part(&self, id: &PartId) -> Option<&Part> {
        self.parts.iter().find(|part| part.id == *id)
    }

    /// How a statement is answered.
    pub fn scale_of(&self, statement: &Statement) -> &RatingScale {
        let part = statement.part.as_ref().and_then(|id| self.part(id));
        part.map_or(&self.rating_scale, |part| &part.rating_scale)
    }

    /// Every statement but those of optional parts, in order.
    pub fn asked_of_all(&self) -> impl Iterator<Item = &Statement> {
        self.statements().filter(|statement| {
            let part = statement.part.as_ref().and_then(|id| self.part(id));
            part.is_none_or(|part| part.offer.is_none())
        })
    }

    /// Every statement, in order.
    pub fn statements(&self) -> impl Iterator<Item = &Statement> {
        self.elements().flat_map(|(_, element)| &element.statements)
    }
}
