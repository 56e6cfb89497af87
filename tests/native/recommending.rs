//! Guards the rule of what comes next: a lower score never ranks its sessions later, nothing done is
//! recommended, and what the person wants goes before what a result says.

use crate::shelf::Shelf;
use crate::support::{cases, framework};
use bellwether::assessment::Score;
use bellwether::crosswalk::Need;
use bellwether::learning::{ELEMENTS, Library, Reason, Wishes, recommend};
use proptest::prelude::*;

/// A library of eight elements with three sessions each.
fn library() -> Library {
    Shelf::small(&framework(&[&[1, 1, 1, 1], &[1, 1, 1, 1]]), 3).library()
}

/// Needs from what is lacking, in points, for the elements in order; none for 0.
fn needs(lacking: &[u8]) -> Vec<Need> {
    let mut needs: Vec<Need> = lacking
        .iter()
        .enumerate()
        .filter(|(_, lack)| **lack > 0)
        .map(|(number, lack)| Need {
            element: format!("e{}", number + 1).as_str().into(),
            score: Score::whole(5 - lack),
            lack: i64::from(*lack) * 1_000_000_000,
            said_by: "it".into(),
        })
        .collect();
    needs.sort_by_key(|need| std::cmp::Reverse(need.lack));
    needs
}

fn ids(library: &Library, lacking: &[u8], wishes: &Wishes<'_>) -> Vec<String> {
    let sessions = recommend(library, &needs(lacking), wishes);
    sessions.iter().map(|one| one.session.to_string()).collect()
}

#[test]
fn the_neediest_elements_take_turns() {
    let found = ids(&library(), &[1, 3, 2, 0, 0, 0, 0, 0], &Wishes::default());
    assert_eq!(found, ["e2-1", "e3-1", "e1-1", "e2-2", "e3-2", "e1-2", "e2-3", "e3-3", "e1-3"]);
}

#[test]
fn only_a_few_elements_count() {
    let found = ids(&library(), &[4, 4, 4, 4, 4, 4, 4, 4], &Wishes::default());
    assert_eq!(found.len(), ELEMENTS * 3);
}

#[test]
fn what_is_written_for_the_persons_stage_comes_first_of_its_element() {
    let mut library = library();
    library.sessions.iter_mut().find(|one| one.id.as_str() == "e1-3").unwrap().level =
        "late".into();
    let late = "late".into();
    let wishes = Wishes { stage: Some(&late), ..Wishes::default() };
    assert_eq!(ids(&library, &[2, 0, 0, 0, 0, 0, 0, 0], &wishes), ["e1-3", "e1-1", "e1-2"]);
}

#[test]
fn the_persons_own_list_stands_first_and_what_they_dropped_is_gone() {
    let wishes =
        Wishes { pinned: vec!["e8-2", "e1-3", "gone"], dropped: vec!["e1-1"], ..Wishes::default() };
    let sessions = recommend(&library(), &needs(&[2, 0, 0, 0, 0, 0, 0, 0]), &wishes);
    let found: Vec<_> = sessions.iter().map(|one| one.session.as_str()).collect();
    assert_eq!(found, ["e8-2", "e1-3", "e1-2"]);
    assert_eq!(sessions[0].why, Reason::Pinned);
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn a_lower_score_never_ranks_its_sessions_later(
        lacking in proptest::collection::vec(0_u8..=4, 8),
        which in 0_usize..8,
        done in proptest::collection::vec(0_usize..24, 0..6),
    ) {
        let library = library();
        let done: Vec<&str> = done.iter().map(|n| library.sessions[*n].id.as_str()).collect();
        let wishes = Wishes { done, ..Wishes::default() };
        let mut lower = lacking.clone();
        lower[which] = (lower[which] + 1).min(4);
        let (before, after) = (ids(&library, &lacking, &wishes), ids(&library, &lower, &wishes));
        for number in 1..=3 {
            let id = format!("e{}-{number}", which + 1);
            let place = |ids: &[String]| ids.iter().position(|one| *one == id).unwrap_or(usize::MAX);
            prop_assert!(place(&after) <= place(&before), "{id}: {before:?} {after:?}");
        }
    }

    #[test]
    fn nothing_done_is_recommended_and_nothing_twice(
        lacking in proptest::collection::vec(0_u8..=4, 8),
        done in proptest::collection::vec(0_usize..24, 0..24),
        pinned in proptest::collection::vec(0_usize..24, 0..5),
        dropped in proptest::collection::vec(0_usize..24, 0..5),
    ) {
        let library = library();
        let named = |numbers: &[usize]| -> Vec<&str> {
            let mut ids: Vec<&str> =
                numbers.iter().map(|n| library.sessions[*n].id.as_str()).collect();
            ids.sort_unstable();
            ids.dedup();
            ids
        };
        let wishes = Wishes {
            done: named(&done), pinned: named(&pinned), dropped: named(&dropped), stage: None,
        };
        let found = ids(&library, &lacking, &wishes);
        for id in &found {
            prop_assert!(!wishes.done.contains(&id.as_str()), "{id} is done");
            let is_wanted = wishes.pinned.contains(&id.as_str());
            prop_assert!(is_wanted || !wishes.dropped.contains(&id.as_str()), "{id} is dropped");
        }
        let mut once = found.clone();
        once.sort();
        once.dedup();
        prop_assert_eq!(once.len(), found.len());
    }
}
