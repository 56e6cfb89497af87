//! What is wrong with something that came from outside, said to a person.

use std::fmt;

/// Where in a document a problem lies.
///
/// A place is told as exactly as is known: a JSON pointer (RFC 6901), a line, both, or neither,
/// which means the document as a whole.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Line, counted from 1.
    pub line: Option<usize>,
    /// Column in characters, counted from 1.
    pub column: Option<usize>,
    /// JSON pointer to the value; empty for the whole document.
    pub pointer: String,
}

impl Place {
    /// The document as a whole.
    pub fn whole() -> Self {
        Self::default()
    }

    /// The value that a JSON pointer names.
    pub fn at(pointer: impl Into<String>) -> Self {
        Self { pointer: pointer.into(), ..Self::default() }
    }

    /// A line and column, both counted from 1.
    pub fn line(line: usize, column: usize) -> Self {
        Self { line: Some(line), column: Some(column), pointer: String::new() }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.line, self.column, self.pointer.as_str()) {
            (None, _, "") => f.write_str("the whole file"),
            (None, _, pointer) => f.write_str(pointer),
            (Some(line), Some(column), "") => write!(f, "line {line}, column {column}"),
            (Some(line), _, "") => write!(f, "line {line}"),
            (Some(line), _, pointer) => write!(f, "line {line}, {pointer}"),
        }
    }
}

/// One thing that is wrong, where, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Where it is.
    pub place: Place,
    /// What is wrong, as a clause without a full stop.
    pub what: String,
    /// What to do about it, as a clause without a full stop.
    pub remedy: String,
}

impl Problem {
    /// A problem at a place.
    pub fn new(place: Place, what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { place, what: what.into(), remedy: remedy.into() }
    }
}

impl Problem {
    /// A problem in a file that somebody writes by hand. What it is and what to do about it are
    /// told by the validator; a page shows where it is and is a few kilobytes smaller.
    pub(crate) fn of_format<W: Into<String>, R: Into<String>>(
        place: Place,
        what: impl FnOnce() -> W,
        remedy: impl FnOnce() -> R,
    ) -> Self {
        if cfg!(feature = "validate") {
            Self::new(place, what(), remedy())
        } else {
            let remedy = "the person who keeps it can check it with ./dev validate";
            Self::new(place, "this is not as the format has it", remedy)
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}; {}", self.place, self.what, self.remedy)
    }
}

/// That a file and what is in it have different names; nothing, where they have not. An empty id is
/// another problem.
#[cfg(feature = "validate")]
pub(crate) fn wrong_name(id: &str, file: &str) -> Option<Problem> {
    (!id.is_empty() && id != file).then(|| {
        Problem::new(
            Place::at("/id"),
            format!("the id is `{id}` but the file is `{}.json`", quoted(file)),
            "give file and id the same name",
        )
    })
}

/// At most this much of somebody else's text is repeated in a message.
const QUOTED_CHARS: usize = 60;

/// Somebody else's text, cut to a length that fits a message, with control characters replaced.
pub fn quoted(text: &str) -> String {
    let mut shown: String = text
        .chars()
        .take(QUOTED_CHARS)
        .map(|c| if c.is_control() { '\u{fffd}' } else { c })
        .collect();
    if text.chars().nth(QUOTED_CHARS).is_some() {
        shown.push('…');
    }
    shown
}
