//! Guards that a record is never lost on its way: into a profile, under a lock, from under one, or under
//! another; with the tab killed, the store failing or full at any call. Afterwards the whole of it is
//! in one place, and what was refused has left everything as it was.

use crate::faulty::{FaultyStore, Plan};
use crate::profile_support::{
    LATER, NEW, NOW, OLD, contents, copy_of, made, phrase, profiles, put, used,
};
use bellwether::profile::{Opened, Place, ProfileId, Refusal};
use bellwether::record::{Fault, MemoryStore, Store};
use std::collections::BTreeMap;

/// Everything by which a record, or what is said of where it is, comes to be elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Move {
    Make,
    MakeLocked,
    Lock,
    Relock,
    Unlock,
    Change,
}

pub(crate) const MOVES: [Move; 6] =
    [Move::Make, Move::MakeLocked, Move::Lock, Move::Relock, Move::Unlock, Move::Change];

/// All that is in a record.
pub(crate) type Contents = BTreeMap<String, String>;

/// An assessment in parts, a name, a note; what cannot be read, what was set aside, and what is newer.
const RECORD: [(&str, &str); 7] = [
    ("bellwether/1/assessment/a1", ASSESSMENT),
    ("bellwether/1/response/a1/s1", "2000 0 w 4"),
    ("bellwether/1/name", "3000 0 w Ada"),
    ("bellwether/1/note/one/reflection", "3001 0 w =two\nlines"),
    ("bellwether/1/response/a1/s7", "1 0 w 99"),
    ("bellwether/aside/1/bellwether/1/response/a1/s7", "set aside long ago"),
    ("bellwether/2/response/a1/s1", "{\"of\":\"a newer version\"}"),
];
const ASSESSMENT: &str = concat!(
    r#"{"id":"a1","framework":"local","framework_version":"1.0.0","form":"full","#,
    r#""started":1000,"responses":["s2 2000 0 w 3"]}"#
);

impl Move {
    /// A store in which it can be done, and what is in the record.
    pub(crate) fn before(self) -> (MemoryStore, Contents) {
        let record: Contents = RECORD.map(|(key, text)| (key.to_owned(), text.to_owned())).into();
        let store = MemoryStore::holding([("another/app".to_owned(), "x".to_owned())]);
        let place = if self.makes() {
            Place::of_browser(store.clone())
        } else {
            made(&store, "Ada", Some(OLD).filter(|_| self.is_from_under_a_lock())).place
        };
        put(&place, &record);
        (store, record)
    }

    fn makes(self) -> bool {
        matches!(self, Self::Make | Self::MakeLocked)
    }

    pub(crate) fn is_from_under_a_lock(self) -> bool {
        matches!(self, Self::Relock | Self::Unlock | Self::Change)
    }

    /// The passphrase that opens it before.
    fn passphrase_before(self) -> &'static str {
        if self.is_from_under_a_lock() { OLD } else { "" }
    }

    /// The passphrase that opens it afterwards.
    pub(crate) fn passphrase_after(self) -> &'static str {
        match self {
            Self::Make | Self::Unlock => "",
            Self::MakeLocked | Self::Lock | Self::Relock => NEW,
            Self::Change => OLD,
        }
    }

    /// Does it; `ready` is called as soon as all is there that it needs.
    pub(crate) fn is_done<S: Store + Clone>(
        self,
        store: &S,
        ready: impl FnOnce(),
    ) -> Result<Opened<S>, Refusal> {
        let all = profiles(store);
        let opened =
            all.list().unwrap().profiles.first().map(|ada| {
                all.open(&ada.id, &phrase(OLD)).expect("it opens before anything befalls")
            });
        ready();
        match (self, opened) {
            (Self::Make, _) => all.make("Ada".into(), None, true, NOW),
            (Self::MakeLocked, _) => all.make("Ada".into(), Some(&phrase(NEW)), true, NOW),
            (Self::Lock | Self::Relock, Some(ada)) => all.set_lock(&ada, Some(&phrase(NEW)), NOW),
            (Self::Unlock, Some(ada)) => all.set_lock(&ada, None, NOW),
            (Self::Change, Some(ada)) => all.change(&ada, "Ada B.".into(), 30),
            (_, None) => panic!("there is no profile"),
        }
    }
}

