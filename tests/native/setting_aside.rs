//! Guards what happens to stored entries when a keeper opens: what cannot be read is set aside and
//! never overwritten, what is finished is tidied, and everything else is left alone.

use crate::faulty::{BROKEN, FaultyStore, NOT_OURS, Plan, begun, holds, id, lived_in};
use crate::support::{answer, assessment_of, at, record};
use bellwether::assessment::Assessment;
use bellwether::record::{Change, Keeper, Loaded, MemoryStore, Record, Store};
use bellwether::time::Timestamp;
use std::collections::BTreeSet;

fn open(store: &MemoryStore) -> Loaded {
    Keeper::open(store.clone()).1
}

fn lost(loaded: &Loaded) -> Vec<(&str, &str)> {
    loaded.lost.iter().map(|lost| (lost.key.as_str(), lost.what)).collect()
}

#[test]
fn what_cannot_be_read_is_named_and_set_aside_and_the_rest_is_there() {
    let (store, record) = lived_in();
    let loaded = open(&store);
    assert_eq!(loaded.record, record);
    assert_eq!(
        lost(&loaded),
        [
            ("bellwether/1/assessment/a3", "an assessment"),
            ("bellwether/1/response/a1/s7", "an answer"),
            ("bellwether/1/response/a3/s1", "a part of an assessment that is not there"),
        ]
    );
    for (key, text) in BROKEN {
        let aside: Vec<String> = store
            .entries()
            .into_iter()
            .filter(|(found, there)| found.ends_with(key) && there == text)
            .map(|(found, _)| found)
            .collect();
        assert_eq!(aside.len(), 1, "{key}");
        assert!(aside[0].starts_with("bellwether/aside/"), "{aside:?}");
    }
    assert!(holds(&store, &NOT_OURS), "what was set aside before is still there");
    assert_eq!(open(&store).lost, [], "what is set aside is not lost again");
}

#[test]
fn what_cannot_be_read_a_second_time_under_the_same_key_is_set_aside_beside_the_first() {
    let store = MemoryStore::new();
    for text in ["first", "second", "first", "fourth"] {
        store.write("bellwether/1/name", text).unwrap();
        assert_eq!(lost(&open(&store)), [("bellwether/1/name", "the name")]);
    }
    let texts: Vec<String> = store.entries().into_values().collect();
    assert_eq!(texts, ["first", "second", "first", "fourth"]);
    assert!(!open(&store).newer, "what was set aside is not taken for a newer version's");
}

#[test]
fn what_is_answered_again_does_not_touch_what_was_set_aside() {
    let (store, mut record) = lived_in();
    let (mut keeper, _) = Keeper::open(store.clone());
    let before: BTreeSet<(String, String)> = aside(&store);
    let assessment = assessment_of(&mut record, "a1");
    assessment.set_response("s7".into(), at(4_000, answer('4')));
    keeper.keep(&record, &[Change::Response(id("a1"), "s7".into())]);
    assert_eq!(open(&store).record, record);
    assert_eq!(aside(&store), before);
}

fn aside(store: &MemoryStore) -> BTreeSet<(String, String)> {
    store.entries().into_iter().filter(|(key, _)| key.starts_with("bellwether/aside/")).collect()
}

/// The store is full, so what cannot be read stays where it is. It may be all that is left of an
/// answer: neither tidying nor a new answer may destroy it.
#[test]
fn what_there_is_no_room_to_set_aside_is_not_destroyed_by_tidying() {
    let (store, key, text) = full_with_a_broken_answer(finished("a1"));
    let (_, loaded) = Keeper::open(store.clone());
    assert_eq!(lost(&loaded), [(key, "an answer")]);
    assert!(store.entries().values().any(|found| *found == text), "{:#?}", store.entries());
}

#[test]
fn what_there_is_no_room_to_set_aside_is_not_overwritten_by_a_new_answer() {
    let (store, key, text) = full_with_a_broken_answer(begun("a1", "12"));
    let (mut keeper, mut loaded) = Keeper::open(store.clone());
    assert_eq!(lost(&loaded), [(key, "an answer")]);
    let assessment = assessment_of(&mut loaded.record, "a1");
    assessment.set_response("s9".into(), at(4_000, answer('4')));
    keeper.keep(&loaded.record, &[Change::Response(id("a1"), "s9".into())]);
    assert!(store.entries().values().any(|found| *found == text), "{:#?}", store.entries());
}

/// A store with an assessment, an answer of it that is long and cannot be read, and too little room
/// to write that a second time, though enough for the assessment as a whole.
fn full_with_a_broken_answer(of: Assessment) -> (MemoryStore, &'static str, String) {
    let (key, text) = ("bellwether/1/response/a1/s9", "1 0 w ".repeat(1_000));
    let store = MemoryStore::new();
    let all = record([of]);
    let mut keeper = Keeper::open(store.clone()).0;
    keeper.keep(&all, &[Change::Assessment(id("a1")), Change::Response(id("a1"), "s1".into())]);
    store.write(key, &text).unwrap();
    let used = store.entries().iter().map(|(key, text)| key.len() + text.len()).sum::<usize>();
    (store.resized(used + 1_000), key, text)
}

fn finished(name: &str) -> Assessment {
    let mut finished = begun(name, "1234-.23");
    finished.set_finished(at(3_000, Some(Timestamp(3_000))));
    finished
}

