//! Guards that damage takes no more than what is damaged, of a profile too: heads are there twice and
//! mend themselves, a sealed entry that cannot be opened is named and set aside, and what is left of a
//! move is never put over what is sound.

use crate::faulty::{FaultyStore, Plan};
use crate::profile_moving::{Contents, MOVES, Move, found, opened};
use crate::profile_support::{
    LATER, NOW, OLD, contents, copy_of, made, only, open, profiles, used,
};
use crate::profile_tab::Tab;
use bellwether::profile::{ProfileId, Refusal};
use bellwether::record::{Fault, Kept, MemoryStore, Store, load};

/// A locked profile with a record, and its id.
fn locked() -> (MemoryStore, Contents, ProfileId) {
    let (store, record) = Move::Relock.before();
    let id = only(&store).id;
    (store, record, id)
}

/// Every way in which a text can be cut off, and every byte of it changed in three ways.
fn damages(text: &str) -> impl Iterator<Item = String> {
    let changed = (0..text.len()).flat_map(move |at| {
        let cut = text.as_bytes()[..at].to_vec();
        let changed = [1, 2, 16].map(|bit| {
            let mut bytes = text.as_bytes().to_vec();
            bytes[at] ^= bit;
            bytes
        });
        changed.into_iter().chain([cut])
    });
    changed.filter_map(|bytes| String::from_utf8(bytes).ok())
}

fn keys(store: &MemoryStore, with: &str) -> Vec<String> {
    store.entries().into_keys().filter(|key| key.contains(with)).collect()
}

#[test]
fn a_head_that_is_damaged_anywhere_is_mended_by_its_copy_and_the_other_way_round() {
    for lock in [None, Some(OLD)] {
        let (store, id) = {
            let store = MemoryStore::new();
            let opened = made(&store, "Ada", lock);
            opened.place.write("bellwether/1/name", "1 0 w Ada").unwrap();
            (store, opened.profile().id)
        };
        let [head, copy] = ["/head/", "/copy/"].map(|kind| keys(&store, kind).remove(0));
        let sound = store.entries();
        for (key, other) in [(&head, &copy), (&copy, &head)] {
            for damaged in damages(&sound[key]) {
                store.write(key, &damaged).unwrap();
                assert_eq!(profiles(&store).list().unwrap().damaged, 0);
                profiles(&store).sweep(LATER).unwrap();
                let opened = open(&store, &id, lock.unwrap_or_default());
                assert_eq!(opened.map(|ada| contents(&ada.place).len()).ok(), Some(1), "{damaged}");
                // It is damaged only once at a time, however often.
                assert_eq!(store.entries(), sound, "{damaged} in {key}, and {other} is sound");
            }
        }
    }
}

#[test]
fn a_head_that_is_missing_is_mended_too() {
    let (store, record, id) = locked();
    let sound = store.entries();
    for key in [keys(&store, "/head/"), keys(&store, "/copy/")].concat() {
        store.remove(&key).unwrap();
        assert_eq!(contents(&open(&store, &id, OLD).unwrap().place), record);
        assert_eq!(store.entries(), sound);
    }
}

/// Two heads that can be read and do not agree: whichever is opened, the other stays what it was.
#[test]
fn a_head_that_opens_nothing_does_not_cost_its_copy() {
    let (store, record, id) = locked();
    let bo = made(&store, "Bo", Some(OLD)).profile().id;
    let head = |id: &ProfileId| format!("bellwether-profiles/1/head/{id}");
    let of_bo = store.read(&head(&bo)).unwrap().unwrap();
    store.write(&head(&id), &of_bo).unwrap();
    let before = store.entries();
    for _ in 0..3 {
        assert_eq!(contents(&open(&store, &id, OLD).unwrap().place), record);
        assert_eq!(store.entries(), before);
    }
}

