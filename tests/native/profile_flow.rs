//! Guards what people who share a browser go through, one after the other in one tab: making a profile,
//! leaving, the door, coming back, being a guest; and that whatever they do meanwhile, and whatever could
//! not be stored, each of them finds their own record and nobody another's.

use crate::profile_support::{NEW, OLD, phrase};
use crate::profile_tab::{Tab, twice};
use bellwether::app::{Action, Affair, Form, Mistake, Notice, Route, Twice, WholeNotice};
use bellwether::profile::Refusal;
use bellwether::record::{Fault, Record, to_file};
use bellwether::time::Timestamp;
use std::rc::Rc;

const WRONG: Mistake = Mistake::Refused(Refusal::WrongPassphrase);
pub(crate) const NO_ROOM: Mistake = Mistake::Refused(Refusal::NotStored(Fault::Full));

/// Somebody who has answered, and has taken what they answered into a locked profile.
pub(crate) fn ada() -> (Tab, Record) {
    let mut tab = Tab::new();
    tab.answers_anew("123").does(Action::SetName("Ada".into()));
    let record = tab.state.record.clone();
    tab.makes("Ada", Some(OLD), true).is_in("Ada").has(&record, true);
    (tab, record)
}

/// Fills the store for whatever comes next.
pub(crate) fn fill(tab: &Tab) {
    tab.store.fill(10_000);
}

#[test]
fn a_person_locks_their_record_leaves_and_comes_back() {
    let (mut tab, mut record) = ada();
    tab.opens("#/assessment/*").answers("s4", '5');
    assert_ne!(tab.state.record, record);
    record = tab.state.record.clone();
    tab.leaves().is_in("Nobody").has(&Record::default(), false);
    assert_eq!((tab.state.route.clone(), tab.company.idle()), (Route::Start, None));
    tab.about(Affair::Choose(tab.id("Ada"))).is_in("Nobody");
    assert_eq!(tab.state.more.people.asked, Some(tab.id("Ada")));
    tab.enters("Ada", NEW).is_in("Nobody").is_told_of(Form::Enter, WRONG);
    tab.enters("Ada", OLD).is_in("Ada").has(&record, true);
    assert_eq!(tab.company.idle(), Some(10));
    tab.restarts().is_in("Nobody").enters("Ada", OLD).is_in("Ada").has(&record, true);
    tab.opens("#/assessment/*").answers("s5", '1');
    record = tab.state.record.clone();
    tab.restarts().enters("Ada", OLD).has(&record, true);
}

#[test]
fn at_the_door_nothing_can_be_done_with_a_record() {
    let (mut tab, _) = ada();
    tab.leaves();
    let before = tab.store.entries();
    tab.opens("#/record").opens("#/assessment/a1").answers_anew("12");
    for action in [
        Action::SetName("Bo".into()),
        Action::SaveFile,
        Action::LoadFile { file: b"{}"[..].into(), visit: 0 },
        Action::Finish,
        Action::Undelete,
    ] {
        tab.does(action);
    }
    tab.leaves().is_in("Nobody").has(&Record::default(), false);
    assert_eq!((tab.store.entries(), tab.saved.len()), (before, 0));
    assert!(!tab.company.holds());
}

#[test]
fn of_a_guest_nothing_is_kept_unless_they_make_a_profile() {
    let (mut tab, of_ada) = ada();
    tab.leaves();
    let before = tab.store.entries();
    tab.about(Affair::BeGuest).is_in("Guest").answers_anew("54");
    assert_eq!(tab.store.entries(), before);
    tab.leaves().is_in("Nobody").has(&Record::default(), false);
    tab.about(Affair::BeGuest).has(&Record::default(), false).answers_anew("45");
    let record = tab.state.record.clone();
    tab.makes("ada", Some(NEW), true).is_in("Guest").has(&record, false);
    tab.is_told_of(Form::Make, Mistake::Refused(Refusal::NameTaken));
    tab.makes("Bo", Some(NEW), true).is_in("Bo").has(&record, true);
    tab.restarts().enters("Bo", NEW).has(&record, true);
    tab.leaves().enters("Ada", OLD).has(&of_ada, true);
}

