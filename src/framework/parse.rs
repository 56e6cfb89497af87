//! From bytes to a framework that can be relied on.

use super::check::check;
use super::model::Framework;
use crate::json::{self, Reader};
use crate::problem::{Place, Problem};

/// Largest framework file that is read, in bytes. The largest real one is under 100 kB; this leaves
/// room for some 40,000 statements and keeps a wrong file from filling a phone's memory.
pub const MAX_BYTES: usize = 8 * 1024 * 1024;

/// Reads a framework and checks it.
///
/// # Errors
/// Everything that is wrong with it; of a file that is not JSON, the place where that shows.
pub fn parse(bytes: &[u8]) -> Result<Framework, Vec<Problem>> {
    let (framework, problems) = read(bytes).map_err(|problem| vec![problem])?;
    if problems.is_empty() { Ok(framework) } else { Err(problems) }
}

/// Reads a framework with everything that is wrong with it; placeholders stand where it is.
pub(super) fn read(bytes: &[u8]) -> Result<(Framework, Vec<Problem>), Problem> {
    let node = json::parse(text(bytes)?).map_err(|error| json_problem(&error))?;
    let (framework, findings) = Reader::read::<Framework>(node);
    let checked = check(&framework);
    Ok((framework, findings.with(checked)))
}

/// The file as text, if it is of a size and encoding that can be read.
pub(super) fn text(bytes: &[u8]) -> Result<&str, Problem> {
    if bytes.len() > MAX_BYTES {
        return Err(Problem::new(
            Place::whole(),
            format!("the file has {} MB", bytes.len().div_ceil(1_000_000)),
            format!(
                "a framework may have {} MB; check that this is the right file",
                MAX_BYTES / 1_000_000
            ),
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
        let what = format!("this is not JSON ({error})");
        Problem::new(place, what, "mend the text at this place")
    }
}
