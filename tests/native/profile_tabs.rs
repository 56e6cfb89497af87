//! Guards what people who share a browser see in several tabs: each shows what the others do with a
//! profile, a record that was locked or taken elsewhere is let go of, and only there; and what becomes of
//! profiles that are deleted, put back or erased.

use crate::profile_support::{LATER, NEW, OLD, profiles};
use crate::profile_tab::{Tab, done, in_tab, twice};
use bellwether::app::{Action, Affair, Notice, WholeNotice};
use bellwether::profile::{Place, Refusal};
use bellwether::record::{Fault, Record, Store};

/// Two tabs in which somebody has entered the same.
fn two_of_anyone() -> (Vec<Tab>, Record) {
    let mut one = Tab::new();
    one.answers_anew("123").does(Action::SetName("Ada".into()));
    let record = one.state.record.clone();
    let mut other = Tab::on(one.store.for_another_tab(), "w2");
    other.opens("#/assessment/*").has(&record, true);
    (vec![one, other], record)
}

/// Two tabs in which the same profile is open.
fn two_of_ada(lock: Option<&str>) -> (Vec<Tab>, Record) {
    let (mut tabs, record) = two_of_anyone();
    in_tab(&mut tabs, 0, |tab| {
        tab.makes("Ada", lock, true).has(&record, true);
    });
    in_tab(&mut tabs, 1, |tab| {
        tab.is_in("Nobody").has(&Record::default(), false);
        tab.enters("Ada", lock.unwrap_or_default()).is_in("Ada").has(&record, true);
    });
    tabs[0].is_in("Ada").has(&record, true);
    (tabs, record)
}

#[test]
fn what_is_answered_in_one_tab_shows_in_the_other() {
    for lock in [None, Some(OLD)] {
        let (mut tabs, _) = two_of_ada(lock);
        for (number, statement) in [(0, "s4"), (1, "s5"), (0, "s4")] {
            in_tab(&mut tabs, number, |tab| {
                tab.opens("#/assessment/*").answers(statement, '2');
            });
            let record = tabs[0].state.record.clone();
            tabs.iter_mut().for_each(|tab| done(tab.is_in("Ada").has(&record, true)));
        }
        in_tab(&mut tabs, 1, |tab| {
            let id = tab.state.record.summaries()[0].id.clone();
            tab.does(Action::Delete(id));
        });
        assert!(tabs[0].state.record.assessments.is_empty());
    }
}

/// Whoever locks it, locks it otherwise or takes the lock off stays in; the other tab has to ask.
#[test]
fn a_tab_in_which_the_lock_is_set_stays_open_and_the_other_lets_go() {
    for (lock, affair, then) in
        [(None, Affair::Lock(twice(OLD)), OLD), (Some(OLD), Affair::Unlock, "")]
    {
        let (mut tabs, record) = two_of_ada(lock);
        in_tab(&mut tabs, 1, |tab| done(tab.about(affair).is_in("Ada")));
        tabs[0].is_in("Nobody").has(&Record::default(), false);
        tabs[1].is_in("Ada").has(&record, true);
        in_tab(&mut tabs, 0, |tab| done(tab.enters("Ada", then).is_in("Ada").has(&record, true)));
        tabs[1].is_in("Ada").has(&record, true);
    }
    let (mut tabs, record) = two_of_ada(Some(OLD));
    in_tab(&mut tabs, 1, |tab| done(tab.about(Affair::Lock(twice(NEW)))));
    tabs.iter_mut().for_each(|tab| done(tab.is_in("Ada").has(&record, true)));
}

#[test]
fn leaving_in_one_tab_locks_the_others_and_nobody_else_out() {
    let (mut tabs, record) = two_of_ada(Some(OLD));
    let third = Tab::on(tabs[0].store.for_another_tab(), "w3");
    tabs.push(third);
    in_tab(&mut tabs, 2, |tab| done(tab.makes("Bo", Some(NEW), false)));
    in_tab(&mut tabs, 0, |tab| done(tab.leaves().is_in("Nobody")));
    tabs[1].is_in("Nobody").has(&Record::default(), false);
    tabs[2].is_in("Bo");
    in_tab(&mut tabs, 1, |tab| done(tab.enters("Ada", OLD).has(&record, true)));
    tabs[0].is_in("Nobody");
    let calls = tabs[0].store.entries().into_keys().filter(|key| key.contains("call")).count();
    assert_eq!(calls, 0);
    // A tab that was killed while it called is heard when another calls.
    tabs[0]
        .store
        .write(&format!("bellwether-profiles/1/call-to-lock/{}", tabs[0].id("Ada")), "now")
        .unwrap();
    in_tab(&mut tabs, 0, |tab| done(tab.enters("Ada", OLD)));
    in_tab(&mut tabs, 1, |tab| done(tab.leaves()));
    tabs[0].is_in("Nobody");
}

