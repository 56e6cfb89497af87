//! What one person is asked: the statements of a form, one element to a page.

use crate::framework::{Domain, DomainId, Element, ElementId, Framework, StatementId};
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
    /// The element, with the asked statements only.
    pub element: Element,
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
    /// The questionnaire of a form. Elements of which nothing is asked have no page.
    pub fn new(framework: Rc<Framework>, form: Form) -> Self {
        let mut short = IdMap::new();
        for (number, id) in framework.short_form.iter().enumerate() {
            short.insert(id.shared(), number);
        }
        let pages: Vec<Rc<Page>> = framework
            .elements()
            .filter_map(|(domain, element)| page(domain, element, form, &short).map(Rc::new))
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

    /// How many statements are asked.
    pub fn len(&self) -> usize {
        self.by_statement.len()
    }

    /// Whether nothing is asked.
    pub fn is_empty(&self) -> bool {
        self.by_statement.is_empty()
    }
}

/// The page of an element, with those of its statements that the form asks; `None` if it asks none.
fn page(domain: &Domain, element: &Element, form: Form, short: &IdMap<usize>) -> Option<Page> {
    let mut element = element.clone();
    if form == Form::Short {
        element.statements.retain(|statement| short.contains(statement.id.as_str()));
    }
    (!element.statements.is_empty()).then(|| Page {
        domain: domain.id.clone(),
        domain_title: domain.title.clone(),
        element,
    })
}
