//! Puts the content beside the page that trunk builds: checked, joined, without the white space that
//! makes it easy to read, and with the lists that pages choose from.

mod frameworks;
mod offers;
mod shelf;

pub(crate) use shelf::Shelf;

use bellwether::catalogue::{self, Catalogue};
use bellwether::crosswalk;
use bellwether::framework::Framework;
use bellwether::learning::search::{self, WordsMaker};
use bellwether::learning::{self, Library, Pathway, Session};
use serde::Serialize;
use std::path::{Path, PathBuf};

/// Where trunk gathers what it builds, as it tells its hooks.
const STAGING: &str = "TRUNK_STAGING_DIR";

/// Checks all content, copies it and writes the lists.
pub(crate) fn put_beside_page() -> Result<(), String> {
    let staging = std::env::var_os(STAGING)
        .ok_or_else(|| format!("{STAGING} is not set: this is run by trunk, not by hand"))?;
    let shelf = Shelf::read(Path::new("."))?;
    shelf.check()?;
    put(&shelf, &PathBuf::from(staging))
}

/// Writes all content to where it is served.
fn put(shelf: &Shelf, to: &Path) -> Result<(), String> {
    let frameworks = frameworks::joined(&shelf.frameworks)?;
    for folder in ["frameworks/sessions", "frameworks/pathways"] {
        std::fs::create_dir_all(to.join(folder)).map_err(|error| told(to, &error))?;
    }
    for framework in &frameworks {
        let served = Framework { schema: None, ..framework.clone() };
        write(to, catalogue::address(&framework.id), &served)?;
    }
    write(to, Some(catalogue::ADDRESS.to_owned()), &Catalogue::of(&frameworks))?;
    if let Some(crosswalk) = &shelf.crosswalk {
        write(to, Some(crosswalk::ADDRESS.to_owned()), &crosswalk.completed(&frameworks))?;
    }
    for session in &shelf.sessions {
        let served = Session { schema: None, ..session.clone() };
        write(to, learning::session_address(&session.id), &served)?;
    }
    for pathway in &shelf.pathways {
        let served = Pathway { schema: None, ..pathway.clone() };
        write(to, learning::pathway_address(&pathway.id), &served)?;
    }
    if let Some(framework) = shelf.framework_of_learning(&frameworks) {
        let (pathways, sessions) = (&shelf.pathways, &shelf.sessions);
        let library = Library::of(framework, pathways, sessions, &shelf.offers);
        write(to, Some(learning::ADDRESS.to_owned()), &library)?;
    }
    let mut words = WordsMaker::default();
    shelf.sessions.iter().for_each(|session| words.add_session(session));
    for offer in shelf.offers.iter().flat_map(|offers| &offers.entries) {
        words.add_title(&offer.id.shared(), &offer.title);
    }
    std::fs::write(to.join(search::ADDRESS), words.into_text()).map_err(|error| told(to, &error))
}

fn write(to: &Path, address: Option<String>, what: &impl Serialize) -> Result<(), String> {
    // Ids were checked, so each has an address.
    let address = address.ok_or("an id that cannot be the name of a file")?;
    let text = serde_json::to_string(what).map_err(|error| format!("{address}: {error}"))?;
    std::fs::write(to.join(&address), text).map_err(|error| told(Path::new(&address), &error))
}

/// An error of a file, with its path.
fn told(path: &Path, error: &std::io::Error) -> String {
    format!("{}: {error}", path.display())
}
