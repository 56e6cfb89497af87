//! What the person is told in passing.

use super::button::text_button;
use super::markup::{Inside, all, node, p, status};
use crate::app::{Action, Notice, Told, Tone, WholeNotice};
use yew::prelude::*;

/// The notices, the oldest first, announced as they come; `of_whole` has the words of those that only
/// the whole program has.
pub fn notices(
    notices: &[Notice],
    of_whole: fn(&WholeNotice) -> Told,
    act: &Callback<Action>,
) -> Html {
    let told = notices.iter().enumerate();
    let told = told.map(|(number, notice)| one(number, notice.told(of_whole), act));
    // The region has to be there before its content, or screen readers do not announce it.
    status("div", "bellwether-notices", all(told.collect()))
}

fn one(number: usize, told: Told, act: &Callback<Action>) -> Html {
    let class = match told.tone {
        Tone::Success => "nhsuk-notification-banner nhsuk-notification-banner--success",
        Tone::Trouble => "nhsuk-notification-banner bellwether-trouble",
    };
    let heading = node("h2", "nhsuk-notification-banner__heading", told.heading);
    let mut inside = vec![heading, p(told.text)];
    if let Some((action, says)) = told.way {
        inside.push(text_button(act.reform(move |_| action()), says.html()));
    }
    inside.push(text_button(
        act.reform(move |_| Action::Dismiss(number)),
        "Close this message".html(),
    ));
    node("section", class, node("div", "nhsuk-notification-banner__content", inside))
}
