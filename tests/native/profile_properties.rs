//! Guards, by properties, that whatever people do with their profiles, in whatever order, each of them
//! finds the record that they left, opens it with their passphrase and no other, and nobody else's is
//! touched.

use crate::profile_support::{EFFORT, RANDOM, is_sealed, phrase};
use crate::profile_tab::{Tab, done, twice};
use crate::support::cases;
use bellwether::app::{Action, Affair, Notice, State, Who, WholeNotice};
use bellwether::profile::{Passphrase, Profile, ProfileId, Refusal, open_file, seal_file};
use bellwether::record::Record;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

const NAMES: [&str; 3] = ["Ada", "Bo", "Cy"];
const PHRASES: [&str; 3] = ["the first of them", "the second of them", "the third of them"];

/// What somebody does.
#[derive(Debug, Clone)]
enum Deed {
    Make(usize, Option<usize>, bool),
    Enter(usize, Option<usize>),
    BeGuest,
    BeAnyone,
    Leave,
    Lock(usize),
    Unlock,
    Rename(usize),
    Answer(usize, char),
    Name(usize),
    Delete(usize),
    PutBack,
    Restart,
    Fill(u32),
}

fn any_deed() -> impl Strategy<Value = Deed> {
    let lock = || prop::option::weighted(0.7, 0..3_usize);
    prop_oneof![
        3 => (0..3_usize, lock(), any::<bool>()).prop_map(|(name, lock, takes)| Deed::Make(name, lock, takes)),
        6 => (0..3_usize, lock()).prop_map(|(name, with)| Deed::Enter(name, with)),
        1 => Just(Deed::BeGuest),
        1 => Just(Deed::BeAnyone),
        3 => Just(Deed::Leave),
        2 => (0..3_usize).prop_map(Deed::Lock),
        2 => Just(Deed::Unlock),
        2 => (0..3_usize).prop_map(Deed::Rename),
        6 => (1..5_usize, prop::sample::select(vec!['1', '4', '-', '.'])).prop_map(|(s, a)| Deed::Answer(s, a)),
        2 => (0..3_usize).prop_map(Deed::Name),
        1 => (0..3_usize).prop_map(Deed::Delete),
        1 => Just(Deed::PutBack),
        2 => Just(Deed::Restart),
        1 => (1..6_u32).prop_map(Deed::Fill),
    ]
}

/// What somebody has: their record, and what opens it.
#[derive(Debug, Clone, Default)]
struct Theirs {
    lock: Option<usize>,
    record: Record,
}

/// A tab, and what there must be: of each profile, of those that were deleted, and of the browser.
struct World {
    tab: Tab,
    profiles: BTreeMap<ProfileId, Theirs>,
    removed: Vec<(ProfileId, Theirs)>,
    browser: Record,
}

impl World {
    fn new() -> Self {
        let (profiles, removed, browser) = (BTreeMap::new(), Vec::new(), Record::default());
        Self { tab: Tab::new(), profiles, removed, browser }
    }

    fn who(&self) -> Who {
        self.tab.state.more.people.who.clone()
    }

    fn is_done(&self) -> bool {
        let is_refused =
            |notice: &Notice| matches!(notice, Notice::OfWhole(WholeNotice::Refused(_)));
        let State { more, notices, .. } = &self.tab.state;
        more.people.mistake.is_none() && !notices.iter().any(is_refused)
    }

    /// Somebody does something, and what must be true of it is.
    fn takes(&mut self, deed: &Deed) {
        let (before, record) = (self.who(), self.tab.state.record.clone());
        let meant = self.meant(deed);
        self.does(deed);
        let after = self.who();
        match (deed, &before, &after) {
            (Deed::Make(_, lock, takes), _, Who::Member(new)) if !self.knows(new) => {
                let takes = *takes && matches!(before, Who::Anyone | Who::Guest);
                if takes && before == Who::Anyone {
                    self.browser = Record::default();
                }
                let record = if takes { record } else { Record::default() };
                self.profiles.insert(new.id.clone(), Theirs { lock: *lock, record });
            }
            (Deed::Enter(_, with), _, _) if meant.is_some() => {
                let lock = meant.as_ref().and_then(|id| self.profiles[id].lock);
                assert_eq!(self.is_done(), lock.is_none() || lock == *with, "{deed:?}");
            }
            (Deed::Lock(with), Who::Member(who), _) if self.is_done() => {
                self.profiles.get_mut(&who.id).unwrap().lock = Some(*with);
            }
            (Deed::Unlock, Who::Member(who), _) if self.is_done() => {
                self.profiles.get_mut(&who.id).unwrap().lock = None;
            }
            (Deed::Delete(_), _, _) if meant.is_some() && self.is_done() => {
                self.removed.extend(meant.and_then(|id| self.profiles.remove_entry(&id)));
            }
            (Deed::PutBack, _, _) if self.is_done() => self.profiles.extend(self.removed.pop()),
            _ => {}
        }
        self.everybody_has_theirs(deed, &before, &after);
    }

    fn knows(&self, profile: &Profile) -> bool {
        self.profiles.contains_key(&profile.id)
    }

