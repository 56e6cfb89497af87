//! Guards that a framework file which is wrong throughout, or has far too much of something, takes neither the
//! memory nor the time of whoever opens it.

use crate::support::fixture;
use bellwether::framework::{
    CareerStage, Element, Example, Framework, Part, Statement, check, is_sound, validate,
};
use std::time::{Duration, Instant};

fn small() -> String {
    fixture("frameworks/small.json")
}

/// A file that is wrong throughout would take gigabytes of words to say so.
#[test]
fn of_a_file_that_is_wrong_throughout_the_first_thousand_faults_are_told() {
    let file = small().replacen(r#"["s1", "s4"]"#, &format!("[0{}]", ",0".repeat(20_000)), 1);
    let told = validate(file.as_bytes(), Some("small"));
    assert_eq!(told.len(), 1_000);
    let fields: String = (0..20_000).map(|number| format!("\"x{number}\": 1,")).collect();
    let file = small().replacen('{', &format!("{{{fields}"), 1);
    assert_eq!(validate(file.as_bytes(), Some("small")).len(), 1_000);
    let hundreds = small().replacen(r#"["s1", "s4"]"#, &format!("[0{}]", ",0".repeat(900)), 1);
    assert_eq!(validate(hundreds.as_bytes(), Some("small")).len(), 901, "each has its place");
}

/// What stands in the place of what is wrong takes far more room than that.
#[test]
fn lists_of_more_items_than_fit_into_any_file_are_not_read() {
    let zeros = format!("[0{}]", ",0".repeat(1_000_000));
    let file = small().replacen(r#"["s1", "s4"]"#, &zeros, 1);
    let told: Vec<String> =
        validate(file.as_bytes(), Some("small")).iter().map(ToString::to_string).collect();
    let expected = "line 63, /short_form: there are too many items by here; the lists of a file have 1000000 items \
                    at most";
    assert_eq!(told, [expected]);
}

/// The rich framework with so many of each, all in its first domain.
fn grown(stages: usize, parts: usize, elements: usize, statements: usize) -> Framework {
    let mut framework: Framework = serde_json::from_str(&fixture("frameworks/rich.json")).unwrap();
    framework.result = Default::default();
    framework.short_form.clear();
    let stage = CareerStage { id: "early".into(), title: "A".into(), description: "B".into() };
    let numbered = |number: usize| format!("x{number}");
    let stages =
        (0..stages).map(|n| CareerStage { id: numbered(n).as_str().into(), ..stage.clone() });
    framework.career_stages = stages.collect();
    let part = framework.parts[0].clone();
    let parts = (0..parts).map(|n| Part { id: numbered(n).as_str().into(), ..part.clone() });
    framework.parts = parts.collect();
    framework.domains.truncate(1);
    let mut element = framework.domains[0].elements[0].clone();
    element.examples.clear();
    element.statements.retain(|statement| statement.part.is_none());
    element.statements.truncate(1);
    let mut grown: Vec<Element> = (0..elements)
        .map(|n| {
            let mut element = Element { id: numbered(n).as_str().into(), ..element.clone() };
            element.statements[0].id = numbered(n).as_str().into();
            element
        })
        .collect();
    let statement = element.statements[0].clone();
    let more = (elements..statements)
        .map(|n| Statement { id: numbered(n).as_str().into(), ..statement.clone() });
    grown[0].statements.extend(more);
    framework.domains[0].elements = grown;
    framework
}

#[test]
fn there_are_bounds_to_how_many_there_are_of_everything_that_is_held_against_others() {
    let sound = grown(100, 100, 10_000, 50_000);
    assert_eq!(check(&sound), []);
    assert!(is_sound(&sound));
    for (grown, expected) in [
        (grown(101, 0, 1, 1), "/career_stages: there are 101 here; keep at most 100"),
        (grown(0, 101, 1, 1), "/parts: there are 101 here; keep at most 100"),
        (
            grown(0, 0, 10_001, 1),
            "/domains: there are 10001 elements in the domains; keep at most 10000",
        ),
        (
            grown(0, 0, 1, 50_001),
            "/domains: there are 50001 statements in the domains; keep at most 50000",
        ),
    ] {
        let told: Vec<String> = check(&grown).iter().map(ToString::to_string).collect();
        assert_eq!(told, [expected]);
        assert!(!is_sound(&grown), "a page would take it: {expected}");
    }
}

/// Every example has a stage of its own, so of more than there are stages none is looked at.
#[test]
fn a_framework_with_far_too_many_examples_is_refused_at_once() {
    let mut framework = grown(1, 0, 1, 1);
    let example = |n: usize| Example { stage: format!("x{n}").as_str().into(), text: "A.".into() };
    framework.domains[0].elements[0].examples = (0..100_000).map(example).collect();
    let started = Instant::now();
    assert!(!is_sound(&framework));
    assert!(started.elapsed() < Duration::from_secs(2), "{:?}", started.elapsed());
}
