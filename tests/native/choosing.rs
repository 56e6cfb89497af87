//! Guards which frameworks are suggested to whom.

use crate::support::framework;
use bellwether::app::Route;
use bellwether::catalogue::{Catalogue, Wish};
use bellwether::framework::{Audience, Framework, Rates};

/// A framework of so many statements, for some, with a short form or without.
fn of(id: &str, rates: Rates, audiences: &[Audience], statements: usize, short: bool) -> Framework {
    let mut made = framework(&[&[statements]]);
    made.id = id.into();
    made.title = id.into();
    made.rates = rates;
    made.audiences = audiences.to_vec();
    if !short {
        made.short_form.clear();
    }
    made
}

fn suggested(address: &str) -> Vec<String> {
    use Audience::{AnyProfession, PrimaryCare, Senior, Student};
    let person = Rates::Person;
    let catalogue = Catalogue::of(&[
        of("anyone-long", person, &[AnyProfession], 90, false),
        of("anyone-short-form", person, &[AnyProfession], 80, true),
        of("primary", person, &[PrimaryCare], 28, false),
        of("senior", person, &[Senior], 50, false),
        of("student", person, &[Student, AnyProfession], 40, false),
        of("team", Rates::Team, &[Audience::Team], 32, false),
    ]);
    let Route::Choose(wish) = Route::parse(address) else { panic!("{address}") };
    catalogue.suggest(wish).iter().map(|entry| entry.id.to_string()).collect()
}

#[test]
fn what_is_for_the_very_audience_comes_before_what_is_for_any() {
    assert_eq!(
        suggested("#/choose/person/primary-care/long"),
        ["primary", "anyone-long", "anyone-short-form"]
    );
    assert_eq!(
        suggested("#/choose/person/senior/long"),
        ["senior", "anyone-long", "anyone-short-form"]
    );
}

#[test]
fn who_has_little_time_gets_what_can_be_answered_in_five_minutes_first() {
    assert_eq!(
        suggested("#/choose/person/trainee/short"),
        ["anyone-short-form", "student", "anyone-long"]
    );
    assert_eq!(
        suggested("#/choose/person/trainee/long"),
        ["anyone-long", "anyone-short-form", "student"]
    );
}

#[test]
fn of_a_team_or_a_programme_what_is_looked_at_says_it_all() {
    assert_eq!(suggested("#/choose/team"), ["team"]);
    assert_eq!(suggested("#/choose/programme"), [""; 0]);
    let complete = |rates| Wish { rates: Some(rates), ..Wish::default() }.is_complete();
    assert!(complete(Rates::Team) && complete(Rates::Programme) && !complete(Rates::Person));
}
