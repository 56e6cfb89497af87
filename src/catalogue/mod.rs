//! Which frameworks there are, without loading them all.
//!
//! The catalogue is made from the framework files when the app is built, so adding a framework is
//! adding a file. Knows nothing of how either is fetched.

use crate::form::{is_text, is_title};
use crate::framework::{Audience, Framework, FrameworkId, Rates, is_well_formed};
use crate::json::{self, Reader, document};
use serde::Serialize;
use std::rc::Rc;

mod suggest;

pub use suggest::{Time, Wish};

/// Address of the catalogue, relative to the page.
pub const ADDRESS: &str = "frameworks/catalogue.json";

/// Seconds that a person takes for one statement, to tell how long a questionnaire takes.
const SECONDS_PER_STATEMENT: usize = 9;

document! {
    /// All frameworks that can be chosen.
    #[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
    pub struct Catalogue {
        /// In the order in which they are shown.
        pub frameworks: Vec<Entry>,
    }

    /// One framework, as far as is needed to choose it.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    pub struct Entry {
        /// Its id.
        pub id: FrameworkId,
        /// Its title.
        pub title: Rc<str>,
        /// What it assesses.
        pub summary: Rc<str>,
        /// Whom it is for.
        pub audience: Rc<str>,
        /// Whom it is for, in words to choose by.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub audiences: Vec<Audience> = Vec::new(),
        /// What is rated.
        pub rates: Rates,
        /// What comes out at the end.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub produces: Option<Rc<str>>,
        /// How many statements the full form asks, without optional parts.
        pub statements: usize,
        /// How many the short form asks; 0 if there is none.
        pub short_form: usize,
    }
}

/// Far more frameworks than anybody chooses from.
const MOST: usize = 1_000;

impl Catalogue {
    /// The catalogue of some frameworks, in the order of their titles.
    pub fn of<'a>(frameworks: impl IntoIterator<Item = &'a Framework>) -> Self {
        let mut frameworks: Vec<Entry> = frameworks.into_iter().map(Entry::of).collect();
        frameworks.sort_by(|one, other| one.title.cmp(&other.title));
        Self { frameworks }
    }

    /// Reads a catalogue; `None` if it is damaged, or not one that pages can rely on.
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() > json::MAX_BYTES {
            return None;
        }
        let (catalogue, findings): (Self, _) = Reader::read(json::parse(text).ok()?);
        let is_sound =
            catalogue.frameworks.len() <= MOST && catalogue.frameworks.iter().all(Entry::is_sound);
        (findings.is_empty() && is_sound).then_some(catalogue)
    }

    /// The title of a framework; of one that is not here, its id.
    pub fn title(&self, id: &FrameworkId) -> Rc<str> {
        let entry = self.frameworks.iter().find(|entry| entry.id == *id);
        entry.map_or_else(|| id.shared(), |entry| entry.title.clone())
    }

    /// The only framework, if there is just one.
    pub fn only(&self) -> Option<&Entry> {
        match self.frameworks.as_slice() {
            [only] => Some(only),
            _ => None,
        }
    }
}

impl Entry {
    /// Whether it can be shown: as much as a sound framework says of itself.
    fn is_sound(&self) -> bool {
        is_well_formed(self.id.as_str())
            && is_title(&self.title)
            && [&self.summary, &self.audience].into_iter().all(|text| is_text(text))
            && self.produces.as_deref().is_none_or(is_text)
    }

    /// The entry of a framework.
    pub fn of(framework: &Framework) -> Self {
        Self {
            id: framework.id.clone(),
            title: framework.title.clone(),
            summary: framework.summary.clone(),
            audience: framework.audience.clone(),
            audiences: framework.audiences.clone(),
            rates: framework.rates,
            produces: framework.produces.clone(),
            statements: framework.asked_of_all().count(),
            short_form: framework.short_form.len(),
        }
    }
}

/// Address of a framework's file, relative to the page; `None` if the id cannot be one, so that no
/// address from outside leads to another place.
pub fn address(framework: &FrameworkId) -> Option<String> {
    is_well_formed(framework.as_str()).then(|| format!("frameworks/{framework}.json"))
}

/// About how many minutes a number of statements takes, at least one.
pub fn minutes(statements: usize) -> usize {
    statements.saturating_mul(SECONDS_PER_STATEMENT).div_ceil(60).max(1)
}
