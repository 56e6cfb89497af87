//! Guards how responses become scores, with figures worked out by hand and with properties.

use crate::support::{answered, answers, asked, cases, framework};
use bellwether::assessment::{
    AssessmentResult, ElementResult, ElementScore, Form, Progress, Response, Score, element_score,
    result,
};
use proptest::prelude::*;

/// The result of a framework of some shape, answered so.
fn result_of(shape: &[&[usize]], form: Form, jotted: &str) -> AssessmentResult {
    let asked = asked(&framework(shape), form);
    result(&asked, &answered(&asked, &answers(jotted)))
}

fn shown(score: Option<Score>) -> String {
    score.map_or_else(|| "–".to_owned(), |score| score.to_string())
}

fn shown_element(score: ElementScore) -> String {
    match score {
        ElementScore::Scored(score) => score.to_string(),
        ElementScore::NotEnough => "not enough".to_owned(),
        ElementScore::NotInRole => "not in role".to_owned(),
    }
}

#[test]
fn an_elements_score_is_the_figure_worked_out_by_hand() {
    for (jotted, expected) in [
        // The mean of all four: 14/4, 9/4, 11/4.
        ("2345", "3.5"),
        ("1233", "2.3"),
        ("1235", "2.8"),
        ("1111", "1.0"),
        ("5555", "5.0"),
        // Not applicable and unanswered are left out: 7/2, 9/2, 7/3.
        ("34--", "3.5"),
        ("4.5.", "4.5"),
        ("13.3", "2.3"),
        ("13-3", "2.3"),
        // Exactly half is enough, fewer is not.
        ("5-.1", "3.0"),
        ("5---", "not enough"),
        ("5...", "not enough"),
        ("....", "not enough"),
        // Not in the role only where every statement is.
        ("----", "not in role"),
        ("---.", "not enough"),
        // Half of three is one and a half: two are needed.
        ("4..", "not enough"),
        ("45.", "4.5"),
        // A short form asks one.
        ("3", "3.0"),
        ("-", "not in role"),
        (".", "not enough"),
    ] {
        assert_eq!(shown_element(element_score(&answers(jotted))), expected, "{jotted}");
    }
    assert_eq!(element_score(&[]), ElementScore::NotEnough);
}

#[test]
fn a_domains_score_is_the_mean_of_its_elements_and_not_of_its_statements() {
    for (jotted, expected) in [
        // (5 + 1) / 2, though five of six ratings are 1 or 5 in unequal numbers.
        ("55.. 1111", "3.0"),
        ("5555 1--1", "3.0"),
        // An element without a score is left out.
        ("4444 5...", "4.0"),
        ("4444 ----", "4.0"),
        // No element has one.
        ("5... ----", "–"),
        (".... ....", "–"),
        // (7/3 + 3/2) / 2 = 23/12 = 1.91…
        ("133. 12..", "1.9"),
    ] {
        let result = result_of(&[&[4, 4]], Form::Full, jotted);
        assert_eq!(shown(result.domains[0].score), expected, "{jotted}");
    }
}

#[test]
fn scores_are_shown_with_one_decimal_and_a_half_goes_up() {
    for (ratings, expected) in [
        (vec![1, 2, 3, 3], "2.3"),                   // 2.25
        (vec![1, 1, 1, 2], "1.3"),                   // 1.25
        ([vec![3; 19], vec![2; 1]].concat(), "3.0"), // 2.95
        (vec![1], "1.0"),                            // 1.00
        ([vec![5; 24], vec![4; 1]].concat(), "5.0"), // 4.96
        (vec![1, 1, 2], "1.3"),                      // 1.33…
        (vec![1, 2, 2], "1.7"),                      // 1.66…
    ] {
        let score = Score::mean_of_ratings(ratings.iter().copied());
        assert_eq!(shown(score), expected, "{ratings:?}");
    }
}

