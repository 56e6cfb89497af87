//! Guards what locks are made of: that they are the ciphers that they are said to be, that nothing is
//! sealed twice in the same way, that what is sealed opens in its own place and with its own passphrase
//! only, and that nothing from outside makes opening it panic or ask too much of a device.

use crate::profile_support::{
    EFFORT, NEW, NOW, OLD, RANDOM, contents, is_sealed, made, open, phrase, profiles,
};
use bellwether::profile::{
    Effort, MAX_SEALED_BYTES, PROFILES, ProfileId, Profiles, Randomness, Refusal, open_file,
    seal_file,
};
use bellwether::record::{Fault, MAX_FILE_BYTES, MemoryStore, Store};
use std::collections::BTreeSet;

/// Made with Python 3.11, cryptography 50.0.2 (AESGCM), argon2-cffi 25.1.0 (hash_secret_raw, Type.ID,
/// version 19, parallelism 1) and hashlib.blake2b: the passphrase “café au lait, toujours”, the salt
/// 00…0f, keys 40…7f, of which the second half names, and nonces 64…6f, 01…01 and 02…02. Each line is
/// a key and its text.
const BY_OTHERS: [(&str, &str); 3] = [
    (
        "bellwether-profiles/1/head/pkat",
        r#"25bdbf9f {"version":1,"name":"Adèle","space":"skat","lock":{"memory":64,"passes":2,"salt":"AAECAwQFBgcICQoLDA0ODw==","sealed":"ZGVmZ2hpamtsbW5vaXxrBoqspn2L9hoZHs71WDkHr1oOSROB3tRAnlSDwquz9w9c/IWBIMJAyjwCqpaZ/gK78++OBLYf1GfY55Ep3jDRn3QS8v5a35AD3Hww1es="},"idle":5}"#,
    ),
    (
        "bellwether-profiles/1/sealed/skat/mfSdBq44ocVJwz3wK3LQlQ",
        "AQEBAQEBAQEBAQEB0YDmptVlDeI8Bf6x9E9EuSQXHzSBl1tBa1Hn+7qWlT/HeZTugubpuFxLlh+iMZX5uw==",
    ),
    (
        "bellwether-profiles/1/sealed/skat/Qq2YSsK09swbs5UWS9gKxw",
        "AgICAgICAgICAgICL0z7CNuDEZvigvLc3TzYfVbYKWD+dLMnqqlTsSDLw9qbto5d25LaUoX+9iylCSWv5SjysUZLtYEKj9JMQtVTk1tDL70=",
    ),
];
/// By the same, with the salt c8…d7 and the nonce 00…0b.
const FILE_BY_OTHERS: &str = r#"{"kind":"bellwether-sealed-record","version":1,"lock":{"memory":32,"passes":3,"salt":"yMnKy8zNzs/Q0dLT1NXW1w==","sealed":"AAECAwQFBgcICQoLNscR83uQox96DHKeNfbLdWfSbXWf2FVYDobyQJubEibPcg=="}}"#;
const THEIR_PASSPHRASE: &str = "café au lait, toujours";

fn id(text: &str) -> ProfileId {
    ProfileId::parse(text).unwrap()
}

fn sealed(text: &str, passphrase: &str) -> String {
    seal_file(text, &phrase(passphrase), EFFORT, RANDOM).unwrap()
}

fn of_file(file: &str, passphrase: &str) -> Result<String, Refusal> {
    let opened = open_file(file.as_bytes(), &phrase(passphrase))?;
    Ok(String::from_utf8(opened.to_vec()).unwrap())
}

