//! Certificates: that a session, or a pathway, was worked through, and what that is worth.

use super::super::view::View;
use super::words::counted;
use crate::app::{Action, LearnRoute, Route, minutes_of};
use crate::browser::clock;
use crate::components::markup::{all, bullets, h1, h2, li, node, p};
use crate::components::{button, name_field, nav_link};
use crate::learning::progress::{completed_at, done_at, reference};
use crate::learning::{Library, Pathway, Session};
use yew::prelude::*;

/// What it is worth.
const WORTH: &str = "Self-completed with Bellwether. Not assessed and not accredited; no CPD credits \
    are awarded. Kept and printed by the learner; nobody else has a copy.";

/// That of a session.
pub(super) fn of_session(view: &View<'_>, session: &Session, _: &Library) -> Html {
    let back = Route::Learn(LearnRoute::Session(session.id.clone()));
    let Some(done) = done_at(&view.state.record, session.id.as_str()) else {
        return not_yet(&session.title, &back, "You get it when you have done the session.");
    };
    let minutes = minutes_of(view.state, session.id.as_str()).unwrap_or(session.minutes);
    let outcomes = session.outcomes.iter().map(|outcome| li(&**outcome));
    let facts = vec![
        ("Session", session.title.to_string()),
        ("Time", format!("{minutes} minutes")),
        ("Completed on", clock::date(done)),
        ("Reference", reference(session.id.as_str(), &session.version, done)),
    ];
    certificate(view, &back, facts, vec![h2("Outcomes"), bullets(outcomes.collect())])
}

/// That of a pathway.
pub(super) fn of_pathway(view: &View<'_>, pathway: &Pathway, _: &Library) -> Html {
    let back = Route::Learn(LearnRoute::Pathway(pathway.id.clone()));
    let record = &view.state.record;
    let Some(done) = completed_at(record, pathway) else {
        return not_yet(&pathway.title, &back, "You get it when all of the pathway is done.");
    };
    let minutes = pathway.sessions().filter_map(|id| minutes_of(view.state, id.as_str()));
    let minutes: u64 = minutes.map(u64::from).sum();
    let modules = pathway.modules.iter().map(|module| {
        let (sessions, activities) = (module.sessions.len(), module.activities.len());
        let mut has = Vec::new();
        if sessions > 0 {
            has.push(counted(sessions, "session", "sessions"));
        }
        if activities > 0 {
            has.push(counted(activities, "activity", "activities"));
        }
        li(format!("{}: {}", module.title, has.join(", ")))
    });
    let mut facts = vec![("Pathway", pathway.title.to_string())];
    if minutes > 0 {
        facts.push(("Time in sessions", format!("{minutes} minutes")));
    }
    facts.push(("Completed on", clock::date(done)));
    facts.push(("Reference", reference(pathway.id.as_str(), &pathway.version, done)));
    certificate(view, &back, facts, vec![h2("What it holds"), bullets(modules.collect())])
}

fn not_yet(title: &str, back: &Route, says: &'static str) -> Html {
    all(vec![h1(title, "There is no certificate yet"), p(says), p(nav_link(back, "", "Go there"))])
}

fn certificate(
    view: &View<'_>,
    back: &Route,
    facts: Vec<(&'static str, String)>,
    holds: Vec<Html>,
) -> Html {
    let name = view.state.record.name().unwrap_or_default();
    let fact = |what: &'static str, is: &str| {
        node("div", "", vec![node("dt", "", what), node("dd", "", is)])
    };
    let mut all_facts = Vec::new();
    if !name.is_empty() {
        all_facts.push(fact("Name", name));
    }
    all_facts.extend(facts.iter().map(|(what, is)| fact(what, is)));
    let mut inside = vec![h1("Bellwether", "Certificate of completion")];
    inside.push(node("dl", "bellwether-facts", all_facts));
    inside.extend(holds);
    inside.push(p(WORTH));
    let name = name_field(name, view.act);
    let print = button(view.act.reform(|_| Action::Print), "Print or save as PDF");
    all(vec![
        nav_link(back, "nhsuk-back-link", "Back"),
        node("div", "bellwether-certificate bellwether-result", inside),
        node("div", "bellwether-actions", vec![name, print]),
    ])
}
