//! Guards what happens while a person learns: every note is kept as it is given, pages are come back
//! to, what is done is done everywhere, and the list for the person is theirs to change.

use crate::person::Person;
use crate::shelf::Shelf;
use crate::support::{as_in_a_file, framework};
use bellwether::app::{Action, Available, Learning, for_you};
use bellwether::learning::progress::{
    CASE, completed_at, done_at, far, is_done, log, page_of, reference,
};
use bellwether::record::{MAX_NOTE, MemoryStore, from_file};
use bellwether::time::Timestamp;

fn person() -> Person {
    let framework = framework(&[&[2, 2], &[2]]);
    let mut person = Person::on(MemoryStore::new(), "w1", vec![framework.clone()]);
    person.shelf = Some(Shelf::small(&framework, 2));
    person
}

fn writes(person: &mut Person, about: &str, name: &str, text: &str) {
    let (about, name, text) = (about.into(), name.into(), text.into());
    person.does(Action::Learn(Learning::Note { about, name, text }));
}

fn done(person: &mut Person, about: &str, is: bool) {
    person.does(Action::Learn(Learning::Done(about.into(), is)));
}

fn listed(person: &Person) -> Vec<String> {
    let sessions = for_you(&person.state).unwrap().sessions;
    sessions.iter().map(|one| one.session.to_string()).collect()
}

#[test]
fn every_note_is_kept_as_it_is_given_and_is_there_after_a_restart() {
    let mut person = person();
    person.opens("#/learn/session/e1-1/1");
    for text in ["I", "I would", "I would wait.\nThen ask, = first."] {
        writes(&mut person, "e1-1", CASE, text);
    }
    person.restarts().opens("#/learn");
    let kept = person.state.record.note("e1-1", CASE);
    assert_eq!(kept, Some("I would wait.\nThen ask, = first."));
    writes(&mut person, "e1-1", CASE, "");
    assert_eq!(person.restarts().state.record.note("e1-1", CASE), None);
}

#[test]
fn a_session_is_gone_on_with_at_the_page_that_was_last_on_screen() {
    let mut person = person();
    person.opens("#/learn/session/e1-1/1").opens("#/learn/session/e1-1/4").opens("#/learn");
    assert_eq!(page_of(&person.restarts().state.record, &"e1-1".into()), Some(3));
    assert_eq!(page_of(&person.state.record, &"e1-2".into()), None);
}

