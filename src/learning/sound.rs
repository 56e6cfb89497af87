//! Whether what there is to learn is what pages rely on: yes or no.
//!
//! A part of the rules of [`check`](super::check): what is shown is text of a moderate length, what is noted can
//! be read again at the next start, links lead to the web, and nothing is so long that a page would stand still. A
//! test holds the two together: what the check lets pass is sound.

use super::exercise::{Choosable, Question};
use super::library::{ElsewhereEntry, Library, SessionEntry};
use super::outline::{Activity, Module, Pathway};
use super::progress::looked_at;
use super::session::Session;
use crate::form::{is_language_tag, is_text, is_title, is_well_formed};
use crate::framework::MAX_ELEMENTS;
use crate::link::host_of;
use std::rc::Rc;

/// Most of what a list within a session has: questions, options, points, paragraphs, steps, readings.
pub(super) const MOST: usize = 12;
/// Most of what a list that refers to other files has.
pub(super) const MOST_NAMED: usize = 100;
/// Far more modules than a pathway has.
pub(super) const MOST_MODULES: usize = 1_000;

/// Whether a session can be worked through, and what is noted of it kept.
pub(super) fn is_sound_session(session: &Session) -> bool {
    let case = &session.case;
    let texts = [&session.summary, &case.question, &session.reflection, &session.this_week];
    is_well_formed(session.id.as_str())
        && is_language_tag(&session.language)
        && is_title(&session.title)
        && is_title(&case.title)
        && texts.into_iter().all(|text| is_text(text))
        && session.after.len() <= MOST_NAMED
        && session.professions.len() <= MOST
        && are_texts(&session.outcomes)
        && are_texts(&case.text)
        && are(&session.points, |point| is_title(&point.title) && is_text(&point.text))
        && are(&session.exercise, is_sound_question)
        && are_texts(&session.trainer.questions)
        && are(&session.trainer.plan, |step| is_text(&step.text))
        && are(&session.reading, |reading| {
            is_text(&reading.title) && is_link(&reading.link) && is_text(&reading.supports)
        })
}

fn is_sound_question(question: &Question) -> bool {
    let is_option = |option: &Choosable| {
        is_well_formed(option.id.as_str()) && is_text(&option.text) && is_text(&option.feedback)
    };
    is_name(question)
        && is_text(&question.ask)
        && are_texts(&question.piles)
        && are(&question.options, is_option)
        && question.example.as_deref().is_none_or(is_text)
        && are_texts(&question.look_for)
}

/// Whether a question has an id under which an answer can be noted: its longest name is within an id too.
pub(super) fn is_name(question: &Question) -> bool {
    is_well_formed(question.id.as_str()) && is_well_formed(&looked_at(question))
}

/// Whether a pathway can be shown, and what is noted of its activities kept.
pub(super) fn is_sound_pathway(pathway: &Pathway) -> bool {
    let texts = [&pathway.summary, &pathway.audience, &pathway.source];
    is_well_formed(pathway.id.as_str())
        && is_language_tag(&pathway.language)
        && is_title(&pathway.title)
        && texts.into_iter().all(|text| is_text(text))
        && pathway.modules.len() <= MOST_MODULES
        && pathway.sessions().all(|id| is_well_formed(id.as_str()))
        && pathway.modules.iter().all(is_sound_module)
}

fn is_sound_module(module: &Module) -> bool {
    is_title(&module.title)
        && is_text(&module.summary)
        && module.activities.iter().all(is_sound_activity)
}

fn is_sound_activity(activity: &Activity) -> bool {
    let texts =
        [&activity.text, &activity.when, &activity.start, &activity.record, &activity.shows];
    is_well_formed(activity.id.as_str())
        && is_title(&activity.title)
        && texts.into_iter().all(|text| is_text(text))
        && activity.elements.len() <= MOST_NAMED
}

/// Whether all that a library names can be opened and shown.
pub(super) fn is_sound_library(library: &Library) -> bool {
    let is_session = |session: &SessionEntry| {
        is_well_formed(session.id.as_str())
            && is_title(&session.title)
            && is_text(&session.summary)
            && session.professions.len() <= MOST
    };
    library.elements.len() <= MAX_ELEMENTS
        && library.stages.len() <= MOST_NAMED
        && library.sessions.iter().all(is_session)
        && library.elsewhere.iter().all(is_sound_offer)
        && library.activities.iter().all(|one| is_well_formed(one.id.as_str()))
        && library.pathways.iter().all(|one| is_title(&one.title) && is_text(&one.summary))
}

fn is_sound_offer(offer: &ElsewhereEntry) -> bool {
    is_well_formed(offer.id.as_str())
        && is_title(&offer.title)
        && offer.code.as_deref().is_none_or(is_title)
        && is_title(&offer.provider)
        && is_link(&offer.link)
        && offer.elements.len() <= MOST_NAMED
}

fn is_link(link: &str) -> bool {
    host_of(link).is_some() && is_text(link)
}

fn are<T>(items: &[T], is: impl Fn(&T) -> bool) -> bool {
    items.len() <= MOST && items.iter().all(is)
}

fn are_texts(texts: &[Rc<str>]) -> bool {
    are(texts, |text| is_text(text))
}
