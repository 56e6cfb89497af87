//! The pathway file, as Rust types: the only definition of its format.

use super::ids::{ActivityId, ModuleId, PathwayId, SessionId};
use crate::framework::{ElementId, FrameworkId};
use crate::json::document;
use serde::Serialize;
use std::rc::Rc;

document! {
    /// A pathway: sessions and activities in an order that serves a purpose.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    #[cfg_attr(feature = "validate", derive(serde::Deserialize, schemars::JsonSchema))]
    #[cfg_attr(feature = "validate", serde(deny_unknown_fields))]
    pub struct Pathway {
        /// Where the JSON Schema of this format lies; for editors, ignored otherwise.
        #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
        pub schema as "$schema": Option<Rc<str>>,
        /// Version of the file format; this one is 1.
        pub format: u32,
        /// Name of the pathway for ever, and of its file.
        pub id: PathwayId,
        /// Version of the content: three numbers with dots. Raised with every change.
        pub version: Rc<str>,
        /// Language of the texts, as a tag such as en-GB or cy.
        pub language: Rc<str>,
        /// What it is called.
        pub title: Rc<str>,
        /// What it is, in a sentence.
        pub summary: Rc<str>,
        /// Whom it suits, and when.
        pub audience: Rc<str>,
        /// Where its structure comes from, and whose it is.
        pub source: Rc<str>,
        /// The framework that the elements are of.
        pub framework: FrameworkId,
        /// The sessions that are good to start with, before all modules.
        #[serde(default)]
        pub first: Vec<SessionId> = Vec::new(),
        /// The modules, in order.
        pub modules: Vec<Module>,
    }

    /// A part of a pathway.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    #[cfg_attr(feature = "validate", derive(serde::Deserialize, schemars::JsonSchema))]
    #[cfg_attr(feature = "validate", serde(deny_unknown_fields))]
    pub struct Module {
        /// Name for ever, within the pathway.
        pub id: ModuleId,
        /// What it is called.
        pub title: Rc<str>,
        /// What it is about.
        pub summary: Rc<str>,
        /// Its sessions, in order.
        #[serde(default)]
        pub sessions: Vec<SessionId> = Vec::new(),
        /// Its activities, in order.
        #[serde(default)]
        pub activities: Vec<Activity> = Vec::new(),
    }

    /// Something to do at work, and to keep evidence of.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    #[cfg_attr(feature = "validate", derive(serde::Deserialize, schemars::JsonSchema))]
    #[cfg_attr(feature = "validate", serde(deny_unknown_fields))]
    pub struct Activity {
        /// Name for ever, in all pathways.
        pub id: ActivityId,
        /// What it is called.
        pub title: Rc<str>,
        /// What it is.
        pub text: Rc<str>,
        /// When it suits.
        pub when: Rc<str>,
        /// A first step.
        pub start: Rc<str>,
        /// What to note down.
        pub record: Rc<str>,
        /// What it shows.
        pub shows: Rc<str>,
        /// The elements that it helps with.
        pub elements: Vec<ElementId>,
    }
}

impl Pathway {
    /// All its sessions, in order.
    pub fn sessions(&self) -> impl Iterator<Item = &SessionId> {
        self.first.iter().chain(self.modules.iter().flat_map(|module| &module.sessions))
    }

    /// All its activities, in order.
    pub fn activities(&self) -> impl Iterator<Item = &Activity> {
        self.modules.iter().flat_map(|module| &module.activities)
    }
}
