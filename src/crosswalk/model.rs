//! The crosswalk file, as Rust types: the only definition of its format.

use crate::framework::{ElementId, Framework, FrameworkId};
use crate::json::{self, document};
use crate::problem::Problem;
use serde::Serialize;
use std::rc::Rc;

document! {
    /// How the elements of frameworks relate to those of one framework, the hub.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    #[cfg_attr(feature = "validate", derive(serde::Deserialize, schemars::JsonSchema))]
    #[cfg_attr(feature = "validate", serde(deny_unknown_fields))]
    pub struct Crosswalk {
        /// Where the JSON Schema of this format lies; for editors, ignored otherwise.
        #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
        pub schema as "$schema": Option<Rc<str>>,
        /// Version of the file format; this one is 1.
        pub format: u32,
        /// Version of the content: three numbers with dots. Raised with every change.
        pub version: Rc<str>,
        /// Language of the texts, as a tag such as en-GB or cy.
        pub language: Rc<str>,
        /// The framework that all others are related to.
        pub hub: FrameworkId,
        /// Whose judgement this is, and what it is good for.
        pub note: Rc<str>,
        /// Every framework but the hub.
        pub frameworks: Vec<Mapped>,
    }

    /// A framework, related to the hub.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    #[cfg_attr(feature = "validate", derive(serde::Deserialize, schemars::JsonSchema))]
    #[cfg_attr(feature = "validate", serde(deny_unknown_fields))]
    pub struct Mapped {
        /// The framework.
        pub framework: FrameworkId,
        /// Its title. Written when the crosswalk is put beside the page; not for authors.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub title: Option<Rc<str>>,
        /// Its own elements, in its order.
        pub elements: Vec<Link>,
    }

    /// An element, related to the hub.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    #[cfg_attr(feature = "validate", derive(serde::Deserialize, schemars::JsonSchema))]
    #[cfg_attr(feature = "validate", serde(deny_unknown_fields))]
    pub struct Link {
        /// The element.
        pub element: ElementId,
        /// Its title. Written when the crosswalk is put beside the page; not for authors.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub title: Option<Rc<str>>,
        /// The title of its domain. Written when the crosswalk is put beside the page; not for
        /// authors.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub domain: Option<Rc<str>>,
        /// The elements of the hub that come nearest, the nearest first. Empty where none does.
        pub nearest: Vec<ElementId>,
        /// What they share, or why none comes near.
        pub why: Rc<str>,
    }
}

impl Crosswalk {
    /// Reads a crosswalk as it lies beside the page.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(text: &str) -> Result<Self, Vec<Problem>> {
        json::read_whole(text)
    }

    /// A framework of it.
    pub fn of(&self, framework: &FrameworkId) -> Option<&Mapped> {
        self.frameworks.iter().find(|mapped| mapped.framework == *framework)
    }

    /// The crosswalk as it is put beside the page: with titles, with the hub, and with what
    /// frameworks have from those that they build on.
    pub fn completed(&self, frameworks: &[Framework]) -> Self {
        let frameworks = frameworks.iter().map(|framework| self.mapped(framework)).collect();
        Self { schema: None, frameworks, ..self.clone() }
    }

    fn mapped(&self, framework: &Framework) -> Mapped {
        let elements = framework.elements().map(|(domain, element)| {
            let owner = domain.from.as_ref().unwrap_or(&framework.id);
            let known = self.of(owner);
            let known = known.and_then(|mapped| mapped.link(&element.id));
            let nearest = if *owner == self.hub { vec![element.id.clone()] } else { Vec::new() };
            Link {
                element: element.id.clone(),
                title: Some(element.title.clone()),
                domain: Some(domain.title.clone()),
                nearest: known.map_or(nearest, |link| link.nearest.clone()),
                why: known.map_or_else(|| "".into(), |link| link.why.clone()),
            }
        });
        Mapped {
            framework: framework.id.clone(),
            title: Some(framework.title.clone()),
            elements: elements.collect(),
        }
    }
}

impl Mapped {
    /// An element of it.
    pub fn link(&self, element: &ElementId) -> Option<&Link> {
        self.elements.iter().find(|link| link.element == *element)
    }

    /// Its title; without one, its id.
    pub fn title(&self) -> Rc<str> {
        self.title.clone().unwrap_or_else(|| self.framework.shared())
    }
}

impl Link {
    /// Its title; without one, its id.
    pub fn title(&self) -> Rc<str> {
        self.title.clone().unwrap_or_else(|| self.element.shared())
    }
}