#[test]
fn what_other_implementations_have_sealed_is_opened() {
    let store = MemoryStore::holding(BY_OTHERS.map(|(key, text)| (key.into(), text.into())));
    let opened = open(&store, &id("pkat"), THEIR_PASSPHRASE).unwrap();
    assert_eq!((&*opened.profile().name, opened.profile().idle), ("Adèle", Some(5)));
    assert_eq!(opened.lost, 0);
    let there: Vec<(String, String)> = contents(&opened.place).into_iter().collect();
    let expected = [
        ("bellwether/1/name", "2000 0 w Adèle"),
        ("bellwether/1/note/one/reflection", "2001 0 w =two\nlines"),
    ];
    assert_eq!(there, expected.map(|(key, text)| (key.to_owned(), text.to_owned())));
    assert_eq!(of_file(FILE_BY_OTHERS, THEIR_PASSPHRASE).as_deref(), Ok("the text of a file"));
}

/// Also whatever resembles it: nothing is told but that it is wrong.
#[test]
fn a_wrong_passphrase_opens_nothing_and_changes_nothing() {
    let store = MemoryStore::new();
    let opened = made(&store, "Ada", Some(OLD));
    opened.place.write("bellwether/1/name", "1 0 w Ada").unwrap();
    let before = store.entries();
    let file = sealed("a text", OLD);
    for wrong in ["", " ", NEW, "An old passphrase", "an old passphrase ", "an old passphras"] {
        let refused = open(&store, &opened.profile().id, wrong).err();
        assert_eq!(refused, Some(Refusal::WrongPassphrase), "{wrong:?}");
        assert_eq!(of_file(&file, wrong), Err(Refusal::WrongPassphrase), "{wrong:?}");
    }
    assert_eq!(store.entries(), before);
    assert_eq!(of_file(&file, OLD).as_deref(), Ok("a text"));
}

#[test]
fn the_same_is_never_sealed_in_the_same_way() {
    let store = MemoryStore::new();
    let mut seen = BTreeSet::new();
    let ada = made(&store, "Ada", Some(OLD));
    let bo = made(&store, "Bo", Some(OLD));
    for place in [&ada.place, &bo.place] {
        for _ in 0..2 {
            place.write("bellwether/1/name", "1 0 w Ada").unwrap();
            seen.extend(sealed_entries(&store));
        }
    }
    // The first text of each gave way to its second.
    assert_eq!((seen.len(), sealed_entries(&store).len()), (4, 2));
    let texts: BTreeSet<&str> = seen.iter().map(|(_, text)| &**text).collect();
    let nonces: BTreeSet<&str> = seen.iter().map(|(_, text)| &text[..16]).collect();
    let names: BTreeSet<&str> =
        seen.iter().map(|(key, _)| key.rsplit('/').next().unwrap()).collect();
    assert_eq!((texts.len(), nonces.len(), names.len()), (4, 4, 2));
    let files: BTreeSet<String> = (0..4).map(|_| sealed("a text", OLD)).collect();
    let salts: BTreeSet<String> = files.iter().map(|file| field(file, "salt")).collect();
    assert_eq!((files.len(), salts.len()), (4, 4));
    let heads = ["salt", "sealed"].map(|name| field(&head_of(&store, &ada.profile().id), name));
    for relocked in 0..2 {
        let set = profiles(&store).set_lock(&ada, Some(&phrase(OLD)), NOW).unwrap();
        let now = ["salt", "sealed"].map(|name| field(&head_of(&store, &set.profile().id), name));
        assert!(now[0] != heads[0] && now[1] != heads[1], "{relocked}");
    }
}

fn sealed_entries(store: &MemoryStore) -> Vec<(String, String)> {
    store.entries().into_iter().filter(|(key, _)| key.contains("/sealed/")).collect()
}

fn head_of(store: &MemoryStore, id: &ProfileId) -> String {
    store.read(&format!("{PROFILES}1/head/{id}")).unwrap().unwrap()
}

/// The text of a field, wherever it stands.
fn field(json: &str, name: &str) -> String {
    let (_, rest) = json.split_once(&format!("\"{name}\":\"")).unwrap();
    rest.split('"').next().unwrap().to_owned()
}

