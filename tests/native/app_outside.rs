//! Guards what the page around the app is told, and what it can ask for.

use crate::person::Person;
use crate::support::framework;
use bellwether::app::{Action, Ask, Failure, Learning, News, Teller, Trouble};
use bellwether::assessment::Form;
use bellwether::framework::Framework;
use bellwether::record::{MemoryStore, from_file};
use serde_json::Value;

fn asks(person: &mut Person, ask: Ask) -> Result<String, String> {
    person.does(Action::Asked(ask));
    person.answers.pop().expect("every question is answered")
}

fn on(store: MemoryStore) -> Person {
    let frameworks: Vec<Framework> = vec![framework(&[&[4, 4], &[4]])];
    Person::on(store, "w1", frameworks)
}

#[test]
fn progress_is_told_when_it_changes_and_completion_once() {
    let mut person = Person::new();
    let mut teller = Teller::default();
    assert_eq!(teller.news(&person.state), []);
    person.begins(Form::Full);
    let told = |news: Vec<News>| -> Vec<Value> {
        news.iter().map(|news| serde_json::from_str(&news.to_string()).unwrap()).collect()
    };
    let brief = |news: Vec<News>| -> Vec<String> {
        let brief = |one: &Value| format!("{} {}/{}", one["type"], one["answered"], one["total"]);
        told(news).iter().map(brief).collect()
    };
    assert_eq!(brief(teller.news(&person.state)), ["\"progress\" 0/12"]);
    assert_eq!(teller.news(&person.state), [], "nothing is told twice");
    person.answers("s1", '4');
    assert_eq!(brief(teller.news(&person.state)), ["\"progress\" 1/12"]);
    person.answers("s1", '5');
    assert_eq!(teller.news(&person.state), [], "which answer it is, is told to nobody");
    person.finishes();
    let last = told(teller.news(&person.state));
    assert_eq!(last[0]["type"], "complete");
    assert_eq!(last[0]["framework"], "local");
    assert_eq!(last[0]["assessment"], person.ids()[0].to_string());
    assert_eq!(last.len(), 1);
    assert_eq!(teller.news(&person.state), []);
}

#[test]
fn a_program_that_goes_on_tells_nothing_that_was_told() {
    let mut person = Person::new();
    person.begins(Form::Full).answers("s1", '4').finishes();
    let mut teller = Teller::going_on();
    assert_eq!(teller.news(&person.state), []);
    person.does(Action::Reopen).answers("s2", '4');
    assert_eq!(teller.news(&person.state).len(), 1);
}

#[test]
fn an_assessment_that_was_finished_before_is_not_told_as_complete() {
    let mut person = Person::new();
    person.begins(Form::Full).finishes();
    let news = Teller::default().news(&person.state);
    assert!(matches!(news.as_slice(), [News::Progress(_)]), "{news:?}");
}

#[test]
fn what_goes_wrong_is_told_once_and_again_when_it_comes_back() {
    let mut person = on(MemoryStore::with_room(0));
    person.begins(Form::Full);
    let mut teller = Teller::default();
    let mut troubles = |person: &Person| -> Vec<Trouble> {
        let news = teller.news(&person.state).into_iter();
        news.filter_map(|news| match news {
            News::Error(trouble) => Some(trouble),
            _ => None,
        })
        .collect()
    };
    assert_eq!(troubles(&person), [Trouble::StorageFull]);
    assert_eq!(troubles(&person), []);

    let mut person = Person::new();
    person.failure = Some(Failure::Missing);
    person.opens("#/framework/local");
    let mut teller = Teller::default();
    let news = teller.news(&person.state);
    assert_eq!(news, [News::Error(Trouble::ContentMissing)]);
    let text: Value = serde_json::from_str(&news[0].to_string()).unwrap();
    assert_eq!(text["code"], "content-missing");
}

#[test]
fn an_export_is_the_record_as_a_file() {
    let mut person = Person::new();
    person.begins(Form::Full).answers("s1", '4');
    let text = asks(&mut person, Ask::Export).unwrap();
    assert_eq!(from_file(text.as_bytes()).as_ref(), Ok(&person.state.record));
    assert_eq!(person.saved, [""; 0], "no file is offered to the person");
}

#[test]
fn an_import_is_merged_and_one_that_is_none_refused() {
    let mut person = Person::new();
    person.begins(Form::Full).answers("s1", '4');
    let text = asks(&mut person, Ask::Export).unwrap();
    let mut other = on(MemoryStore::new());
    assert!(asks(&mut other, Ask::Import("{}".into())).is_err());
    assert!(other.state.record.is_empty());
    assert_eq!(asks(&mut other, Ask::Import(text.as_str().into())), Ok(String::new()));
    assert_eq!(other.state.record, person.state.record);
    // A refusal that was is not told again.
    assert!(asks(&mut other, Ask::Reset).is_ok());
}

#[test]
fn after_a_reset_nothing_is_left_that_the_person_entered() {
    let mut person = Person::new();
    person.begins(Form::Full).answers("s1", '4').finishes();
    person.does(Action::SetName("Marjorie".into()));
    person.does(Action::Learn(Learning::Pin("one".into(), true)));
    person.begins(Form::Short);
    assert!(person.state.record.note("for-you", "pinned").is_some());
    asks(&mut person, Ask::Reset).unwrap();
    assert_eq!(person.ids(), []);
    assert_eq!(person.state.record.name(), None);
    assert_eq!(person.state.record.note("for-you", "pinned"), None);
    let stored = format!("{:?}", person.store.entries());
    assert!(!stored.contains("Marjorie") && !stored.contains("s1"), "{stored}");
    person.restarts();
    assert_eq!(person.ids(), []);
}

#[test]
fn what_a_reset_gives_brings_back_all_that_it_deleted() {
    let mut person = Person::new();
    person.begins(Form::Full).answers("s1", '4').finishes();
    person.does(Action::SetName("Marjorie".into()));
    person.does(Action::Learn(Learning::Pin("one".into(), true)));
    let before = person.ids();
    let deleted = asks(&mut person, Ask::Reset).unwrap();
    assert_eq!(asks(&mut person, Ask::Import(deleted.into())), Ok(String::new()));
    for _ in 0..2 {
        assert_eq!(person.ids(), before);
        assert_eq!(person.state.record.name(), Some("Marjorie"));
        assert_eq!(person.state.record.note("for-you", "pinned"), Some("one"));
        person.restarts();
    }
}
