//! Every problem of a framework file at once, each with its line: for authors and tools.

use super::model::Framework;
use super::parse::read;
use crate::json;
use crate::problem::{Problem, wrong_name};
use serde_json::Value;

/// The JSON Schema of the framework format, generated from the types.
pub fn schema() -> Value {
    schemars::schema_for!(Framework).to_value()
}

/// Checks a framework file: everything that is wrong with it, in the order of its lines; nothing,
/// if it can be used. `name` is the file's name without folder and ending, if it has one: it has to
/// be the framework's id.
pub fn validate(bytes: &[u8], name: Option<&str>) -> Vec<Problem> {
    let (framework, mut problems) = match read(bytes) {
        Ok(read) => read,
        Err(problem) => return vec![problem],
    };
    let is_new = |problem: &Problem| !problems.iter().any(|known| known.place == problem.place);
    let name = name.and_then(|name| wrong_name(framework.id.as_str(), name)).filter(is_new);
    problems.extend(name);
    json::by_line(problems, bytes)
}
