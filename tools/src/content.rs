//! Puts the frameworks and their catalogue beside the page that trunk builds.

use crate::problems;
use bellwether::catalogue::{ADDRESS, Catalogue};
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
    let mut frameworks = Vec::new();
    for path in framework_files(Path::new(FRAMEWORKS))? {
        frameworks.push(copy(&path, &to)?);
    }
    let catalogue = serde_json::to_string(&Catalogue::of(&frameworks))
        .map_err(|error| format!("the catalogue: {error}"))?;
    write(&to.join(ADDRESS), &catalogue)
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

/// Checks a framework and writes it to where it is served, without the white space that makes it
/// easy to read.
fn copy(path: &Path, to: &Path) -> Result<Framework, String> {
    let found = problems(path)?;
    if !found.is_empty() {
        let lines = found.iter().map(|problem| format!("{}: {problem}\n", path.display()));
        return Err(lines.collect());
    }
    let bytes = std::fs::read(path).map_err(|error| told(path, &error))?;
    let framework =
        framework::parse(&bytes).map_err(|_| format!("{}: unusable", path.display()))?;
    let served = Framework { schema: None, ..framework.clone() };
    let text = serde_json::to_string(&served).map_err(|error| error.to_string())?;
    write(&to.join(path), &text)?;
    Ok(framework)
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    std::fs::write(path, text).map_err(|error| told(path, &error))
}

fn told(path: &Path, error: &std::io::Error) -> String {
    format!("{}: {error}", path.display())
}
