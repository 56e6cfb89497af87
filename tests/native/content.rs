//! Guards what people read: every framework file is sound, the product's own framework has its
//! exact shape and names, and the statements of all keep to the rules of plain language.

use crate::plain_words::{AMERICAN, GENDERED, JARGON, grade, words};
use crate::support::{clinical, fixture, framework_files, learning_files, text_of};
use bellwether::framework::{self, Framework, Rates};
use std::collections::BTreeSet;

/// The exact names of the MLCF and CLCF (domain.md, table 1.2): a domain and its four elements.
const NAMES: [[&str; 5]; 5] = [
    [
        "Demonstrating personal qualities",
        "Developing self awareness",
        "Managing yourself",
        "Continuing personal development",
        "Acting with integrity",
    ],
    [
        "Working with others",
        "Developing networks",
        "Building and maintaining relationships",
        "Encouraging contribution",
        "Working within teams",
    ],
    [
        "Managing services",
        "Planning",
        "Managing resources",
        "Managing people",
        "Managing performance",
    ],
    [
        "Improving services",
        "Ensuring patient safety",
        "Critically evaluating",
        "Encouraging improvement and innovation",
        "Facilitating transformation",
    ],
    [
        "Setting direction",
        "Identifying the contexts for change",
        "Applying knowledge and evidence",
        "Making decisions",
        "Evaluating impact",
    ],
];

/// Longest statement, in words.
const MOST_WORDS: usize = 20;
/// Words that answer for the person, or turn the scale round; jargon is forbidden too.
const FORBIDDEN: [&str; 3] = ["always", "never", "not"];
/// The same, as several words.
const FORBIDDEN_PHRASES: [&str; 3] = [" and ", " try to ", "and/or"];

/// Highest Flesch–Kincaid grade of a framework's statements: read with ease at 12.
const MOST_GRADE: f64 = 7.0;
/// Two statements that share this part of their words or more say nearly the same (Jaccard).
const NEARLY_SAME: f64 = 0.6;

#[test]
fn every_framework_file_is_sound_and_named_by_its_id() {
    let files = framework_files();
    assert!(!files.is_empty(), "there are no framework files");
    for (name, text) in files {
        let problems = framework::validate(text.as_bytes(), Some(&name));
        assert!(problems.is_empty(), "{name}.json: {problems:#?}");
        assert_eq!(framework::read_unjoined(text.as_bytes()).unwrap().id.as_str(), name);
    }
}

#[test]
fn clinical_leadership_has_five_domains_of_four_elements_of_four_statements_by_their_names() {
    let framework = clinical();
    let named: Vec<Vec<&str>> = framework
        .domains
        .iter()
        .map(|domain| {
            let elements = domain.elements.iter().map(|element| &*element.title);
            std::iter::once(&*domain.title).chain(elements).collect()
        })
        .collect();
    assert_eq!(named, NAMES);
    for (_, element) in framework.elements() {
        assert_eq!(element.statements.len(), 4, "{}", element.title);
    }
    let texts: BTreeSet<&str> = framework.statements().map(|statement| &*statement.text).collect();
    assert_eq!(texts.len(), 80, "80 statements, no two alike");
}

#[test]
fn the_short_form_of_clinical_leadership_asks_one_statement_of_each_element() {
    let framework = clinical();
    for (_, element) in framework.elements() {
        let named = element.statements.iter().filter(|s| framework.short_form.contains(&s.id));
        assert_eq!(named.count(), 1, "{}", element.title);
    }
    assert_eq!(framework.short_form.len(), 20);
}

#[test]
fn every_element_of_clinical_leadership_has_its_question_on_overuse() {
    for (_, element) in clinical().elements() {
        let asks = element.overuse.as_deref().is_some_and(|overuse| overuse.ends_with('?'));
        assert!(asks, "{}", element.title);
    }
}

#[test]
fn every_element_of_clinical_leadership_has_a_short_example_for_each_stage() {
    let framework = clinical();
    let stages: Vec<_> = framework.career_stages.iter().map(|stage| &stage.id).collect();
    for (_, element) in framework.elements() {
        let of: Vec<_> = element.examples.iter().map(|example| &example.stage).collect();
        assert_eq!(of, stages, "{}", element.id);
        for example in &element.examples {
            assert!(words(&example.text).len() <= 25, "{}: {}", element.id, example.text);
        }
    }
}

#[test]
fn no_statement_is_longer_than_twenty_words() {
    each_statement(|text| words(text).len() <= MOST_WORDS);
}

#[test]
fn every_statement_is_one_sentence() {
    each_statement(|text| text.ends_with('.') && text.matches(['.', '!', '?', ';']).count() == 1);
}

#[test]
fn who_rates_themselves_is_asked_in_the_first_person() {
    each_framework(|framework| {
        let own = framework
            .statements()
            .filter(|statement| framework.rates == Rates::Person && statement.part.is_none());
        for statement in own {
            let text = &statement.text;
            let condition = text.starts_with("When ") || text.starts_with("Before ");
            let first_person = text.starts_with("I ") || (condition && text.contains(" I "));
            assert!(first_person, "{}: {text}", statement.id);
        }
    });
}

#[test]
fn all_texts_are_spelt_as_in_british_english_and_name_no_gender() {
    for (name, text) in framework_files() {
        let lower = text.to_lowercase();
        for foreign in AMERICAN {
            assert!(!lower.contains(foreign), "{name}: {foreign}");
        }
        let found = words(&lower).into_iter().find(|word| GENDERED.contains(word));
        assert_eq!(found, None, "{name}");
    }
}

