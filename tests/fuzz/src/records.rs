//! What is true of every record, wherever it came from.

use bellwether::app::{Action, Effect, Now, State, apply};
use bellwether::assessment::AssessmentId;
use bellwether::learning::progress;
use bellwether::record::{
    Change, Keeper, Kept, Loaded, MemoryStore, Record, from_file, to_file, with_room,
};
use bellwether::time::Timestamp;

/// The moment at which everything here happens.
pub const NOW: Now = Now { time: Timestamp(1_795_330_000_000), random: 42 };

/// Holds a record to what is promised of all.
///
/// # Panics
/// If something is not true of it.
pub fn hold(record: &Record) {
    merges_with_itself(record);
    can_be_stored(record);
    let file = to_file(record, NOW.time);
    let read = from_file(file.as_bytes());
    assert_eq!(read.as_ref(), Ok(&as_in_a_file(record)), "saved as {file}");
    // What pages make of it.
    assert_eq!(record.summaries().len(), record.assessments.len());
    for (about, _) in progress::log(record) {
        assert!(progress::is_done(record, about));
    }
}

fn merges_with_itself(record: &Record) {
    let mut merged = record.clone();
    assert!(merged.merge(record.clone()).is_nothing());
    assert_eq!(merged, *record);
    let mut new = Record::default();
    assert_eq!(new.merge(record.clone()).is_nothing(), record.is_empty());
    assert_eq!(new, as_in_a_file(record));
}

/// What of a record goes into a file: not what was deleted, and not when it was saved.
fn as_in_a_file(record: &Record) -> Record {
    Record { deleted: Default::default(), saved: None, ..record.clone() }
}

fn can_be_stored(record: &Record) {
    let store = MemoryStore::new();
    let (mut keeper, _) = Keeper::open(store.clone());
    keeper.keep(record, &whole(record));
    let (_, loaded) = Keeper::open(store);
    assert_eq!(loaded.lost, []);
    assert_eq!(loaded.record, *record);
}

/// The changes that store all of a record.
fn whole(record: &Record) -> Vec<Change> {
    let assessments = record.assessments.values().map(|one| Change::Assessment(one.id.clone()));
    let notes = record.notes.iter().map(|(key, _)| Change::Note(key.clone()));
    // It stores what is said of an assessment, that it was deleted or that it is back.
    let marks = record.deleted.iter().filter_map(|(id, _)| AssessmentId::parse(id));
    let marks = marks.map(Change::Restored);
    assessments.chain(notes).chain(marks).chain([Change::Name, Change::Saved]).collect()
}

/// Holds a record from a file to the promise that whatever a person changes after it counts, is there
/// at the next start and can be loaded from a file, whatever stamps the file has.
///
/// # Panics
/// If it is not.
pub fn can_be_changed(record: &Record) {
    let store = MemoryStore::new();
    let (mut keeper, _) = Keeper::open(store.clone());
    keeper.keep(record, &whole(record));
    let mut state = begun(record.clone());
    for name in ["Somebody", "Somebody else"] {
        for effect in apply(&mut state, Action::SetName(name.to_owned()), NOW) {
            if let Effect::Keep(changes) = effect {
                keeper.keep(&state.record, &changes);
            }
        }
        assert_eq!(state.record.name(), Some(name));
        let (_, loaded) = Keeper::open(store.clone());
        assert_eq!(loaded.record.name(), Some(name), "it is lost at the next start");
    }
    let later = Timestamp(NOW.time.0 + 1);
    assert!(with_room(state.record, later).is_ok(), "its own file is refused");
}

/// The app with a record.
pub fn begun(record: Record) -> State {
    let loaded = Loaded { record, ..Loaded::default() };
    State::new(loaded, Kept::Stored, "w1")
}
