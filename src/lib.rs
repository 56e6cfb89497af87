//! Bellwether: clinical-leadership self-assessment that runs entirely in the browser.
//!
//! # The rooms
//!
//! The core decides everything that can be decided without a browser. It knows neither Yew nor
//! web-sys, has no clock and no storage, and builds with the feature `web` off:
//!
//! - [`framework`]: what can be assessed;
//! - [`assessment`]: one person's responses, and what they come to;
//! - [`record`]: all that a person has, and how it is kept;
//! - [`profile`]: whose record it is, where several people share a browser, and locks;
//! - [`catalogue`]: which frameworks there are;
//! - [`crosswalk`]: how the elements of frameworks relate;
//! - [`learning`]: sessions, pathways, and which of them are for whom;
//! - [`app`]: the state of the app, what can happen to it, and its addresses;
//! - [`time`], [`problem`], [`id_map`], [`link`], `form`, `json` and `order`: what several of them need.
//!
//! Around it, with the feature `web`:
//!
//! - `browser`: the only room that touches the browser's own interfaces;
//! - `components`: pieces that pages share;
//! - `pages`: one file a page, drawn from the state.
//!
//! Arrows point inwards only; a test over `use` lines keeps it so. docs/architecture.md has the
//! whole picture.

pub mod app;
pub mod assessment;
pub mod catalogue;
pub mod crosswalk;
mod form;
pub mod framework;
pub mod id_map;
mod json;
pub mod learning;
pub mod link;
mod order;
pub mod problem;
pub mod profile;
pub mod record;
pub mod time;

#[cfg(feature = "web")]
pub mod browser;
#[cfg(feature = "web")]
pub mod components;
#[cfg(feature = "web")]
pub mod pages;
