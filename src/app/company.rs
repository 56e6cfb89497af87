//! Several people at one browser: who is in, where their record is, and what becomes of it when they
//! leave. Does the [`Deed`]s that need the store of all of them.

use super::affair::{Affair, Deed};
use super::entrance::{Entrance, Outcome};
use super::people::{People, Who};
use super::state::State;
use super::whole_notice::Done;
use crate::profile::{
    self, Effort, Listing, Opened, Passphrase, Place, Profiles, Randomness, Refusal,
};
use crate::record::{Keeper, Kept, Lost, Store};
use crate::time::Timestamp;

/// What an entry that could not be opened was, for the person who lost it.
const SEALED: &str = "an entry that was locked";

/// The people who share a store, and the one who is in.
#[derive(Debug)]
pub struct Company<S> {
    pub(super) profiles: Profiles<S>,
    randomness: Randomness,
    effort: Effort,
    pub(super) who: Who,
    pub(super) opened: Option<Opened<S>>,
    /// Whether another tab has told this one to leave, and the others too.
    pub(super) is_told: bool,
    /// What could not be stored of those who have left, as it is to be stored: sealed, if it was.
    pub(super) held: Vec<(String, Option<String>)>,
}

/// What the tab has of the record that is open.
#[derive(Debug)]
pub struct Has<'a, S> {
    /// All that the app knows.
    pub state: &'a State,
    /// What stores it.
    pub keeper: &'a mut Keeper<Place<S>>,
    /// The moment.
    pub now: Timestamp,
}

impl<S: Store + Clone> Company<S> {
    /// The people who share a store. Where there are profiles nobody is in yet; where there are none, or
    /// may be none, whoever uses the browser is. Returns where the record is, too.
    pub fn at(
        store: S,
        may_be: bool,
        randomness: Randomness,
        effort: Effort,
        now: Timestamp,
    ) -> (Self, Place<S>) {
        let profiles = Profiles::of(store.clone(), randomness, effort);
        let listing = profiles.list().unwrap_or_default();
        let are_there = may_be && has_any(&listing);
        if may_be {
            // What stays is swept up at another start.
            let _ = profiles.sweep(now);
        }
        let (who, place) = match are_there {
            true => (Who::Nobody, Place::nowhere()),
            false => (Who::Anyone, Place::of_browser(store)),
        };
        let (opened, held) = (None, Vec::new());
        (Self { profiles, randomness, effort, who, opened, is_told: false, held }, place)
    }

    /// What the app knows of them at first.
    pub fn people(&self, may_be: bool) -> People {
        let listing = self.profiles.list().unwrap_or_default();
        People { may_be, who: self.who.clone(), listing, ..People::default() }
    }

    /// The minutes until the profile that is open locks itself, if it is a locked one.
    pub fn idle(&self) -> Option<u32> {
        self.opened.as_ref().and_then(|opened| opened.profile().idle)
    }

    /// Whether something is not stored yet of somebody who has left.
    pub fn holds(&self) -> bool {
        !self.held.is_empty()
    }

    /// Does something about profiles.
    pub fn does(&mut self, deed: Deed, mut has: Has<'_, S>) -> Outcome<S> {
        if has.state.more.people.under_way.is_none() {
            // It had to wait, and whoever wanted it has left meanwhile.
            return Outcome::telling([]);
        }
        let done = self.try_to(deed, &mut has);
        let mut outcome = done.unwrap_or_else(|why| Outcome::telling([Affair::Refused(why)]));
        outcome.affairs.extend(self.who_there_is());
        outcome
    }

