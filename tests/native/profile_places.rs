//! Guards that people who share a store do not share their records: nobody reads or changes another's,
//! and of a locked record nothing can be read at rest but the profile's name.

use crate::faulty::{id, lived_in};
use crate::profile_support::{NOW, OLD, contents, made, phrase, profiles, put, record_in};
use crate::support::{answer, assessment_of, at};
use bellwether::profile::{Opened, Place, wipe};
use bellwether::record::{Change, Keeper, MemoryStore, Store};
use std::collections::BTreeMap;

/// Words that stand nowhere else.
const SECRETS: [&str; 9] = [
    "Zebedee",
    "quokka",
    "wallaby",
    "platypus",
    "echidna",
    "bandicoot",
    "1234512345123",
    "not-applicable",
    "bellwether/1/",
];

/// A record that has each of the secrets somewhere.
fn telling() -> BTreeMap<String, String> {
    let assessment = concat!(
        r#"{"id":"quokka","framework":"wallaby","framework_version":"1.0.0","form":"full","#,
        r#""started":1234512345123,"responses":["platypus 1234512345123 0 w not-applicable"]}"#
    );
    let entries = [
        ("bellwether/1/name", "1234512345123 0 w Zebedee"),
        ("bellwether/1/assessment/quokka", assessment),
        ("bellwether/1/response/quokka/platypus", "1234512345124 0 w 4"),
        ("bellwether/1/note/echidna/reflection", "1234512345123 0 w =bandicoot"),
    ];
    entries.map(|(key, text)| (key.to_owned(), text.to_owned())).into()
}

/// The secrets that stand anywhere in a store, as they are or in Base64, at any of its three phases.
fn readable(store: &MemoryStore) -> Vec<String> {
    let mut found = Vec::new();
    for (key, text) in store.entries() {
        for secret in SECRETS {
            if [&key, &text]
                .iter()
                .any(|there| there.contains(secret) || has_in_base64(there, secret))
            {
                found.push(format!("{secret} in {key}: {text}"));
            }
        }
    }
    found
}

fn has_in_base64(text: &str, secret: &str) -> bool {
    const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    (0..3).any(|phase| {
        let bytes: Vec<u8> = std::iter::repeat_n(0, phase).chain(secret.bytes()).collect();
        let bits: Vec<u8> =
            bytes.iter().flat_map(|byte| (0..8).rev().map(move |n| byte >> n & 1)).collect();
        let digits = bits
            .chunks_exact(6)
            .map(|six| six.iter().fold(0, |sum, bit| sum << 1 | usize::from(*bit)));
        // The first digits are also of what stands before.
        let digits: String =
            digits.skip(phase + 1).map(|digit| char::from(DIGITS[digit])).collect();
        text.contains(&digits)
    })
}

#[test]
fn the_search_finds_what_is_not_locked() {
    let store = MemoryStore::new();
    put(&made(&store, "Ada", None).place, &telling());
    let found = readable(&store).join("\n");
    assert!(SECRETS.iter().all(|secret| found.contains(secret)), "{found}");
    assert!(
        has_in_base64("TXkgcXVva2thIQ==", "quokka") && !has_in_base64("TXkgcXVva2EhIQ==", "quokka")
    );
}

/// However the record came under the lock, and whatever is done with it there.
#[test]
fn of_a_locked_record_nothing_can_be_read_at_rest() {
    let store = MemoryStore::new();
    let all = profiles(&store);
    let lock = phrase(OLD);
    put(&Place::of_browser(store.clone()), &telling());
    all.make("Taken in".into(), Some(&lock), true, NOW).unwrap();
    put(&made(&store, "Made locked", Some(OLD)).place, &telling());
    let open = made(&store, "Locked later", None);
    put(&open.place, &telling());
    let locked = all.set_lock(&open, Some(&lock), NOW).unwrap();
    assert_eq!(readable(&store), [""; 0]);
    let locked = all.set_lock(&locked, Some(&phrase("another passphrase")), NOW).unwrap();
    let locked = all.change(&locked, "Relocked".into(), 5).unwrap();
    works_on(&locked);
    assert_eq!(readable(&store), [""; 0]);
    let told: Vec<String> =
        all.list().unwrap().profiles.iter().map(|p| p.name.to_string()).collect();
    assert_eq!(told, ["Made locked", "Relocked", "Taken in"]);
    let removed = all.delete(&locked.profile().id).unwrap();
    assert_eq!(readable(&store), [""; 0]);
    all.put_back(&removed, NOW).unwrap();
    all.sweep(NOW).unwrap();
    assert_eq!(readable(&store), [""; 0]);
    assert!(!format!("{locked:?}{removed:?}").contains(OLD));
}

