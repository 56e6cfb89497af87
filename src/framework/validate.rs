//! Every problem of a framework file at once, each with its line: for authors and tools.

use super::model::Framework;
use super::parse::{read, text};
use crate::json::escaped;
use crate::problem::{Place, Problem, quoted};
use jsonc_parser::ast;
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use serde_json::Value;
use std::collections::BTreeMap;

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
    let name = name.and_then(|name| wrong_name(&framework, name)).filter(is_new);
    problems.extend(name);
    let places = text(bytes).map(Places::of).unwrap_or_default();
    for problem in &mut problems {
        places.complete(&mut problem.place);
    }
    problems.sort();
    problems
}

fn wrong_name(framework: &Framework, name: &str) -> Option<Problem> {
    let id = framework.id.as_str();
    (!id.is_empty() && id != name).then(|| {
        Problem::new(
            Place::at("/id"),
            format!("the id is `{}` but the file is `{}.json`", framework.id, quoted(name)),
            "give file and id the same name",
        )
    })
}

/// On which line each value of a file stands.
#[derive(Default)]
struct Places {
    lines: BTreeMap<String, usize>,
}

impl Places {
    /// The places of a text that is JSON.
    fn of(text: &str) -> Self {
        let mut places = Self::default();
        let parsed = parse_to_ast(text, &CollectOptions::default(), &ParseOptions::default());
        if let Some(value) = parsed.ok().and_then(|parsed| parsed.value) {
            places.walk(&value, String::new(), &Lines::of(text));
        }
        places
    }

    fn walk(&mut self, value: &ast::Value<'_>, pointer: String, lines: &Lines) {
        match value {
            ast::Value::Object(object) => {
                for property in &object.properties {
                    let at = format!("{pointer}/{}", escaped(property.name.as_str()));
                    self.walk(&property.value, at.clone(), lines);
                    self.lines.insert(at, lines.number(property.start()));
                }
            }
            ast::Value::Array(array) => {
                for (i, item) in array.elements.iter().enumerate() {
                    self.walk(item, format!("{pointer}/{i}"), lines);
                }
            }
            _ => {}
        }
        self.lines.entry(pointer).or_insert_with(|| lines.number(value.start()));
    }

    /// Adds the line to a place that has only a pointer: of the value, or of what holds it.
    fn complete(&self, place: &mut Place) {
        let mut pointer = place.pointer.as_str();
        while place.line.is_none() && !place.pointer.is_empty() {
            place.line = self.lines.get(pointer).copied();
            match pointer.rfind('/') {
                Some(end) => pointer = pointer.get(..end).unwrap_or_default(),
                None => break,
            }
        }
    }
}

/// Where the lines of a text start, in bytes.
struct Lines(Vec<usize>);

impl Lines {
    fn of(text: &str) -> Self {
        Self(text.match_indices('\n').map(|(at, _)| at + 1).collect())
    }

    /// The line of a byte, counted from 1.
    fn number(&self, byte: usize) -> usize {
        self.0.partition_point(|&start| start <= byte) + 1
    }
}
