//! One pathway: its modules with their sessions and activities.

use super::super::view::View;
use super::sessions::row;
use crate::app::{Action, Filter, LearnRoute, Learning, Route};
use crate::components::markup::{Inside, all, details, h1, h2, h3, node, p};
use crate::components::{link_button, nav_link, quiet_button, text_area};
use crate::learning::progress::{EVIDENCE, completed_at, far, is_done};
use crate::learning::{Activity, Library, Module, Pathway, SessionId};
use yew::prelude::*;

/// As many sessions of a module as are drawn: more than anybody looks through.
const DRAWN: usize = 50;

/// The page.
pub(super) fn pathway(view: &View<'_>, pathway: &Pathway, library: &Library) -> Html {
    let record = &view.state.record;
    let (done, all_of_it) = far(record, pathway);
    let mut inside = vec![
        nav_link(&Route::Learn(LearnRoute::Home), "nhsuk-back-link", "Learning"),
        h1("Pathway", &pathway.title),
        node("p", "bellwether-summary", &*pathway.summary),
        p(&*pathway.audience),
        node("p", "bellwether-lead", format!("{done} of {all_of_it} done")),
    ];
    if completed_at(record, pathway).is_some() {
        let to = Route::Learn(LearnRoute::PathwayCertificate(pathway.id.clone()));
        inside.push(link_button(&to, "See your certificate"));
    }
    if !pathway.first.is_empty() {
        inside.push(h2("Good to start with"));
        inside.push(list(view, library, &pathway.first));
    }
    inside.extend(pathway.modules.iter().map(|one| module(view, library, one)));
    inside.push(details("Where this comes from", vec![p(&*pathway.source)]));
    all(inside)
}

fn list(view: &View<'_>, library: &Library, ids: &[SessionId]) -> Html {
    let known = ids.iter().take(DRAWN).filter_map(|id| library.session(id.as_str()));
    let rows = known.map(|session| row(view, library, session, Vec::new()));
    let list = node("ul", "bellwether-sessions", all(rows.collect()));
    if ids.len() <= DRAWN {
        return list;
    }
    let to = Route::Learn(LearnRoute::Sessions(Filter::default()));
    let rest = format!("{} more: find them among all sessions", ids.len() - DRAWN);
    all(vec![list, p(nav_link(&to, "", rest))])
}

fn module(view: &View<'_>, library: &Library, module: &Module) -> Html {
    let mut inside = vec![h2(&module.title), p(&*module.summary)];
    inside.extend(module.activities.iter().map(|one| activity(view, library, one)));
    if !module.sessions.is_empty() {
        inside.push(list(view, library, &module.sessions));
    }
    node("section", "", inside)
}

fn activity(view: &View<'_>, library: &Library, activity: &Activity) -> Html {
    let record = &view.state.record;
    let about = activity.id.shared();
    let is = is_done(record, &about);
    let done = {
        let about = about.clone();
        view.act.reform(move |_| Action::Learn(Learning::Done(about.clone(), !is)))
    };
    let note = {
        let about = about.clone();
        view.act.reform(move |text: String| {
            Action::Learn(Learning::Note {
                about: about.clone(),
                name: EVIDENCE.into(),
                text: text.into(),
            })
        })
    };
    let said =
        |what: &'static str, is: &str| p(vec![node("strong", "", format!("{what} ")), is.html()]);
    let elements: Vec<String> =
        activity.elements.iter().map(|id| library.element_title(id).to_string()).collect();
    let mut title = vec![activity.title.html()];
    if is {
        title.push(" ".html());
        title.push(node("strong", "nhsuk-tag", "Done"));
    }
    let evidence = record.note(&about, EVIDENCE).unwrap_or_default();
    let inside = vec![
        h3(title.html()),
        p(&*activity.text),
        said("When it suits:", &activity.when),
        said("A first step:", &activity.start),
        said("What to note down:", &activity.record),
        said("What it shows:", &activity.shows),
        node("p", "bellwether-facts-line", elements.join(", ")),
        text_area(
            &format!("{about}-evidence"),
            "Your notes",
            "What you did, with whom, and what came of it. No names of patients.",
            evidence,
            note,
        ),
        quiet_button(done, if is { "Not done after all" } else { "I have done this" }),
    ];
    node("section", "bellwether-panel", inside)
}
