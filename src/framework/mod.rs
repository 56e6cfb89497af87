//! What can be assessed: a framework with its domains, elements, statements and rating scale.
//!
//! A framework is data that comes from outside: [`parse`] reads and checks it, and whatever it
//! returns can be relied on ([`is_sound`] says on what). The types in [`model`] are the only
//! definition of the file format; the JSON Schema beside the data is generated from them.
//!
//! Knows nothing of a person's responses, of pages, or of where the bytes came from.

#[cfg(feature = "validate")]
mod check;
mod ids;
#[cfg(feature = "validate")]
mod join;
mod model;
mod parse;
mod rules;
mod scale;
mod sound;
mod tenths;
#[cfg(feature = "validate")]
mod validate;

pub use crate::form::is_well_formed;
#[cfg(feature = "validate")]
pub use check::check;
pub(crate) use ids::id;
pub use ids::{CareerStageId, DomainId, ElementId, FrameworkId, PartId, StatementId};
#[cfg(feature = "validate")]
pub use join::join;
pub use model::{
    Audience, CareerStage, Domain, Element, Example, Framework, Rates, Source, Statement,
};
pub use parse::{parse, read_unjoined};
pub use rules::{Band, NextStep, PriorityRule, ReadinessRule, ResultRules, TierRule};
pub use scale::{NotApplicable, Part, Point, RatingScale};
pub use sound::is_sound;
pub(crate) use sound::{MAX_ELEMENTS, MAX_STATEMENTS};
pub use tenths::Tenths;
#[cfg(feature = "validate")]
pub use validate::{schema, validate};
