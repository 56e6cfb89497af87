//! How far an assessment is, always in view while it is answered.

use super::markup::{node, with_attribute};
use crate::assessment::Progress;
use crate::record::Kept;
use yew::prelude::*;

/// The bar with its numbers, and whether the answers are stored.
pub fn progress_bar(progress: &Progress, kept: Kept) -> Html {
    let (answered, total) = (progress.answered(), progress.total());
    let told_kept = match (answered, kept) {
        (0, _) => "",
        (_, Kept::Stored) => "Saved on this device",
        (_, Kept::InMemory(_)) => "Not stored",
    };
    let bar = html! {
        <progress value={answered.to_string()} max={total.to_string()} aria-label="Progress" />
    };
    let count = format!("{answered} of {total} answered");
    let row = vec![
        bar,
        node("span", "bellwether-progress__count", count),
        node("span", "bellwether-progress__kept", told_kept),
    ];
    let row = node("div", "nhsuk-width-container bellwether-progress__row", row);
    with_attribute("section", "bellwether-progress", "aria-label", "Progress", row)
}