#[test]
fn what_is_done_is_done_in_every_pathway_and_can_be_taken_back() {
    let mut person = person();
    person.opens("#/learn/pathway/all");
    let pathway = match person.state.more.pathway(&"all".into()) {
        Some(Available::Ready(pathway)) => pathway.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!(far(&person.state.record, &pathway), (0, 7), "six sessions and an activity");
    for session in pathway.sessions() {
        done(&mut person, session.as_str(), true);
    }
    assert_eq!(completed_at(&person.state.record, &pathway), None, "the activity is open");
    done(&mut person, "try-it", true);
    let when = completed_at(&person.state.record, &pathway);
    assert_eq!(when, done_at(&person.state.record, "try-it"));
    done(&mut person, "try-it", true);
    assert_eq!(completed_at(&person.state.record, &pathway), when, "once done it stays so");
    done(&mut person, "e1-1", false);
    assert!(!is_done(&person.state.record, "e1-1"));
    assert_eq!(far(&person.restarts().state.record, &pathway), (6, 7));
}

#[test]
fn after_an_assessment_the_lowest_come_first_and_each_says_why() {
    let mut person = person();
    person.opens("#/take/local/full").answers_from_the_first("44 11 33").finishes();
    person.opens("#/learn");
    assert_eq!(listed(&person), ["e2-1", "e3-1", "e1-1", "e2-2", "e3-2", "e1-2"]);
    let (from, _) = for_you(&person.state).unwrap().from.unwrap();
    assert_eq!(from.as_str(), "local");
    done(&mut person, "e2-1", true);
    assert_eq!(listed(&person)[0], "e2-2");
}

#[test]
fn the_person_can_pin_drop_and_reorder() {
    let mut person = person();
    person.opens("#/take/local/full").answers_from_the_first("44 11 33").finishes();
    person.opens("#/learn");
    for did in [
        Learning::Pin("e1-2".into(), true),
        Learning::Pin("e3-1".into(), true),
        Learning::Shift("e3-1".into(), true),
        Learning::Drop("e2-1".into(), true),
    ] {
        person.does(Action::Learn(did));
    }
    assert_eq!(listed(&person), ["e3-1", "e1-2", "e2-2", "e3-2", "e1-1"]);
    person.restarts().opens("#/learn");
    assert_eq!(listed(&person), ["e3-1", "e1-2", "e2-2", "e3-2", "e1-1"], "it is kept");
    person.does(Action::Learn(Learning::Drop("e3-1".into(), true)));
    person.does(Action::Learn(Learning::Drop("e2-1".into(), false)));
    assert_eq!(listed(&person), ["e1-2", "e2-1", "e3-2", "e1-1", "e2-2"]);
}

#[test]
fn without_a_finished_assessment_nothing_is_recommended_but_what_was_pinned() {
    let mut person = person();
    person.opens("#/learn");
    assert_eq!(listed(&person), [""; 0]);
    person.does(Action::Learn(Learning::Pin("e1-1".into(), true)));
    assert_eq!(listed(&person), ["e1-1"]);
}

#[test]
fn the_log_has_everything_that_was_done_and_goes_into_a_spreadsheet() {
    let mut person = person();
    person.opens("#/learn/log");
    done(&mut person, "e1-1", true);
    person.waits_days(3);
    done(&mut person, "try-it", true);
    let about: Vec<&str> = log(&person.state.record).iter().map(|(about, _)| *about).collect();
    assert_eq!(about, ["try-it", "e1-1"], "the latest first");
    person.does(Action::Learn(Learning::SaveLog));
    assert_eq!(
        person.saved.last().unwrap(),
        "Date,Title,Minutes,Element\r\n1970-01-04,Try it,,\r\n1970-01-01,About e1-1,12,Element 1\r\n"
    );
}

#[test]
fn a_cell_of_the_table_never_becomes_a_formula_or_two_cells() {
    let mut person = person();
    let sessions = &mut person.shelf.as_mut().unwrap().sessions;
    sessions[0].title = "=SUM(A1), \"quoted\"".into();
    person.opens("#/learn/log");
    done(&mut person, "e1-1", true);
    person.does(Action::Learn(Learning::SaveLog));
    let table = person.saved.last().unwrap();
    assert!(table.contains("\"'=SUM(A1), \"\"quoted\"\"\""), "{table}");
}

#[test]
fn notes_travel_with_the_file_and_the_later_one_counts() {
    let mut person = person();
    person.opens("#/learn");
    writes(&mut person, "e1-1", "reflection", "first");
    let early = person.saves();
    writes(&mut person, "e1-1", "reflection", "second");
    done(&mut person, "e1-1", true);
    let late = person.saves();
    let kept = as_in_a_file(&person.state.record);
    assert_eq!(from_file(late.as_bytes()).unwrap(), kept);
    let mut other = self::person();
    other.opens("#/record").loads(&late).loads(&early);
    assert_eq!(other.state.record.note("e1-1", "reflection"), Some("second"));
    assert!(is_done(&other.state.record, "e1-1"));
    assert_eq!(other.restarts().state.record, kept);
}

#[test]
fn a_note_longer_than_a_note_can_be_is_cut_not_lost() {
    let mut person = person();
    person.opens("#/learn");
    writes(&mut person, "e1-1", "reflection", &"é".repeat(MAX_NOTE + 5));
    let kept = person.restarts().state.record.note("e1-1", "reflection").unwrap().chars().count();
    assert_eq!(kept, MAX_NOTE);
}

#[test]
fn what_cannot_be_loaded_says_so_and_is_asked_for_again_when_come_back_to() {
    let mut person = person();
    person.opens("#/learn/session/nowhere");
    let missing = |person: &Person| {
        let session = person.state.more.session(&"nowhere".into());
        matches!(session, Some(Available::Failed(_)))
    };
    assert!(missing(&person));
    let made = crate::shelf::session("nowhere", "e1");
    person.shelf.as_mut().unwrap().sessions.push(made);
    person.opens("#/learn").opens("#/learn/session/nowhere");
    assert!(!missing(&person));
}

#[test]
fn the_reference_of_a_certificate_is_the_same_each_time_and_other_for_other_things() {
    let made = reference("one", "1.0.0", Timestamp(5));
    assert_eq!(made, reference("one", "1.0.0", Timestamp(5)));
    assert_ne!(made, reference("one", "1.0.0", Timestamp(6)));
    assert_ne!(made, reference("two", "1.0.0", Timestamp(5)));
    assert_eq!(made.len(), "BW-0000-0000".len());
}

#[test]
fn what_was_said_by_mistake_not_to_be_done_has_its_day_back() {
    let mut person = person();
    for subject in ["e1-1", "e1-2"] {
        done(&mut person, subject, true);
    }
    let first = done_at(&person.state.record, "e1-1");
    person.waits_days(3);
    done(&mut person, "e1-1", false);
    assert_eq!(done_at(&person.state.record, "e1-1"), None);
    done(&mut person, "e1-1", true);
    assert_eq!(done_at(&person.state.record, "e1-1"), first);
    // Something else is done meanwhile: then it was no mistake.
    done(&mut person, "e1-1", false);
    done(&mut person, "e1-2", false);
    done(&mut person, "e1-1", true);
    assert!(done_at(&person.state.record, "e1-1") > first);
}