/// Somebody who can write to the store cannot put what is sealed where it means something else.
#[test]
fn what_is_sealed_for_one_place_is_not_opened_in_another() {
    let store = MemoryStore::new();
    let ada = made(&store, "Ada", Some(OLD));
    let bo = made(&store, "Bo", Some(OLD));
    ada.place.write("bellwether/1/response/a1/s1", "1 0 w 4").unwrap();
    ada.place.write("bellwether/1/response/a1/s2", "1 0 w 1").unwrap();
    let [(one, text), (two, _)] = &sealed_entries(&store)[..] else { panic!("two entries") };
    let space_of_bo = field(&head_of(&store, &bo.profile().id), "space");
    let of_bo = format!("{PROFILES}1/sealed/{space_of_bo}/{}", one.rsplit('/').next().unwrap());
    for name in [two.clone(), of_bo, format!("{one}x")] {
        store.write(&name, text).unwrap();
        let owner = if name.contains(&*space_of_bo) { &bo } else { &ada };
        let opened = open(&store, &owner.profile().id, OLD).unwrap();
        assert_eq!(opened.lost, 1, "{name}");
        assert!(store.entries().values().any(|there| there == text), "it is set aside");
        assert_eq!(opened.place.heard(&name, Some(text)), None);
    }
    // Nor the lock of one in the head of another.
    let theirs = head_of(&store, &ada.profile().id);
    store.write(&format!("{PROFILES}1/head/{}", bo.profile().id), &theirs).unwrap();
    let refused = open(&store, &bo.profile().id, OLD).map(|opened| opened.profile());
    assert_eq!(refused.unwrap().name, bo.profile().name, "the copy is what opens it");
    store.write(&format!("{PROFILES}1/head/{}", bo.profile().id), &theirs).unwrap();
    store.write(&format!("{PROFILES}1/copy/{}", bo.profile().id), &theirs).unwrap();
    assert_eq!(open(&store, &bo.profile().id, OLD).err(), Some(Refusal::WrongPassphrase));
}

/// A file with something else in its lock.
fn with(from: &str, to: &str) -> String {
    let changed = FILE_BY_OTHERS.replace(from, to);
    assert_ne!(changed, FILE_BY_OTHERS, "{from}");
    changed
}

#[test]
fn whatever_a_file_says_it_is_refused_and_nothing_more() {
    let damaged = [
        with("\"memory\":32", "\"memory\":0"),
        with("\"memory\":32", "\"memory\":7"),
        with("\"memory\":32", "\"memory\":262145"),
        with("\"memory\":32", "\"memory\":4294967295"),
        with("\"passes\":3", "\"passes\":0"),
        with("\"passes\":3", "\"passes\":17"),
        with("\"passes\":3", "\"passes\":4294967295"),
        with("yMnKy8zNzs/Q0dLT1NXW1w==", ""),
        with("yMnKy8zNzs/Q0dLT1NXW1w==", "yMnKy8zNzs/Q0dLT1NXW1w"),
        with("yMnKy8zNzs/Q0dLT1NXW1w==", "yMnKy8zNzs/Q0dLT1NXW"),
        with("yMnKy8zNzs/Q0dLT1NXW1w==", "yMnKy8zNzs_Q0dLT1NXW1w=="),
        with("yMnKy8zNzs/Q0dLT1NXW1w==", "not base64 at all!"),
    ];
    for file in damaged {
        assert_eq!(of_file(&file, THEIR_PASSPHRASE), Err(Refusal::Damaged), "{file}");
    }
    for text in ["", "AAECAwQFBgcICQoL", "AAECAwQFBgcICQoLNscR", "?", "AAEC AwQF", "AA=="] {
        let start = "AAECAwQFBgcICQoLNscR83uQox96DHKeNfbLdWfSbXWf2FVYDobyQJubEibPcg==";
        assert_eq!(of_file(&with(start, text), THEIR_PASSPHRASE), Err(Refusal::WrongPassphrase));
    }
    for (from, to) in [
        ("bellwether-sealed-record", "bellwether-record"),
        ("\"version\":1", "\"version\":2"),
        ("\"memory\":32", "\"memory\":-1"),
        ("\"memory\":32", "\"memory\":4294967296"),
        ("\"lock\"", "\"look\""),
        ("}}", "}"),
    ] {
        let file = with(from, to);
        assert!(!is_sealed(file.as_bytes()), "{file}");
        assert_eq!(of_file(&file, THEIR_PASSPHRASE), Err(Refusal::Damaged));
    }
}

