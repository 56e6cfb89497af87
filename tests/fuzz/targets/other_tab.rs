//! What another tab has stored: taken in one by one it comes to the same as read together.

#![no_main]
#![forbid(unsafe_code)]

use bellwether::app::{Action, apply};
use bellwether::record::{MemoryStore, Record, load, read_one};
use bellwether_fuzz::{entries, records, text};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let (stored, heard) = entries::read(&text(data));
    let store = MemoryStore::holding(entries::present(stored));
    let mut record = load(&store).expect("it can be read").record;

    // Told of all that is stored, a new tab has the same, and this one nothing new.
    let mut new = Record::default();
    for (key, text) in store.entries() {
        read_one(&mut new, &key, Some(&text));
        let before = record.clone();
        read_one(&mut record, &key, Some(&text));
        assert_eq!(record, before, "{key}");
    }
    assert_eq!(new, record);

    let mut state = records::begun(record.clone());
    for (key, text) in heard {
        let changed = read_one(&mut record, &key, text.as_deref());
        assert!(changed.is_none() || key.contains(changed.as_ref().map_or("", |id| id.as_str())));
        apply(&mut state, Action::StoredElsewhere { key, text }, records::NOW);
    }
    assert_eq!(state.record, record);
    records::hold(&record);
});
