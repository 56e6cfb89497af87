//! Guards that what a person ends, by erasing everything, deleting, or forgetting as a guest, can be undone
//! for as long as is said, as a whole, and by nobody who comes after.

use crate::profile_flow::ada;
use crate::profile_support::OLD;
use crate::profile_tab::{Tab, done, in_tab, twice};
use bellwether::app::{Action, Affair, Done, Notice, Route, UNDO_FOR, WholeNotice};
use bellwether::record::Record;

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

/// Whether or not the page was awake when it should have ended.
#[test]
fn nothing_is_undone_later_than_half_a_minute_after_by_any_clock() {
    let half_a_minute = u64::from(UNDO_FOR);
    for (goes_by, is_undone) in [(half_a_minute - 1_000, true), (half_a_minute, false)] {
        let (mut tab, _) = ada();
        tab.about(Affair::Wipe);
        // Each thing that is done takes a second.
        tab.clock += goes_by - 1_000;
        tab.about(Affair::Undo);
        assert_eq!(tab.store.entries().is_empty(), !is_undone, "{goes_by}");
    }
    let (mut tab, _) = ada();
    tab.about(Affair::Wipe);
    tab.clock -= 3_600_000;
    tab.about(Affair::Undo).is_in("Anyone");
    assert_eq!(told(&tab), [&WholeNotice::Done(Done::Wiped)]);
}

#[test]
fn what_was_in_memory_only_is_there_too_after_everything_was_erased_and_put_back() {
    let (mut tab, _) = ada();
    tab.makes("Bo", None, false).leaves();
    let bo = tab.id("Bo");
    tab.about(Affair::Delete(bo)).enters("Ada", OLD).opens("#/assessment/*");
    tab.store.fill(100);
    tab.answers("s6", '3');
    let record = tab.state.record.clone();
    tab.about(Affair::Wipe).is_in("Anyone");
    tab.store.mend();
    tab.about(Affair::Undo).enters("Ada", OLD).has(&record, true);
    tab.about(Affair::PutBack);
    assert!(tab.state.more.people.listing.profiles.iter().any(|one| &*one.name == "Bo"));

    let (mut tab, _) = ada();
    tab.leaves().about(Affair::BeGuest).answers_anew("54");
    let record = tab.state.record.clone();
    tab.about(Affair::Wipe).is_in("Anyone").about(Affair::Undo).is_in("Guest").has(&record, false);
}

#[test]
fn what_waits_of_a_profile_comes_back_with_it_when_it_was_deleted() {
    for lock in [None, Some(OLD)] {
        let mut tab = Tab::new();
        tab.answers_anew("123").makes("Ada", lock, true).opens("#/assessment/*");
        tab.store.fill(100);
        tab.answers("s6", '3');
        let record = tab.state.record.clone();
        tab.store.mend();
        let ada = tab.id("Ada");
        tab.about(Affair::Delete(ada)).about(Affair::PutBack);
        tab.enters("Ada", lock.unwrap_or_default()).has(&record, true);
    }
}

#[test]
fn what_another_tab_had_deleted_before_everything_was_erased_is_gone_there_too() {
    for is_guest in [false, true] {
        let (first, _) = ada();
        let second = Tab::on(first.store.for_another_tab(), "w2");
        let mut tabs = [first, second];
        let ada = tabs[1].id("Ada");
        in_tab(&mut tabs, 1, |tab| {
            tab.about(Affair::Delete(ada));
            if is_guest {
                tab.about(Affair::BeGuest).answers_anew("2");
            }
        });
        let guests = tabs[1].state.record.clone();
        in_tab(&mut tabs, 0, |tab| done(tab.about(Affair::Wipe)));
        in_tab(&mut tabs, 1, |tab| done(tab.about(Affair::PutBack)));
        assert!(tabs[1].store.entries().is_empty());
        assert_eq!(tabs[1].state.record, guests, "a guest had nothing stored");
    }
}

#[test]
fn an_assessment_that_was_deleted_comes_back_also_after_the_record_was_locked() {
    let mut tab = Tab::new();
    tab.answers_anew("123");
    let before = tab.state.record.assessments.clone();
    let id = tab.state.record.summaries()[0].id.clone();
    tab.does(Action::Delete(id)).makes("Ada", None, true).about(Affair::Lock(twice(OLD)));
    assert!(tab.state.record.assessments.is_empty());
    tab.does(Action::Undelete);
    assert_eq!(tab.state.record.assessments, before);
    tab.leaves().enters("Ada", OLD);
    assert_eq!(tab.state.record.assessments, before);
    assert!(tab.state.deleted.is_empty());
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
        assert!(!tab.state.more.people.can_undo, "{number}");
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
        assert!(tab.state.more.people.can_undo);
        if has_profiles {
            tab.enters("Ada", OLD).is_in("Ada").about(Affair::Undo).is_in("Ada").has(&stored, true);
        }
        assert_eq!(tab.state.more.people.can_undo, !has_profiles);
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

/// Whoever is there next finds neither the page that somebody was on, nor that they were.
#[test]
fn whoever_comes_after_somebody_begins_at_the_start() {
    const PAGE: &str = "#/learn/session/listening/7";
    let mut tab = Tab::new();
    tab.about(Affair::BeGuest).opens(PAGE).about(Affair::BeAway).is_in("Anyone");
    assert_eq!(tab.state.route, Route::Start);
    assert_eq!(tab.store.entries(), [].into());
    for ends in [Affair::Forget, Affair::Leave] {
        tab.about(Affair::BeGuest).opens(PAGE).about(ends).is_in("Anyone");
        assert_eq!(tab.state.route, Route::Start);
    }

    let ends: [fn(&mut Tab); 2] = [
        |tab| {
            let ada = tab.id("Ada");
            done(tab.about(Affair::Delete(ada)));
        },
        |tab| done(tab.about(Affair::Wipe)),
    ];
    for end in ends {
        let (tab, _) = ada();
        let other = Tab::on(tab.store.for_another_tab(), "w2");
        let mut tabs = [tab, other];
        in_tab(&mut tabs, 1, |other| done(other.enters("Ada", OLD).opens(PAGE)));
        in_tab(&mut tabs, 0, end);
        tabs[1].is_in("Anyone");
        assert_eq!(tabs[1].state.route, Route::Start);
        let entries = tabs[1].store.entries();
        assert!(entries.keys().all(|key| !key.contains("note/")), "{entries:?}");
    }
}