#[test]
fn a_sealed_file_that_is_cut_off_or_changed_anywhere_does_not_open_as_something_else() {
    let file = FILE_BY_OTHERS.as_bytes();
    for at in 0..file.len() {
        let mut changed = vec![file[..at].to_vec()];
        for bit in [1, 2, 32] {
            let mut bytes = file.to_vec();
            bytes[at] ^= bit;
            changed.push(bytes);
        }
        for bytes in changed {
            // A flipped bit may ask for much more work than a test has time for.
            let asks_for_more =
                bytes.windows(11).any(|part| part.starts_with(b"\"passes\":") && part[9] != b'3');
            if asks_for_more {
                continue;
            }
            let opened = open_file(&bytes, &phrase(THEIR_PASSPHRASE));
            assert!(opened.is_err() || opened.unwrap().as_slice() == b"the text of a file", "{at}");
        }
    }
}

#[test]
fn a_file_as_large_as_a_record_may_be_is_taken_for_one() {
    let text = "a large record ".repeat(10_000);
    assert!(of_file(&sealed(&text, OLD), OLD).as_deref() == Ok(&*text));
    // A nonce, the text and a tag, in Base64.
    let most = (12 + MAX_FILE_BYTES + 16).div_ceil(3) * 4;
    let sealed = field(FILE_BY_OTHERS, "sealed");
    let is_taken = |most: usize| is_sealed(with(&sealed, &"A".repeat(most)).as_bytes());
    assert!(is_taken(most) && !is_taken(most + 1_000));
    // The page looks at the size before it reads a file: what it refuses by that would be refused here too.
    let around = with(&sealed, "").len();
    assert!(is_taken(MAX_SEALED_BYTES - around) && !is_taken(MAX_SEALED_BYTES - around + 1));
}

#[test]
fn without_random_bytes_nothing_is_locked() {
    const NONE: Randomness = Randomness(|_| false);
    let store = MemoryStore::new();
    let ada = made(&store, "Ada", None);
    ada.place.write("bellwether/1/name", "1 0 w Ada").unwrap();
    let before = store.entries();
    let without = Profiles::of(store.clone(), NONE, EFFORT);
    let refused = [
        without.make("Bo".into(), None, false, NOW).err(),
        without.make("Bo".into(), Some(&phrase(OLD)), false, NOW).err(),
        without.set_lock(&ada, Some(&phrase(OLD)), NOW).err(),
        seal_file("a text", &phrase(OLD), EFFORT, NONE).err(),
    ];
    assert_eq!(refused, [Some(Refusal::NoRandomness); 4]);
    assert_eq!(store.entries(), before);
    let locked = made(&store, "Cy", Some(OLD));
    let blind = without.open(&locked.profile().id, &phrase(OLD)).unwrap();
    assert_eq!(blind.place.write("bellwether/1/name", "1 0 w Cy"), Err(Fault::Off));
}

#[test]
fn the_usual_effort_is_what_is_asked_for_and_can_be_opened() {
    let file = seal_file("a text", &phrase(OLD), Effort::USUAL, RANDOM).unwrap();
    assert!(file.contains("\"memory\":32768,\"passes\":3"), "{file}");
    assert_eq!(of_file(&file, OLD).as_deref(), Ok("a text"));
}
