//! Guards frameworks that build on another: how the two are joined, and how an answer to a statement
//! that both ask counts in both.

use crate::person::Person;
use crate::support::framework;
use bellwether::app::Notice;
use bellwether::assessment::Response;
use bellwether::framework::{self, Framework, join, parse, read_unjoined};
use bellwether::record::MemoryStore;

/// A framework of two elements, `local`.
pub(crate) fn base() -> Framework {
    framework(&[&[2, 2]])
}

/// One that builds on it with a domain of one element, `wider`.
pub(crate) fn wider() -> Framework {
    let mut made = framework(&[&[2]]);
    made.id = "wider".into();
    made.title = "Wider".into();
    made.builds_on = Some("local".into());
    made.domains[0].id = "own".into();
    let element = &mut made.domains[0].elements[0];
    element.id = "own-1".into();
    for (number, statement) in element.statements.iter_mut().enumerate() {
        statement.id = format!("own-1-{number}").as_str().into();
    }
    made.short_form = vec!["own-1-0".into(), "s1".into()];
    made
}

fn told(result: Result<Framework, Vec<bellwether::problem::Problem>>) -> Vec<String> {
    result.unwrap_err().iter().map(ToString::to_string).collect()
}

#[test]
fn the_domains_of_the_other_come_first_and_say_where_they_are_from() {
    let joined = join(&wider(), &base()).unwrap();
    let domains: Vec<_> = joined
        .domains
        .iter()
        .map(|domain| (domain.id.as_str(), domain.from.as_ref().map(|from| from.as_str())))
        .collect();
    assert_eq!(domains, [("d1", Some("local")), ("own", None)]);
    assert_eq!(joined.statements().count(), 6);
    assert_eq!(framework::check(&joined), []);
    let text = serde_json::to_string(&joined).unwrap();
    assert_eq!(parse(text.as_bytes()).unwrap(), joined, "what is served can be read");
}

#[test]
fn a_framework_without_the_domains_that_it_builds_on_is_refused_by_a_page() {
    let text = serde_json::to_string(&wider()).unwrap();
    assert_eq!(read_unjoined(text.as_bytes()).unwrap(), wider());
    assert_eq!(
        told(parse(text.as_bytes())),
        ["/builds_on: the domains of `local` are not in this file; put it beside the page with \
          ./dev build, which joins the two"]
    );
}

#[test]
fn what_keeps_two_frameworks_apart_is_told() {
    let mut other = base();
    other.id = "other".into();
    assert_eq!(
        told(join(&wider(), &other))[..1],
        ["/builds_on: the framework does not build on `other`; join it with the one that it names"]
    );
    let mut scale = wider();
    scale.rating_scale.points.pop();
    assert_eq!(
        told(join(&scale, &base())),
        ["/rating_scale: the rating scale is not that of `local`; use the same, since an answer \
          counts in both"]
    );
    let mut clash = wider();
    clash.domains[0].elements[0].statements[1].id = "s3".into();
    clash.short_form = vec!["nothing".into()];
    let told = told(join(&clash, &base()));
    assert!(told[0].starts_with("/domains/1/elements/1/statements/0/id: the id `s3`"), "{told:?}");
    assert!(told[1].starts_with("/short_form/0: the short form names `nothing`"), "{told:?}");
}

/// A person on a site with both frameworks.
fn person() -> Person {
    let joined = join(&wider(), &base()).unwrap();
    Person::on(MemoryStore::new(), "w1", vec![base(), joined])
}

fn answer_in(person: &Person, framework: &str, statement: &str) -> Option<Response> {
    let of = |id: &str| id == framework;
    let mut found =
        person.state.record.assessments.values().filter(|a| of(a.framework.id.as_str()));
    found.next().unwrap().response(&statement.into())
}

#[test]
fn answers_given_in_one_count_in_the_other_as_it_begins() {
    let mut person = person();
    person.opens("#/take/local/full").answers("s1", '4').answers("s3", '-').answers("s4", '5');
    person.answers("s4", '.').opens("#/take/wider/full").sees_progress(2, 6);
    assert_eq!(person.state.notices, [Notice::CarriedOver(2)]);
    assert_eq!(answer_in(&person, "wider", "s1"), Some(Response::Rated(4)));
    assert_eq!(answer_in(&person, "wider", "s3"), Some(Response::NotApplicable));
}

#[test]
fn a_short_form_takes_over_only_answers_to_what_it_asks() {
    let mut person = person();
    person.opens("#/take/local/full").answers("s1", '4').answers("s2", '5');
    person.opens("#/take/wider/short").sees_progress(1, 2);
    assert_eq!(person.state.notices, [Notice::CarriedOver(1)]);
    assert_eq!(answer_in(&person, "wider", "s2"), None);
}

#[test]
fn while_both_are_open_an_answer_counts_in_both_whichever_it_is_given_in() {
    let mut person = person();
    person.opens("#/take/local/full").opens("#/take/wider/full").answers("s2", '3');
    assert_eq!(answer_in(&person, "local", "s2"), Some(Response::Rated(3)));
    person.opens("#/take/local/full").answers("s2", '5').answers("s2", '1');
    assert_eq!(answer_in(&person, "wider", "s2"), Some(Response::Rated(1)));
    person.restarts().opens("#/take/wider/full").sees_answers(&[("s2", '1')]);
}

#[test]
fn what_only_one_asks_stays_there_and_what_is_finished_stays_as_it_is() {
    let mut person = person();
    person.opens("#/take/local/full").answers("s1", '2').finishes();
    person.opens("#/take/wider/full").answers("own-1-0", '5').answers("s1", '4');
    assert_eq!(answer_in(&person, "local", "own-1-0"), None);
    assert_eq!(answer_in(&person, "local", "s1"), Some(Response::Rated(2)));
    assert_eq!(answer_in(&person, "wider", "s1"), Some(Response::Rated(4)));
}

#[test]
fn an_answer_of_more_than_three_months_ago_says_how_things_were_and_counts_no_more() {
    let mut person = person();
    person.opens("#/take/local/full").answers("s1", '4');
    person.waits_days(91).opens("#/take/wider/full").sees_progress(0, 6).is_told(&[]);
}

#[test]
fn another_framework_with_statements_of_the_same_ids_shares_nothing() {
    let mut stranger = base();
    stranger.id = "stranger".into();
    let mut person = Person::on(MemoryStore::new(), "w1", vec![base(), stranger]);
    person.opens("#/take/local/full").answers("s1", '4');
    person.opens("#/take/stranger/full").sees_progress(0, 4).answers("s2", '5');
    assert_eq!(answer_in(&person, "local", "s2"), None);
}
