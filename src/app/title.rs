//! What the page is called, in the browser's tab and history.

use super::learn_route::LearnRoute;
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
        Route::InWordsOf(..) => "Your result in other words".to_owned(),
        Route::Compare(_) => "Frameworks side by side".to_owned(),
        Route::Learn(route) => of_learning(state, route),
        Route::Record => "Your record".to_owned(),
        Route::Profiles => "Profiles".to_owned(),
        Route::Method => "How results are worked out".to_owned(),
        Route::Unknown => "Page not found".to_owned(),
    };
    format!("{page} – {PRODUCT}")
}

fn of_learning(state: &State, route: &LearnRoute) -> String {
    let session = route.session().and_then(|id| state.more.session(id)?.ready());
    let pathway = route.pathway().and_then(|id| state.more.pathway(id)?.ready());
    let about = session.map(|s| s.title.clone()).or_else(|| pathway.map(|p| p.title.clone()));
    let about = about.unwrap_or_else(|| "Learning".into());
    match route {
        LearnRoute::Home => "Learning".to_owned(),
        LearnRoute::Sessions(_) => "Sessions".to_owned(),
        LearnRoute::Log => "What you have done".to_owned(),
        LearnRoute::Pathway(_) | LearnRoute::Session(_) => about.to_string(),
        LearnRoute::PathwayCertificate(_) | LearnRoute::Certificate(_) => {
            format!("{about}: certificate")
        }
        LearnRoute::Trainer(_) => format!("{about}: trainer’s notes"),
        LearnRoute::Page(_, page) => match session {
            Some(session) => format!("{about} ({} of {})", page + 1, session.pages()),
            None => about.to_string(),
        },
    }
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
