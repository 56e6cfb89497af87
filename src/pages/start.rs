//! The start page where there are several frameworks to choose from.

use crate::app::Route;
use crate::catalogue::{Catalogue, Entry, minutes};
use crate::components::markup::{all, h1, node, p};
use crate::components::nav_link;
use yew::prelude::*;

/// The frameworks, each with a link to its own page.
pub(super) fn start(catalogue: &Catalogue) -> Html {
    let mut inside = vec![
        h1("", "See where you stand in clinical leadership"),
        p("Choose the framework that your school, college or employer uses. Your answers stay on \
           this device."),
    ];
    inside.extend(catalogue.frameworks.iter().map(framework));
    all(inside)
}

fn framework(entry: &Entry) -> Html {
    let long =
        format!("{} statements, about {} minutes", entry.statements, minutes(entry.statements));
    node(
        "section",
        "bellwether-panel",
        vec![
            node("h2", "", nav_link(&Route::Framework(entry.id.clone()), "", &*entry.title)),
            p(&*entry.summary),
            node("p", "bellwether-quiet", long),
        ],
    )
}
