//! Joining frameworks with those that they build on.

use bellwether::framework::{self, Framework};

/// All frameworks, each with the domains of the one that it builds on.
pub(super) fn joined(frameworks: &[Framework]) -> Result<Vec<Framework>, String> {
    frameworks.iter().map(|framework| join(framework, frameworks)).collect()
}

/// A framework together with what it builds on, which may itself build on another.
fn join(framework: &Framework, all: &[Framework]) -> Result<Framework, String> {
    let Some(id) = &framework.builds_on else { return Ok(framework.clone()) };
    let base = all.iter().find(|base| base.id == *id && base.id != framework.id);
    let base =
        base.ok_or_else(|| format!("{} builds on `{id}`, which is not there", framework.id))?;
    if base.builds_on.as_ref() == Some(&framework.id) {
        return Err(format!("{} and {id} build on each other", framework.id));
    }
    let base = join(base, all)?;
    framework::join(framework, &base).map_err(|problems| {
        let file = format!("frameworks/{}.json", framework.id);
        problems.iter().map(|problem| format!("{file}: {problem}\n")).collect()
    })
}
