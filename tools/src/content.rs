//! Puts the frameworks and their catalogue beside the page that trunk builds.

use crate::problems;
use bellwether::catalogue::{ADDRESS, Catalogue, address};
use bellwether::framework::{self, Framework};
use std::path::{Path, PathBuf};

/// Where trunk gathers what it builds, as it tells its hooks.
const STAGING: &str = "TRUNK_STAGING_DIR";
/// Where the content is, from the root of the project, where trunk runs its hooks.
const FRAMEWORKS: &str = "frameworks";

/// Checks all frameworks, copies them and writes their catalogue.
pub(crate) fn put_beside_page() -> Result<(), String> {
    let staging = std::env::var_os(STAGING)
        .ok_or_else(|| format!("{STAGING} is not set: this is run by trunk, not by hand"))?;
    let to = PathBuf::from(staging);
    std::fs::create_dir_all(to.join(FRAMEWORKS)).map_err(|error| told(&to, &error))?;
    let frameworks = read_all(Path::new(FRAMEWORKS))?;
    for framework in &frameworks {
        put(framework, &to)?;
    }
    let catalogue = serde_json::to_string(&Catalogue::of(&frameworks))
        .map_err(|error| format!("the catalogue: {error}"))?;
    write(&to.join(ADDRESS), &catalogue)
}

/// All frameworks of a folder, checked, and joined with those that they build on.
pub(crate) fn read_all(folder: &Path) -> Result<Vec<Framework>, String> {
    let mut frameworks = Vec::new();
    for path in framework_files(folder)? {
        frameworks.push(read(&path)?);
    }
    frameworks.iter().map(|framework| joined(framework, &frameworks)).collect()
}

/// A framework together with what it builds on, which may itself build on another.
fn joined(framework: &Framework, all: &[Framework]) -> Result<Framework, String> {
    let Some(id) = &framework.builds_on else { return Ok(framework.clone()) };
    let base = all.iter().find(|base| base.id == *id && base.id != framework.id);
    let base =
        base.ok_or_else(|| format!("{} builds on `{id}`, which is not there", framework.id))?;
    if base.builds_on.as_ref() == Some(&framework.id) {
        return Err(format!("{} and {id} build on each other", framework.id));
    }
    let base = joined(base, all)?;
    framework::join(framework, &base).map_err(|problems| {
        let file = format!("{FRAMEWORKS}/{}.json", framework.id);
        problems.iter().map(|problem| format!("{file}: {problem}\n")).collect()
    })
}

/// The framework files in a folder, in the order of their names.
fn framework_files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = std::fs::read_dir(folder).map_err(|error| told(folder, &error))?;
    let mut paths: Vec<PathBuf> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .collect();
    paths.sort();
    Ok(paths)
}

fn read(path: &Path) -> Result<Framework, String> {
    let found = problems(path)?;
    if !found.is_empty() {
        let lines = found.iter().map(|problem| format!("{}: {problem}\n", path.display()));
        return Err(lines.collect());
    }
    let bytes = std::fs::read(path).map_err(|error| told(path, &error))?;
    framework::read_unjoined(&bytes).map_err(|_| format!("{}: unusable", path.display()))
}

/// Writes a framework to where it is served, without the white space that makes it easy to read.
fn put(framework: &Framework, to: &Path) -> Result<(), String> {
    let served = Framework { schema: None, ..framework.clone() };
    let text = serde_json::to_string(&served).map_err(|error| error.to_string())?;
    let address = address(&framework.id).ok_or_else(|| format!("{}: no id", framework.id))?;
    write(&to.join(address), &text)
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    std::fs::write(path, text).map_err(|error| told(path, &error))
}

fn told(path: &Path, error: &std::io::Error) -> String {
    format!("{}: {error}", path.display())
}
