//! Guards that what a person answered is kept: one small write a change, nothing lost when a tab is
//! killed or a store fails at any call, and all that waits stored as soon as there is room.

use crate::faulty::{
    BROKEN, Call, FaultyStore, NOT_OURS, Plan, begun, holds, holds_texts, id, lived_in,
};
use crate::support::{answer, assessment_of, at, record};
use bellwether::record::{Change, Fault, Keeper, Kept, MemoryStore, Record, Store};
use bellwether::time::Timestamp;

const FAULTS: [Fault; 2] = [Fault::Full, Fault::Off];

/// One of everything that changes a record, as a step with the change to keep.
type Step = fn(&mut Record) -> Change;

const STEPS: [Step; 8] = [
    |record| {
        record.merge(crate::support::record([begun("a4", "")]));
        Change::Assessment(id("a4"))
    },
    |record| respond(record, "a4", "s1", 4_000, '4'),
    |record| respond(record, "a4", "s1", 4_001, '.'),
    |record| respond(record, "a1", "s2", 4_002, '-'),
    |record| {
        let assessment = assessment_of(record, "a4");
        assessment.set_position(at(4_003, "e2".into()));
        Change::Position(id("a4"))
    },
    |record| {
        record.set_name(at(4_004, "Bo".into()));
        Change::Name
    },
    |record| {
        let assessment = assessment_of(record, "a4");
        assessment.set_finished(at(4_005, Some(Timestamp(4_005))));
        Change::Finished(id("a4"))
    },
    |record| {
        let was = record.assessments.remove("a1").unwrap();
        record.set_deleted(&id("a1"), at(4_006, true));
        Change::Deleted(Box::new(was))
    },
];

fn respond(record: &mut Record, to: &str, statement: &str, time: u64, jotted: char) -> Change {
    let assessment = assessment_of(record, to);
    assessment.set_response(statement.into(), at(time, answer(jotted)));
    Change::Response(id(to), statement.into())
}

/// The record after no step, one step, and so on.
fn states() -> Vec<Record> {
    let (_, mut record) = lived_in();
    let mut states = vec![record.clone()];
    for step in STEPS {
        step(&mut record);
        states.push(record.clone());
    }
    states
}

/// Takes all steps on a store that is opened while all is well and then goes by a plan.
fn take_steps(store: &MemoryStore, plan: Plan) -> (FaultyStore, Keeper<FaultyStore>, Record) {
    let faulty = FaultyStore::new(store, Plan::Well);
    let (mut keeper, loaded) = Keeper::open(faulty.clone());
    let mut record = loaded.record;
    faulty.plan(plan);
    for step in STEPS {
        let change = step(&mut record);
        keeper.keep(&record, &[change]);
    }
    (faulty, keeper, record)
}

fn reopened(store: &MemoryStore) -> Record {
    Keeper::open(store.clone()).1.record
}

/// The calls that all steps need on a store that works.
fn calls_of_all_steps() -> Vec<Call> {
    take_steps(&lived_in().0, Plan::Well).0.calls()
}

#[test]
fn all_steps_are_stored_when_all_is_well() {
    let (store, _) = lived_in();
    let (_, keeper, record) = take_steps(&store, Plan::Well);
    assert_eq!(keeper.kept(), Kept::Stored);
    assert_eq!(&record, states().last().unwrap());
    assert_eq!(reopened(&store), record);
}

/// Also deleting, which takes several calls: once the first is done, the next start does the rest.
#[test]
fn a_tab_killed_at_any_call_has_stored_each_change_or_not_and_loses_nothing_else() {
    let states = states();
    let calls = calls_of_all_steps().len();
    assert!(calls > STEPS.len());
    let mut last = Some(0);
    for k in 0..=calls {
        let (store, _) = lived_in();
        drop(take_steps(&store, Plan::From(k, Fault::Off)));
        let found = reopened(&store);
        let state = states.iter().position(|state| *state == found);
        assert!(state >= last, "killed at call {k}: {found:?}");
        last = state;
        assert_eq!(reopened(&store), found, "it stays so");
        assert!(holds(&store, &NOT_OURS) && holds_texts(&store, &BROKEN), "killed at call {k}");
    }
}

