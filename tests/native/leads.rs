//! Guards what a result leads with: the tier that the answers fit, what is important and low, and
//! how ready a programme is, with figures worked out by hand.

use crate::support::{answered, answers, asked, five_points, framework};
use bellwether::assessment::{AssessmentResult, Form, priorities, readiness, result, tier_fit};
use bellwether::framework::{Band, ReadinessRule, Tenths};

fn result_of(shape: &[&[usize]], jotted: &str) -> AssessmentResult {
    let asked = asked(&framework(shape), Form::Full);
    result(&asked, &answered(&asked, &answers(jotted)))
}

#[test]
fn answers_fit_the_last_tier_up_to_which_every_score_is_high_enough() {
    let from = Tenths::new(35);
    for (jotted, fits, next) in [
        ("44 44 44", Some("d3"), None),
        // 3.5 is just enough, 3 is not.
        ("34 43 33", Some("d2"), Some("d3")),
        ("44 33 55", Some("d1"), Some("d2")),
        ("33 55 55", None, Some("d1")),
        // Where there are not enough answers, nobody can say that it fits.
        ("44 -- 55", Some("d1"), Some("d2")),
        (".. 55 55", None, Some("d1")),
    ] {
        let result = result_of(&[&[2], &[2], &[2]], jotted);
        let fit = tier_fit(&result, from);
        assert_eq!(fit.fits.map(|tier| tier.id.as_str()), fits, "{jotted}");
        assert_eq!(fit.next.map(|tier| tier.id.as_str()), next, "{jotted}");
    }
}

/// The elements that come first, and all in order, with their lag in tenths.
fn weighed(own: &str, importance: &str) -> (Vec<String>, Vec<String>) {
    let shape: &[&[usize]] = &[&[1; 6]];
    let found = priorities(&result_of(shape, own), &result_of(shape, importance), &five_points());
    let ids = |list: &[bellwether::assessment::Weighed]| {
        list.iter().map(|weighed| weighed.element.id.to_string()).collect()
    };
    (ids(&found.first), ids(&found.all))
}

#[test]
fn what_is_important_and_lags_the_most_comes_first() {
    let (first, all) = weighed("1 4 5 2 3 3", "5 5 5 2 4 4");
    assert_eq!(first, ["e1", "e2", "e5", "e6"], "4 points, then 1 each");
    assert_eq!(all, ["e1", "e2", "e5", "e6", "e3", "e4"], "of equal lag, the more important first");
}

#[test]
fn what_is_not_important_or_does_not_lag_is_no_priority() {
    let (first, all) = weighed("1 1 5 4 2 1", "3 2 4 4 . -");
    assert_eq!(first, [""; 0], "the middle of the scale is not important");
    assert_eq!(all, ["e1", "e2", "e4", "e3"], "what was not rated for both is not in the picture");
}

#[test]
fn priorities_of_equal_lag_are_named_together_five_at_most_unless_all_are_the_largest() {
    let (first, _) = weighed("1 3 3 3 3 3", "4 4 4 4 4 4");
    assert_eq!(first, ["e1"], "five more would be six");
    let (first, _) = weighed("3 3 3 3 3 3", "4 4 4 4 4 4");
    assert_eq!(first.len(), 6);
}

#[test]
fn elements_are_in_the_highest_band_that_their_score_reaches() {
    let band = |from, label: &str| Band {
        from: Tenths::new(from),
        label: label.into(),
        description: "What it means.".into(),
    };
    let rule = ReadinessRule {
        bands: vec![band(10, "low"), band(25, "middle"), band(40, "high")],
        next_steps: Vec::new(),
    };
    let result = result_of(&[&[2, 2, 2], &[2, 2]], "11 23 34 44 -.");
    let (bands, unknown) = readiness(&result, &rule);
    let ids = |list: &[&bellwether::assessment::ElementResult]| -> Vec<String> {
        list.iter().map(|element| element.id.to_string()).collect()
    };
    assert_eq!(ids(&bands[0]), ["e1"]);
    assert_eq!(ids(&bands[1]), ["e3", "e2"], "2.5 reaches the band from 2.5");
    assert_eq!(ids(&bands[2]), ["e4"]);
    assert_eq!(ids(&unknown), ["e5"]);
}
