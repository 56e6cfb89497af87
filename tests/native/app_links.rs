//! Guards links of the form `#/take/<framework>/<form>`, which are given to others: they go on with
//! what is open, or begin.

use crate::person::Person;
use crate::support::framework;
use bellwether::assessment::Form;
use bellwether::record::MemoryStore;

#[test]
fn a_link_begins_an_assessment_in_place_of_its_own_address() {
    let mut person = Person::new();
    person.opens("#/take/local/full").sees("#/assessment/*/element/e1").sees_progress(0, 12);
    person.has(1, 0).goes_back().sees("#/").has(1, 0);
    assert_eq!(person.store.entries().len(), 2, "begun, and where the person is");
}

#[test]
fn a_link_goes_on_with_what_is_open_and_begins_nothing_more() {
    let mut person = Person::new();
    person.opens("#/take/local/short").answers("s1", '4').opens("#/");
    person.opens("#/take/local/short").sees_answers(&[("s1", '4')]).has(1, 0);
    person.restarts().opens("#/take/local/short").sees_answers(&[("s1", '4')]).has(1, 0);
}

#[test]
fn a_link_never_goes_on_with_what_is_finished() {
    let mut person = Person::new();
    person.opens("#/take/local/full").answers("s1", '4').finishes();
    person.opens("#/take/local/full").sees("#/assessment/*/element/e1").has(2, 1);
    person.sees_progress(0, 12);
}

#[test]
fn a_link_to_the_short_form_does_not_go_on_with_a_full_one() {
    let mut person = Person::new();
    person.opens("#/take/local/full").answers("s1", '4');
    person.opens("#/take/local/short").sees_progress(0, 3).has(2, 0);
}

#[test]
fn a_link_goes_on_with_its_own_form_though_the_other_was_worked_on_later() {
    let mut person = Person::new();
    person.opens("#/take/local/short").answers("s1", '4');
    person.opens("#/take/local/full").answers("s1", '2');
    person.opens("#/take/local/short").has(2, 0).sees_answers(&[("s1", '4')]);
}

#[test]
fn a_link_goes_on_at_the_first_open_element_if_the_last_one_is_no_longer_asked() {
    let store = MemoryStore::new();
    let mut person = Person::on(store.clone(), "w1", vec![framework(&[&[4, 4], &[4, 4]])]);
    person
        .opens("#/take/local/full")
        .answers_from_the_first("1234")
        .opens("#/assessment/*/element/e4");
    let mut person = Person::on(store, "w2", vec![framework(&[&[4, 4], &[4]])]);
    person.opens("#/take/local/full").sees("#/assessment/*/element/e2").has(1, 0);
}

#[test]
fn a_link_to_a_short_form_that_a_framework_lacks_begins_nothing() {
    let mut without = framework(&[&[4]]);
    without.short_form.clear();
    let mut person = Person::on(MemoryStore::new(), "w1", vec![without]);
    person.opens("#/take/local/short").has(0, 0).begins(Form::Short).has(0, 0);
}