/// Every domain of four elements with whatever scores they can have: 25 to the fourth power.
#[test]
fn no_domain_score_is_shown_a_tenth_off_by_the_way_a_computer_divides() {
    // As twelfths: the means of one to four ratings are whole numbers of these.
    let twelfths: Vec<u32> = (12..=60).filter(|n| n % 3 == 0 || n % 4 == 0).collect();
    let scores: Vec<(u32, Score)> = twelfths
        .iter()
        .map(|&n| {
            let (sum, count) = if n % 3 == 0 { (n / 3, 4) } else { (n / 4, 3) };
            let ratings = (0..count).map(|i| u8::try_from((sum + i) / count).unwrap());
            (n, Score::mean_of_ratings(ratings).unwrap())
        })
        .collect();
    let mut wrong = Vec::new();
    for a in &scores {
        for b in &scores {
            for c in &scores {
                for d in &scores {
                    let exact = a.0 + b.0 + c.0 + d.0;
                    // Tenths of exact/48, a half up: (10·exact/48 + 1/2) = (10·exact + 24) / 48.
                    let tenths = (10 * exact + 24) / 48;
                    let mean = Score::mean_of_scores([a.1, b.1, c.1, d.1]).unwrap();
                    if mean.to_string() != format!("{}.{}", tenths / 10, tenths % 10) {
                        wrong.push((a.0, b.0, c.0, d.0));
                    }
                }
            }
        }
    }
    let first = wrong.first();
    assert!(wrong.is_empty(), "{} of 390625, the first (in twelfths): {first:?}", wrong.len());
}

#[test]
fn a_rating_that_the_scale_does_not_have_counts_as_no_answer() {
    for (jotted, expected) in
        [("4499", "4.0"), ("4990", "not enough"), ("6666", "not enough"), ("0000", "not enough")]
    {
        let result = result_of(&[&[4]], Form::Full, jotted);
        assert_eq!(shown_element(result.domains[0].elements[0].score), expected, "{jotted}");
    }
}

#[test]
fn progress_counts_no_rating_that_the_scale_does_not_have() {
    let framework = framework(&[&[4]]);
    let full = asked(&framework, Form::Full);
    let progress = Progress::of(&full, &answered(&full, &answers("49.-")));
    assert_eq!((progress.answered(), progress.unanswered()), (2, 2));
}

#[test]
fn the_short_form_scores_the_statements_that_it_asks_and_no_others() {
    let framework = framework(&[&[4, 4], &[4]]);
    let full = asked(&framework, Form::Full);
    let short = asked(&framework, Form::Short);
    let assessment = answered(&full, &answers("5111 2... -111"));
    let result = result(&short, &assessment);
    let elements: Vec<String> =
        elements(&result).map(|element| shown_element(element.score)).collect();
    assert_eq!(elements, ["5.0", "2.0", "not in role"]);
    assert_eq!((result.asked, result.rated, result.not_applicable), (3, 2, 1));
    assert_eq!(shown(result.domains[0].score), "3.5");
}

#[test]
fn a_result_counts_what_was_rated_what_was_not_applicable_and_what_was_asked() {
    let result = result_of(&[&[4, 2], &[3]], Form::Full, "1-.5 -- 923");
    // The 9 is off the scale.
    assert_eq!((result.asked, result.rated, result.not_applicable), (9, 4, 3));
    let counts: Vec<_> = elements(&result).map(|e| (e.id.as_str(), e.rated, e.asked)).collect();
    assert_eq!(counts, [("e1", 2, 4), ("e2", 0, 2), ("e3", 2, 3)]);
}

#[test]
fn domains_keep_their_order_and_elements_are_sorted_within_them() {
    let result = result_of(&[&[2, 2, 2, 2, 2], &[2, 2]], Form::Full, ".. 33 55 -- 33 44 55");
    let order: Vec<Vec<&str>> = result
        .domains
        .iter()
        .map(|domain| domain.elements.iter().map(|element| element.id.as_str()).collect())
        .collect();
    // Equal scores, and those without one, stay in the framework's order.
    assert_eq!(order, [vec!["e3", "e2", "e5", "e1", "e4"], vec!["e7", "e6"]]);
}

