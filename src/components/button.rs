//! Links between pages and buttons that do something. A link leads somewhere, a button acts; both
//! look as nhsuk-frontend has them.

use super::markup::{Inside, Tag, node, with_attribute};
use crate::app::Route;
use yew::prelude::*;

/// A link to another page.
pub fn nav_link(to: &Route, class: &'static str, says: impl Inside) -> Html {
    link(to, class, says.html())
}

/// A link to another page that is the main way on, so it looks like a button.
pub fn link_button(to: &Route, says: &'static str) -> Html {
    link(to, "nhsuk-button", says.html())
}

/// A link to another page that is a way aside, so it looks like a quieter button.
pub fn quiet_link_button(to: &Route, says: &'static str) -> Html {
    link(to, "nhsuk-button nhsuk-button--secondary", says.html())
}

#[inline(never)]
fn link(to: &Route, class: &'static str, says: Html) -> Html {
    with_attribute("a", &["class", "href"], class, &to.to_string(), says)
}

/// Several ways on beside each other.
pub fn button_group(ways: Vec<Html>) -> Html {
    node("div", "nhsuk-button-group", ways)
}

/// A button that does something.
pub fn button(onclick: Callback<MouseEvent>, says: &'static str) -> Html {
    acting("nhsuk-button", onclick, says.html())
}

/// A button that does something less often wanted.
pub fn quiet_button(onclick: Callback<MouseEvent>, says: &'static str) -> Html {
    acting("nhsuk-button nhsuk-button--secondary", onclick, says.html())
}

/// A button that looks like a link, for what stands in a line of text.
pub fn text_button(onclick: Callback<MouseEvent>, says: Html) -> Html {
    acting("bellwether-link", onclick, says)
}

#[inline(never)]
fn acting(class: &'static str, onclick: Callback<MouseEvent>, says: Html) -> Html {
    let button = Tag::new("button", &["type", "class"], ["button".into(), class.into()]);
    button.on_click(onclick).inside(says)
}
