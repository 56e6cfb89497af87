//! The first program: choosing a framework, and answering it.

use super::check::check;
use super::choose::choose;
use super::doorkeeper::NoDoor;
use super::program::Program;
use super::start::start;
use super::statements::statements;
use super::tasks::tasks;
use super::unavailable::{Why, loading, unavailable};
use super::view::View;
use crate::app::{Action, Available, Effect, More, Now, Route, State, apply_first};
use crate::browser::Mount;
use crate::framework::Audience;
use yew::prelude::*;

/// The program of the first view.
#[derive(Debug)]
pub struct First;

impl Program for First {
    const WHOLE: bool = false;
    type Door = NoDoor;

    fn has(route: &Route) -> bool {
        match route {
            Route::Start
            | Route::For(_)
            | Route::Choose(_)
            | Route::Framework(_)
            | Route::Take(..)
            | Route::Tasks(_)
            | Route::Statements(..)
            | Route::Check(_)
            | Route::Unknown => true,
            Route::Result(_)
            | Route::InWordsOf(..)
            | Route::Compare(_)
            | Route::Learn(_)
            | Route::Record
            | Route::Profiles
            | Route::Method => false,
        }
    }

    fn apply(state: &mut State, action: Action, now: Now) -> Vec<Effect> {
        apply_first(state, action, now)
    }

    fn page(view: &View<'_>) -> Html {
        let act = view.act;
        match &view.state.route {
            Route::Start => with_start(view, None),
            Route::For(audience) => with_start(view, Some(*audience)),
            Route::Choose(wish) => view.with_catalogue(|catalogue| choose(catalogue, *wish)),
            Route::Framework(_) | Route::Take(..) => view.welcome(),
            Route::Tasks(_) => {
                view.with_assessment(|sitting, assessment| tasks(sitting, assessment, act))
            }
            Route::Statements(_, element) => view.with_assessment(|sitting, assessment| {
                match sitting.questionnaire.page_of_element(element) {
                    Some(number) => statements(view, sitting, assessment, number),
                    None => unavailable(&Why::NotAsked),
                }
            }),
            Route::Check(_) => view.with_assessment(|sitting, assessment| {
                check(&sitting.questionnaire, assessment, act)
            }),
            Route::Unknown => unavailable(&Why::NoSuchPage),
            _ => loading(),
        }
    }

    fn is_complete(view: &View<'_>) -> bool {
        let state = view.state;
        let has_framework = || matches!(state.framework(), Some(Available::Ready(_)));
        match &state.route {
            Route::Framework(_) => has_framework(),
            Route::Start | Route::For(_) | Route::Choose(_) => {
                let catalogue = state.catalogue.as_ref().and_then(Available::ready);
                catalogue.is_some_and(|catalogue| catalogue.only().is_none() || has_framework())
            }
            Route::Tasks(_) | Route::Statements(..) | Route::Check(_) => {
                state.on_screen().is_some()
            }
            Route::Unknown => true,
            _ => false,
        }
    }

    fn fetch(_: Mount, _: More, _: bool, _: Callback<Action>) {}
}

/// The start page is the framework's own where there is only one.
fn with_start(view: &View<'_>, audience: Option<Audience>) -> Html {
    view.with_catalogue(|catalogue| match catalogue.only() {
        Some(_) => view.welcome(),
        None => start(catalogue, audience, &view.state.record.summaries()),
    })
}
