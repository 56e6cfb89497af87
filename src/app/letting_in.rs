//! Who is let in to which record, and how it is let go of again.

use super::company::{Company, Has, has_any};
use super::entrance::Entrance;
use super::people::Who;
use crate::profile::{Opened, Place, ProfileId};
use crate::record::{Lost, Record, Store, Write};

/// What an entry that could not be opened was, for the person who lost it.
const SEALED: &str = "an entry that was locked";

/// What could not be stored of somebody, and waits until they come in.
#[derive(Debug, Clone)]
pub(super) enum Held {
    /// A write as it is to be stored, sealed where the record is locked: its key says whose it is.
    Stored(Write),
    /// A write of a record that another tab has taken elsewhere, for the profile that has it now.
    Of(ProfileId, Write),
}

impl Held {
    fn key(&self) -> &str {
        match self {
            Self::Stored((key, _)) | Self::Of(_, (key, _)) => key,
        }
    }
}

impl<S: Store + Clone> Company<S> {
    pub(super) fn comes_in(&mut self, opened: Opened<S>) -> Entrance<S> {
        let (place, lost) = (opened.place.clone(), opened.lost);
        let who = Who::Member(opened.profile());
        self.opened = Some(opened);
        let one = || Lost { key: String::new(), what: SEALED };
        let lost = std::iter::repeat_with(one).take(lost).collect();
        Entrance { lost, ..self.is_now(who, place) }
    }

    pub(super) fn anyone(&mut self) -> Entrance<S> {
        self.is_now(Who::Anyone, Place::of_browser(self.profiles.store().clone()))
    }

    pub(super) fn guest(&mut self, brings: Option<Record>) -> Entrance<S> {
        Entrance { brings, ..self.is_now(Who::Guest, Place::nowhere()) }
    }

    pub(super) fn nobody(&mut self) -> Entrance<S> {
        self.is_now(Who::Nobody, Place::nowhere())
    }

    /// From now on somebody else is in. What is held for them they get.
    fn is_now(&mut self, who: Who, place: Place<S>) -> Entrance<S> {
        let (theirs, others) = self.shared_out(&who, &place);
        self.held = others;
        self.is_told = false;
        // It is for nobody who comes after.
        self.undo = None;
        self.who = who.clone();
        let (lost, removed) = Default::default();
        let (held, waits) = (theirs, self.holds());
        let (brings, ending, goes_on, has_left) = Default::default();
        Entrance { who, place, held, waits, lost, brings, ending, removed, goes_on, has_left }
    }

    /// What is held, in two: what is theirs who come in, as entries of their record, and what is others'.
    fn shared_out(&mut self, who: &Who, place: &Place<S>) -> (Vec<Write>, Vec<Held>) {
        let (mut theirs, mut others) = (Vec::new(), Vec::new());
        let held = std::mem::take(&mut self.held);
        let waiting: Vec<String> = held.iter().map(|held| held.key().to_owned()).collect();
        // An element has no way to whoever has the record by now: they find there what it stores late.
        let is_given_away = |key: &str| self.may_be && place.has_given_away(key, &waiting);
        for one in held {
            match &one {
                Held::Of(id, write) if matches!(who, Who::Member(profile) if profile.id == *id) => {
                    theirs.push(write.clone());
                }
                Held::Of(..) => others.push(one),
                Held::Stored((key, text)) => match place.heard(key, text.as_deref()) {
                    Some(entry) if !is_given_away(&entry.0) => theirs.push(entry),
                    None if place.has_taken(key) => theirs.push((key.clone(), text.clone())),
                    _ => others.push(one),
                },
            }
        }
        (theirs, others)
    }

    /// Lets go of the record. What could not be stored waits for whoever opens it next.
    pub(super) fn leaves(&mut self, has: &mut Has<'_, S>) -> Entrance<S> {
        self.holds_back(has);
        let next = if self.may_be && self.holds() { self.nobody() } else { self.whoever_begins() };
        Entrance { has_left: self.may_be, ..next }
    }

    /// Lets go of everything: it was erased.
    pub(super) fn lets_go(&mut self, has: &mut Has<'_, S>) -> Entrance<S> {
        (self.opened, self.moved_to) = (None, None);
        self.held.clear();
        // It would be stored again.
        has.keeper.take_waiting();
        Entrance { has_left: self.may_be, ..self.whoever_begins() }
    }

    /// Nobody where there are profiles, and otherwise whoever uses the browser. An element, which has none,
    /// never asks who is there.
    pub(super) fn whoever_begins(&mut self) -> Entrance<S> {
        let are_there = || self.profiles.list().is_ok_and(|listing| has_any(&listing));
        if self.may_be && are_there() { self.nobody() } else { self.anyone() }
    }

    /// Has all other tabs leave too, unless it was one of them that said so.
    pub(super) fn calls_to_lock(&self) {
        if let Some(opened) = self.opened.as_ref().filter(|_| !self.is_told) {
            // Tabs that do not hear it lock themselves after their time.
            let _ = opened.call_to_lock(self.profiles.store());
        }
    }

    /// What could not be stored of whoever is in waits for them, while somebody else is.
    pub(super) fn holds_back(&mut self, has: &mut Has<'_, S>) {
        let place = match self.opened.take() {
            Some(opened) => opened.place,
            None if self.who == Who::Anyone => Place::of_browser(self.profiles.store().clone()),
            None => Place::nowhere(),
        };
        let moved_to = self.moved_to.take();
        for (key, text) in has.keeper.take_waiting() {
            self.held.extend(match &moved_to {
                // Where it was to be stored is nobody's any more.
                Some(id) => Some(Held::Of(id.clone(), (key, text))),
                None => place.as_stored(&key, text.as_deref()).map(Held::Stored),
            });
        }
    }
}
