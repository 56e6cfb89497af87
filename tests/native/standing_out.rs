//! Guards which elements are shown as strengths and as things to work on: relative to the person's
//! own mean, two or three of each, and never one of several equals.

use crate::support::{answered, answers, asked, cases, framework};
use bellwether::assessment::{ElementResult, ElementScore, Form, Response, StandOut, result};
use proptest::prelude::*;

fn stand_out(shape: &[&[usize]], jotted: &[Option<Response>]) -> StandOut {
    let asked = asked(&framework(shape), Form::Full);
    result(&asked, &answered(&asked, jotted)).stand_out
}

/// What stands out where every element has one statement, which is answered so.
fn of_ratings(jotted: &str) -> StandOut {
    let answers = answers(jotted);
    stand_out(&[&vec![1; answers.len()]], &answers)
}

fn ids(elements: &[ElementResult]) -> Vec<&str> {
    elements.iter().map(|element| element.id.as_str()).collect()
}

#[test]
fn the_three_highest_and_the_three_lowest_stand_out() {
    for (jotted, high, low) in [
        // Plain: three of each, the most extreme first.
        ("1 2 2 3 4 4 5", vec!["e7", "e5", "e6"], vec!["e1", "e2", "e3"]),
        // Two elements are enough to tell apart.
        ("2 4", vec!["e2"], vec!["e1"]),
        // Elements at the mean are neither.
        ("1 3 3 3 5", vec!["e5"], vec!["e1"]),
        // A tie is shown whole, up to five.
        (
            "1 1 1 1 1 5 5 5 5 5",
            vec!["e6", "e7", "e8", "e9", "e10"],
            vec!["e1", "e2", "e3", "e4", "e5"],
        ),
        // One and a tie of four make five; one and a tie of five would make six.
        ("5 4 4 4 4 1", vec!["e1", "e2", "e3", "e4", "e5"], vec!["e6"]),
        ("5 4 4 4 4 4 1 1", vec!["e1"], vec!["e7", "e8"]),
        // With three there are enough: the next group stays out, even alone.
        ("5 5 5 4 1 1", vec!["e1", "e2", "e3"], vec!["e5", "e6"]),
        // The extreme group is shown whole however large, since part of it would be chance.
        ("5 5 5 5 5 5 1", vec!["e1", "e2", "e3", "e4", "e5", "e6"], vec!["e7"]),
        // Elements without a score do not count.
        ("- 5 . 1 -", vec!["e2"], vec!["e4"]),
    ] {
        let StandOut::Some { strengths, to_work_on } = of_ratings(jotted) else {
            panic!("{jotted}: nothing stands out");
        };
        assert_eq!((ids(&strengths), ids(&to_work_on)), (high, low), "{jotted}");
    }
}

#[test]
fn nothing_stands_out_where_all_are_alike_or_too_few_have_a_score() {
    for (jotted, expected) in [
        ("3 3 3 3", StandOut::AllAlike),
        ("3 3 - .", StandOut::AllAlike),
        ("3", StandOut::TooFew),
        ("3 - . -", StandOut::TooFew),
        (". . .", StandOut::TooFew),
        ("- - -", StandOut::TooFew),
    ] {
        assert_eq!(of_ratings(jotted), expected, "{jotted}");
    }
}

/// A score as a number of sixtieths of the elements' ratings, so that means compare exactly.
fn exact(element: &ElementResult, jotted: &[Option<Response>]) -> Option<u64> {
    let ElementScore::Scored(_) = element.score else { return None };
    let number: usize = element.id.as_str()[1..].parse().unwrap();
    let ratings: Vec<u64> = jotted[(number - 1) * 4..number * 4]
        .iter()
        .filter_map(|response| match response {
            Some(Response::Rated(value)) => Some(u64::from(*value)),
            _ => None,
        })
        .collect();
    Some(ratings.iter().sum::<u64>() * 12 / ratings.len() as u64)
}

/// Twenty elements of four statements, as in a full questionnaire.
const SHAPE: [&[usize]; 5] = [&[4; 4]; 5];

fn any_answers() -> impl Strategy<Value = Vec<Option<Response>>> {
    let one = prop_oneof![
        6 => (1..=5_u8).prop_map(|value| Some(Response::Rated(value))),
        1 => Just(Some(Response::NotApplicable)),
        1 => Just(None),
    ];
    prop::collection::vec(one, 80)
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn strengths_are_above_the_own_mean_and_work_below_and_ties_are_never_split(
        jotted in any_answers(),
    ) {
        let asked = asked(&framework(&SHAPE), Form::Full);
        let result = result(&asked, &answered(&asked, &jotted));
        let all: Vec<(&str, u64)> = result
            .domains
            .iter()
            .flat_map(|domain| &domain.elements)
            .filter_map(|element| Some((element.id.as_str(), exact(element, &jotted)?)))
            .collect();
        let sum: u64 = all.iter().map(|(_, score)| score).sum();
        let count = all.len() as u64;
        let scores: std::collections::BTreeSet<u64> = all.iter().map(|(_, score)| *score).collect();
        match &result.stand_out {
            StandOut::TooFew => prop_assert!(count < 2),
            StandOut::AllAlike => prop_assert_eq!(scores.len(), 1),
            StandOut::Some { strengths, to_work_on } => {
                for (shown, is_high) in [(strengths, true), (to_work_on, false)] {
                    let shown: Vec<(&str, u64)> = shown
                        .iter()
                        .map(|element| (element.id.as_str(), exact(element, &jotted).unwrap()))
                        .collect();
                    prop_assert!(!shown.is_empty());
                    for (id, score) in &shown {
                        let beyond = if is_high { score * count > sum } else { score * count < sum };
                        prop_assert!(beyond, "{} is not beyond the mean", id);
                    }
                    // Whoever has a score that is shown, or a more extreme one, is shown.
                    let least = shown.last().unwrap().1;
                    for (id, score) in &all {
                        let due = if is_high { *score >= least } else { *score <= least };
                        prop_assert_eq!(due, shown.iter().any(|(shown, _)| shown == id), "{}", id);
                    }
                    let first = shown.iter().filter(|(_, score)| *score == shown[0].1).count();
                    prop_assert!(shown.len() <= 5.max(first));
                }
                let both = strengths.iter().any(|one| to_work_on.contains(one));
                prop_assert!(!both, "an element is a strength and to work on");
            }
        }
    }
}

/// Seven thirds three times, and one as far above as one is below: the mean is seven thirds.
#[test]
fn an_element_exactly_at_the_own_mean_is_no_strength_and_nothing_to_work_on() {
    for jotted in ["133.133.133.", "111.133.133.133.344.", "112.133.133.133.334."] {
        let answers = answers(jotted);
        let stand_out = stand_out(&[&vec![4; answers.len() / 4]], &answers);
        if let StandOut::Some { strengths, to_work_on } = stand_out {
            assert_eq!((strengths.len(), to_work_on.len()), (1, 1), "{jotted}");
        }
    }
}
