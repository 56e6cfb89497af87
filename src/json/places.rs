//! On which lines of a file its values stand.

use super::file::text;
use super::reader::escaped;
use crate::problem::{Place, Problem};
use jsonc_parser::ast;
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use std::collections::BTreeMap;

/// The problems of a file with their lines, in the order of these.
pub(crate) fn by_line(mut problems: Vec<Problem>, bytes: &[u8]) -> Vec<Problem> {
    let places = text(bytes).map(Places::of).unwrap_or_default();
    for problem in &mut problems {
        places.complete(&mut problem.place);
    }
    problems.sort();
    problems
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
