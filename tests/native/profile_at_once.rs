//! Guards that two tabs in which one profile is open do not lose its record when both do something with
//! the profile before either has heard of the other.

use crate::profile_moving::{MOVES, Move, found};
use crate::profile_support::{
    LATER, NOW, OLD, SharedWithAnother, contents, copy_of, only, open, phrase, profiles,
};
use bellwether::profile::{Opened, Refusal};
use bellwether::record::MemoryStore;

/// What another tab does to a profile that it has open.
type Deed = fn(&MemoryStore, &Opened<MemoryStore>) -> Result<(), Refusal>;

const DEEDS: [Deed; 4] = [
    |store, opened| profiles(store).change(opened, "Ada C.".into(), 5).map(drop),
    |store, opened| profiles(store).set_lock(opened, Some(&phrase(OLD)), NOW).map(drop),
    |store, opened| profiles(store).set_lock(opened, None, NOW).map(drop),
    |store, opened| profiles(store).delete(&opened.profile().id).map(drop),
];

fn at_once(a_move: Move, deed: Deed, then: impl Fn(&MemoryStore, bool, &str)) {
    let (whole, _) = a_move.before();
    let mut at_the_end = false;
    for k in 0.. {
        let store = copy_of(&whole);
        let shared = SharedWithAnother::sparing_heads(&store);
        let theirs = open(&store, &only(&store).id, OLD).unwrap();
        let (other, ready) = (store.clone(), shared.clone());
        let done = a_move.is_done(&shared, || {
            ready.before(k, move || {
                let _ = deed(&other, &theirs);
            });
        });
        if !shared.has_been() {
            assert!(at_the_end || k > 5);
            return;
        }
        at_the_end = done.is_ok();
        then(&store, done.is_ok(), &format!("{a_move:?} before call {k}: {:?}", done.map(drop)));
    }
}

#[test]
fn two_tabs_that_change_a_profile_at_once_do_not_lose_its_record() {
    for a_move in
        MOVES.into_iter().filter(|a_move| !matches!(a_move, Move::Make | Move::MakeLocked))
    {
        for deed in &DEEDS[..3] {
            let (_, record) = a_move.before();
            at_once(a_move, *deed, |store, _, told| {
                profiles(store).sweep(LATER).unwrap();
                assert_eq!(found(store), record, "{told}");
            });
        }
    }
}

/// A tab that finds the profile gone leaves nothing of it. One that was quicker has it as it is then; it
/// can be deleted again.
#[test]
fn what_another_tab_deletes_stays_deleted_or_can_be_deleted_again() {
    for a_move in
        MOVES.into_iter().filter(|a_move| !matches!(a_move, Move::Make | Move::MakeLocked))
    {
        at_once(a_move, DEEDS[3], |store, is_done, told| {
            let listing = profiles(store).list().unwrap();
            assert!(is_done || listing.profiles.is_empty(), "{told}");
            for profile in listing.profiles {
                profiles(store).delete(&profile.id).unwrap();
            }
            profiles(store).sweep(LATER).unwrap();
            assert_eq!(store.entries().len(), 1, "{told}");
        });
    }
}

/// What one tab has set is not set back by another that has not heard of it.
#[test]
fn a_tab_that_has_not_heard_yet_sets_nothing_back() {
    let (store, record) = Move::Relock.before();
    let [one, other] = [(); 2].map(|()| open(&store, &only(&store).id, OLD).unwrap());
    let all = profiles(&store);
    all.change(&one, "Ada D.".into(), 30).unwrap();
    all.set_lock(&other, Some(&phrase("quite another passphrase")), NOW).unwrap();
    let late = all.change(&one, "Ada E.".into(), 60).unwrap();
    assert_eq!((&*late.profile().name, late.profile().idle), ("Ada E.", Some(60)));
    let again = open(&store, &one.profile().id, "quite another passphrase").unwrap();
    assert_eq!((again.profile(), contents(&again.place)), (late.profile(), record));
    assert_eq!(open(&store, &one.profile().id, OLD).err(), Some(Refusal::WrongPassphrase));
    // It is elsewhere now, and this tab cannot know where.
    all.set_lock(&other, None, NOW).unwrap();
    let before = store.entries();
    for refused in [
        all.change(&one, "F".into(), 1),
        all.set_lock(&one, None, NOW),
        all.set_lock(&one, Some(&phrase(OLD)), NOW),
    ] {
        assert_eq!(refused.err(), Some(Refusal::Gone));
    }
    assert_eq!(store.entries(), before);
}
