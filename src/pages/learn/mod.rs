//! The pages of learning.

mod certificate;
mod home;
mod log;
mod part;
mod pathway;
mod session;
mod sessions;
mod trainer;
mod words;

pub(super) use home::recommended;

use super::unavailable::{Why, unavailable};
use super::view::{View, with};
use crate::app::{Late, LearnRoute};
use crate::learning::{Library, Pathway, PathwayId, Session, SessionId};
use yew::prelude::*;

/// The page of a route of learning.
pub(super) fn learn(view: &View<'_>, route: &LearnRoute) -> Html {
    match route {
        LearnRoute::Home => with_library(view, |library| home::home(view, library)),
        LearnRoute::Sessions(filter) => {
            with_library(view, |library| sessions::sessions(view, library, filter))
        }
        LearnRoute::Pathway(id) => with_pathway(view, id, pathway::pathway),
        LearnRoute::PathwayCertificate(id) => with_pathway(view, id, certificate::of_pathway),
        LearnRoute::Session(id) => with_session(view, id, session::session),
        LearnRoute::Page(id, page) => with_session(view, id, |view, session, _| {
            if *page < session.pages() {
                part::part(view, session, *page)
            } else {
                unavailable(&Why::NoSuchPage)
            }
        }),
        LearnRoute::Certificate(id) => with_session(view, id, certificate::of_session),
        LearnRoute::Trainer(id) => {
            with_session(view, id, |_, session, _| trainer::trainer(session))
        }
        LearnRoute::Log => with_library(view, |library| log::log_page(view, library)),
    }
}

/// Whether a page of learning has all that it shows.
pub(super) fn is_complete(view: &View<'_>, route: &LearnRoute) -> bool {
    let more = &view.state.more;
    let library = more.library.as_ref().is_some_and(|library| library.ready().is_some());
    let session = route
        .session()
        .is_none_or(|id| more.session(id).is_some_and(|session| session.ready().is_some()));
    let pathway = route
        .pathway()
        .is_none_or(|id| more.pathway(id).is_some_and(|pathway| pathway.ready().is_some()));
    library && session && pathway
}

fn with_library(view: &View<'_>, draw: impl FnOnce(&Late<Library>) -> Html) -> Html {
    with(view.state.more.library.as_ref(), draw)
}

fn with_session(
    view: &View<'_>,
    id: &SessionId,
    draw: impl FnOnce(&View<'_>, &Session, &Library) -> Html,
) -> Html {
    with_library(view, |library| {
        with(view.state.more.session(id), |session| draw(view, session, library))
    })
}

fn with_pathway(
    view: &View<'_>,
    id: &PathwayId,
    draw: impl FnOnce(&View<'_>, &Pathway, &Library) -> Html,
) -> Html {
    let pathway = view.state.more.pathway(id);
    with_library(view, |library| with(pathway, |pathway| draw(view, pathway, library)))
}
