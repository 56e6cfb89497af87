//! All content of the project, read, and checked together.

use super::{offers, told};
use bellwether::crosswalk::{self, Crosswalk};
use bellwether::framework::{self, Framework};
use bellwether::learning::{self, Elsewhere, Pathway, Session, Shelves};
use bellwether::problem::{Place, Problem};
use std::path::{Path, PathBuf};

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Framework,
    Crosswalk,
    Session,
    Pathway,
    Offers,
}

/// All content, as far as it can be read.
#[derive(Debug, Default)]
pub(crate) struct Shelf {
    /// In the order of their files; not yet joined.
    pub(super) frameworks: Vec<Framework>,
    pub(super) crosswalk: Option<Crosswalk>,
    pub(super) sessions: Vec<Session>,
    pub(super) pathways: Vec<Pathway>,
    pub(super) offers: Vec<Elsewhere>,
    files: Vec<PathBuf>,
}

impl Shelf {
    /// Reads all content below the root of the project. What cannot be read is left out here, and
    /// told by [`Shelf::check`].
    pub(crate) fn read(root: &Path) -> Result<Self, String> {
        let mut shelf = Self::default();
        for folder in ["", "sessions", "pathways", "elsewhere"] {
            let folder = root.join("frameworks").join(folder);
            if folder.is_dir() {
                shelf.files.extend(files(&folder)?);
            }
        }
        for path in shelf.files.clone() {
            shelf.take(&path)?;
        }
        Ok(shelf)
    }

    fn take(&mut self, path: &Path) -> Result<(), String> {
        let bytes = std::fs::read(path).map_err(|error| told(path, &error))?;
        let text = String::from_utf8_lossy(&bytes);
        match kind(path, &bytes) {
            Kind::Framework => self.frameworks.extend(framework::read_unjoined(&bytes)),
            Kind::Crosswalk => self.crosswalk = Crosswalk::parse(&text).ok(),
            // What a page would not take is there all the same, for others to name.
            Kind::Session => self.sessions.extend(serde_json::from_str::<Session>(&text)),
            Kind::Pathway => self.pathways.extend(serde_json::from_str::<Pathway>(&text)),
            Kind::Offers => {
                let (document, _) = self.offers_in(path, &bytes).unwrap_or_default();
                self.offers.extend(serde_json::from_slice::<Elsewhere>(&document).ok());
            }
        }
        Ok(())
    }

    /// Checks all files.
    ///
    /// # Errors
    /// Everything that is wrong with any.
    pub(crate) fn check(&self) -> Result<(), String> {
        let mut told = String::new();
        for path in &self.files {
            for problem in self.problems(path)? {
                told.push_str(&format!("{}: {problem}\n", path.display()));
            }
        }
        if told.is_empty() { Ok(()) } else { Err(told) }
    }

    /// Everything that is wrong with a file, wherever it lies, beside all that is here.
    pub(crate) fn problems(&self, path: &Path) -> Result<Vec<Problem>, String> {
        let bytes = std::fs::read(path).map_err(|error| told(path, &error))?;
        let name = path.file_stem().and_then(|name| name.to_str());
        let shelves = Shelves {
            frameworks: &self.frameworks,
            sessions: &self.sessions,
            pathways: &self.pathways,
        };
        Ok(match kind(path, &bytes) {
            Kind::Framework => framework::validate(&bytes, name),
            Kind::Crosswalk => crosswalk::validate(&bytes, &self.frameworks),
            Kind::Session => learning::validate_session(&bytes, name, &shelves),
            Kind::Pathway => learning::validate_pathway(&bytes, name, &shelves),
            Kind::Offers => match self.offers_in(path, &bytes) {
                Ok((document, lines)) => {
                    let problems = learning::validate_elsewhere(&document, &shelves);
                    problems.into_iter().map(|problem| in_table(problem, &lines)).collect()
                }
                Err(problem) => vec![problem],
            },
        })
    }

    /// What others offer, as a document; of a table, with the line of each entry.
    fn offers_in(&self, path: &Path, bytes: &[u8]) -> Result<(Vec<u8>, Vec<usize>), Problem> {
        if path.extension().is_none_or(|ending| ending != "csv") {
            return Ok((bytes.to_vec(), Vec::new()));
        }
        let provider = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
        let (mut document, lines) = offers::from_table(bytes, provider)?;
        if let (Some(fields), Some(of)) = (document.as_object_mut(), self.learning_framework()) {
            fields.insert("framework".to_owned(), of.into());
        }
        Ok((document.to_string().into_bytes(), lines))
    }

    /// The framework that sessions are about.
    fn learning_framework(&self) -> Option<&str> {
        let first = self.sessions.first();
        first.map(|session| session.framework.as_str())
    }

    /// The framework that sessions are about, among those that are joined.
    pub(super) fn framework_of_learning<'a>(
        &self,
        frameworks: &'a [Framework],
    ) -> Option<&'a Framework> {
        let id = self.learning_framework()?;
        frameworks.iter().find(|framework| framework.id.as_str() == id)
    }
}

/// What a file holds: by what is in it, so that it can be checked wherever it lies.
fn kind(path: &Path, bytes: &[u8]) -> Kind {
    if path.extension().is_some_and(|ending| ending == "csv") {
        return Kind::Offers;
    }
    let folder = path.parent().and_then(|folder| folder.file_name());
    match folder.and_then(|name| name.to_str()) {
        Some("sessions") => return Kind::Session,
        Some("pathways") => return Kind::Pathway,
        Some("elsewhere") => return Kind::Offers,
        _ => {}
    }
    let text = String::from_utf8_lossy(bytes);
    let has = |field: &str| text.contains(&format!("\n  \"{field}\":"));
    if has("hub") {
        Kind::Crosswalk
    } else if has("exercise") || has("case") {
        Kind::Session
    } else if has("modules") {
        Kind::Pathway
    } else if has("entries") {
        Kind::Offers
    } else {
        Kind::Framework
    }
}

/// A problem with an entry of a table, at its line; the rest of the place is of no use there.
fn in_table(problem: Problem, lines: &[usize]) -> Problem {
    let Some(rest) = problem.place.pointer.strip_prefix("/entries/") else { return problem };
    let (number, field) = rest.split_once('/').unwrap_or((rest, ""));
    let line = number.parse().ok().and_then(|number: usize| lines.get(number).copied());
    match line {
        Some(line) => {
            let place = Place { line: Some(line), column: None, pointer: field.to_owned() };
            Problem { place, ..problem }
        }
        None => problem,
    }
}

/// The files of content in a folder, in the order of their names.
fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = std::fs::read_dir(folder).map_err(|error| told(folder, &error))?;
    let mut paths: Vec<PathBuf> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "json" || ending == "csv"))
        .collect();
    paths.sort();
    Ok(paths)
}
