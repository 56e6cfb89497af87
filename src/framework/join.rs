//! Putting a framework together with the one that it builds on.

use super::check::check;
use super::model::{Domain, Framework};
use crate::problem::{Place, Problem, quoted};

/// The framework with the domains of the one that it builds on before its own, each marked with the
/// framework that it is from. `base` has itself been joined, if it builds on another.
///
/// # Errors
/// What keeps the two from being joined, with places in the framework that builds on the other.
pub fn join(framework: &Framework, base: &Framework) -> Result<Framework, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut report = |pointer: &str, what: String, remedy: &str| {
        problems.push(Problem::new(Place::at(pointer), what, remedy));
    };
    if framework.builds_on.as_ref() != Some(&base.id) {
        let what = format!("the framework does not build on `{}`", quoted(base.id.as_str()));
        report("/builds_on", what, "join it with the one that it names");
    }
    if framework.rating_scale != base.rating_scale {
        let what = format!("the rating scale is not that of `{}`", quoted(base.id.as_str()));
        report("/rating_scale", what, "use the same, since an answer counts in both");
    }
    // The other's domains stand last here, so that places in this one stay what they were.
    let inherited = base.domains.iter().map(|domain| Domain {
        from: Some(domain.from.clone().unwrap_or_else(|| base.id.clone())),
        ..domain.clone()
    });
    let mut joined = Framework { builds_on: None, ..framework.clone() };
    joined.domains.extend(inherited);
    problems.extend(check(&joined));
    if !problems.is_empty() {
        return Err(problems);
    }
    joined.domains.rotate_left(framework.domains.len());
    joined.builds_on = framework.builds_on.clone();
    Ok(joined)
}
