//! Guards that a record is not lost while it moves and another tab acts, before whichever call: one
//! that has not heard yet and writes to the old place, one that sweeps, one that opens the profile, one
//! that changes it.

use crate::profile_moving::{Contents, MOVES, Move, found, opened};
use crate::profile_support::{
    LATER, NEW, NOW, OLD, SharedWithAnother, contents, copy_of, open, phrase, profiles,
};
use bellwether::profile::{Opened, Place, Refusal};
use bellwether::record::{Fault, MemoryStore, Store};
use std::cell::Cell;
use std::rc::Rc;

/// What another tab does, with the record as it had it when all began.
type Act = fn(&MemoryStore, &Place<MemoryStore>);

/// The record as another tab has it open.
fn of_another(store: &MemoryStore) -> (Option<Opened<MemoryStore>>, Place<MemoryStore>) {
    match profiles(store).list().unwrap().profiles.first() {
        Some(ada) => {
            let opened = open(store, &ada.id, OLD).unwrap();
            (Some(opened.clone()), opened.place)
        }
        None => (None, Place::of_browser(store.clone())),
    }
}

/// Has a move done while another tab acts before each of its calls, one after the other. `then` gets the
/// store, what was in it, and what came of the move.
fn disturbed(
    a_move: Move,
    act: Act,
    then: impl Fn(&MemoryStore, &Contents, Result<Opened<SharedWithAnother>, Refusal>, &str),
) {
    let (whole, record) = a_move.before();
    for k in 0.. {
        let store = copy_of(&whole);
        let shared = SharedWithAnother::new(&store);
        let (_, theirs) = of_another(&store);
        let (other, ready) = (store.clone(), shared.clone());
        let done = a_move.is_done(&shared, || ready.before(k, move || act(&other, &theirs)));
        if !shared.has_been() {
            assert!(k > 3);
            return;
        }
        then(&store, &record, done, &format!("{a_move:?}, before call {k}"));
    }
}

const ANSWER: (&str, &str) = ("bellwether/1/response/a1/s1", "9000 0 w2 1");
const OTHERS: [(&str, &str); 2] = [
    ("bellwether/1/note/two/done", "9000 0 w2 =9000"),
    ("bellwether/1/deleted/a9", "9000 0 w2 restored"),
];

/// The tab that moved it hears of what is written to the old place, as a browser tells: also where it
/// has emptied it since.
fn hears(done: &Opened<SharedWithAnother>, key: &str, text: &str) {
    if done.before.is_some() {
        done.takes_along(key, text.to_owned());
    }
}

#[test]
fn an_answer_that_another_tab_gives_at_the_old_place_comes_along() {
    for a_move in MOVES {
        let act: Act = |_, theirs| theirs.write(ANSWER.0, ANSWER.1).unwrap();
        disturbed(a_move, act, |store, record, done, told| {
            let done = done.unwrap_or_else(|why| panic!("{told}: {why:?}"));
            hears(&done, ANSWER.0, ANSWER.1);
            let mut expected = record.clone();
            expected.insert(ANSWER.0.to_owned(), ANSWER.1.to_owned());
            assert_eq!(found(store), expected, "{told}");
        });
    }
}

/// What is new and of no assessment that was there belongs to the record, where that was somebody's.
#[test]
fn what_else_another_tab_writes_at_the_old_place_comes_along_or_stays_with_the_browser() {
    for a_move in MOVES {
        let act: Act =
            |_, theirs| OTHERS.iter().for_each(|(key, text)| theirs.write(key, text).unwrap());
        disturbed(a_move, act, |store, record, done, told| {
            let done = done.unwrap_or_else(|why| panic!("{told}: {why:?}"));
            OTHERS.iter().for_each(|(key, text)| hears(&done, key, text));
            profiles(store).sweep(LATER).unwrap();
            let there = contents(&opened(store).unwrap().place);
            let in_browser = contents(&Place::of_browser(store.clone()));
            let all: Contents =
                there.iter().chain(&in_browser).map(|(k, t)| (k.clone(), t.clone())).collect();
            let mut expected = record.clone();
            expected.extend(OTHERS.map(|(key, text)| (key.to_owned(), text.to_owned())));
            assert_eq!(all, expected, "{told}");
            assert!(
                in_browser.is_empty() || matches!(a_move, Move::Make | Move::MakeLocked),
                "{told}"
            );
        });
    }
}

