//! What stands above every page where somebody has come in: whose record it is, and the way out.

use super::view::View;
use crate::app::{Action, Affair, Route, Who};
use crate::components::markup::{Inside, Tag, all, node, with_attribute};
use crate::components::{kept_banner, nav_link, text_button};
use yew::prelude::*;

/// Whose record it is, and whether what is entered is stored.
pub(super) fn above(view: &View<'_>) -> Html {
    let onsave = || view.act.reform(|_: MouseEvent| Action::SaveFile);
    let leave =
        |says: &str| text_button(view.act.reform(|_| Action::About(Affair::Leave)), says.html());
    let more = |says: &str| nav_link(&Route::Profiles, "", says);
    match &view.state.more.people.who {
        Who::Anyone => kept_banner(view.state.kept, onsave()),
        // There is nothing of theirs yet that could be stored.
        Who::Nobody => Html::default(),
        Who::Guest => bar(vec![
            node("span", "", "You are a guest: what you enter is gone when you close this page."),
            text_button(onsave(), "Save it as a file".html()),
            more("Keep it, or finish"),
        ]),
        Who::Member(profile) => {
            let whose = node("strong", "", &*profile.name);
            let way = if profile.is_locked() { "Lock now" } else { "Leave" };
            all(vec![
                bar(vec![whose, leave(way), more("Profile")]),
                kept_banner(view.state.kept, onsave()),
            ])
        }
    }
}

fn bar(inside: Vec<Html>) -> Html {
    let row = node("div", "nhsuk-width-container bellwether-profile__row", inside);
    let names = &["class", "aria-label"];
    with_attribute("section", names, "bellwether-profile", "Profile", row)
}

/// The main part of a page. Browsers write down what stands in the fields of open tabs, to put it there
/// again after a crash; of a form that forbids it they do not.
pub(super) fn around(view: &View<'_>, main: Html) -> Html {
    if !view.state.more.people.who.leaves_no_trace() {
        return main;
    }
    let form = Tag::new("form", &["autocomplete"], ["off".into()]);
    form.on_submit(Callback::noop()).inside(main)
}
