//! Profiles as they are stored, and files that are locked: whatever is there, it is opened or refused, and
//! nothing is removed that is not ours, nor anything by what is refused.

#![no_main]
#![forbid(unsafe_code)]

use bellwether::profile::{
    Effort, Listing, PROFILES, Passphrase, Place, Profile, ProfileId, Profiles, Randomness,
    open_file, record_taken_by, sealed_file, wipe,
};
use bellwether::record::{Keeper, MemoryStore, Store, load};
use bellwether::time::Timestamp;
use bellwether_fuzz::{entries, text};
use libfuzzer_sys::fuzz_target;
use serde_json::Value;
use std::collections::BTreeMap;

type Entries = BTreeMap<String, String>;

/// The passphrases that are tried: the second is that of what is in the corpus.
const PASSPHRASES: [&str; 2] = ["", "café au lait, toujours"];
const NOW: Timestamp = Timestamp(1_795_330_000_000);

fuzz_target!(|data: &[u8]| {
    let (stored, heard) = entries::read(&text(data));
    let before: Entries =
        entries::present(stored).map(|(key, text)| (key, bounded(&text))).collect();
    let all = profiles(&MemoryStore::holding(before.clone()));
    let listing = all.list().expect("it can be read");
    assert_eq!(all.store().entries(), before);
    for (key, text) in &heard {
        record_taken_by(key, text.as_deref());
        file(text.as_deref().unwrap_or_default());
    }
    for id in listing.profiles.iter().map(|profile| &profile.id) {
        for passphrase in PASSPHRASES {
            open(&before, id, &Passphrase::new(passphrase.to_owned()), &heard);
        }
        delete(&before, id);
    }
    sweep(&before);
    everything(&before);
});

fn profiles(store: &MemoryStore) -> Profiles<MemoryStore> {
    let randomness = Randomness(|bytes| {
        bytes.fill(7);
        true
    });
    Profiles::of(store.clone(), randomness, Effort { memory: 8, passes: 1 })
}

/// A head, or a file, that asks for no more work than there is time for here. One without a check gets
/// the right one.
fn bounded(text: &str) -> String {
    let (check, json) = match text.split_once(' ') {
        Some((check, json)) if !check.starts_with('{') => (Some(check), json),
        _ => (None, text),
    };
    let Ok(mut head) = serde_json::from_str::<Value>(json) else { return text.to_owned() };
    if head.get("space").is_none() && head.get("lock").is_none() {
        return text.to_owned();
    }
    for (name, most) in [("memory", 64), ("passes", 3)] {
        if let Some(number) = head.pointer_mut(&format!("/lock/{name}"))
            && number.as_u64().is_some_and(|number| number > most)
        {
            *number = most.into();
        }
    }
    let json = head.to_string();
    let step = |sum: u32, byte: u8| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    let right = || format!("{:08x}", json.bytes().fold(0x811c_9dc5, step));
    if head.get("kind").is_some() {
        json
    } else {
        format!("{} {json}", check.map_or_else(right, str::to_owned))
    }
}

fn file(text: &str) {
    let file = bounded(text).into_bytes();
    for passphrase in PASSPHRASES {
        let opened = open_file(&file, &Passphrase::new(passphrase.to_owned()));
        assert!(opened.is_err() || sealed_file(&file) == Some(Ok(())));
    }
}

/// What is neither of a profile nor of a record is never touched.
fn others_are_untouched(before: &Entries, after: &Entries) {
    let is_ours = |key: &str| key.starts_with(PROFILES) || key.starts_with("bellwether/");
    for (key, text) in before.iter().filter(|(key, _)| !is_ours(key)) {
        assert_eq!(after.get(key), Some(text), "{key} is not ours to change");
    }
}

