//! How far an assessment is, always in view while it is answered.

use super::markup::{Inside, Tag, node, with_attribute};
use crate::assessment::Progress;
use crate::record::Kept;
use yew::prelude::*;

/// The bar with its numbers, and whether the answers are stored, by this browser or the page around.
pub fn progress_bar(progress: &Progress, kept: Kept, by_host: bool) -> Html {
    let (answered, total) = (progress.answered(), progress.total());
    let told_kept = match (answered, kept) {
        (0, _) => "",
        (_, Kept::Stored) if by_host => "Saved",
        (_, Kept::Stored) => "Saved on this device",
        (_, Kept::InMemory(_)) => "Not stored",
    };
    let values = [answered.to_string().into(), total.to_string().into(), "Progress".into()];
    let bar = Tag::new("progress", &["value", "max", "aria-label"], values);
    let count = format!("{answered} of {total} answered");
    let row = vec![
        bar.html(),
        node("span", "bellwether-progress__count", count),
        node("span", "bellwether-progress__kept", told_kept),
    ];
    let row = node("div", "nhsuk-width-container bellwether-progress__row", row);
    with_attribute("section", &["class", "aria-label"], "bellwether-progress", "Progress", row)
}
