//! Who is let in to which record, and how it is let go of again.

use super::company::{Company, Has, has_any};
use super::entrance::Entrance;
use super::people::Who;
use crate::profile::{Opened, Place};
use crate::record::{Lost, Record, Store};

/// What an entry that could not be opened was, for the person who lost it.
const SEALED: &str = "an entry that was locked";

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
        let (mut theirs, mut others) = (Vec::new(), Vec::new());
        let held = std::mem::take(&mut self.held);
        let waiting: Vec<String> = held.iter().map(|(key, _)| key.clone()).collect();
        for (key, text) in held {
            match place.heard(&key, text.as_deref()) {
                Some(entry) if !place.has_given_away(&entry.0, &waiting) => theirs.push(entry),
                Some(_) => others.push((key, text)),
                None if place.has_taken(&key) => theirs.push((key, text)),
                None => others.push((key, text)),
            }
        }
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

    /// Lets go of the record. What could not be stored waits for whoever opens it next.
    pub(super) fn leaves(&mut self, has: &mut Has<'_, S>) -> Entrance<S> {
        self.holds_back(has);
        let next = if self.may_be && self.holds() { self.nobody() } else { self.whoever_begins() };
        Entrance { has_left: true, ..next }
    }

    /// Lets go of everything: it was erased.
    pub(super) fn lets_go(&mut self, has: &mut Has<'_, S>) -> Entrance<S> {
        self.opened = None;
        self.held.clear();
        // It would be stored again.
        has.keeper.take_waiting();
        Entrance { has_left: true, ..self.whoever_begins() }
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
        for (key, text) in has.keeper.take_waiting() {
            self.held.extend(place.as_stored(&key, text.as_deref()));
        }
    }
}