#[test]
fn an_opening_that_fails_or_is_killed_at_any_call_loses_nothing() {
    let (store, record) = lived_in();
    let well = FaultyStore::new(&store, Plan::Well);
    drop(Keeper::open(well.clone()));
    let calls = well.calls().len();
    for k in 0..calls {
        for plan in FAULTS.into_iter().flat_map(|f| [Plan::Once(k, f), Plan::From(k, f)]) {
            let (store, _) = lived_in();
            let (_, loaded) = Keeper::open(FaultyStore::new(&store, plan));
            let nothing = loaded.record == Record::default();
            assert!(nothing || loaded.record == record, "{plan:?} opened half");
            assert_eq!(reopened(&store), record, "{plan:?}");
            assert!(holds(&store, &NOT_OURS) && holds_texts(&store, &BROKEN), "{plan:?}");
        }
    }
}

#[test]
fn a_store_that_fails_once_has_everything_after_the_next_change() {
    let all = calls_of_all_steps().len();
    for k in 0..all {
        for fault in FAULTS {
            let (store, _) = lived_in();
            let (_, mut keeper, record) = take_steps(&store, Plan::Once(k, fault));
            keeper.retry();
            assert_eq!(keeper.kept(), Kept::Stored, "{fault:?} at call {k}");
            assert_eq!(reopened(&store), record, "{fault:?} at call {k}");
        }
    }
}

#[test]
fn what_a_store_does_not_take_waits_and_is_stored_when_it_does() {
    for k in 0..calls_of_all_steps().len() {
        for fault in FAULTS {
            let (store, _) = lived_in();
            let (faulty, mut keeper, record) = take_steps(&store, Plan::From(k, fault));
            assert_eq!(keeper.kept(), Kept::InMemory(fault), "from call {k}");
            faulty.plan(Plan::Well);
            keeper.retry();
            assert_eq!(keeper.kept(), Kept::Stored, "from call {k}");
            assert_eq!(reopened(&store), record, "from call {k}");
        }
    }
}

#[test]
fn a_store_that_is_off_from_the_start_stops_nobody() {
    for fault in FAULTS {
        let faulty = FaultyStore::new(&lived_in().0, Plan::From(0, fault));
        let (mut keeper, loaded) = Keeper::open(faulty);
        assert_eq!((keeper.kept(), loaded.record), (Kept::InMemory(fault), Record::default()));
        keeper.keep(&record([begun("a9", "")]), &[Change::Assessment(id("a9"))]);
        assert_eq!(keeper.kept(), Kept::InMemory(fault));
    }
}

/// The person is told that storage is full, deletes an old assessment, and expects it to help.
#[test]
fn deleting_an_assessment_makes_room_for_what_waits() {
    let full = MemoryStore::new();
    let mut all = record([begun("a1", "12345123"), begun("a2", "")]);
    let wholes = [Change::Assessment(id("a1")), Change::Assessment(id("a2"))];
    Keeper::open(full.clone()).0.keep(&all, &wholes);
    let used = full.entries().iter().map(|(key, text)| key.len() + text.len()).sum::<usize>();
    let (mut keeper, _) = Keeper::open(full.resized(used));
    let answered = respond(&mut all, "a2", "s1", 4_000, '4');
    keeper.keep(&all, &[answered]);
    assert_eq!(keeper.kept(), Kept::InMemory(Fault::Full));

    let deleted = all.assessments.remove("a1").unwrap();
    keeper.keep(&all, &[Change::Deleted(Box::new(deleted))]);
    assert_eq!(keeper.kept(), Kept::Stored);
    assert_eq!(reopened(&full), all);
}

