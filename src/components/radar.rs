//! The domains around a circle, as a second view. Bars lead: a radar's area grows with the square
//! of the values and depends on the order of the axes.

use super::markup::{Inside, Tag, body, cell, column, node, row, row_heading, table};
use crate::assessment::{DomainResult, Score};
use js_sys::Math;
use std::f64::consts::TAU;
use yew::prelude::*;

/// Fewer axes enclose no area, more cannot be read.
const AXES: std::ops::RangeInclusive<usize> = 3..=10;
/// The radius of the outermost ring, in units of the drawing.
const RADIUS: f64 = 100.0;

/// A radar of the domains with its numbers in a table beside it; only the table where there are too
/// few or too many domains for a radar, or one of them has no score.
pub fn radar(domains: &[DomainResult], highest: u8) -> Html {
    let scores: Option<Vec<Score>> = domains.iter().map(|domain| domain.score).collect();
    let drawn = scores.filter(|scores| AXES.contains(&scores.len()));
    let drawing = drawn.map(|scores| drawing(&scores, highest)).unwrap_or_default();
    node("div", "bellwether-radar", vec![drawing, numbers(domains)])
}

fn drawing(scores: &[Score], highest: u8) -> Html {
    let axes = scores.len();
    let rings = (1..=highest).map(|point| {
        let radius = RADIUS * f64::from(point) / f64::from(highest);
        let values = ["bellwether-radar__ring".into(), number(radius).into()];
        Tag::new("circle", &["class", "r"], values).html()
    });
    let ring_labels = (1..=highest).map(|point| {
        let y = -RADIUS * f64::from(point) / f64::from(highest);
        text("bellwether-radar__point", (3.0, y + 8.0)).inside(point.to_string())
    });
    let spokes = (0..axes).flat_map(|axis| {
        let (x, y) = place(axis, axes, RADIUS);
        let (label_x, label_y) = place(axis, axes, RADIUS + 14.0);
        let values = ["bellwether-radar__ring".into(), number(x).into(), number(y).into()];
        let label = text("bellwether-radar__axis", (label_x, label_y + 5.0));
        [
            Tag::new("line", &["class", "x2", "y2"], values).html(),
            label.inside((axis + 1).to_string()),
        ]
    });
    let corners: Vec<(f64, f64)> = scores
        .iter()
        .enumerate()
        .map(|(axis, score)| place(axis, axes, RADIUS * score.share_of(highest)))
        .collect();
    let points: Vec<String> =
        corners.iter().map(|(x, y)| format!("{},{}", number(*x), number(*y))).collect();
    let values = ["bellwether-radar__shape".into(), points.join(" ").into()];
    let shape = Tag::new("polygon", &["class", "points"], values);
    let dots = corners.iter().map(|(x, y)| {
        let (cx, cy) = (number(*x).into(), number(*y).into());
        let values = ["bellwether-radar__dot".into(), "3.5".into(), cx, cy];
        Tag::new("circle", &["class", "r", "cx", "cy"], values).html()
    });
    let drawn: Vec<Html> =
        rings.chain(spokes).chain([shape.html()]).chain(dots).chain(ring_labels).collect();
    let values = [
        "bellwether-radar__drawing".into(),
        "-125 -125 250 250".into(),
        "img".into(),
        "Radar of the domain scores; the table beside it has the numbers".into(),
    ];
    Tag::new("svg", &["class", "viewBox", "role", "aria-label"], values).inside(drawn)
}

fn text(class: &'static str, (x, y): (f64, f64)) -> Tag {
    Tag::new("text", &["class", "x", "y"], [class.into(), number(x).into(), number(y).into()])
}

fn numbers(domains: &[DomainResult]) -> Html {
    let rows = domains.iter().enumerate().map(|(number, domain)| {
        let score = domain.score.map_or_else(|| "No score".to_owned(), |score| score.to_string());
        row(vec![
            cell("nhsuk-table__cell", &(number + 1).to_string()),
            row_heading("nhsuk-table__header", &domain.title),
            cell("nhsuk-table__cell nhsuk-table__cell--numeric", &score),
        ])
    });
    let caption = node("caption", "nhsuk-u-visually-hidden", "Domain scores");
    let columns = vec![column("Axis"), column("Domain"), column("Score")];
    table("nhsuk-table", caption, columns, vec![body(rows.collect())])
}

/// Where a value lies on an axis; the first axis points up, the others follow clockwise.
fn place(axis: usize, axes: usize, radius: f64) -> (f64, f64) {
    let angle = TAU * axis as f64 / axes as f64;
    // The browser's own functions: those of Rust would add six kilobytes.
    (radius * Math::sin(angle), -radius * Math::cos(angle))
}

/// A coordinate to a tenth, without the float formatting of the standard library.
fn number(value: f64) -> String {
    let tenths = (value * 10.0).round() as i32;
    let sign = if tenths < 0 { "-" } else { "" };
    format!("{sign}{}.{}", tenths.abs() / 10, tenths.abs() % 10)
}