/// Opens the only profile, with whichever of the passphrases is right.
pub(crate) fn opened(store: &MemoryStore) -> Option<Opened<MemoryStore>> {
    let all = profiles(store);
    let listing = all.list().unwrap();
    assert!(listing.profiles.len() <= 1 && listing.damaged == 0, "{listing:?}");
    let id: ProfileId = listing.profiles.first()?.id.clone();
    let opened = [NEW, OLD].iter().find_map(|with| all.open(&id, &phrase(with)).ok());
    Some(opened.expect("a profile that nobody can open"))
}

/// What the next who opens the record finds, and where. All of it is in one place.
pub(crate) fn found(store: &MemoryStore) -> Contents {
    let in_browser = Place::of_browser(store.clone());
    match opened(store) {
        Some(opened) => {
            assert_eq!(contents(&in_browser), Contents::new(), "some of it is left behind");
            assert_eq!(opened.lost, 0);
            contents(&opened.place)
        }
        None => contents(&in_browser),
    }
}

/// Once all is swept up, there is nothing besides the record, the head and its copy.
fn nothing_is_left_behind(store: &MemoryStore, record: &Contents) {
    profiles(store).sweep(LATER).unwrap();
    let heads = if opened(store).is_some() { 2 } else { 0 };
    let keys: Vec<String> = store.entries().into_keys().collect();
    assert_eq!(keys.len(), record.len() + heads + 1, "{keys:#?}");
    assert_eq!(store.read("another/app"), Ok(Some("x".to_owned())));
}

fn calls_of(a_move: Move) -> usize {
    let faulty = FaultyStore::new(&a_move.before().0, Plan::Well);
    a_move.is_done(&faulty, || faulty.plan(Plan::Well)).unwrap();
    faulty.calls().len()
}

#[test]
fn when_all_is_well_the_record_is_at_its_new_place_and_only_there() {
    for a_move in MOVES {
        let (store, record) = a_move.before();
        let done = a_move.is_done(&store, || {}).unwrap();
        assert_eq!((contents(&done.place), done.lost), (record.clone(), 0), "{a_move:?}");
        assert_eq!(done.profile().is_locked(), a_move.passphrase_after() != "", "{a_move:?}");
        let after = store.entries();
        assert_eq!(found(&store), record, "{a_move:?}");
        assert_eq!(store.entries(), after, "opening it changes nothing any more");
        nothing_is_left_behind(&store, &record);
        assert_eq!(found(&store), record, "{a_move:?}");
        let id = done.profile().id;
        let opens = |with: &str| profiles(&store).open(&id, &phrase(with)).is_ok();
        let may = |with: &str| ["", with].contains(&a_move.passphrase_after());
        assert_eq!((opens(OLD), opens(NEW)), (may(OLD), may(NEW)), "{a_move:?}");
    }
}

#[test]
fn a_tab_that_is_killed_at_any_call_leaves_the_whole_record_in_one_place() {
    for a_move in MOVES {
        let (whole, record) = a_move.before();
        for k in 0..=calls_of(a_move) {
            let store = copy_of(&whole);
            let faulty = FaultyStore::new(&store, Plan::Well);
            let plan = || faulty.plan(Plan::From(k, Fault::Off));
            drop(a_move.is_done(&faulty, plan));
            // The next start may come at once, or much later.
            for sweeps_at in [NOW, LATER] {
                let store = copy_of(&store);
                profiles(&store).sweep(sweeps_at).unwrap();
                assert_eq!(found(&store), record, "{a_move:?} killed at call {k}");
                assert_eq!(found(&store), record, "{a_move:?} killed at call {k}: it stays so");
                nothing_is_left_behind(&store, &record);
                assert_eq!(found(&store), record, "{a_move:?} killed at call {k}");
            }
        }
    }
}

