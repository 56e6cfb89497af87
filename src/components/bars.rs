//! The elements of one domain with their scores, as bars. The bars stand in a real table, so what
//! is seen and what is read out are one thing.

use super::markup::{Inside, body, cell, node, row, row_heading, table, unseen_column};
use crate::assessment::{DomainResult, ElementResult, ElementScore};
use yew::prelude::*;

/// A table of bars, from zero to the highest point of the rating scale.
pub fn bars(domain: &DomainResult, highest: u8) -> Html {
    let rows = domain.elements.iter().map(|element| element_row(element, highest));
    let columns = vec![
        unseen_column("Element"),
        html! { <th aria-hidden="true" /> },
        unseen_column(&format!("Score, 1 to {highest}")),
    ];
    let body = body(rows.collect());
    table("nhsuk-table bellwether-bars", caption(domain), columns, vec![body])
}

fn caption(domain: &DomainResult) -> Html {
    let scored = domain.elements.iter().filter(|e| e.score.score().is_some()).count();
    let of = domain.elements.len();
    let mean = match domain.score {
        None => String::new(),
        Some(score) if scored == of => format!(" {score}"),
        Some(score) => format!(" {score} (from {scored} of {of} elements)"),
    };
    let mean = node("span", "bellwether-bars__mean", mean);
    let inside = vec![domain.title.html(), mean];
    node("caption", "nhsuk-table__caption nhsuk-table__caption--s", inside)
}

fn element_row(element: &ElementResult, highest: u8) -> Html {
    let told = match element.score {
        ElementScore::Scored(score) => score.to_string(),
        ElementScore::NotEnough => "Not enough answers".to_owned(),
        ElementScore::NotInRole => "Not in your role".to_owned(),
    };
    let share = element.score.score().map_or(0.0, |score| score.share_of(highest));
    row(vec![
        row_heading("bellwether-bars__name", &element.title),
        html! { <td class="bellwether-bars__bar" aria-hidden="true">{ bar(share, highest) }</td> },
        cell("bellwether-bars__score", &told),
    ])
}

/// A bar from zero to the highest point, with a line at each point of the scale.
fn bar(share: f64, highest: u8) -> Html {
    let lines = (1..highest).map(|point| {
        let x = percent(f64::from(point) / f64::from(highest));
        html! { <line x1={x.clone()} x2={x} y2="100%" class="bellwether-bars__line" /> }
    });
    html! {
        <svg focusable="false">
            <rect width="100%" height="100%" class="bellwether-bars__ground" />
            <rect width={percent(share)} height="100%" class="bellwether-bars__fill" />
            { for lines }
        </svg>
    }
}

/// A share from 0 to 1 in per cent, to a hundredth.
fn percent(share: f64) -> String {
    let hundredths = (share * 10_000.0 + 0.5) as u32;
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}
