//! The notes for who leads a group, with the case, on one page to print.

use crate::app::{LearnRoute, Route};
use crate::components::markup::{Inside, all, bullets, h1, h2, in_language, li, node, p};
use crate::components::nav_link;
use crate::learning::Session;
use yew::prelude::*;

/// The page.
pub(super) fn trainer(session: &Session) -> Html {
    let back = Route::Learn(LearnRoute::Session(session.id.clone()));
    let case: Vec<Html> = session.case.text.iter().map(|paragraph| p(&**paragraph)).collect();
    let plan = session.trainer.plan.iter().map(|step| {
        li(vec![node("strong", "", format!("{} minutes: ", step.minutes)), step.text.html()])
    });
    let plan: Vec<Html> = plan.collect();
    let list = |texts: &[std::rc::Rc<str>]| bullets(texts.iter().map(|text| li(&**text)).collect());
    let points = session.points.iter().map(|point| {
        // On paper the titles do: all of it has to be one page.
        let text = node("span", "bellwether-screen", &*point.text);
        li(vec![node("strong", "", format!("{} ", point.title)), text])
    });
    let inside = vec![
        nav_link(&back, "nhsuk-back-link", "About this session"),
        h1(&session.title, "Trainer’s notes"),
        p("For a group of three to twelve, in 20 minutes. Nothing to prepare but this page."),
        h2("The case"),
        node("div", "bellwether-case", case),
        p(node("strong", "", &*session.case.question)),
        h2("The plan"),
        node("ol", "nhsuk-list nhsuk-list--number", plan),
        h2("Questions to ask"),
        list(&session.trainer.questions),
        h2("What they should be able to do"),
        list(&session.outcomes),
        h2("What the session teaches"),
        bullets(points.collect()),
    ];
    in_language(&session.language, "bellwether-result bellwether-trainer", vec![all(inside)])
}
