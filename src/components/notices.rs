//! What the person is told in passing.

use super::button::text_button;
use super::markup::{Inside, all, node, p, status};
use crate::app::{Action, Notice, Tone};
use yew::prelude::*;

/// The notices, the oldest first, announced as they come.
pub fn notices(notices: &[Notice], act: &Callback<Action>) -> Html {
    let told = notices.iter().enumerate().map(|(number, notice)| one(number, notice, act));
    // The region has to be there before its content, or screen readers do not announce it.
    status("div", "bellwether-notices", all(told.collect()))
}

fn one(number: usize, notice: &Notice, act: &Callback<Action>) -> Html {
    let class = match notice.tone() {
        Tone::Success => "nhsuk-notification-banner nhsuk-notification-banner--success",
        Tone::Trouble => "nhsuk-notification-banner bellwether-trouble",
    };
    let mut inside =
        vec![node("h2", "nhsuk-notification-banner__heading", notice.heading()), p(notice.text())];
    if *notice == Notice::Deleted {
        inside.push(text_button(act.reform(|_| Action::Undelete), "Bring it back".html()));
    }
    if *notice == Notice::SaveAgain {
        inside.push(text_button(act.reform(|_| Action::SaveFile), "Save it now".html()));
    }
    inside.push(text_button(
        act.reform(move |_| Action::Dismiss(number)),
        "Close this message".html(),
    ));
    node("section", class, node("div", "nhsuk-notification-banner__content", inside))
}
