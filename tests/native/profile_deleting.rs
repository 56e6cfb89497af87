//! Guards that deleting a profile takes that profile alone, that putting it back brings all of it, that
//! sweeping takes only what nobody has any more, and that erasing goes on where it stopped; with the tab
//! killed or the store failing at any call, and other tabs sweeping meanwhile.

use crate::faulty::{FaultyStore, Plan};
use crate::profile_moving::{Contents, Move};
use crate::profile_support::{
    LATER, NEW, NOW, OLD, SharedWithAnother, contents, copy_of, made, open, profiles, put, used,
};
use bellwether::profile::{ProfileId, Refusal, Removed, wipe};
use bellwether::record::{Fault, MemoryStore, Store};

/// Two people, and what is in the record of each.
fn two(lock: Option<&str>) -> (MemoryStore, ProfileId, Contents) {
    let store = MemoryStore::holding([("another/app".to_owned(), "x".to_owned())]);
    let (_, record) = Move::Make.before();
    let [ada, bo] = [("Ada", lock), ("Bo", Some(NEW))].map(|(name, lock)| made(&store, name, lock));
    put(&ada.place, &record);
    put(&bo.place, &record);
    store.write("bellwether/1/name", "1 0 w Nobody").unwrap();
    (store, ada.profile().id, record)
}

fn there(store: &MemoryStore, id: &ProfileId, with: &str) -> Option<Contents> {
    open(store, id, with).ok().map(|opened| contents(&opened.place))
}

/// Bo, and what belongs to nobody, are as they were.
fn others_are_untouched(store: &MemoryStore, record: &Contents, told: &str) {
    let bo = profiles(store).list().unwrap().profiles.pop().unwrap();
    assert_eq!((&*bo.name, there(store, &bo.id, NEW).as_ref()), ("Bo", Some(record)), "{told}");
    assert_eq!(store.read("another/app"), Ok(Some("x".to_owned())));
    assert_eq!(store.read("bellwether/1/name"), Ok(Some("1 0 w Nobody".to_owned())));
}

fn deleted(lock: Option<&str>) -> (MemoryStore, Removed, ProfileId, Contents) {
    let (store, ada, record) = two(lock);
    let removed = profiles(&store).delete(&ada).unwrap();
    (store, removed, ada, record)
}

#[test]
fn what_is_deleted_is_gone_and_comes_back_as_it_was() {
    for lock in [None, Some(OLD)] {
        let (store, ada, record) = two(lock);
        let before = store.entries();
        let removed = profiles(&store).delete(&ada).unwrap();
        assert_eq!(&*removed.name, "Ada");
        assert_eq!(profiles(&store).delete(&ada).err(), Some(Refusal::Gone));
        assert_eq!(open(&store, &ada, OLD).err(), Some(Refusal::Gone));
        // Two heads, and a record.
        assert_eq!(store.entries().len(), before.len() - 2 - record.len());
        others_are_untouched(&store, &record, "deleted");
        profiles(&store).put_back(&removed, NOW).unwrap();
        assert_eq!(store.entries(), before);
    }
}

#[test]
fn a_deletion_that_is_cut_short_anywhere_took_the_profile_or_left_it_whole() {
    for lock in [None, Some(OLD)] {
        for k in 0..60 {
            for plan in [Plan::From(k, Fault::Off), Plan::Once(k, Fault::Off)] {
                let (store, ada, record) = two(lock);
                let done = profiles(&FaultyStore::new(&store, plan)).delete(&ada);
                profiles(&store).sweep(NOW).unwrap();
                let found = there(&store, &ada, OLD);
                let told = format!("{plan:?}: {:?}", done.as_ref().err());
                assert!(found.is_none() || found.as_ref() == Some(&record), "{told}");
                assert!(done.is_err() || found.is_none(), "{told}");
                if found.is_none() {
                    assert!(profiles(&store).list().unwrap().profiles.len() == 1, "{told}");
                    assert_eq!(store.entries().len(), 2 + 2 + record.len(), "{told}: some is left");
                }
                others_are_untouched(&store, &record, &told);
            }
        }
    }
}

