//! A picture of two scores of each element: how important it is, upwards, and how high, to the right.
//! What is important and low stands at the top left. The table beside it has the numbers.

use super::markup::{Inside, Tag};
use crate::assessment::{Score, Weighed};
use yew::prelude::*;
use yew::virtual_dom::AttrValue;

/// The length of a side, in units of the drawing.
const SIDE: i32 = 220;
/// How far the labels of elements in the same place stand apart.
const APART: i32 = 16;

/// The picture; elements are numbered in the order of the list.
pub fn quadrants(weighed: &[Weighed], highest: u8) -> Html {
    let middle = SIDE / 2;
    let mut parts = vec![
        line((middle, 0), (middle, SIDE)),
        line((0, middle), (SIDE, middle)),
        text((4, 14), "start", "Important, low"),
        text((SIDE - 4, 14), "end", "Important, high"),
        text((4, SIDE - 6), "start", "Less important, low"),
        text((SIDE - 4, SIDE - 6), "end", "Less important, high"),
    ];
    let places: Vec<(i32, i32)> = weighed
        .iter()
        .map(|one| (along(one.score, highest), SIDE - along(one.importance, highest)))
        .collect();
    for (number, &(x, y)) in places.iter().enumerate() {
        let before = places.iter().take(number).filter(|place| **place == (x, y)).count();
        // No more than there are elements, so within the range of the type.
        let x = x + before as i32 * APART;
        let values = ["bellwether-quadrants__dot".into(), number_of(x), number_of(y), "8".into()];
        parts.push(Tag::new("circle", &["class", "cx", "cy", "r"], values).html());
        parts.push(text((x, y + 4), "middle", &(number + 1).to_string()));
    }
    let values = [
        "bellwether-radar__drawing bellwether-quadrants".into(),
        "-14 -14 262 248".into(),
        "img".into(),
        "Elements by importance and score; the table beside it has the numbers".into(),
    ];
    Tag::new("svg", &["class", "viewBox", "role", "aria-label"], values).inside(parts)
}

/// Where a score from 1 to the highest lies on a side.
fn along(score: Score, highest: u8) -> i32 {
    let share = (score.value() - 1.0) / f64::from(highest.saturating_sub(1).max(1));
    (share * f64::from(SIDE)) as i32
}

fn line(from: (i32, i32), to: (i32, i32)) -> Html {
    let ends = [number_of(from.0), number_of(from.1), number_of(to.0), number_of(to.1)];
    let [x1, y1, x2, y2] = ends;
    let values = ["bellwether-radar__ring".into(), x1, y1, x2, y2];
    Tag::new("line", &["class", "x1", "y1", "x2", "y2"], values).html()
}

fn text((x, y): (i32, i32), anchor: &'static str, says: &str) -> Html {
    let values = ["bellwether-radar__point".into(), number_of(x), number_of(y), anchor.into()];
    Tag::new("text", &["class", "x", "y", "text-anchor"], values).inside(says)
}

fn number_of(value: i32) -> AttrValue {
    value.to_string().into()
}
