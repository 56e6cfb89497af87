//! What files of sessions, pathways and what others offer must be, beside each other.

mod elsewhere;
mod exercise;
mod pathway;
mod session;

use super::elsewhere::Elsewhere;
use super::outline::Pathway;
use super::session::Session;
use crate::framework::{Framework, FrameworkId};
use crate::json::{self, Checker};
use crate::problem::{Problem, quoted, wrong_name};
use serde_json::Value;

/// All that there is, which files refer to.
#[derive(Debug, Clone, Copy)]
pub struct Shelves<'a> {
    /// All frameworks.
    pub frameworks: &'a [Framework],
    /// All sessions, as far as they can be read.
    pub sessions: &'a [Session],
    /// All pathways, as far as they can be read.
    pub pathways: &'a [Pathway],
}

impl Shelves<'_> {
    fn has_session(&self, id: &str) -> bool {
        self.sessions.iter().any(|session| session.id.as_str() == id)
    }
}

/// The JSON Schema of sessions, generated from the types.
pub fn session_schema() -> Value {
    schemars::schema_for!(Session).to_value()
}

/// The JSON Schema of pathways, generated from the types.
pub fn pathway_schema() -> Value {
    schemars::schema_for!(Pathway).to_value()
}

/// The JSON Schema of what others offer, generated from the types.
pub fn elsewhere_schema() -> Value {
    schemars::schema_for!(Elsewhere).to_value()
}

/// Checks a session file: everything that is wrong with it, in the order of its lines. `name` is the
/// file's name without folder and ending.
pub fn validate_session(bytes: &[u8], name: Option<&str>, shelves: &Shelves<'_>) -> Vec<Problem> {
    json::validated(bytes, |read: &Session| {
        let mut problems = session::check(read, shelves);
        problems.extend(name.and_then(|name| wrong_name(read.id.as_str(), name)));
        problems
    })
}

/// Checks a pathway file, as [`validate_session`].
pub fn validate_pathway(bytes: &[u8], name: Option<&str>, shelves: &Shelves<'_>) -> Vec<Problem> {
    json::validated(bytes, |read: &Pathway| {
        let mut problems = pathway::check(read, shelves);
        problems.extend(name.and_then(|name| wrong_name(read.id.as_str(), name)));
        problems
    })
}

/// Checks a file of what others offer, as [`validate_session`]; its name is free.
pub fn validate_elsewhere(bytes: &[u8], shelves: &Shelves<'_>) -> Vec<Problem> {
    json::validated(bytes, |read: &Elsewhere| elsewhere::check(read, shelves))
}

/// Checks that a framework is there, and returns it.
fn framework<'a>(
    checker: &mut Checker,
    id: &FrameworkId,
    shelves: &Shelves<'a>,
) -> Option<&'a Framework> {
    let framework = shelves.frameworks.iter().find(|framework| framework.id == *id);
    let what = format!("there is no framework `{}`", quoted(id.as_str()));
    checker.field("framework", framework.is_some(), &what, "name a framework that is there");
    framework
}

/// Whether a framework has an element.
fn has_element(framework: Option<&Framework>, id: &str) -> bool {
    // Without a framework nothing can be said, and that it is not there is said already.
    framework.is_none_or(|framework| framework.elements().any(|(_, one)| one.id.as_str() == id))
}