#[test]
fn putting_back_brings_all_of_it_or_nothing() {
    for lock in [None, Some(OLD)] {
        for k in 0..30 {
            for plan in
                [Plan::From(k, Fault::Off), Plan::Once(k, Fault::Off), Plan::Once(k, Fault::Full)]
            {
                let (store, removed, ada, record) = deleted(lock);
                let before = store.entries();
                let done = profiles(&FaultyStore::new(&store, plan)).put_back(&removed, NOW);
                let told = format!("{plan:?}: {done:?}");
                if done.is_err() && matches!(plan, Plan::Once(..)) {
                    assert_eq!(store.entries(), before, "{told}");
                }
                // Another tab starts, now and much later.
                for sweeps_at in [NOW, LATER] {
                    profiles(&store).sweep(sweeps_at).unwrap();
                    let found = there(&store, &ada, OLD);
                    assert!(found.is_none() || found.as_ref() == Some(&record), "{told}");
                    assert_eq!(found.is_some(), found.is_some() || done.is_ok(), "{told}");
                }
                others_are_untouched(&store, &record, &told);
                profiles(&store).put_back(&removed, LATER).unwrap();
                assert_eq!(there(&store, &ada, OLD), Some(record), "{told}: and again");
            }
        }
    }
}

#[test]
fn without_room_nothing_is_put_back_and_nothing_is_left() {
    let (store, removed, ada, record) = deleted(Some(OLD));
    let before = store.entries();
    let mut is_back = false;
    for room in used(&store)..used(&store) + 3_000 {
        let tight = copy_of(&store).resized(room);
        match profiles(&tight).put_back(&removed, NOW) {
            Ok(()) => is_back = true,
            Err(why) => {
                assert_eq!((why, is_back), (Refusal::NotStored(Fault::Full), false));
                assert_eq!(tight.entries(), before, "{room}");
            }
        }
    }
    assert!(is_back);
    profiles(&store).put_back(&removed, NOW).unwrap();
    assert_eq!(there(&store, &ada, OLD), Some(record));
}

#[test]
fn another_tab_that_sweeps_takes_nothing_of_what_is_put_back() {
    for k in 0..60 {
        let (store, removed, ada, record) = deleted(None);
        let shared = SharedWithAnother::new(&store);
        let other = store.clone();
        shared.before(k, move || profiles(&other).sweep(NOW).unwrap());
        profiles(&shared).put_back(&removed, NOW).unwrap();
        assert_eq!(there(&store, &ada, ""), Some(record), "before call {k}");
    }
}

#[test]
fn a_sweep_that_fails_or_is_killed_anywhere_takes_only_what_nobody_has() {
    let left = [
        "bellwether-profiles/1/open/s0/bellwether/1/name",
        "bellwether-profiles/1/sealed/s9/abc",
        "bellwether-profiles/1/making/s9",
        "bellwether-profiles/1/making/s8",
    ];
    let kept = [
        ("bellwether-profiles/1/making/s7", NOW.0.to_string()),
        ("bellwether-profiles/1/open/s7/bellwether/1/name", "1 0 w On its way".to_owned()),
        ("bellwether-profiles/1/what-else", "of a later day".to_owned()),
        ("bellwether-profiles/2/open/s0/x", "of a later version".to_owned()),
    ];
    for k in 0..80 {
        for plan in [Plan::From(k, Fault::Off), Plan::Once(k, Fault::Off)] {
            let (store, ada, record) = two(Some(OLD));
            left.iter().for_each(|key| store.write(key, "1").unwrap());
            kept.iter().for_each(|(key, text)| store.write(key, text).unwrap());
            let _ = profiles(&FaultyStore::new(&store, plan)).sweep(NOW);
            others_are_untouched(&store, &record, &format!("{plan:?}"));
            assert_eq!(there(&store, &ada, OLD).as_ref(), Some(&record), "{plan:?}");
            profiles(&store).sweep(NOW).unwrap();
            let entries = store.entries();
            assert!(left.iter().all(|key| !entries.contains_key(*key)), "{plan:?}: {entries:#?}");
            assert!(kept.iter().all(|(key, text)| entries.get(*key) == Some(text)), "{plan:?}");
        }
    }
}

#[test]
fn erasing_that_is_cut_short_is_said_and_goes_on_with_the_next() {
    for k in 0..20 {
        let (store, _, _) = two(Some(OLD));
        let refused = wipe(&FaultyStore::new(&store, Plan::Once(k, Fault::Off)));
        assert_eq!(refused, Err(Fault::Off));
        wipe(&store).unwrap();
        assert_eq!(store.entries().into_keys().collect::<Vec<_>>(), ["another/app"]);
    }
}

#[test]
fn whoever_is_alone_sweeps_up_too_what_says_that_it_is_being_made() {
    let (store, ada, record) = two(Some(OLD));
    let before = store.entries();
    let left = "bellwether-profiles/1/open/half/bellwether/1/name";
    store.write(left, "1 0 w Ada").unwrap();
    store.write("bellwether-profiles/1/making/half", &NOW.0.to_string()).unwrap();
    profiles(&store).sweep(NOW).unwrap();
    assert!(store.entries().contains_key(left));
    profiles(&store).sweep_alone().unwrap();
    assert_eq!(store.entries(), before);
    assert_eq!(there(&store, &ada, OLD), Some(record));
}