#[test]
fn what_is_wrong_with_a_profile_is_said_and_changes_nothing() {
    let mut tab = Tab::new();
    tab.answers_anew("1");
    let (before, record) = (tab.store.entries(), tab.state.record.clone());
    let differs = Some(Twice(phrase(OLD), phrase(NEW)));
    let short = Some(twice("eleven char"));
    let long = "x".repeat(101);
    for (name, lock, mistake) in [
        (" ", None, Mistake::NoName),
        ("a<b", None, Mistake::NotAName),
        (&*long, None, Mistake::NotAName),
        ("Ada", differs, Mistake::Different),
        ("Ada", short, Mistake::TooShort),
        ("Ada", Some(twice("")), Mistake::TooShort),
    ] {
        tab.about(Affair::Make { name: name.to_owned(), lock, takes_record: true });
        tab.is_told_of(Form::Make, mistake).is_in("Anyone").has(&record, true);
    }
    assert_eq!(tab.store.entries(), before);
    tab.makes(" Ada ", Some("twelve chars"), true).is_in("Ada");
    tab.about(Affair::Lock(Twice(phrase(OLD), phrase(NEW))))
        .is_told_of(Form::Lock, Mistake::Different);
    tab.about(Affair::Lock(twice("short"))).is_told_of(Form::Lock, Mistake::TooShort);
    tab.about(Affair::Change("<".into(), 5)).is_told_of(Form::Change, Mistake::NotAName);
    tab.about(Affair::SaveFile(twice("short"))).is_told_of(Form::SaveFile, Mistake::TooShort);
    assert_eq!(tab.saved, [""; 0]);
    tab.leaves().enters("Ada", "twelve chars").has(&record, true);
}

#[test]
fn a_lock_is_put_on_changed_and_taken_off() {
    let mut tab = Tab::new();
    tab.makes("Ada", None, false).answers_anew("12");
    let record = tab.state.record.clone();
    assert_eq!(tab.company.idle(), None);
    tab.about(Affair::Lock(twice(OLD))).has(&record, true);
    tab.about(Affair::Change("Ada".into(), 60))
        .about(Affair::Change("ADA".into(), 30))
        .is_in("ADA");
    assert_eq!(tab.company.idle(), Some(30));
    tab.about(Affair::Change("Ada B.".into(), 1)).is_in("Ada B.");
    assert_eq!(tab.company.idle(), Some(1));
    tab.about(Affair::Lock(twice(NEW))).has(&record, true).leaves();
    tab.enters("Ada B.", OLD).is_told_of(Form::Enter, WRONG);
    tab.enters("Ada B.", NEW).has(&record, true).about(Affair::Unlock).has(&record, true);
    assert_eq!(tab.company.idle(), None);
    let choice = Affair::Choose(tab.id("Ada B."));
    tab.leaves().about(choice).is_in("Ada B.").has(&record, true);
}

#[test]
fn what_is_under_way_is_not_begun_again() {
    let mut tab = Tab::new();
    tab.is_slow = true;
    tab.makes("Ada", Some(OLD), true).makes("Ada", Some(OLD), true).catches_up().is_in("Ada");
    assert_eq!(tab.state.more.people.mistake, None);
    assert!(!format!("{:?}", tab.state.notices).contains("Refused"));
}