fn elements(result: &AssessmentResult) -> impl Iterator<Item = &ElementResult> {
    result.domains.iter().flat_map(|domain| &domain.elements)
}

fn any_response() -> impl Strategy<Value = Option<Response>> {
    prop_oneof![
        4 => (1..=5_u8).prop_map(|value| Some(Response::Rated(value))),
        1 => Just(Some(Response::NotApplicable)),
        1 => Just(None),
    ]
}

fn any_responses() -> impl Strategy<Value = Vec<Option<Response>>> {
    prop::collection::vec(any_response(), 1..9)
}

fn is_rated(response: Option<Response>) -> bool {
    matches!(response, Some(Response::Rated(_)))
}

fn value(responses: &[Option<Response>]) -> Option<f64> {
    element_score(responses).score().map(Score::value)
}

proptest! {
    #![proptest_config(cases(1_000))]

    #[test]
    fn a_score_lies_within_the_scale_and_exists_from_half_the_ratings_on(
        responses in any_responses(),
    ) {
        let rated = responses.iter().filter(|response| is_rated(**response)).count();
        let score = value(&responses);
        prop_assert_eq!(score.is_some(), rated * 2 >= responses.len());
        prop_assert!(score.is_none_or(|score| (1.0..=5.0).contains(&score)));
    }

    #[test]
    fn raising_one_rating_never_lowers_the_score_of_its_element_or_domain(
        jotted in prop::collection::vec(any_response(), 12),
        raised in 0..12_usize,
    ) {
        let asked = asked(&framework(&[&[4, 4, 4]]), Form::Full);
        let score = |jotted: &[Option<Response>]| {
            let result = result(&asked, &answered(&asked, jotted));
            let mut elements: Vec<_> = elements(&result)
                .map(|element| (element.id.clone(), element.score.score()))
                .collect();
            elements.sort_by(|one, other| one.0.cmp(&other.0));
            (elements, result.domains[0].score)
        };
        let before = score(&jotted);
        let mut higher = jotted;
        if let Some(Response::Rated(rating)) = &mut higher[raised] {
            *rating = (*rating + 1).min(5);
        }
        let after = score(&higher);
        // None sorts below every score, and a raised rating never takes a score away.
        prop_assert!(after.0.iter().zip(&before.0).all(|(after, before)| after.1 >= before.1));
        prop_assert!(after.1 >= before.1);
    }

    #[test]
    fn the_order_of_statements_does_not_matter(
        responses in any_responses(),
        order in Just((0..9_usize).collect::<Vec<_>>()).prop_shuffle(),
    ) {
        let shuffled: Vec<_> = order.iter().filter_map(|&i| responses.get(i).copied()).collect();
        prop_assert_eq!(element_score(&responses), element_score(&shuffled));
    }

    #[test]
    fn answers_that_are_no_ratings_never_change_the_mean_of_the_rest(
        responses in any_responses(),
    ) {
        let ratings: Vec<_> = responses.iter().copied().filter(|response| is_rated(*response)).collect();
        let score = value(&responses);
        prop_assert!(score.is_none() || score == value(&ratings));
    }

    #[test]
    fn turning_all_ratings_round_mirrors_the_score(responses in any_responses()) {
        let turned: Vec<_> = responses
            .iter()
            .map(|response| match response {
                Some(Response::Rated(value)) => Some(Response::Rated(6 - value)),
                other => *other,
            })
            .collect();
        match (value(&responses), value(&turned)) {
            (Some(one), Some(other)) => prop_assert!((one + other - 6.0).abs() < 1e-12),
            (one, other) => prop_assert_eq!(one, other),
        }
    }
}
