//! From bytes to a framework that can be relied on.

use super::model::Framework;
use crate::json::{self, Reader};
use crate::problem::{Place, Problem, quoted};

/// Largest framework file that is read, in bytes. The largest real one is under 100 kB; this leaves
/// room for some 40,000 statements and keeps a wrong file from filling a phone's memory.
pub const MAX_BYTES: usize = 8 * 1024 * 1024;

/// Reads a framework and checks it.
///
/// # Errors
/// Everything that is wrong with it; of a file that is not JSON, the place where that shows.
pub fn parse(bytes: &[u8]) -> Result<Framework, Vec<Problem>> {
    let framework = read_unjoined(bytes)?;
    match not_joined(&framework) {
        None => Ok(framework),
        Some(problem) => Err(vec![problem]),
    }
}

/// Reads a framework that may build on another, without the domains of that one, and checks it.
///
/// # Errors
/// As [`parse`].
pub fn read_unjoined(bytes: &[u8]) -> Result<Framework, Vec<Problem>> {
    let (framework, problems) = read(bytes).map_err(|problem| vec![problem])?;
    if problems.is_empty() { Ok(framework) } else { Err(problems) }
}

/// Without the domains of the framework that it builds on, a framework is not whole.
fn not_joined(framework: &Framework) -> Option<Problem> {
    let base = framework.builds_on.as_ref()?;
    framework.domains.iter().all(|domain| domain.from.is_none()).then(|| {
        Problem::new(
            Place::at("/builds_on"),
            format!("the domains of `{}` are not in this file", quoted(base.as_str())),
            "put it beside the page with ./dev build, which joins the two",
        )
    })
}

/// Reads a framework with everything that is wrong with it; placeholders stand where it is.
pub(super) fn read(bytes: &[u8]) -> Result<(Framework, Vec<Problem>), Problem> {
    let node = json::parse(text(bytes)?).map_err(|error| json_problem(&error))?;
    let (framework, findings) = Reader::read::<Framework>(node);
    let broken = if findings.is_empty() || cfg!(feature = "validate") {
        broken_rules(&framework)
    } else {
        Vec::new()
    };
    Ok((framework, findings.with(broken)))
}

/// What is wrong with a framework that could be read; only that something is, where nobody asked
/// for the validator.
fn broken_rules(framework: &Framework) -> Vec<Problem> {
    #[cfg(feature = "validate")]
    return super::check::check(framework);
    #[cfg(not(feature = "validate"))]
    if super::sound::is_sound(framework) {
        Vec::new()
    } else {
        vec![Problem::of_format(Place::whole(), || "", || "")]
    }
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