#[test]
fn things_of_a_newer_version_and_of_others_are_left_as_they_are() {
    let store = MemoryStore::holding(NOT_OURS.map(|(key, text)| (key.to_owned(), text.to_owned())));
    let faulty = FaultyStore::new(&store, Plan::Well);
    let (_, loaded) = Keeper::open(faulty.clone());
    assert_eq!((loaded.record, loaded.lost), (Record::default(), vec![]));
    assert!(loaded.newer, "the person is told");
    assert_eq!(faulty.changes(), []);
}

#[test]
fn a_finished_assessment_is_brought_under_one_key_and_stays_what_it_was() {
    let store = MemoryStore::new();
    let open_one = begun("a1", "12");
    let all = record([open_one, finished("a2")]);
    let changes = ["a1", "a2"].into_iter().flat_map(|name| {
        let responses = (1..=8).map(move |n| format!("s{n}"));
        let responses = responses.map(move |s| Change::Response(id(name), s.as_str().into()));
        [Change::Assessment(id(name)), Change::Finished(id(name))].into_iter().chain(responses)
    });
    Keeper::open(store.clone()).0.keep(&all, &changes.collect::<Vec<_>>());
    let before = store.entries().len();

    assert_eq!(open(&store).record, all);
    let keys: Vec<String> = store.entries().into_keys().collect();
    let of = |name: &str| keys.iter().filter(|key| key.contains(name)).count();
    assert_eq!((before, of("a1"), of("a2")), (13, 3, 1), "{keys:#?}");

    let faulty = FaultyStore::new(&store, Plan::Well);
    assert_eq!(Keeper::open(faulty.clone()).1.record, all);
    assert_eq!(faulty.changes(), [], "once tidied, opening changes nothing");
}

#[test]
fn without_room_to_tidy_everything_stays_in_parts() {
    let (store, record) = lived_in();
    let used = store.entries().iter().map(|(key, text)| key.len() + text.len()).sum::<usize>();
    let tight = store.resized(used);
    assert_eq!(open(&tight).record, record);
    assert_eq!(open(&tight).record, record);
}

/// Every way in which one entry can be cut off, and every byte of it changed in three ways.
fn damages(text: &str) -> impl Iterator<Item = String> {
    let cut = (0..text.len()).map(|end| text.as_bytes()[..end].to_vec());
    let changed = (0..text.len()).flat_map(|at| {
        [1, 2, 16].map(|bit| {
            let mut bytes = text.as_bytes().to_vec();
            bytes[at] ^= bit;
            bytes
        })
    });
    cut.chain(changed).filter_map(|bytes| String::from_utf8(bytes).ok())
}

#[test]
fn damage_to_one_entry_loses_no_more_than_that_entry() {
    let (clean, whole) = {
        let (store, record) = lived_in();
        BROKEN.iter().for_each(|(key, _)| store.remove(key).unwrap());
        (store.entries(), record)
    };
    let ours = clean.keys().filter(|key| key.starts_with("bellwether/1/"));
    let mut tried = 0;
    for key in ours.filter(|key| !key.contains("theme")) {
        for damaged in damages(&clean[key]).filter(|damaged| *damaged != clean[key]) {
            tried += 1;
            let mut entries = clean.clone();
            entries.insert(key.clone(), damaged.clone());
            let (_, loaded) = Keeper::open(MemoryStore::holding(entries));
            let named: Vec<&str> = loaded.lost.iter().map(|lost| lost.key.as_str()).collect();
            // Parts of an assessment whose whole is lost are orphans, and are named as well.
            let of = key.rsplit('/').find(|part| part.starts_with('a') && part.len() == 2);
            let due = |name: &&str| *name == key || of.is_some_and(|of| name.contains(of));
            assert!(named.iter().all(due), "{key} as {damaged}: lost {named:?}");
            assert!(same_but_for(key, loaded.record, &whole), "{key} as {damaged}");
        }
    }
    assert!(tried > 1_000, "{tried}");
}

/// Whether two records are the same but for what is stored under a key.
fn same_but_for(key: &str, mut found: Record, whole: &Record) -> bool {
    let mut whole = whole.clone();
    let parts: Vec<&str> = key.split('/').skip(2).collect();
    for record in [&mut found, &mut whole] {
        match parts[..] {
            ["name"] => record.name = None,
            ["assessment", of] => {
                record.assessments.remove(of);
            }
            [part, of, ..] => {
                let assessment = assessment_of(record, of);
                match part {
                    "position" => assessment.position = None,
                    "finished" => assessment.finished = None,
                    // Set last of all, in both.
                    _ => {
                        let last = at(9_000_000_000_000_000, None);
                        assessment.set_response(parts[2].into(), last);
                    }
                }
            }
            _ => return false,
        }
    }
    found == whole
}

#[test]
fn a_key_that_only_looks_like_one_of_ours_is_left_alone() {
    // Read as ours, it would come back whenever what it holds is deleted under its right key.
    for version in ["01", "+1"] {
        let key = format!("bellwether/{version}/name");
        let store = MemoryStore::holding([(key.clone(), "1 0 w Somebody".to_owned())]);
        let loaded = open(&store);
        assert_eq!((loaded.record, loaded.newer), (Record::default(), true), "{key}");
        assert_eq!(store.entries().len(), 1);
    }
}
