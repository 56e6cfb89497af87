//! What one person is asked: the statements of a form, one element to a page.

use super::response::{Assessment, Response};
use super::scoring::reversed;
use crate::framework::{
    Domain, DomainId, Element, ElementId, Framework, FrameworkId, Part, PartId, Statement,
    StatementId,
};
use crate::id_map::IdMap;
use std::rc::Rc;

/// How much of a framework is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// Every statement.
    Full,
    /// The statements that the framework names as its short form.
    Short,
}

impl Form {
    /// The word for it in addresses and records.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Short => "short",
        }
    }

    /// Whether a framework has statements for it.
    pub fn is_offered_by(self, framework: &Framework) -> bool {
        match self {
            Self::Full => framework.statements().next().is_some(),
            Self::Short => !framework.short_form.is_empty(),
        }
    }

    /// The optional parts of a framework of which this form asks something.
    pub fn offers(self, framework: &Framework) -> impl Iterator<Item = &Part> {
        framework.parts.iter().filter(move |part| {
            part.offer.is_some()
                && framework.statements().any(|statement| {
                    statement.part.as_ref() == Some(&part.id)
                        && (self == Self::Full || framework.short_form.contains(&statement.id))
                })
        })
    }

    /// Reads the word.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Full, Self::Short].into_iter().find(|form| form.as_str() == text)
    }
}

/// One page of a questionnaire: an element with those of its statements that are asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The domain that the element belongs to.
    pub domain: DomainId,
    /// The domain's title.
    pub domain_title: Rc<str>,
    /// The framework that the domain is from.
    pub owner: FrameworkId,
    /// The element, with the asked statements only.
    pub element: Element,
}

impl Page {
    /// The statements of the main part, or of a further one.
    pub fn statements_of(&self, part: Option<&PartId>) -> impl Iterator<Item = &Statement> {
        let statements = self.element.statements.iter();
        statements.filter(move |statement| statement.part.as_ref() == part)
    }

    /// The statements in groups of the same part, in order.
    pub fn groups(&self) -> impl Iterator<Item = &[Statement]> {
        self.element.statements.chunk_by(|one, other| one.part == other.part)
    }
}

/// A framework as one person is asked it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Questionnaire {
    framework: Rc<Framework>,
    form: Form,
    pages: Vec<Rc<Page>>,
    by_element: IdMap<usize>,
    by_statement: IdMap<usize>,
}

impl Questionnaire {
    /// What an assessment asks.
    pub fn of(framework: Rc<Framework>, assessment: &Assessment) -> Self {
        Self::new(framework, assessment.form, assessment.parts())
    }

    /// The questionnaire of a form, with some of the optional parts. Elements of which nothing is
    /// asked have no page.
    pub fn new(framework: Rc<Framework>, form: Form, parts: &[PartId]) -> Self {
        let mut short = IdMap::new();
        for (number, id) in framework.short_form.iter().enumerate() {
            short.insert(id.shared(), number);
        }
        let pages: Vec<Rc<Page>> = framework
            .elements()
            .filter_map(|(domain, element)| {
                page(&framework, domain, element, |statement| {
                    (form == Form::Full || short.contains(statement.id.as_str()))
                        && is_taken(&framework, statement, parts)
                })
            })
            .map(Rc::new)
            .collect();
        let mut by_element = IdMap::new();
        let mut by_statement = IdMap::new();
        for (number, page) in pages.iter().enumerate() {
            by_element.insert(page.element.id.shared(), number);
            for statement in &page.element.statements {
                by_statement.insert(statement.id.shared(), number);
            }
        }
        Self { framework, form, pages, by_element, by_statement }
    }

    /// The framework that is asked.
    pub fn framework(&self) -> &Rc<Framework> {
        &self.framework
    }

    /// How much of it is asked.
    pub fn form(&self) -> Form {
        self.form
    }

    /// The pages in order.
    pub fn pages(&self) -> &[Rc<Page>] {
        &self.pages
    }

    /// The page with a number, counted from 0.
    pub fn page(&self, number: usize) -> Option<&Rc<Page>> {
        self.pages.get(number)
    }

    /// The number of the page for an element.
    pub fn page_of_element(&self, element: &ElementId) -> Option<usize> {
        self.by_element.get(element.as_str()).copied()
    }

    /// The number of the page that asks a statement; `None` if it is not asked.
    pub fn page_of_statement(&self, statement: &StatementId) -> Option<usize> {
        self.by_statement.get(statement.as_str()).copied()
    }

    /// The answer to a statement, if it has one that counts: a rating that the scale does not have
    /// is none. A record from elsewhere can hold one.
    pub fn response(&self, assessment: &Assessment, statement: &StatementId) -> Option<Response> {
        assessment.response(statement).filter(|response| match response {
            Response::Rated(value) => self.framework.rating_scale.point(*value).is_some(),
            Response::NotApplicable => true,
        })
    }

    /// The answer to a statement as it counts in a score: a rating of a statement that is worded
    /// the other way round, in reverse.
    pub(super) fn counted(
        &self,
        assessment: &Assessment,
        statement: &Statement,
    ) -> Option<Response> {
        self.response(assessment, &statement.id).map(|response| match response {
            Response::Rated(value) if statement.reversed => {
                Response::Rated(reversed(value, self.framework.rating_scale.highest()))
            }
            other => other,
        })
    }

    /// How many statements are asked.
    pub fn len(&self) -> usize {
        self.by_statement.len()
    }

    /// Whether nothing is asked.
    pub fn is_empty(&self) -> bool {
        self.by_statement.is_empty()
    }
}

/// The page of an element, with those of its statements that are asked; `None` if there are none.
fn page(
    framework: &Framework,
    domain: &Domain,
    element: &Element,
    is_asked: impl Fn(&Statement) -> bool,
) -> Option<Page> {
    let mut element = element.clone();
    element.statements.retain(is_asked);
    (!element.statements.is_empty()).then(|| Page {
        domain: domain.id.clone(),
        domain_title: domain.title.clone(),
        owner: domain.from.as_ref().unwrap_or(&framework.id).clone(),
        element,
    })
}

/// Whether the part of a statement is asked: it is not optional, or was taken.
fn is_taken(framework: &Framework, statement: &Statement, taken: &[PartId]) -> bool {
    let part = statement.part.as_ref().and_then(|id| framework.part(id));
    part.is_none_or(|part| part.offer.is_none() || taken.contains(&part.id))
}
