//! What is shown where a page cannot be, or is not there yet.

use crate::app::{Failure, Route};
use crate::components::markup::{Inside, all, bullets, h1, li, p, status};
use crate::components::nav_link;
use yew::prelude::*;

/// What is shown while content is on its way.
pub(super) fn loading() -> Html {
    status("p", "", "Loading…".html())
}

/// Why a page cannot be shown.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Why {
    /// The address leads nowhere.
    NoSuchPage,
    /// The assessment is not in this browser's record.
    NoSuchAssessment,
    /// The element is not part of this assessment.
    NotAsked,
    /// What the page needs did not come.
    Content(Failure),
    /// The part of the app that has the page did not come.
    Program,
}

/// A page that says why another is not there, and where to go.
pub(super) fn unavailable(why: &Why) -> Html {
    let (heading, text) = words(why);
    let mut inside = vec![h1("", heading), p(text)];
    if let Why::Content(Failure::Unusable(problems)) = why {
        inside.push(bullets(problems.iter().map(|problem| li(problem.to_string())).collect()));
    }
    inside.push(p(vec![
        nav_link(&Route::Start, "", "Go to the start"),
        " or to ".html(),
        nav_link(&Route::Record, "", "your record"),
    ]));
    all(inside)
}

fn words(why: &Why) -> (&'static str, &'static str) {
    match why {
        Why::NoSuchPage => (
            "Page not found",
            "Nothing is at this address. If you typed it, check it; if you followed a link, it is \
             out of date. Your record is safe.",
        ),
        Why::NoSuchAssessment => (
            "This assessment is not in this browser",
            "It may have been taken in another browser or on another device, or deleted. If you \
             saved your record as a file there, you can load it under “Your record”.",
        ),
        Why::NotAsked => (
            "This element is not part of your assessment",
            "The short form asks about some statements only, and a framework can change with a new \
             version. Your answers are safe.",
        ),
        Why::Content(Failure::Unreachable) | Why::Program => (
            "The content could not be loaded",
            "The connection failed. Your record is safe. Check the connection, then reload the page.",
        ),
        Why::Content(Failure::Missing) => (
            "This is not here",
            "The address names something that this site does not have. Your record is safe.",
        ),
        Why::Content(Failure::Unusable(_)) => (
            "This cannot be used",
            "Its file has mistakes, so the page does not show it. Your record is safe. Please tell \
             whoever runs this site:",
        ),
    }
}
