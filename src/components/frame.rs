//! What stands around every page: the product's name, the way to the record, and whose work this is.

use super::button::nav_link;
use super::markup::{Inside, node, p};
use crate::app::{PRODUCT, Route};
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
    html! {
        <>
            <a class="nhsuk-skip-link" href="#main" onclick={skip}>{ "Skip to main content" }</a>
            { header() }
            { above }
            <main class="nhsuk-width-container nhsuk-main-wrapper" id="main" tabindex="-1">
                { main }
            </main>
            { footer() }
        </>
    }
}

fn header() -> Html {
    let name = nav_link(&Route::Start, "bellwether-header__name", PRODUCT);
    let record = nav_link(&Route::Record, "bellwether-header__link", "Your record");
    let row = vec![name, node("nav", "", record)];
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
