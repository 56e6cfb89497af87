//! Guards that nothing is lost whatever befalls: some tabs on one store, in which somebody does what
//! chance has them do while tabs are killed, storage is full, off, cleared or damaged, clocks are
//! set and tabs hear of each other late. Every run follows from its seed, which is told when it
//! fails; `SIMULATION_SEED=7 cargo test … simulation` has only the run of that seed.

use crate::simulation_perils::Perils;
use crate::simulation_store::Chance;
use crate::simulation_tab::stamps;
use crate::simulation_world::World;
use bellwether::record::{Keeper, Loaded, MemoryStore, load};
use std::collections::BTreeMap;

/// How many things happen in a run, besides that tabs hear of each other.
const STEPS: usize = 30;

/// Tells the seed of a run that fails.
struct Seed(u64);

impl Drop for Seed {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("this was the run of SIMULATION_SEED={}", self.0);
        }
    }
}

/// Has so many runs, or the one that is asked for.
fn runs(number: u64, run: impl Fn(Chance)) {
    let asked = std::env::var("SIMULATION_SEED").ok().map(|seed| seed.parse().unwrap());
    for seed in asked.map_or(0..number, |seed| seed..seed + 1) {
        let seed = Seed(seed);
        run(Chance::of(seed.0));
    }
}

/// Once all tabs live, storage works and all have heard of everything, the record is the same in
/// every tab and in what another start would find. That what was said to be stored is found by every
/// tab that opens, that what is set is set, and that tabs do not answer each other without end is
/// checked on the way.
#[test]
fn tabs_and_store_agree_in_the_end_and_keep_what_they_said_they_had_stored() {
    runs(2_000, |mut chance| {
        let perils = Perils::harmless(&mut chance);
        let mut world = World::new(chance, perils);
        world.goes_on(STEPS);
        world.merges_in_any_order();
        world.comes_to_rest();
        all_agree(&world);
        world.merges_in_any_order();
    });
}

fn all_agree(world: &World) {
    let (_, found) = world.found();
    assert_eq!(found.lost, [], "something is said to be lost");
    for tab in &world.tabs {
        let (here, there) = (stamps(&tab.state.record), stamps(&found.record));
        let other = |key: &&String| here.get(*key) != there.get(*key);
        let other: Vec<_> = here.keys().chain(there.keys()).filter(other).collect();
        assert!(other.is_empty(), "w{} and the store differ on {other:?}", tab.writer);
        assert_eq!(tab.state.record, found.record, "the same stamps, but not the same values");
    }
}

/// As above, with deletions, while tabs are killed and clocks are set.
#[test]
fn tabs_and_store_agree_on_what_is_deleted() {
    runs(1_000, |mut chance| {
        let [kills, clock] = [(); 2].map(|()| chance.once_in(2));
        let perils = Perils { kills, clock, deletes: true, ..Perils::default() };
        let mut world = World::new(chance, perils);
        world.goes_on(STEPS);
        world.comes_to_rest();
        all_agree(&world);
    });
}

/// Deletions among all that can happen: nothing is said to be lost afterwards. What a tab could not
/// store, or had not heard of, when another deleted the assessment and brought it back, it may show
/// only after a new start.
#[test]
fn a_deletion_amid_other_faults_leaves_nothing_half() {
    runs(1_000, |mut chance| {
        let perils = Perils { deletes: true, ..Perils::harmless(&mut chance) };
        let mut world = World::new(chance, perils);
        world.goes_on(STEPS);
        world.comes_to_rest();
        assert_eq!(world.found().1.lost, [], "something is said to be lost");
    });
}

/// Whatever is deleted, cleared or damaged meanwhile, the app goes on, and tabs come to rest.
#[test]
fn nothing_that_befalls_stops_the_app() {
    runs(1_000, |mut chance| {
        let [deletes, clears, damages] = [(); 3].map(|()| chance.once_in(2));
        let harmless = Perils::harmless(&mut chance);
        let mut world = World::new(chance, Perils { deletes, clears, damages, ..harmless });
        world.goes_on(STEPS);
        world.comes_to_rest();
    });
}

/// What a start finds in a damaged store is the whole record but for the parts that it names: what
/// the sound entries hold is there, every damaged entry is either named and kept as it was found, or
/// can still be read, and nothing else is named or other than it was.
#[test]
fn damage_takes_only_what_is_damaged_and_that_is_named() {
    runs(1_000, |mut chance| {
        let perils = Perils::harmless(&mut chance);
        let mut world = World::new(chance, perils);
        world.goes_on(STEPS);
        world.comes_to_rest();
        let mut damaged = BTreeMap::new();
        for _ in 0..=world.chance.below(4) {
            damaged.extend(world.store.damage(&mut world.chance));
        }
        let mut sound = world.store.entries();
        sound.retain(|key, _| !damaged.contains_key(key));
        let sound = load(&MemoryStore::holding(sound)).unwrap();
        let (store, found) = world.found();
        only_the_damaged_is_lost(&damaged, &sound, &found);
        what_is_lost_is_set_aside(&damaged, &store, &found);
    });
}

fn only_the_damaged_is_lost(damaged: &BTreeMap<String, String>, sound: &Loaded, found: &Loaded) {
    let is_hit = |key: &str| damaged.contains_key(key) || damaged.contains_key(&whole_of(key));
    for lost in &found.lost {
        assert!(is_hit(&lost.key), "{} is named, and was not damaged: {damaged:#?}", lost.key);
    }
    let (held, there) = (stamps(&sound.record), stamps(&found.record));
    for (part, stamp) in &held {
        let same = there.get(part) == Some(stamp);
        let later = is_hit(part) && there.get(part) > Some(stamp);
        assert!(same || later, "{part} is gone or other than it was: {damaged:#?}");
    }
    for part in there.keys().filter(|part| !held.contains_key(*part)) {
        assert!(is_hit(part), "{part} came from nowhere: {damaged:#?}");
    }
    for key in damaged.keys() {
        let is_named = found.lost.iter().any(|lost| lost.key == *key);
        assert!(is_named || there.contains_key(key), "{key} is gone and not named");
    }
}

/// The key of the whole assessment that a key holds a part of.
fn whole_of(key: &str) -> String {
    let id = key.split('/').nth(3).unwrap_or_default();
    format!("bellwether/1/assessment/{id}")
}

fn what_is_lost_is_set_aside(
    damaged: &BTreeMap<String, String>,
    store: &MemoryStore,
    found: &Loaded,
) {
    let there = store.entries();
    for lost in &found.lost {
        let aside = there.get(&format!("bellwether/aside/1/{}", lost.key));
        let text = damaged.get(&lost.key);
        assert!(aside.is_some() && (text.is_none() || aside == text), "{} is gone", lost.key);
    }
    let (_, again) = Keeper::open(MemoryStore::holding(there));
    assert_eq!((again.record, again.lost), (found.record.clone(), vec![]), "it is lost again");
}
