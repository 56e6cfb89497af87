//! The whole program: every page.

use super::company::CompanyDoor;
use super::compare::{compare, in_words};
use super::door::door;
use super::first::First;
use super::learn;
use super::method::method;
use super::profiles::profiles;
use super::program::Program;
use super::record::record_page;
use super::result::result_page;
use super::view::View;
use crate::app::{Action, Available, Effect, More, Now, Route, State, Who, apply};
use crate::browser::{Mount, content};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// The program that has every page.
#[derive(Debug)]
pub struct Whole;

impl Program for Whole {
    const WHOLE: bool = true;
    type Door = CompanyDoor;

    fn has(_: &Route) -> bool {
        true
    }

    fn apply(state: &mut State, action: Action, now: Now) -> Vec<Effect> {
        apply(state, action, now)
    }

    fn page(view: &View<'_>) -> Html {
        let state = view.state;
        if state.more.people.who == Who::Nobody {
            return door(view);
        }
        match &state.route {
            Route::Result(_) => view.with_assessment(|sitting, assessment| {
                let name = state.record.name().unwrap_or_default();
                result_page(view, &sitting.questionnaire, assessment, name)
            }),
            Route::Record => {
                let catalogue = state.catalogue.as_ref().and_then(Available::ready);
                record_page(&state.record.summaries(), catalogue, view)
            }
            Route::Profiles => profiles(view),
            Route::Method => method(),
            Route::InWordsOf(_, other) => in_words(view, other),
            Route::Compare(framework) => compare(view, framework.as_ref()),
            Route::Learn(route) => learn::learn(view, route),
            _ => First::page(view),
        }
    }

    fn is_complete(view: &View<'_>) -> bool {
        let crosswalk = || view.state.more.crosswalk.as_ref().and_then(Available::ready);
        if view.state.more.people.who == Who::Nobody {
            return true;
        }
        match &view.state.route {
            Route::Result(_) => view.state.on_screen().is_some(),
            Route::InWordsOf(..) => view.state.on_screen().is_some() && crosswalk().is_some(),
            Route::Compare(_) => crosswalk().is_some(),
            Route::Learn(route) => learn::is_complete(view, route),
            Route::Record | Route::Profiles | Route::Method => true,
            _ => First::is_complete(view),
        }
    }

    fn fetch(mount: Mount, more: More, is_secret: bool, act: Callback<Action>) {
        spawn_local(async move {
            act.emit(Action::ArrivedMore(content::more(&mount, more, is_secret).await));
        });
    }
}
