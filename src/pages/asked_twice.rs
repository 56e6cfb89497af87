//! A button for what cannot be undone, or not for long: it is asked about once more.

use super::view::View;
use crate::app::{Action, Affair, Sure};
use crate::browser::page;
use crate::components::markup::{Inside, Tag, p};
use crate::components::{button_group, quiet_button, text_button};
use yew::prelude::*;

/// What is asked, and in what words.
#[derive(Debug)]
pub(super) struct AskedTwice {
    /// Names its place on the page, which has the focus when what was pressed there is gone: whoever uses a
    /// keyboard goes on from there.
    pub(super) place: &'static str,
    /// What it is.
    pub(super) sure: Sure,
    /// The button.
    pub(super) says: &'static str,
    /// The question, once that was pressed.
    pub(super) question: &'static str,
    /// What is done then, with the words of that button.
    pub(super) yes: (Affair, &'static str),
    /// The words of the other.
    pub(super) no: &'static str,
}

impl AskedTwice {
    /// The button, or the question.
    pub(super) fn html(self, view: &View<'_>) -> Html {
        let ask = |sure| going_on_at(view, self.place, Affair::BeSure(sure));
        let inside = if view.state.more.people.is_sure.as_ref() == Some(&self.sure) {
            let (affair, yes) = self.yes;
            let done = view.act.reform(move |_| Action::About(affair.clone()));
            let ways = vec![quiet_button(done, yes), text_button(ask(None), self.no.html())];
            vec![p(self.question), button_group(ways)]
        } else {
            vec![quiet_button(ask(Some(self.sure.clone())), self.says)]
        };
        let place = Tag::new("div", &["id", "tabindex"], [self.place.into(), "-1".into()]);
        place.inside(inside)
    }
}

/// Does something by which what was pressed goes; what is then in a place of this name gets the focus.
pub(super) fn going_on_at(
    view: &View<'_>,
    place: &'static str,
    affair: Affair,
) -> Callback<MouseEvent> {
    let act = view.act.clone();
    Callback::from(move |_| {
        act.emit(Action::About(affair.clone()));
        page::after_drawing(move || page::focus_if_lost_here(place));
    })
}
