//! Guards that a page takes only what it can rely on of what there is to learn, whoever put it there: links lead to
//! the web, what is noted is kept, and nothing is so long that the page stands still.

use crate::shelf::{Shelf, pathway_file, session_file};
use crate::support::framework;
use bellwether::framework::is_well_formed;
use bellwether::learning::progress::{answer_to, looked_at};
use bellwether::learning::{
    Elsewhere, Library, Shelves, read_pathway, read_session, validate_pathway, validate_session,
};
use serde_json::{Value, json};

const SCRIPT: &str = "javascript:alert(document.domain)";

fn with(mut file: Value, pointer: &str, value: Value) -> String {
    *file.pointer_mut(pointer).unwrap_or_else(|| panic!("no {pointer}")) = value;
    file.to_string()
}

/// A session with something to read.
fn session() -> Value {
    let mut file = session_file("new", "e1");
    file["reading"] = json!([{ "title": "A", "link": "https://example.org/", "supports": "B" }]);
    file
}

#[test]
fn a_session_that_no_page_can_rely_on_is_not_taken() {
    let many = |what: Value| Value::Array(vec![what; 13]);
    assert!(read_session(&session().to_string()).is_ok());
    for (pointer, value) in [
        ("/reading/0/link", json!(SCRIPT)),
        ("/reading/0/link", json!("data:text/html,x")),
        ("/reading/0/link", json!("https:///")),
        ("/reading/0/link", json!(format!("https://a/{}", "b".repeat(2_000)))),
        ("/reading", many(session()["reading"][0].clone())),
        ("/id", json!("../new")),
        ("/exercise/0/id", json!("A b")),
        ("/exercise/0/id", json!("a/b")),
        ("/exercise/0/id", json!("")),
        ("/exercise/0/id", json!("a".repeat(55))),
        ("/exercise/0/options/0/id", json!("a b")),
        ("/exercise/0/options", many(session()["exercise"][0]["options"][0].clone())),
        ("/exercise", many(session()["exercise"][4].clone())),
        ("/points", many(session()["points"][0].clone())),
        ("/case/text", many(json!("Some."))),
        ("/case/text/0", json!("x".repeat(2_001))),
        ("/title", json!("x".repeat(121))),
        ("/language", json!("<i>")),
        ("/after", json!(vec!["e1-1"; 101])),
    ] {
        let file = with(session(), pointer, value.clone());
        assert!(read_session(&file).is_err(), "{pointer}: {value}");
        let shelf = Shelf::small(&framework(&[&[1, 1]]), 1);
        let shelves = Shelves {
            frameworks: &shelf.frameworks,
            sessions: &shelf.sessions,
            pathways: &shelf.pathways,
        };
        let told = validate_session(file.as_bytes(), Some("new"), &shelves);
        let field = pointer.rsplit('/').find(|step| step.parse::<usize>().is_err()).unwrap();
        assert!(told.iter().any(|told| told.place.pointer.contains(field)), "{pointer}: {told:?}");
    }
}

/// A note is read at the next start only if what it is about and its name can both be ids.
#[test]
fn the_longest_id_of_a_question_that_is_taken_gives_names_that_are_read_again() {
    let file = with(session(), "/exercise/0/id", json!("a".repeat(54)));
    let question = &read_session(&file).unwrap().exercise[0];
    assert!(is_well_formed(&answer_to(question)) && is_well_formed(&looked_at(question)));
}

#[test]
fn a_pathway_that_no_page_can_rely_on_is_not_taken() {
    let file = || pathway_file("new", &["e1-1"]);
    assert!(read_pathway(&file().to_string()).is_ok());
    for (pointer, value) in [
        ("/id", json!("a/b")),
        ("/modules/0/activities/0/id", json!("a b")),
        ("/modules/0/activities/0/elements", json!(vec!["e1"; 101])),
        ("/modules/0/sessions/0", json!("../x")),
        ("/modules/0/summary", json!("x".repeat(2_001))),
        ("/modules", Value::Array(vec![file()["modules"][0].clone(); 1_001])),
    ] {
        let file = with(file(), pointer, value);
        assert!(read_pathway(&file).is_err(), "{pointer}");
        let shelves = Shelves { frameworks: &[], sessions: &[], pathways: &[] };
        assert!(!validate_pathway(file.as_bytes(), Some("new"), &shelves).is_empty());
    }
}

#[test]
fn a_library_that_no_page_can_rely_on_is_not_taken() {
    let local = framework(&[&[1, 1]]);
    let shelf = Shelf::small(&local, 1);
    let offers: Elsewhere = serde_json::from_value(json!({
        "format": 1, "version": "1.0.0", "language": "en-GB", "provider": "A trust",
        "framework": "local",
        "entries": [{ "id": "ld-1", "title": "Feedback", "minutes": 20,
                      "link": "https://example.org/ld1", "elements": ["e1"] }],
    }))
    .unwrap();
    let library = Library::of(&local, &shelf.pathways, &shelf.sessions, &[offers]);
    let file = || serde_json::to_value(&library).unwrap();
    assert_eq!(Library::parse(&file().to_string()).as_ref(), Some(&library));
    for (pointer, value) in [
        ("/elsewhere/0/link", json!(SCRIPT)),
        ("/elsewhere/0/link", json!("//example.org")),
        ("/elsewhere/0/id", json!("a/b")),
        ("/elsewhere/0/title", json!("x".repeat(121))),
        ("/elsewhere/0/elements", json!(vec!["e1"; 101])),
        ("/sessions/0/id", json!("../x")),
        ("/sessions/0/summary", json!("x".repeat(2_001))),
        ("/activities/0/id", json!("A")),
        ("/stages", json!(vec![json!({ "id": "a", "title": "A" }); 101])),
        ("/elements", json!(vec![json!({ "id": "a", "title": "A" }); 10_001])),
    ] {
        assert_eq!(Library::parse(&with(file(), pointer, value)), None, "{pointer}");
    }
    let huge = file().to_string() + &" ".repeat(9_000_000);
    assert_eq!(Library::parse(&huge), None, "far larger than any");
}

/// Five thousand sessions are what the search is held to.
#[test]
fn a_library_of_five_thousand_sessions_is_taken() {
    let local = framework(&[&[1, 1]]);
    let mut shelf = Shelf::real();
    let real = shelf.sessions.clone();
    shelf.sessions = (0..5_000)
        .map(|number| {
            let mut made = real[number % real.len()].clone();
            made.id = format!("s-{number}").as_str().into();
            made
        })
        .collect();
    let library = Library::of(&local, &shelf.pathways, &shelf.sessions, &[]);
    assert!(Library::parse(&serde_json::to_string(&library).unwrap()).is_some());
}
