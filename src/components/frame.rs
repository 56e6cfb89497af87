//! What stands around every page: the product's name, the way to the record, and whose work this is.

use super::button::nav_link;
use super::markup::{Inside, Tag, all, node, p, with_attribute};
use super::memo::memo;
use crate::app::{LearnRoute, PRODUCT, Route};
use crate::browser::page;
use yew::prelude::*;

/// Says on every page that nobody endorses it.
const INDEPENDENCE: &str = "Independent tool. Not produced, endorsed or accredited by the NHS, the \
    NHS Leadership Academy, FMLM, AHRQ, WHO or AAMC. Framework names belong to their owners and are \
    used only to show where a topic fits.";

const BY_BROWSER: &str = "Everything you enter stays in this browser. ";
const BY_HOST: &str = "What you enter is kept by the website that this is part of. ";

/// The frame of every page: `above` stands between header and main part, over the whole width.
/// `within_a_page` of somebody else, that one has
/// the landmarks; `by_host`, it keeps the record.
pub fn frame(above: Html, main: Html, within_a_page: bool, by_host: bool) -> Html {
    let skip = Callback::from(|event: MouseEvent| {
        // The address says which page is shown, so it cannot point into the page as well.
        event.prevent_default();
        page::focus_main(event.target_dyn_into());
    });
    let or_div = move |tag| if within_a_page { "div" } else { tag };
    let values = ["nhsuk-skip-link".into(), "#main".into()];
    let skip = Tag::new("a", &["class", "href"], values).on_click(skip);
    let class = "nhsuk-width-container nhsuk-main-wrapper";
    let values = [class.into(), "main".into(), "-1".into(), "main".into()];
    let place = Tag::new(or_div("main"), &["class", "id", "tabindex", "part"], values);
    all(vec![
        skip.inside("Skip to main content"),
        memo("header".to_owned(), move || header(or_div("header"), or_div("nav"))),
        above,
        place.inside(main),
        memo("footer".to_owned(), move || footer(or_div("footer"), by_host)),
    ])
}

fn header(tag: &'static str, ways: &'static str) -> Html {
    let name = nav_link(&Route::Start, "bellwether-header__name", PRODUCT);
    let learn = nav_link(&Route::Learn(LearnRoute::Home), "bellwether-header__link", "Learning");
    let record = nav_link(&Route::Record, "bellwether-header__link", "Your record");
    let row = vec![name, node(ways, "bellwether-header__ways", vec![learn, record])];
    let inside = node("div", "nhsuk-width-container bellwether-header__row", row);
    with_attribute(tag, &["class", "part"], "bellwether-header", "header", inside)
}

fn footer(tag: &'static str, by_host: bool) -> Html {
    let mut private = vec![
        if by_host { BY_HOST } else { BY_BROWSER }.html(),
        nav_link(&Route::Method, "", "How results are worked out"),
    ];
    // An element in somebody else's page has no profiles.
    if tag == "footer" {
        private.push(" · ".html());
        private.push(nav_link(&Route::Profiles, "", "Profiles on a shared device"));
    }
    let private = p(private);
    let inside = node("div", "nhsuk-width-container", vec![p(INDEPENDENCE), private]);
    with_attribute(tag, &["class", "part"], "bellwether-footer", "footer", inside)
}