    fn try_to(&mut self, deed: Deed, has: &mut Has<'_, S>) -> Result<Outcome<S>, Refusal> {
        Ok(match deed {
            Deed::Open(id, passphrase) => {
                let opened = self.profiles.open(&id, &passphrase)?;
                self.holds_back(has);
                Outcome::letting_in(self.comes_in(opened), [])
            }
            Deed::BeGuest => {
                self.holds_back(has);
                Outcome::letting_in(self.is_now(Who::Guest, Place::nowhere()), [])
            }
            Deed::BeAnyone => {
                self.holds_back(has);
                Outcome::letting_in(self.anyone(), [])
            }
            Deed::Leave => {
                self.calls_to_lock();
                Outcome::letting_in(self.leaves(has), [])
            }
            Deed::BeAway => Outcome::letting_in(self.leaves(has), []),
            Deed::Make(name, passphrase, takes_record) => {
                let who = &has.state.more.people.who;
                let moves = takes_record && *who == Who::Anyone;
                let brings = takes_record && *who == Who::Guest;
                if moves {
                    all_is_stored(has)?;
                }
                let made = self.profiles.make(name, passphrase.as_ref(), moves, has.now)?;
                self.holds_back(has);
                let brings = brings.then(|| has.state.record.clone());
                let entrance = Entrance { brings, ..self.comes_in(made) };
                Outcome::letting_in(entrance, [Affair::Done(Done::Made)])
            }
            Deed::SetLock(passphrase) => self.sets_lock(passphrase.as_ref(), has)?,
            Deed::Change(name, idle) => {
                let opened = self.opened.as_ref().ok_or(Refusal::Gone)?;
                let changed = self.profiles.change(opened, name, idle)?;
                let is = Affair::Is(changed.profile());
                self.opened = Some(changed);
                Outcome::telling([is, Affair::Done(Done::Changed)])
            }
            Deed::Delete(id) => {
                let removed = Affair::Removed(self.profiles.delete(&id)?);
                if self.opened.take_if(|opened| opened.profile().id == id).is_some() {
                    Outcome::letting_in(self.nobody(), [removed])
                } else {
                    Outcome::telling([removed])
                }
            }
            Deed::PutBack(removed) => {
                self.profiles.put_back(&removed, has.now)?;
                Outcome::telling([Affair::Done(Done::Back)])
            }
            Deed::Wipe => {
                let wiped = profile::wipe(self.profiles.store())?;
                let outcome = Outcome::letting_in(self.lets_go(has), []);
                Outcome { wiped: Some(wiped), is_undoable: true, ..outcome }
            }
            Deed::Unwipe(wiped) => {
                self.profiles.undo_wipe(&wiped, has.now)?;
                self.holds_back(has);
                Outcome::letting_in(self.whoever_begins(), [Affair::Done(Done::Undone)])
            }
            Deed::LetGo => Outcome::letting_in(self.lets_go(has), []),
            Deed::Forget => {
                let forgotten = Some(has.state.record.clone());
                let entrance = Entrance { forgotten, ..self.leaves(has) };
                Outcome { is_undoable: true, ..Outcome::letting_in(entrance, []) }
            }
            Deed::Remember(record) => {
                self.holds_back(has);
                let guest = self.is_now(Who::Guest, Place::nowhere());
                let entrance = Entrance { brings: Some(*record), ..guest };
                Outcome::letting_in(entrance, [Affair::Done(Done::Undone)])
            }
            Deed::SaveFile(text, passphrase) => {
                let file = profile::seal_file(&text, &passphrase, self.effort, self.randomness)?;
                Outcome { file: Some(file), ..Outcome::telling([Affair::Done(Done::FileSaved)]) }
            }
            Deed::OpenFile(file, passphrase) => {
                let opened = profile::open_file(&file, &passphrase)?;
                Outcome::telling([Affair::Opened(opened.as_slice().into())])
            }
        })
    }

    /// Locks the open profile, changes its lock, or takes it off.
    fn sets_lock(
        &mut self,
        passphrase: Option<&Passphrase>,
        has: &mut Has<'_, S>,
    ) -> Result<Outcome<S>, Refusal> {
        all_is_stored(has)?;
        let opened = self.opened.as_ref().ok_or(Refusal::Gone)?;
        let done = match (opened.profile().is_locked(), passphrase) {
            (_, None) => Done::Unlocked,
            (false, Some(_)) => Done::Locked,
            (true, Some(_)) => Done::Relocked,
        };
        let set = self.profiles.set_lock(opened, passphrase, has.now)?;
        Ok(Outcome::letting_in(self.comes_in(set), [Affair::Done(done)]))
    }

