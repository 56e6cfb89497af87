//! How the elements of frameworks relate: each finds its nearest in one framework, the hub.
//!
//! It is the makers' judgement, a file of its own (frameworks/crosswalk.json). With it a result can
//! be read in another framework's words, and what there is to learn for the hub serves all.

#[cfg(feature = "validate")]
mod check;
mod model;
mod reading;

#[cfg(feature = "validate")]
pub use check::{schema, validate};
pub use model::{Crosswalk, Link, Mapped};
pub use reading::{Counterpart, Need, in_words_of, needs};

/// Address of the crosswalk, relative to the page.
pub const ADDRESS: &str = "frameworks/crosswalk.json";
