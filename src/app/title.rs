//! What the page is called, in the browser's tab and history.

use super::route::Route;
use super::state::{Available, State};

/// The name of the product.
pub const PRODUCT: &str = "Bellwether";

/// The title of the page that is shown.
pub fn title(state: &State) -> String {
    let framework = || {
        let ready = state.framework().and_then(Available::ready);
        ready.map_or_else(|| "Assessment".to_owned(), |framework| framework.title.to_string())
    };
    let page = match &state.route {
        Route::Start => return format!("{PRODUCT}: see where you stand in clinical leadership"),
        Route::For(_) => "Frameworks".to_owned(),
        Route::Choose(_) => "Which framework is for me?".to_owned(),
        Route::Framework(_) | Route::Take(..) => framework(),
        Route::Tasks(_) => format!("{}: your assessment", framework()),
        Route::Statements(_, element) => element_title(state, element.as_str()),
        Route::Check(_) => "Check your answers".to_owned(),
        Route::Result(_) => format!("{}: your result", framework()),
        Route::Record => "Your record".to_owned(),
        Route::Method => "How results are worked out".to_owned(),
        Route::Unknown => "Page not found".to_owned(),
    };
    format!("{page} – {PRODUCT}")
}

fn element_title(state: &State, element: &str) -> String {
    state
        .on_screen()
        .and_then(|(sitting, _)| {
            let pages = sitting.questionnaire.pages();
            let number = sitting.questionnaire.page_of_element(&element.into())?;
            let page = pages.get(number)?;
            Some(format!("{} ({} of {})", page.element.title, number + 1, pages.len()))
        })
        .unwrap_or_else(|| "Assessment".to_owned())
}