    fn comes_in(&mut self, opened: Opened<S>) -> Entrance<S> {
        let (place, lost) = (opened.place.clone(), opened.lost);
        let who = Who::Member(opened.profile());
        self.opened = Some(opened);
        let one = || Lost { key: String::new(), what: SEALED };
        let lost = std::iter::repeat_with(one).take(lost).collect();
        Entrance { lost, ..self.is_now(who, place) }
    }

    fn anyone(&mut self) -> Entrance<S> {
        self.is_now(Who::Anyone, Place::of_browser(self.profiles.store().clone()))
    }

    fn nobody(&mut self) -> Entrance<S> {
        self.is_now(Who::Nobody, Place::nowhere())
    }

    /// From now on somebody else is in. What is held for them they get.
    fn is_now(&mut self, who: Who, place: Place<S>) -> Entrance<S> {
        let (mut theirs, mut others) = (Vec::new(), Vec::new());
        for (key, text) in std::mem::take(&mut self.held) {
            match place.heard(&key, text.as_deref()) {
                Some(entry) => theirs.push(entry),
                None if place.has_taken(&key) => theirs.push((key, text)),
                None => others.push((key, text)),
            }
        }
        self.held = others;
        self.is_told = false;
        self.who = who.clone();
        Entrance { who, place, held: theirs, lost: Vec::new(), brings: None, forgotten: None }
    }

    /// Lets go of the record. What could not be stored waits for whoever opens it next.
    fn leaves(&mut self, has: &mut Has<'_, S>) -> Entrance<S> {
        self.holds_back(has);
        if self.holds() { self.nobody() } else { self.whoever_begins() }
    }

    /// Lets go of everything: it was erased.
    fn lets_go(&mut self, has: &mut Has<'_, S>) -> Entrance<S> {
        self.opened = None;
        self.held.clear();
        // It would be stored again.
        has.keeper.take_waiting();
        self.whoever_begins()
    }

    /// Nobody where there are profiles, and otherwise whoever uses the browser.
    fn whoever_begins(&mut self) -> Entrance<S> {
        if self.profiles.list().is_ok_and(|listing| has_any(&listing)) {
            self.nobody()
        } else {
            self.anyone()
        }
    }

    /// Has all other tabs leave too, unless it was one of them that said so.
    fn calls_to_lock(&self) {
        if let Some(opened) = self.opened.as_ref().filter(|_| !self.is_told) {
            // Tabs that do not hear it lock themselves after their time.
            let _ = opened.call_to_lock(self.profiles.store());
        }
    }

    /// What could not be stored of whoever is in waits for them, while somebody else is.
    fn holds_back(&mut self, has: &mut Has<'_, S>) {
        let place = match self.opened.take() {
            Some(opened) => opened.place,
            None if self.who == Who::Anyone => Place::of_browser(self.profiles.store().clone()),
            None => Place::nowhere(),
        };
        for (key, text) in has.keeper.take_waiting() {
            self.held.extend(place.as_stored(&key, text.as_deref()));
        }
    }

    pub(super) fn who_there_is(&self) -> Option<Affair> {
        self.profiles.list().ok().map(Affair::Are)
    }
}

/// Whether there are profiles, be they damaged.
fn has_any(listing: &Listing) -> bool {
    !listing.profiles.is_empty() || listing.damaged > 0
}

/// A record that waits for its store cannot be taken elsewhere: what waits would be left behind.
fn all_is_stored<S: Store + Clone>(has: &mut Has<'_, S>) -> Result<(), Refusal> {
    // There may be room by now.
    has.keeper.retry();
    match has.keeper.kept() {
        Kept::Stored => Ok(()),
        Kept::InMemory(fault) => Err(Refusal::NotStored(fault)),
    }
}
