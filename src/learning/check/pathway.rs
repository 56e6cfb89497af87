//! What a pathway must be.

use super::{Shelves, framework, has_element};
use crate::json::{Checker, Seen};
use crate::learning::outline::Pathway;
use crate::learning::sound::{MOST_MODULES, MOST_NAMED};
use crate::problem::Problem;
use std::collections::BTreeSet;

/// Everything that is wrong with a pathway.
pub(super) fn check(pathway: &Pathway, shelves: &Shelves<'_>) -> Vec<Problem> {
    let mut c = Checker::default();
    c.head(pathway.format, &pathway.version, &pathway.language);
    c.id("id", pathway.id.as_str(), &mut Seen::default());
    c.title("title", &pathway.title);
    c.text("summary", &pathway.summary);
    c.text("audience", &pathway.audience);
    c.text("source", &pathway.source);
    let of = framework(&mut c, &pathway.framework, shelves);
    c.names("first", &pathway.first, "session", |id| shelves.has_session(id));
    c.count("modules", pathway.modules.len(), 1, MOST_MODULES);
    let (mut modules, mut activities) = (Seen::default(), Seen::default());
    let mut used: BTreeSet<&str> = pathway.first.iter().map(|id| id.as_str()).collect();
    for (number, module) in pathway.modules.iter().enumerate() {
        c.at("modules", |c| {
            c.at(number, |c| {
                c.id("id", module.id.as_str(), &mut modules);
                c.title("title", &module.title);
                c.text("summary", &module.summary);
                let is_empty = module.sessions.is_empty() && module.activities.is_empty();
                let remedy = "name sessions, or write activities";
                c.field("sessions", !is_empty, "the module has nothing in it", remedy);
                c.names("sessions", &module.sessions, "session", |id| shelves.has_session(id));
                for (place, id) in module.sessions.iter().enumerate() {
                    if module.sessions.iter().take(place).all(|earlier| earlier != id)
                        && !used.insert(id.as_str())
                    {
                        let what = format!("the session `{id}` stands in this pathway before");
                        c.at("sessions", |c| {
                            c.at(place, |c| c.report(what, "keep it in one place"));
                        });
                    }
                }
                c.each("activities", &module.activities, |c, activity| {
                    c.id("id", activity.id.as_str(), &mut activities);
                    c.title("title", &activity.title);
                    c.text("text", &activity.text);
                    c.text("when", &activity.when);
                    c.text("start", &activity.start);
                    c.text("record", &activity.record);
                    c.text("shows", &activity.shows);
                    c.count("elements", activity.elements.len(), 0, MOST_NAMED);
                    c.names("elements", &activity.elements, "element", |id| has_element(of, id));
                });
            });
        });
    }
    elsewhere_too(&mut c, pathway, shelves);
    c.into_problems()
}

/// What a person notes about an activity is kept under its id, whichever pathway shows it.
fn elsewhere_too(c: &mut Checker, pathway: &Pathway, shelves: &Shelves<'_>) {
    let others = shelves.pathways.iter().filter(|other| other.id != pathway.id);
    let taken: BTreeSet<&str> =
        others.flat_map(|other| other.activities().map(|one| one.id.as_str())).collect();
    for activity in pathway.activities() {
        let id = activity.id.as_str();
        if taken.contains(id) || shelves.has_session(id) {
            let what = format!("the id `{id}` is that of another activity or session");
            c.field("modules", false, &what, "give the activity an id of its own");
        }
    }
}