#[test]
fn a_tab_that_starts_and_sweeps_meanwhile_takes_nothing() {
    for a_move in MOVES {
        let act: Act = |store, _| {
            profiles(store).list().unwrap();
            profiles(store).sweep(NOW).unwrap();
        };
        disturbed(a_move, act, |store, record, done, told| {
            assert!(done.is_ok(), "{told}");
            assert_eq!(found(store), *record, "{told}");
        });
    }
}

/// The other way round: everything is done while another tab sweeps.
#[test]
fn what_is_done_while_a_tab_sweeps_is_not_swept_away() {
    for a_move in MOVES {
        let (whole, record) = a_move.before();
        for k in 0.. {
            let store = copy_of(&whole);
            // Something to sweep, so that it goes through all its calls.
            store.write("bellwether-profiles/1/open/s0/bellwether/1/name", "1 0 w Left").unwrap();
            let shared = SharedWithAnother::new(&store);
            let other = store.clone();
            shared.before(k, move || drop(a_move.is_done(&other, || {}).unwrap()));
            profiles(&shared).sweep(NOW).unwrap();
            if !shared.has_been() {
                break;
            }
            assert_eq!(found(&store), record, "{a_move:?}, before call {k}");
        }
    }
}

/// A store as a sweep sees it that begins while a record is on its way and ends when it has arrived.
#[derive(Clone)]
struct Torn {
    early: MemoryStore,
    late: MemoryStore,
    /// So many calls are early ones.
    calls: Rc<Cell<usize>>,
}

impl Torn {
    fn now(&self) -> &MemoryStore {
        let left = self.calls.get();
        self.calls.set(left.saturating_sub(1));
        if left > 0 { &self.early } else { &self.late }
    }
}

impl Store for Torn {
    fn keys(&self) -> Result<Vec<String>, Fault> {
        self.now().keys()
    }

    fn read(&self, key: &str) -> Result<Option<String>, Fault> {
        self.now().read(key)
    }

    fn write(&self, key: &str, text: &str) -> Result<(), Fault> {
        self.late.write(key, text)
    }

    fn remove(&self, key: &str) -> Result<(), Fault> {
        self.late.remove(key)
    }
}

#[test]
fn a_sweep_that_began_while_a_record_was_on_its_way_does_not_take_it() {
    for a_move in MOVES {
        let act: Act = |store, _| EARLY.set(Some(copy_of(store)));
        disturbed(a_move, act, |store, record, done, told| {
            assert!(done.is_ok(), "{told}");
            let early = EARLY.take().unwrap();
            for calls in 0..12 {
                let late = copy_of(store);
                let torn =
                    Torn { early: early.clone(), late: late.clone(), calls: Rc::new(calls.into()) };
                profiles(&torn).sweep(NOW).unwrap();
                assert_eq!(found(&late), *record, "{told}, when the sweep had made {calls} calls");
            }
        });
    }
}

thread_local! {
    /// The store as it was halfway.
    static EARLY: Cell<Option<MemoryStore>> = const { Cell::new(None) };
}

/// Whoever knows the passphrase may open it in another tab at any moment, and whoever does not may try.
#[test]
fn a_tab_that_opens_the_profile_meanwhile_loses_nothing() {
    for a_move in MOVES {
        let act: Act = |store, _| {
            let all = profiles(store);
            for profile in all.list().unwrap().profiles {
                [NEW, OLD].iter().for_each(|with| drop(all.open(&profile.id, &phrase(with))));
            }
        };
        disturbed(a_move, act, |store, record, done, told| {
            assert!(done.is_ok(), "{told}");
            assert_eq!(found(store), *record, "{told}");
            let done = done.unwrap();
            assert_eq!(contents(&done.place), *record, "{told}");
        });
    }
}