fn open(before: &Entries, id: &ProfileId, passphrase: &Passphrase, heard: &[entries::Entry]) {
    let store = MemoryStore::holding(before.clone());
    let Ok(mut opened) = profiles(&store).open(id, passphrase) else {
        assert_eq!(store.entries(), *before, "what is refused changes something");
        return;
    };
    others_are_untouched(before, &store.entries());
    let record = load(&opened.place).expect("it can be read").record;
    let (_, loaded) = Keeper::open(opened.place.clone());
    assert_eq!(loaded.record, record);
    let again = profiles(&store).open(id, passphrase).expect("it opens again");
    assert_eq!((again.lost, again.profile()), (0, opened.profile()));
    assert_eq!(load(&again.place).expect("it can be read").record, record);
    for (key, text) in heard {
        let _ = opened.place.heard(key, text.as_deref());
        let _ = opened.told(&store, key, text.as_deref());
        let _ = opened.takes_along(key, text.clone().unwrap_or_default());
    }
    others_are_untouched(before, &store.entries());
}

fn delete(before: &Entries, id: &ProfileId) {
    let store = MemoryStore::holding(before.clone());
    let removed = profiles(&store).delete(id).expect("it is listed, so it can be deleted");
    let after = store.entries();
    others_are_untouched(before, &after);
    assert!(profiles(&store).delete(id).is_err(), "it is gone");
    assert!(after.iter().all(|(key, text)| before.get(key) == Some(text)));
    let used: usize = after.iter().map(|(key, text)| key.len() + text.len()).sum();
    assert!(profiles(&store.resized(used)).put_back(&removed, NOW).is_err());
    assert_eq!(store.entries(), without_marks(&after, &store), "what is refused changes something");
    let is_named_alone = |listing: Listing| {
        let named = |one: &&Profile| one.name.to_lowercase() == removed.name.to_lowercase();
        !listing.profiles.iter().any(|one| named(&one))
    };
    let is_named_alone = profiles(&store).list().is_ok_and(is_named_alone);
    profiles(&store).put_back(&removed, NOW).expect("there is room");
    // Where another has its name, it comes back with a number.
    if is_named_alone {
        assert_eq!(store.entries(), without_marks(before, &store));
    }
}

/// Without what says something for a moment only, where that is gone.
fn without_marks(entries: &Entries, store: &MemoryStore) -> Entries {
    let mut entries = entries.clone();
    let of_a_moment = ["making/", "call-to-"].map(|what| format!("bellwether-profiles/1/{what}"));
    let is_mark = |key: &String| of_a_moment.iter().any(|start| key.starts_with(start));
    entries.retain(|key, _| !is_mark(key) || store.entries().contains_key(key));
    entries
}

/// Nothing goes that somebody could still open, nor anything of the browser's.
fn sweep(before: &Entries) {
    let store = MemoryStore::holding(before.clone());
    profiles(&store).sweep(NOW).expect("it can be changed");
    others_are_untouched(before, &store.entries());
    let of_browser = |entries: &Entries| {
        let store = MemoryStore::holding(entries.clone());
        load(&Place::of_browser(store)).expect("it can be read").record
    };
    assert_eq!(of_browser(&store.entries()), of_browser(before));
    let listed = |store: &MemoryStore| profiles(store).list().expect("it can be read");
    let there = MemoryStore::holding(before.clone());
    assert_eq!(listed(&store), listed(&there));
    for id in listed(&there).profiles.iter().map(|profile| &profile.id) {
        for passphrase in PASSPHRASES.map(|text| Passphrase::new(text.to_owned())) {
            let record = |entries: &Entries| {
                let store = MemoryStore::holding(entries.clone());
                let opened = profiles(&store).open(id, &passphrase).ok()?;
                load(&opened.place).ok().map(|loaded| loaded.record)
            };
            assert_eq!(record(&store.entries()), record(before));
        }
    }
}

fn everything(before: &Entries) {
    let store = MemoryStore::holding(before.clone());
    let wiped = wipe(&store).expect("it can be changed");
    let after = store.entries();
    assert!(after.keys().all(|key| !key.starts_with(PROFILES)));
    for (key, text) in before.iter().filter(|(key, _)| !key.contains("bellwether")) {
        assert_eq!(after.get(key), Some(text), "{key} is not ours to erase");
    }
    assert!(profiles(&store).list().is_ok_and(|listing| listing.profiles.is_empty()));
    assert!(!store.keys().unwrap_or_default().iter().any(|key| key.starts_with("bellwether/1/")));
    profiles(&store).undo_wipe(&wiped, NOW).expect("there is room");
    assert_eq!(store.entries(), without_marks(before, &store));
}
