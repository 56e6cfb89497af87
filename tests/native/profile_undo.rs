//! Guards that what was erased or deleted is put back as it was, as a whole or not at all, also where all is
//! full, and that nobody's name is taken by it.

use crate::faulty::{FaultyStore, Plan};
use crate::profile_moving::Move;
use crate::profile_support::{LATER, NEW, NOW, made, profiles, put, used};
use bellwether::profile::wipe;
use bellwether::record::{Fault, MemoryStore, Store};

/// Two profiles, the record of the browser, one of an element, and what is none of ours.
fn full() -> MemoryStore {
    let store = MemoryStore::holding([("another/app".to_owned(), "x".to_owned())]);
    let (_, record) = Move::Make.before();
    for (name, lock) in [("Ada", None), ("Bo", Some(NEW))] {
        put(&made(&store, name, lock).place, &record);
    }
    store.write("bellwether/1/name", "1 0 w Nobody").unwrap();
    store.write("ward/bellwether/1/name", "1 0 w Somebody").unwrap();
    store
}

#[test]
fn what_was_erased_comes_back_as_it_was() {
    let store = full();
    let before = store.entries();
    let wiped = wipe(&store).unwrap();
    assert_eq!(store.entries().into_keys().collect::<Vec<_>>(), ["another/app"]);
    profiles(&store).undo_wipe(&wiped, NOW).unwrap();
    assert_eq!(store.entries(), before);
    // What was entered meanwhile is later.
    let wiped = wipe(&store).unwrap();
    store.write("bellwether/1/name", "2 0 w Cy").unwrap();
    profiles(&store).undo_wipe(&wiped, NOW).unwrap();
    assert_eq!(store.read("bellwether/1/name"), Ok(Some("2 0 w Cy".to_owned())));
    assert_eq!(store.entries().len(), before.len());
}

#[test]
fn undoing_it_brings_everything_or_nothing() {
    let store = full();
    let before = store.entries();
    let wiped = wipe(&store).unwrap();
    let after = store.entries();
    let mut refused = 0;
    for k in 0..200 {
        for fault in [Fault::Off, Fault::Full] {
            let store = MemoryStore::holding(after.clone());
            let faulty = FaultyStore::new(&store, Plan::Once(k, fault));
            if profiles(&faulty).undo_wipe(&wiped, NOW).is_err() {
                refused += 1;
                assert_eq!(store.entries(), after, "{k}, {fault:?}");
                profiles(&store).undo_wipe(&wiped, NOW).unwrap();
            }
            profiles(&store).sweep(LATER).unwrap();
            assert_eq!(store.entries(), before, "{k}, {fault:?}");
        }
    }
    assert!(refused > 40);
    let room = used(&MemoryStore::holding(before.clone()));
    let tight = store.resized(room - 1);
    assert!(profiles(&tight).undo_wipe(&wiped, NOW).is_err());
    assert_eq!(tight.entries(), after);
    let full = store.resized(room);
    profiles(&full).undo_wipe(&wiped, NOW).unwrap();
    assert_eq!(full.entries(), before, "where all was full it has room again");
    let ada = profiles(&full).list().unwrap().profiles.remove(0).id;
    let removed = profiles(&full).delete(&ada).unwrap();
    profiles(&full).put_back(&removed, NOW).unwrap();
    assert_eq!(full.entries(), before);
}

#[test]
fn what_says_something_for_a_moment_only_is_erased_and_does_not_come_back() {
    let store = full();
    for key in ["call-to-let-go", "call-to-lock/x", "making/y"] {
        store.write(&format!("bellwether-profiles/1/{key}"), "now").unwrap();
    }
    let wiped = wipe(&store).unwrap();
    assert_eq!(store.entries().into_keys().collect::<Vec<_>>(), ["another/app"]);
    profiles(&store).undo_wipe(&wiped, NOW).unwrap();
    let is_of_a_moment = |key: &String| key.contains("/call-to-") || key.contains("/making/");
    assert!(!store.entries().keys().any(is_of_a_moment));
}

#[test]
fn two_of_whom_one_has_the_name_that_the_other_would_get_come_back_with_names_of_their_own() {
    let store = MemoryStore::new();
    for name in ["Ada", "Ada 2"] {
        made(&store, name, None);
    }
    let wiped = wipe(&store).unwrap();
    made(&store, "Ada", None);
    profiles(&store).undo_wipe(&wiped, NOW).unwrap();
    let profiles = profiles(&store).list().unwrap().profiles;
    let mut names: Vec<&str> = profiles.iter().map(|profile| &*profile.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), 3, "{names:?}");
}

#[test]
fn a_profile_whose_name_somebody_else_has_by_now_comes_back_with_a_number() {
    let store = full();
    let ada = profiles(&store).list().unwrap().profiles.remove(0);
    let removed = profiles(&store).delete(&ada.id).unwrap();
    made(&store, "ADA", None);
    made(&store, "Ada 2", None);
    profiles(&store).put_back(&removed, NOW).unwrap();
    let profiles = profiles(&store).list().unwrap().profiles;
    let mut names: Vec<String> = profiles.iter().map(|profile| profile.name.to_string()).collect();
    names.sort();
    assert_eq!(names, ["ADA", "Ada 2", "Ada 3", "Bo"]);
    assert!(profiles.iter().any(|profile| profile.id == ada.id && &*profile.name == "Ada 3"));
}
