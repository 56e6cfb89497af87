//! Guards the way through the app: begin, answer, leave, come back, finish, change one's mind. Each
//! test is a story of one person.

use crate::person::Person;
use crate::support::{as_in_a_file, clinical, framework};
use bellwether::app::{Action, Available, Failure, Learning, Notice, Route, WholeNotice};
use bellwether::assessment::{Form, Response};
use bellwether::problem::{Place, Problem};
use bellwether::record::{Fault, Kept, MemoryStore, Store, from_file};

const DELETED: &str = "Assessment deleted";
const LOST: &str = "Part of your record could not be read";
const NAME_REFUSED: &str = "That name was not kept";

#[test]
fn a_person_answers_everything_and_reads_a_result() {
    Person::new()
        .opens("#/")
        .begins(Form::Full)
        .sees("#/assessment/*/element/e1")
        .sees_progress(0, 12)
        .answers_from_the_first("3-45 1234")
        .sees_progress(8, 12)
        .opens("#/assessment/*/element/e3")
        .answers("s9", '5')
        .opens("#/assessment/*/check")
        .sees_progress(9, 12)
        .finishes()
        .sees("#/assessment/*/result")
        .has(1, 1)
        .sees_answers(&[("s1", '3'), ("s2", '-'), ("s9", '5'), ("s10", '.')])
        .is_told(&[]);
}

#[test]
fn printing_and_saving_are_left_to_the_browser() {
    let mut person = Person::new();
    person.begins(Form::Full).finishes().does(Action::Print);
    assert_eq!(person.printed, 1);
    assert_eq!(
        from_file(person.saves().as_bytes()).as_ref(),
        Ok(&as_in_a_file(&person.state.record))
    );
}

#[test]
fn all_eighty_statements_or_the_twenty_of_the_short_form_are_asked() {
    for (form, total) in [(Form::Full, 80), (Form::Short, 20)] {
        let mut person = Person::on(MemoryStore::new(), "w1", vec![clinical().as_ref().clone()]);
        person.begins(form).sees_progress(0, total).answers_from_the_first(&"4".repeat(total));
        person.sees_progress(total, total).finishes().sees("#/assessment/*/result");
        person.restarts().opens("#/assessment/*/result").sees_progress(total, total);
        assert!(person.state.on_screen().unwrap().1.finished_at().is_some());
    }
}

#[test]
fn who_closes_the_laptop_half_way_comes_back_to_the_same_element_with_every_answer() {
    let mut person = Person::new();
    person.begins(Form::Full).answers("s1", '4').opens("#/assessment/*/element/e3");
    person.answers("s10", '-').answers("s1", '.').opens("#/assessment/*");
    person
        .restarts()
        .opens("#/take/local/full")
        .sees("#/assessment/*/element/e3")
        .sees_progress(1, 12)
        .sees_answers(&[("s1", '.'), ("s10", '-')])
        .has(1, 0);
}

#[test]
fn answers_can_be_left_for_later_changed_and_taken_back() {
    let mut person = Person::new();
    person.begins(Form::Full).answers("s2", '4').answers("s2", '2').sees_progress(1, 12);
    person.answers("s2", '.').sees_progress(0, 12).answers("s2", '-').sees_progress(1, 12);
    person.finishes().sees("#/assessment/*/result").sees_progress(1, 12);
}

#[test]
fn the_same_answer_again_and_answers_to_what_is_not_asked_change_nothing() {
    let mut person = Person::new();
    person.begins(Form::Short).answers("s1", '4');
    let before = (person.state.record.clone(), person.store.entries());
    // The short form asks s1, s5 and s9.
    person.answers("s1", '4').answers("s2", '5').answers("nowhere", '5').sees_progress(1, 3);
    person.opens("#/assessment/unknown").finishes().does(Action::Reopen);
    let after = (person.state.record.clone(), person.store.entries());
    assert!(before == after);
}