#[test]
fn a_name_or_time_that_is_changed_in_one_tab_shows_in_the_other() {
    let (mut tabs, record) = two_of_ada(Some(OLD));
    in_tab(&mut tabs, 1, |tab| done(tab.about(Affair::Change("Ada L.".into(), 5))));
    tabs[0].is_in("Ada L.").has(&record, true);
    assert_eq!(tabs[0].company.idle(), Some(5));
    in_tab(&mut tabs, 0, |tab| done(tab.about(Affair::Change("Ada".into(), 60))));
    tabs[1].is_in("Ada");
    assert_eq!(tabs[1].company.idle(), Some(60));
}

/// Two tabs, and what is in the record.
type Begun = fn() -> (Vec<Tab>, Record);

/// Answers that a tab gives before it has heard, whichever way the record goes.
#[test]
fn an_answer_given_before_the_tab_has_heard_comes_along() {
    let moves: [(Begun, Affair, &str); 3] = [
        (
            two_of_anyone,
            Affair::Make { name: "Ada".into(), lock: Some(twice(OLD)), takes_record: true },
            OLD,
        ),
        (|| two_of_ada(None), Affair::Lock(twice(OLD)), OLD),
        (|| two_of_ada(Some(OLD)), Affair::Unlock, ""),
    ];
    for (begun, affair, then) in moves {
        let (mut tabs, _) = begun();
        tabs[1].opens("#/assessment/*");
        tabs[0].store.take_changed();
        tabs[0].about(affair);
        let told = tabs[0].store.take_changed();
        tabs[1].answers("s6", '4');
        let record = tabs[1].state.record.clone();
        for (key, text) in tabs[1].store.take_changed() {
            tabs[0].does(Action::StoredElsewhere { key, text });
        }
        tabs[0].has(&record, true);
        for (key, text) in told {
            tabs[1].does(Action::StoredElsewhere { key, text });
        }
        tabs[1].is_in("Nobody");
        tabs[0].restarts().enters("Ada", then).has(&record, true);
        tabs[0].leaves().about(Affair::BeAnyone).has(&Record::default(), true);
    }
}

#[test]
fn a_profile_that_is_deleted_comes_back_also_when_there_was_no_room_at_first() {
    let (mut tabs, record) = two_of_ada(Some(OLD));
    let ada = tabs[0].id("Ada");
    in_tab(&mut tabs, 0, |tab| done(tab.about(Affair::Delete(ada))));
    assert!(tabs.iter().all(|tab| tab.state.record == Record::default()));
    assert!(tabs.iter().all(|tab| tab.state.more.people.listing.profiles.is_empty()));
    let before = tabs[0].store.entries();
    assert!(before.keys().all(|key| !key.starts_with("bellwether-profiles/")), "{before:#?}");
    for writes in [1, 10_000] {
        tabs[0].store.fill(writes);
        tabs[0].about(Affair::PutBack);
        let refused = Notice::OfWhole(WholeNotice::Refused(Refusal::NotStored(Fault::Full)));
        assert!(tabs[0].state.notices.contains(&refused));
        tabs[0].store.mend();
        assert_eq!(tabs[0].store.entries(), before);
    }
    in_tab(&mut tabs, 0, |tab| {
        done(tab.about(Affair::PutBack).enters("Ada", OLD).has(&record, true))
    });
    tabs[0].about(Affair::PutBack).is_in("Ada");
    in_tab(&mut tabs, 1, |tab| done(tab.enters("Ada", OLD).has(&record, true)));
}

