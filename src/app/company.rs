//! Several people at one browser: who is in, where their record is, and what becomes of it when they
//! leave. Does the [`Deed`]s that need the store of all of them.

use super::affair::{Affair, Deed};
use super::entrance::{Entrance, Outcome};
use super::letting_in::Held;
use super::people::{People, Who};
use super::state::State;
use super::undo::{Ended, Ending, Undo};
use super::whole_notice::Done;
use crate::profile::{
    self, Effort, Listing, Opened, Passphrase, Place, ProfileId, Profiles, Randomness, Refusal,
    Removed,
};
use crate::record::{Keeper, Kept, Store};
use crate::time::Timestamp;

/// The people who share a store, and the one who is in.
#[derive(Debug)]
pub struct Company<S> {
    pub(super) profiles: Profiles<S>,
    /// Whether there can be profiles here.
    pub(super) may_be: bool,
    randomness: Randomness,
    effort: Effort,
    pub(super) who: Who,
    pub(super) opened: Option<Opened<S>>,
    /// Whether another tab has told this one to leave, and the others too.
    pub(super) is_told: bool,
    /// The profile that another tab has taken the record to which is open here.
    pub(super) moved_to: Option<ProfileId>,
    /// What could not be stored of those who have left.
    pub(super) held: Vec<Held>,
    /// The profiles that were deleted and can be put back, the last one last.
    pub(super) removed: Vec<Removed>,
    /// What somebody has ended a moment ago.
    pub(super) undo: Option<Undo>,
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
    pub fn at(store: S, may_be: bool, randomness: Randomness, effort: Effort) -> (Self, Place<S>) {
        let profiles = Profiles::of(store.clone(), randomness, effort);
        let listing = profiles.list().unwrap_or_default();
        let are_there = may_be && has_any(&listing);
        let (who, place) = match are_there {
            true => (Who::Nobody, Place::nowhere()),
            false => (Who::Anyone, Place::of_browser(store)),
        };
        let (opened, is_told, moved_to, held, removed, undo) = Default::default();
        let company = Self {
            profiles,
            may_be,
            randomness,
            effort,
            who,
            opened,
            is_told,
            moved_to,
            held,
            removed,
            undo,
        };
        (company, place)
    }

    /// What the app knows of them at first.
    pub fn people(&self) -> People {
        let listing = self.profiles.list().unwrap_or_default();
        People { may_be: self.may_be, who: self.who.clone(), listing, ..People::default() }
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
                Outcome::letting_in(self.guest(None), [])
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
            Deed::Hold(unstored) => {
                self.held.extend(unstored.into_iter().map(Held::Stored));
                Outcome::letting_in(self.nobody(), [])
            }
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
                let goes_on = moves || brings.is_some();
                let entrance = Entrance { brings, goes_on, ..self.comes_in(made) };
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
                let mut removed = self.profiles.delete(&id)?;
                let Some(own) = self.opened.take_if(|opened| opened.profile().id == id) else {
                    return Ok(Outcome::telling([self.keeps(removed)]));
                };
                for (key, text) in has.keeper.take_waiting() {
                    removed.takes(own.place.as_stored(&key, text.as_deref()));
                }
                let told = self.keeps(removed);
                Outcome::letting_in(self.nobody(), [told])
            }
            Deed::PutBack => {
                let removed = self.removed.last().ok_or(Refusal::Gone)?;
                self.profiles.put_back(removed, has.now)?;
                self.removed.pop();
                Outcome::telling([Affair::Done(Done::Back)])
            }
            Deed::Wipe => {
                let wiped = profile::wipe(self.profiles.store())?;
                self.holds_back(has);
                let held = std::mem::take(&mut self.held);
                let State { record, more, .. } = has.state;
                let guest = (more.people.who == Who::Guest).then(|| record.clone());
                let removed = std::mem::take(&mut self.removed);
                let ended = Ended::Everything { wiped, held, guest, removed };
                let entrance = self.whoever_begins();
                let entrance = self.ends(entrance, ended, has.now);
                Outcome { wiped: true, ..Outcome::letting_in(entrance, []) }
            }
            Deed::LetGo => Outcome::letting_in(self.lets_go(has), []),
            Deed::Forget if has.state.record.is_empty() => {
                Outcome::letting_in(self.leaves(has), [])
            }
            Deed::Forget => {
                let entrance = self.leaves(has);
                let ended = Ended::Guest(has.state.record.clone());
                Outcome::letting_in(self.ends(entrance, ended, has.now), [])
            }
            Deed::Undo => {
                let Some(entrance) = self.undoes(has)? else {
                    return Ok(Outcome::telling([Affair::UndoIsOver]));
                };
                Outcome::letting_in(entrance, [Affair::Done(Done::Undone)])
            }
            Deed::EndUndo => {
                self.undo = None;
                Outcome::telling([])
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
        let entrance = Entrance { goes_on: true, ..self.comes_in(set) };
        Ok(Outcome::letting_in(entrance, [Affair::Done(done)]))
    }

    /// Keeps a profile that was deleted, to be put back.
    fn keeps(&mut self, removed: Removed) -> Affair {
        let name = removed.name.clone();
        self.removed.push(removed);
        Affair::Removed(name)
    }

    /// Somebody ends; for a moment it can be undone.
    fn ends(&mut self, entrance: Entrance<S>, ended: Ended, now: Timestamp) -> Entrance<S> {
        let ending = match ended {
            Ended::Everything { .. } => Ending::Everything,
            Ended::Guest(_) => Ending::Guest,
        };
        self.undo = Some(Undo::of(ended, now));
        Entrance { ending: Some(ending), ..entrance }
    }

    /// Everything is as it was before somebody ended, and so is who is in; nothing if that is too long ago.
    fn undoes(&mut self, has: &mut Has<'_, S>) -> Result<Option<Entrance<S>>, Refusal> {
        let Some(undo) = self.undo.take_if(|undo| undo.holds(has.now)) else { return Ok(None) };
        if let Ended::Everything { wiped, .. } = &undo.ended
            && let Err(refusal) = self.profiles.undo_wipe(wiped, has.now)
        {
            // There may be room for it in a moment.
            self.undo = Some(undo);
            return Err(refusal);
        }
        self.holds_back(has);
        Ok(Some(match undo.ended {
            Ended::Guest(record) => self.guest(Some(record)),
            Ended::Everything { held, guest, removed, .. } => {
                self.held.extend(held);
                let entrance = match guest {
                    Some(record) => self.guest(Some(record)),
                    None => self.whoever_begins(),
                };
                let names = removed.iter().map(|removed| removed.name.clone()).collect();
                self.removed.extend(removed);
                Entrance { removed: names, ..entrance }
            }
        }))
    }

    pub(super) fn who_there_is(&self) -> Option<Affair> {
        self.profiles.list().ok().map(Affair::Are)
    }
}

/// Whether there are profiles, be they damaged.
pub(super) fn has_any(listing: &Listing) -> bool {
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