/// Answers, changes and deletes.
fn works_on(opened: &Opened<MemoryStore>) {
    let (mut keeper, loaded) = Keeper::open(opened.place.clone());
    let mut record = loaded.record;
    let quokka = assessment_of(&mut record, "quokka");
    quokka.set_response("platypus".into(), at(1_234_512_345_130, answer('2')));
    keeper.keep(&record, &[Change::Response(id("quokka"), "platypus".into())]);
    let was = record.assessments.remove("quokka").unwrap();
    record.set_deleted(&id("quokka"), at(1_234_512_345_131, true));
    keeper.keep(&record, &[Change::Deleted(Box::new(was))]);
    assert_eq!(record_in(&opened.place), record);
}

/// Also what could not be stored, while it waits in memory for somebody who has left.
#[test]
fn what_waits_for_a_locked_record_is_sealed_already() {
    let store = MemoryStore::new();
    let locked = made(&store, "Ada", Some(OLD));
    for (key, text) in telling() {
        let (name, sealed) = locked.place.as_stored(&key, Some(&text)).unwrap();
        let sealed = sealed.unwrap();
        let held = MemoryStore::holding([(name.clone(), sealed.clone())]);
        assert_eq!(readable(&held), [""; 0]);
        assert_eq!(locked.place.heard(&name, Some(&sealed)), Some((key.clone(), Some(text))));
        let (gone, none) = locked.place.as_stored(&key, None).unwrap();
        assert_eq!((&gone, none), (&name, None));
        assert_eq!(locked.place.heard(&gone, None), Some((key, None)));
    }
}

/// Three people and the browser, each with a record of their own under the same keys.
fn neighbours() -> (MemoryStore, Vec<Place<MemoryStore>>) {
    let (store, _) = lived_in();
    let locked = |name: &str| made(&store, name, Some(OLD)).place;
    let places = vec![
        Place::of_browser(store.clone()),
        made(&store, "Ada", None).place,
        made(&store, "Bo", None).place,
        locked("Cy"),
        locked("Di"),
    ];
    for (number, place) in places.iter().enumerate().skip(1) {
        place.write("bellwether/1/name", &format!("{number} 0 w Person {number}")).unwrap();
        put(
            place,
            &telling()
                .into_iter()
                .skip(number % 2)
                .filter(|(key, _)| !key.ends_with("/name"))
                .collect(),
        );
    }
    (store, places)
}

#[test]
fn nobody_reads_or_changes_the_record_of_another() {
    let (store, places) = neighbours();
    let all = || places.iter().map(contents).collect::<Vec<_>>();
    let before = all();
    for (number, place) in places.iter().enumerate() {
        let alone = before[number].clone();
        drop(Keeper::open(place.clone()));
        place.write("bellwether/1/saved", "5 0 w file").unwrap();
        place.remove("bellwether/1/name").unwrap();
        let after = all();
        for (other, there) in after.iter().enumerate().filter(|(other, _)| *other != number) {
            assert_eq!(*there, before[other], "{number} has changed {other}");
        }
        contents(place).keys().for_each(|key| place.remove(key).unwrap());
        put(place, &alone);
        assert_eq!(all(), before);
    }
    assert_eq!(store.read("another/app"), Ok(Some("x".to_owned())));
}

/// What a tab hears of is of the record that is open in it, and of no other.
#[test]
fn nobody_hears_what_is_stored_for_another() {
    let (store, places) = neighbours();
    for (key, text) in store.entries() {
        let hears = places.iter().filter(|place| place.heard(&key, Some(&text)).is_some()).count();
        let is_of_one =
            key.contains("/open/") || key.contains("/sealed/") || key.starts_with("bellwether/");
        assert_eq!(hears, usize::from(is_of_one), "{key}");
    }
    let nowhere = Place::<MemoryStore>::nowhere();
    assert!(store.entries().keys().all(|key| nowhere.heard(key, Some("1 0 w x")).is_none()));
    assert!(nowhere.write("bellwether/1/name", "1 0 w x").is_err() && nowhere.keys().is_err());
    assert_eq!(nowhere.as_stored("bellwether/1/name", Some("1 0 w x")), None);
}

#[test]
fn wiping_erases_everybody_and_nothing_of_others() {
    let (store, _) = neighbours();
    for key in ["page/bellwether/1/name", "a/b/bellwether/1/saved", "page/bellwether/aside/1/x"] {
        store.write(key, "of an element of ours").unwrap();
    }
    let others = [
        "another/app",
        "bellwether",
        "bellwether/",
        "bellwether/theme/x",
        "my-bellwether/1/x",
        "bellwether-profile/1/x",
        "x/bellwether/theme/1",
        "/",
        "é/bellwether",
        "bellwethers/1/name",
    ];
    others.iter().for_each(|key| store.write(key, "x").unwrap());
    wipe(&store).unwrap();
    let mut left: Vec<&str> = others.to_vec();
    left.sort_unstable();
    assert_eq!(store.entries().into_keys().collect::<Vec<_>>(), left);
}
