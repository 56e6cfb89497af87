//! Guards that an author of sessions, pathways and catalogues is told everything that is wrong: where,
//! what and what to do.

use crate::shelf::{Shelf, pathway_file, session_file};
use crate::support::framework;
use bellwether::framework::{CareerStage, Framework};
use bellwether::learning::{
    Shelves, elsewhere_schema, pathway_schema, session_schema, validate_elsewhere,
    validate_pathway, validate_session,
};
use serde_json::{Value, json};

fn local() -> Framework {
    let mut framework = framework(&[&[1, 1]]);
    let text = || "Somebody.".into();
    framework.career_stages =
        vec![CareerStage { id: "early".into(), title: text(), description: text() }];
    framework
}

fn told(check: impl FnOnce(&Shelves<'_>) -> Vec<bellwether::problem::Problem>) -> Vec<String> {
    let shelf = Shelf::small(&local(), 1);
    let shelves = Shelves {
        frameworks: &shelf.frameworks,
        sessions: &shelf.sessions,
        pathways: &shelf.pathways,
    };
    check(&shelves).iter().map(ToString::to_string).collect()
}

fn session_told(file: &Value) -> Vec<String> {
    told(|shelves| validate_session(file.to_string().as_bytes(), Some("new"), shelves))
}

fn pathway_told(file: &Value) -> Vec<String> {
    told(|shelves| validate_pathway(file.to_string().as_bytes(), Some("new"), shelves))
}

#[test]
fn sound_files_have_no_problems() {
    assert_eq!(session_told(&session_file("new", "e1")), [""; 0]);
    let mut pathway = pathway_file("new", &["e1-1"]);
    pathway["modules"][0]["activities"][0]["id"] = json!("another");
    assert_eq!(pathway_told(&pathway), [""; 0]);
    assert_eq!(
        told(|shelves| validate_elsewhere(offers().to_string().as_bytes(), shelves)),
        [""; 0]
    );
}

#[test]
fn every_fault_of_a_session_is_told() {
    for (pointer, value, expected) in [
        (
            "/element",
            json!("e9"),
            "/element: there is no element `e9`; name an element of the framework",
        ),
        (
            "/element",
            json!(null),
            "/element: the session has no element; name the element that it helps with, or make it an introduction with `sample`",
        ),
        (
            "/framework",
            json!("nowhere"),
            "/framework: there is no framework `nowhere`; name a framework that is there",
        ),
        (
            "/theme",
            json!("m9"),
            "/theme: no pathway has a module `m9`; name a module of a pathway of themes",
        ),
        (
            "/level",
            json!("late"),
            "/level: there is no career stage `late`; name a career stage of the framework",
        ),
        (
            "/minutes",
            json!(90),
            "/minutes: a session of 90 minutes is not short; write a number from 1 to 60",
        ),
        (
            "/minutes",
            json!("ten"),
            "/minutes: this is a text in quotes; write a whole number from 0 to 4294967295 here",
        ),
        (
            "/professions/0",
            json!("wizard"),
            "/professions/0: there is no choice `wizard` here; write one of \"nurse\"",
        ),
        (
            "/after",
            json!(["gone"]),
            "/after/0: there is no session `gone`; name one that is there, or add it",
        ),
        ("/outcomes", json!(["One"]), "/outcomes: there are 1 here; write 3"),
        (
            "/format",
            json!(2),
            "/format: file format 2 is not known here; write 1, or use the version of Bellwether that the file is for",
        ),
        (
            "/id",
            json!("other"),
            "/id: the id is `other` but the file is `new.json`; give file and id the same name",
        ),
        (
            "/exercise/0/options/1/right",
            json!(false),
            "/exercise/0/options: 0 options are right; mark the one best answer with `right`",
        ),
        (
            "/exercise/0/options/0/right",
            json!(true),
            "/exercise/0/options: 2 options are right; mark the one best answer with `right`",
        ),
        (
            "/exercise/2/options/0/right",
            json!(true),
            "/exercise/2/options/0/right: a question of this kind does not have it; take it out, or change the kind",
        ),
        (
            "/exercise/3/options/0/pile",
            json!(2),
            "/exercise/3/options/0/pile: the option is on no pile; write 0 or 1",
        ),
        ("/exercise/3/piles", json!(["One"]), "/exercise/3/piles: there are 1 here; write 2"),
        (
            "/exercise/4/example",
            json!(null),
            "/exercise/4/example: there is nothing to compare with; write an example",
        ),
        (
            "/exercise/4/kind",
            json!("sing"),
            "/exercise/4/kind: there is no choice `sing` here; write one of \"one\", \"all\", \"order\", \"piles\", \"words\"",
        ),
        (
            "/exercise/1/id",
            json!("a"),
            "/exercise/1/id: the id `a` is used twice; give one of the two another id",
        ),
        ("/exercise", json!([]), "/exercise: there are 0 here; write 3 to 12"),
        (
            "/exercise/0/options/0/feedback",
            json!(" "),
            "/exercise/0/options/0/feedback: the text is empty; write the text",
        ),
        (
            "/trainer/plan/0/minutes",
            json!(5),
            "/trainer/plan: the plan takes 5 minutes; make it 20 minutes together",
        ),
        (
            "/reading",
            json!([{ "title": "A", "link": "javascript:alert(1)", "supports": "B" }]),
            "/reading/0/link: `javascript:alert(1)` is not a web address; write an address that starts with https://, its host in plain letters",
        ),
        ("/colour", json!("red"), "/colour: there is no field `colour` here; take it out"),
    ] {
        let mut file = session_file("new", "e1");
        match file.pointer_mut(pointer) {
            Some(place) => *place = value,
            None => {
                let (parent, name) = pointer.rsplit_once('/').unwrap();
                file.pointer_mut(parent).unwrap()[name] = value;
            }
        }
        let told = session_told(&file);
        let is = |line: &String| {
            line.split_once(", ").map_or(&**line, |(_, rest)| rest).starts_with(expected)
        };
        assert!(told.iter().any(is), "{expected}\n{told:#?}");
        assert!(told.iter().all(|line| line.starts_with("line 1, /")), "{told:#?}");
    }
}

#[test]
fn sessions_that_come_after_each_other_in_a_circle_are_told_with_the_way() {
    let mut shelf = Shelf::small(&local(), 2);
    shelf.sessions[0].after = vec!["e1-2".into()];
    shelf.sessions[1].after = vec!["new".into()];
    let shelves = Shelves {
        frameworks: &shelf.frameworks,
        sessions: &shelf.sessions,
        pathways: &shelf.pathways,
    };
    let mut file = session_file("new", "e1");
    file["after"] = json!(["e2-1", "e1-1"]);
    let problems = validate_session(file.to_string().as_bytes(), None, &shelves);
    let told: Vec<String> = problems.iter().map(|problem| problem.what.clone()).collect();
    assert_eq!(told, ["the sessions come after each other in a circle: new, e1-1, e1-2, new"]);
}

#[test]
fn every_fault_of_a_pathway_is_told() {
    for (pointer, value, expected) in [
        (
            "/modules/0/sessions",
            json!(["gone"]),
            "/modules/0/sessions/0: there is no session `gone`; name one that is there, or add it",
        ),
        (
            "/modules/0/sessions",
            json!(["e1-1", "e1-1"]),
            "/modules/0/sessions/1: `e1-1` stands here twice; keep one of the two",
        ),
        (
            "/first",
            json!(["e1-1"]),
            "/modules/0/sessions/0: the session `e1-1` stands in this pathway before; keep it in one place",
        ),
        ("/modules", json!([]), "/modules: there are 0 here; write 1 to 1000"),
        (
            "/modules/0/activities/0/elements",
            json!(["e9"]),
            "/modules/0/activities/0/elements/0: there is no element `e9`; name one that is there, or add it",
        ),
        (
            "/modules/0/activities/0/id",
            json!("try-it"),
            "/modules: the id `try-it` is that of another activity or session; give the activity an id of its own",
        ),
        (
            "/modules/0/activities/0/start",
            json!(""),
            "/modules/0/activities/0/start: the text is empty; write the text",
        ),
        ("/title", json!(7), "/title: this is a number; write a text in quotes here"),
    ] {
        let mut file = pathway_file("new", &["e1-1"]);
        file["modules"][0]["activities"][0]["id"] = json!("another");
        *file.pointer_mut(pointer).unwrap() = value;
        let told = pathway_told(&file);
        let is = |line: &String| line.ends_with(expected);
        assert!(told.iter().any(is), "{expected}\n{told:#?}");
    }
    let mut empty = pathway_file("new", &[]);
    empty["modules"][0]["activities"] = json!([]);
    assert!(
        pathway_told(&empty)[0]
            .ends_with("the module has nothing in it; name sessions, or write activities")
    );
}

fn offers() -> Value {
    json!({
        "format": 1, "version": "1.0.0", "language": "en-GB", "provider": "A trust",
        "framework": "local",
        "entries": [{ "id": "ld-1", "title": "Feedback", "code": "LD 1", "minutes": 20,
                      "link": "https://example.org/ld1", "elements": ["e1"] }],
    })
}

#[test]
fn every_fault_of_what_others_offer_is_told() {
    for (pointer, value, expected) in [
        (
            "/entries/0/id",
            json!("e1-1"),
            "/entries/0/id: `e1-1` is the id of a session; give it one of its own",
        ),
        (
            "/entries/0/link",
            json!("ftp://x"),
            "/entries/0/link: `ftp://x` is not a web address; write an address that starts with https://, its host in plain letters",
        ),
        (
            "/entries/0/minutes",
            json!(0),
            "/entries/0/minutes: it takes no time; write how many minutes it takes",
        ),
        (
            "/entries/0/elements",
            json!(["e9"]),
            "/entries/0/elements/0: there is no element `e9`; name one that is there, or add it",
        ),
        ("/entries", json!([]), "/entries: there are 0 here; write 1 or more"),
        ("/provider", json!(""), "/provider: the text is empty; write the text"),
    ] {
        let mut file = offers();
        *file.pointer_mut(pointer).unwrap() = value;
        let told = told(|shelves| validate_elsewhere(file.to_string().as_bytes(), shelves));
        assert!(told.iter().any(|line| line.ends_with(expected)), "{expected}\n{told:#?}");
    }
}

#[test]
fn every_field_of_the_schemas_says_what_it_is_for_and_the_files_are_those_that_the_types_make() {
    for (name, schema) in [
        ("session", session_schema()),
        ("pathway", pathway_schema()),
        ("elsewhere", elsewhere_schema()),
        ("crosswalk", bellwether::crosswalk::schema()),
    ] {
        let path = format!("frameworks/schema/{name}.schema.json");
        let stored = crate::support::text_of(&path);
        assert!(stored == format!("{schema:#}\n"), "{path} is stale: run `./dev generate`");
        let definitions = schema["$defs"].as_object().unwrap().values();
        for definition in definitions.chain([&schema]) {
            for (field, property) in definition["properties"].as_object().into_iter().flatten() {
                assert!(property.get("description").is_some(), "{name}: {field}");
            }
        }
    }
}

#[test]
fn a_plan_of_more_minutes_than_can_be_counted_is_a_problem_and_no_more() {
    let mut file = session_file("new", "e1");
    file["trainer"]["plan"] = json!([
        { "minutes": u32::MAX, "text": "Talk." },
        { "minutes": u32::MAX, "text": "Talk." },
        { "minutes": 1, "text": "Stop." },
    ]);
    assert!(!session_told(&file).is_empty());
}