/// Nobody knows which record is theirs then, so none is swept away.
#[test]
fn a_profile_whose_head_is_damaged_twice_is_told_of_and_nothing_is_swept() {
    let (store, _, id) = locked();
    made(&store, "Bo", None);
    for kind in ["/head/", "/copy/"] {
        let key =
            keys(&store, kind).into_iter().find(|key| key.ends_with(&id.to_string())).unwrap();
        store.write(&key, "nonsense").unwrap();
    }
    store.write("bellwether-profiles/1/open/s0/bellwether/1/name", "1 0 w Left").unwrap();
    let before = store.entries();
    let listing = profiles(&store).list().unwrap();
    assert_eq!((listing.profiles.len(), listing.damaged), (1, 1));
    assert_eq!(open(&store, &id, OLD).err(), Some(Refusal::Damaged));
    assert_eq!(profiles(&store).delete(&id).err(), Some(Refusal::Gone));
    profiles(&store).sweep(LATER).unwrap();
    assert_eq!(store.entries(), before);
}

#[test]
fn damage_to_a_sealed_entry_loses_that_entry_alone_and_it_is_set_aside() {
    let (sound, record, id) = locked();
    for key in keys(&sound, "/sealed/") {
        let text = sound.read(&key).unwrap().unwrap();
        for damaged in damages(&text).step_by(5) {
            let store = copy_of(&sound);
            store.write(&key, &damaged).unwrap();
            let opened = open(&store, &id, OLD).unwrap();
            let there = contents(&opened.place);
            assert_eq!((opened.lost, there.len()), (1, record.len() - 1), "{damaged}");
            assert!(there.iter().all(|(key, text)| record.get(key) == Some(text)));
            let aside = format!("bellwether/aside/1/{key}");
            assert_eq!(store.read(&aside), Ok(Some(damaged)));
            assert_eq!(open(&store, &id, OLD).unwrap().lost, 0, "it is not lost again");
        }
    }
}

#[test]
fn without_room_to_set_it_aside_what_is_damaged_stays_and_is_named_each_time() {
    let (store, _, id) = locked();
    let key = keys(&store, "/sealed/").remove(0);
    store.write(&key, "damaged").unwrap();
    let tight = store.resized(used(&store));
    for _ in 0..2 {
        assert_eq!(open(&tight, &id, OLD).unwrap().lost, 1);
        assert_eq!(tight.read(&key), Ok(Some("damaged".to_owned())));
    }
}

/// Damage to what is open already: when the lock is taken off, it is named and set aside, too.
#[test]
fn what_was_damaged_since_it_was_opened_does_not_vanish_with_the_lock() {
    let (sound, record, id) = locked();
    for key in keys(&sound, "/sealed/") {
        for damaged in ["", "damaged"] {
            let store = copy_of(&sound);
            let opened = open(&store, &id, OLD).unwrap();
            store.write(&key, damaged).unwrap();
            let set = profiles(&store).set_lock(&opened, None, NOW).unwrap();
            let there = contents(&set.place);
            assert_eq!((set.lost, there.len()), (1, record.len() - 1));
            assert_eq!(store.read(&format!("bellwether/aside/1/{key}")), Ok(Some(damaged.into())));
        }
    }
}

/// A tab was killed before it had removed all from the old place, and what it left is damaged. What
/// reads as a later answer cannot be told from one; all else must not count.
#[test]
fn what_a_move_has_left_behind_is_never_put_over_what_is_sound() {
    let mut tried = 0;
    for a_move in MOVES {
        let (whole, record) = a_move.before();
        let left = left_behind(a_move, &whole);
        let is_left = |key: &String| left.read(key).unwrap() == whole.read(key).unwrap();
        let old_place = |key: &String| key.contains("/open/") || key.starts_with("bellwether/");
        let before = whole.entries();
        for (key, text) in before.iter().filter(|(key, _)| old_place(key) && is_left(key)) {
            let (_, part) = key.split_at(key.find("bellwether/").unwrap());
            for damaged in damages(text).step_by(3) {
                tried += 1;
                let store = copy_of(&left);
                store.write(key, &damaged).unwrap();
                // A damaged name in the browser's own place may be anybody's, and stays there.
                let there = contents(&opened(&store).unwrap().place);
                if !can_be_read(&record, part, &damaged) {
                    assert_eq!(there, record, "{a_move:?}: {key} as {damaged}");
                }
            }
        }
    }
    assert!(tried > 300, "{tried}");
}

