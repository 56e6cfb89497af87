//! Guards, on files that nobody thought of, that the validator finds something wrong exactly when
//! the app cannot use a file, that it knows the line of everything, and that it never panics.

use crate::support::{cases, clinical_text, fixture};
use bellwether::framework::{Framework, check, parse, validate};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

/// A change to a JSON file, at a place that is chosen when the file is known.
#[derive(Debug, Clone)]
enum Edit {
    Remove(Index),
    Replace(Index, Value),
    AddField(Index, String, Value),
    RepeatItem(Index),
    Swap(Index, Index),
}

fn any_value() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-3..300_i64).prop_map(Value::from),
        Just(json!(u64::MAX)),
        Just(json!(0.5)),
        Just(json!(-0.0)),
        "[a-zA-Z0-9 .-]{0,9}".prop_map(Value::from),
        Just(json!("self-awareness-1")),
        Just(json!([])),
        Just(json!({})),
        Just(json!([[], {}, null])),
        Just(json!({ "id": "x", "title": "y" })),
    ]
}

fn any_edit() -> impl Strategy<Value = Edit> {
    let at = any::<Index>;
    prop_oneof![
        at().prop_map(Edit::Remove),
        (at(), any_value()).prop_map(|(at, value)| Edit::Replace(at, value)),
        (at(), "[a-z_/~]{0,8}", any_value())
            .prop_map(|(at, name, value)| { Edit::AddField(at, name, value) }),
        at().prop_map(Edit::RepeatItem),
        (at(), at()).prop_map(|(one, other)| Edit::Swap(one, other)),
    ]
}

/// Pointers to all values that a predicate wants.
fn pointers(value: &Value, wanted: fn(&Value) -> bool) -> Vec<String> {
    fn walk(value: &Value, at: String, wanted: fn(&Value) -> bool, found: &mut Vec<String>) {
        match value {
            Value::Object(fields) => fields.iter().for_each(|(name, value)| {
                let name = name.replace('~', "~0").replace('/', "~1");
                walk(value, format!("{at}/{name}"), wanted, found);
            }),
            Value::Array(items) => items.iter().enumerate().for_each(|(i, item)| {
                walk(item, format!("{at}/{i}"), wanted, found);
            }),
            _ => {}
        }
        if wanted(value) {
            found.push(at);
        }
    }
    let mut found = Vec::new();
    walk(value, String::new(), wanted, &mut found);
    found
}

fn one_of(file: &mut Value, wanted: fn(&Value) -> bool, at: Index) -> Option<&mut Value> {
    let all = pointers(file, wanted);
    if all.is_empty() { None } else { file.pointer_mut(&all[at.index(all.len())]) }
}

impl Edit {
    fn apply(&self, file: &mut Value) {
        match self {
            Self::Remove(at) => match one_of(file, is_group, *at) {
                Some(Value::Object(fields)) if !fields.is_empty() => {
                    let name = at.get(&fields.keys().cloned().collect::<Vec<_>>()).clone();
                    fields.remove(&name);
                }
                Some(Value::Array(items)) if !items.is_empty() => {
                    items.remove(at.index(items.len()));
                }
                _ => {}
            },
            Self::Replace(at, with) => {
                if let Some(value) = one_of(file, |_| true, *at) {
                    *value = with.clone();
                }
            }
            Self::AddField(at, name, value) => {
                if let Some(Value::Object(fields)) = one_of(file, Value::is_object, *at) {
                    fields.insert(name.clone(), value.clone());
                }
            }
            Self::RepeatItem(at) => {
                if let Some(Value::Array(items)) = one_of(file, Value::is_array, *at) {
                    items.extend(items.last().cloned());
                }
            }
            Self::Swap(one, other) => {
                let (all, copy) = (pointers(file, |_| true), file.clone());
                let (one, other) = (one.get(&all), other.get(&all));
                for (to, from) in [(one, other), (other, one)] {
                    if let (Some(to), Some(from)) = (file.pointer_mut(to), copy.pointer(from)) {
                        *to = from.clone();
                    }
                }
            }
        }
    }
}

fn is_group(value: &Value) -> bool {
    value.is_object() || value.is_array()
}

/// The real file, or mostly a small one, which is sooner read and sooner hit where it matters.
fn any_file() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => Just(fixture("frameworks/small.json")),
        1 => Just(clinical_text()),
    ]
}

fn edited(file: &str, edits: &[Edit]) -> String {
    let mut file: Value = serde_json::from_str(file).unwrap();
    edits.iter().for_each(|edit| edit.apply(&mut file));
    format!("{file:#}")
}

/// The file's own name, so that only its content can be wrong.
fn name(file: &str) -> Option<String> {
    let file: Value = serde_json::from_str(file).ok()?;
    file.get("id").and_then(Value::as_str).map(str::to_owned)
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn the_validator_finds_a_problem_exactly_when_the_app_cannot_use_the_file(
        file in any_file(),
        edits in prop::collection::vec(any_edit(), 1..4),
    ) {
        let file = edited(&file, &edits);
        let problems = validate(file.as_bytes(), name(&file).as_deref());
        let used = parse(file.as_bytes());
        prop_assert_eq!(problems.is_empty(), used.is_ok(), "{:#?}\n{:?}", problems, used.err());
        let typed = serde_json::from_str::<Framework>(&file);
        prop_assert_eq!(problems.is_empty(), typed.is_ok_and(|typed| check(&typed).is_empty()));
    }

    #[test]
    fn every_problem_has_its_line_in_order_and_says_what_to_do(
        file in any_file(),
        edits in prop::collection::vec(any_edit(), 1..12),
    ) {
        let file = edited(&file, &edits);
        let problems = validate(file.as_bytes(), name(&file).as_deref());
        let lines = file.lines().count();
        for problem in &problems {
            let of_all = problem.place.pointer.is_empty();
            let line = problem.place.line;
            prop_assert!(of_all || line.is_some_and(|line| (1..=lines).contains(&line)));
            prop_assert!(!problem.what.is_empty() && !problem.remedy.is_empty());
        }
        prop_assert!(problems.is_sorted());
    }

    #[test]
    fn bytes_of_the_file_changed_at_random_never_make_it_panic(
        file in any_file(),
        changes in prop::collection::vec((any::<Index>(), any::<u8>()), 1..6),
    ) {
        let mut file = file.into_bytes();
        for (at, byte) in changes {
            let at = at.index(file.len());
            file[at] = byte;
        }
        // A changed key can make a field stand twice, of which serde knows only some.
        let used = parse(&file).is_ok();
        let sound = validate(&file, None).is_empty();
        prop_assert!(used || !sound, "the validator takes what the app refuses");
    }
}

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn random_bytes_never_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        prop_assert_eq!(validate(&bytes, Some("x")).is_empty(), parse(&bytes).is_ok());
    }

    #[test]
    fn random_text_of_json_signs_never_makes_it_panic(text in "[\\[\\]{}\",:0-9a-c\\\\\n -]{0,60}") {
        prop_assert!(!validate(text.as_bytes(), None).is_empty());
    }
}