/// A tab that is killed while it locks a record has not locked it, or has: then the passphrase is
/// asked for.
#[test]
fn a_tab_that_is_killed_leaves_no_way_round_the_lock() {
    for a_move in MOVES {
        let (whole, _) = a_move.before();
        for k in 0..=calls_of(a_move) {
            let store = copy_of(&whole);
            let faulty = FaultyStore::new(&store, Plan::Well);
            let plan = || faulty.plan(Plan::From(k, Fault::Off));
            drop(a_move.is_done(&faulty, plan));
            let all = profiles(&store);
            for profile in all.list().unwrap().profiles {
                let opens = |with: &str| all.open(&profile.id, &phrase(with)).is_ok();
                let with_any = opens("whatever else");
                assert_eq!(with_any, !profile.is_locked(), "{a_move:?} killed at call {k}");
                if profile.is_locked() {
                    assert!(
                        opens(NEW) != opens(OLD),
                        "{a_move:?} killed at call {k}: both open it"
                    );
                }
            }
        }
    }
}

/// One call, two, or some fail, and then all is well again.
#[test]
fn what_is_refused_has_left_everything_as_it_was_and_what_is_not_is_done() {
    for a_move in MOVES {
        let (whole, record) = a_move.before();
        let plans = [Fault::Full, Fault::Off].into_iter().flat_map(|fault| {
            let calls = 0..calls_of(a_move);
            calls.flat_map(move |k| [1, 2, 4].map(|fail| (fail, Plan::Some(k, fail, fault))))
        });
        for (fail, plan) in plans {
            let store = copy_of(&whole);
            let faulty = FaultyStore::new(&store, Plan::Well);
            let done = a_move.is_done(&faulty, || faulty.plan(plan)).map(drop);
            let told = format!("{a_move:?} with {plan:?}: {done:?}");
            if done.is_err() && fail == 1 {
                assert_eq!(store.entries(), whole.entries(), "{told}");
            }
            match done {
                Ok(()) => opens_with(&store, a_move.passphrase_after(), &told),
                Err(_) if a_move.makes() => assert!(opened(&store).is_none(), "{told}"),
                Err(_) => opens_with(&store, a_move.passphrase_before(), &told),
            }
            nothing_is_left_behind(&store, &record);
            assert_eq!(found(&store), record, "{told}");
        }
    }
}

/// Whether the only profile opens with a passphrase, and with no other if it has one.
fn opens_with(store: &MemoryStore, passphrase: &str, told: &str) {
    let all = profiles(store);
    let profile = all.list().unwrap().profiles[0].clone();
    assert_eq!(profile.is_locked(), !passphrase.is_empty(), "{told}");
    for with in [NEW, OLD].into_iter().filter(|_| profile.is_locked()) {
        assert_eq!(all.open(&profile.id, &phrase(with)).is_ok(), with == passphrase, "{told}");
    }
}

#[test]
fn where_there_is_too_little_room_everything_stays_as_it_was() {
    for a_move in MOVES {
        let (whole, record) = a_move.before();
        let before = whole.entries();
        let (mut refused, mut done) = (0, 0);
        for room in used(&whole).. {
            let store = copy_of(&whole);
            let tight = store.resized(room);
            match a_move.is_done(&tight, || {}) {
                Ok(_) => done += 1,
                Err(why) => {
                    assert_eq!(
                        (why, done),
                        (Refusal::NotStored(Fault::Full), 0),
                        "{a_move:?} {room}"
                    );
                    assert_eq!(store.entries(), before, "{a_move:?} with room for {room}");
                    refused += 1;
                }
            }
            assert_eq!(found(&store), record, "{a_move:?} with room for {room}");
            if done > 300 {
                break;
            }
        }
        // To give a record another place takes as much room again.
        let is_copied = !matches!(a_move, Move::Relock | Move::Change);
        assert_eq!(refused > 300, is_copied, "{a_move:?}");
    }
}
