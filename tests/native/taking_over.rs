//! Guards that one program hands all that it has over to the next in the same page.

use crate::faulty::{FaultyStore, Plan, lived_in};
use crate::person::Person;
use crate::support::framework;
use bellwether::app::{Action, Now, Route, State, apply, apply_first, leave_behind, was_shown};
use bellwether::record::{Fault, Keeper, MemoryStore};
use bellwether::time::Timestamp;
use std::collections::VecDeque;

fn now() -> Now {
    Now { time: Timestamp(9_000_000), random: 7 }
}

/// The state of a program that opens a store and is brought something.
fn next(store: MemoryStore, brought: &str) -> State {
    let (keeper, loaded) = Keeper::open(store);
    let mut state = State::new(loaded, keeper.kept(), "w9");
    apply(&mut state, Action::TakeOver(brought.into()), now());
    state
}

#[test]
fn what_is_stored_needs_no_handing_over() {
    let mut person = Person::new();
    person.opens("#/take/local/full").answers("s1", '4');
    let brought = leave_behind(&person.state, true, None, now().time);
    assert_eq!(brought, "shown");
    let state = next(person.store.clone(), &brought);
    assert_eq!(state.record, person.state.record);
    assert_eq!(state.notices, []);
}

#[test]
fn a_record_that_is_in_memory_only_is_handed_over_whole() {
    let store = MemoryStore::with_room(0);
    let mut person = Person::on(store.clone(), "w1", vec![framework(&[&[2]])]);
    person.opens("#/take/local/full").answers("s1", '4').answers("s2", '-');
    let brought = leave_behind(&person.state, true, Some(&VecDeque::new()), now().time);
    assert!(was_shown(&brought));
    let state = next(store, &brought);
    assert_eq!(state.record, person.state.record);
}

#[test]
fn a_record_that_was_stored_and_cannot_be_read_any_more_is_handed_over_whole() {
    let (store, stored) = lived_in();
    let faulty = FaultyStore::new(&store, Plan::Well);
    let (keeper, loaded) = Keeper::open(faulty.clone());
    let state = State::new(loaded, keeper.kept(), "w1");
    assert_eq!(keeper.unstored(&state.record), None);
    faulty.plan(Plan::From(0, Fault::Off));
    let brought = leave_behind(&state, true, keeper.unstored(&state.record), now().time);
    let state = next(MemoryStore::with_room(0), &brought);
    assert_eq!(state.record, stored);
}

#[test]
fn what_was_found_lost_is_told_by_the_next() {
    let entries = [("bellwether/1/name".to_owned(), "nonsense".to_owned())];
    let person = Person::on(MemoryStore::holding(entries), "w1", vec![framework(&[&[1]])]);
    let brought = leave_behind(&person.state, false, None, now().time);
    assert!(!was_shown(&brought));
    let state = next(person.store.clone(), &brought);
    assert_eq!(state.notices, person.state.notices);
    assert_eq!(state.notices.len(), 1);
}

#[test]
fn what_another_tab_has_deleted_meanwhile_is_not_taken_over() {
    let mut person = Person::new();
    person.opens("#/take/local/full").answers("s1", '4');
    let brought = leave_behind(&person.state, true, Some(&VecDeque::new()), now().time);
    let id = person.ids()[0].clone();
    person.does(Action::Delete(id));
    let state = next(person.store.clone(), &brought);
    assert!(state.record.assessments.is_empty());
}

#[test]
fn whatever_is_brought_breaks_nothing() {
    for brought in [
        "",
        "shown",
        "\n\n\n",
        "shown\n\n{",
        "x\n\n{\"kind\":\"bellwether-record\"}",
        "\u{0}",
        "\n\n\u{1e}\u{1e}x\u{1f}",
    ] {
        let state = next(MemoryStore::new(), brought);
        assert!(state.record.is_empty(), "{brought:?}");
    }
}

#[test]
fn the_first_program_does_what_answering_needs_and_leaves_the_rest_alone() {
    let mut person = Person::new();
    person.opens("#/take/local/full").answers("s1", '4');
    let before = person.state.record.clone();
    let id = before.summaries()[0].id.clone();
    for action in [Action::Delete(id), Action::SetName("Sam".into()), Action::Reopen] {
        assert_eq!(apply_first(&mut person.state, action, now()), []);
    }
    assert_eq!(person.state.record, before);
    let effects = apply_first(&mut person.state, Action::Finish, now());
    assert_eq!(effects.len(), 2, "stored, and shown: {effects:?}");
    assert!(matches!(person.state.route, Route::Result(_)));
}
