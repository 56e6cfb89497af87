//! The elements of one domain with their scores, as bars. The bars stand in a real table, so what
//! is seen and what is read out are one thing.

use super::markup::{
    Inside, Tag, body, cell, node, row, row_heading, table, unseen_column, with_attribute,
};
use crate::assessment::{DomainResult, ElementResult, ElementScore};
use yew::prelude::*;

/// A table of bars, from zero to the highest point of the rating scale.
pub fn bars(domain: &DomainResult, highest: u8) -> Html {
    let rows = domain.elements.iter().map(|element| element_row(element, highest));
    let columns = vec![
        unseen_column("Element"),
        with_attribute("th", &["class", "aria-hidden"], "", "true", Html::default()),
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
        with_attribute(
            "td",
            &["class", "aria-hidden"],
            "bellwether-bars__bar",
            "true",
            bar(share, highest),
        ),
        cell("bellwether-bars__score", &told),
    ])
}

/// A bar from zero to the highest point, with a line at each point of the scale.
fn bar(share: f64, highest: u8) -> Html {
    let mut parts = vec![
        rect("bellwether-bars__ground", "100%".into()).html(),
        rect("bellwether-bars__fill", percent(share).into()).html(),
    ];
    parts.extend((1..highest).map(|point| {
        let x = percent(f64::from(point) / f64::from(highest));
        let values = ["bellwether-bars__line".into(), x.clone().into(), x.into(), "100%".into()];
        Tag::new("line", &["class", "x1", "x2", "y2"], values).html()
    }));
    Tag::new("svg", &["focusable"], ["false".into()]).inside(parts)
}

fn rect(class: &'static str, width: AttrValue) -> Tag {
    Tag::new("rect", &["class", "width", "height"], [class.into(), width, "100%".into()])
}

/// A share from 0 to 1 in per cent, to a hundredth.
fn percent(share: f64) -> String {
    let hundredths = (share * 10_000.0 + 0.5) as u32;
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}