    /// The profile that a deed is about.
    fn meant(&self, deed: &Deed) -> Option<ProfileId> {
        let (Deed::Enter(number, _) | Deed::Delete(number)) = deed else { return None };
        let profiles = &self.tab.state.more.people.listing.profiles;
        profiles.get(*number).map(|profile| profile.id.clone())
    }

    /// Whoever is in has what they had when they were in last, or what they have just changed.
    fn everybody_has_theirs(&mut self, deed: &Deed, before: &Who, after: &Who) {
        let there = self.tab.state.record.clone();
        let changes = matches!(deed, Deed::Answer(..) | Deed::Name(_)) && before == after;
        let theirs = match after {
            Who::Member(profile) => &mut self.profiles.get_mut(&profile.id).unwrap().record,
            Who::Anyone => &mut self.browser,
            Who::Guest if before == after => return,
            Who::Nobody | Who::Guest => &mut Record::default(),
        };
        if !changes {
            assert_eq!(there, *theirs, "after {deed:?}");
        }
        *theirs = there;
        let listed = &self.tab.state.more.people.listing;
        let listed: BTreeSet<&ProfileId> = listed.profiles.iter().map(|one| &one.id).collect();
        assert_eq!(listed, self.profiles.keys().collect(), "after {deed:?}");
    }

    /// Everybody comes in once more.
    fn ends(&mut self) {
        self.tab.store.mend();
        for (id, theirs) in &self.profiles {
            let with = phrase(theirs.lock.map_or("", |with| PHRASES[with]));
            self.tab.leaves().about(Affair::Enter(id.clone(), with)).has(&theirs.record, true);
        }
        self.tab.leaves().about(Affair::BeAnyone).has(&self.browser, true);
        assert!(!self.tab.company.holds() || !self.removed.is_empty());
    }

    fn does(&mut self, deed: &Deed) {
        let meant = self.meant(deed);
        let tab = &mut self.tab;
        match *deed {
            Deed::Make(name, lock, takes) => {
                tab.makes(NAMES[name], lock.map(|with| PHRASES[with]), takes);
            }
            Deed::Enter(_, with) => {
                if let Some(id) = meant {
                    let with = phrase(with.map_or("", |with| PHRASES[with]));
                    tab.about(Affair::Enter(id, with));
                }
            }
            Deed::BeGuest => done(tab.about(Affair::BeGuest)),
            Deed::BeAnyone => done(tab.about(Affair::BeAnyone)),
            Deed::Leave => done(tab.leaves()),
            Deed::Lock(with) => done(tab.about(Affair::Lock(twice(PHRASES[with])))),
            Deed::Unlock => done(tab.about(Affair::Unlock)),
            Deed::Rename(name) => done(tab.about(Affair::Change(NAMES[name].to_owned(), 5))),
            Deed::Answer(statement, jotted) => {
                if tab.state.record.assessments.is_empty() {
                    tab.answers_anew("");
                }
                tab.opens("#/assessment/*").answers(&format!("s{statement}"), jotted);
            }
            Deed::Name(name) => done(tab.does(Action::SetName(NAMES[name].to_owned()))),
            Deed::Delete(_) => {
                if let Some(id) = meant {
                    tab.about(Affair::Delete(id));
                }
            }
            Deed::PutBack => done(tab.about(Affair::PutBack)),
            // Whoever has something that waits is asked not to close the page.
            Deed::Restart => {
                tab.store.mend();
                if !tab.company.holds() {
                    self.flushes();
                    self.tab.restarts();
                    self.removed.clear();
                }
            }
            Deed::Fill(writes) => tab.store.fill(writes),
        }
    }

    /// What waits is stored with the next change.
    fn flushes(&mut self) {
        self.tab.does(Action::SetName(format!("At {}", self.tab.clock)));
        let there = self.tab.state.record.clone();
        match self.who() {
            Who::Member(profile) => self.profiles.get_mut(&profile.id).unwrap().record = there,
            Who::Anyone => self.browser = there,
            Who::Nobody | Who::Guest => {}
        }
    }
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn everybody_finds_their_own_record_whatever_was_done(deeds in prop::collection::vec(any_deed(), 1..40)) {
        let mut world = World::new();
        for deed in &deeds {
            world.takes(deed);
        }
        world.ends();
    }

    #[test]
    fn a_file_opens_with_its_passphrase_and_with_no_other(text in ".{0,200}", one in ".{0,20}", other in ".{0,20}") {
        let file = seal_file(&text, &Passphrase::new(one.clone()), EFFORT, RANDOM).unwrap();
        prop_assert!(is_sealed(file.as_bytes()));
        let opened = open_file(file.as_bytes(), &Passphrase::new(other.clone()));
        let expected = if one == other { Ok(text.into_bytes()) } else { Err(Refusal::WrongPassphrase) };
        prop_assert_eq!(opened.map(|bytes| bytes.to_vec()), expected);
        let opened = open_file(file.as_bytes(), &Passphrase::new(one));
        prop_assert!(opened.is_ok());
    }
}
