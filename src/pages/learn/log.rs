//! Everything that was done, with minutes.

use super::super::view::View;
use super::words::counted;
use crate::app::{Action, LearnRoute, Learning, Route, minutes_of};
use crate::browser::clock;
use crate::components::markup::{all, body, cell, column, h1, node, p, row, row_heading, table};
use crate::components::{nav_link, quiet_button};
use crate::learning::Library;
use crate::learning::progress::log;
use yew::prelude::*;

/// The page.
pub(super) fn log_page(view: &View<'_>, library: &Library) -> Html {
    let done = log(&view.state.record);
    let mut inside = vec![
        nav_link(&Route::Learn(LearnRoute::Home), "nhsuk-back-link", "Learning"),
        h1("", "What you have done"),
    ];
    if done.is_empty() {
        inside
            .push(p("Nothing yet. What you mark as done stands here, with its date and minutes."));
        return all(inside);
    }
    let minutes = |about: &str| minutes_of(view.state, about);
    // Of numbers as large as the person likes.
    let total: u64 = done.iter().filter_map(|(about, _)| minutes(about)).map(u64::from).sum();
    inside.push(p(format!(
        "{} done, {total} minutes in all. The minutes are those that a session is made for.",
        counted(done.len(), "thing", "things")
    )));
    let rows = done.iter().map(|(about, when)| {
        let session = library.session(about);
        let title = library.title(about);
        let element = session.and_then(|session| session.element.as_ref());
        let element = element.map(|id| library.element_title(id).to_string()).unwrap_or_default();
        let minutes = minutes(about).map(|minutes| minutes.to_string()).unwrap_or_default();
        row(vec![
            row_heading("nhsuk-table__header", &title),
            cell("nhsuk-table__cell", &clock::date(*when)),
            cell("nhsuk-table__cell", &minutes),
            cell("nhsuk-table__cell", &element),
        ])
    });
    let caption = node("caption", "nhsuk-u-visually-hidden", "What you have done");
    let columns = ["What", "Date", "Minutes", "Element"].map(column).to_vec();
    inside.push(table(
        "nhsuk-table bellwether-numbers",
        caption,
        columns,
        vec![body(rows.collect())],
    ));
    inside.push(node(
        "div",
        "bellwether-actions",
        quiet_button(
            view.act.reform(|_| Action::Learn(Learning::SaveLog)),
            "Save as a table (CSV)",
        ),
    ));
    all(inside)
}
