//! Guards the form in which a record is stored and saved. What the first version wrote is under
//! tests/fixtures/records for ever and has to stay readable; whatever else comes is refused with a
//! reason, or is exactly a record.

use crate::arbitrary::any_record;
use crate::faulty::{FaultyStore, Plan};
use crate::support::{answer, cases, fixture, record};
use bellwether::assessment::{Assessment, AssessmentId, Form, FrameworkRef};
use bellwether::record::{
    Keeper, MAX_FILE_BYTES, MemoryStore, Record, file_name, from_file, load, to_file,
};
use bellwether::time::{Stamp, Stamped, Timestamp};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// What both fixtures hold.
fn expected() -> Record {
    let begun = |id: &str, framework: &str, version: &str, form, started| {
        let of = FrameworkRef { id: framework.into(), version: version.into(), builds_on: None };
        Assessment::new(AssessmentId::parse(id).unwrap(), of, form, Timestamp(started))
    };
    let product = "clinical-leadership";
    let mut short =
        begun("a1a201ce2400-0000002a", product, "1.0.0", Form::Short, 1_795_330_000_000);
    let end = Timestamp(1_795_330_180_000);
    short.set_finished(set(Some(end), 1_795_330_180_000, 0, "w1f"));
    short.set_position(set("evaluating-impact".into(), 1_795_330_170_000, 0, "w1f"));
    short.set_response("self-awareness-1".into(), set(answer('4'), 1_795_330_010_000, 0, "w1f"));
    short.set_response("planning-2".into(), set(answer('-'), 1_795_330_020_000, 0, "w1f"));

    let mut full = begun("a1a201f00000-deadbeef", product, "1.0.0", Form::Full, 1_795_332_000_000);
    full.set_finished(set(None, 1_795_332_900_000, 1, "w2c"));
    full.set_position(set("planning".into(), 1_795_332_600_000, 3, "w2c"));
    full.set_response("integrity-1".into(), set(answer('1'), 1_795_332_100_000, 0, "w2c"));
    full.set_response("integrity-2".into(), set(answer('.'), 1_795_332_200_000, 7, "w2c"));
    full.set_response("planning-1".into(), set(answer('5'), 1_795_332_500_000, 0, "w1f"));

    let mut all = record([short, full, begun("b", "another", "10.20.30", Form::Full, 0)]);
    all.name = Some(set("Zoë O’Neill-Ångström".into(), 1_795_330_000_000, 2, "w1f"));
    all
}

fn set<T>(value: T, time: u64, count: u32, writer: &str) -> Stamped<T> {
    Stamped { value, stamp: Stamp { time: Timestamp(time), count, writer: writer.into() } }
}

fn stored_v1() -> BTreeMap<String, String> {
    serde_json::from_str(&fixture("records/storage-v1.json")).unwrap()
}

#[test]
fn a_file_of_the_first_version_is_still_read_exactly() {
    assert_eq!(from_file(fixture("records/record-v1.json").as_bytes()), Ok(expected()));
}

#[test]
fn a_file_of_the_second_version_is_still_read_exactly() {
    let mut with_notes = expected();
    let mut note = |key: &str, text: Option<&str>, time, count, writer| {
        with_notes.set_note(key.into(), set(text.map(Into::into), time, count, writer));
    };
    let written = Some("I would ask.\nThen wait, = first.");
    note("speaking-up/case", written, 1_795_330_000_000, 0, "w1f");
    note("speaking-up/done", Some("1795330100000"), 1_795_330_100_000, 0, "w1f");
    note("speaking-up/reflection", None, 1_795_330_200_000, 3, "w2c");
    assert_eq!(from_file(fixture("records/record-v2.json").as_bytes()), Ok(with_notes));
}

#[test]
fn storage_of_the_first_version_is_still_read_exactly() {
    let store = MemoryStore::holding(stored_v1());
    let (_, loaded) = Keeper::open(store);
    assert_eq!(loaded.record, expected());
    assert_eq!(loaded.lost, []);
    assert!(loaded.newer, "something of a newer version is in it");
}

#[test]
fn storage_is_read_without_being_changed_where_the_app_has_broken_down() {
    // It knows nothing but the store, and must not change it.
    let store = FaultyStore::new(&MemoryStore::holding(stored_v1()), Plan::Well);
    let loaded = load(&store).unwrap();
    assert_eq!((loaded.record, store.changes()), (expected(), vec![]));
}

#[test]
fn a_file_is_named_by_its_date() {
    assert_eq!(file_name("2026-11-22"), "bellwether-record-2026-11-22.json");
}

#[test]
fn a_file_cut_off_anywhere_is_refused_with_a_reason() {
    let whole = to_file(&expected(), Timestamp(7));
    for end in 0..whole.len() {
        let problem = from_file(&whole.as_bytes()[..end]).unwrap_err();
        assert!(!problem.what.is_empty() && !problem.remedy.is_empty(), "at {end}");
        if whole.is_char_boundary(end) {
            assert_eq!(problem.what, "it ends in the middle", "at {end}");
        }
    }
}

#[test]
fn a_file_has_room_for_a_thousand_full_assessments() {
    const TRIED: usize = 100;
    let begun = 1_795_330_000_000;
    let full = |number: u64| {
        let id = AssessmentId::new(Timestamp(begun + number), 0xffff_ffff);
        let of = FrameworkRef {
            id: "clinical-leadership".into(),
            version: "1.0.0".into(),
            builds_on: None,
        };
        let mut full = Assessment::new(id, of, Form::Full, Timestamp(begun));
        for statement in 0..80 {
            let to = format!("encouraging-contribution-{statement}");
            full.set_response(to.as_str().into(), set(answer('-'), begun, 0, "w1f00ba4"));
        }
        full
    };
    let record = record((0..TRIED as u64).map(full));
    let file = to_file(&record, Timestamp(7));
    assert_eq!(from_file(file.as_bytes()), Ok(record));
    assert!(file.len() / TRIED * 1_000 < MAX_FILE_BYTES, "one takes {}", file.len() / TRIED);
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn any_record_is_the_same_after_saving_and_loading(record in any_record(), now: u64) {
        prop_assert_eq!(from_file(to_file(&record, Timestamp(now)).as_bytes()), Ok(record));
    }
}

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn a_file_with_bytes_changed_is_refused_or_still_exactly_a_record(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
    ) {
        let mut bytes = to_file(&expected(), Timestamp(7)).into_bytes();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        check_refused_or_a_record(&bytes)?;
    }

    #[test]
    fn arbitrary_bytes_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(from_file(&bytes).is_err());
    }

    #[test]
    fn arbitrary_text_in_a_place_of_the_file_is_refused_or_still_exactly_a_record(
        at: prop::sample::Index,
        text in "[\\[\\]{}\":,0-9a-z\\\\.eE+-]{0,12}",
    ) {
        let mut file = fixture("records/record-v1.json");
        let places: Vec<usize> = file.char_indices().map(|(place, _)| place).collect();
        file.insert_str(places[at.index(places.len())], &text);
        check_refused_or_a_record(file.as_bytes())?;
    }
}

/// What is taken can be saved and loaded again, and so is sound in every part.
fn check_refused_or_a_record(bytes: &[u8]) -> Result<(), TestCaseError> {
    match from_file(bytes) {
        Err(problem) => prop_assert!(!problem.what.is_empty() && !problem.remedy.is_empty()),
        Ok(record) => {
            prop_assert_eq!(from_file(to_file(&record, Timestamp(7)).as_bytes()), Ok(record));
        }
    }
    Ok(())
}