#[test]
fn a_finished_assessment_can_be_reopened_changed_and_finished_again() {
    let mut person = Person::new();
    person.begins(Form::Full).answers("s1", '1').finishes().has(1, 1);
    person.does(Action::Reopen).sees("#/assessment/*").has(1, 0);
    person.opens("#/assessment/*/element/e1").answers("s1", '5').finishes().has(1, 1);
    person.restarts().opens("#/assessment/*/result").sees_answers(&[("s1", '5')]).has(1, 1);
}

#[test]
fn starting_again_keeps_what_was_there() {
    let mut person = Person::new();
    person.begins(Form::Full).answers("s1", '1').finishes();
    person.begins(Form::Full).sees("#/assessment/*/element/e1").sees_progress(0, 12).has(2, 1);
    person.answers("s1", '5').begins(Form::Short).sees_progress(0, 3).has(3, 1);
    let first = person.ids()[0].clone();
    person.restarts().opens(&format!("#/assessment/{first}")).sees_answers(&[("s1", '1')]);
}

#[test]
fn a_deleted_assessment_is_gone_for_good_unless_it_is_brought_back() {
    let mut person = Person::new();
    person.begins(Form::Full).answers("s1", '4').opens("#/record").deletes();
    person.has(0, 0).is_told(&[DELETED]);
    let left: Vec<String> = person.store.entries().into_values().collect();
    assert!(left.iter().all(|text| text.ends_with(" deleted")), "{left:?}");
    person.does(Action::Undelete).has(1, 0).is_told(&[]);
    person.restarts().opens("#/assessment/*").sees_answers(&[("s1", '4')]).sees_progress(1, 12);
    person.deletes().restarts().has(0, 0).does(Action::Undelete).has(0, 0);
}

#[test]
fn what_was_deleted_one_after_the_other_comes_back_one_after_the_other() {
    let mut person = Person::new();
    person.begins(Form::Full).answers("s1", '4').begins(Form::Short);
    let both = as_in_a_file(&person.state.record);
    person.deletes().deletes().has(0, 0).is_told(&[DELETED]);
    person.does(Action::Undelete).has(1, 0).is_told(&[DELETED]);
    person.does(Action::Undelete).has(2, 0).is_told(&[]);
    assert_eq!(as_in_a_file(&person.state.record), both);
    assert_eq!(as_in_a_file(&person.stored()), both);
}

#[test]
fn a_file_brings_back_what_was_deleted() {
    let mut person = Person::new();
    person.begins(Form::Full).answers("s1", '4');
    let file = person.saves();
    person.deletes().has(0, 0).loads(&file).has(1, 0);
    person.restarts().has(1, 0).opens("#/assessment/*").sees_answers(&[("s1", '4')]);
}

#[test]
fn an_answer_that_was_taken_back_can_be_put_back_at_once() {
    let mut person = Person::new();
    person.begins(Form::Full).answers("s1", '4').answers("s1", '.');
    assert_eq!(person.state.cleared, Some(("s1".into(), Response::Rated(4))));
    person.answers("s1", '4').answers("s2", '.');
    assert_eq!(person.state.cleared, None);
    person.answers("s1", '.').opens("#/record");
    assert_eq!(person.state.cleared, None, "not on another page");
}

#[test]
fn a_person_is_reminded_to_save_a_file_when_the_record_has_grown() {
    const REMINDER: &str = "Save your record as a file";
    let mut person = Person::new();
    person.opens("#/record").is_told(&[]);
    person.begins(Form::Full).opens("#/record").is_told(&[]);
    person.opens("#/assessment/*").finishes().is_told(&[]).opens("#/record").is_told(&[REMINDER]);
    person.does(Action::SaveFile).is_told(&[]).restarts().opens("#/record").is_told(&[]);
    person.begins(Form::Short).finishes().restarts().opens("#/").is_told(&[]);
    person.waits_days(8).restarts().opens("#/").is_told(&[REMINDER]);
    person.does(Action::Dismiss(0)).opens("#/record").is_told(&[]);
}

