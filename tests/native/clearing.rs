//! Guards that a store which was cleared while the page was open, by the person or the browser, gets back
//! all that the page has, whatever is done next.

use crate::faulty::{FaultyStore, Plan, begun, id, lived_in};
use crate::person::Person;
use crate::support::{answer, assessment_of, at, record};
use bellwether::app::Action;
use bellwether::assessment::Form;
use bellwether::record::{Change, Fault, Keeper, Kept, MemoryStore, Record, Store};

fn clear(store: &MemoryStore) {
    store.entries().keys().for_each(|key| store.remove(key).unwrap());
}

fn answers(record: &mut Record, statement: &str) -> Change {
    assessment_of(record, "a1").set_response(statement.into(), at(4_000, answer('4')));
    Change::Response(id("a1"), statement.into())
}

#[test]
fn it_gets_back_everything_with_the_next_change_of_any_kind() {
    let begins = |record: &mut Record| {
        record.merge(record_with("a9"));
        Change::Assessment(id("a9"))
    };
    let notes = |record: &mut Record| {
        record.set_note("session/done".into(), at(4_000, Some("=1".into())));
        Change::Note("session/done".into())
    };
    let changes: [&dyn Fn(&mut Record) -> Change; 3] =
        [&|record| answers(record, "s1"), &begins, &notes];
    for change in changes {
        let (store, mut record) = lived_in();
        let (mut keeper, _) = Keeper::open(store.clone());
        clear(&store);
        let change = change(&mut record);
        keeper.keep(&record, std::slice::from_ref(&change));
        assert_eq!(keeper.kept(), Kept::Stored);
        assert_eq!(Keeper::open(store).1.record, record, "{change:?}");
    }
}

fn record_with(assessment: &str) -> Record {
    record([begun(assessment, "")])
}

/// The page itself tells people to clear what sites have stored, for room.
#[test]
fn it_gets_back_everything_also_where_something_waited() {
    let (store, mut record) = lived_in();
    let faulty = FaultyStore::new(&store, Plan::Well);
    let (mut keeper, _) = Keeper::open(faulty.clone());
    faulty.plan(Plan::From(0, Fault::Full));
    let change = answers(&mut record, "s1");
    keeper.keep(&record, &[change]);
    assert_eq!(keeper.kept(), Kept::InMemory(Fault::Full));
    clear(&store);
    faulty.plan(Plan::Well);
    let change = answers(&mut record, "s2");
    keeper.keep(&record, &[change]);
    assert_eq!((Keeper::open(store).1.record, keeper.kept()), (record, Kept::Stored));
}

#[test]
fn the_next_program_is_left_what_the_store_has_lost() {
    let mut person = Person::new();
    person.begins(Form::Full).answers("s1", '4');
    let record = person.state.record.clone();
    clear(&person.store);
    person.goes_over().does(Action::SetName("Ada".into()));
    assert_eq!(person.state.record.assessments, record.assessments);
    assert_eq!(person.restarts().state.record.assessments, record.assessments);
}