#[test]
fn a_sealed_file_opens_with_its_passphrase_for_whoever_loads_it() {
    let (mut tab, record) = ada();
    tab.about(Affair::SaveFile(twice(NEW)));
    let [file] = &tab.saved[..] else { panic!("one file") };
    assert!(!file.contains("Ada") && file.contains("bellwether-sealed-record"));
    let file = file.clone().into_bytes();
    assert!(tab.state.record.saved.is_some());
    tab.leaves().about(Affair::BeGuest).loads(&file);
    tab.about(Affair::OpenFile(phrase(OLD))).is_told_of(Form::OpenFile, WRONG);
    tab.has(&Record::default(), false).about(Affair::OpenFile(phrase(NEW)));
    assert_eq!(tab.state.record.assessments, record.assessments);
    assert!(tab.state.more.people.sealed_file.is_none());
    // One that no passphrase opens is told as what it is, and asks for none.
    let text = String::from_utf8(file.clone()).unwrap();
    for (from, to, why) in [
        (r#""version":1"#, r#""version":2"#, "it was saved by a later version of this page"),
        (r#""lock""#, r#""look""#, "what says how it is to be opened is damaged"),
    ] {
        tab.loads(text.replace(from, to).as_bytes());
        let Some(Notice::OfWhole(WholeNotice::FileRefused(problem))) = tab.state.notices.last()
        else {
            panic!("it was not refused: {:?}", tab.state.notices)
        };
        assert_eq!(problem.what, why);
        assert!(tab.state.more.people.sealed_file.is_none());
    }
    // A file that is none of ours is refused as ever, and asks for nothing.
    tab.loads(&file[..100]);
    assert!(tab.state.more.people.sealed_file.is_none());
}

/// It took a moment to open, and the person was gone.
#[test]
fn what_is_opened_too_late_is_not_shown_to_whoever_comes_next() {
    let (mut tab, _) = ada();
    tab.about(Affair::SaveFile(twice(NEW)));
    let file = tab.saved[0].clone().into_bytes();
    tab.loads(&file);
    tab.is_slow = true;
    tab.about(Affair::OpenFile(phrase(NEW))).leaves().catches_up();
    tab.is_in("Nobody").has(&Record::default(), false);
    tab.enters("Ada", OLD).is_in("Nobody").catches_up().is_in("Ada");
    tab.about(Affair::SaveFile(twice(NEW))).leaves().catches_up();
    tab.is_in("Nobody").has(&Record::default(), false);
    tab.enters("Ada", OLD).catches_up().about(Affair::Lock(twice(NEW))).leaves().catches_up();
    tab.is_in("Nobody").enters("Ada", OLD).catches_up().is_in("Ada");
}

/// It had to wait for another tab, and the person was gone.
#[test]
fn what_waits_for_its_turn_is_not_done_for_whoever_comes_next() {
    let (mut tab, of_ada) = ada();
    let before = tab.store.entries();
    tab.is_slow = true;
    for affair in [
        Affair::Make { name: "Bo".into(), lock: Some(twice(NEW)), takes_record: false },
        Affair::Lock(twice(NEW)),
    ] {
        tab.about(affair).leaves().is_in("Nobody").catches_up().is_in("Nobody");
        assert!(!format!("{:?}", tab.state.notices).contains("Refused"));
        tab.enters("Ada", OLD).catches_up().is_in("Ada").has(&of_ada, true);
        assert_eq!(tab.store.entries(), before);
    }
    // Somebody has asked to come in meanwhile.
    let makes = Affair::Make { name: "Bo".into(), lock: None, takes_record: false };
    tab.about(makes).leaves().enters("Ada", OLD).catches_up().is_in("Ada").has(&of_ada, true);
    assert_eq!(tab.store.entries(), before);
}

/// It came from a slow disk.
#[test]
fn a_file_that_was_being_read_when_somebody_left_is_not_loaded_for_whoever_comes_next() {
    let (mut tab, of_ada) = ada();
    let file: Rc<[u8]> = to_file(&of_ada, Timestamp(1)).into_bytes().into();
    let visit = tab.state.more.people.visits;
    tab.leaves().about(Affair::BeGuest).does(Action::LoadFile { file, visit });
    tab.has(&Record::default(), false);
}