#[test]
fn a_person_who_learns_is_reminded_too() {
    const REMINDER: &str = "Save your record as a file";
    let note = |text: &str| {
        let (about, name) = ("listening".into(), "reflection".into());
        Action::Learn(Learning::Note { about, name, text: text.into() })
    };
    let mut person = Person::new();
    person.opens("#/learn/session/listening/2").waits_days(8).restarts();
    person.opens("#/record").is_told(&[]).does(note("")).is_told(&[]);
    person.does(note("Ask first.")).opens("#/").is_told(&[]);
    person.waits_days(8).restarts().opens("#/record").is_told(&[REMINDER]);
    person.does(Action::SaveFile).waits_days(8).restarts().opens("#/record").is_told(&[]);
    person.does(note("Ask, then wait.")).opens("#/").is_told(&[REMINDER]);
}

#[test]
fn deleting_the_assessment_on_screen_leaves_nothing_of_it_there() {
    let mut person = Person::new();
    person.begins(Form::Full).answers("s1", '4').deletes().answers("s1", '2').finishes().has(0, 0);
    assert!(person.state.on_screen().is_none() && person.state.assessment().is_none());
    assert_eq!(as_in_a_file(&person.stored()), Default::default());
}

#[test]
fn only_the_page_of_an_element_is_where_a_person_was() {
    let mut person = Person::new();
    person.begins(Form::Full).opens("#/assessment/*/element/e2");
    let stored = person.store.entries();
    for elsewhere in ["", "/check", "/result", "/element/nowhere", "/element/e2"] {
        person.opens(&format!("#/assessment/*{elsewhere}"));
        assert_eq!(person.store.entries(), stored, "{elsewhere}");
    }
    person.opens("#/take/local/full").sees("#/assessment/*/element/e2");
}

#[test]
fn the_back_button_goes_back_through_the_pages() {
    let mut person = Person::new();
    person.begins(Form::Full).opens("#/assessment/*/element/e2").opens("#/assessment/*/check");
    person.goes_back().sees("#/assessment/*/element/e2");
    person.goes_back().sees("#/assessment/*/element/e1").goes_back().sees("#/");
}

#[test]
fn what_does_not_exist_is_shown_as_such_and_changes_nothing() {
    for address in [
        "#/assessment/a0",
        "#/assessment/a0/result",
        "#/assessment/a0/element/e1",
        "#/framework/nowhere",
        "#/take/nowhere/full",
        "#/nowhere",
        "#/assessment/<script>",
    ] {
        let mut person = Person::new();
        person.opens(address).has(0, 0);
        assert!(person.state.on_screen().is_none(), "{address}");
        assert_eq!(person.store.entries().len(), 0, "{address}");
    }
    let mut person = Person::new();
    assert_eq!(person.opens("#/nowhere").state.route, Route::Unknown);
    let failed = Some(&Available::Failed(Failure::Missing));
    assert_eq!(person.opens("#/framework/nowhere").state.framework(), failed);
}

#[test]
fn content_that_does_not_come_leaves_the_record_as_it_is() {
    let unusable = Failure::Unusable(vec![Problem::new(Place::whole(), "x", "y")]);
    for failure in [Failure::Unreachable, Failure::Missing, unusable] {
        let mut person = Person::new();
        person.begins(Form::Full).answers("s1", '4').restarts();
        person.failure = Some(failure.clone());
        person.opens("#/assessment/*/element/e2").answers("s5", '4').has(1, 0);
        assert_eq!(person.state.framework(), Some(&Available::Failed(failure.clone())));
        assert!(person.state.on_screen().is_none());
        assert_eq!(person.opens("#/").state.catalogue, Some(Available::Failed(failure)));
        person.opens("#/take/local/full").sees("#/take/local/full").has(1, 0);
        person.failure = None;
        person.restarts().opens("#/assessment/*/check").sees_progress(1, 12);
    }
}

