//! What stands around every page: the product's name, the way to the record, and whose work this is.

use super::button::nav_link;
use super::markup::{Inside, Tag, all, node, p};
use super::memo::memo;
use crate::app::{LearnRoute, PRODUCT, Route};
use crate::browser::page;
use yew::prelude::*;

/// Says on every page that nobody endorses it.
const INDEPENDENCE: &str = "Independent tool. Not produced, endorsed or accredited by the NHS, the \
    NHS Leadership Academy, FMLM, AHRQ, WHO or AAMC. Framework names belong to their owners and are \
    used only to show where a topic fits.";

/// The frame of every page: `above` stands between header and main part, over the whole width.
pub fn frame(above: Html, main: Html) -> Html {
    let skip = Callback::from(|event: MouseEvent| {
        // The address says which page is shown, so it cannot point into the page as well.
        event.prevent_default();
        page::focus_main();
    });
    let values = ["nhsuk-skip-link".into(), "#main".into()];
    let skip = Tag::new("a", &["class", "href"], values).on_click(skip);
    let class = "nhsuk-width-container nhsuk-main-wrapper";
    let values = [class.into(), "main".into(), "-1".into()];
    let place = Tag::new("main", &["class", "id", "tabindex"], values);
    all(vec![
        skip.inside("Skip to main content"),
        memo("header".to_owned(), header),
        above,
        place.inside(main),
        memo("footer".to_owned(), footer),
    ])
}

fn header() -> Html {
    let name = nav_link(&Route::Start, "bellwether-header__name", PRODUCT);
    let learn = nav_link(&Route::Learn(LearnRoute::Home), "bellwether-header__link", "Learning");
    let record = nav_link(&Route::Record, "bellwether-header__link", "Your record");
    let row = vec![name, node("nav", "bellwether-header__ways", vec![learn, record])];
    node(
        "header",
        "bellwether-header",
        node("div", "nhsuk-width-container bellwether-header__row", row),
    )
}

fn footer() -> Html {
    let private = p(vec![
        "Everything you enter stays in this browser. ".html(),
        nav_link(&Route::Method, "", "How results are worked out"),
    ]);
    let inside = node("div", "nhsuk-width-container", vec![p(INDEPENDENCE), private]);
    node("footer", "bellwether-footer", inside)
}
