//! Guards the list of frameworks to choose from, and the addresses that content is fetched from.

use crate::support::{clinical, framework};
use bellwether::catalogue::{Catalogue, address, minutes};
use bellwether::framework::Framework;

fn titled(title: &str) -> Framework {
    Framework { title: title.into(), ..framework(&[&[4, 4], &[2]]) }
}

#[test]
fn it_counts_what_each_framework_asks_and_is_in_the_order_of_titles() {
    let catalogue = Catalogue::of([&titled("Beta"), &titled("Alpha"), &clinical()]);
    let entries: Vec<(&str, usize, usize)> = catalogue
        .frameworks
        .iter()
        .map(|entry| (&*entry.title, entry.statements, entry.short_form))
        .collect();
    assert_eq!(entries, [("Alpha", 10, 3), ("Beta", 10, 3), ("Clinical leadership", 80, 20)]);
}

#[test]
fn there_is_an_only_framework_only_if_there_is_one() {
    let (one, two) = (titled("One"), titled("Two"));
    assert!(Catalogue::of([]).only().is_none());
    assert_eq!(Catalogue::of([&one]).only().map(|entry| &*entry.title), Some("One"));
    assert!(Catalogue::of([&one, &two]).only().is_none());
}

#[test]
fn it_is_read_as_it_was_written() {
    let catalogue = Catalogue::of([&titled("One"), &clinical()]);
    let text = serde_json::to_string(&catalogue).unwrap();
    assert_eq!(Catalogue::parse(&text), Some(catalogue));
    for damaged in ["", "[]", "{}", &text[..text.len() - 1], &text.replace("80", "-1")] {
        assert_eq!(Catalogue::parse(damaged), None, "{damaged}");
    }
    let endless = text.replace("Clinical leadership", &"long ".repeat(25));
    assert_eq!(Catalogue::parse(&endless), None, "no title is so long");
    let many = vec![titled("One"); 1_001];
    let many = serde_json::to_string(&Catalogue::of(&many)).unwrap();
    assert_eq!(Catalogue::parse(&many), None, "nobody chooses from so many");
    let huge = text + &" ".repeat(9_000_000);
    assert_eq!(Catalogue::parse(&huge), None, "far larger than any");
}

#[test]
fn no_id_leads_to_another_place_than_the_frameworks() {
    let expected = Some("frameworks/clinical-leadership.json".to_owned());
    assert_eq!(address(&"clinical-leadership".into()), expected);
    for id in ["../secret", "a/b", "", "A", "//host", "a?b", "a.b", "a%2e", "-a", &"a".repeat(65)] {
        assert_eq!(address(&id.into()), None, "{id}");
    }
}

#[test]
fn the_time_that_statements_take_is_about_right_and_never_nothing() {
    for (statements, expected) in [(0, 1), (1, 1), (6, 1), (7, 2), (20, 3), (80, 12)] {
        assert_eq!(minutes(statements), expected, "{statements}");
    }
}

#[test]
fn a_number_of_statements_that_no_framework_has_takes_long() {
    assert!(minutes(usize::MAX) > minutes(1_000_000));
}