#[test]
fn no_two_statements_of_any_frameworks_have_nearly_the_same_words() {
    let mut all: Vec<(String, String)> = Vec::new();
    each_framework(|framework| {
        let texts = framework.statements();
        all.extend(texts.map(|s| (format!("{}/{}", framework.id, s.id), s.text.to_lowercase())));
    });
    for (number, (id, text)) in all.iter().enumerate() {
        for (other_id, other) in all.iter().skip(number + 1) {
            let alike = jaccard(&words(text), &words(other));
            assert!(alike < NEARLY_SAME, "{alike:.2}: {id} {text} | {other_id} {other}");
        }
    }
}

#[test]
fn no_statement_has_a_forbidden_word_or_joins_two_behaviours() {
    each_statement(|text| {
        let lower = text.to_lowercase();
        let phrase = FORBIDDEN_PHRASES.iter().any(|phrase| lower.contains(phrase));
        let word = words(&lower).iter().any(|word| {
            FORBIDDEN.contains(word)
                || JARGON.contains(word)
                || word.ends_with("n't")
                || word.ends_with("n’t")
        });
        !phrase && !word
    });
}

#[test]
fn statements_together_are_read_with_ease_at_twelve() {
    each_framework(|framework| {
        let texts: Vec<&str> = framework.statements().map(|statement| &*statement.text).collect();
        let grade = grade(&texts);
        assert!(grade <= MOST_GRADE, "{}: Flesch–Kincaid grade {grade:.1}", framework.id);
    });
}

#[test]
fn the_reading_age_of_each_framework_is_the_one_that_the_docs_say() {
    let docs = text_of("docs/content.md");
    each_framework(|framework| {
        let texts: Vec<&str> = framework.statements().map(|statement| &*statement.text).collect();
        let (count, grade) = (texts.len(), grade(&texts));
        // A grade is the years at school, which begins at five or six.
        let line = format!("| {} | {count} | {grade:.1} | {:.0} |", framework.id, grade + 5.0);
        assert!(docs.contains(&line), "docs/content.md should say: {line}");
    });
}

#[test]
fn no_statement_that_was_ever_released_has_lost_its_id() {
    let now: BTreeSet<String> = framework_files()
        .iter()
        .flat_map(|(_, text)| {
            let framework = framework::read_unjoined(text.as_bytes()).unwrap();
            let ids = framework.statements().map(|one| format!("{} {}", framework.id, one.id));
            ids.collect::<Vec<_>>()
        })
        .collect();
    let before = fixture("statement-ids.txt");
    let gone: Vec<&str> = before.lines().filter(|id| !now.contains(*id)).collect();
    assert_eq!(gone, [""; 0], "records refer to these");
    assert_eq!(now.len(), before.lines().count(), "add the new ones to statement-ids.txt");
}

#[test]
fn no_text_names_a_brand_or_a_drug() {
    // The commonest of each in British hospitals; whoever writes another is asked to think.
    const NAMES: [&str; 25] = [
        "whatsapp",
        "google",
        "microsoft",
        "cerner",
        "emis",
        "systmone",
        "facebook",
        "youtube",
        "datix",
        "paracetamol",
        "ibuprofen",
        "aspirin",
        "warfarin",
        "heparin",
        "insulin",
        "morphine",
        "amoxicillin",
        "penicillin",
        "gentamicin",
        "metformin",
        "statin",
        "diazepam",
        "lithium",
        "clozapine",
        "naloxone",
    ];
    // These are everyday words too, unless they have a capital.
    const WITH_CAPITAL: [&str; 3] = ["Zoom", "Excel", "Rio"];
    for (name, text) in framework_files().into_iter().chain(learning_files()) {
        let found: Vec<&str> = words(&text)
            .into_iter()
            .filter(|word| NAMES.contains(&&*word.to_lowercase()) || WITH_CAPITAL.contains(word))
            .collect();
        assert_eq!(found, [""; 0], "{name}");
    }
}

#[test]
fn no_two_statements_begin_with_the_same_four_words() {
    each_pair(|one, other| words(one)[..4] != words(other)[..4]);
}

#[test]
fn no_two_statements_have_nearly_the_same_words() {
    each_pair(|one, other| jaccard(&words(one), &words(other)) < NEARLY_SAME);
}

fn each_framework(mut guard: impl FnMut(&Framework)) {
    for (_, text) in framework_files() {
        guard(&framework::read_unjoined(text.as_bytes()).unwrap());
    }
}

/// Names every statement that breaks a rule, not only the first.
fn each_statement(keeps_rule: impl Fn(&str) -> bool) {
    each_framework(|framework| {
        let breaks: Vec<String> = framework
            .statements()
            .filter(|statement| !keeps_rule(&statement.text))
            .map(|statement| format!("{}: {}", statement.id, statement.text))
            .collect();
        assert!(breaks.is_empty(), "{}: {breaks:#?}", framework.id);
    });
}

/// Names every pair of statements that break a rule, in small letters.
fn each_pair(keeps_rule: impl Fn(&str, &str) -> bool) {
    each_framework(|framework| {
        let texts: Vec<String> =
            framework.statements().map(|statement| statement.text.to_lowercase()).collect();
        let mut breaks = Vec::new();
        for (i, one) in texts.iter().enumerate() {
            let others = texts[i + 1..].iter().filter(|other| !keeps_rule(one, other));
            breaks.extend(others.map(|other| (one, other)));
        }
        assert!(breaks.is_empty(), "{}: {breaks:#?}", framework.id);
    });
}

fn jaccard(one: &[&str], other: &[&str]) -> f64 {
    let one: BTreeSet<&&str> = one.iter().collect();
    let other: BTreeSet<&&str> = other.iter().collect();
    one.intersection(&other).count() as f64 / one.union(&other).count() as f64
}
