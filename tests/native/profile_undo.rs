//! Guards that what ends for everybody, erasing all that is stored and forgetting what a guest has
//! entered, can be undone for a moment: as a whole or not at all, and by nobody who comes after.

use crate::faulty::{FaultyStore, Plan};
use crate::profile_flow::ada;
use crate::profile_moving::Move;
use crate::profile_support::{LATER, NEW, NOW, OLD, made, profiles, put, used};
use crate::profile_tab::{Tab, done, in_tab};
use bellwether::app::{Action, Affair, Done, Notice, Undo, WholeNotice};
use bellwether::profile::wipe;
use bellwether::record::{Fault, MemoryStore, Record, Store};

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
    let tight = store.resized(used(&MemoryStore::holding(before)) - 1);
    assert!(profiles(&tight).undo_wipe(&wiped, NOW).is_err());
    assert_eq!(tight.entries(), after);
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

fn told(tab: &Tab) -> Vec<&WholeNotice> {
    let notices = tab.state.notices.iter();
    notices
        .filter_map(|notice| match notice {
            Notice::OfWhole(told) => Some(told),
            _ => None,
        })
        .collect()
}

#[test]
fn whatever_is_done_meanwhile_all_that_was_deleted_can_be_put_back() {
    let (mut tab, _) = ada();
    for name in ["Bo", "Cy"] {
        tab.leaves().makes(name, None, false);
    }
    let deleted = |name: &str| WholeNotice::ProfileDeleted(name.into());
    for name in ["Ada", "Bo"] {
        let id = tab.id(name);
        tab.about(Affair::Delete(id));
        assert_eq!(told(&tab), [&deleted(name)]);
    }
    tab.makes("Dee", None, false).is_in("Dee");
    assert_eq!(told(&tab), [&deleted("Bo"), &WholeNotice::Done(Done::Made)]);
    tab.leaves().about(Affair::PutBack);
    assert_eq!(told(&tab), [&deleted("Ada"), &WholeNotice::Done(Done::Back)]);
    tab.about(Affair::PutBack);
    assert_eq!(told(&tab), [&WholeNotice::Done(Done::Back)]);
    for name in ["Ada", "Bo", "Cy", "Dee"] {
        tab.id(name);
    }
}

#[test]
fn a_person_erases_everything_and_takes_that_back() {
    let (mut tab, record) = ada();
    let before = tab.store.entries();
    tab.about(Affair::Wipe).is_in("Anyone").has(&Record::default(), true);
    assert!(tab.is_undoable && tab.store.entries().is_empty());
    assert_eq!(told(&tab), [&WholeNotice::Erased]);
    tab.store.fill(10);
    tab.about(Affair::Undo).is_in("Anyone");
    assert!(matches!(told(&tab)[..], [WholeNotice::Erased, WholeNotice::Refused(_)]));
    tab.store.mend();
    tab.about(Affair::Undo).is_in("Nobody");
    assert_eq!(told(&tab), [&WholeNotice::Done(Done::Undone)]);
    assert_eq!(tab.store.entries(), before);
    tab.enters("Ada", OLD).is_in("Ada").has(&record, true);
    tab.about(Affair::Undo).is_in("Ada").has(&record, true);
}

#[test]
fn after_its_time_or_when_somebody_comes_in_nothing_is_undone() {
    let ends: [fn(&mut Tab); 3] = [
        |tab| done(tab.about(Affair::UndoIsOver)),
        |tab| done(tab.about(Affair::BeGuest).about(Affair::Forget)),
        |tab| done(tab.makes("Cy", None, false)),
    ];
    for (number, end) in ends.into_iter().enumerate() {
        let (mut tab, _) = ada();
        end(tab.about(Affair::Wipe));
        assert_eq!(tab.state.more.people.undo, None, "{number}");
        let before = tab.store.entries();
        tab.about(Affair::Undo);
        assert_eq!(tab.store.entries(), before, "{number}");
        let still_offers = told(&tab).into_iter().any(|told| *told == WholeNotice::Erased);
        assert!(!still_offers, "{number}");
    }
    let (mut tab, _) = ada();
    tab.about(Affair::Wipe).about(Affair::UndoIsOver);
    assert_eq!(told(&tab), [&WholeNotice::Done(Done::Wiped)]);
}

#[test]
fn what_a_guest_forgot_comes_back_to_a_guest_and_is_stored_nowhere() {
    for has_profiles in [false, true] {
        let (mut tab, stored) = if has_profiles { ada() } else { (Tab::new(), Record::default()) };
        tab.leaves();
        let before = tab.store.entries();
        let door = if has_profiles { "Nobody" } else { "Anyone" };
        tab.about(Affair::BeGuest).about(Affair::Forget).is_in(door);
        assert!(!told(&tab).contains(&&WholeNotice::Forgotten), "there was nothing");
        tab.about(Affair::BeGuest).answers_anew("543");
        let record = tab.state.record.clone();
        tab.about(Affair::Forget).is_in(door).has(&Record::default(), !has_profiles);
        assert_eq!(told(&tab), [&WholeNotice::Forgotten]);
        tab.about(Affair::Undo).is_in("Guest").has(&record, false);
        assert_eq!(told(&tab), [&WholeNotice::Done(Done::Undone)]);
        tab.about(Affair::Forget).about(Affair::UndoIsOver).about(Affair::Undo).is_in(door);
        assert_eq!(told(&tab), [&WholeNotice::Forgotten; 0]);
        tab.about(Affair::BeGuest).answers_anew("1").about(Affair::Forget);
        assert!(matches!(tab.state.more.people.undo, Some(Undo::Forgotten(_))));
        if has_profiles {
            tab.enters("Ada", OLD).is_in("Ada").about(Affair::Undo).is_in("Ada").has(&stored, true);
        }
        assert_eq!(tab.state.more.people.undo.is_none(), has_profiles);
        assert_eq!(tab.store.entries(), before);
    }
}

#[test]
fn another_tab_without_a_profile_lets_go_of_the_name_and_all_notes_too() {
    let first = Tab::new();
    let second = Tab::on(first.store.for_another_tab(), "w2");
    let mut tabs = [first, second];
    in_tab(&mut tabs, 0, |tab| {
        done(tab.answers_anew("12").does(Action::SetName("Ada".into())));
    });
    assert_eq!(tabs[1].state.record.name(), Some("Ada"));
    let before = tabs[0].store.entries();
    in_tab(&mut tabs, 0, |tab| done(tab.about(Affair::Wipe)));
    for tab in &mut tabs {
        tab.is_in("Anyone").has(&Record::default(), true);
    }
    in_tab(&mut tabs, 0, |tab| done(tab.about(Affair::Undo)));
    assert_eq!(tabs[0].store.entries(), before);
    assert_eq!(tabs[1].state.record, tabs[0].state.record, "and hears of it when it is back");
}
