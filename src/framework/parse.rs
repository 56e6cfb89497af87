//! From bytes to a framework that can be relied on.

use super::model::Framework;
use crate::json;
use crate::problem::{Place, Problem, quoted};

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
    let (framework, findings) = json::read_file::<Framework>(bytes)?;
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
