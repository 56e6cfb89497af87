//! Guards the search: what is begun is found, all words count, the best comes first, and it is quick.

use crate::shelf::{Shelf, session};
use crate::support::cases;
use bellwether::learning::search::{Words, WordsMaker};
use proptest::prelude::*;
use std::time::{Duration, Instant};

/// Words of a few sessions, from titles and summaries.
fn words(of: &[(&str, &str, &str)]) -> Words {
    let mut maker = WordsMaker::default();
    for (id, title, summary) in of {
        let mut made = session(id, "e1");
        made.title = (*title).into();
        made.summary = (*summary).into();
        maker.add_session(&made);
    }
    Words::parse(&maker.into_text()).unwrap()
}

fn found(words: &Words, query: &str) -> Vec<String> {
    let found = words.find(query).unwrap_or_default();
    found.into_iter().map(ToString::to_string).collect()
}

#[test]
fn a_word_that_is_begun_finds_all_that_begin_so_whatever_its_letters() {
    let words = words(&[("a", "Handover", "x"), ("b", "Hands", "y"), ("c", "Feet", "z")]);
    assert_eq!(found(&words, "hand"), ["a", "b"]);
    assert_eq!(found(&words, "HANDO"), ["a"]);
    assert_eq!(found(&words, "  hand, "), ["a", "b"]);
}

#[test]
fn several_words_find_what_has_all_of_them() {
    let words = words(&[("a", "Quiet voices", "night"), ("b", "Quiet wards", "day")]);
    assert_eq!(found(&words, "quiet night"), ["a"]);
    assert_eq!(found(&words, "quiet dusk"), [""; 0]);
}

#[test]
fn what_stands_in_the_title_comes_before_what_stands_below() {
    let words = words(&[("a", "Plans", "about trust"), ("b", "Trust", "about plans")]);
    assert_eq!(found(&words, "trust"), ["b", "a"]);
    assert_eq!(found(&words, "plans"), ["a", "b"]);
}

#[test]
fn without_a_word_nothing_is_sought() {
    let words = words(&[("a", "Plans", "x")]);
    for nothing in ["", "  ", "?!", "'"] {
        assert_eq!(words.find(nothing), None, "{nothing:?}");
    }
}

#[test]
fn the_sessions_of_the_project_are_found_by_title_outcome_and_text() {
    let shelf = Shelf::real();
    let words = shelf.words();
    for session in &shelf.sessions {
        let id = session.id.as_str();
        assert_eq!(found(&words, &session.title)[0], id, "{}", session.title);
        for text in [&session.outcomes[0], &session.points[0].title, &session.case.text[0]] {
            assert!(found(&words, text).iter().any(|one| one == id), "{id}: {text}");
        }
    }
}

#[test]
fn five_thousand_sessions_are_searched_within_a_frame() {
    let shelf = Shelf::real();
    let mut maker = WordsMaker::default();
    for number in 0..5_000 {
        let mut made = shelf.sessions[number % shelf.sessions.len()].clone();
        made.id = format!("s-{number}").as_str().into();
        maker.add_session(&made);
    }
    let list = maker.into_text();
    assert!(list.len() < 12_000_000, "{}: near to what is refused", list.len());
    let words = Words::parse(&list).unwrap();
    let begun = Instant::now();
    for query in ["t", "patient s", "handover", "what would you say to the"] {
        assert!(words.find(query).is_some_and(|found| found.len() > 100), "{query}");
    }
    // Four searches, in a build without optimisation.
    assert!(begun.elapsed() < Duration::from_millis(400), "{:?}", begun.elapsed());
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn any_list_and_any_query_break_nothing(list in "[a-c0-9ts \n]{0,60}", query in ".{0,20}") {
        let _ = Words::parse(&list).unwrap().find(&query);
    }
}

#[test]
fn a_list_in_any_order_finds_the_same() {
    // One made by hand, or by another version.
    let list = Words::parse("a b c\nquiet 2t\nnight 0\nquietly 1s 7").unwrap();
    assert_eq!(found(&list, "quiet"), ["c", "b"]);
    assert_eq!(found(&list, "night"), ["a"]);
}

#[test]
fn a_list_far_longer_than_any_is_not_read() {
    let list = format!("a b c\nquiet 2t{}", "\nx 1".repeat(5_000_000));
    assert_eq!(Words::parse(&list), None);
}
