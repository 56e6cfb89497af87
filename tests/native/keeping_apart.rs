//! Guards that a tab does not overwrite what another has stored later and of which it has not heard:
//! with what had to wait, with an assessment as a whole, or by a clock that was set back.

use crate::faulty::{FaultyStore, Plan, begun, id};
use crate::support::{answer, assessment_of, at, record};
use bellwether::record::{Change, Fault, Keeper, Kept, MemoryStore, Record, Store};

const WHOLE: &str = "bellwether/1/assessment/a1";

/// A store with an assessment `a1`, and two records of it as two tabs have them.
fn shared() -> (MemoryStore, Record, Record) {
    let store = MemoryStore::new();
    let all = record([begun("a1", "")]);
    Keeper::open(store.clone()).0.keep(&all, &[Change::Assessment(id("a1"))]);
    (store, all.clone(), all)
}

fn respond(record: &mut Record, statement: &str, time: u64, jotted: char) -> Change {
    let assessment = assessment_of(record, "a1");
    assessment.set_response(statement.into(), at(time, answer(jotted)));
    Change::Response(id("a1"), statement.into())
}

fn stored(store: &MemoryStore) -> Record {
    Keeper::open(store.clone()).1.record
}

#[test]
fn what_waited_does_not_overwrite_what_was_stored_meanwhile() {
    let (store, mut one, mut other) = shared();
    let faulty = FaultyStore::new(&store, Plan::Well);
    let (mut keeper, _) = Keeper::open(faulty.clone());
    faulty.plan(Plan::From(0, Fault::Full));
    let early = respond(&mut one, "s1", 4_000, '1');
    keeper.keep(&one, &[early]);
    assert_eq!(keeper.kept(), Kept::InMemory(Fault::Full));

    let late = respond(&mut other, "s1", 5_000, '5');
    Keeper::open(store.clone()).0.keep(&other, &[late]);
    faulty.plan(Plan::Well);
    keeper.retry();
    assert_eq!((keeper.kept(), stored(&store)), (Kept::Stored, other));
}

#[test]
fn an_assessment_that_is_stored_as_a_whole_keeps_what_is_there() {
    let (store, mut one, mut other) = shared();
    let (mut keeper, _) = Keeper::open(store.clone());
    for (statement, jotted) in [("s1", '4'), ("s2", '2')] {
        respond(&mut other, statement, 4_000, jotted);
    }
    Keeper::open(store.clone()).0.keep(&other, &[Change::Assessment(id("a1"))]);

    respond(&mut one, "s2", 3_000, '1');
    respond(&mut one, "s3", 3_000, '3');
    keeper.keep(&one, &[Change::Assessment(id("a1"))]);
    one.merge(other);
    assert_eq!(stored(&store), one);
}

#[test]
fn an_answer_by_a_clock_that_is_behind_does_not_overwrite_one_that_counts_more() {
    let (store, mut one, mut other) = shared();
    let ahead = respond(&mut other, "s1", 9_000, '5');
    Keeper::open(store.clone()).0.keep(&other, &[ahead]);
    let behind = respond(&mut one, "s1", 4_000, '1');
    Keeper::open(store.clone()).0.keep(&one, &[behind]);
    assert_eq!(stored(&store), other, "as in all tabs, once they have heard of each other");
}

#[test]
fn what_cannot_be_read_gives_way() {
    let (store, mut one, _) = shared();
    let (mut keeper, _) = Keeper::open(store.clone());
    for (key, text) in [(WHOLE, "{"), ("bellwether/1/response/a1/s1", "9000 0 w 99")] {
        store.write(key, text).unwrap();
    }
    let change = respond(&mut one, "s1", 4_000, '4');
    keeper.keep(&one, &[Change::Assessment(id("a1")), change]);
    assert_eq!(stored(&store), one);
}
