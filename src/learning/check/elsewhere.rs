//! What a catalogue of what others offer must be.

use super::{Shelves, framework, has_element};
use crate::json::{Checker, Seen};
use crate::learning::elsewhere::Elsewhere;
use crate::learning::sound::MOST_NAMED;
use crate::problem::Problem;

/// Everything that is wrong with it.
pub(super) fn check(elsewhere: &Elsewhere, shelves: &Shelves<'_>) -> Vec<Problem> {
    let mut c = Checker::default();
    c.head(elsewhere.format, &elsewhere.version, &elsewhere.language);
    c.title("provider", &elsewhere.provider);
    let of = framework(&mut c, &elsewhere.framework, shelves);
    c.count("entries", elsewhere.entries.len(), 1, usize::MAX);
    let mut seen = Seen::default();
    c.each("entries", &elsewhere.entries, |c, entry| {
        c.id("id", entry.id.as_str(), &mut seen);
        let what = format!("`{}` is the id of a session", entry.id);
        c.field("id", !shelves.has_session(entry.id.as_str()), &what, "give it one of its own");
        c.title("title", &entry.title);
        if let Some(code) = &entry.code {
            c.title("code", code);
        }
        let is = entry.minutes > 0;
        c.field("minutes", is, "it takes no time", "write how many minutes it takes");
        c.link("link", &entry.link);
        c.count("elements", entry.elements.len(), 0, MOST_NAMED);
        c.names("elements", &entry.elements, "element", |id| has_element(of, id));
    });
    c.into_problems()
}
