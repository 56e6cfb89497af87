//! What is stored: all that can be read is, what cannot is named and kept, and nothing else is touched.

#![no_main]
#![forbid(unsafe_code)]

use bellwether::record::{Change, Keeper, MemoryStore, Record, load};
use bellwether_fuzz::{entries, records, text};
use libfuzzer_sys::fuzz_target;
use std::collections::BTreeMap;

fuzz_target!(|data: &[u8]| {
    let before: BTreeMap<String, String> = entries::present(entries::read(&text(data)).0).collect();
    let stored = || MemoryStore::holding(before.clone());
    let loaded = load(&stored()).expect("it can be read");
    records::hold(&loaded.record);

    let store = stored();
    let (mut keeper, opened) = Keeper::open(store.clone());
    assert_eq!((&opened.record, &opened.lost), (&loaded.record, &loaded.lost));
    let after = store.entries();
    for lost in &loaded.lost {
        assert!(!after.contains_key(&lost.key) && !lost.what.is_empty());
        let text = before.get(&lost.key).expect("only what was there can be lost");
        let aside = |(key, kept): (&String, &String)| is_aside(key, &lost.key) && kept == text;
        assert!(after.iter().any(aside), "{} is gone", lost.key);
    }
    for (key, text) in before.iter().filter(|(key, _)| !key.starts_with("bellwether/1/")) {
        assert_eq!(after.get(key), Some(text), "{key} is not ours to change");
    }
    let again = load(&store).expect("it can be read");
    assert_eq!((again.record, again.lost), (loaded.record.clone(), Vec::new()));

    full(&before, &loaded.record);

    // What is deleted stays so.
    let mut changes = Vec::new();
    for assessment in loaded.record.assessments.values() {
        changes.push(Change::Deleted(Box::new(assessment.clone())));
    }
    let left = Record { assessments: Default::default(), ..loaded.record };
    keeper.keep(&left, &changes);
    let again = load(&store).expect("it can be read");
    assert_eq!((again.record, again.lost), (left, Vec::new()));
});

/// Whether a key is that of something set aside.
fn is_aside(key: &str, of: &str) -> bool {
    key.strip_prefix("bellwether/aside/")
        .and_then(|rest| rest.split_once('/'))
        .is_some_and(|(_, rest)| rest == of)
}

/// Without room to set aside or to tidy, all stays that was there.
fn full(before: &BTreeMap<String, String>, record: &Record) {
    let used: usize = before.iter().map(|(key, text)| key.len() + text.len()).sum();
    for room in [0, used, used + 40, used + used / 2] {
        let store = MemoryStore::holding(before.clone()).resized(room);
        let (_, opened) = Keeper::open(store.clone());
        assert_eq!(opened.record, *record);
        assert_eq!(load(&store).map(|loaded| loaded.record).as_ref(), Ok(record));
    }
}
