//! What a session is, and the way in.

use super::super::view::View;
use super::words::{profession, setting};
use crate::app::{LearnRoute, Route};
use crate::components::markup::{all, bullets, h1, h2, in_language, li, node, p};
use crate::components::{link_button, nav_link, quiet_link_button};
use crate::learning::progress::{is_done, page_of};
use crate::learning::{Library, Session};
use yew::prelude::*;

/// The page.
pub(super) fn session(view: &View<'_>, session: &Session, library: &Library) -> Html {
    let record = &view.state.record;
    let id = || session.id.clone();
    let page = page_of(record, &session.id).filter(|page| *page < session.pages());
    let is = is_done(record, session.id.as_str());
    let to = |route| Route::Learn(route);
    let mut ways = vec![match page {
        Some(_) if is => link_button(&to(LearnRoute::Page(id(), 0)), "Open it again"),
        Some(page) => link_button(&to(LearnRoute::Page(id(), page)), "Go on where you were"),
        None => link_button(&to(LearnRoute::Page(id(), 0)), "Begin"),
    }];
    if is {
        ways.push(quiet_link_button(&to(LearnRoute::Certificate(id())), "See your certificate"));
    }
    ways.push(nav_link(&to(LearnRoute::Trainer(id())), "", "Trainer’s notes"));
    let whose: Vec<&str> = session.professions.iter().map(|one| profession(*one)).collect();
    let mut facts = vec![
        node("span", "", format!("{} minutes", session.minutes)),
        node("span", "", &*library.stage_title(&session.level)),
        node("span", "", format!("{}, {}", whose.join(", "), setting(session.setting))),
    ];
    let element = session.element.as_ref().map(|id| library.element_title(id));
    facts.extend(element.map(|title| node("span", "", &*title)));
    let mut inside = vec![
        nav_link(&to(LearnRoute::Home), "nhsuk-back-link", "Learning"),
        h1("Session", &session.title),
        node("p", "bellwether-summary", &*session.summary),
        node("div", "bellwether-facts-line", facts),
        node("div", "nhsuk-button-group", ways),
        h2("Afterwards you can"),
        bullets(session.outcomes.iter().map(|outcome| li(&**outcome)).collect()),
    ];
    let before: Vec<Html> = session
        .after
        .iter()
        .filter_map(|id| library.session(id.as_str()))
        .map(|entry| li(nav_link(&to(LearnRoute::Session(entry.id.clone())), "", &*entry.title)))
        .collect();
    if !before.is_empty() {
        inside.push(h2("Good to have done before"));
        inside.push(bullets(before));
    }
    inside.push(p(
        "What you write in it is kept on this device with your record. It is for you alone.",
    ));
    in_language(&session.language, "", vec![all(inside)])
}
