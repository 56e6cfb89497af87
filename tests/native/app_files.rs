//! Guards taking a record from one device to another as a file: it comes together with what is
//! there, and what cannot be taken leaves everything as it was.

use crate::person::Person;
use crate::support::{fixture, headings};
use bellwether::app::{Action, Learning, Notice, WholeNotice};
use bellwether::assessment::Form;

const LOADED: &str = "Your file has been loaded";
const NOTHING_NEW: &str = "Nothing new in that file";
const REFUSED: &str = "That file was not loaded";

#[test]
fn a_record_is_carried_to_another_device_and_back() {
    let mut here = Person::new();
    here.begins(Form::Full).answers("s1", '4').does(Action::SetName("Ada".into()));
    let file = here.saves();
    let mut there = Person::new();
    there.clock += 500_000;
    there.opens("#/record").loads(&file).is_told(&[LOADED]).has(1, 0);
    there.opens("#/take/local/full").sees_answers(&[("s1", '4')]).answers("s2", '5');
    let file = there.answers("s1", '2').saves();
    here.answers("s3", '3').opens("#/record").loads(&file).is_told(&[LOADED]);
    here.opens("#/take/local/full").sees_answers(&[("s1", '2'), ("s2", '5'), ("s3", '3')]);
    assert_eq!(here.restarts().state.record.name(), Some("Ada"));
}

#[test]
fn a_file_says_how_much_came_new_and_how_much_was_brought_up_to_date() {
    let mut here = Person::new();
    let first = here.begins(Form::Full).saves();
    let later = here.answers("s1", '4').begins(Form::Short).saves();
    let mut there = Person::new();
    there.loads(&first).loads(&later);
    assert_eq!(
        there.state.notices,
        [Notice::OfWhole(WholeNotice::FileLoaded { added: 1, updated: 1, name: false, notes: 0 })]
    );
    there.loads(&later).is_told(&[NOTHING_NEW]).loads(&first).is_told(&[NOTHING_NEW]);
}

#[test]
fn a_file_that_brings_only_a_name_is_not_called_nothing_new() {
    let file = Person::new().does(Action::SetName("Ada".into())).saves();
    let mut there = Person::new();
    there.loads(&file);
    assert_eq!(there.state.record.name(), Some("Ada"));
    there.is_told(&[LOADED]);
}

#[test]
fn a_file_that_brings_only_notes_is_not_called_nothing_new() {
    let did = Learning::Done("listening".into(), true);
    let file = Person::new().does(Action::Learn(did)).saves();
    let mut there = Person::new();
    there.loads(&file).is_told(&[LOADED]).loads(&file).is_told(&[NOTHING_NEW]);
}

#[test]
fn a_bad_file_is_refused_and_nothing_changes() {
    let mut person = Person::new();
    let whole = person.begins(Form::Full).answers("s1", '4').opens("#/record").saves();
    let before = (person.state.record.clone(), person.store.entries());
    for bad in ["", "no", "{}", &whole[..whole.len() / 2], &whole.replace("record", "<script>")] {
        person.loads(bad).is_told(&[REFUSED]);
        assert!(before == (person.state.record.clone(), person.store.entries()), "{bad}");
    }
    person
        .does(Action::LoadFile { file: [0xff, 0xfe].as_slice().into(), visit: 0 })
        .is_told(&[REFUSED]);
    person.loads(&whole).is_told(&[NOTHING_NEW]);
}

/// The file was saved when more was answered than is here now; the task list has to show it.
#[test]
fn what_a_file_brings_to_the_assessment_worked_on_is_counted() {
    let mut here = Person::new();
    let file = here.begins(Form::Full).answers("s1", '4').saves();
    let mut there = Person::new();
    there.loads(&file).opens("#/take/local/full").answers("s2", '2').sees_progress(2, 12);
    let file = there.saves();
    here.opens("#/record").loads(&file).opens("#/assessment/*").sees_progress(2, 12);
}

#[test]
fn a_file_with_a_clock_far_ahead_does_not_stop_answers_from_being_changed() {
    // Whatever stamp a file holds, it is refused or there are stamps after it that can be stored, and
    // saved as a file that can be loaded.
    let last_moment = 8_640_000_000_000_000_u64;
    let in_a_thousand_years = Person::new().clock + 31_556_952_000_000;
    for time in [9_000_000, in_a_thousand_years, last_moment - 1, last_moment] {
        for count in [0, u32::MAX / 2, u32::MAX / 2 + 1, u32::MAX - 1, u32::MAX] {
            let mut person = Person::new();
            let file = person.begins(Form::Full).answers("s1", '4').saves();
            let id = person.ids()[0].clone();
            let stamp = format!("{} 0 w1 4", person.clock - 1_000);
            let ahead = file.replace(&stamp, &format!("{time} {count} zz 5"));
            assert_ne!(ahead, file);
            person.loads(&ahead);
            let is_taken = headings(&person.state).iter().all(|heading| *heading == LOADED);
            assert_eq!(is_taken, time <= in_a_thousand_years, "{time} {count}");
            person.answers("s1", '2').answers("s1", '3').sees_answers(&[("s1", '3')]);
            person.restarts().opens(&format!("#/assessment/{id}")).sees_answers(&[("s1", '3')]);
            let mut there = Person::new();
            there.clock = person.clock;
            there.loads(&person.saves()).is_told(&[LOADED]);
            there.opens(&format!("#/assessment/{id}")).sees_answers(&[("s1", '3')]);
        }
    }
}

#[test]
fn bringing_back_what_a_file_brought_back_already_loses_no_answer() {
    let mut person = Person::new();
    person.begins(Form::Full).answers("s1", '4');
    let early = person.saves();
    let mut there = Person::new();
    there.clock += 500_000;
    let later = there.loads(&early).opens("#/take/local/full").answers("s2", '5').saves();
    person.opens("#/record").deletes().loads(&later).does(Action::Undelete);
    person.opens("#/assessment/*").sees_answers(&[("s1", '4'), ("s2", '5')]);
}

#[test]
fn a_file_of_the_first_version_can_be_loaded() {
    let mut person = Person::new();
    person.loads(&fixture("records/record-v1.json")).is_told(&[LOADED]).has(3, 1);
}
