//! What can be assessed: a framework with its domains, elements, statements and rating scale.
//!
//! A framework is data that comes from outside: [`parse`] reads and checks it, and whatever it
//! returns can be relied on ([`check`] says on what). The types in [`model`] are the only
//! definition of the file format; the JSON Schema beside the data is generated from them.
//!
//! Knows nothing of a person's responses, of pages, or of where the bytes came from.

mod check;
mod ids;
mod model;
mod parse;
#[cfg(feature = "validate")]
mod validate;

pub use check::check;
pub use ids::{CareerStageId, DomainId, ElementId, FrameworkId, StatementId, is_well_formed};
pub use model::{
    CareerStage, Domain, Element, Framework, NotApplicable, Point, RatingScale, Source, Statement,
};
pub use parse::{MAX_BYTES, parse};
#[cfg(feature = "validate")]
pub use validate::{schema, validate};
