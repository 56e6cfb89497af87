//! From the bytes of a file to a type.

use super::node::parse;
use super::read::Read;
use super::reader::{Findings, Reader};
use crate::problem::{Place, Problem};

/// Largest file of content that is read, in bytes. The largest real one is under 100 kB; this leaves
/// room for some 40,000 statements and keeps a wrong file from filling a phone's memory.
pub(crate) const MAX_BYTES: usize = 8 * 1024 * 1024;

/// Reads a file as a type, with all that is wrong with its form.
///
/// # Errors
/// Where it is no JSON at all.
pub(crate) fn read_file<T: Read>(bytes: &[u8]) -> Result<(T, Findings), Problem> {
    let node = parse(text(bytes)?).map_err(|error| json_problem(&error))?;
    Ok(Reader::read(node))
}

/// Reads a document that was checked before it was put where it is: whole, or not at all.
///
/// # Errors
/// What is wrong with it.
pub(crate) fn read_whole<T: Read>(text: &str) -> Result<T, Vec<Problem>> {
    let (read, findings) = read_file(text.as_bytes()).map_err(|problem| vec![problem])?;
    let problems = findings.with(Vec::new());
    if problems.is_empty() { Ok(read) } else { Err(problems) }
}

/// Everything that is wrong with a file, by its form and by a check of what could be read, in the
/// order of its lines.
#[cfg(feature = "validate")]
pub(crate) fn validated<T: Read>(
    bytes: &[u8],
    check: impl FnOnce(&T) -> Vec<Problem>,
) -> Vec<Problem> {
    match read_file::<T>(bytes) {
        Ok((read, findings)) => super::by_line(findings.with(check(&read)), bytes),
        Err(problem) => vec![problem],
    }
}

/// The file as text, if it is of a size and encoding that can be read.
pub(crate) fn text(bytes: &[u8]) -> Result<&str, Problem> {
    if bytes.len() > MAX_BYTES {
        return Err(Problem::new(
            Place::whole(),
            format!("the file has {} MB", bytes.len().div_ceil(1_000_000)),
            format!("it may have {} MB; check that it is the right one", MAX_BYTES / 1_000_000),
        ));
    }
    if bytes.starts_with(b"\xef\xbb\xbf") {
        let what = "the file starts with a byte order mark, which editors do not show";
        return Err(Problem::new(Place::line(1, 1), what, "save it as UTF-8 without one"));
    }
    std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let line = before.iter().filter(|&&b| b == b'\n').count() + 1;
        Problem::new(
            Place { line: Some(line), ..Place::default() },
            "the file is not UTF-8 text",
            "save it as UTF-8 in the editor that wrote it",
        )
    })
}

/// What the JSON reader stumbled over.
fn json_problem(error: &serde_json::Error) -> Problem {
    let place = Place::line(error.line(), error.column());
    if error.is_eof() {
        let remedy = "get a whole copy of it; this one was cut off";
        Problem::new(place, "the file ends in the middle", remedy)
    } else {
        Problem::of_format(
            place,
            || {
                let says = error.to_string();
                // It ends with the place, which is told already.
                let reason = says.rsplit_once(" at line ").map_or(&*says, |(reason, _)| reason);
                format!("this is not JSON ({reason})")
            },
            || "mend the text at this place",
        )
    }
}
