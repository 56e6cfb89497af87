//! Guards that what could not be stored waits for whoever entered it, sealed if they have a lock, whoever
//! comes in meanwhile, and that a record of which something waits is not taken elsewhere without it.

use crate::profile_flow::{NO_ROOM, ada, fill};
use crate::profile_support::{NEW, OLD};
use crate::profile_tab::{Tab, done, in_tab, twice};
use bellwether::app::{Action, Affair, Form, Now, apply_first};
use bellwether::record::{Kept, Record};
use bellwether::time::Timestamp;

/// What somebody has entered while there was no room waits for them, sealed, while others are in.
#[test]
fn what_could_not_be_stored_waits_for_whoever_entered_it() {
    let (mut tab, _) = ada();
    tab.opens("#/assessment/*");
    fill(&tab);
    tab.answers("s4", '5').answers("s5", '4').does(Action::SetName("Ada L.".into()));
    let record = tab.state.record.clone();
    tab.has(&record, false).leaves().is_in("Nobody");
    assert!(tab.company.holds());
    tab.about(Affair::BeGuest).answers_anew("2").leaves();
    tab.enters("Ada", OLD).is_in("Ada").has(&record, false).leaves();
    tab.store.mend();
    tab.makes("Bo", None, false).is_in("Bo").has(&Record::default(), true).leaves();
    assert!(tab.company.holds());
    tab.enters("Ada", OLD).has(&record, true);
    assert!(!tab.company.holds());
    tab.restarts().enters("Ada", OLD).has(&record, true);
}

/// Also when they do not leave first.
#[test]
fn what_could_not_be_stored_waits_also_when_somebody_else_comes_in_at_once() {
    let others: [fn(&mut Tab); 4] = [
        |tab| done(tab.makes("Bo", None, false)),
        |tab| done(tab.about(Affair::BeGuest)),
        |tab| done(tab.about(Affair::BeAnyone)),
        |tab| done(tab.enters("Cy", "")),
    ];
    for (number, other) in others.into_iter().enumerate() {
        let mut tab = Tab::new();
        tab.makes("Cy", None, false).leaves().makes("Ada", Some(OLD), false).answers_anew("1");
        tab.store.fill(3);
        tab.answers("s2", '2');
        let record = tab.state.record.clone();
        tab.store.mend();
        other(&mut tab);
        tab.has(&Record::default(), number != 1);
        tab.leaves().enters("Ada", OLD).has(&record, true);
        tab.restarts().enters("Ada", OLD).has(&record, true);
    }
}

#[test]
fn a_record_that_is_not_all_stored_is_not_taken_elsewhere() {
    let mut tab = Tab::new();
    tab.answers_anew("1");
    fill(&tab);
    tab.answers("s2", '2');
    let record = tab.state.record.clone();
    tab.makes("Ada", Some(OLD), true)
        .is_told_of(Form::Make, NO_ROOM)
        .is_in("Anyone")
        .has(&record, false);
    tab.store.mend();
    tab.answers("s3", '3');
    let record = tab.state.record.clone();
    tab.makes("Ada", None, true).has(&record, true);
    fill(&tab);
    tab.opens("#/assessment/*").answers("s4", '4');
    tab.about(Affair::Lock(twice(OLD))).is_told_of(Form::Lock, NO_ROOM).is_in("Ada");
    assert!(!tab.state.more.people.who.is_locked_up());
}

/// There is room again: what waits is stored first. Where that fails, it is not left behind.
#[test]
fn what_waits_is_stored_before_a_record_is_taken_elsewhere() {
    let affairs: [fn() -> Affair; 2] = [
        || Affair::Make { name: "Bo".into(), lock: Some(twice(NEW)), takes_record: true },
        || Affair::Lock(twice(NEW)),
    ];
    for (number, affair) in affairs.into_iter().enumerate() {
        let mut tab = Tab::new();
        if number == 1 {
            tab.makes("Bo", None, false);
        }
        tab.answers_anew("1");
        tab.store.fill(2);
        tab.answers("s2", '2').answers("s3", '3');
        let record = tab.state.record.clone();
        tab.store.fill(1);
        tab.about(affair()).has(&record, false);
        assert!(!tab.state.more.people.who.is_locked_up());
        tab.about(affair()).is_in("Bo").has(&record, true);
        tab.restarts().enters("Bo", NEW).has(&record, true);
    }
}

#[test]
fn what_waits_of_whoever_has_no_profile_waits_at_the_door_until_everything_is_erased() {
    let mut tab = Tab::new();
    tab.answers_anew("1");
    fill(&tab);
    tab.answers("s2", '2');
    let record = tab.state.record.clone();
    tab.leaves().is_in("Nobody").about(Affair::BeAnyone).has(&record, false).leaves();
    assert!(tab.company.holds());
    tab.about(Affair::Wipe).is_in("Anyone");
    assert!(!tab.company.holds());
    tab.store.mend();
    tab.does(Action::SetName("Bo".into()));
    assert_eq!(tab.store.entries().into_keys().collect::<Vec<_>>(), ["bellwether/1/name"]);
}