#[test]
fn several_frameworks_are_chosen_from_and_the_only_one_comes_by_itself() {
    let mut other = framework(&[&[2]]);
    other.id = "other".into();
    let two = vec![framework(&[&[4]]), other];
    let mut person = Person::on(MemoryStore::new(), "w1", two);
    assert!(person.opens("#/").state.framework().is_none());
    person.opens("#/framework/other");
    assert!(person.state.framework().and_then(Available::ready).is_some());
    assert!(Person::new().opens("#/").state.framework().and_then(Available::ready).is_some());
}

#[test]
fn a_name_is_kept_cleaned_changed_and_taken_back() {
    let mut person = Person::new();
    person.does(Action::SetName("  Ada  ".into()));
    assert_eq!(person.restarts().state.record.name(), Some("Ada"));
    person.does(Action::SetName("<b>".into())).is_told(&[NAME_REFUSED]);
    person.does(Action::SetName("x".repeat(101))).is_told(&[NAME_REFUSED]);
    assert_eq!(person.state.record.name(), Some("Ada"));
    person.does(Action::SetName("Bo".into())).is_told(&[]).does(Action::SetName(String::new()));
    assert_eq!(person.restarts().state.record.name(), None);
}

#[test]
fn news_goes_with_the_page_and_troubles_stay_until_they_are_read() {
    let store = MemoryStore::new();
    store.write("bellwether/1/name", "half a na").unwrap();
    let mut person = Person::on(store, "w1", vec![framework(&[&[4, 4], &[4]])]);
    person.is_told(&[LOST]).opens("#/").does(Action::SetName(">".into()));
    person.is_told(&[LOST, NAME_REFUSED]).opens("#/method").is_told(&[LOST]);
    person.does(Action::Dismiss(7)).is_told(&[LOST]).does(Action::Dismiss(0)).is_told(&[]);
}

#[test]
fn troubles_stay_until_they_are_read_also_when_a_button_leads_to_another_page() {
    let store = MemoryStore::new();
    store.write("bellwether/1/name", "half a na").unwrap();
    let mut person = Person::on(store, "w1", vec![framework(&[&[4, 4], &[4]])]);
    person.begins(Form::Full).is_told(&[LOST]).finishes().is_told(&[LOST]);
}

/// The notice says: “You can bring it back until you close this page.”
#[test]
fn a_deleted_assessment_can_be_brought_back_after_another_was_begun() {
    let mut person = Person::new();
    person.begins(Form::Full).opens("#/record").deletes().begins(Form::Short);
    assert!(
        person.state.notices.contains(&Notice::OfWhole(WholeNotice::Deleted)),
        "nothing offers to bring it back"
    );
}

#[test]
fn a_store_without_room_stops_nobody_and_the_record_can_still_be_saved() {
    let full = MemoryStore::with_room(250);
    let mut person = Person::on(full, "w1", vec![framework(&[&[4, 4], &[4]])]);
    person.begins(Form::Full).answers_from_the_first("1234 1234 1234").sees_progress(12, 12);
    assert_eq!(person.state.kept, Kept::InMemory(Fault::Full));
    person.finishes().sees("#/assessment/*/result");
    let file = person.saves();
    Person::new().loads(&file).has(1, 1).opens("#/assessment/*/check").sees_progress(12, 12);
}

#[test]
fn a_framework_that_has_changed_asks_what_it_asks_now_and_forgets_no_answer() {
    let mut person = Person::new();
    person.begins(Form::Full).answers_from_the_first("1234 5");
    let stored = as_in_a_file(&person.stored());
    let (smaller, larger): (&[&[usize]], &[&[usize]]) = (&[&[2]], &[&[4, 4], &[4], &[4]]);
    for (shape, answered, total) in [(smaller, 2, 2), (larger, 5, 16)] {
        let mut later = Person::on(person.store.clone(), "w2", vec![framework(shape)]);
        later.alone = false;
        later.opens("#/assessment/*").sees_progress(answered, total).has(1, 0);
        assert_eq!(as_in_a_file(&later.stored()), stored, "what is not asked is kept");
    }
}