/// A store as a tab leaves it that is killed when the head says already where the record is now.
fn left_behind(a_move: Move, whole: &MemoryStore) -> MemoryStore {
    (0..)
        .map(|k| {
            let store = copy_of(whole);
            let faulty = FaultyStore::new(&store, Plan::Well);
            let _ = a_move.is_done(&faulty, || faulty.plan(Plan::From(k, Fault::Off)));
            store
        })
        .find(|store| {
            let listing = profiles(store).list().unwrap();
            let ada = listing.profiles.first();
            // Opening finishes the move, so it is tried on a copy.
            ada.is_some_and(|ada| is_done(&copy_of(store), &ada.id, a_move))
        })
        .unwrap()
}

fn is_done(store: &MemoryStore, id: &ProfileId, a_move: Move) -> bool {
    let profile = only(store);
    let opens = open(store, id, a_move.passphrase_after()).is_ok();
    opens
        && profile.is_locked() != a_move.passphrase_after().is_empty()
        && match a_move {
            Move::Change => &*profile.name == "Ada B.",
            _ => true,
        }
}

/// Whether an entry of a record can be read as something.
fn can_be_read(record: &Contents, key: &str, text: &str) -> bool {
    let mut entries = record.clone();
    entries.insert(key.to_owned(), text.to_owned());
    let loaded = load(&MemoryStore::holding(entries)).unwrap();
    key.starts_with("bellwether/1/") && loaded.lost.iter().all(|lost| lost.key != key)
}

#[test]
fn the_rest_of_a_move_comes_along_when_it_is_the_later() {
    for a_move in [Move::Make, Move::MakeLocked, Move::Lock] {
        let (whole, mut record) = a_move.before();
        let store = left_behind(a_move, &whole);
        let place =
            keys(&whole, "response/a1/s1").into_iter().find(|key| !key.contains("/2/")).unwrap();
        store.write(&place, "9000 0 w2 2").unwrap();
        record.insert("bellwether/1/response/a1/s1".to_owned(), "9000 0 w2 2".to_owned());
        // However late the next start is.
        profiles(&store).sweep(LATER).unwrap();
        assert_eq!(found(&store), record, "{a_move:?}");
    }
}

/// What somebody else has begun in the browser meanwhile is theirs; in a profile's own place nobody else is.
#[test]
fn what_is_new_in_the_old_place_comes_along_unless_it_may_be_somebody_elses() {
    let new =
        [("bellwether/1/note/two/done", "9000 0 w2 =9000"), ("bellwether/1/name", "9001 0 w2 Bo")];
    for a_move in [Move::Make, Move::MakeLocked, Move::Lock] {
        let (whole, mut record) = a_move.before();
        let store = left_behind(a_move, &whole);
        let old = keys(&whole, "response/a1/s1").into_iter().find(|key| !key.contains("/2/"));
        let old = old.unwrap().replace("bellwether/1/response/a1/s1", "");
        new.iter().for_each(|(key, text)| store.write(&format!("{old}{key}"), text).unwrap());
        if a_move == Move::Lock {
            record.extend(new.map(|(key, text)| (key.to_owned(), text.to_owned())));
        }
        assert_eq!(contents(&opened(&store).unwrap().place), record, "{a_move:?}");
        for (key, text) in new {
            let there = store.read(&format!("{old}{key}")).unwrap();
            assert_eq!(there.as_deref(), Some(text).filter(|_| a_move != Move::Lock), "{a_move:?}");
        }
    }
}

/// Without its head nobody would find what is stored of it, and the next start would sweep it up.
#[test]
fn a_profile_whose_store_was_cleared_while_it_was_open_is_there_again_after_the_next_answer() {
    for lock in [None, Some(OLD)] {
        let mut tab = Tab::new();
        tab.answers_anew("123").makes("Ada", lock, true).opens("#/assessment/*");
        tab.store.clear();
        tab.store.fill(1);
        tab.answers("s4", '1');
        assert_ne!(tab.state.kept, Kept::Stored, "not before its head is");
        tab.answers("s5", '2');
        let record = tab.state.record.clone();
        tab.has(&record, true);
        let mut other = Tab::on(tab.store.for_another_tab(), "w2");
        other.enters("Ada", lock.unwrap_or_default()).has(&record, true);
        tab.restarts().enters("Ada", lock.unwrap_or_default()).has(&record, true);
    }
}