/// Somebody makes an empty profile while what they entered before waits: it is the browser's still.
#[test]
fn whoever_begins_anew_in_a_profile_leaves_what_waits_to_the_browser() {
    let mut tab = Tab::new();
    tab.answers_anew("1");
    tab.store.fill(2);
    tab.answers("s2", '2');
    let record = tab.state.record.clone();
    tab.store.mend();
    tab.makes("Ada", None, false).is_in("Ada").has(&Record::default(), true);
    tab.leaves().about(Affair::BeAnyone).has(&record, true);
    tab.restarts().about(Affair::BeAnyone).has(&record, true);
}

/// The first program knows of no profiles: it hears only that its record is removed, and goes.
#[test]
fn what_the_first_program_could_not_store_waits_for_whoever_has_its_record_by_then() {
    let mut tab = Tab::new();
    tab.answers_anew("1");
    fill(&tab);
    tab.answers("s2", '2');
    let record = tab.state.record.clone();
    tab.store.mend();
    drop(tab.store.take_changed());
    let mut other = Tab::on(tab.store.for_another_tab(), "w2");
    other.makes("Ann", Some(OLD), true).is_in("Ann");
    for (key, text) in tab.store.take_changed() {
        let now = Now { time: Timestamp(tab.clock), random: 1 };
        apply_first(&mut tab.state, Action::StoredElsewhere { key, text }, now);
    }
    let brought = tab.leaves_behind();
    tab.restarts().does(Action::TakeOver(brought.into())).is_in("Nobody");
    tab.has(&Record::default(), false);
    assert!(tab.company.holds());
    tab.about(Affair::BeGuest).has(&Record::default(), false).leaves();
    // It is not the browser's any more, and not written to where everybody could read it.
    tab.about(Affair::BeAnyone).has(&Record::default(), true).leaves();
    assert!(tab.store.entries().keys().all(|key| !key.starts_with("bellwether/")));
    assert!(tab.company.holds() && tab.state.more.people.waits);
    tab.enters("Ann", OLD).is_in("Ann").has(&record, true);
    assert!(!tab.state.more.people.waits);
    assert!(!tab.company.holds());
    tab.restarts().enters("Ann", OLD).has(&record, true);
}

/// Where nobody has taken its record, whoever has no profile gets it.
#[test]
fn what_the_first_program_could_not_store_waits_for_whoever_has_no_profile() {
    let (mut tab, of_ada) = ada();
    tab.leaves().about(Affair::BeAnyone).answers_anew("55");
    fill(&tab);
    tab.answers("s3", '5');
    let record = tab.state.record.clone();
    let brought = tab.leaves_behind();
    tab.restarts().does(Action::TakeOver(brought.into())).is_in("Nobody");
    assert!(tab.company.holds());
    tab.enters("Ada", OLD).has(&of_ada, true).leaves();
    tab.about(Affair::BeAnyone).has(&record, false);
    tab.store.mend();
    tab.leaves().about(Affair::BeAnyone).has(&record, true);
    tab.restarts().does(Action::TakeOver("shown".into())).is_in("Nobody");
    assert!(!tab.company.holds());
}

/// Also where that tab has forgotten the keys, or never had them.
#[test]
fn what_waits_in_a_tab_comes_along_when_another_sets_or_takes_off_the_lock() {
    let changes = [
        (None, Affair::Lock(twice(OLD)), OLD),
        (Some(OLD), Affair::Unlock, ""),
        (Some(OLD), Affair::Lock(twice(NEW)), NEW),
    ];
    for (lock, change, opens) in changes {
        let mut tab = Tab::new();
        tab.answers_anew("1").makes("Ada", lock, true);
        let mut other = Tab::on(tab.store.for_another_tab(), "w2");
        other.enters("Ada", lock.unwrap_or_default()).opens("#/assessment/*");
        fill(&other);
        other.answers("s2", '2').does(Action::SetName("Ada L.".into()));
        let record = other.state.record.clone();
        other.store.mend();
        let mut tabs = [tab, other];
        in_tab(&mut tabs, 0, |tab| done(tab.about(change)));
        let there = &mut tabs[1];
        // Another passphrase leaves the record where it is.
        if opens != NEW {
            there.is_in("Nobody");
            assert!(there.company.holds());
            there.about(Affair::BeGuest).has(&Record::default(), false).leaves();
            there.enters("Ada", opens);
        }
        // Whatever changes has what waits stored, where it had to wait on.
        there.does(Action::SaveFile);
        assert_eq!(there.state.kept, Kept::Stored);
        assert_eq!(there.state.record.assessments, record.assessments);
        assert_eq!(there.state.record.name(), Some("Ada L."));
        there.restarts().enters("Ada", opens);
        assert_eq!(there.state.record.assessments, record.assessments);
        assert_eq!(there.state.record.name(), Some("Ada L."));
    }
}
