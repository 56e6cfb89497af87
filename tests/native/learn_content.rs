//! Guards what people learn from: sixty-two sessions, seen in pathways that hold the same, written in
//! plain words, each with what the format asks and no reference that was made up.

use crate::plain_words::{AMERICAN, GENDERED, JARGON, grade, words};
use crate::shelf::Shelf;
use crate::support::{fixture, text_of};
use bellwether::learning::{
    Kind, Profession, Session, SessionId, Shelves, validate_pathway, validate_session,
};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Longest sentence, in words.
const MOST_WORDS: usize = 25;
/// Highest Flesch–Kincaid grade of a session.
const MOST_GRADE: f64 = 8.0;

fn shelf() -> Shelf {
    Shelf::real()
}

/// All texts of a session that a person reads.
fn texts(session: &Session) -> Vec<String> {
    fn gather(value: &Value, texts: &mut Vec<String>) {
        match value {
            Value::String(text) => texts.push(text.clone()),
            Value::Array(items) => items.iter().for_each(|item| gather(item, texts)),
            Value::Object(fields) => {
                let hidden = [
                    "id",
                    "kind",
                    "link",
                    "framework",
                    "element",
                    "theme",
                    "level",
                    "setting",
                    "professions",
                    "after",
                    "version",
                    "language",
                ];
                let read = fields.iter().filter(|(name, _)| !hidden.contains(&&***name));
                read.for_each(|(_, field)| gather(field, texts));
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    gather(&serde_json::to_value(session).unwrap(), &mut found);
    found
}

fn sentences(text: &str) -> Vec<String> {
    let mut sentences = vec![String::new()];
    let mut ended = false;
    for c in text.chars() {
        if ended && c.is_whitespace() {
            sentences.push(String::new());
        }
        ended = matches!(c, '.' | '!' | '?' | ':' | ';')
            || (ended && matches!(c, '”' | '’' | ')' | '"'));
        sentences.last_mut().unwrap().push(c);
    }
    sentences.retain(|sentence| !words(sentence).is_empty());
    sentences
}

/// The Flesch–Kincaid grade of a session.
fn grade_of(session: &Session) -> f64 {
    let all: Vec<String> = texts(session).iter().flat_map(|text| sentences(text)).collect();
    grade(&all.iter().map(String::as_str).collect::<Vec<_>>())
}

#[test]
fn every_file_is_sound() {
    let shelf = shelf();
    let shelves = Shelves {
        frameworks: &shelf.frameworks,
        sessions: &shelf.sessions,
        pathways: &shelf.pathways,
    };
    for session in &shelf.sessions {
        let text = text_of(&format!("frameworks/sessions/{}.json", session.id));
        let problems = validate_session(text.as_bytes(), Some(session.id.as_str()), &shelves);
        assert_eq!(problems, [], "{}", session.id);
    }
    for pathway in &shelf.pathways {
        let text = text_of(&format!("frameworks/pathways/{}.json", pathway.id));
        let problems = validate_pathway(text.as_bytes(), Some(pathway.id.as_str()), &shelves);
        assert_eq!(problems, [], "{}", pathway.id);
    }
}

#[test]
fn there_are_two_introductions_and_three_sessions_for_each_element_one_for_each_stage() {
    let shelf = shelf();
    assert_eq!(shelf.sessions.len(), 62);
    assert_eq!(shelf.sessions.iter().filter(|session| session.sample).count(), 2);
    let hub = shelf.frameworks.iter().find(|one| one.id == shelf.crosswalk.hub).unwrap();
    for (_, element) in hub.elements() {
        let of: Vec<&Session> =
            shelf.sessions.iter().filter(|one| one.element.as_ref() == Some(&element.id)).collect();
        let stages: BTreeSet<&str> = of.iter().map(|one| one.level.as_str()).collect();
        assert_eq!((of.len(), stages.len()), (3, 3), "{}", element.id);
    }
}

#[test]
fn by_domain_and_by_theme_hold_exactly_the_same_sessions() {
    let shelf = shelf();
    let of = |id: &str| -> BTreeSet<SessionId> {
        let pathway = shelf.pathways.iter().find(|one| one.id.as_str() == id).unwrap();
        pathway.sessions().cloned().collect()
    };
    let all: BTreeSet<SessionId> = shelf.sessions.iter().map(|one| one.id.clone()).collect();
    assert_eq!(of("by-domain"), all);
    assert_eq!(of("by-theme"), all);
    let themes = shelf.pathways.iter().find(|one| one.id.as_str() == "by-theme").unwrap();
    assert!((8..=10).contains(&themes.modules.len()));
    for module in &themes.modules {
        for session in &module.sessions {
            let found = shelf.sessions.iter().find(|one| one.id == *session).unwrap();
            assert_eq!(found.theme.as_ref(), Some(&module.id), "{session}");
        }
    }
}

#[test]
fn the_other_pathways_have_what_they_are_named_after() {
    let shelf = shelf();
    let count = |id: &str| {
        let pathway = shelf.pathways.iter().find(|one| one.id.as_str() == id).unwrap();
        (pathway.modules.len(), pathway.activities().count(), pathway.sessions().count())
    };
    let (tiers, _, sessions) = count("career-tiers");
    assert!(tiers == 4 && sessions >= 32, "{tiers} {sessions}");
    assert!(count("medical-student").1 >= 8);
    assert_eq!(count("ways-to-develop").1, 8);
    assert_eq!(count("ai-programme").1, 4);
    let (barriers, activities, _) = count("clinical-barriers");
    assert!(barriers == 4 && activities >= 8, "{barriers} {activities}");
}

#[test]
fn every_session_has_what_was_promised_of_it() {
    for session in shelf().sessions {
        let id = &session.id;
        assert!((10..=15).contains(&session.minutes), "{id}");
        let case: usize = session.case.text.iter().map(|text| words(text).len()).sum();
        assert!((120..=200).contains(&case), "{id}: a case of {case} words");
        assert!((4..=6).contains(&session.points.len()), "{id}");
        let kinds: BTreeSet<&str> = session.exercise.iter().map(|one| one.kind.as_str()).collect();
        assert!(session.exercise.len() >= 3 && kinds.len() >= 3, "{id}: {kinds:?}");
        for outcome in &session.outcomes {
            assert!(
                outcome.starts_with(char::is_uppercase) && !outcome.ends_with('.'),
                "{id}: {outcome}"
            );
        }
        for point in &session.points {
            assert!((40..=95).contains(&words(&point.text).len()), "{id}: {}", point.title);
        }
        let least = session
            .exercise
            .iter()
            .flat_map(|one| &one.options)
            .map(|one| words(&one.feedback).len())
            .min();
        assert!(least.is_none_or(|least| least >= 8), "{id}: feedback of {least:?} words");
    }
}

#[test]
fn cases_are_told_of_many_professions_and_places() {
    let shelf = shelf();
    let professions: BTreeSet<&str> =
        shelf.sessions.iter().flat_map(|one| &one.professions).map(|one| one.as_str()).collect();
    assert_eq!(professions.len(), Profession::ALL.len(), "{professions:?}");
    let settings: BTreeSet<&str> = shelf.sessions.iter().map(|one| one.setting.as_str()).collect();
    assert!(settings.len() >= 8, "{settings:?}");
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    for question in shelf.sessions.iter().flat_map(|one| &one.exercise) {
        *kinds.entry(question.kind.as_str()).or_default() += 1;
    }
    assert!(
        kinds.len() == Kind::ALL.len() && kinds.values().all(|count| *count >= 20),
        "{kinds:?}"
    );
}

#[test]
fn sessions_are_written_in_plain_words() {
    for session in shelf().sessions {
        for text in texts(&session) {
            for sentence in sentences(&text) {
                assert!(words(&sentence).len() <= MOST_WORDS, "{}: {sentence}", session.id);
            }
            let lower = text.to_lowercase();
            let found: Vec<&str> = words(&lower)
                .into_iter()
                .filter(|word| GENDERED.contains(word) || JARGON.contains(word))
                .collect();
            assert_eq!(found, [""; 0], "{}: {text}", session.id);
            for foreign in AMERICAN {
                assert!(!lower.contains(foreign), "{}: {foreign}", session.id);
            }
        }
        let grade = grade_of(&session);
        assert!(grade <= MOST_GRADE, "{}: grade {grade:.1}", session.id);
    }
}

#[test]
fn no_two_sessions_say_the_same() {
    let shelf = shelf();
    let mut seen: BTreeMap<String, &SessionId> = BTreeMap::new();
    for session in &shelf.sessions {
        let points = session.points.iter().flat_map(|point| [&point.title, &point.text]);
        let asked = session.exercise.iter().map(|question| &question.ask);
        for text in
            points.chain(asked).chain([&session.title, &session.case.title, &session.summary])
        {
            let before = seen.insert(text.to_lowercase(), &session.id);
            assert!(before.is_none(), "{text}: {before:?} and {}", session.id);
        }
    }
}

#[test]
fn nothing_is_recommended_to_read_that_is_not_on_the_list() {
    let list: Vec<Value> = serde_json::from_str(&fixture("readings.json")).unwrap();
    let known: BTreeSet<(&str, &str)> = list
        .iter()
        .map(|one| (one["title"].as_str().unwrap(), one["link"].as_str().unwrap()))
        .collect();
    for session in shelf().sessions {
        for reading in &session.reading {
            assert!(
                known.contains(&(&*reading.title, &*reading.link)),
                "{}: {}",
                session.id,
                reading.title
            );
        }
    }
}

#[test]
fn nothing_that_records_refer_to_has_lost_its_id() {
    let shelf = shelf();
    let sessions = shelf.sessions.iter().map(|session| {
        let questions = session.exercise.iter().map(|question| {
            let options: Vec<&str> = question.options.iter().map(|one| one.id.as_str()).collect();
            format!("{}:{}", question.id, options.join(","))
        });
        format!("{} {}", session.id, questions.collect::<Vec<_>>().join(" "))
    });
    let activities = shelf.pathways.iter().flat_map(|pathway| pathway.activities());
    let now: Vec<String> = sessions.chain(activities.map(|one| one.id.to_string())).collect();
    let before = fixture("learning-ids.txt");
    assert_eq!(now, before.lines().collect::<Vec<_>>(), "tests/fixtures/learning-ids.txt");
}

#[test]
fn no_title_passes_for_one_of_the_reference_programme() {
    for session in shelf().sessions {
        let lower = session.title.to_lowercase();
        for theirs in ["introduction to leadership", "introduction to the medical", "lead "] {
            assert!(!lower.starts_with(theirs), "{lower}");
        }
    }
}
