//! The page of one framework: what it is, how long it takes, what happens to the answers, and the
//! ways in.

use crate::app::{Action, Route};
use crate::assessment::{Form, Summary};
use crate::browser::clock;
use crate::catalogue::{Catalogue, minutes};
use crate::components::markup::{Inside, all, details, h1, h2, in_language, li, node, outward, p};
use crate::components::{button, link_button, nav_link, prose};
use crate::framework::Framework;
use yew::prelude::*;

/// Earlier assessments that are listed here; the record page has all.
const LISTED: usize = 3;

/// The page; `mine` has the person's assessments of this framework, the one worked on last first.
pub(super) fn welcome(framework: &Framework, mine: &[Summary], act: &Callback<Action>) -> Html {
    let open = mine.iter().find(|summary| summary.finished.is_none());
    let choose = if open.is_some() { "Or start again" } else { "Choose how much to answer" };
    let whom = p(vec![
        framework.audience.html(),
        " ".html(),
        nav_link(&Route::Method, "", "How results are worked out, and their limits"),
    ]);
    let inside = vec![
        h1("", &framework.title),
        node("p", "bellwether-summary", &*framework.summary),
        open.map(|open| under_way(framework, open)).unwrap_or_default(),
        h2(choose),
        forms(framework, act),
        earlier(mine, None),
        prose(include_str!("../words/before.txt")),
        whom,
        about(framework),
    ];
    in_language(&framework.language, "", inside)
}

fn under_way(framework: &Framework, open: &Summary) -> Html {
    let far = format!(
        "{} of {} statements answered, last on {}.",
        open.answered,
        asked(framework, open.form),
        clock::date(open.changed),
    );
    let on = if open.answered < asked(framework, open.form) {
        link_button(&Route::Take(framework.id.clone(), open.form), "Go on where you were")
    } else {
        link_button(&Route::Check(open.id.clone()), "Finish and see your result")
    };
    let ways = vec![on, nav_link(&Route::Tasks(open.id.clone()), "", "See all its parts")];
    let inside = vec![
        h2("You have an assessment under way"),
        p(far),
        node("div", "nhsuk-button-group", ways),
    ];
    node("section", "bellwether-panel bellwether-panel--lead", inside)
}

/// The assessment that was worked on last and is not finished, on the page of all frameworks.
pub(super) fn under_way_in_short(open: &Summary, catalogue: &Catalogue) -> Html {
    let title = catalogue.title(&open.framework);
    let far =
        format!("{title}: {} answered, last on {}.", open.answered, clock::date(open.changed));
    let to = Route::Take(open.framework.clone(), open.form);
    let inside = vec![
        h2("You have an assessment under way"),
        p(far),
        link_button(&to, "Go on where you were"),
    ];
    node("section", "bellwether-panel bellwether-panel--lead", inside)
}

fn forms(framework: &Framework, act: &Callback<Action>) -> Html {
    let mut panels = Vec::new();
    if !framework.short_form.is_empty() {
        let what = "A first look, with the most telling statements.";
        panels.push(form(framework, Form::Short, what, "Start the short form", act));
    }
    let what = "A fuller picture of every element, and a steadier one.";
    panels.push(form(framework, Form::Full, what, "Start the full form", act));
    node("div", "bellwether-panels", panels)
}

fn form(
    framework: &Framework,
    form: Form,
    what: &'static str,
    begin: &'static str,
    act: &Callback<Action>,
) -> Html {
    let asked = asked(framework, form);
    let long = format!("{asked} statements, about {} minutes.", minutes(asked));
    let id = framework.id.clone();
    let onbegin = act.reform(move |_| Action::Begin(id.clone(), form));
    let inside = vec![
        node("h3", "", form_name(form)),
        p(node("strong", "", long)),
        p(what),
        button(onbegin, begin),
    ];
    node("section", "bellwether-panel", inside)
}

/// The last results; with the titles of their frameworks, where there may be several.
pub(super) fn earlier(mine: &[Summary], catalogue: Option<&Catalogue>) -> Html {
    let finished = mine.iter().filter(|summary| summary.finished.is_some());
    let items: Vec<Html> =
        finished.take(LISTED).map(|summary| earlier_result(summary, catalogue)).collect();
    if items.is_empty() {
        return Html::default();
    }
    all(vec![
        h2("Your earlier results"),
        node("ul", "nhsuk-list", items),
        p(nav_link(&Route::Record, "", "Your whole record")),
    ])
}

fn earlier_result(summary: &Summary, catalogue: Option<&Catalogue>) -> Html {
    let on = clock::date(summary.finished.unwrap_or(summary.changed));
    let title = catalogue.map(|catalogue| format!("{}: ", catalogue.title(&summary.framework)));
    let says = format!("{}{} of {on}", title.unwrap_or_default(), form_name(summary.form));
    li(nav_link(&Route::Result(summary.id.clone()), "", says))
}

fn about(framework: &Framework) -> Html {
    let source = outward(&framework.source.link, &framework.source.title);
    details(
        "About this framework, and whose it is",
        vec![
            p(&*framework.owner),
            p(vec!["Source: ".html(), source]),
            p(&*framework.rights),
            p(format!("Content version {}.", framework.version)),
        ],
    )
}

/// How many statements a form asks.
fn asked(framework: &Framework, form: Form) -> usize {
    match form {
        Form::Full => framework.asked_of_all().count(),
        Form::Short => framework.short_form.len(),
    }
}

fn form_name(form: Form) -> &'static str {
    match form {
        Form::Full => "Full form",
        Form::Short => "Short form",
    }
}