/// The write that one answer takes, with so many answers and assessments already there.
fn write_of_one_answer(answers: usize, assessments: usize) -> Call {
    let mut all = record((0..assessments).map(|number| {
        let mut one = begun(&format!("b{number}"), "");
        for statement in 0..answers {
            let statement = format!("q{statement}");
            one.set_response(statement.as_str().into(), at(2_000, answer('3')));
        }
        one
    }));
    let faulty = FaultyStore::new(&MemoryStore::new(), Plan::Well);
    let (mut keeper, _) = Keeper::open(faulty.clone());
    let wholes: Vec<Change> =
        all.assessments.values().map(|a| Change::Assessment(a.id.clone())).collect();
    keeper.keep(&all, &wholes);
    faulty.plan(Plan::Well);
    let change = respond(&mut all, "b0", "s1", 4_000, '4');
    keeper.keep(&all, &[change]);
    // It looks whether the assessment is still there, and what is there of this answer.
    assert!(faulty.calls().len() <= 3, "{:?}", faulty.calls());
    let [one] = faulty.changes().try_into().expect("one answer is one write");
    one
}

#[test]
fn one_answer_is_one_small_write_however_much_there_is() {
    let alone = write_of_one_answer(0, 1);
    let Call::Write(key, bytes) = &alone else { panic!("{alone:?}") };
    assert_eq!(key, "bellwether/1/response/b0/s1");
    assert!(*bytes < 50, "{bytes}");
    assert_eq!(write_of_one_answer(1_000, 1), alone);
    assert_eq!(write_of_one_answer(10, 200), alone);
}

#[test]
fn a_store_that_was_cleared_has_everything_again_after_the_next_answer() {
    let (store, mut record) = lived_in();
    let (mut keeper, _) = Keeper::open(store.clone());
    store.entries().keys().for_each(|key| store.remove(key).unwrap());
    let change = respond(&mut record, "a1", "s1", 4_000, '4');
    keeper.keep(&record, &[change]);
    assert_eq!((reopened(&store), keeper.kept()), (record, Kept::Stored));
}

#[test]
fn what_another_tab_has_deleted_does_not_come_back_with_a_late_answer() {
    let (store, mut record) = lived_in();
    let (mut late, _) = Keeper::open(store.clone());
    let mut theirs = record.clone();
    let (mut other, _) = Keeper::open(store.clone());
    let was = theirs.assessments.remove("a1").unwrap();
    theirs.set_deleted(&id("a1"), at(4_000, true));
    other.keep(&theirs, &[Change::Deleted(Box::new(was))]);
    let change = respond(&mut record, "a1", "s1", 4_001, '4');
    late.keep(&record, &[change]);
    assert_eq!(reopened(&store), theirs, "and nothing is told as lost");
    assert!(Keeper::open(store).1.lost.is_empty());
}

#[test]
fn what_a_record_no_longer_has_is_not_written() {
    let faulty = FaultyStore::new(&MemoryStore::new(), Plan::Well);
    let (mut keeper, _) = Keeper::open(faulty.clone());
    faulty.plan(Plan::Well);
    let gone = || id("a1");
    keeper.keep(
        &Record::default(),
        &[
            Change::Name,
            Change::Assessment(gone()),
            Change::Position(gone()),
            Change::Finished(gone()),
            Change::Response(gone(), "s1".into()),
        ],
    );
    assert_eq!((faulty.changes(), keeper.kept()), (vec![], Kept::Stored));
}

#[test]
fn a_memory_store_takes_what_fits_and_keeps_the_old_text_otherwise() {
    let store = MemoryStore::with_room(10);
    assert_eq!(store.write("key", "1234567"), Ok(()));
    assert_eq!(store.write("key", "12345678"), Err(Fault::Full));
    assert_eq!(store.read("key"), Ok(Some("1234567".to_owned())));
    assert_eq!(store.write("k", ""), Err(Fault::Full));
    assert_eq!(store.write("key", "123456"), Ok(()));
    assert_eq!(store.write("k", ""), Ok(()));
}
