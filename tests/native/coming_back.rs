//! Guards what happens when a store that was off at the start comes back: what it holds and what was
//! entered meanwhile come together, and the person is told what they would have been told at the start.

use crate::faulty::{BROKEN, FaultyStore, Plan, begun, holds_texts, id, lived_in};
use crate::support::{answer, assessment_of, at, headings, record};
use bellwether::app::State;
use bellwether::record::{Change, Fault, Keeper, Kept, MemoryStore, Record};

/// Begins another assessment in a record, or answers in it.
fn begin(record_of: &mut Record) -> Change {
    record_of.merge(record([begun("a9", "")]));
    Change::Assessment(id("a9"))
}

fn respond(record: &mut Record) -> Change {
    assessment_of(record, "a9").set_response("s1".into(), at(4_000, answer('4')));
    Change::Response(id("a9"), "s1".into())
}

#[test]
fn a_store_that_was_off_at_the_start_is_read_with_the_first_change_after_it() {
    for fault in [Fault::Off, Fault::Full] {
        let (store, mut all) = lived_in();
        let faulty = FaultyStore::new(&store, Plan::From(0, fault));
        let (mut keeper, loaded) = Keeper::open(faulty.clone());
        let mut state = State::new(loaded, keeper.kept(), "w9");
        let change = begin(&mut state.record);
        assert!(!state.keep(&mut keeper, &[change]), "it is still off");
        assert_eq!((state.kept, state.notices.len()), (Kept::InMemory(fault), 0));

        faulty.plan(Plan::Well);
        let change = respond(&mut state.record);
        assert!(state.keep(&mut keeper, &[change]), "what it holds is new");
        begin(&mut all);
        respond(&mut all);
        assert_eq!((&state.record, state.kept), (&all, Kept::Stored));
        assert_eq!(Keeper::open(store.clone()).1.record, all);
        assert!(holds_texts(&store, &BROKEN), "what cannot be read is aside");
        assert_eq!(headings(&state)[0], "Part of your record could not be read");
        assert!(!state.keep(&mut keeper, &[]), "it is told once");
    }
}

/// A change that is refused and stored right after it is stored: the last that was heard counts.
#[test]
fn whether_all_is_stored_is_what_came_of_the_last_change() {
    let faulty = FaultyStore::new(&MemoryStore::new(), Plan::Well);
    let (mut keeper, loaded) = Keeper::open(faulty.clone());
    let mut state = State::new(loaded, keeper.kept(), "w9");
    let change = begin(&mut state.record);
    // The first call of a whole assessment reads what is there.
    faulty.plan(Plan::Once(1, Fault::Full));
    state.keep(&mut keeper, &[change]);
    assert_eq!(state.kept, Kept::InMemory(Fault::Full));
    let change = respond(&mut state.record);
    state.keep(&mut keeper, &[change]);
    assert_eq!(state.kept, Kept::Stored);
}