#[test]
fn what_a_deleted_profile_has_left_is_swept_up_though_there_are_no_profiles_any_more() {
    let (mut tabs, _) = two_of_ada(None);
    let ada = tabs[0].id("Ada");
    tabs[0].store.kill_after(12);
    profiles(&tabs[0].store).delete(&ada).ok();
    tabs[0].store.mend();
    for key in ["head", "copy"] {
        tabs[0].store.remove(&format!("bellwether-profiles/1/{key}/{ada}")).unwrap();
    }
    assert!(tabs[0].store.entries().keys().any(|key| key.contains("/open/")));
    tabs[0].restarts().is_in("Anyone");
    assert_eq!(tabs[0].store.entries().into_keys().collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn everything_is_erased_in_every_tab() {
    for lock in [None, Some(OLD)] {
        let (mut tabs, _) = two_of_ada(lock);
        in_tab(&mut tabs, 0, |tab| {
            tab.leaves().makes("Bo", None, false).answers_anew("1");
            let bo = tab.id("Bo");
            tab.about(Affair::Delete(bo)).enters("Ada", lock.unwrap_or_default());
        });
        in_tab(&mut tabs, 1, |tab| done(tab.enters("Ada", lock.unwrap_or_default())));
        tabs[0].store.write("another/app", "x").unwrap();
        in_tab(&mut tabs, 0, |tab| done(tab.about(Affair::Wipe).is_in("Anyone")));
        let nobody = Record::default();
        tabs.iter_mut().for_each(|tab| assert_eq!(tab.state.record, nobody));
        in_tab(&mut tabs, 0, |tab| done(tab.about(Affair::PutBack).has(&nobody, true)));
        for tab in &mut tabs {
            tab.restarts().is_in("Anyone").has(&nobody, true);
        }
        assert_eq!(tabs[0].store.entries().into_keys().collect::<Vec<_>>(), ["another/app"]);
    }
}

/// What waits in a tab that is told of it is erased with the rest.
#[test]
fn what_waits_in_another_tab_does_not_come_back_after_everything_was_erased() {
    let (mut tabs, _) = two_of_ada(Some(OLD));
    tabs[1].opens("#/assessment/*");
    tabs[1].store.fill(100);
    tabs[1].answers("s7", '2');
    tabs[1].store.mend();
    in_tab(&mut tabs, 0, |tab| done(tab.about(Affair::Wipe)));
    in_tab(&mut tabs, 1, |tab| {
        done(tab.about(Affair::BeAnyone).does(Action::SetName("Bo".into())))
    });
    let store = &tabs[0].store;
    assert_eq!(store.entries().into_keys().collect::<Vec<_>>(), ["bellwether/1/name"]);
    profiles(store).sweep(LATER).unwrap();
    assert_eq!(Place::of_browser(store.clone()).keys().unwrap().len(), 1);
}

/// Somebody at the same browser makes a profile of their own: whoever has none goes on.
#[test]
fn a_profile_that_another_tab_makes_with_nothing_in_it_disturbs_nobody() {
    let (mut tabs, record) = two_of_anyone();
    in_tab(&mut tabs, 0, |tab| done(tab.makes("Bo", Some(NEW), false).answers_anew("5")));
    tabs[1].is_in("Anyone").has(&record, true);
    let bo = tabs[0].id("Bo");
    tabs[1].restarts().about(Affair::BeAnyone).has(&record, true);
    in_tab(&mut tabs, 1, |tab| done(tab.about(Affair::Delete(bo)).is_in("Anyone")));
    tabs[1].has(&record, true);
}

/// Somebody else begins in the browser's own place, from which a record was taken a moment ago.
#[test]
fn what_somebody_else_enters_where_a_record_was_taken_from_stays_theirs() {
    let (mut tabs, record) = two_of_anyone();
    in_tab(&mut tabs, 0, |tab| done(tab.makes("Ada", Some(OLD), true)));
    in_tab(&mut tabs, 1, |tab| {
        tab.about(Affair::BeAnyone).does(Action::SetName("Bo".into())).answers_anew("5");
    });
    tabs[0].is_in("Ada").has(&record, true);
    let of_bo = tabs[1].state.record.clone();
    assert_eq!(of_bo.name(), Some("Bo"));
    tabs[1].restarts().about(Affair::BeAnyone).has(&of_bo, true);
    tabs[0].restarts().enters("Ada", OLD).has(&record, true);
}

/// It is of the record that was taken, and was shown as entered.
#[test]
fn what_waits_in_a_tab_comes_along_when_another_takes_the_record_into_a_profile() {
    for lock in [None, Some(OLD)] {
        let (mut tabs, _) = two_of_anyone();
        tabs[1].opens("#/assessment/*").store.fill(100);
        tabs[1].answers("s7", '2').does(Action::SetName("Ada L.".into()));
        let entered = tabs[1].state.record.clone();
        tabs[1].store.mend();
        in_tab(&mut tabs, 0, |tab| done(tab.makes("Ada", lock, true)));
        // Whoever has no profile gets nothing of it.
        tabs[1].is_in("Nobody").about(Affair::BeAnyone).has(&Record::default(), true).leaves();
        in_tab(&mut tabs, 1, |tab| done(tab.enters("Ada", lock.unwrap_or_default())));
        tabs.iter_mut().for_each(|tab| done(tab.has(&entered, true)));
        tabs[0].restarts().enters("Ada", lock.unwrap_or_default()).has(&entered, true);
    }
}

/// It is in a page of somebody else's, which has nothing to do with who uses the app.
#[test]
fn an_element_whose_record_a_profile_takes_begins_anew_and_never_asks_who_is_there() {
    for lock in [None, Some(OLD)] {
        let mut tab = Tab::new();
        tab.answers_anew("12");
        let element = Tab::element_on(tab.store.for_another_tab(), "w2");
        let mut tabs = [tab, element];
        assert_eq!(tabs[1].state.record, tabs[0].state.record);
        tabs[1].opens("#/framework/local");
        let shown = tabs[1].state.route.clone();
        in_tab(&mut tabs, 0, |tab| done(tab.makes("Ada", lock, true)));
        tabs[1].is_in("Anyone").has(&Record::default(), true);
        assert_eq!(tabs[1].state.route, shown, "what it shows is for the page around to say");
        in_tab(&mut tabs, 0, |tab| done(tab.about(Affair::Wipe).about(Affair::Undo)));
        tabs[1].is_in("Anyone").has(&Record::default(), true);
    }
}
