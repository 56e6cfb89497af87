//! Guards the crosswalk: every element of every framework is related or says why not, a file's
//! mistakes are told, and results are read by it without becoming scores that nobody gave.

use crate::shelf::Shelf;
use crate::support::{answered, answers, asked, cases, framework, text_of};
use bellwether::assessment::{Form, result};
use bellwether::crosswalk::{self, Crosswalk, in_words_of, needs};
use bellwether::framework::Framework;
use proptest::prelude::*;

fn told(file: &str, frameworks: &[Framework]) -> Vec<String> {
    let problems = crosswalk::validate(file.as_bytes(), frameworks);
    problems.iter().map(ToString::to_string).collect()
}

#[test]
fn every_element_of_every_framework_finds_its_nearest_or_says_why_none() {
    let shelf = Shelf::real();
    assert_eq!(told(&text_of("frameworks/crosswalk.json"), &shelf.frameworks), [""; 0]);
    let hub = &shelf.crosswalk.hub;
    assert_eq!(shelf.crosswalk.frameworks.len(), shelf.frameworks.len() - 1);
    let all = shelf.crosswalk.frameworks.iter().flat_map(|mapped| &mapped.elements);
    let (related, apart): (Vec<_>, Vec<_>) = all.partition(|link| !link.nearest.is_empty());
    assert!(related.len() > 70, "{}", related.len());
    assert!(apart.len() < 5, "{apart:?}");
    assert!(shelf.crosswalk.note.contains("judgement"), "whose it is is said");
    assert_eq!(shelf.completed().of(hub).unwrap().elements.len(), 20);
}

/// Two frameworks: `local` with two elements, the hub, and `other` with two.
fn two() -> (Vec<Framework>, String) {
    let hub = framework(&[&[2, 2]]);
    let mut other = framework(&[&[2], &[2]]);
    other.id = "other".into();
    let file = r#"{
  "format": 1,
  "version": "1.0.0",
  "language": "en-GB",
  "hub": "local",
  "note": "Our own judgement.",
  "frameworks": [
    {
      "framework": "other",
      "elements": [
        { "element": "e1", "nearest": ["e2", "e1"], "why": "Both are first." },
        { "element": "e2", "nearest": [], "why": "Nothing is like it." }
      ]
    }
  ]
}"#;
    (vec![hub, other], file.to_owned())
}

#[test]
fn every_fault_is_told_with_its_line_what_is_wrong_and_what_to_do() {
    let (frameworks, sound) = two();
    assert_eq!(told(&sound, &frameworks), [""; 0]);
    for (from, to, expected) in [
        (
            "\"hub\": \"local\"",
            "\"hub\": \"nowhere\"",
            "line 5, /hub: there is no framework `nowhere`; name a framework that is there",
        ),
        (
            "[\"e2\", \"e1\"]",
            "[\"e9\"]",
            "line 11, /frameworks/0/elements/0/nearest/0: there is no element of the hub `e9`; \
             name one that is there, or add it",
        ),
        (
            "[\"e2\", \"e1\"]",
            "[\"e2\", \"e2\"]",
            "line 11, /frameworks/0/elements/0/nearest/1: `e2` stands here twice; keep one of the two",
        ),
        (
            "\"element\": \"e2\"",
            "\"element\": \"e7\"",
            "line 10, /frameworks/0/elements: the element `e2` is missing; name its nearest \
             elements of the hub, or say why there are none",
        ),
        (
            "Nothing is like it.",
            "",
            "line 12, /frameworks/0/elements/1/why: the text is empty; write the text",
        ),
        (
            "\"framework\": \"other\"",
            "\"framework\": \"third\"",
            "line 7, /frameworks: the framework `other` is missing; relate its elements to the hub",
        ),
        (
            "\"nearest\": []",
            "\"nearest\": \"none\"",
            "line 12, /frameworks/0/elements/1/nearest: this is a text in quotes; write a list in \
             square brackets here",
        ),
    ] {
        let broken = sound.replacen(from, to, 1);
        assert_ne!(broken, sound, "{from}");
        let told = told(&broken, &frameworks);
        assert!(told.iter().any(|line| line == expected), "{expected}\n{told:#?}");
    }
}

#[test]
fn a_result_in_other_words_has_the_persons_own_scores_under_every_element() {
    let (frameworks, file) = two();
    let crosswalk = Crosswalk::parse(&file).unwrap().completed(&frameworks);
    let questionnaire = asked(&frameworks[1], Form::Full);
    let assessment = answered(&questionnaire, &answers("24 55"));
    let result = result(&questionnaire, &assessment);
    let words = in_words_of(&crosswalk, &"other".into(), &result, &"local".into());
    let said: Vec<(&str, Vec<&str>)> = words
        .iter()
        .map(|one| (one.link.element.as_str(), one.said.iter().map(|e| e.id.as_str()).collect()))
        .collect();
    assert_eq!(said, [("e1", vec!["e1"]), ("e2", vec!["e1"])], "e2 of the other bears on nothing");
    assert_eq!(in_words_of(&crosswalk, &"nobody".into(), &result, &"local".into()), []);
}

#[test]
fn what_builds_on_the_hub_is_related_by_what_it_has_from_it() {
    let shelf = Shelf::real();
    let base = shelf.frameworks.iter().find(|one| one.id.as_str() == "clinical-leadership");
    let wider = shelf.frameworks.iter().find(|one| one.builds_on.is_some()).unwrap();
    let joined = bellwether::framework::join(wider, base.unwrap()).unwrap();
    let crosswalk = shelf.crosswalk.completed(&[base.unwrap().clone(), joined]);
    let mapped = crosswalk.of(&wider.id).unwrap();
    assert_eq!(mapped.elements.len(), 28);
    assert_eq!(mapped.elements[0].nearest, [mapped.elements[0].element.clone()]);
    assert!(mapped.elements.iter().all(|link| link.title.is_some() && link.domain.is_some()));
}

proptest! {
    #![proptest_config(cases(300))]

    /// Of the hub itself, an element comes no later when its score falls and the others stay.
    #[test]
    fn a_lower_score_is_never_a_smaller_need(
        ratings in proptest::collection::vec(1_u8..=5, 6),
        which in 0_usize..6,
    ) {
        let framework = framework(&[&[1, 1, 1], &[1, 1, 1]]);
        let crosswalk = Shelf::small(&framework, 1).completed();
        let place = |ratings: &[u8]| {
            let questionnaire = asked(&framework, Form::Full);
            let jotted: String = ratings.iter().map(ToString::to_string).collect();
            let assessment = answered(&questionnaire, &answers(&jotted));
            let result = result(&questionnaire, &assessment);
            let needs = needs(&crosswalk, &framework.id, &result, None, 5);
            let element = format!("e{}", which + 1);
            needs.iter().position(|need| need.element.as_str() == element)
        };
        let before = place(&ratings);
        let mut lower = ratings;
        lower[which] = (lower[which] - 1).max(1);
        let after = place(&lower);
        // Without a need there is no place, which comes after all others.
        prop_assert!(after.unwrap_or(usize::MAX) <= before.unwrap_or(usize::MAX));
    }
}
